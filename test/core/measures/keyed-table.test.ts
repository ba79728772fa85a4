import { findKeyedTable, KEY, type KeyedTable } from '../../../src/core/measures/keyed-table';
import type { DefinedName, SheetSnapshot, Snapshot } from '../../../src/core/snapshot';
import { gridSheet, type GridValue } from '../../support/grid-reading';

const TABLE: KeyedTable = {
  anchor: 'ITA_TestSheet',
  table: 'ITA_Test',
  columns: [
    { role: 'measure', headings: ['มาตรการ/แนวทาง', 'มาตรการ'] },
    { role: 'steps', headings: ['วิธีการดำเนินการ', 'ขั้นตอน/วิธีการดำเนินการ'] },
    { role: KEY, headings: ['รหัสแถว'] },
  ],
};
const ANCHOR: DefinedName = { name: 'ITA_TestSheet', refersTo: "'ก'!$A$1:$C$5", scope: null };

const HEAD: readonly GridValue[] = ['มาตรการ/แนวทาง', 'วิธีการดำเนินการ', 'รหัสแถว'];

const book = (sheet: SheetSnapshot, names: readonly DefinedName[] = [ANCHOR]): Snapshot => ({
  sheets: [sheet],
  names,
});

const rowsOf = (snapshot: Snapshot) =>
  findKeyedTable(snapshot, TABLE)?.rows.map(
    ({ key, row, texts }) => `${row} ${key ?? '-'} ${texts.get('measure') ?? ''}`,
  );

test('the native table of the name, wherever it stands', () => {
  const sheet = gridSheet('ข', [[], [], [null, ...HEAD], [null, 'ก', 'ข', 'k1'], [null, 'ค', 'ง', 'k2']]);
  const tables = [
    { name: 'ITA_Test', range: { top: 2, left: 1, bottom: 4, right: 3 }, columns: HEAD.map(String) },
  ];
  expect(rowsOf(book({ ...sheet, tables }, []))).toEqual(['3 k1 ก', '4 k2 ค']);
});

test('cells that have lost their table, and their names too, by their headings', () => {
  const sheet = gridSheet('ก', [['ชื่อเอกสาร'], HEAD, ['ก', 'ข', 'k1'], ['ค', null, 'k2'], [], ['ลงชื่อ']]);
  const found = findKeyedTable(book(sheet), TABLE);
  expect(found?.range).toEqual({ top: 1, left: 0, bottom: 3, right: 2 });
  expect(found?.isNative).toBe(false);
  expect(rowsOf(book(sheet))).toEqual(['2 k1 ก', '3 k2 ค']);
  expect(rowsOf(book(sheet, []))).toEqual(['2 k1 ก', '3 k2 ค']);
  const other = gridSheet('ก', [
    ['รายการ', 'วิธีการดำเนินการ', 'งบประมาณ'],
    ['ก', 'ข', 500],
  ]);
  expect(findKeyedTable(book(other), TABLE)).toBeUndefined();
});

test('the sheet that is printed of a table is not taken for it', () => {
  const columns = [...TABLE.columns, { role: 'status', headings: ['สถานะ'], isPrinted: false }];
  const printed = gridSheet('ก', [HEAD, ['ก', 'ข', 'k1']]);
  expect(findKeyedTable(book(printed, []), { ...TABLE, columns })).toBeUndefined();
  const worked = gridSheet('ข', [
    ['มาตรการ/แนวทาง', 'วิธีการดำเนินการ', 'สถานะ', 'รหัสแถว'],
    ['ก', 'ข', 'ร่าง', 'k1'],
  ]);
  const found = findKeyedTable({ sheets: [printed, worked], names: [] }, { ...TABLE, columns });
  expect(found?.sheet.name).toBe('ข');
});

test('columns in another order, with others between them, under the headings of another layout', () => {
  const sheet = gridSheet('ก', [
    ['รหัสแถว', 'งบประมาณ', 'ขั้นตอน/วิธีการดำเนินการ', 'มาตรการ'],
    ['k1', 500, 'ข', 'ก'],
  ]);
  const found = findKeyedTable(book(sheet), TABLE);
  expect([...(found?.columns ?? [])]).toEqual([
    ['measure', 3],
    ['steps', 2],
    [KEY, 0],
  ]);
});

test('of two rows with one key the first keeps it; blank rows are none, rows without a key are the officer’s', () => {
  const sheet = gridSheet('ก', [
    HEAD,
    ['ก', 'ข', 'k1'],
    ['สำเนา', 'ข', 'k1'],
    ['ของเรา', null, null],
    [null, null, 'k2'],
  ]);
  expect(rowsOf(book(sheet))).toEqual(['1 k1 ก', '2 - สำเนา', '3 - ของเรา', '4 k2 ']);
});
