import type { Assessment } from '../assess/assessment';
import type { CellRange } from '../cell-address';
import type { ChartSeries, PlannedChart, SheetRange } from '../change-plan';
import type { RuleSet } from '../rule-set';
import { comparableYear } from './analysis/chart-data';
import type { AnalysisContext } from './analysis/context';
import { CHART_ROWS, DATA_COLUMN } from './analysis/chart-rows';
import { COLUMN, COLUMN_WIDTHS } from './analysis/layout';

const NAMES = {
  indicators: 'ITA_Chart_Indicators',
  radar: 'ITA_Chart_Radar',
  years: 'ITA_Chart_Years',
} as const;

/** Names of all charts that we may make on the analysis sheet. */
export const CHART_NAMES: readonly string[] = Object.values(NAMES);

/** Light bars under dark lines; the lines differ in lightness, dash and marker too. */
const COLORS = {
  bars: '9DC3E6',
  score: '1F4E79',
  earlier: 'E39A4B',
  target: '375623',
  improve: '7F6000',
  urgent: 'C00000',
} as const;

const LAST_COLUMN = COLUMN_WIDTHS.length - 1;
/** Last column of the net where it shares the page: its labels stand around it and need more room than years do. */
const NET_COLUMN = COLUMN.score;

const placeOf = (top: number, rows: number, left: number, right: number): CellRange => ({
  top,
  left,
  bottom: top + rows - 1,
  right,
});

/** Lower end of an axis without bars: the middle of the scale, so that differences show, unless a figure is below it. */
const lowerEnd = ({ scale: { min, max } }: RuleSet, scores: readonly (number | null)[]): number => {
  const middle = (min + max) / 2;
  return scores.every((score) => score !== null && score > middle) ? middle : min;
};

/**
 * Plans the charts of the analysis sheet: the indicators against target and limits of the triage, the indicators as a
 * net against an earlier year, and the totals by year. A chart of which a figure is missing is not made.
 */
export const planCharts = (
  context: AnalysisContext,
  years: readonly Assessment[],
  sheet: string,
): readonly PlannedChart[] => {
  const rows = context.layout.charts;
  if (rows === null) return [];
  const hasYears = years.length > 0;
  const below = { ...context, sheet, top: rows.below, hasBoth: rows.indicators !== null && hasYears };
  return [
    ...(rows.indicators === null
      ? []
      : [indicatorChart(context, sheet, rows.indicators), radarChart(below, rows.indicators)]),
    ...(hasYears ? [yearsChart(below, years)] : []),
  ];
};

const cellsOf =
  (sheet: string, first: number, count: number) =>
  (column: number): SheetRange => ({
    sheet,
    range: { top: first, left: column, bottom: first + count - 1, right: column },
  });

const indicatorChart = (
  { assessment, texts: { charts } }: AnalysisContext,
  sheet: string,
  top: number,
): PlannedChart => {
  const { fiscalYear, ruleSet, indicators } = assessment;
  const cells = cellsOf(sheet, top + 1, indicators.length);
  return {
    kind: 'column',
    name: NAMES.indicators,
    title: charts.indicators.title(fiscalYear),
    altText: charts.indicators.altText(fiscalYear),
    place: placeOf(top, CHART_ROWS.indicators, 0, LAST_COLUMN),
    categories: cells(DATA_COLUMN.label),
    series: [
      { name: charts.indicators.series(fiscalYear), values: cells(DATA_COLUMN.score), color: COLORS.bars },
    ],
    limits: [
      { name: charts.target, values: cells(DATA_COLUMN.target), color: COLORS.target },
      { name: charts.urgent, values: cells(DATA_COLUMN.urgent), color: COLORS.urgent },
      { name: charts.improve, values: cells(DATA_COLUMN.improve), color: COLORS.improve },
    ],
    min: ruleSet.scale.min,
    max: ruleSet.scale.max,
  };
};

/** A chart below the bars: the two share the width of the page. */
type Below = AnalysisContext & { readonly sheet: string; readonly top: number; readonly hasBoth: boolean };

const radarChart = (context: Below, data: number): PlannedChart => {
  const { assessment, texts, sheet, top, hasBoth } = context;
  const { fiscalYear, ruleSet, indicators } = assessment;
  const { charts } = texts;
  const other = comparableYear(context);
  const cells = cellsOf(sheet, data + 1, indicators.length);
  const scores = [...indicators, ...(other?.indicators ?? [])].map(({ score }) => score);
  const earlier: readonly ChartSeries[] =
    other === null
      ? []
      : [
          {
            name: charts.indicators.series(other.fiscalYear),
            values: cells(DATA_COLUMN.earlier),
            color: COLORS.earlier,
          },
        ];
  return {
    kind: 'radar',
    name: NAMES.radar,
    title: charts.radar.title(fiscalYear, other?.fiscalYear ?? null),
    altText: charts.radar.altText(fiscalYear, other?.fiscalYear ?? null),
    place: placeOf(top, CHART_ROWS.below, 0, hasBoth ? NET_COLUMN : LAST_COLUMN),
    categories: cells(DATA_COLUMN.label),
    series: [
      { name: charts.indicators.series(fiscalYear), values: cells(DATA_COLUMN.score), color: COLORS.score },
      ...earlier,
    ],
    limits: [],
    min: lowerEnd(ruleSet, scores),
    max: ruleSet.scale.max,
  };
};

const yearsChart = (
  { assessment: { ruleSet }, texts: { charts }, sheet, top, hasBoth }: Below,
  years: readonly Assessment[],
): PlannedChart => {
  const cells = cellsOf(sheet, top + 1, years.length);
  const scores = years.flatMap((year) => [year.total.score, year.ruleSet.target]);
  return {
    kind: 'line',
    name: NAMES.years,
    title: charts.years.title,
    altText: charts.years.altText,
    place: placeOf(top, CHART_ROWS.below, hasBoth ? NET_COLUMN + 1 : 0, LAST_COLUMN),
    categories: cells(DATA_COLUMN.label),
    series: [{ name: charts.years.series, values: cells(DATA_COLUMN.score), color: COLORS.score }],
    limits: [{ name: charts.target, values: cells(DATA_COLUMN.target), color: COLORS.target }],
    min: lowerEnd(ruleSet, scores),
    max: ruleSet.scale.max,
  };
};
