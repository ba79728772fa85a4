import type { Session, SessionState } from '../app/session';
import type { CellRef } from '../core/cell-address';

type Command = 'analyzeWorkbook' | 'insertMeasures';

/** First cell of the sheet that a command is for; the plan names the analysis sheet first, then the measures. */
const placeFor = (command: Command, state: SessionState): CellRef | undefined => {
  if (state.step !== 'written') return undefined;
  const sheets = state.analysis.plan.sheets.filter(({ frame }) => frame !== null);
  const sheet = sheets[command === 'insertMeasures' ? 1 : 0] ?? sheets[0];
  return sheet === undefined ? undefined : { sheet: sheet.name, row: 0, column: 0 };
};

/** Analyses and writes at once. Where there is a question, or something is refused, the pane opens with it. */
const runCommand = async (session: Session, command: Command): Promise<void> => {
  const analyzed = await session.analyze();
  const state = analyzed.step === 'ready' ? await session.write() : analyzed;
  const place = placeFor(command, state);
  if (place === undefined) await Office.addin.showAsTaskpane();
  else await session.show(place);
};

/** Ties the ribbon's buttons to the work on the workbook; the names are those of the manifest. */
export const registerCommands = (session: Session): void => {
  for (const command of ['analyzeWorkbook', 'insertMeasures'] as const) {
    Office.actions.associate(command, (event: Office.AddinCommands.Event) => {
      // A command that never completes keeps its button dead.
      void runCommand(session, command).finally(() => {
        event.completed();
      });
    });
  }
};
