import { Button, mergeClasses, MessageBar, MessageBarBody } from '@fluentui/react-components';
import type { PaneTexts } from '../../app/messages/pane-texts';
import { cellName, type CellRef } from '../../core/cell-address';
import type { CandidateSample } from '../../core/read/read-workbook';
import { formatDecimal } from '../../core/text/numbers';
import { useSharedStyles } from '../theme';
import { CellLink } from './cell-link';

/** What came of something that was asked for, or why it was not done, and the ways on. */
export const RefusalView = ({
  intent,
  sentence,
  actions,
}: {
  readonly intent: 'warning' | 'success';
  readonly sentence: string;
  readonly actions: readonly { readonly label: string; readonly run: () => void }[];
}) => {
  const shared = useSharedStyles();
  return (
    <main className={mergeClasses(shared.middle, shared.column, shared.padded)}>
      <MessageBar intent={intent} layout="multiline" role="alert">
        <MessageBarBody>{sentence}</MessageBarBody>
      </MessageBar>
      {actions.map(({ label, run }, index) => (
        <Button key={label} appearance={index === 0 ? 'primary' : 'secondary'} onClick={run}>
          {label}
        </Button>
      ))}
    </main>
  );
};

/** A choice that only the officer can make. */
export const QuestionView = ({
  question,
  candidates,
  samples,
  texts,
  onChoose,
  onShow,
}: {
  readonly question: string;
  readonly candidates: readonly string[];
  /** Scores by which the officer tells candidates that are tables apart. */
  readonly samples: readonly CandidateSample[];
  readonly texts: PaneTexts;
  readonly onChoose: (candidate: string) => void;
  readonly onShow: (cell: CellRef) => void;
}) => {
  const shared = useSharedStyles();
  return (
    <main className={mergeClasses(shared.middle, shared.column, shared.padded)}>
      <h1 className={shared.text}>{question}</h1>
      {candidates.map((candidate) => (
        <div key={candidate} className={shared.column}>
          <Button
            onClick={() => {
              onChoose(candidate);
            }}
          >
            {texts.choose(candidate)}
          </Button>
          {(samples.find((sample) => sample.candidate === candidate)?.cells ?? []).map(({ cell, value }) => (
            <p key={cellName(cell)} className={shared.text}>
              {formatDecimal(value)} <CellLink cell={cell} texts={texts} onShow={onShow} />
            </p>
          ))}
        </div>
      ))}
    </main>
  );
};
