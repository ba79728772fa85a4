import { sheetOfDocument, sheetOfName, USUAL_DOCUMENTS } from '../app/planned-documents';
import type { Session } from '../app/session-state';
import type { DocumentKind } from '../core/measures/layouts';
import { OUR_NAMES } from '../core/our-names';

/** Functions of the manifest with the document that each ends at; null for the analysis itself. */
const COMMANDS: Readonly<Record<string, DocumentKind | null>> = {
  analyzeWorkbook: null,
  insertMeasures: 'measures',
  insertAnalysis: 'analysis',
  insertIssues: 'issues',
  insertScores: 'scores',
  insertOit: 'oit',
  insertCalendar: 'calendar',
  insertLimits: 'limits',
  insertResults: 'results',
  insertMemo: 'memo',
};

const openPane = async (): Promise<void> => {
  await Office.addin.showAsTaskpane();
};

/**
 * Analyses and writes at once, and shows the sheet that was asked for. Where there is a question, or something is
 * refused or cannot be made, the pane opens with it.
 */
const runCommand = async (session: Session, kind: DocumentKind | null): Promise<void> => {
  const chosen = session.options().documents ?? USUAL_DOCUMENTS;
  const isNew = kind !== null && !chosen.includes(kind);
  const analyzed = await session.analyze(isNew ? { documents: [...chosen, kind] } : {});
  const state = analyzed.step === 'ready' ? await session.write() : analyzed;
  if (state.step !== 'written') {
    await openPane();
    return;
  }
  const { plan } = state.analysis;
  const own = kind === null ? undefined : sheetOfDocument(plan, kind);
  const sheet = own ?? sheetOfName(plan, OUR_NAMES.analysis);
  if (sheet !== undefined) await session.show({ sheet, row: 0, column: 0 });
  if (kind !== null && own === undefined) await openPane();
};

/** Ties the ribbon's buttons to the work on the workbook; the names are those of the manifest. */
export const registerCommands = (session: Session): void => {
  for (const [command, kind] of Object.entries(COMMANDS)) {
    Office.actions.associate(command, (event: Office.AddinCommands.Event) => {
      // A command that never completes keeps its button dead.
      void runCommand(session, kind).finally(() => {
        event.completed();
      });
    });
  }
};
