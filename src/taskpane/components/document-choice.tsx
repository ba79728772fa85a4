import { Checkbox, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import type { PlainAnalysis } from '../../app/analyst';
import { USUAL_DOCUMENTS } from '../../app/planned-documents';
import { DOCUMENT_KINDS, type DocumentKind } from '../../core/measures/layouts';
import { useSharedStyles } from '../theme';
import { useWords } from '../words';

const useStyles = makeStyles({
  // A document that is there is no less readable than one that can be chosen.
  label: { color: tokens.colorNeutralForeground1 },
  /** Under the name, not under the box. */
  purpose: { paddingLeft: '32px', paddingBottom: tokens.spacingVerticalS },
});

const Choice = ({
  kind,
  isChecked,
  isThere,
  onToggle,
}: {
  readonly kind: DocumentKind;
  readonly isChecked: boolean;
  readonly isThere: boolean;
  readonly onToggle: (isWanted: boolean) => void;
}) => {
  const styles = useStyles();
  const shared = useSharedStyles();
  const { results, messages } = useWords();
  const id = useId();
  return (
    <li>
      <Checkbox
        label={{ children: messages.documents.name[kind], className: styles.label }}
        checked={isChecked}
        disabled={isThere}
        aria-describedby={id}
        onChange={(_, { checked }) => {
          onToggle(checked === true);
        }}
      />
      <div id={id} className={styles.purpose}>
        <p className={shared.quiet}>{messages.documents.purpose[kind]}</p>
        {isThere && <p className={shared.quiet}>✓ {results.documents.there}</p>}
      </div>
    </li>
  );
};

/** The documents that can be made, those that will be, and those that the workbook has and keeps. */
export const DocumentChoice = ({
  analysis,
  step,
  asked,
  isBusy,
  onDocuments,
}: {
  readonly analysis: PlainAnalysis;
  readonly step: 'ready' | 'written';
  /** What was chosen in this session; null where nothing was and the usual ones are made. */
  readonly asked: readonly DocumentKind[] | null;
  readonly isBusy: boolean;
  readonly onDocuments: (documents: readonly DocumentKind[]) => void;
}) => {
  const shared = useSharedStyles();
  const { results, messages } = useWords();
  const heading = useId();
  const { kinds, there } = analysis.documents;
  const present = step === 'written' ? kinds : there;
  const wanted = asked ?? USUAL_DOCUMENTS;
  const toggle = (kind: DocumentKind, isWanted: boolean): void => {
    onDocuments([...wanted.filter((other) => other !== kind), ...(isWanted ? [kind] : [])]);
  };
  return (
    <section className={shared.tight} aria-labelledby={heading}>
      <h2 id={heading} className={shared.subheading}>
        {results.documents.title} {results.count(kinds.length)}
      </h2>
      <div role="status">
        {wanted
          .filter((kind) => !kinds.includes(kind))
          .map((kind) => (
            <p key={kind} className={shared.text}>
              ⚠ {results.documents.notMade(kind, messages.documents.name[kind])}
            </p>
          ))}
      </div>
      <ul className={mergeClasses(shared.list)}>
        {DOCUMENT_KINDS.map((kind) => (
          <Choice
            key={kind}
            kind={kind}
            // A box follows at once; what comes of it is known a moment later.
            isChecked={isBusy ? wanted.includes(kind) || present.includes(kind) : kinds.includes(kind)}
            isThere={present.includes(kind)}
            onToggle={(isWanted) => {
              toggle(kind, isWanted);
            }}
          />
        ))}
      </ul>
    </section>
  );
};
