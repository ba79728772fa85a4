import { analyze, type Analysis } from '../../../src/app/analyze';
import { rangeContains, rangesOverlap, type CellRange } from '../../../src/core/cell-address';
import {
  PAGE_MARGINS,
  type PlannedChart,
  type SheetPlan,
  type SheetRange,
} from '../../../src/core/change-plan';
import { openWorkbook } from '../../../src/xlsx/open-workbook';
import { indicatorSheet } from '../../support/typed-workbooks';
import { snapshotOf, typeInto, typing, workbookOf, type Typed } from '../../support/workbook-of';
import { structureProblems } from '../../xlsx/check-structure';
import { chartsInFile } from '../../contract/charts-of';

const AGENCY = 'เทศบาลตำบลตัวอย่าง';
const SCORES = [94.56, 88.13, 90.81, 88.09, 90.53, 96.03, 96.2, 94.74, 100, 100];
const less = (points: number): readonly number[] => SCORES.map((score) => score - points);

type Sheets = Readonly<Record<string, readonly (readonly Typed[])[]>>;
const thisYear: Sheets = { ก: indicatorSheet(AGENCY, 2565, SCORES) };
const threeYears: Sheets = {
  ...thisYear,
  ข: indicatorSheet(AGENCY, 2564, less(5)),
  ค: indicatorSheet(AGENCY, 2563, less(15)),
};
const instruments = (year: number, scores: readonly number[]): Sheets[string] => [
  [`ผลการประเมิน ITA ปีงบประมาณ ${year}`],
  [AGENCY],
  ['เครื่องมือ', 'คะแนน'],
  ...['IIT', 'EIT', 'OIT'].map((name, index) => [name, scores[index] ?? null]),
];

const analysisOf = (bytes: Uint8Array, agency?: string): Analysis => {
  const analysis = analyze(snapshotOf(bytes), agency === undefined ? {} : { agency });
  if (!analysis.ok) throw new Error(analysis.error.code);
  return analysis.value;
};

const sheetFor = (sheets: Sheets, agency?: string): SheetPlan => {
  const [sheet] = analysisOf(workbookOf(sheets), agency).plan.sheets;
  if (sheet === undefined) throw new Error('No sheet');
  return sheet;
};

const written = (bytes: Uint8Array): Uint8Array => {
  const opened = openWorkbook(bytes);
  const applied = opened.ok ? opened.value.apply(analysisOf(bytes).plan) : opened;
  if (!applied.ok) throw new Error(applied.error.code);
  expect(structureProblems(applied.value)).toEqual([]);
  return applied.value;
};

const chartNamed = ({ charts }: SheetPlan, name: string): PlannedChart => {
  const chart = charts.find((entry) => entry.name === `ITA_Chart_${name}`);
  if (chart === undefined) throw new Error(name);
  return chart;
};

/** What the planned cells of a range show. */
const shownIn = (sheet: SheetPlan, { sheet: name, range }: SheetRange): readonly unknown[] => {
  expect(name).toBe(sheet.name);
  return sheet.cells.filter((cell) => rangeContains(range, cell)).map(({ value }) => value);
};

const limitsOf = (chart: PlannedChart) => (chart.kind === 'bar' ? [] : chart.limits);
const names = ({ charts }: SheetPlan): readonly string[] =>
  charts.map(({ name }) => name.replace('ITA_Chart_', ''));

test('the indicators stand as columns over their cells, with target and limits of the triage', () => {
  const sheet = sheetFor(thisYear);
  expect(names(sheet)).toEqual(['Indicators', 'Radar']);
  const chart = chartNamed(sheet, 'Indicators');
  expect([chart.kind, chart.title, chart.min, chart.max]).toEqual([
    'column',
    'คะแนนรายตัวชี้วัด ปีงบประมาณ พ.ศ. 2565',
    0,
    100,
  ]);
  expect(shownIn(sheet, chart.categories).slice(0, 2)).toEqual(['การปฏิบัติหน้าที่', 'การใช้งบประมาณ']);
  expect(chart.series.map(({ values }) => shownIn(sheet, values))).toEqual([SCORES]);
  expect(limitsOf(chart).map(({ name, values }) => [name, shownIn(sheet, values)])).toEqual(
    [
      ['เป้าหมาย', 85],
      ['ต่ำกว่าเส้นนี้เร่งด่วน', 90],
      ['ต่ำกว่าเส้นนี้ต้องพัฒนา', 95],
    ].map(([name, limit]) => [name, SCORES.map(() => limit)]),
  );
  const colors = [...chart.series, ...limitsOf(chart)].map(({ color }) => color);
  expect(new Set(colors).size).toBe(4);
});

test('the figures follow the sheet: formulas that give #N/A, never 0, for what goes missing', () => {
  const sheet = sheetFor(threeYears);
  const figures = sheet.charts.flatMap(({ series }) =>
    series.flatMap(({ values }) => sheet.cells.filter((cell) => rangeContains(values.range, cell))),
  );
  expect(figures.length).toBe(10 + 20 + 3);
  for (const { formula } of figures) expect(formula).toMatch(/^IF\(COUNT\(.+\)=\d+,.+,NA\(\)\)$/);
});

test('with an earlier year the net compares with the newest one, and totals run by year', () => {
  const sheet = sheetFor(threeYears);
  expect(names(sheet)).toEqual(['Indicators', 'Radar', 'Years']);
  const net = chartNamed(sheet, 'Radar');
  expect(net.series.map(({ name, values }) => [name, shownIn(sheet, values)])).toEqual([
    ['คะแนนปี 2565', SCORES],
    ['คะแนนปี 2564', less(5)],
  ]);
  expect([net.kind, net.title, net.min]).toEqual(['radar', 'ตัวชี้วัดปี 2565 เทียบกับปี 2564', 50]);
  const years = chartNamed(sheet, 'Years');
  expect(shownIn(sheet, years.categories)).toEqual([2563, 2564, 2565]);
  const totals = years.series.flatMap(({ values }) => shownIn(sheet, values)) as number[];
  [80.8242, 90.8242, 95.8242].forEach((total, index) => {
    expect(totals[index]).toBeCloseTo(total, 4);
  });
  expect(limitsOf(years).map(({ values }) => shownIn(sheet, values))).toEqual([[85, 85, 85]]);
});

test('earlier figures that stand in texts are written once', () => {
  const texts = { ...thisYear, ข: indicatorSheet(AGENCY, 2564, ['๘๙.๕๐', ...less(5).slice(1)]) };
  const sheet = sheetFor(texts);
  const [, before] = chartNamed(sheet, 'Radar').series;
  const [first, second] = sheet.cells.filter(
    (cell) => before !== undefined && rangeContains(before.values.range, cell),
  );
  expect(first).toMatchObject({ value: 89.5, style: 'typedScore' });
  expect(first).not.toHaveProperty('formula');
  expect(second?.formula).toContain("'ข'!C5");
});

test.each<[string, Sheets, readonly string[]]>([
  ['an indicator is missing', { ก: indicatorSheet(AGENCY, 2565, SCORES.slice(0, 9)) }, []],
  ['only instruments are known', { ก: instruments(2565, [90, 91, 92]) }, []],
  [
    'only instruments of two years are known',
    { ก: instruments(2565, [90, 91, 92]), ข: instruments(2564, [80, 81, 82]) },
    ['Years'],
  ],
  [
    'the earlier year lacks an indicator',
    { ...thisYear, ข: indicatorSheet(AGENCY, 2564, SCORES.slice(0, 9)) },
    ['Indicators', 'Radar'],
  ],
])('where %s, no chart says more than is known', (_, sheets, expected) => {
  const sheet = sheetFor(sheets);
  expect(names(sheet)).toEqual(expected);
  expect(sheet.removedCharts).toHaveLength(3 - expected.length);
  for (const { series } of sheet.charts) expect(series).toHaveLength(1);
});

test('of several agencies only the chosen one’s years are compared', () => {
  const other = 'เทศบาลตำบลอื่น';
  const sheets = {
    ...thisYear,
    ข: indicatorSheet(other, 2564, SCORES),
    ค: indicatorSheet(AGENCY, 2563, less(15)),
  };
  expect(chartNamed(sheetFor(sheets, AGENCY), 'Radar').title).toBe('ตัวชี้วัดปี 2565 เทียบกับปี 2563');
  expect(names(sheetFor(sheets, other))).toEqual(['Indicators', 'Radar']);
});

test('a figure below the middle of the scale lowers the axis', () => {
  const low = sheetFor({ ก: indicatorSheet(AGENCY, 2565, [40, ...SCORES.slice(1)]) });
  expect(chartNamed(low, 'Radar').min).toBe(0);
});

const A4 = { width: 595.3, height: 841.9 };
/** Width in points of a column of so many characters. */
const pointsOf = (characters: number): number => ((characters * 7 + 5) * 72) / 96;

test.each([
  ['one year', thisYear],
  ['three years', threeYears],
  ['totals alone', { ก: instruments(2565, [90, 91, 92]), ข: instruments(2564, [80, 81, 82]) }],
])('%s: charts cover no cell and no other chart, and stand on the first page', (_, sheets) => {
  const sheet = sheetFor(sheets);
  const page = sheet.frame?.page.printArea;
  if (page === undefined) throw new Error('No page');
  const places = sheet.charts.map(({ place }) => place);
  expect(places.length).toBeGreaterThan(0);
  for (const [index, place] of places.entries()) {
    const corners = [
      { row: place.top, column: place.left },
      { row: place.bottom, column: place.right },
    ];
    expect(corners.every((corner) => rangeContains(page, corner))).toBe(true);
    expect(sheet.cells.filter((cell) => rangeContains(place, cell))).toEqual([]);
    expect(sheet.merges.filter((merge) => rangesOverlap(merge, place))).toEqual([]);
    expect(places.filter((other, at) => at !== index && rangesOverlap(other, place))).toEqual([]);
  }
  const columns = sheet.columnWidths.slice(0, page.right + 1).map((width) => pointsOf(width ?? 0));
  const width = columns.reduce((sum, points) => sum + points, 0);
  const scale = (A4.width - (PAGE_MARGINS.left + PAGE_MARGINS.right) * 72) / width;
  const bottom = Math.max(...places.map((place) => place.bottom));
  const heights = Array.from({ length: bottom + 1 }, (__, row) => sheet.rowHeights.get(row) ?? Number.NaN);
  const height = heights.reduce((sum, points) => sum + points, 0) * scale;
  expect(height).toBeLessThan(A4.height - (PAGE_MARGINS.top + PAGE_MARGINS.bottom) * 72);
  const data: CellRange = { top: 0, left: page.right + 1, bottom: page.bottom, right: 99 };
  expect(sheet.cells.some((cell) => rangeContains(data, cell))).toBe(true);
});

test('charts come and go with their figures, in the file too', () => {
  const bytes = written(workbookOf(threeYears));
  const facts = chartsInFile(bytes);
  expect(facts.map(({ name }) => name)).toEqual([
    'ITA_Chart_Indicators',
    'ITA_Chart_Radar',
    'ITA_Chart_Years',
  ]);
  expect(Buffer.from(written(bytes)).equals(Buffer.from(bytes))).toBe(true);
  const blank = Array.from({ length: 14 }, (_, row) =>
    [0, 1, 2].map((column) => ({ row, column, value: null })),
  );
  const alone = written(typeInto(bytes, [typing('ข', blank.flat()), typing('ค', blank.flat())]));
  expect(chartsInFile(alone)).toEqual(
    chartsInFile(written(workbookOf({ ...thisYear, ข: [[null]], ค: [[null]] }))),
  );
  const none = written(typeInto(alone, [typing('ก', [{ row: 5, column: 2, value: null }])]));
  expect(chartsInFile(none)).toEqual([]);
  const again = written(typeInto(none, [typing('ก', [{ row: 5, column: 2, value: 90.81 }])]));
  expect(chartsInFile(again)).toEqual(chartsInFile(alone));
});
