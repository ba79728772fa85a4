import type { CellRef } from '../core/cell-address';
import type { PointedArea } from '../core/read/pointed-area';
import type { ChangePlan } from '../core/change-plan';
import type { Result } from '../core/result';
import type { Snapshot } from '../core/snapshot';

/** Why a workbook is not read or a plan not applied; the message tables have a sentence for each code. */
export type WorkbookRefusal = {
  readonly code:
    /** Nothing in it: the copy or the download was not finished. */
    | 'emptyFile'
    /** Another kind of workbook, which the program that made it can save anew. */
    | 'oldXls'
    | 'ods'
    | 'xlsb'
    /** Text or something unknown, and what is known to be something else than a workbook. */
    | 'notZip'
    | 'notWorkbook'
    /** With a password. */
    | 'encrypted'
    | 'unsupportedZip'
    /** A part that is missing or does not hold what the standard demands. */
    | 'damaged'
    /** What only an attack needs: entities, paths that leave the file, nesting without end. */
    | 'unsafe'
    /** More to unpack than a workbook has, or a sheet beyond the limits of Excel. */
    | 'tooLarge'
    | 'sheetTooLarge'
    | 'protectedSheet'
    | 'protectedWorkbook'
    /** A cell that may not be changed alone. */
    | 'arrayFormula'
    | 'sharedFormula'
    | 'mergedCell'
    | 'tableHeader'
    | 'textTooLong'
    /** A name that something else in the workbook bears already. */
    | 'sheetNameTaken'
    | 'nameTaken'
    | 'tableOverlap'
    /** What a running Excel answers: a cell is being edited, no permission, too much at once, out of memory. */
    | 'cellEditMode'
    | 'accessDenied'
    | 'payloadTooLarge'
    | 'outOfMemory'
    /** Something that was to be written to is no longer there, or holds something else than was read. */
    | 'changedMeanwhile'
    | 'changedSinceRead'
    /** Something that was written has been edited since, and would be lost if it were taken back. */
    | 'editedSince'
    /** Where something would be written, rows are filtered, or a pivot table stands. */
    | 'filteredRows'
    | 'pivotTable'
    | 'readOnly'
    /** Writing failed and could not be taken back whole; the receipt can be tried again. */
    | 'halfWritten'
    | 'olderExcel'
    /** What is selected is no single block of cells. */
    | 'noSelection'
    /** Anything else; `detail` holds Excel's own code. */
    | 'unexpected';
  /** Part of the file, as a path in it. */
  readonly part?: string;
  readonly sheet?: string;
  /** Cell or row concerned, `'Sheet'!C5` or `'Sheet'!5:5`. */
  readonly cell?: string;
  readonly detail?: string;
  /** Further cells concerned, by name. */
  readonly cells?: readonly string[];
  /** Takes back what stands half written. */
  readonly receipt?: Receipt;
};

/** What was left as it is when something was taken back, because somebody has worked there since. */
export type UndoOutcome = { readonly cells: readonly string[]; readonly sheets: readonly string[] };

/** Takes back what was written; what has been edited since is left and listed. */
export type Receipt = { readonly undo: () => Promise<Result<UndoOutcome, WorkbookRefusal>> };

/** The workbook in front of the user: it can be read, and a plan is applied to it whole or not at all. */
export type WorkbookPort = {
  readonly snapshot: () => Promise<Result<Snapshot, WorkbookRefusal>>;
  /** Applies a plan that was made from a snapshot, unless what it is based on has changed since. */
  readonly apply: (plan: ChangePlan, basis: Snapshot) => Promise<Result<Receipt, WorkbookRefusal>>;
  /** Shows a cell to the user. */
  readonly select: (cell: CellRef) => Promise<Result<null, WorkbookRefusal>>;
  /** Cells that the user has selected; absent where nothing can be selected. */
  readonly selection?: () => Promise<Result<PointedArea, WorkbookRefusal>>;
};
