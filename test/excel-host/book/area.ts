import {
  absoluteA1,
  absoluteRangeA1,
  columnLetters,
  parseRange,
  rangeA1,
  rangesOverlap,
  type CellRange,
} from '../../../src/core/cell-address';

export const LAST_ROW = 1_048_575;
export const LAST_COLUMN = 16_383;
export const WHOLE_SHEET: CellRange = { top: 0, left: 0, bottom: LAST_ROW, right: LAST_COLUMN };

export const cellArea = (row: number, column: number): CellRange => ({
  top: row,
  left: column,
  bottom: row,
  right: column,
});

export const heightOf = ({ top, bottom }: CellRange): number => bottom - top + 1;
export const widthOf = ({ left, right }: CellRange): number => right - left + 1;
export const sizeOf = (range: CellRange): number => heightOf(range) * widthOf(range);

export const isWholeRows = ({ left, right }: CellRange): boolean => left === 0 && right === LAST_COLUMN;
export const isWholeColumns = ({ top, bottom }: CellRange): boolean => top === 0 && bottom === LAST_ROW;
/** Whether a range runs over whole rows or columns; Excel gives no contents for such a one. */
export const isUnbounded = (range: CellRange): boolean => isWholeRows(range) || isWholeColumns(range);

export const isSameArea = (a: CellRange, b: CellRange): boolean =>
  a.top === b.top && a.left === b.left && a.bottom === b.bottom && a.right === b.right;

export const containsArea = (outer: CellRange, inner: CellRange): boolean =>
  outer.top <= inner.top &&
  outer.left <= inner.left &&
  outer.bottom >= inner.bottom &&
  outer.right >= inner.right;

/** Cells of both; undefined where they have none in common. */
export const commonArea = (a: CellRange, b: CellRange): CellRange | undefined =>
  rangesOverlap(a, b)
    ? {
        top: Math.max(a.top, b.top),
        left: Math.max(a.left, b.left),
        bottom: Math.min(a.bottom, b.bottom),
        right: Math.min(a.right, b.right),
      }
    : undefined;

/** Smallest range that holds both. */
export const boundingArea = (a: CellRange, b: CellRange): CellRange => ({
  top: Math.min(a.top, b.top),
  left: Math.min(a.left, b.left),
  bottom: Math.max(a.bottom, b.bottom),
  right: Math.max(a.right, b.right),
});

/** What is left of a range without the cells of another, in at most four pieces. */
export const withoutArea = (range: CellRange, hole: CellRange): readonly CellRange[] => {
  const common = commonArea(range, hole);
  if (common === undefined) return [range];
  return [
    { ...range, bottom: common.top - 1 },
    { ...range, top: common.bottom + 1 },
    { ...range, top: common.top, bottom: common.bottom, right: common.left - 1 },
    { ...range, top: common.top, bottom: common.bottom, left: common.right + 1 },
  ].filter(({ top, left, bottom, right }) => top <= bottom && left <= right);
};

export const isOnSheet = ({ top, left, bottom, right }: CellRange): boolean =>
  top >= 0 && left >= 0 && bottom <= LAST_ROW && right <= LAST_COLUMN && top <= bottom && left <= right;

/** Every cell of a range, row by row. */
export const cellsOf = function* (range: CellRange): Generator<readonly [row: number, column: number]> {
  for (let row = range.top; row <= range.bottom; row++)
    for (let column = range.left; column <= range.right; column++) yield [row, column];
};

/** Range of an address without a sheet: `A1:C5`, `$5:$6`, `B:D`; undefined for anything else. */
export const areaOfAddress = (address: string): CellRange | undefined => {
  const rows = /^\$?(\d+):\$?(\d+)$/.exec(address);
  if (rows !== null) {
    const [first, last] = [Number(rows[1]) - 1, Number(rows[2]) - 1];
    const range = { top: Math.min(first, last), left: 0, bottom: Math.max(first, last), right: LAST_COLUMN };
    return isOnSheet(range) ? range : undefined;
  }
  const columns = /^\$?([A-Z]{1,3}):\$?([A-Z]{1,3})$/i.exec(address);
  const range = parseRange(columns === null ? address : `${columns[1] ?? ''}1:${columns[2] ?? ''}1048576`);
  return range !== undefined && isOnSheet(range) ? range : undefined;
};

/** Address of a range as Excel writes it, `A1:C5`, `B:D`, `5:6`; `$` before each part where it is absolute. */
export const addressOf = (range: CellRange, isAbsolute = false): string => {
  const sign = isAbsolute ? '$' : '';
  if (isWholeColumns(range))
    return `${sign}${columnLetters(range.left)}:${sign}${columnLetters(range.right)}`;
  if (isWholeRows(range)) return `${sign}${range.top + 1}:${sign}${range.bottom + 1}`;
  if (!isAbsolute) return rangeA1(range);
  const { top, left } = range;
  return sizeOf(range) === 1 ? absoluteA1({ row: top, column: left }) : absoluteRangeA1(range);
};

/** A sheet's name as Excel puts it before an address: in quotes where it is not one word. */
export const sheetPrefix = (name: string): string =>
  /^[\p{L}_][\p{L}\p{M}\p{N}_.]*$/u.test(name) && !/^[A-Z]{1,3}\d+$/i.test(name)
    ? `${name}!`
    : `'${name.replaceAll("'", "''")}'!`;

/** Sheet and address of `'Sheet'!A1`; the sheet is undefined where none is named. */
export const splitAddress = (
  text: string,
): { readonly sheet: string | undefined; readonly address: string } => {
  const match = /^=?(?:'((?:[^']|'')+)'|([^'!]+))!(.+)$/.exec(text);
  if (match === null) return { sheet: undefined, address: text.replace(/^=/, '') };
  return { sheet: match[1]?.replaceAll("''", "'") ?? match[2], address: match[3] ?? '' };
};
