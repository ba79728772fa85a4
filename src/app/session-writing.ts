import type { Analyst, PlainAnalysis } from './analyst';
import type { AnalysisOptions } from './analyze';
import type { Held, Work } from './session-work';
import { analysisOf, isWorking, type Session, type SessionState } from './session-state';
import type { Receipt, WorkbookPort } from './workbook-port';

/**
 * Choices without what is written into the settings sheet: once it stands there the sheet counts, and what the officer
 * types there afterwards is not written over.
 */
const withoutWritten = ({
  year,
  agency,
  sheet,
  area,
  fileName,
  inPlace,
  documents,
}: AnalysisOptions): AnalysisOptions => ({
  ...{ year, agency, sheet, area, fileName },
  ...(inPlace === undefined ? {} : { inPlace }),
  ...(documents === undefined ? {} : { documents }),
});

export type Writing = Pick<Session, 'write' | 'addForm' | 'merge' | 'canUndo' | 'undo'> & {
  /** Keeps what takes back something that was written; nothing where nothing was. */
  readonly keep: (receipt: Receipt | undefined) => void;
};

/** What a session writes and takes back; none of it can be given up half way. */
export const startWriting = (
  port: WorkbookPort,
  analyst: Analyst,
  { state, become, refuse, guarded }: Work,
  held: Held,
): Writing => {
  /** What takes back each thing that was written, the last one last; it is gone with the session. */
  const receipts: Receipt[] = [];

  const keep = (receipt: Receipt | undefined): void => {
    if (receipt !== undefined) receipts.push(receipt);
  };

  const write = async (): Promise<SessionState> => {
    const analysis = analysisOf(state());
    const basis = held.snapshot;
    if (isWorking(state()) || analysis === null || basis === null) return state();
    become({ step: 'writing' });
    return guarded(analysis, write, async () => {
      const applied = await port.apply(analysis.plan, basis);
      keep(applied.ok ? applied.value : applied.error.receipt);
      if (!applied.ok) return refuse(applied.error, analysis, write);
      held.options = withoutWritten(held.options);
      return become({ step: 'written', analysis });
    });
  };

  const addForm = async (fiscalYear: number): Promise<SessionState> => {
    if (isWorking(state())) return state();
    const again = (): Promise<SessionState> => addForm(fiscalYear);
    become({ step: 'writing' });
    return guarded(null, again, async () => {
      const [{ formFor }, read] = await Promise.all([import('./new-form'), port.snapshot()]);
      if (!read.ok) return refuse(read.error, null, again);
      const form = formFor(read.value, fiscalYear);
      if (!form.ok) throw new Error(`No rules of ${fiscalYear}`);
      const { sheet, plan } = form.value;
      const applied = await port.apply(plan, read.value);
      keep(applied.ok ? applied.value : applied.error.receipt);
      if (!applied.ok) return refuse(applied.error, null, again);
      // The form is to be read, wherever somebody pointed before.
      held.options = { ...held.options, area: undefined };
      // Where the form cannot be shown it is there all the same.
      await port.select({ sheet, row: 0, column: 0 });
      return become({ step: 'formAdded', sheet, fiscalYear });
    });
  };

  const merge = async (): Promise<SessionState> => {
    const analysis: PlainAnalysis | null = analysisOf(state());
    if (isWorking(state()) || analysis === null || held.copies.length === 0) return state();
    become({ step: 'merging' });
    return guarded(analysis, merge, async () => {
      const { runMerge } = await import('./merge-job');
      const done = await runMerge(port, analyst, held.copies, held.options);
      if (done.ok) {
        held.snapshot = done.value.snapshot;
        held.options = withoutWritten(held.options);
        keep(done.value.receipt);
        return become({ step: 'merged', analysis: done.value.analysis, merge: done.value.merge });
      }
      if (done.error.kind === 'reading') return become({ step: 'unread', refusal: done.error.refusal });
      const { refusal } = done.error;
      keep(refusal.receipt);
      return refuse(refusal, analysis, merge);
    });
  };

  const undo = async (): Promise<SessionState> => {
    const receipt = receipts.at(-1);
    const analysis = analysisOf(state());
    if (isWorking(state()) || receipt === undefined) return state();
    become({ step: 'undoing' });
    return guarded(analysis, undo, async () => {
      const undone = await receipt.undo();
      if (!undone.ok) return refuse(undone.error, analysis, undo);
      receipts.pop();
      return become({ step: 'undone', left: undone.value });
    });
  };

  return { keep, write, addForm, merge, canUndo: () => receipts.length > 0, undo };
};
