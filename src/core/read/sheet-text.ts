import { rangeContains, type CellPosition, type CellRange } from '../cell-address';
import { readNumberText } from '../text/numbers';
import { withArabicDigits, withPlainSpaces } from '../text/thai-digits';
import { cellAt, isCellError, type SheetSnapshot } from '../snapshot';

/** A cell's content as the text that a label would be; '' for blank cells and errors. */
export const textAt = (sheet: SheetSnapshot, position: CellPosition): string => {
  const value = cellAt(sheet, position)?.value ?? null;
  return value === null || isCellError(value) ? '' : String(value);
};

const TALLEST_IN_ROWS = 64;

type MergeIndex = {
  readonly byRow: ReadonlyMap<number, readonly CellRange[]>;
  readonly tall: readonly CellRange[];
};

const mergeIndexes = new WeakMap<readonly CellRange[], MergeIndex>();

/** Merged areas by the rows that they cover: a sheet may have thousands, and every cell asks for its own. */
const mergeIndex = (merges: readonly CellRange[]): MergeIndex => {
  const known = mergeIndexes.get(merges);
  if (known !== undefined) return known;
  const byRow = new Map<number, CellRange[]>();
  const tall: CellRange[] = [];
  for (const merge of merges) {
    if (merge.bottom - merge.top >= TALLEST_IN_ROWS) tall.push(merge);
    else
      for (let row = merge.top; row <= merge.bottom; row += 1) {
        const inRow = byRow.get(row);
        if (inRow === undefined) byRow.set(row, [merge]);
        else inRow.push(merge);
      }
  }
  const index = { byRow, tall };
  mergeIndexes.set(merges, index);
  return index;
};

/** Merged area that a cell belongs to, or the cell alone. */
export const areaOf = (sheet: SheetSnapshot, { row, column }: CellPosition): CellRange => {
  const covers = (merge: CellRange): boolean => rangeContains(merge, { row, column });
  const { byRow, tall } = mergeIndex(sheet.merges);
  return (
    byRow.get(row)?.find(covers) ??
    tall.find(covers) ?? { top: row, left: column, bottom: row, right: column }
  );
};

/** Text of the merged area that covers a cell, or of the cell itself. */
export const mergedTextAt = (sheet: SheetSnapshot, position: CellPosition): string => {
  const { top, left } = areaOf(sheet, position);
  return textAt(sheet, { row: top, column: left });
};

/** Columns of a row that hold something, from left to right, or those of them within a span of columns. */
export const filledColumns = (
  sheet: SheetSnapshot,
  row: number,
  left = 0,
  right = Number.POSITIVE_INFINITY,
): readonly number[] => {
  const cells = sheet.rows[row] ?? [];
  const columns: number[] = [];
  for (let column = left; column < cells.length && column <= right; column += 1) {
    const value = cells[column]?.value ?? null;
    if (value !== null && value !== '') columns.push(column);
  }
  return columns;
};

/** A text in a cell of a sheet, without what the eye does not see. */
export type TextCell = CellPosition & { readonly text: string };

/** Texts of a sheet that match a pattern and are no longer than a limit, from top to bottom. */
export const textsMatching = (
  sheet: SheetSnapshot,
  pattern: RegExp,
  longest: number,
  rows = sheet.rows.length,
): readonly TextCell[] => {
  const found: TextCell[] = [];
  for (let row = 0; row < rows; row += 1) {
    const cells = sheet.rows[row] ?? [];
    for (let column = 0; column < cells.length; column += 1) {
      const value = cells[column]?.value;
      // Most cells of a large sheet are numbers or say nothing of scores; they must cost next to nothing.
      if (typeof value !== 'string' || value.length > longest * 2 || !pattern.test(value)) continue;
      const text = withPlainSpaces(value);
      if (text.length <= longest) found.push({ row, column, text });
    }
  }
  return found;
};

// The first half of a code whose number stands in the next cell.
const HALF_CODE = /^\s*(?:ข้อ(?:ที่)?\s*)?(?:[ieol|0๐]|ไอ|อี|โอ)\.?\s*$/i;
const SECOND_HALF = /^\d{1,2}\.?$/;

/** Code that is split over a cell and the next one, `o` and `9`, put together; undefined where a cell holds no half. */
export const splitCodeAt = (sheet: SheetSnapshot, { row, column }: CellPosition): string | undefined => {
  const text = textAt(sheet, { row, column });
  if (!HALF_CODE.test(text)) return undefined;
  const next = textAt(sheet, { row, column: column + 1 }).trim();
  return SECOND_HALF.test(withArabicDigits(next)) ? `${text.trim()}${next}` : undefined;
};

const LARGEST_SCORE = 100;

/** Whether a cell holds a number of a score's size. */
export const isScoreSized = (sheet: SheetSnapshot, position: CellPosition): boolean => {
  const value = cellAt(sheet, position)?.value ?? null;
  if (typeof value === 'number') return value <= LARGEST_SCORE;
  if (typeof value !== 'string') return false;
  const read = readNumberText(value);
  return read.kind === 'number' && read.value <= LARGEST_SCORE;
};

/** Whether a row holds a number of a score's size, in these columns or anywhere: then it is a body's row and no heading. */
export const holdsScore = (
  sheet: SheetSnapshot,
  row: number,
  columns: readonly number[] = filledColumns(sheet, row),
): boolean => columns.some((column) => isScoreSized(sheet, { row, column }));
