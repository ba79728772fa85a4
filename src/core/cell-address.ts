/** A cell's place on a sheet; row and column count from 0. */
export type CellPosition = { readonly row: number; readonly column: number };

/** A rectangle of cells; both corners belong to it, rows and columns count from 0. */
export type CellRange = {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
};

/** A cell in a workbook. */
export type CellRef = CellPosition & { readonly sheet: string };

/** Letters of a column, 0 → A, 25 → Z, 26 → AA. */
export const columnLetters = (column: number): string => {
  let letters = '';
  for (let rest = column; rest >= 0; rest = Math.floor(rest / 26) - 1) {
    letters = String.fromCharCode(65 + (rest % 26)) + letters;
  }
  return letters;
};

/** Column of letters in either case, A → 0; NaN for anything else. */
export const columnFromLetters = (letters: string): number => {
  if (!/^[A-Za-z]+$/.test(letters)) return Number.NaN;
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
};

/** A1 form, relative: `C5`. */
export const a1 = ({ row, column }: CellPosition): string => `${columnLetters(column)}${row + 1}`;

/** A1 form, absolute: `$C$5`. */
export const absoluteA1 = ({ row, column }: CellPosition): string => `$${columnLetters(column)}$${row + 1}`;

/** A1 form of a range, `A1:C5`, or of its one cell, `A1`. */
export const rangeA1 = ({ top, left, bottom, right }: CellRange): string => {
  const first = a1({ row: top, column: left });
  return top === bottom && left === right ? first : `${first}:${a1({ row: bottom, column: right })}`;
};

/** Absolute A1 form of a range, `$A$1:$C$5`. */
export const absoluteRangeA1 = ({ top, left, bottom, right }: CellRange): string =>
  `${absoluteA1({ row: top, column: left })}:${absoluteA1({ row: bottom, column: right })}`;

/** Reads `C5`, `$C$5` or `A1:C5` without a sheet name; undefined for anything else. */
export const parseRange = (text: string): CellRange | undefined => {
  const match = /^\$?([A-Za-z]{1,3})\$?([1-9]\d{0,6})(?::\$?([A-Za-z]{1,3})\$?([1-9]\d{0,6}))?$/.exec(text);
  if (match === null) return undefined;
  const [, letters = '', row = '', endLetters = letters, endRow = row] = match;
  const columns = [columnFromLetters(letters), columnFromLetters(endLetters)];
  const rows = [Number(row) - 1, Number(endRow) - 1];
  return {
    top: Math.min(...rows),
    left: Math.min(...columns),
    bottom: Math.max(...rows),
    right: Math.max(...columns),
  };
};

/** Reads `'Sheet'!$A$1:$C$5`, with or without quotes; undefined for anything else. */
export const parseSheetRange = (
  text: string,
): { readonly sheet: string; readonly range: CellRange } | undefined => {
  const match = /^(?:'((?:[^']|'')+)'|([^'!]+))!([$A-Z0-9:]+)$/.exec(text);
  const range = parseRange(match?.[3] ?? '');
  if (match === null || range === undefined) return undefined;
  return { sheet: (match[1] ?? match[2] ?? '').replaceAll("''", "'"), range };
};

/** A sheet's name as formulas write it: always quoted, apostrophes doubled. */
export const quotedSheet = (name: string): string => `'${name.replaceAll("'", "''")}'`;

/** A cell as formulas and findings name it: `'Sheet'!C5`. */
export const cellName = (cell: CellRef): string => `${quotedSheet(cell.sheet)}!${a1(cell)}`;

export const rangeContains = (range: CellRange, { row, column }: CellPosition): boolean =>
  row >= range.top && row <= range.bottom && column >= range.left && column <= range.right;

export const rangesOverlap = (a: CellRange, b: CellRange): boolean =>
  a.top <= b.bottom && b.top <= a.bottom && a.left <= b.right && b.left <= a.right;

/** Smallest range that holds two others. */
export const union = (a: CellRange, b: CellRange): CellRange => ({
  top: Math.min(a.top, b.top),
  left: Math.min(a.left, b.left),
  bottom: Math.max(a.bottom, b.bottom),
  right: Math.max(a.right, b.right),
});
