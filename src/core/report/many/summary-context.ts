import type { CellRange } from '../../cell-address';
import type { PlannedCell } from '../../change-plan';
import { resultOf, type ManyYear } from '../../many/assess-many';
import { roundHalfUp } from '../../text/numbers';
import type { Limits } from './agency-columns';
import type { AgencySheet } from './agency-sheet';
import type { ManyTexts } from './many-texts';

/** Widths of the columns in characters. */
export const WIDTHS = [13, 38, 11, 10, 11, 11, 11, 9, 9, 11] as const;
export const RIGHT = WIDTHS.length - 1;
/** Column of the limits and of what is counted. */
export const VALUE = 2;
export const ROW_POINTS = 24;
/** Rows of the limits; the cells of a sheet that is not there yet are known by them. */
export const LIMIT_ROWS = { target: 7, urgentBelow: 8, improveBelow: 9 } as const;
/** Cell of the target, for formulas on the sheet. */
export const TARGET = `$C$${LIMIT_ROWS.target + 1}`;

/** Quartile as spreadsheets have it: between the two values that it falls between. */
export const quartile = (sorted: Float64Array, number: 1 | 2 | 3): number | null => {
  if (sorted.length === 0) return null;
  const place = ((sorted.length - 1) * number) / 4;
  const [low, high] = [sorted[Math.floor(place)] ?? 0, sorted[Math.ceil(place)] ?? 0];
  return low + (high - low) * (place - Math.floor(place));
};

/** Rows below one another with their formulas and values, while a sheet is laid out. */
export type Sheet = {
  readonly cells: PlannedCell[];
  readonly merges: CellRange[];
  readonly heights: Map<number, number>;
};

/** Merges cells of a row, if there are several. */
export const merged = (sheet: Sheet, row: number, left: number, right: number): void => {
  if (right > left) sheet.merges.push({ top: row, left, bottom: row, right });
};

/** Figures of one column over all agencies, as formulas and as the values that they have now. */
export type Figures = { readonly cells: string; readonly sorted: Float64Array };

/** What the parts of the summary are laid out from, and into what. */
export type SummaryContext = {
  readonly sheet: Sheet;
  readonly agencies: AgencySheet;
  readonly year: ManyYear;
  readonly texts: ManyTexts;
  readonly limits: Limits;
  readonly decimals: number;
};

/** Figures from the lowest to the highest. */
export const inOrder = (values: readonly number[]): Float64Array => new Float64Array(values).sort();

/** Figures of a column; null where the sheet of agencies has none. */
export const figuresOf = ({ agencies, year }: SummaryContext, key: string): Figures | null => {
  const cells = agencies.cellsOf(key);
  if (cells === null) return null;
  const known: number[] = [];
  for (const row of year.rows) {
    const score = resultOf(row, key);
    if (score !== null) known.push(score);
  }
  return { cells, sorted: inOrder(known) };
};

/** Formula that shows nothing as long as no agency has the figure. */
export const ifAny = (cells: string, formula: string): string => `IF(COUNT(${cells})=0,"",${formula})`;

/** Share (0–1) of the figures that have reached the target, as they are printed. */
export const shareOf = (sorted: Float64Array, target: number, decimals: number): number | null => {
  let [below, end] = [0, sorted.length];
  while (below < end) {
    const middle = (below + end) >>> 1;
    if (roundHalfUp(sorted[middle] ?? 0, decimals) >= target) end = middle;
    else below = middle + 1;
  }
  return sorted.length === 0 ? null : (sorted.length - below) / sorted.length;
};

/** Formula of that share. */
export const shareFormula = (cells: string, target: string, decimals: number): string =>
  ifAny(cells, `COUNTIF(${cells},">="&${target}-${0.5 / 10 ** decimals})/COUNT(${cells})`);
