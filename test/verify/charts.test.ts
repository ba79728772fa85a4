import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
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
import { runAnalyze, sample } from './analyze-command';
import { convert, recalculated } from './libreoffice';

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

const file = join(mkdtempSync(join(tmpdir(), 'ita-charts-')), 'charts.xlsx');
const bytes = applied(workbookOf({ S: [['x']] }), plan);
beforeAll(() => {
  writeFileSync(file, bytes);
});

const chartsOf = (workbook: Uint8Array): readonly string[] =>
  Object.entries(unzipParts(workbook))
    .filter(([name]) => /^xl\/charts\/chart\d+\.xml$/.test(name))
    .map(([, content]) => new TextDecoder().decode(content));

test('LibreOffice draws the charts with title, figures and limits', () => {
  const shown = execFileSync('pdftotext', ['-layout', convert(file, 'pdf'), '-'], { encoding: 'utf8' });
  for (const { title } of charts) expect(shown).toContain(title);
  expect(shown.match(/94\.56/g)?.length).toBeGreaterThan(1);
}, 240_000);

test('after LibreOffice saved it, each chart shows the same cells and is found again by its name', () => {
  const saved = recalculated(file);
  const kept = chartsOf(saved);
  expect(kept).toHaveLength(charts.length);
  for (const [kind, count] of [
    ['barChart', 2],
    ['lineChart', 2],
    ['radarChart', 1],
  ] as const)
    expect(kept.filter((xml) => xml.includes(`<c:${kind}>`))).toHaveLength(count);
  expect(kept.join('').match(/\$C\$2:\$C\$5/g)?.length).toBe(3);
  expect(chartsOf(applied(saved, plan))).toHaveLength(charts.length);
}, 240_000);

const folder = mkdtempSync(join(tmpdir(), 'ita-report-charts-'));
const AGENCY = 'เทศบาลตำบลตัวอย่าง';
const SCORES = [94.56, 88.13, 90.81, 88.09, 90.53, 96.03, 96.2, 94.74, 100, 100];

const threeYears = (): string => {
  const path = join(folder, 'three-years.xlsx');
  const before = SCORES.map((score) => score - 5);
  writeFileSync(
    path,
    workbookOf({
      ก: indicatorSheet(AGENCY, 2565, SCORES),
      ข: indicatorSheet(AGENCY, 2564, before),
      ค: indicatorSheet(AGENCY, 2563, before),
    }),
  );
  return path;
};

describe.each<[string, () => string, readonly string[]]>([
  [
    'nakhon-pathom-2565',
    () => sample('nakhon-pathom-2565.xlsx'),
    ['คะแนนรายตัวชี้วัด ปีงบประมาณ พ.ศ. 2565', 'ภาพรวมตัวชี้วัด ปี 2565'],
  ],
  [
    'bang-sak-2567',
    () => sample('bang-sak-2567.xlsx'),
    ['คะแนนรายตัวชี้วัด ปีงบประมาณ พ.ศ. 2567', 'ภาพรวมตัวชี้วัด ปี 2567'],
  ],
  [
    'three-years',
    threeYears,
    ['คะแนนรายตัวชี้วัด ปีงบประมาณ พ.ศ. 2565', 'ตัวชี้วัดปี 2565 เทียบกับปี 2564', 'คะแนนรวมรายปี'],
  ],
])('the charts of the analysis: %s', (name, source, titles) => {
  const out = join(folder, `${name}-out.xlsx`);
  beforeAll(() => {
    const { status, stderr } = runAnalyze([source(), '--out', out]);
    if (status !== 0) throw new Error(stderr);
  });

  test('LibreOffice keeps titles, series and cells', () => {
    const ours = chartsInFile(new Uint8Array(readFileSync(out)));
    expect(ours.map(({ title }) => title)).toEqual(titles);
    const theirs = chartsInFile(recalculated(out));
    const facts = (charts: typeof ours): unknown =>
      charts.map(({ name: chart, title, ends, series }) => [
        chart,
        title.replaceAll(' ', ''),
        ends,
        series.map(({ values, categories }) => [values, categories]),
      ]);
    expect(facts(theirs)).toEqual(facts(ours));
  }, 240_000);

  test('they are drawn on the first page, with every label', () => {
    const text = execFileSync('pdftotext', ['-layout', convert(out, 'pdf'), '-'], { encoding: 'utf8' });
    const pages = text.split('\f').map((page) => page.replace(/\s/g, ''));
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
  }, 240_000);
});

test('a score that goes missing leaves a gap in the figures of the charts, not a zero', () => {
  const out = join(folder, 'missing.xlsx');
  const { status } = runAnalyze([threeYears(), '--out', out]);
  expect(status).toBe(0);
  const cleared = typeInto(new Uint8Array(readFileSync(out)), [
    typing('ก', [{ row: 5, column: 2, value: null }]),
    typing('ข', [{ row: 4, column: 2, value: null }]),
  ]);
  const path = join(folder, 'cleared.xlsx');
  writeFileSync(path, cleared);
  const book = snapshotOf(recalculated(path));
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
}, 240_000);
