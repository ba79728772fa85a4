import {
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Checkbox,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { useId } from 'react';
import { USUAL_DOCUMENTS } from '../../app/planned-documents';
import { DOCUMENT_KINDS, type DocumentKind } from '../../core/measures/layouts';
import { useSharedStyles } from '../theme';
import type { DocumentProps } from './document-sections';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  // A document that is there is no less readable than one that can be chosen.
  label: { color: tokens.colorNeutralForeground1, overflowWrap: 'anywhere' },
  /** Under the name, not under the box. */
  purpose: { paddingLeft: '32px', paddingBottom: tokens.spacingVerticalS, overflowWrap: 'anywhere' },
});

const Choice = ({
  kind,
  isChecked,
  isThere,
  onToggle,
  texts,
  messages,
}: Pick<DocumentProps, 'texts' | 'messages'> & {
  readonly kind: DocumentKind;
  readonly isChecked: boolean;
  readonly isThere: boolean;
  readonly onToggle: (isWanted: boolean) => void;
}) => {
  const styles = useStyles();
  const shared = useSharedStyles();
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
        {isThere && <p className={shared.quiet}>✓ {texts.documents.there}</p>}
      </div>
    </li>
  );
};

/** The documents that can be made, those that will be, and those that the workbook has and keeps. */
export const DocumentChoice = ({ analysis, step, asked, texts, messages, onDocuments }: DocumentProps) => {
  const styles = useStyles();
  const shared = useSharedStyles();
  const { kinds, there } = analysis.documents;
  const present = step === 'written' ? kinds : there;
  const wanted = asked ?? USUAL_DOCUMENTS;
  const toggle = (kind: DocumentKind, isWanted: boolean): void => {
    onDocuments([...wanted.filter((other) => other !== kind), ...(isWanted ? [kind] : [])]);
  };
  return (
    <AccordionItem value="documents">
      <AccordionHeader>
        {texts.documents.title} {kinds.length}
      </AccordionHeader>
      <AccordionPanel>
        {wanted
          .filter((kind) => !kinds.includes(kind))
          .map((kind) => (
            <p key={kind} role="status" className={shared.text}>
              ⚠ {texts.documents.notMade(kind, messages.documents.name[kind])}
            </p>
          ))}
        <ul className={styles.list}>
          {DOCUMENT_KINDS.map((kind) => (
            <Choice
              key={kind}
              kind={kind}
              isChecked={kinds.includes(kind)}
              isThere={present.includes(kind)}
              texts={texts}
              messages={messages}
              onToggle={(isWanted) => {
                toggle(kind, isWanted);
              }}
            />
          ))}
        </ul>
      </AccordionPanel>
    </AccordionItem>
  );
};
