import { findKeyedTable, KEY, type KeyedTable } from '../../../src/core/measures/keyed-table';
import { mergeCopies, type CopyTable, type MergedCopies } from '../../../src/core/measures/merge-copies';
import { gridBook, gridSheet, type GridValue } from '../../support/grid-reading';

const TABLE: KeyedTable = {
  anchor: 'ITA_TestSheet',
  table: 'ITA_Test',
  columns: [
    { role: 'measure', headings: ['มาตรการ'] },
    { role: 'steps', headings: ['ขั้นตอน'] },
    { role: 'status', headings: ['สถานะ'] },
    { role: KEY, headings: ['รหัสแถว'] },
  ],
};
const HEAD = ['มาตรการ', 'ขั้นตอน', 'สถานะ', 'รหัสแถว'];

const copy = (
  file: string,
  rows: readonly (readonly GridValue[])[],
  { head = HEAD, isNative = true } = {},
): CopyTable => {
  const sheet = gridSheet('ก', [head, ...rows]);
  const range = { top: 0, left: 0, bottom: rows.length, right: head.length - 1 };
  const tables = isNative ? [{ name: TABLE.table, range, columns: head }] : [];
  const found = findKeyedTable(gridBook({ ...sheet, tables }), TABLE);
  if (found === undefined) throw new Error('No table');
  return { file, found };
};

const merge = (main: CopyTable, ...copies: readonly CopyTable[]): MergedCopies =>
  mergeCopies({
    main,
    copies,
    roles: ['measure', 'steps', 'status'],
    printedRoles: ['measure', 'steps'],
    isDraft: (_, role, text) => (role === 'status' ? text === 'ร่าง' : /^(ร่าง|\[ระบุ)/.test(text)),
    weakStatus: 'แก้ไขแล้ว',
  });

const cells = ({ taken }: MergedCopies): readonly string[] =>
  taken.map(({ key, role, file, text }) => `${key} ${role} ${file} ${text}`);

const added = (result: MergedCopies): readonly string[] =>
  result.added.map(
    ({ key, file, row, texts }) => `${row} ${key ?? '-'} ${file} ${[...texts.values()].join('|')}`,
  );

const main = copy('หลัก', [
  ['ร่าง 1', '[ระบุขั้นตอน]', 'ร่าง', 'k1'],
  ['ร่าง 2', null, 'ร่าง', 'k2'],
  ['ของหลัก', 'ร่าง 3', 'แก้ไขแล้ว', 'k3'],
]);

test('drafts, prompts and blanks yield to what somebody wrote, whatever the order of rows and columns', () => {
  const moved = copy(
    'ก',
    [
      ['k2', 'ร่าง', 'ขั้นตอน ก', 'ร่าง 2'],
      ['k1', 'ร่าง', 'ทำ ก', null],
      ['k3', 'ร่าง', 'ร่าง 3', 'ร่างอื่น'],
    ],
    { head: [...HEAD].reverse() },
  );
  const result = merge(main, moved, copy('ข', [['เขียน ข', 'ร่าง', 'ยืนยันแล้ว', 'k1']]));
  expect(cells(result)).toEqual([
    'k1 measure ข เขียน ข',
    'k1 steps ก ทำ ก',
    'k1 status ข ยืนยันแล้ว',
    'k2 steps ก ขั้นตอน ก',
  ]);
  expect(result).toMatchObject({ added: [], conflicts: [] });
});

test('different texts contradict each other, and the cell stays; line ends and blanks around make no difference', () => {
  const result = merge(
    main,
    copy('ก', [
      ['หนึ่ง\r\nสอง ', null, null, 'k1'],
      ['ของ ก', null, null, 'k3'],
    ]),
    copy('ข', [[' หนึ่ง\nสอง', 'x', null, 'k1']]),
    copy('ค', [[null, 'y', null, 'k1']]),
  );
  expect(cells(result)).toEqual(['k1 measure ก หนึ่ง\nสอง']);
  expect(
    result.conflicts.map(({ key, role, cell, values }) => [
      `${key} ${role} ${cell.row} ${cell.column}`,
      ...values.map(({ file, text }) => `${file} ${text}`),
    ]),
  ).toEqual([
    ['k1 steps 1 1', 'ข x', 'ค y'],
    ['k3 measure 3 0', 'หลัก ของหลัก', 'ก ของ ก'],
  ]);
});

test.each([
  ['ร่าง', 'แก้ไขแล้ว', 'ร่าง', 'แก้ไขแล้ว'],
  ['แก้ไขแล้ว', 'ยืนยันแล้ว', 'ร่าง', 'ยืนยันแล้ว'],
  ['ยืนยันแล้ว', 'แก้ไขแล้ว', 'ร่าง', null],
  ['แก้ไขแล้ว', 'ร่าง', '', null],
  ['ร่าง', 'ยืนยันแล้ว', 'แก้ไขแล้ว', 'ยืนยันแล้ว'],
])('of the statuses %s, %s and %s the strongest is taken: %s', (own, first, second, taken) => {
  const status = (file: string, text: string) => copy(file, [['ร่าง', null, text, 'k']]);
  const result = merge(status('หลัก', own), status('ก', first), status('ข', second));
  expect(result.taken.map(({ text }) => text)).toEqual(taken === null ? [] : [taken]);
  expect(result.conflicts).toEqual([]);
});

test('two statuses of the officers contradict each other', () => {
  const status = (file: string, text: string) => copy(file, [['ร่าง', null, text, 'k']]);
  const result = merge(status('หลัก', 'ร่าง'), status('ก', 'ยืนยันแล้ว'), status('ข', 'รอผู้บริหาร'));
  expect(result.conflicts).toHaveLength(1);
});

test('own rows come below once, unless the table has them; rows of a foreign key if somebody wrote into them', () => {
  const result = merge(
    main,
    copy('ก', [
      ['เพิ่มเอง', 'ทำ', null, null],
      ['ของหลัก', 'ร่าง 3', null, null],
      ['ร่าง 9', 'ของเดิม', 'ร่าง', 'k9'],
      ['ร่าง 8', null, 'ร่าง', 'k8'],
    ]),
    copy('ข', [
      ['เพิ่มเอง ', 'ทำ', 'x', null],
      ['อีกแถว', null, null, null],
      ['ร่าง 9', 'ต่างกัน', 'ร่าง', 'k9'],
    ]),
  );
  expect(added(result)).toEqual(['4 k9 ก ร่าง 9||ร่าง|k9', '5 - ก เพิ่มเอง|ทำ|', '6 - ข อีกแถว||']);
  expect(result.conflicts.map(({ key, role, cell }) => `${key} ${role} ${cell.row}`)).toEqual(['k9 steps 4']);
});

test('a row that was copied with its key is a row of their own once it says something else', () => {
  const result = merge(
    main,
    copy('ก', [
      ['ร่าง 1', 'ทำ ก', 'ร่าง', 'k1'],
      ['ร่าง 1', 'ทำ ก', 'ร่าง', 'k1'],
      ['ร่าง 1', 'ทำอีกเรื่อง', 'ร่าง', 'k1'],
    ]),
  );
  expect(cells(result)).toEqual(['k1 steps ก ทำ ก']);
  expect(added(result)).toEqual(['4 - ก ร่าง 1|ทำอีกเรื่อง|ร่าง']);
});

test('a signature below cells that are no native table is no row', () => {
  const rows = [
    ['ร่าง 1', null, 'ร่าง', 'k1'],
    [null, 'ลงชื่อ', null, null],
  ];
  expect(merge(main, copy('ก', rows, { isNative: false })).added).toEqual([]);
  expect(merge(main, copy('ก', rows)).added).toHaveLength(1);
});
