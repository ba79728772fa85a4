import type { CellRef } from '../core/cell-address';
import type { ReadingRefusal } from '../core/read/read-workbook';
import type { Snapshot } from '../core/snapshot';
import type { Analysis, AnalysisOptions } from './analyze';
import type { Receipt, UndoOutcome, WorkbookPort, WorkbookRefusal } from './workbook-port';

/** How far the work on the open workbook has come. */
export type SessionState =
  | { readonly step: 'idle' | 'reading' }
  | { readonly step: 'writing' | 'undoing'; readonly analysis: Analysis }
  | Outcome;

/** What the work has come to, of which there is something to say. */
export type Outcome =
  /** The workbook leaves a choice, or nothing in it can be assessed. */
  | { readonly step: 'unread'; readonly refusal: ReadingRefusal }
  /** The workbook could not be read or written; what was analysed before is kept. */
  | {
      readonly step: 'refused';
      readonly refusal: WorkbookRefusal;
      readonly analysis: Analysis | null;
      /** Tries once more what was refused, and nothing else. */
      readonly again: () => Promise<SessionState>;
    }
  | { readonly step: 'ready' | 'written'; readonly analysis: Analysis }
  /** Taken back; what somebody had edited since was left. */
  | { readonly step: 'undone'; readonly analysis: Analysis; readonly left: UndoOutcome };

/** The work on one workbook, shared by the pane and the ribbon's buttons. */
export type Session = {
  readonly state: () => SessionState;
  readonly options: () => AnalysisOptions;
  /** Calls back after every change of state, until the function that it gives is called. */
  readonly subscribe: (listener: () => void) => () => void;
  /** Reads and assesses the workbook, with what the user chose now and before. */
  readonly analyze: (choice?: AnalysisOptions) => Promise<SessionState>;
  /** Plans anew from what was read, without reading again. */
  readonly choose: (choice: AnalysisOptions) => Promise<SessionState>;
  /** Writes what was analysed. */
  readonly write: () => Promise<SessionState>;
  /** Whether something was written that can be taken back. */
  readonly canUndo: () => boolean;
  /** Takes back what was written last. */
  readonly undo: () => Promise<SessionState>;
  readonly show: (cell: CellRef) => Promise<SessionState>;
};

/** Starts the work on a workbook; nothing is read before it is asked for. */
export const startSession = (port: WorkbookPort): Session => {
  let state: SessionState = { step: 'idle' };
  let options: AnalysisOptions = {};
  let snapshot: Snapshot | null = null;
  /** What takes back each thing that was written, the last one last; it is gone with the session. */
  const receipts: Receipt[] = [];
  const listeners = new Set<() => void>();

  const become = (next: SessionState): SessionState => {
    state = next;
    for (const listener of listeners) listener();
    return state;
  };
  const isBusy = (): boolean => ['reading', 'writing', 'undoing'].includes(state.step);
  const analysisOf = (current: SessionState): Analysis | null =>
    'analysis' in current ? current.analysis : null;

  const refuse = (
    refusal: WorkbookRefusal,
    analysis: Analysis | null,
    again: () => Promise<SessionState>,
  ): SessionState => become({ step: 'refused', refusal, analysis, again });

  /** A fault of ours must not leave the pane waiting; it is shown, and told to whoever develops. */
  const guarded = async (
    analysis: Analysis | null,
    again: () => Promise<SessionState>,
    job: () => Promise<SessionState>,
  ): Promise<SessionState> => {
    try {
      return await job();
    } catch (error) {
      console.error(error);
      const detail = error instanceof Error ? error.name : String(error);
      return refuse({ code: 'unexpected', detail }, analysis, again);
    }
  };

  const plan = async (source: Snapshot): Promise<SessionState> => {
    // The rules of eight years are heavy, and the pane shows itself without them.
    const { analyze } = await import('./analyze');
    const analysis = analyze(source, options);
    return become(
      analysis.ok ? { step: 'ready', analysis: analysis.value } : { step: 'unread', refusal: analysis.error },
    );
  };

  const analyze = async (choice: AnalysisOptions = {}): Promise<SessionState> => {
    if (isBusy()) return state;
    options = { ...options, ...choice };
    become({ step: 'reading' });
    return guarded(null, analyze, async () => {
      const read = await port.snapshot();
      if (!read.ok) return refuse(read.error, null, analyze);
      snapshot = read.value;
      return plan(snapshot);
    });
  };

  const choose = async (choice: AnalysisOptions = {}): Promise<SessionState> => {
    if (isBusy()) return state;
    options = { ...options, ...choice };
    const source = snapshot;
    return source === null ? state : guarded(analysisOf(state), choose, () => plan(source));
  };

  const write = async (): Promise<SessionState> => {
    const analysis = analysisOf(state);
    if (isBusy() || analysis === null || snapshot === null) return state;
    const basis = snapshot;
    become({ step: 'writing', analysis });
    return guarded(analysis, write, async () => {
      const applied = await port.apply(analysis.plan, basis);
      const receipt = applied.ok ? applied.value : applied.error.receipt;
      if (receipt !== undefined) receipts.push(receipt);
      return applied.ok ? become({ step: 'written', analysis }) : refuse(applied.error, analysis, write);
    });
  };

  const undo = async (): Promise<SessionState> => {
    const receipt = receipts.at(-1);
    const analysis = analysisOf(state);
    if (isBusy() || receipt === undefined || analysis === null) return state;
    become({ step: 'undoing', analysis });
    return guarded(analysis, undo, async () => {
      const undone = await receipt.undo();
      if (!undone.ok) return refuse(undone.error, analysis, undo);
      receipts.pop();
      return become({ step: 'undone', analysis, left: undone.value });
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

  return {
    state: () => state,
    options: () => options,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    analyze,
    choose,
    write,
    canUndo: () => receipts.length > 0,
    undo,
    show: (cell) => showOver(cell, state),
  };
};
