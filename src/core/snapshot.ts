import type { CellPosition, CellRange } from './cell-address';

/** An error that a spreadsheet shows in a cell, such as `#DIV/0!`. */
export type CellError = { readonly error: string };

/** What a cell shows: a formula's last result counts, a blank cell is null and never 0. */
export type CellValue = string | number | boolean | CellError | null;

export type SnapshotCell = {
  readonly value: CellValue;
  /** Without the leading `=`; null where the cell holds a plain value, '' for a formula whose text is not known. */
  readonly formula: string | null;
  /** Number format code, `General` where none is set; tells percents and dates from plain numbers. */
  readonly format: string;
};

/** A native table (list object) on a sheet; the range includes the header row. */
export type SnapshotTable = {
  readonly name: string;
  readonly range: CellRange;
  readonly columns: readonly string[];
};

export type SheetSnapshot = {
  readonly name: string;
  readonly visibility: 'visible' | 'hidden' | 'veryHidden';
  /** From A1; rows and cells without content are absent. */
  readonly rows: readonly (readonly (SnapshotCell | undefined)[] | undefined)[];
  readonly merges: readonly CellRange[];
  readonly hiddenRows: ReadonlySet<number>;
  readonly tables: readonly SnapshotTable[];
  readonly isProtected: boolean;
  /** Whether a filter, of the sheet or of one of its tables, hides rows. */
  readonly isFiltered: boolean;
};

/** A name that the workbook defines, such as `ITA_Analysis`; `refersTo` has no leading `=`. */
export type DefinedName = {
  readonly name: string;
  readonly refersTo: string;
  /** Sheet to which the name is limited, or null for the whole workbook. */
  readonly scope: string | null;
};

/** What a workbook holds at one moment. */
export type Snapshot = {
  readonly sheets: readonly SheetSnapshot[];
  readonly names: readonly DefinedName[];
};

export const cellAt = (sheet: SheetSnapshot, { row, column }: CellPosition): SnapshotCell | undefined =>
  sheet.rows[row]?.[column];

export const isCellError = (value: CellValue | undefined): value is CellError =>
  typeof value === 'object' && value !== null;
