import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { indicatorSheet, itemSheet } from '../support/typed-workbooks';
import { workbookOf, type Typed } from '../support/workbook-of';
import { structureProblems } from '../xlsx/check-structure';
import { analysisOf } from './analyze-command';
import { disagreements } from './formula-results';
import { convert, type Converted } from './libreoffice';

type Sheets = Readonly<Record<string, readonly (readonly Typed[])[]>>;

const AGENCY = 'เทศบาลตำบลตัวอย่าง';
const SCORES = [94.56, 88.13, 90.81, 88.09, 90.53, 96.03, 96.2, 94.74, 100, 95];
const partsSheet = (parts: readonly (readonly Typed[])[]): Sheets[string] => [
  [`ผลการประเมิน ITA ปีงบประมาณ 2567`],
  ['เครื่องมือ', 'คะแนน'],
  ['IIT', 99],
  ...parts,
  ['OIT', 97],
];

const typedWorkbooks: readonly (readonly [string, Sheets])[] = [
  ['items of 2564', { ข้อ: itemSheet(2564, (id) => (id.startsWith('o') ? (id === 'o3' ? 0 : 100) : 87.5)) }],
  ['items of 2566 with one missing', { ข้อ: itemSheet(2566, (id) => (id === 'i4' ? null : 96)) }],
  ['items of 2567', { ข้อ: itemSheet(2567, (id) => (id === 'o9' ? 0 : 100)) }],
  ['indicators of 2566, parts unknown', { ก: indicatorSheet(AGENCY, 2566, SCORES) }],
  [
    'indicators of 2568, some missing',
    {
      ก: indicatorSheet(
        AGENCY,
        2568,
        SCORES.map((score, index) => (index === 3 ? null : score)),
      ),
    },
  ],
  [
    'indicators of 2569 with equal scores',
    { ก: indicatorSheet(AGENCY, 2569, [90, 95, 90, 95, 90, 99, 99, 99, 80, 80]) },
  ],
  ['instruments of 2567 alone', { ก: partsSheet([['EIT', 88]]) }],
  [
    'both parts of 2567',
    {
      ก: partsSheet([
        ['EIT ส่วนที่ 1', 94],
        ['EIT ส่วนที่ 2', 80],
      ]),
    },
  ],
  [
    'one part of 2567',
    {
      ก: partsSheet([
        ['EIT', 88],
        ['EIT ส่วนที่ 1', 94],
      ]),
    },
  ],
  [
    'parts of 2567 that contradict their instrument',
    {
      ก: partsSheet([
        ['EIT', 10],
        ['EIT ส่วนที่ 1', 90],
      ]),
    },
  ],
  ['no OIT yet', { ก: indicatorSheet(AGENCY, 2565, SCORES.slice(0, 8)) }],
  [
    'Thai digits',
    {
      ก: indicatorSheet(
        AGENCY,
        2563,
        SCORES.map((_, index) => `๙๐.${'๑๒๓๔๕๖๗๘๙๐'.charAt(index)}๕`),
      ),
    },
  ],
];

const written: Record<string, Uint8Array> = {};
let recalculated: Converted;

beforeAll(() => {
  const folder = mkdtempSync(join(tmpdir(), 'ita-typed-'));
  for (const [name, sheets] of typedWorkbooks) {
    const file = join(folder, `${name}.xlsx`);
    writeFileSync(file, workbookOf(sheets));
    written[name] = analysisOf(file);
  }
  recalculated = convert(written, 'xlsx');
}, 240_000);

test.each(typedWorkbooks)('LibreOffice agrees on every formula: %s', (name) => {
  const bytes = written[name] ?? new Uint8Array();
  expect(structureProblems(bytes)).toEqual([]);
  expect(disagreements(bytes, recalculated.of(name))).toEqual([]);
});
