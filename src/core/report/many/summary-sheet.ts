import { quotedSheet, type CellRange } from '../../cell-address';
import type { PlannedCell, PlannedChart, PlannedName, SheetPlan } from '../../change-plan';
import { resultOf, type ManyYear } from '../../many/assess-many';
import { mean, roundHalfUp } from '../../text/numbers';
import { gradeLabel } from '../analysis/head';
import { ownSheet } from '../sheet-name';
import { at, down, live, plain, quoted, rowOf } from '../sheet-parts';
import { OUR_NAMES } from '../../our-names';
import type { Snapshot } from '../../snapshot';
import type { LimitCells, Limits } from './agency-columns';
import type { AgencySheet } from './agency-sheet';
import type { ManyTexts } from './many-texts';

const WIDTHS = [13, 38, 11, 10, 11, 11, 11, 9, 9, 11] as const;
const RIGHT = WIDTHS.length - 1;
const VALUE = 2;
const TAB = 'C55A11';
const ROW_POINTS = 24;
const COLORS = { bars: '9DC3E6', target: '375623' } as const;
/** Both charts and the tables between them fit on the first page. */
const CHART_ROWS = { grades: 10, means: 12 } as const;
/** Rows of the limits; the cells of a sheet that is not there yet are known by them. */
const LIMIT_ROWS = { target: 7, urgentBelow: 8, improveBelow: 9 } as const;

/** Where the limits stand on a summary of this name, for formulas of other sheets. */
export const limitCellsOn = (sheet: string): LimitCells => {
  const cell = (row: number): string => `${quotedSheet(sheet)}!$C$${row + 1}`;
  return {
    target: cell(LIMIT_ROWS.target),
    urgentBelow: cell(LIMIT_ROWS.urgentBelow),
    improveBelow: cell(LIMIT_ROWS.improveBelow),
  };
};

/** Quartile as spreadsheets have it: between the two values that it falls between. */
const quartile = (sorted: readonly number[], number: 1 | 2 | 3): number | null => {
  if (sorted.length === 0) return null;
  const place = ((sorted.length - 1) * number) / 4;
  const [low, high] = [sorted[Math.floor(place)] ?? 0, sorted[Math.ceil(place)] ?? 0];
  return low + (high - low) * (place - Math.floor(place));
};

/** Rows below one another with their formulas and values, while a sheet is laid out. */
type Sheet = {
  readonly cells: PlannedCell[];
  readonly merges: CellRange[];
  readonly heights: Map<number, number>;
};

const merged = (sheet: Sheet, row: number, left: number, right: number): void => {
  if (right > left) sheet.merges.push({ top: row, left, bottom: row, right });
};

/** Figures of one column over all agencies, as formulas and as the values that they have now. */
type Figures = { readonly cells: string; readonly sorted: readonly number[] };

type Context = {
  readonly sheet: Sheet;
  readonly agencies: AgencySheet;
  readonly year: ManyYear;
  readonly texts: ManyTexts;
  readonly limits: Limits;
  readonly decimals: number;
};

const figuresOf = ({ agencies, year }: Context, key: string): Figures | null => {
  const cells = agencies.cellsOf(key);
  if (cells === null) return null;
  const sorted = Float64Array.from(year.rows.flatMap((row) => resultOf(row, key) ?? [])).sort();
  return { cells, sorted: [...sorted] };
};

/** Formula that shows nothing as long as no agency has the figure. */
const ifAny = (cells: string, formula: string): string => `IF(COUNT(${cells})=0,"",${formula})`;

/** Share (0–1) of the figures that have reached the target, as they are printed. */
const shareOf = (sorted: readonly number[], target: number, decimals: number): number | null =>
  sorted.length === 0
    ? null
    : sorted.filter((score) => roundHalfUp(score, decimals) >= target).length / sorted.length;

const shareFormula = (cells: string, target: string, decimals: number): string =>
  ifAny(cells, `COUNTIF(${cells},">="&${target}-${0.5 / 10 ** decimals})/COUNT(${cells})`);

const TARGET = `$C$${LIMIT_ROWS.target + 1}`;

const headAndKpis = (context: Context): void => {
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

/** How many agencies have each grade; gives the next free row. */
const gradeTable = (
  context: Context,
  top: number,
  name: string,
): { next: number; chart: PlannedChart | null } => {
  const { sheet, agencies, year, texts } = context;
  const words = texts.summary.grades;
  const grades = agencies.cellsOf('grade');
  if (grades === null) return { next: top, chart: null };
  const labels = year.ruleSet.gradeScale.grades.map(({ label }) => label);
  const first = top + 2;
  const last = first + labels.length;
  const count = new Map<string, number>();
  for (const row of year.rows) {
    const code = year.block.grades[row.at]?.code;
    const label = code === undefined ? words.none : gradeLabel(code, year.ruleSet);
    count.set(label, (count.get(label) ?? 0) + 1);
  }
  sheet.cells.push(
    plain(top, 0, words.heading, 'section'),
    ...rowOf(top + 1, 0, [words.columns[0], null, words.columns[1], words.columns[2]], 'header'),
  );
  merged(sheet, top + 1, 0, 1);
  const counts = down(first, last, VALUE).replaceAll(/([A-Z]+)(\d+)/g, '$$$1$$$2');
  [...labels, words.none].forEach((label, index) => {
    const row = first + index;
    const own = count.get(label) ?? 0;
    const isNone = index === labels.length;
    // A grade that is missing shows as an empty text.
    const formula = isNone
      ? `ROWS(${grades})-SUM(${down(first, last - 1, VALUE)})`
      : `COUNTIF(${grades},${quoted(label)})`;
    sheet.cells.push(
      plain(row, 0, label, 'text'),
      plain(row, 1, null, 'text'),
      live(row, VALUE, formula, own, 'rank'),
      live(
        row,
        3,
        `IF(SUM(${counts})=0,"",${at(row, VALUE)}/SUM(${counts}))`,
        year.rows.length === 0 ? null : own / year.rows.length,
        'weight',
      ),
    );
    merged(sheet, row, 0, 1);
  });
  const cellsDown = (column: number) => ({
    sheet: name,
    range: { top: first, left: column, bottom: last, right: column },
  });
  return {
    next: top + Math.max(CHART_ROWS.grades, labels.length + 3) + 1,
    chart: {
      kind: 'column',
      name: 'ITA_Chart_Grades',
      title: words.chart,
      altText: words.chartAlt,
      place: { top, left: 4, bottom: top + CHART_ROWS.grades - 1, right: RIGHT },
      categories: cellsDown(0),
      series: [{ name: words.series, values: cellsDown(VALUE), color: COLORS.bars }],
      limits: [],
      min: 0,
      max: null,
    },
  };
};

/** Mean, quartiles and share over the target of every figure; gives the next free row. */
const figureTable = (
  context: Context,
  top: number,
  name: string,
): { next: number; chart: PlannedChart | null } => {
  const { sheet, year, texts, limits, decimals } = context;
  const { ruleSet } = year;
  const words = texts.summary.figures;
  const indicators = ruleSet.indicators.map(({ id, name: label }) => ({ key: String(id), label }));
  const others = [
    ...ruleSet.instruments.map(({ id, name: label }) => ({ key: id, label })),
    { key: 'total', label: texts.agencies.total },
  ];
  const rows = [...indicators, ...others].flatMap((entry) => {
    const figures = figuresOf(context, entry.key);
    return figures === null ? [] : [{ ...entry, ...figures }];
  });
  if (rows.length === 0) return { next: top, chart: null };
  sheet.cells.push(plain(top, 0, words.heading, 'section'), ...rowOf(top + 1, 0, words.columns, 'header'));
  sheet.heights.set(top + 1, 2 * ROW_POINTS);
  rows.forEach(({ key, label, cells, sorted }, index) => {
    const row = top + 2 + index;
    const code = key === 'total' ? null : key;
    sheet.cells.push(
      plain(row, 0, code === null ? null : /^\d+$/.test(code) ? Number(code) : code, 'centered'),
      plain(row, 1, label, 'text'),
      live(row, 2, `COUNT(${cells})`, sorted.length, 'rank'),
      live(row, 3, ifAny(cells, `AVERAGE(${cells})`), mean(sorted), 'score'),
      ...([1, 2, 3] as const).map((number) =>
        live(
          row,
          3 + number,
          ifAny(cells, `QUARTILE(${cells},${number})`),
          quartile(sorted, number),
          'score',
        ),
      ),
      live(row, 7, ifAny(cells, `MIN(${cells})`), sorted[0] ?? null, 'score'),
      live(row, 8, ifAny(cells, `MAX(${cells})`), sorted.at(-1) ?? null, 'score'),
      live(row, 9, shareFormula(cells, TARGET, decimals), shareOf(sorted, limits.target, decimals), 'weight'),
      // The line of the target in the chart needs it once for each bar.
      live(row, RIGHT + 2, TARGET, limits.target, 'sideScore'),
    );
    if (label.length > 30) sheet.heights.set(row, 2 * ROW_POINTS);
  });
  const bars = rows.filter(({ key }) => /^\d+$/.test(key)).length;
  const chartTop = top + rows.length + 3;
  const cellsDown = (column: number) => ({
    sheet: name,
    range: { top: top + 2, left: column, bottom: top + 1 + bars, right: column },
  });
  if (bars === 0) return { next: chartTop, chart: null };
  return {
    next: chartTop + CHART_ROWS.means + 1,
    chart: {
      kind: 'column',
      name: 'ITA_Chart_Means',
      title: words.chart,
      altText: words.chartAlt,
      place: { top: chartTop, left: 0, bottom: chartTop + CHART_ROWS.means - 1, right: RIGHT },
      categories: cellsDown(0),
      series: [{ name: words.series, values: cellsDown(3), color: COLORS.bars }],
      limits: [{ name: words.target, values: cellsDown(RIGHT + 2), color: COLORS.target }],
      min: ruleSet.scale.min,
      max: ruleSet.scale.max,
    },
  };
};

/** A line for each group of agencies; gives the next free row. */
const groupTables = (context: Context, top: number): number => {
  const { sheet, agencies, year, texts, limits, decimals } = context;
  const words = texts.summary.groups;
  const totals = agencies.cellsOf('total');
  let next = top;
  for (const [kind, names] of agencies.groups) {
    const groups = agencies.cellsOf(kind);
    if (groups === null) continue;
    const [name, count, average, share] = words.columns;
    sheet.cells.push(
      plain(next, 0, words[kind], 'section'),
      ...rowOf(next + 1, 0, [name, null, count, average, share], 'header'),
    );
    sheet.heights.set(next + 1, 2 * ROW_POINTS);
    merged(sheet, next + 1, 0, 1);
    const byGroup = new Map<string, number[]>();
    const members = new Map<string, number>();
    for (const row of year.rows) {
      const group = row.agency[kind];
      const total = resultOf(row, 'total');
      members.set(group, (members.get(group) ?? 0) + 1);
      if (total === null) continue;
      const own = byGroup.get(group);
      if (own === undefined) byGroup.set(group, [total]);
      else own.push(total);
    }
    names.forEach((group, index) => {
      const row = next + 2 + index;
      const own = byGroup.get(group) ?? [];
      const cell = at(row, 0);
      sheet.cells.push(
        plain(row, 0, group, 'text'),
        plain(row, 1, null, 'text'),
        live(row, 2, `COUNTIF(${groups},${cell})`, members.get(group) ?? 0, 'rank'),
        totals === null
          ? plain(row, 3, null, 'score')
          : live(row, 3, `IFERROR(AVERAGEIF(${groups},${cell},${totals}),"")`, mean(own), 'score'),
        totals === null
          ? plain(row, 4, null, 'weight')
          : live(
              row,
              4,
              `IFERROR(COUNTIFS(${groups},${cell},${totals},">="&${TARGET}-${0.5 / 10 ** decimals})/COUNTIFS(${groups},${cell},${totals},">=0"),"")`,
              shareOf(own, limits.target, decimals),
              'weight',
            ),
      );
      merged(sheet, row, 0, 1);
    });
    next += names.length + 3;
  }
  return next;
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
