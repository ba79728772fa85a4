import { quotedSheet, absoluteA1, absoluteRangeA1, union } from '../cell-address';
import type { PlannedName, SheetPlan } from '../change-plan';
import type { Assessment } from '../assess/assessment';
import type { Distances } from '../assess/distances';
import type { YearComparison } from '../assess/compare-years';
import { OUR_NAMES } from '../our-names';
import type { HistoricTotal } from '../read/read-workbook';
import type { Snapshot } from '../snapshot';
import { caseParts } from './analysis/cases';
import { chartDataRange, chartParts, totalsByYear } from './analysis/chart-data';
import type { AnalysisContext } from './analysis/context';
import { distanceParts, distanceRows } from './analysis/distances';
import { findingParts, inputParts, rulesParts } from './analysis/foot';
import { gainRows } from './analysis/gain-rows';
import { gainParts, whatIfRange } from './analysis/gains';
import { GRADE_CELL, headParts, TOTAL_CELL } from './analysis/head';
import { indicatorParts, subIndicatorParts } from './analysis/indicators';
import { itemParts } from './analysis/items';
import { DATA_WIDTHS } from './analysis/chart-rows';
import { COLUMN, COLUMN_WIDTHS, layOutAnalysis, type AnalysisLayout } from './analysis/layout';
import { limitParts } from './analysis/limits';
import { weightedParts } from './analysis/weighted';
import { paragraphsOf, wordParts } from './analysis/words';
import { itemsCompared } from './analysis/year-items';
import { yearParts, yearRowCount, yearsShown } from './analysis/years';
import { CHART_NAMES, planCharts } from './charts';
import { narrate } from './narrative';
import type { ReportTexts } from './report-texts';
import { ownSheet } from './sheet-name';
import { heightOf, joinParts, type SheetParts } from './sheet-parts';

const TAB = '1F4E79';

const GAP_POINTS = 12;

/** Every row has its height: a row without one takes the default of the workbook, which is too low for the font. */
const rowHeights = (
  lastRow: number,
  { cells, rowHeights: planned }: SheetParts,
): ReadonlyMap<number, number> => {
  const filled = new Set(cells.map(({ row }) => row));
  const rows = Array.from({ length: lastRow + 1 }, (_, row) => row);
  return new Map([
    ...rows.map((row) => [row, filled.has(row) ? heightOf(1) : GAP_POINTS] as const),
    ...planned,
  ]);
};

/**
 * What is known beside the assessment: earlier assessments, the newest first, totals of years that are history, what is
 * still to be reached, and sentences on how to get there.
 */
export type Outlooks = {
  readonly earlier: readonly Assessment[];
  readonly comparison: YearComparison;
  readonly history: readonly HistoricTotal[];
  readonly distances: Distances;
  readonly sentences: readonly string[];
};

/** Names of the codes, scores and groups of indicators and items, by which other sheets find them wherever they stand. */
const scoreNames = ({ indicators, items }: AnalysisLayout, prefix: string): readonly PlannedName[] => {
  const named = (name: string, top: number, bottom: number, column: number): PlannedName => ({
    name,
    refersTo: `${prefix}${absoluteRangeA1({ top, left: column, bottom, right: column })}`,
  });
  const { first, last } = indicators;
  return [
    named(OUR_NAMES.indicatorCodes, first, last, COLUMN.code),
    named(OUR_NAMES.indicatorScores, first, last, COLUMN.score),
    named(OUR_NAMES.indicatorGroups, first, last, COLUMN.last),
    ...(items === null
      ? []
      : [
          named(OUR_NAMES.itemCodes, items.heading + 2, items.last, COLUMN.code),
          named(OUR_NAMES.itemScores, items.heading + 2, items.last, COLUMN.score),
          named(OUR_NAMES.itemGroups, items.heading + 2, items.last, COLUMN.second),
        ]),
  ];
};

/** Plans the analysis sheet: every figure a live formula over the officer's own cells, with the value it has now. */
export const planAnalysisSheet = (
  snapshot: Snapshot,
  assessment: Assessment,
  { earlier, comparison, history, distances, sentences }: Outlooks,
  texts: ReportTexts,
  defaults: AnalysisContext['defaults'],
): {
  readonly sheet: SheetPlan;
  readonly names: readonly PlannedName[];
  readonly layout: AnalysisLayout;
} => {
  const years = totalsByYear(assessment, earlier);
  const gains = gainRows(snapshot, assessment);
  const [change] = comparison.changes;
  const last = change?.total.previous ?? null;
  const earlierTotal =
    change === undefined || last === null ? null : { fiscalYear: change.previousYear, total: last };
  const paragraphs = [...paragraphsOf(narrate(assessment, earlierTotal, texts.words)), ...sentences];
  const layout = layOutAnalysis(assessment, texts.items.noIssue, {
    drawnYears: years.length,
    distances: distanceRows(distances, { assessment, texts }).length,
    gains: gains.length,
    years: yearRowCount(yearsShown({ comparison }), assessment),
    yearItems: itemsCompared({ comparison }).length,
    paragraphs: paragraphs.length,
  });
  const sheetNamed = (name: string) => snapshot.sheets.find((sheet) => sheet.name === name);
  const context: AnalysisContext = {
    ...{ assessment, earlier, comparison, history, distances, gains },
    ...{ layout, texts, defaults, sheetNamed },
  };
  const parts = joinParts([
    headParts(context),
    chartParts(context, years),
    weightedParts(context),
    caseParts(context),
    distanceParts(context),
    indicatorParts(context),
    subIndicatorParts(context),
    gainParts(context),
    ...itemParts(context),
    ...yearParts(context),
    wordParts(context, paragraphs),
    findingParts(context),
    limitParts(context),
    ...inputParts(context),
    rulesParts(context),
  ]);
  const page = { top: 0, left: 0, bottom: layout.lastRow, right: COLUMN_WIDTHS.length - 1 };
  const data = chartDataRange(context, years);
  const area = data === null ? page : union(page, data);
  const own = ownSheet(snapshot, OUR_NAMES.analysis, texts.analysisSheet, area, texts.freeSheetName);
  const charts = planCharts(context, years, own.sheet.name);
  const prefix = `${quotedSheet(own.sheet.name)}!`;
  const whatIf = whatIfRange(context);
  return {
    layout,
    sheet: {
      ...own.sheet,
      cells: parts.cells,
      columnWidths: data === null ? COLUMN_WIDTHS : [...COLUMN_WIDTHS, ...DATA_WIDTHS],
      rowHeights: rowHeights(layout.lastRow, parts),
      merges: parts.merges,
      conditionalFormats: parts.conditionalFormats,
      charts,
      removedCharts: CHART_NAMES.filter((chart) => !charts.some((planned) => planned.name === chart)),
      frame: {
        freeze: null,
        page: { orientation: 'portrait', printArea: page, footer: texts.page.footer },
        tabColor: TAB,
      },
    },
    names: [
      own.name,
      ...(data === null
        ? []
        : [{ name: OUR_NAMES.chartData, refersTo: `${prefix}${absoluteRangeA1(data)}` }]),
      ...(whatIf === null
        ? []
        : [{ name: OUR_NAMES.whatIf, refersTo: `${prefix}${absoluteRangeA1(whatIf)}` }]),
      ...scoreNames(layout, prefix),
      { name: OUR_NAMES.total, refersTo: `${prefix}${absoluteA1(TOTAL_CELL)}` },
      { name: OUR_NAMES.grade, refersTo: `${prefix}${absoluteA1(GRADE_CELL)}` },
    ],
  };
};
