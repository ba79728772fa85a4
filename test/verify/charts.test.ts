import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ChangePlan, PlannedChart } from '../../src/core/change-plan';
import { workbookOf } from '../support/workbook-of';
import { applied, BODY, columnOf, frameWith, planFor } from '../xlsx/plans';
import { unzipParts } from '../xlsx/zip-parts';
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
