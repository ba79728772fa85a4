import type { CellRef } from '../core/cell-address';
import type { ReadingRefusal } from '../core/read/read-workbook';
import type { Snapshot } from '../core/snapshot';
import type { Analysis, AnalysisOptions } from './analyze';
import type { Receipt, UndoOutcome, WorkbookPort, WorkbookRefusal } from './workbook-port';

/** How far the work on the open workbook has come. */
export type SessionState =
  | { readonly step: 'idle' | 'reading' }
  /** The workbook leaves a choice, or nothing in it can be assessed. */
  | { readonly step: 'unread'; readonly refusal: ReadingRefusal }
  /** The workbook could not be read or written; what was analysed before is kept. */
  | { readonly step: 'refused'; readonly refusal: WorkbookRefusal; readonly analysis: Analysis | null }
  | { readonly step: 'ready' | 'writing' | 'written' | 'undoing'; readonly analysis: Analysis }
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

  /** A fault of ours must not leave the pane waiting; it is shown, and told to whoever develops. */
  const guarded = async (
    analysis: Analysis | null,
    job: () => Promise<SessionState>,
  ): Promise<SessionState> => {
    try {
      return await job();
    } catch (error) {
      console.error(error);
      const detail = error instanceof Error ? error.name : String(error);
      return become({ step: 'refused', refusal: { code: 'unexpected', detail }, analysis });
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
    return guarded(null, async () => {
      const read = await port.snapshot();
      if (!read.ok) return become({ step: 'refused', refusal: read.error, analysis: null });
      snapshot = read.value;
      return plan(snapshot);
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
    choose: async (choice) => {
      if (isBusy()) return state;
      options = { ...options, ...choice };
      return snapshot === null ? state : plan(snapshot);
    },
    write: async () => {
      const analysis = analysisOf(state);
      if (isBusy() || analysis === null || snapshot === null) return state;
      const basis = snapshot;
      become({ step: 'writing', analysis });
      return guarded(analysis, async () => {
        const applied = await port.apply(analysis.plan, basis);
        const receipt = applied.ok ? applied.value : applied.error.receipt;
        if (receipt !== undefined) receipts.push(receipt);
        return become(
          applied.ok ? { step: 'written', analysis } : { step: 'refused', refusal: applied.error, analysis },
        );
      });
    },
    canUndo: () => receipts.length > 0,
    undo: async () => {
      const receipt = receipts.at(-1);
      const analysis = analysisOf(state);
      if (isBusy() || receipt === undefined || analysis === null) return state;
      become({ step: 'undoing', analysis });
      return guarded(analysis, async () => {
        const undone = await receipt.undo();
        if (undone.ok) receipts.pop();
        return become(
          undone.ok
            ? { step: 'undone', analysis, left: undone.value }
            : { step: 'refused', refusal: undone.error, analysis },
        );
      });
    },
    show: async (cell) => {
      const shown = await port.select(cell);
      return shown.ok
        ? state
        : become({ step: 'refused', refusal: shown.error, analysis: analysisOf(state) });
    },
  };
};
