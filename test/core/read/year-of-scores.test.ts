import { cellName } from '../../../src/core/cell-address';
import { gridBook, gridSheet, onlyReading, readGrid, type GridValue } from '../../support/grid-reading';

type Rows = readonly (readonly GridValue[])[];

const table = (score: number): Rows => [
  ['ตัวชี้วัด', 'คะแนน'],
  ['การปฏิบัติหน้าที่', score],
];

test.each<[string, readonly string[], number]>([
  ['a title', ['ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. ๒๕๖๗'], 2567],
  ['a title of two lines', ['ผลการประเมิน ITA', 'ประจำปีงบประมาณ พ.ศ. 2567'], 2567],
  ['a year without the word fiscal', ['คะแนน ปี 2567'], 2567],
  ['a year of the common era', ['ITA score FY2024'], 2567],
  ['a plan made of the scores, after them', ['รายงานผลปี 2567 และแผนปี 2568'], 2567],
  ['a plan made of the scores, before them', ['แผนปีงบประมาณ 2568 จากผลปีงบประมาณ 2567'], 2567],
  [
    'a plan that speaks of the assessment too',
    ['ผลการประเมิน ITA ปี 2567', 'แผนยกระดับผลการประเมิน ITA ปีงบประมาณ พ.ศ. 2568'],
    2567,
  ],
  [
    'measures of the next year on the cover',
    ['มาตรการส่งเสริมคุณธรรม ประจำปีงบประมาณ พ.ศ. 2568', 'วิเคราะห์ผลการประเมิน ITA ปีงบประมาณ พ.ศ. 2567'],
    2567,
  ],
  ['a year compared with', ['ผลการประเมิน ITA ปีงบประมาณ 2567', 'สูงกว่าปีงบประมาณ 2566 ที่ผ่านมา'], 2567],
  ['a year compared with first', ['เทียบกับผลปีงบประมาณ 2566', 'ผลการประเมิน ITA ปีงบประมาณ 2567'], 2567],
  ['a year compared with last', ['ผลการประเมิน ITA ปีงบประมาณ 2567', 'เทียบกับผลคะแนน ITA ปีงบประมาณ 2566'], 2567],
  ['measures only', ['มาตรการส่งเสริมคุณธรรม ประจำปีงบประมาณ พ.ศ. 2567'], 2567],
])('the year of %s', (_, headings, year) => {
  const rows = [...headings.map((heading) => [heading]), ...table(94.56)];
  expect(onlyReading(gridBook(gridSheet('ก', rows))).fiscalYear).toBe(year);
});

test.each<[string, GridValue]>([
  ['ปีงบประมาณ', 2567],
  ['ประจำปีงบประมาณ พ.ศ.', '๒๕๖๗'],
  ['ปี:', '2567'],
])('the year beside «%s» is the year', (label, year) => {
  expect(onlyReading(gridBook(gridSheet('ก', [[label, year], ...table(94.56)]))).fiscalYear).toBe(2567);
});

test('a remark beside a score names no year for the tables below', () => {
  const rows: Rows = [
    ['ผล ITA ปีงบประมาณ 2567'],
    ['ตัวชี้วัด', 'คะแนน', 'หมายเหตุ'],
    ['การปฏิบัติหน้าที่', 94.56, 'เท่ากับผลปีงบประมาณ 2566'],
    ...table(94.56).slice(0, 1),
    ['การใช้งบประมาณ', 90],
  ];
  expect(onlyReading(gridBook(gridSheet('ก', rows))).fiscalYear).toBe(2567);
});

test('a heading below the scores that names another year does not move them', () => {
  const rows: Rows = [
    ['ผลการประเมิน ITA ปีงบประมาณ 2567'],
    ...table(94.56),
    [],
    ['รายงานผลการประเมิน ITA ปีงบประมาณ 2568'],
  ];
  const reading = onlyReading(gridBook(gridSheet('ก', rows)));
  expect(reading.fiscalYear).toBe(2567);
  expect(reading.yearCell && cellName(reading.yearCell)).toBe("'ก'!A1");
});

test('each table belongs to the heading above it, also where it says less than the one before', () => {
  const rows: Rows = [
    ['ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. 2566'],
    ...table(90),
    [],
    ['ปีงบประมาณ 2567'],
    ...table(95),
    [],
    ['ตารางที่ ๒'],
    ['เครื่องมือ', 'คะแนน'],
    ['IIT', 96],
  ];
  const read = readGrid(gridBook(gridSheet('ก', rows)));
  expect(
    read.ok &&
      read.value.map(({ fiscalYear, figures }) => [fiscalYear, ...figures.map(({ value }) => value)]),
  ).toEqual([
    [2567, 95, 96],
    [2566, 90],
  ]);
});

test.each([
  ['2567', 2567],
  ['ITA ๒๕๖๖', 2566],
  ['ปี2565', 2565],
])('the name of the sheet «%s» gives the year where no heading does', (name, year) => {
  expect(onlyReading(gridBook(gridSheet(name, table(94.56)))).fiscalYear).toBe(year);
});

test('two sheets named by their years are two readings, the newest first', () => {
  const read = readGrid(gridBook(gridSheet('2566', table(90)), gridSheet('2567', table(95))));
  expect(read.ok && read.value.map(({ fiscalYear }) => fiscalYear)).toEqual([2567, 2566]);
});

test.each(['2566-2567', 'คะแนน', '25670'])('«%s» names no single year', (name) => {
  expect(readGrid(gridBook(gridSheet(name, table(94.56))))).toMatchObject({
    ok: false,
    error: { code: 'yearUnknown' },
  });
});

test('a table without a year belongs to the year of the others', () => {
  const book = gridBook(
    gridSheet('ก', [['ผลการประเมิน ITA ปีงบประมาณ 2567'], ...table(94.56)]),
    gridSheet('ข', [
      ['เครื่องมือ', 'คะแนน'],
      ['IIT', 96],
    ]),
  );
  expect(onlyReading(book).figures.map(({ value }) => value)).toEqual([94.56, 96]);
});

test.each<[string, number, string]>([
  ['2567', 2566, "'2567'!A1"],
  ['ก', 2566, "'ก'!A1"],
])('a year that the user gives against «%s» is a finding with its cell', (name, year, cell) => {
  const rows: Rows = name === 'ก' ? [['ผล ITA ปีงบประมาณ 2567'], ...table(90)] : table(90);
  const reading = onlyReading(gridBook(gridSheet(name, rows)), { year });
  expect(reading.fiscalYear).toBe(year);
  expect(reading.yearCell && cellName(reading.yearCell)).toBe(cell);
});

test('a year that none of several has is refused with those that there are', () => {
  const book = gridBook(gridSheet('2566', table(90)), gridSheet('2567', table(95)));
  expect(readGrid(book, { year: 2565 })).toMatchObject({
    ok: false,
    error: { code: 'yearNotFound', candidates: ['2566', '2567'] },
  });
});
