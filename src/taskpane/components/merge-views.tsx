import { Button, mergeClasses } from '@fluentui/react-components';
import { MAIN_FILE } from '../../app/analyst';
import { differingTexts, shortened } from '../../app/messages/merge-messages';
import type { Merge } from '../../app/merge';
import { cellName, type CellRef } from '../../core/cell-address';
import { Landing } from '../focus';
import { useSharedStyles } from '../theme';
import { useWords } from '../words';
import { CellLink } from './cell-link';

/** The rest is seen in the workbook, conflicts on their sheet. */
const MOST_LINES = 12;

const countOf = (entries: readonly { readonly file: string }[], file: string): number =>
  entries.filter((entry) => entry.file === file).length;

/** Whether a merge would change something, or has something to say in the workbook. */
const bringsSomething = ({ taken, added, conflicts }: Merge): boolean =>
  taken.length + added.length + conflicts.length > 0;

const Files = ({ merge }: { readonly merge: Merge }) => {
  const shared = useSharedStyles();
  const { results, messages } = useWords();
  return (
    <ul className={shared.list}>
      {merge.copies.map(({ file, refusal }) => (
        <li key={file} className={shared.line}>
          <strong>{file}</strong>{' '}
          {refusal === null
            ? results.merge.fromFile(countOf(merge.taken, file), countOf(merge.added, file))
            : `⚠ ${results.merge.leftOut} – ${messages.merge.copyRefusal(refusal)}`}
        </li>
      ))}
    </ul>
  );
};

const Taken = ({
  merge: { taken },
  onShow,
}: {
  readonly merge: Merge;
  readonly onShow: (cell: CellRef) => void;
}) => {
  const shared = useSharedStyles();
  const words = useWords().results.merge;
  const left = taken.length - MOST_LINES;
  if (taken.length === 0) return null;
  return (
    <section className={shared.tight}>
      <h2 className={shared.subheading}>{words.taken(taken.length)}</h2>
      <ul className={shared.list}>
        {taken.slice(0, MOST_LINES).map(({ cell, text, file }) => (
          <li key={cellName(cell)} className={shared.line}>
            <CellLink cell={cell} onShow={onShow} /> «{shortened(text)}» ({file})
          </li>
        ))}
        {left > 0 && <li className={shared.line}>{words.more(left)}</li>}
      </ul>
    </section>
  );
};

const Conflicts = ({
  merge: { conflicts },
  onShow,
}: {
  readonly merge: Merge;
  readonly onShow: (cell: CellRef) => void;
}) => {
  const shared = useSharedStyles();
  const words = useWords().results.merge;
  const nameOf = (file: string): string => (file === MAIN_FILE ? words.main : file);
  const left = conflicts.length - MOST_LINES;
  if (conflicts.length === 0) return <p className={shared.text}>✓ {words.noConflicts}</p>;
  return (
    <section className={shared.tight}>
      <h2 className={shared.subheading}>⚠ {words.conflicts(conflicts.length)}</h2>
      <p className={shared.text}>{words.conflictsStay}</p>
      <ul className={shared.list}>
        {conflicts.slice(0, MOST_LINES).map((conflict) => (
          <li key={cellName(conflict.cell)} className={shared.line}>
            <strong>{conflict.heading}</strong> <CellLink cell={conflict.cell} onShow={onShow} />
            <ul>
              {differingTexts(conflict, nameOf).map(({ text, files }) => (
                <li key={text}>
                  «{text}» ({files})
                </li>
              ))}
            </ul>
          </li>
        ))}
        {left > 0 && <li className={shared.line}>{words.more(left)}</li>}
      </ul>
    </section>
  );
};

/** What copies bring: before it is written, to be looked at, and afterwards. */
export const MergePlanView = ({
  step,
  merge,
  isBusy,
  onMerge,
  onBack,
  onAgain,
  onUndo,
  onShow,
}: {
  readonly step: 'mergePlanned' | 'merged';
  readonly merge: Merge;
  readonly isBusy: boolean;
  readonly onMerge: () => void;
  readonly onBack: () => void;
  readonly onAgain: () => void;
  /** Null where nothing can be taken back. */
  readonly onUndo: (() => void) | null;
  readonly onShow: (cell: CellRef) => void;
}) => {
  const shared = useSharedStyles();
  const { texts, results, messages } = useWords();
  const words = results.merge;
  const isDone = step === 'merged';
  const title = isDone
    ? words.done(merge.taken.length, merge.added.length)
    : bringsSomething(merge)
      ? words.planned
      : words.nothing;
  return (
    <main className={mergeClasses(shared.middle, shared.column, shared.padded)}>
      <Landing key={step} as="h1" className={shared.heading}>
        {title}
      </Landing>
      <Files merge={merge} />
      {merge.obstacles.map((obstacle) => {
        const sentence = messages.merge.obstacle(obstacle, (file) => file);
        return (
          <p key={sentence} className={shared.text}>
            ⚠ {sentence}
          </p>
        );
      })}
      <Taken merge={merge} onShow={onShow} />
      <Conflicts merge={merge} onShow={onShow} />
      {isDone ? (
        <>
          <Button appearance="primary" onClick={onAgain}>
            {texts.start.button}
          </Button>
          {onUndo !== null && <Button onClick={onUndo}>{results.undo}</Button>}
        </>
      ) : (
        <>
          {bringsSomething(merge) && (
            <>
              <p className={shared.quiet}>{words.how}</p>
              <Button appearance="primary" size="large" disabledFocusable={isBusy} onClick={onMerge}>
                {words.write}
              </Button>
            </>
          )}
          <Button onClick={onBack}>{results.back}</Button>
        </>
      )}
    </main>
  );
};
