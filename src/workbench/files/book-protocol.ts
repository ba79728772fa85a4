import type { ManyOptions, PlainAnalysis } from '../../app/analyst';
import type { AnalysisOptions, AnalysisRefusal } from '../../app/analyze';
import type { Collected } from '../../app/collect';
import type { Gathered } from '../../app/collect-job';
import type { ManyOutcome } from '../../app/many-outcome';
import type { Merge, MergeSource } from '../../app/merge';
import type { WorkbookRefusal } from '../../app/workbook-port';
import type { CellRef } from '../../core/cell-address';
import type { ChangePlan } from '../../core/change-plan';
import type { ReadingRefusal } from '../../core/read/reading-request';
import type { Result } from '../../core/result';
import type { DefinedName, SheetSnapshot, Snapshot } from '../../core/snapshot';
import type { WorkbookLooks } from '../../xlsx/looks/workbook-looks';
import type { CellResult } from '../../xlsx/write/edit-cells';
import type { PackedCells } from './packed-cells';

/** A cell as it was left in a grid; `formula` is without `=`. */
export type LeftCell = CellResult & { readonly formula?: string };

/** Cells that could not be changed, with the reason. */
export type NotTyped = { readonly refusal: WorkbookRefusal; readonly cells: readonly CellRef[] };

export type PackedSheet = Omit<SheetSnapshot, 'rows'> & { readonly cells: PackedCells };

/** What a workbook has become, as far as it differs from what was told before. */
export type BookChange = {
  /** The same number for the same contents. */
  readonly version: number;
  readonly names: readonly DefinedName[];
  /** Sheets in order; of one that has not changed its place among those that were told before. */
  readonly sheets: readonly (PackedSheet | number)[];
  /** Null where nothing looks different. */
  readonly looks: WorkbookLooks | null;
};

/** What is asked of who keeps a workbook, and what is answered. */
export type BookQuestions = {
  readonly open: {
    readonly ask: { readonly bytes: Uint8Array };
    readonly answer: Result<BookChange, WorkbookRefusal>;
  };
  readonly type: {
    readonly ask: { readonly cells: readonly LeftCell[]; readonly results: readonly CellResult[] };
    readonly answer: { readonly change: BookChange | null; readonly notTyped: readonly NotTyped[] };
  };
  readonly apply: {
    readonly ask: { readonly plan: ChangePlan };
    readonly answer: Result<{ readonly change: BookChange; readonly receipt: number }, WorkbookRefusal>;
  };
  readonly undo: {
    readonly ask: { readonly receipt: number };
    readonly answer: Result<BookChange, WorkbookRefusal>;
  };
  readonly bytes: { readonly ask: object; readonly answer: Uint8Array };
  readonly analyze: {
    readonly ask: { readonly options: AnalysisOptions };
    readonly answer: Result<PlainAnalysis, AnalysisRefusal>;
  };
  readonly merge: {
    readonly ask: { readonly copies: readonly MergeSource[]; readonly options: AnalysisOptions };
    readonly answer: Result<Merge, ReadingRefusal>;
  };
  readonly many: {
    readonly ask: { readonly options: ManyOptions };
    readonly answer: Result<ManyOutcome, ReadingRefusal>;
  };
  readonly collect: {
    /** Another workbook than the one that is kept. */
    readonly ask: { readonly snapshot: Snapshot; readonly options: ManyOptions };
    readonly answer: Collected;
  };
  readonly collection: {
    readonly ask: { readonly gathered: Gathered };
    readonly answer: ManyOutcome;
  };
};

export type BookQuestion = keyof BookQuestions;

/** Asks who keeps a workbook. */
export type AskBook = <Kind extends BookQuestion>(
  kind: Kind,
  ask: BookQuestions[Kind]['ask'],
) => Promise<BookQuestions[Kind]['answer']>;

/** A question on its way to another thread, and what comes back: an answer, or the name of a fault of ours. */
export type BookMessage = { readonly id: number; readonly kind: BookQuestion; readonly ask: object };
export type BookReply =
  { readonly id: number; readonly answer: unknown } | { readonly id: number; readonly fault: string };
