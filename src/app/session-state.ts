import type { CellRef } from '../core/cell-address';
import type { ReadingRefusal } from '../core/read/reading-request';
import type { Snapshot } from '../core/snapshot';
import type { PlainAnalysis } from './analyst';
import type { AnalysisOptions } from './analyze';
import type { PickedFile } from './collect-job';
import type { ManyOutcome } from './many-outcome';
import type { Merge, MergeSource } from './merge';
import type { UnreadSource } from './unread-source';
import type { UndoOutcome, WorkbookRefusal } from './workbook-port';

/** How far the work on the open workbook has come. */
export type SessionState =
  /** While it is read or worked out, nothing is written and the work can be given up. */
  | { readonly step: 'idle' | 'reading' | 'assessing' }
  /** Files are read one after another; this too can be given up. */
  | { readonly step: 'collecting'; readonly done: number; readonly total: number }
  | { readonly step: 'writing' | 'merging' | 'undoing' }
  | Outcome;

/** Whether something is under way. */
export const isWorking = ({ step }: SessionState): boolean =>
  ['reading', 'assessing', 'collecting', 'writing', 'merging', 'undoing'].includes(step);

/** What the work has come to, of which there is something to say. */
export type Outcome =
  /** The workbook leaves a choice, or nothing in it can be assessed. */
  | { readonly step: 'unread'; readonly refusal: ReadingRefusal }
  /** The workbook could not be read or written; what was analysed before is kept. */
  | {
      readonly step: 'refused';
      readonly refusal: WorkbookRefusal;
      readonly analysis: PlainAnalysis | null;
      /** Tries once more what was refused, and nothing else. */
      readonly again: () => Promise<SessionState>;
    }
  | { readonly step: 'ready' | 'written'; readonly analysis: PlainAnalysis }
  /** An empty score form was added, to be filled in. */
  | { readonly step: 'formAdded'; readonly sheet: string; readonly fiscalYear: number }
  /** What copies would bring; nothing is written yet. */
  | { readonly step: 'mergePlanned'; readonly analysis: PlainAnalysis; readonly merge: Merge }
  | { readonly step: 'merged'; readonly analysis: PlainAnalysis; readonly merge: Merge }
  /** Many agencies together; `analysis` is that of the workbook in front, where it was analysed before. */
  | {
      readonly step: 'manyPlanned' | 'manyWritten';
      readonly analysis: PlainAnalysis | null;
      readonly many: ManyOutcome;
    }
  /** None of the files gave an agency. */
  | {
      readonly step: 'nothingCollected';
      readonly analysis: PlainAnalysis | null;
      readonly unread: readonly UnreadSource[];
    }
  /** Taken back; what somebody had edited since was left. */
  | { readonly step: 'undone'; readonly left: UndoOutcome };

/** The analysis that stands behind a state; null where there is none. */
export const analysisOf = (state: SessionState): PlainAnalysis | null =>
  'analysis' in state ? state.analysis : null;

/** The work on one workbook, shared by the pane and the ribbon's buttons. */
export type Session = {
  readonly state: () => SessionState;
  readonly options: () => AnalysisOptions;
  /** The workbook as it was read last; null before. */
  readonly snapshot: () => Snapshot | null;
  /** Calls back after every change of state, until the function that it gives is called. */
  readonly subscribe: (listener: () => void) => () => void;
  /** Reads and assesses the workbook, with what the user chose now and before. */
  readonly analyze: (choice?: AnalysisOptions) => Promise<SessionState>;
  /** Reads what the user has selected, and nothing else, from then on; null where nothing can be selected. */
  readonly readSelection: (() => Promise<SessionState>) | null;
  /** Plans anew from what was read, without reading again. */
  readonly choose: (choice: AnalysisOptions) => Promise<SessionState>;
  /** Gives up what is being read or worked out, and goes back to what was before. */
  readonly cancel: () => void;
  /** Writes what was analysed. */
  readonly write: () => Promise<SessionState>;
  /** Adds an empty score form of a fiscal year. */
  readonly addForm: (fiscalYear: number) => Promise<SessionState>;
  /** Works out what copies would bring into the workbook as it is now. */
  readonly planMerge: (copies: readonly MergeSource[]) => Promise<SessionState>;
  /** Writes the merge that was planned. */
  readonly merge: () => Promise<SessionState>;
  /** Analyses all agencies of the workbook together, as it is now; a further choice plans anew from what was read. */
  readonly planMany: (choice?: Pick<AnalysisOptions, 'inPlace'>) => Promise<SessionState>;
  /** Reads files of many agencies, and works out what they come to in the workbook as it is now. */
  readonly collect: (files: readonly PickedFile[]) => Promise<SessionState>;
  /** Writes what was planned of many agencies. */
  readonly writeMany: () => Promise<SessionState>;
  /** Goes back from what was planned for many files or agencies to what was before. */
  readonly leavePlan: () => void;
  /** Whether something was written that can be taken back. */
  readonly canUndo: () => boolean;
  /** Takes back what was written last. */
  readonly undo: () => Promise<SessionState>;
  readonly show: (cell: CellRef) => Promise<SessionState>;
};
