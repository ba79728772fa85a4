import { rangeContains, type CellPosition, type CellRange } from '../cell-address';
import { readNumberText } from '../text/numbers';
import { cellAt, isCellError, type SheetSnapshot } from '../snapshot';

/** A cell's content as the text that a label would be; '' for blank cells and errors. */
export const textAt = (sheet: SheetSnapshot, position: CellPosition): string => {
  const value = cellAt(sheet, position)?.value ?? null;
  return value === null || isCellError(value) ? '' : String(value);
};

/** Merged area that a cell belongs to, or the cell alone. */
export const areaOf = (sheet: SheetSnapshot, { row, column }: CellPosition): CellRange =>
  sheet.merges.find((merge) => rangeContains(merge, { row, column })) ?? {
    top: row,
    left: column,
    bottom: row,
    right: column,
  };

/** Text of the merged area that covers a cell, or of the cell itself. */
export const mergedTextAt = (sheet: SheetSnapshot, position: CellPosition): string => {
  const { top, left } = areaOf(sheet, position);
  return textAt(sheet, { row: top, column: left });
};

/** Columns of a row that hold something, from left to right. */
export const filledColumns = (sheet: SheetSnapshot, row: number): readonly number[] =>
  (sheet.rows[row] ?? []).flatMap((cell, column) =>
    cell === undefined || cell.value === null || cell.value === '' ? [] : [column],
  );

const LARGEST_SCORE = 100;

/** Whether a row holds a number of a score's size, in these columns or anywhere: then it is a body's row and no heading. */
export const holdsScore = (
  sheet: SheetSnapshot,
  row: number,
  columns: readonly number[] = filledColumns(sheet, row),
): boolean =>
  columns.some((column) => {
    const read = readNumberText(textAt(sheet, { row, column }));
    return read.kind === 'number' && read.value <= LARGEST_SCORE;
  });
