import { quotedSheet, type CellRange } from '../../cell-address';
import type { PlannedName, SheetPlan } from '../../change-plan';
import { OUR_NAMES } from '../../our-names';
import type { Snapshot } from '../../snapshot';
import { mean } from '../../text/numbers';
import { ownSheet } from '../sheet-name';
import { live, plain } from '../sheet-parts';
import type { LimitCells, Limits } from './agency-columns';
import type { AgencySheet } from './agency-sheet';
import type { ManyTexts } from './many-texts';
import {
  figuresOf,
  ifAny,
  LIMIT_ROWS,
  merged,
  quartile,
  RIGHT,
  ROW_POINTS,
  shareFormula,
  shareOf,
  TARGET,
  VALUE,
  WIDTHS,
  type Sheet,
  type SummaryContext,
} from './summary-context';
import { figureTable, gradeTable, groupTables } from './summary-tables';

const TAB = 'C55A11';

/** Where the limits stand on a summary of this name, for formulas of other sheets. */
export const limitCellsOn = (sheet: string): LimitCells => {
  const cell = (row: number): string => `${quotedSheet(sheet)}!$C$${row + 1}`;
  return {
    target: cell(LIMIT_ROWS.target),
    urgentBelow: cell(LIMIT_ROWS.urgentBelow),
    improveBelow: cell(LIMIT_ROWS.improveBelow),
  };
};

const headAndKpis = (context: SummaryContext): void => {
  const { sheet, texts, year, decimals, limits } = context;
  const words = texts.summary;
  sheet.cells.push(
    plain(0, 0, words.title, 'title'),
    plain(1, 0, words.subtitle(year.ruleSet.fiscalYear, year.rows.length), 'subtitle'),
  );
  merged(sheet, 1, 0, RIGHT);
  const total = figuresOf(context, 'total');
  if (total !== null) {
    const { cells, sorted } = total;
    const kpis = [
      [0, 1, words.kpi.mean, ifAny(cells, `AVERAGE(${cells})`), mean(sorted), 'kpiNumber'],
      [2, 4, words.kpi.median, ifAny(cells, `QUARTILE(${cells},2)`), quartile(sorted, 2), 'kpiNumber'],
      [
        5,
        7,
        words.kpi.passed,
        shareFormula(cells, TARGET, decimals),
        shareOf(sorted, limits.target, decimals),
        'kpiShare',
      ],
      [8, 9, words.kpi.scored, `COUNT(${cells})`, sorted.length, 'kpiCount'],
    ] as const;
    for (const [left, right, label, formula, value, style] of kpis) {
      for (let column = left; column <= right; column += 1) {
        sheet.cells.push(
          plain(3, column, column === left ? label : null, 'kpiLabel'),
          column === left ? live(4, column, formula, value, style) : plain(4, column, null, style),
        );
      }
      merged(sheet, 3, left, right);
      merged(sheet, 4, left, right);
    }
    sheet.heights.set(4, 39);
  }
  sheet.cells.push(plain(6, 0, words.limits.heading, 'section'));
  for (const key of ['target', 'urgentBelow', 'improveBelow'] as const) {
    const row = LIMIT_ROWS[key];
    sheet.cells.push(
      plain(row, 0, words.limits[key], 'text'),
      plain(row, 1, null, 'text'),
      plain(row, VALUE, limits[key], 'inputScore'),
    );
    merged(sheet, row, 0, 1);
  }
  sheet.cells.push(plain(10, 0, words.limits.hint, 'note'));
  merged(sheet, 10, 0, RIGHT);
};

/** Plans the sheet that sums up a year of many agencies; everything on it is live over the sheet of the agencies. */
export const planSummarySheet = (
  agencies: AgencySheet,
  options: {
    readonly snapshot: Snapshot;
    readonly texts: ManyTexts;
    readonly freeSheetName: (title: string, counter: number) => string;
    readonly limits: Limits;
    readonly name: string;
  },
): { readonly sheet: SheetPlan; readonly names: readonly PlannedName[] } => {
  const { texts, limits, name: sheetName } = options;
  const { year } = agencies;
  const sheet: Sheet = {
    cells: [],
    merges: [],
    heights: new Map([
      [0, 36],
      [2, 8],
      [5, 8],
    ]),
  };
  const context = { sheet, agencies, year, texts, limits, decimals: year.ruleSet.scale.decimals };
  headAndKpis(context);
  const grades = gradeTable(context, 12, sheetName);
  const figures = figureTable(context, grades.next, sheetName);
  const last = groupTables(context, figures.next);
  sheet.cells.push(plain(last, 0, texts.summary.foot, 'note'));
  merged(sheet, last, 0, RIGHT);
  sheet.heights.set(last, 2 * ROW_POINTS);
  for (let row = 0; row <= last; row += 1) if (!sheet.heights.has(row)) sheet.heights.set(row, ROW_POINTS);
  const page: CellRange = { top: 0, left: 0, bottom: last, right: RIGHT };
  const area: CellRange = { ...page, right: RIGHT + 2 };
  const own = ownSheet(
    options.snapshot,
    OUR_NAMES.manySummary,
    texts.summary.sheet,
    area,
    options.freeSheetName,
  );
  return {
    names: [
      own.name,
      {
        name: OUR_NAMES.manyLimits,
        refersTo: `${quotedSheet(sheetName)}!$C$${LIMIT_ROWS.target + 1}:$C$${LIMIT_ROWS.improveBelow + 1}`,
      },
    ],
    sheet: {
      ...own.sheet,
      cells: sheet.cells,
      merges: sheet.merges,
      rowHeights: sheet.heights,
      columnWidths: [...WIDTHS, 3, 9],
      charts: [grades.chart, figures.chart].flatMap((chart) => chart ?? []),
      removedCharts: [],
      frame: {
        freeze: null,
        page: { orientation: 'portrait', printArea: page, footer: texts.footer },
        tabColor: TAB,
      },
    },
  };
};
