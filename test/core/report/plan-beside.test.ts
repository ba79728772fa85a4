import { analyze, type Analysis } from '../../../src/app/analyze';
import { cellName } from '../../../src/core/cell-address';
import { textAt } from '../../../src/core/read/sheet-text';
import { cellAt, type CellValue, type SheetSnapshot } from '../../../src/core/snapshot';
import { openWorkbook } from '../../../src/xlsx/open-workbook';
import { indicatorSheet, itemSheet } from '../../support/typed-workbooks';
import { snapshotOf, typeInto, typing, workbookOf } from '../../support/workbook-of';
import { structureProblems } from '../../xlsx/check-structure';

const SCORES = [94.56, 88.13, 90.81, 88.09, 90.53, 96.03, 96.2, 94.74, 100, 100];
const AGENCY = 'เทศบาลตำบลตัวอย่าง';
const SHEET = 'คะแนน';
const HEADINGS = ['คะแนนถ่วงน้ำหนัก', 'ระดับของหน่วยงาน', 'การจัดกลุ่ม'];
const indicators = (): Uint8Array => workbookOf({ [SHEET]: indicatorSheet(AGENCY, 2565, SCORES) });

const planned = (bytes: Uint8Array, inPlace = true): Analysis => {
  const analysis = analyze(snapshotOf(bytes), { inPlace });
  if (!analysis.ok) throw new Error(analysis.error.code);
  return analysis.value;
};

const written = (bytes: Uint8Array, inPlace = true): Uint8Array => {
  const opened = openWorkbook(bytes);
  if (!opened.ok) throw new Error(opened.error.code);
  const applied = opened.value.apply(planned(bytes, inPlace).plan);
  if (!applied.ok) throw new Error(`${applied.error.code} ${applied.error.cell ?? ''}`);
  expect(structureProblems(applied.value)).toEqual([]);
  return applied.value;
};

const sheetOf = (bytes: Uint8Array, name = SHEET): SheetSnapshot => {
  const sheet = snapshotOf(bytes).sheets.find((entry) => entry.name === name);
  if (sheet === undefined) throw new Error(name);
  return sheet;
};

const valueAt = (bytes: Uint8Array, row: number, column: number): CellValue =>
  cellAt(sheetOf(bytes), { row, column })?.value ?? null;

const obstaclesOf = (
  bytes: Uint8Array,
): readonly { readonly code: string; readonly cells: readonly string[] }[] =>
  (planned(bytes).beside?.obstacles ?? []).map(({ code, cells }) => ({ code, cells: cells.map(cellName) }));

test('without being asked, officers’ sheets stay as they are', () => {
  const bytes = indicators();
  expect(planned(bytes, false).beside).toBeNull();
  expect(sheetOf(written(bytes, false))).toEqual(sheetOf(bytes));
});

test('weighted score, grade and triage stand right beside the table, as formulas over the analysis sheet', () => {
  const out = written(indicators());
  const sheet = sheetOf(out);
  expect([3, 4, 5].map((column) => textAt(sheet, { row: 2, column }))).toEqual(HEADINGS);
  const rows = SCORES.map((_, index) => 3 + index);
  const weighted = rows.map((row) => Number(valueAt(out, row, 3)));
  expect(weighted[0]).toBeCloseTo((94.56 * 0.3) / 5, 12);
  expect(weighted[5]).toBeCloseTo((96.03 * 0.3) / 3, 12);
  expect(weighted[9]).toBeCloseTo(20, 12);
  expect(weighted.reduce((sum, value) => sum + value, 0)).toBeCloseTo(95.8242, 10);
  expect(rows.map((row) => valueAt(out, row, 4))).toEqual(['AA', ...Array<null>(9).fill(null)]);
  expect(rows.slice(0, 3).map((row) => valueAt(out, row, 5))).toEqual(['◆ พัฒนา', '▼ เร่งด่วน', '◆ พัฒนา']);
  const formulas = rows.map((row) => cellAt(sheet, { row, column: 3 })?.formula ?? '');
  expect(formulas.every((formula) => formula.includes("'ผลวิเคราะห์ ITA'!"))).toBe(true);
});

test('what stood on the sheet is as it was', () => {
  const bytes = indicators();
  const before = sheetOf(bytes).rows.map((cells) => cells?.slice(0, 3));
  expect(sheetOf(written(bytes)).rows.map((cells) => cells?.slice(0, 3))).toEqual(before);
});

test('items get their triage alone', () => {
  const bytes = workbookOf({ [SHEET]: itemSheet(2567, (id) => (id === 'o9' ? 0 : 100)) });
  const out = written(bytes);
  const sheet = sheetOf(out);
  expect(textAt(sheet, { row: 1, column: 3 })).toBe('การจัดกลุ่ม');
  expect(textAt(sheet, { row: 1, column: 4 })).toBe('');
  const row = sheet.rows.findIndex((cells) => cells?.[0]?.value === 'o9');
  expect([textAt(sheet, { row, column: 3 }), textAt(sheet, { row: row - 1, column: 3 })]).toEqual([
    '▼ เร่งด่วน',
    '● รักษามาตรฐาน',
  ]);
});

test('an instrument table that has weighted scores gets the grade beside its total', () => {
  const bytes = workbookOf({
    [SHEET]: [
      [`${AGENCY} ปีงบประมาณ 2565`],
      ['เครื่องมือ', 'คะแนนเฉลี่ย', 'คะแนนถ่วงน้ำหนัก'],
      ['IIT', 90, 27],
      ['EIT', 90, 27],
      ['OIT', 100, 40],
      ['คะแนนรวม', null, 94],
    ],
  });
  const out = written(bytes);
  const grades = [1, 2, 3, 4, 5].map((row) => valueAt(out, row, 3));
  expect(grades).toEqual(['ระดับของหน่วยงาน', null, null, null, 'A']);
  expect(valueAt(out, 1, 4)).toBeNull();
});

test('a second run changes nothing, and reads no score from our columns', () => {
  const once = written(indicators());
  expect(written(once)).toEqual(once);
  expect(planned(once).assessments[0].findings).toEqual(planned(indicators()).assessments[0].findings);
});

test('columns are kept in step when they are not asked for again', () => {
  const once = written(indicators());
  const changed = typeInto(once, [typing(SHEET, [{ row: 3, column: 2, value: 80 }])]);
  const out = written(changed, false);
  expect(valueAt(out, 3, 3)).toBeCloseTo((80 * 0.3) / 5, 12);
  expect(valueAt(out, 3, 5)).toBe('▼ เร่งด่วน');
});

test('a column with a taken cell is not written at all, and the cell is named', () => {
  const bytes = typeInto(indicators(), [typing(SHEET, [{ row: 6, column: 4, value: 'จดไว้' }])]);
  const out = written(bytes);
  expect(valueAt(out, 6, 4)).toBe('จดไว้');
  expect([2, 3, 4, 5].map((row) => valueAt(out, row, 4))).toEqual([null, null, null, null]);
  expect([valueAt(out, 2, 3), valueAt(out, 2, 5)]).toEqual([HEADINGS[0], HEADINGS[2]]);
  expect(obstaclesOf(bytes)).toEqual([{ code: 'cellsTaken', cells: ["'คะแนน'!E7"] }]);
});

test('a column of which a merged area covers cells is not written', () => {
  const merged = typeInto(indicators(), [typing(SHEET, [], [{ top: 4, left: 5, bottom: 5, right: 6 }])]);
  const out = written(merged);
  expect([2, 3, 4, 5].map((row) => valueAt(out, row, 5))).toEqual([null, null, null, null]);
  expect(obstaclesOf(merged)).toEqual([{ code: 'cellsTaken', cells: ["'คะแนน'!F5", "'คะแนน'!F6"] }]);
});

test('what an officer typed over our cells stays, and is named', () => {
  const once = written(indicators());
  const typed = typeInto(once, [typing(SHEET, [{ row: 4, column: 5, value: 'เร่งด่วนมาก' }])]);
  const out = written(typed);
  expect([valueAt(out, 4, 5), valueAt(out, 3, 5)]).toEqual(['เร่งด่วนมาก', '◆ พัฒนา']);
  expect(obstaclesOf(typed)).toEqual([{ code: 'cellsTaken', cells: ["'คะแนน'!F5"] }]);
});

test('cells of an earlier run that no longer belong to a score are emptied', () => {
  const once = written(indicators());
  const renamed = typeInto(once, [
    typing(SHEET, [
      { row: 5, column: 1, value: 'หมายเหตุ' },
      { row: 5, column: 0, value: null },
    ]),
  ]);
  const out = written(renamed);
  expect([3, 4, 5].map((column) => valueAt(out, 5, column))).toEqual([null, null, null]);
  expect(valueAt(out, 6, 5)).toBe('▼ เร่งด่วน');
});

test('beside a protected sheet’s table nothing is written, and the rest is', () => {
  const snapshot = snapshotOf(indicators());
  const sheets = snapshot.sheets.map((sheet) => ({ ...sheet, isProtected: true }));
  const analysis = analyze({ ...snapshot, sheets }, { inPlace: true });
  if (!analysis.ok) throw new Error(analysis.error.code);
  expect(analysis.value.beside?.obstacles).toEqual([{ code: 'sheetProtected', sheet: SHEET, cells: [] }]);
  expect(analysis.value.plan.sheets.map(({ name }) => name)).toEqual([
    'ผลวิเคราะห์ ITA',
    'มาตรการ',
    'พิมพ์ มาตรการ',
    'ความพร้อมของเอกสาร',
    'คลังมาตรการ',
    'ตั้งค่า ITA',
  ]);
});

test('beside a table that ends at the last column nothing is written', () => {
  const source = indicatorSheet(AGENCY, 2565, SCORES);
  const bytes = workbookOf({
    [SHEET]: source.map((row, index) => (index < 2 ? row : [...Array<null>(16_379).fill(null), ...row])),
  });
  expect(obstaclesOf(bytes)).toEqual([{ code: 'sheetFull', cells: [] }]);
});

test('a sentence below a table that names an instrument is no row of it', () => {
  const rows = itemSheet(2567, (id) => (id === 'o9' ? 0 : 100));
  const bytes = workbookOf({
    [SHEET]: [...rows, [], ['สำหรับ OIT ข้อ ๐๑๒ - ๐๑๓ ควรเผยแพร่ข้อมูลให้ครบ']],
  });
  const out = written(bytes);
  expect(valueAt(out, 1, 3)).toBe('การจัดกลุ่ม');
  expect([3, 4, 5].map((column) => valueAt(out, rows.length + 1, column))).toEqual([null, null, null]);
  expect(valueAt(out, 1, 4)).toBeNull();
});
