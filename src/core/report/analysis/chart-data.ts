import type { CellRange } from '../../cell-address';
import type { PlannedCell } from '../../change-plan';
import type { Assessment } from '../../assess/assessment';
import { indicatorFormula, totalFormula, type Live } from './earlier-figures';
import { at, heightOf, live, NO_PARTS, plain, rowOf, type SheetParts } from '../sheet-parts';
import type { AnalysisContext } from './context';
import { limitCell } from './limits';
import { CHART_ROWS, DATA_COLUMN, hasAllIndicators, type ChartRows } from './chart-rows';
import { COLUMN } from './layout';

/** Years in whose figures there is something to compare; more would not be readable side by side. */
const MOST_YEARS = CHART_ROWS.below - 1;

/** Assessments with a total, the earliest first; none where there is nothing to compare this year with. */
export const totalsByYear = (
  assessment: Assessment,
  earlier: readonly Assessment[],
): readonly Assessment[] => {
  const years = [assessment, ...earlier].filter(({ total }) => total.score !== null).slice(0, MOST_YEARS);
  return assessment.total.score === null || years.length < 2 ? [] : [...years].reverse();
};

/** The newest earlier year of which all indicators are known; their names may differ, their numbers do not. */
export const comparableYear = ({ assessment, earlier }: AnalysisContext): Assessment | null => {
  const idsOf = ({ indicators }: Assessment): string => indicators.map(({ id }) => id).join();
  return earlier.find((other) => hasAllIndicators(other) && idsOf(other) === idsOf(assessment)) ?? null;
};

/**
 * A figure of an earlier year: live where the workbook gives numbers, else written once. What is missing is #N/A,
 * because charts draw every text as 0.
 */
const earlierCell = (row: number, column: number, formula: Live, score: number | null): PlannedCell =>
  formula === null
    ? plain(row, column, score, 'typedScore')
    : live(row, column, orMissing(formula.cells, formula.value), score, 'score');

const orMissing = (cells: readonly string[], value: string): string =>
  `IF(COUNT(${cells.join(',')})=${cells.length},${value},NA())`;

/** A figure of this year, as it stands elsewhere on the sheet. */
const ownCell = (row: number, column: number, cell: string, score: number | null): PlannedCell =>
  live(row, column, orMissing([cell], cell), score, 'score');

const indicatorRows = (context: AnalysisContext, first: number): SheetParts['cells'] => {
  const { assessment, layout, texts } = context;
  const { indicators, ruleSet, limits } = assessment;
  const other = comparableYear(context);
  const { scoresOf, indicator, target, improve, urgent } = texts.chartData;
  const headings = [
    indicator,
    scoresOf(assessment.fiscalYear),
    target,
    improve,
    urgent,
    ...(other === null ? [] : [scoresOf(other.fiscalYear)]),
  ];
  return [
    ...rowOf(first, DATA_COLUMN.label, headings, 'header'),
    ...indicators.flatMap(({ id, score }, index) => {
      const row = first + 1 + index;
      const before = other?.indicators.find((entry) => entry.id === id);
      return [
        plain(row, DATA_COLUMN.label, ruleSet.indicators.find((rule) => rule.id === id)?.name ?? '', 'text'),
        ownCell(row, DATA_COLUMN.score, at(layout.indicatorRow(id), COLUMN.score), score),
        live(row, DATA_COLUMN.target, limitCell(context, 'target'), ruleSet.target, 'score'),
        live(row, DATA_COLUMN.improve, limitCell(context, 'improveBelow'), limits.improveBelow, 'score'),
        live(row, DATA_COLUMN.urgent, limitCell(context, 'urgentBelow'), limits.urgentBelow, 'score'),
        ...(before === undefined
          ? []
          : [earlierCell(row, DATA_COLUMN.earlier, indicatorFormula(before), before.score)]),
      ];
    }),
  ];
};

const yearRows = (
  context: AnalysisContext,
  years: readonly Assessment[],
  first: number,
): SheetParts['cells'] => {
  const { assessment, layout, texts } = context;
  const { year, total, target } = texts.chartData;
  return [
    ...rowOf(first, DATA_COLUMN.label, [year, total, target], 'header'),
    ...years.flatMap((entry, index) => {
      const row = first + 1 + index;
      const isOwn = entry === assessment;
      const sum = at(layout.weighted.total, COLUMN.second);
      return [
        plain(row, DATA_COLUMN.label, entry.fiscalYear, 'rank'),
        isOwn
          ? ownCell(row, DATA_COLUMN.score, sum, entry.total.score)
          : earlierCell(row, DATA_COLUMN.score, totalFormula(entry), entry.total.score),
        isOwn
          ? live(row, DATA_COLUMN.target, limitCell(context, 'target'), entry.ruleSet.target, 'score')
          : plain(row, DATA_COLUMN.target, entry.ruleSet.target, 'score'),
      ];
    }),
  ];
};

const rowsOf = ({ heading, last }: ChartRows): readonly number[] =>
  Array.from({ length: last - heading + 1 }, (_, index) => heading + index);

/** Room for the charts on the page, and right of it the figures that they show. */
export const chartParts = (context: AnalysisContext, years: readonly Assessment[]): SheetParts => {
  const { layout, texts } = context;
  const { charts } = layout;
  if (charts === null) return NO_PARTS;
  const { heading, indicators, below } = charts;
  return {
    ...NO_PARTS,
    cells: [
      plain(heading, COLUMN.code, texts.charts.heading, 'section'),
      plain(heading, DATA_COLUMN.label, texts.chartData.heading, 'section'),
      ...(indicators === null ? [] : indicatorRows(context, indicators)),
      ...(years.length === 0 ? [] : yearRows(context, years, below)),
    ],
    rowHeights: rowsOf(charts).map((row) => [row, heightOf(1)] as const),
  };
};

/** Cells right of the page in which the figures of the charts stand; null where there are no charts. */
export const chartDataRange = (
  { assessment, layout: { charts } }: AnalysisContext,
  years: readonly Assessment[],
): CellRange | null => {
  if (charts === null) return null;
  const { heading, indicators, below } = charts;
  const bottom =
    years.length > 0 ? below + years.length : (indicators ?? heading) + assessment.indicators.length;
  return { top: heading, left: DATA_COLUMN.label, bottom, right: DATA_COLUMN.earlier };
};
