import { a1, type CellRange } from '../cell-address';
import type { PlannedCell, PlannedConditionalFormat } from '../change-plan';
import type { StyleName } from './styles';

/** What one section adds to a sheet. */
export type SheetParts = {
  readonly cells: readonly PlannedCell[];
  readonly merges: readonly CellRange[];
  readonly rowHeights: readonly (readonly [row: number, points: number])[];
  readonly conditionalFormats: readonly PlannedConditionalFormat[];
};

export const NO_PARTS: SheetParts = { cells: [], merges: [], rowHeights: [], conditionalFormats: [] };

export const joinParts = (parts: readonly SheetParts[]): SheetParts => ({
  cells: parts.flatMap(({ cells }) => cells),
  merges: parts.flatMap(({ merges }) => merges),
  rowHeights: parts.flatMap(({ rowHeights }) => rowHeights),
  conditionalFormats: parts.flatMap(({ conditionalFormats }) => conditionalFormats),
});

/** A cell with a plain value; null keeps it blank but styled. */
export const plain = (
  row: number,
  column: number,
  value: string | number | null,
  style: StyleName,
): PlannedCell => ({ row, column, value, style });

/** A live cell: its formula and the value it has now; a missing value shows as an empty text. */
export const live = (
  row: number,
  column: number,
  formula: string,
  value: string | number | null,
  style: StyleName,
): PlannedCell => ({ row, column, formula, value: value ?? '', style });

/** A row of plain cells from a column on. */
export const rowOf = (
  row: number,
  column: number,
  values: readonly (string | number | null)[],
  style: StyleName,
): readonly PlannedCell[] => values.map((value, index) => plain(row, column + index, value, style));

/** A1 name of a cell on the same sheet, as formulas refer to it. */
export const at = (row: number, column: number): string => a1({ row, column });

/** A1 name of cells below one another on the same sheet. */
export const down = (first: number, last: number, column: number): string =>
  first === last ? at(first, column) : `${at(first, column)}:${at(last, column)}`;

/** A1 names of these rows' cells in a column, those below one another as one. */
export const ranges = (rows: readonly number[], column: number): readonly string[] => {
  const runs: { first: number; last: number }[] = [];
  for (const row of [...rows].sort((a, b) => a - b)) {
    const run = runs.at(-1);
    if (run?.last === row - 1) run.last = row;
    else runs.push({ first: row, last: row });
  }
  return runs.map(({ first, last }) => down(first, last, column));
};

/** A text constant of a formula. */
export const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** Formula that shows a value only where a cell holds a number, and an empty text otherwise. */
export const ifNumber = (cell: string, formula: string): string => `IF(ISNUMBER(${cell}),${formula},"")`;

/** Mean of a range that must be complete: an empty text as long as one of its numbers is missing. */
export const completeAverage = (range: string, count: number): string =>
  `IF(COUNT(${range})=${count},AVERAGE(${range}),"")`;

const LINE_POINTS = 27;
// Measured in print, with a little to spare for the fonts that stand in where TH Sarabun New is missing.
const CHARACTERS_PER_UNIT = 0.75;
// Vowels and tone marks above and below take no width of their own.
const COMBINING = /[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]/g;

/** Lines that a text takes in a column of so many characters of the default font, set in TH Sarabun New at size 16. */
export const linesOf = (text: string, width: number): number =>
  text
    .split('\n')
    .map((line) =>
      Math.max(1, Math.ceil(line.replace(COMBINING, '').length / Math.max(1, width * CHARACTERS_PER_UNIT))),
    )
    .reduce((sum, lines) => sum + lines, 0);

// What the last word of a line leaves blank, in characters of the default font; it matters in narrow columns.
const LEFT_BLANK = 2;

/** Lines that a long text takes in a column of a table, where words wrap whole. */
export const wrappedLines = (text: string, width: number): number => linesOf(text, width - LEFT_BLANK);

/** Height in points that shows so many lines without clipping tone marks. */
export const heightOf = (lines: number): number => Math.max(1, lines) * LINE_POINTS;

/** Highest row, in points, that a spreadsheet can show. */
export const MAX_HEIGHT = 405;

/** Height of one row for so many lines, as far as a row can be high. */
export const rowHeightOf = (lines: number): number => Math.min(MAX_HEIGHT, heightOf(lines));
