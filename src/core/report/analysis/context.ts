import type { Assessment } from '../../assess/assessment';
import type { SheetSnapshot } from '../../snapshot';
import type { ReportTexts } from '../report-texts';
import { at, linesOf, heightOf, plain, quoted, rowOf, type SheetParts } from '../sheet-parts';
import type { StyleName } from '../styles';
import { COLUMN, COLUMN_WIDTHS, type AnalysisLayout } from './layout';

/** What every section of the analysis sheet is built from. */
export type AnalysisContext = {
  readonly assessment: Assessment;
  /** Earlier years of the same agency, the newest first. */
  readonly earlier: readonly Assessment[];
  readonly layout: AnalysisLayout;
  readonly texts: ReportTexts;
  /** Sheet of the workbook by name, to say what a source cell holds. */
  readonly sheetNamed: (name: string) => SheetSnapshot | undefined;
};

/** Limit cells of the triage and the target, as formulas refer to them from anywhere on the sheet. */
export const limitCells = ({
  layout,
}: AnalysisContext): { urgent: string; improve: string; target: string } => {
  const absolute = (row: number): string => at(row, COLUMN.score).replace(/^([A-Z]+)(\d+)$/, '$$$1$$$2');
  const { urgent, improve, target } = layout.limits;
  return { urgent: absolute(urgent), improve: absolute(improve), target: absolute(target) };
};

/** Formula of the triage of a score cell by the limits on the sheet. */
export const triageFormula = (score: string, context: AnalysisContext): string => {
  const { urgent, improve } = limitCells(context);
  const { triage } = context.texts;
  const { decimals } = context.assessment.ruleSet.scale;
  const rounded = `ROUND(${score},${decimals})`;
  return (
    `IF(ISNUMBER(${score}),IF(${rounded}<${urgent},${quoted(triage.urgent)},` +
    `IF(${rounded}<${improve},${quoted(triage.improve)},${quoted(triage.maintain)})),"")`
  );
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

/** Row height that shows a text in the name column, where it needs more than one line. */
export const nameHeight = (row: number, text: string): SheetParts['rowHeights'] => {
  const lines = linesOf(text, COLUMN_WIDTHS[COLUMN.name]);
  return lines > 1 ? [[row, heightOf(lines)]] : [];
};

/** Height of a header row whose texts may wrap in their columns. */
export const headerHeight = (row: number, columns: readonly string[]): SheetParts['rowHeights'] => [
  [row, heightOf(Math.max(...columns.map((text, column) => linesOf(text, COLUMN_WIDTHS[column] ?? 1))))],
];

/** Blank cells that carry a table's lines across the rest of a row. */
export const blanks = (row: number, columns: readonly number[], style: StyleName): SheetParts['cells'] =>
  columns.map((column) => plain(row, column, null, style));
