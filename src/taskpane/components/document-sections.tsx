import { Accordion } from '@fluentui/react-components';
import type { Analysis } from '../../app/analyze';
import type { Messages } from '../../app/messages/messages';
import type { PaneTexts } from '../../app/messages/pane-texts';
import type { CellRef } from '../../core/cell-address';
import type { DocumentKind } from '../../core/measures/layouts';
import { DocumentChoice } from './document-choice';
import { DocumentReadiness } from './document-readiness';

/** What the sections on documents show and tell. */
export type DocumentProps = {
  readonly analysis: Analysis;
  readonly step: 'ready' | 'written';
  /** What was chosen in this session; null where nothing was and the usual ones are made. */
  readonly asked: readonly DocumentKind[] | null;
  readonly texts: PaneTexts;
  readonly messages: Messages;
  readonly onShow: (cell: CellRef) => void;
  readonly onDocuments: (documents: readonly DocumentKind[]) => void;
};

/** The documents to make, and whether they hold what the assessment asks for; open once documents were chosen. */
export const DocumentSections = (props: DocumentProps) => {
  const { readiness } = props.analysis.documents;
  return (
    <Accordion multiple collapsible defaultOpenItems={props.asked === null ? [] : ['documents']}>
      <DocumentChoice {...props} />
      {readiness !== null && <DocumentReadiness {...props} readiness={readiness} />}
    </Accordion>
  );
};
