import type { PlannedChart } from '../../change-plan';
import { resultOf } from '../../many/assess-many';
import { mean } from '../../text/numbers';
import { gradeLabel } from '../analysis/head';
import { at, down, live, plain, quoted, rowOf } from '../sheet-parts';
import {
  figuresOf,
  ifAny,
  inOrder,
  merged,
  quartile,
  RIGHT,
  ROW_POINTS,
  shareFormula,
  shareOf,
  TARGET,
  VALUE,
  type SummaryContext,
} from './summary-context';

const COLORS = { bars: '9DC3E6', target: '375623' } as const;
/** Both charts and the tables between them fit on the first page. */
const CHART_ROWS = { grades: 10, means: 12 } as const;

/** How many agencies have each grade; gives the next free row. */
export const gradeTable = (
  context: SummaryContext,
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
export const figureTable = (
  context: SummaryContext,
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
export const groupTables = (context: SummaryContext, top: number): number => {
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
      const own = inOrder(byGroup.get(group) ?? []);
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
