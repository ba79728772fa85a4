import type { CellPosition, CellRange, CellRef } from '../cell-address';
import type { SheetSnapshot } from '../snapshot';
import type { ColumnRole } from './vocabulary';

export type TableColumn = {
  readonly column: number;
  readonly role: ColumnRole;
  readonly header: string;
  /** Year that the header itself names, as tables with a year per column do. */
  readonly year: number | null;
  /** Agency that the header itself names, as tables with an agency per column do. */
  readonly agency: string | null;
  /** Cell of the header, or of what stands for it. */
  readonly headerCell: CellPosition;
};

/**
 * A score table: columns that say what is scored and where the scores stand, and the rows below their headers. A table
 * whose subjects stand across the sheet is laid on its side first, so that all tables read alike.
 */
export type ScoreTable = {
  /** The sheet as this table reads it. */
  readonly sheet: SheetSnapshot;
  /** First row of the area that was laid on its side, or null where the sheet stands as the officer sees it. */
  readonly turnedFrom: number | null;
  /** Last row of the header. */
  readonly headerRow: number;
  readonly columns: readonly TableColumn[];
  /** Row of the officer's sheet in which the header ends; headings of the table stand above it. */
  readonly headRow: number;
  /** Rows of the body, from the first below the header up to but without `endRow`. */
  readonly endRow: number;
  /** Row of `sheet` that holds a grade for each series, or null. */
  readonly gradeRow: number | null;
  /** Where the table stands on the officer's sheet, its header included. */
  readonly area: CellRange;
};

/** Columns of a table that have one of these roles, from left to right. */
export const columnsOf = (
  table: Pick<ScoreTable, 'columns'>,
  ...roles: readonly ColumnRole[]
): readonly TableColumn[] => table.columns.filter(({ role }) => roles.includes(role));

/** Cell of the officer's sheet that a position in a table is. */
export const cellOf = (
  { sheet, turnedFrom }: Pick<ScoreTable, 'sheet' | 'turnedFrom'>,
  { row, column }: CellPosition,
): CellRef =>
  turnedFrom === null
    ? { sheet: sheet.name, row, column }
    : { sheet: sheet.name, row: turnedFrom + column, column: row };

/** An area of a sheet laid on its side: its columns become rows, so that its first row is the first column. */
export const turned = (sheet: SheetSnapshot, top: number, end: number): SheetSnapshot => {
  const area = sheet.rows.slice(top, end);
  const width = area.reduce((most, row) => Math.max(most, row?.length ?? 0), 0);
  return {
    ...sheet,
    rows: Array.from({ length: width }, (_, column) => area.map((row) => row?.[column])),
    merges: sheet.merges
      .filter((merge) => merge.top >= top && merge.bottom < end)
      .map((merge) => ({
        top: merge.left,
        left: merge.top - top,
        bottom: merge.right,
        right: merge.bottom - top,
      })),
    hiddenRows: new Set(),
    tables: [],
  };
};
