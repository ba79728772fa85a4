import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ChangePlan, PlannedChart } from '../../src/core/change-plan';
import { OUR_NAMES, placeOfName } from '../../src/core/our-names';
import { cellAt } from '../../src/core/snapshot';
import { chartsInFile } from '../contract/charts-of';
import { indicatorSheet } from '../support/typed-workbooks';
import { snapshotOf, typeInto, typing, workbookOf } from '../support/workbook-of';
import { applied, BODY, columnOf, frameWith, planFor } from '../xlsx/plans';
import { unzipParts } from '../xlsx/zip-parts';
import { analysisOf, sample } from './analyze-command';
import { convert, type Converted } from './libreoffice';

const place = (column: number) => ({ sheet: 'S', range: { top: 1, left: column, bottom: 4, right: column } });
const BASE = {
  altText: 'คะแนน',
  categories: place(0),
  series: [{ name: 'ปี 2565', values: place(1), color: '1F6FB2' }],
  min: 0,
  max: 100,
};
const limits = [{ name: 'เกณฑ์ 90', values: place(2), color: 'C00000' }];
const at = (row: number) => ({ top: row, left: 0, bottom: row + 14, right: 6 });
const charts: readonly PlannedChart[] = [
  { ...BASE, kind: 'bar', name: 'ITA_Bar', title: 'Bars', place: at(6) },
  { ...BASE, kind: 'column', name: 'ITA_Column', title: 'Columns', place: at(22), limits },
  { ...BASE, kind: 'line', name: 'ITA_Line', title: 'Lines', place: at(38), limits },
  { ...BASE, kind: 'radar', name: 'ITA_Radar', title: 'Radar', place: at(54), limits },
];
const plan: ChangePlan = planFor(
  'S',
  {
    cells: [
      ...columnOf(['ตัวชี้วัด', 'A', 'B', 'C', 'D']),
      ...columnOf(['คะแนน', 94.56, 88.13, 90.81, 100], 1),
      ...columnOf(['เกณฑ์', 90, 90, 90, 90], 2),
    ],
    charts,
    frame: frameWith({
      page: { orientation: 'portrait', printArea: { top: 0, left: 0, bottom: 70, right: 8 } },
    }),
  },
  { styles: { body: BODY } },
);

const planned = applied(workbookOf({ S: [['x']] }), plan);

const chartsOf = (workbook: Uint8Array): readonly string[] =>
  Object.entries(unzipParts(workbook))
    .filter(([name]) => /^xl\/charts\/chart\d+\.xml$/.test(name))
    .map(([, content]) => new TextDecoder().decode(content));

const AGENCY = 'เทศบาลตำบลตัวอย่าง';
const SCORES = [94.56, 88.13, 90.81, 88.09, 90.53, 96.03, 96.2, 94.74, 100, 100];

const threeYears = join(mkdtempSync(join(tmpdir(), 'ita-report-charts-')), 'three-years.xlsx');

const writeThreeYears = (): void => {
  const before = SCORES.map((score) => score - 5);
  writeFileSync(
    threeYears,
    workbookOf({
      ก: indicatorSheet(AGENCY, 2565, SCORES),
      ข: indicatorSheet(AGENCY, 2564, before),
      ค: indicatorSheet(AGENCY, 2563, before),
    }),
  );
};

const reports: readonly (readonly [name: string, file: string, titles: readonly string[]])[] = [
  [
    'nakhon-pathom-2565',
    sample('nakhon-pathom-2565.xlsx'),
    ['คะแนนรายตัวชี้วัด ปีงบประมาณ พ.ศ. 2565', 'ภาพรวมตัวชี้วัด ปี 2565'],
  ],
  [
    'bang-sak-2567',
    sample('bang-sak-2567.xlsx'),
    ['คะแนนรายตัวชี้วัด ปีงบประมาณ พ.ศ. 2567', 'ภาพรวมตัวชี้วัด ปี 2567'],
  ],
  [
    'three-years',
    threeYears,
    ['คะแนนรายตัวชี้วัด ปีงบประมาณ พ.ศ. 2565', 'ตัวชี้วัดปี 2565 เทียบกับปี 2564', 'คะแนนรวมรายปี'],
  ],
];

const written: Record<string, Uint8Array> = { planned };
let saved: Converted;
let printed: Converted;

beforeAll(() => {
  writeThreeYears();
  for (const [name, file] of reports) written[name] = analysisOf(file);
  const cleared = typeInto(written['three-years'] ?? planned, [
    typing('ก', [{ row: 5, column: 2, value: null }]),
    typing('ข', [{ row: 4, column: 2, value: null }]),
  ]);
  saved = convert({ ...written, cleared }, 'xlsx');
  printed = convert(written, 'pdf');
}, 480_000);

const printedText = (name: string): string =>
  execFileSync('pdftotext', ['-layout', '-', '-'], { encoding: 'utf8', input: printed.of(name) });

test('LibreOffice draws the charts with title, figures and limits', () => {
  const shown = printedText('planned');
  for (const { title } of charts) expect(shown).toContain(title);
  expect(shown.match(/94\.56/g)?.length).toBeGreaterThan(1);
});

test('after LibreOffice saved it, each chart shows the same cells and is found again by its name', () => {
  const kept = chartsOf(saved.of('planned'));
  expect(kept).toHaveLength(charts.length);
  for (const [kind, count] of [
    ['barChart', 2],
    ['lineChart', 2],
    ['radarChart', 1],
  ] as const)
    expect(kept.filter((xml) => xml.includes(`<c:${kind}>`))).toHaveLength(count);
  expect(kept.join('').match(/\$C\$2:\$C\$5/g)?.length).toBe(3);
  expect(chartsOf(applied(saved.of('planned'), plan))).toHaveLength(charts.length);
});

describe.each(reports)('the charts of the analysis: %s', (name, _, titles) => {
  test('LibreOffice keeps titles, series and cells', () => {
    const ours = chartsInFile(written[name] ?? planned);
    expect(ours.map(({ title }) => title)).toEqual(titles);
    const theirs = chartsInFile(saved.of(name));
    const facts = (charts: typeof ours): unknown =>
      charts.map(({ name: chart, title, ends, series }) => [
        chart,
        title.replaceAll(' ', ''),
        ends,
        series.map(({ values, categories }) => [values, categories]),
      ]);
    expect(facts(theirs)).toEqual(facts(ours));
  });

  test('they are drawn on the first page, with every label', () => {
    const pages = printedText(name)
      .split('\f')
      .map((page) => page.replace(/\s/g, ''));
    const page = pages.find((content) => content.startsWith('ผลการวิเคราะห์ITA')) ?? '';
    // Some tone marks stand apart in print, so words without these are looked for.
    for (const label of [
      'การใช้ทรัพย์สินของราชการ',
      'คุณภาพการดำเนินงาน',
      'เป้าหมาย',
      'เร่งด่วน',
      'ตารางคะแนนถ่วงน้ำหนัก',
    ])
      expect(page).toContain(label);
    expect(page.split('การใช้อำนาจ').length - 1).toBeGreaterThanOrEqual(2);
    expect(page.indexOf('แผนภูมิ')).toBeGreaterThan(0);
  });
});

test('a score that goes missing leaves a gap in the figures of the charts, not a zero', () => {
  const book = snapshotOf(saved.of('cleared'));
  const data = placeOfName(book, OUR_NAMES.chartData);
  const sheet = book.sheets.find((entry) => entry.name === data?.sheet);
  if (data === undefined || sheet === undefined) throw new Error('No data');
  const values = Array.from({ length: data.range.bottom - data.range.top + 1 }, (_, row) =>
    [1, 5].map(
      (column) =>
        cellAt(sheet, { row: data.range.top + row, column: data.range.left + column })?.value ?? null,
    ),
  );
  const missing = { error: '#N/A' };
  expect(values[4]).toEqual([missing, 85.81]);
  expect(values[3]).toEqual([88.13, missing]);
  expect(values.slice(-2).map(([total]) => total)).toEqual([missing, missing]);
});
