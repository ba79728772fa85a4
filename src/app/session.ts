import type { CellRef } from '../core/cell-address';
import type { Snapshot } from '../core/snapshot';
import { localAnalyst, type Analyst, type PlainAnalysis } from './analyst';
import type { AnalysisOptions } from './analyze';
import { manySteps, type Current } from './many-steps';
import type { MergeSource } from './merge';
import { analysisOf, isWorking, type Session, type SessionState } from './session-state';
import type { Held, Work } from './session-work';
import { startWriting } from './session-writing';
import type { WorkbookPort } from './workbook-port';

/** A job that was given up while it waited. */
class GivenUp extends Error {}

/** Waits for an answer, unless the job that asked for it was given up meanwhile. */
/** Starts the work on a workbook; nothing is read before it is asked for. */
export const startSession = (port: WorkbookPort, analyst: Analyst = localAnalyst): Session => {
  let state: SessionState = { step: 'idle' };
  const held: Held = { options: {}, snapshot: null, copies: [] };
  /** What a plan for many files or agencies is left for. */
  let beforePlan: { readonly state: SessionState; readonly snapshot: Snapshot | null } = {
    state,
    snapshot: null,
  };
  /** What was before the work that can be given up; null while there is none. */
  let before: ({ readonly state: SessionState } & Readonly<Pick<Held, 'options' | 'snapshot'>>) | null = null;
  let job = 0;
  const listeners = new Set<() => void>();

  const become: Work['become'] = (next) => {
    state = next;
    for (const listener of listeners) listener();
    return state;
  };
  const isBusy = (): boolean => isWorking(state);

  const refuse: Work['refuse'] = (refusal, analysis, again) =>
    become({ step: 'refused', refusal, analysis, again });

  const guarded: Work['guarded'] = async (analysis, again, work) => {
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
    before ??= { state, options: held.options, snapshot: held.snapshot };
    const own = ++job;
    held.options = { ...held.options, ...choice };
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
    const analysis = await current(analyst.analyze(source, held.options));
    return become(
      analysis.ok ? { step: 'ready', analysis: analysis.value } : { step: 'unread', refusal: analysis.error },
    );
  };

  /** Reads the workbook as it is now, and works out what it holds. */
  const readAnew = async (again: () => Promise<SessionState>, current: Current): Promise<SessionState> => {
    const read = await current(port.snapshot());
    if (!read.ok) return refuse(read.error, null, again);
    held.snapshot = read.value;
    become({ step: 'assessing' });
    return found(read.value, current);
  };

  const analyze = async (choice: AnalysisOptions = {}): Promise<SessionState> => {
    // A further choice begins what can be given up anew; without one there is nothing to add.
    if (isBusy() && (before === null || Object.keys(choice).length === 0)) return state;
    return reading({ step: 'reading' }, null, analyze, (current) => readAnew(analyze, current), choice);
  };

  const readSelection = async (): Promise<SessionState> => {
    const { selection } = port;
    const analysis = analysisOf(state);
    if (isBusy() || selection === undefined) return state;
    return reading({ step: 'reading' }, analysis, readSelection, async (current) => {
      const selected = await current(selection());
      if (!selected.ok) return refuse(selected.error, analysis, readSelection);
      // What was chosen among the tables of the whole workbook says nothing of this one.
      held.options = { ...held.options, area: selected.value, sheet: undefined, year: undefined };
      return readAnew(analyze, current);
    });
  };

  const choose = async (choice: AnalysisOptions = {}): Promise<SessionState> => {
    const source = held.snapshot;
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

  const planMerge = async (sources: readonly MergeSource[]): Promise<SessionState> => {
    const analysis = analysisOf(state);
    if (isBusy() || analysis === null) return state;
    const again = (): Promise<SessionState> => planMerge(sources);
    const from = state;
    return reading({ step: 'reading' }, analysis, again, async (current) => {
      const read = await current(port.snapshot());
      if (!read.ok) return refuse(read.error, analysis, again);
      become({ step: 'assessing' });
      const merge = await current(analyst.planMerge(read.value, sources, { ...held.options, documents: [] }));
      if (!merge.ok) return become({ step: 'unread', refusal: merge.error });
      held.copies = sources;
      beforePlan = { state: from, snapshot: held.snapshot };
      return become({ step: 'mergePlanned', analysis, merge: merge.value });
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

  const work: Work = { state: () => state, become, refuse, guarded };
  const { keep, ...writing } = startWriting(port, analyst, work, held);
  const many = manySteps({
    ...work,
    ...{ port, analyst, held, reading, keep },
    comeFrom: (from, basis) => {
      beforePlan = { state: from, snapshot: held.snapshot };
      if (basis !== null) held.snapshot = basis;
    },
  });

  return {
    state: () => state,
    options: () => held.options,
    snapshot: () => held.snapshot,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    analyze,
    readSelection: port.selection === undefined ? null : readSelection,
    choose,
    cancel: () => {
      if (before === null) return;
      job += 1;
      const { state: back, options, snapshot } = before;
      Object.assign(held, { options, snapshot });
      before = null;
      become(back);
    },
    ...writing,
    planMerge,
    ...many,
    leavePlan: () => {
      if (!('many' in state || 'merge' in state || state.step === 'nothingCollected')) return;
      held.snapshot = beforePlan.snapshot;
      become(beforePlan.state);
    },
    show: (cell) => showOver(cell, state),
  };
};
