import type { Assessment } from '../../assess/assessment';
import type { Distances } from '../../assess/distances';
import type { YearComparison } from '../../assess/compare-years';
import type { HistoricTotal } from '../../read/read-workbook';
import type { TriageLimits } from '../../rule-set';
import type { SheetSnapshot } from '../../snapshot';
import type { ReportTexts } from '../report-texts';
import { linesOf, heightOf, plain, rowOf, type SheetParts } from '../sheet-parts';
import type { StyleName } from '../styles';
import type { GainRow } from './gain-rows';
import { COLUMN, COLUMN_WIDTHS, type AnalysisLayout } from './layout';

/** What every section of the analysis sheet is built from. */
export type AnalysisContext = {
  readonly assessment: Assessment;
  /** Earlier years of the same agency, the newest first. */
  readonly earlier: readonly Assessment[];
  readonly layout: AnalysisLayout;
  readonly texts: ReportTexts;
  /** All years that the workbook knows, and what changed between them. */
  readonly comparison: YearComparison;
  /** Totals of years that are history, with their cells. */
  readonly history: readonly HistoricTotal[];
  readonly distances: Distances;
  /** What to fix first, with the scores that readers tried. */
  readonly gains: readonly GainRow[];
  /** What the year's rules have where nothing is set. */
  readonly defaults: TriageLimits & { readonly target: number };
  /** Sheet of the workbook by name, to say what a source cell holds. */
  readonly sheetNamed: (name: string) => SheetSnapshot | undefined;
};

/** Heading of a section and its table's header row, which stand one below the other. */
export const headed = (
  row: number,
  heading: string,
  columns: readonly string[],
  first: number = COLUMN.code,
): SheetParts['cells'] => [
  plain(row, COLUMN.code, heading, 'section'),
  ...rowOf(row + 1, first, columns, 'header'),
];

/** Row height that shows a text in the name column, or another one, where it needs more than one line. */
export const nameHeight = (
  row: number,
  text: string,
  column: number = COLUMN.name,
): SheetParts['rowHeights'] => {
  const lines = linesOf(text, COLUMN_WIDTHS[column] ?? 1);
  return lines > 1 ? [[row, heightOf(lines)]] : [];
};

/** Height of a header row whose texts may wrap in their columns. */
export const headerHeight = (row: number, columns: readonly string[]): SheetParts['rowHeights'] => [
  [row, heightOf(Math.max(...columns.map((text, column) => linesOf(text, COLUMN_WIDTHS[column] ?? 1))))],
];

/** Blank cells that carry a table's lines across the rest of a row. */
export const blanks = (row: number, columns: readonly number[], style: StyleName): SheetParts['cells'] =>
  columns.map((column) => plain(row, column, null, style));
