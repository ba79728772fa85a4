import type { CellRef } from '../core/cell-address';
import type { Snapshot } from '../core/snapshot';
import { localAnalyst, type Analyst, type PlainAnalysis } from './analyst';
import type { AnalysisOptions } from './analyze';
import { manySteps, type Current } from './many-steps';
import type { MergeSource } from './merge';
import { isWorking, type Session, type SessionState } from './session-state';
import type { Receipt, WorkbookPort, WorkbookRefusal } from './workbook-port';

/**
 * Choices without what is written into the settings sheet: once it stands there the sheet counts, and what the officer
 * types there afterwards is not written over.
 */
const withoutWritten = ({ year, agency, sheet, fileName, inPlace, documents }: AnalysisOptions) => ({
  ...{ year, agency, sheet, fileName },
  ...(inPlace === undefined ? {} : { inPlace }),
  ...(documents === undefined ? {} : { documents }),
});

/** A job that was given up while it waited. */
class GivenUp extends Error {}

/** Starts the work on a workbook; nothing is read before it is asked for. */
export const startSession = (port: WorkbookPort, analyst: Analyst = localAnalyst): Session => {
  let state: SessionState = { step: 'idle' };
  let options: AnalysisOptions = {};
  let snapshot: Snapshot | null = null;
  let copies: readonly MergeSource[] = [];
  /** What a plan for many files or agencies is left for. */
  let beforePlan: { readonly state: SessionState; readonly snapshot: Snapshot | null } = {
    state,
    snapshot: null,
  };
  /** What was before the work that can be given up; null while there is none. */
  let before: {
    readonly state: SessionState;
    readonly options: AnalysisOptions;
    readonly snapshot: Snapshot | null;
  } | null = null;
  let job = 0;
  /** What takes back each thing that was written, the last one last; it is gone with the session. */
  const receipts: Receipt[] = [];
  const listeners = new Set<() => void>();

  const become = (next: SessionState): SessionState => {
    state = next;
    for (const listener of listeners) listener();
    return state;
  };
  const isBusy = (): boolean => isWorking(state);
  const analysisOf = (current: SessionState): PlainAnalysis | null =>
    'analysis' in current ? current.analysis : null;

  const keep = (receipt: Receipt | undefined): void => {
    if (receipt !== undefined) receipts.push(receipt);
  };

  const refuse = (
    refusal: WorkbookRefusal,
    analysis: PlainAnalysis | null,
    again: () => Promise<SessionState>,
  ): SessionState => become({ step: 'refused', refusal, analysis, again });

  /** A fault of ours must not leave the pane waiting; it is shown, and told to whoever develops. */
  const guarded = async (
    analysis: PlainAnalysis | null,
    again: () => Promise<SessionState>,
    work: () => Promise<SessionState>,
  ): Promise<SessionState> => {
    const own = job;
    try {
      return await work();
    } catch (error) {
      if (error instanceof GivenUp || own !== job) return state;
      console.error(error);
      const detail = error instanceof Error ? error.name : String(error);
      return refuse({ code: 'unexpected', detail }, analysis, again);
    }
  };

  /** Work that writes nothing: it can be given up, and what it finds out afterwards does not count. */
  const reading = async (
    first: SessionState,
    analysis: PlainAnalysis | null,
    again: () => Promise<SessionState>,
    work: (current: Current) => Promise<SessionState>,
    choice: AnalysisOptions = {},
  ): Promise<SessionState> => {
    before ??= { state, options, snapshot };
    const own = ++job;
    options = { ...options, ...choice };
    become(first);
    const done = await guarded(analysis, again, () =>
      work(async (answer) => {
        const value = await answer;
        if (own !== job) throw new GivenUp();
        return value;
      }),
    );
    if (own === job) before = null;
    return done;
  };

  const found = async (source: Snapshot, current: Current): Promise<SessionState> => {
    const analysis = await current(analyst.analyze(source, options));
    return become(
      analysis.ok ? { step: 'ready', analysis: analysis.value } : { step: 'unread', refusal: analysis.error },
    );
  };

  const analyze = async (choice: AnalysisOptions = {}): Promise<SessionState> => {
    // A further choice begins what can be given up anew; without one there is nothing to add.
    if (isBusy() && (before === null || Object.keys(choice).length === 0)) return state;
    return reading(
      { step: 'reading' },
      null,
      analyze,
      async (current) => {
        const read = await current(port.snapshot());
        if (!read.ok) return refuse(read.error, null, analyze);
        snapshot = read.value;
        become({ step: 'assessing' });
        return found(read.value, current);
      },
      choice,
    );
  };

  const choose = async (choice: AnalysisOptions = {}): Promise<SessionState> => {
    const source = snapshot;
    if (state.step === 'reading') return analyze(choice);
    // A further choice takes the place of one that is still being worked out.
    const isOpen = !isBusy() || state.step === 'assessing';
    if (!isOpen || source === null) return state;
    return reading(
      { step: 'assessing' },
      analysisOf(before?.state ?? state),
      choose,
      (current) => found(source, current),
      choice,
    );
  };

  const write = async (): Promise<SessionState> => {
    const analysis = analysisOf(state);
    if (isBusy() || analysis === null || snapshot === null) return state;
    const basis = snapshot;
    become({ step: 'writing' });
    return guarded(analysis, write, async () => {
      const applied = await port.apply(analysis.plan, basis);
      keep(applied.ok ? applied.value : applied.error.receipt);
      if (!applied.ok) return refuse(applied.error, analysis, write);
      options = withoutWritten(options);
      return become({ step: 'written', analysis });
    });
  };

  const addForm = async (fiscalYear: number): Promise<SessionState> => {
    if (isBusy()) return state;
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
      // Where the form cannot be shown it is there all the same.
      await port.select({ sheet, row: 0, column: 0 });
      return become({ step: 'formAdded', sheet, fiscalYear });
    });
  };

  const planMerge = async (sources: readonly MergeSource[]): Promise<SessionState> => {
    const analysis = analysisOf(state);
    if (isBusy() || analysis === null) return state;
    const again = (): Promise<SessionState> => planMerge(sources);
    const from = state;
    return reading({ step: 'reading' }, analysis, again, async (current) => {
      const read = await current(port.snapshot());
      if (!read.ok) return refuse(read.error, analysis, again);
      become({ step: 'assessing' });
      const merge = await current(analyst.planMerge(read.value, sources, { ...options, documents: [] }));
      if (!merge.ok) return become({ step: 'unread', refusal: merge.error });
      copies = sources;
      beforePlan = { state: from, snapshot };
      return become({ step: 'mergePlanned', analysis, merge: merge.value });
    });
  };

  const merge = async (): Promise<SessionState> => {
    const analysis = analysisOf(state);
    if (isBusy() || analysis === null || copies.length === 0) return state;
    become({ step: 'merging' });
    return guarded(analysis, merge, async () => {
      const { runMerge } = await import('./merge-job');
      const done = await runMerge(port, analyst, copies, options);
      if (done.ok) {
        snapshot = done.value.snapshot;
        options = withoutWritten(options);
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
    const analysis = analysisOf(state);
    if (isBusy() || receipt === undefined) return state;
    become({ step: 'undoing' });
    return guarded(analysis, undo, async () => {
      const undone = await receipt.undo();
      if (!undone.ok) return refuse(undone.error, analysis, undo);
      receipts.pop();
      return become({ step: 'undone', left: undone.value });
    });
  };

  /** Shows a cell; `over` is what the pane showed when it was first asked for, and shows again when it succeeds. */
  const showOver = (cell: CellRef, over: SessionState): Promise<SessionState> => {
    const asked = state;
    const again = (): Promise<SessionState> => showOver(cell, over);
    return guarded(analysisOf(over), again, async () => {
      const shown = await port.select(cell);
      // Whatever was begun meanwhile goes on.
      if (state !== asked) return state;
      if (!shown.ok) return refuse(shown.error, analysisOf(over), again);
      return asked === over ? state : become(over);
    });
  };

  const many = manySteps({
    ...{ port, analyst, isBusy, become, refuse, reading, guarded, keep },
    session: { state: () => state, options: () => options },
    analysis: () => analysisOf(state),
    comeFrom: (before, basis) => {
      beforePlan = { state: before, snapshot };
      if (basis !== null) snapshot = basis;
    },
  });

  return {
    state: () => state,
    options: () => options,
    snapshot: () => snapshot,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    analyze,
    choose,
    cancel: () => {
      if (before === null) return;
      job += 1;
      const { state: back } = before;
      ({ options, snapshot } = before);
      before = null;
      become(back);
    },
    write,
    addForm,
    planMerge,
    merge,
    ...many,
    leavePlan: () => {
      if (!('many' in state || 'merge' in state || state.step === 'nothingCollected')) return;
      ({ snapshot } = beforePlan);
      become(beforePlan.state);
    },
    canUndo: () => receipts.length > 0,
    undo,
    show: (cell) => showOver(cell, state),
  };
};
