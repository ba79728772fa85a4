/** @jest-environment ./test/support/browser-environment.ts */
import { codeOf, hostWith, onSheet } from './support';

const ROWS = [
  ['ชื่อ', 'คะแนน', null, 'x'],
  ['a', 90],
  ['b', 80],
];

test('a table has a name, columns, a body, a total row', async () => {
  const host = await hostWith({ S: ROWS });
  const found = await onSheet(async (sheet, context) => {
    const table = sheet.tables.add('A1:B3', true);
    table.name = 'ITA_ทดสอบ';
    table.style = 'TableStyleLight9';
    table.showFilterButton = false;
    table.showTotals = true;
    const ranges = [
      table.getRange(),
      table.getDataBodyRange(),
      table.getHeaderRowRange(),
      table.getTotalRowRange(),
    ];
    for (const range of ranges) range.load('address');
    table.columns.load('items/name,items/index,count');
    const column = table.columns.getItem('คะแนน').getDataBodyRange().load('values');
    table.rows.load('items/values');
    await context.sync();
    return [
      ranges.map(({ address }) => address),
      table.columns.items.map(({ name, index }) => [name, index]),
      column.values,
      table.rows.items.map(({ values }) => values[0]),
    ];
  });
  expect(found).toEqual([
    ['S!A1:B4', 'S!A2:B3', 'S!A1:B1', 'S!A4:B4'],
    [
      ['ชื่อ', 0],
      ['คะแนน', 1],
    ],
    [[90], [80]],
    [
      ['a', 90],
      ['b', 80],
    ],
  ]);
  expect(host.snapshot().sheets[0]?.tables).toMatchObject([
    {
      name: 'ITA_ทดสอบ',
      range: 'A1:B4',
      style: 'TableStyleLight9',
      showTotals: true,
      showFilterButton: false,
    },
  ]);
});

test('headers become texts, none blank and none twice, and stay so', async () => {
  const host = await hostWith({
    S: [
      [2565, null, 'ก', 'ก'],
      [1, 2, 3, 4],
    ],
  });
  await onSheet(async (sheet, context) => {
    sheet.tables.add('A1:D2', true);
    await context.sync();
    expect(host.snapshot().sheets[0]?.tables[0]?.columns).toEqual(['2565', 'Column2', 'ก', 'ก2']);
    sheet.getRange('A1').values = [['']];
    await context.sync();
  });
  expect(host.snapshot().sheets[0]?.tables[0]?.columns[0]).toBe('Column1');
});

test('a table grows by resizing or by rows, and turns back into cells', async () => {
  const host = await hostWith({ S: ROWS });
  await onSheet(async (sheet, context) => {
    const table = sheet.tables.add('A1:B3', true);
    table.rows.add(undefined, [['c', 70]]);
    table.rows.add(0, [['first', 99]]);
    await context.sync();
    expect(host.snapshot().sheets[0]?.tables[0]?.range).toBe('A1:B5');
    expect(host.snapshot().sheets[0]?.cells['A2']).toEqual({ value: 'first' });
    table.rows.getItemAt(0).delete();
    table.resize('A1:B9');
    await context.sync();
    expect(host.snapshot().sheets[0]?.tables[0]?.range).toBe('A1:B9');
    table.convertToRange();
    await context.sync();
  });
  expect(host.snapshot().sheets[0]?.tables).toEqual([]);
  expect(host.snapshot().sheets[0]?.cells['A4']).toEqual({ value: 'c' });
});

test.each<[string, (sheet: Excel.Worksheet) => void, string]>([
  ['an overlapping table', (sheet) => sheet.tables.add('B2:D4', true), 'InvalidArgument'],
  ['a table over a merged area', (sheet) => sheet.tables.add('F1:G3', true), 'InvalidOperation'],
  [
    'merging in a table',
    (sheet) => {
      sheet.getRange('A2:B2').merge();
    },
    'InvalidOperation',
  ],
  ['a name like an address', (sheet) => (sheet.tables.getItemAt(0).name = 'A1'), 'InvalidArgument'],
  ['a name that is taken', (sheet) => (sheet.tables.getItemAt(0).name = 'TAKEN'), 'ItemAlreadyExists'],
  [
    'resizing to another first row',
    (sheet) => {
      sheet.tables.getItemAt(0).resize('A2:B5');
    },
    'InvalidArgument',
  ],
  [
    'rows of another width',
    (sheet) => sheet.tables.getItemAt(0).rows.add(undefined, [[1]]),
    'InvalidArgument',
  ],
])('%s is refused', async (_, job, code) => {
  const host = await hostWith({ S: ROWS });
  await onSheet((sheet, context) => {
    sheet.tables.add('A1:B3', true);
    sheet.getRange('F1:F2').merge();
    context.workbook.names.add('taken', sheet.getRange('Z1'));
    return context.sync();
  });
  const before = host.snapshot();
  await expect(
    codeOf((context) => {
      job(context.workbook.worksheets.getFirst());
    }),
  ).resolves.toBe(code);
  expect(host.snapshot()).toEqual(before);
});

test('filters hide rows, and nothing is written over them', async () => {
  const host = await hostWith({ S: ROWS });
  await onSheet(async (sheet, context) => {
    const table = sheet.tables.add('A1:B3', true);
    await context.sync();
    host.user.filter('S!A1:B3', 0, ['b']);
    table.autoFilter.load('isDataFiltered');
    sheet.autoFilter.load('isDataFiltered,enabled');
    const rows = sheet.getRange('A1:A3').getRowProperties({ rowHidden: true });
    await context.sync();
    expect([table.autoFilter.isDataFiltered, sheet.autoFilter.isDataFiltered]).toEqual([true, false]);
    expect(rows.value.map(({ rowHidden }) => rowHidden)).toEqual([false, true, false]);
  });
  const code = await codeOf((context) => {
    context.workbook.worksheets.getFirst().getRange('A2:A3').values = [['x'], ['y']];
  });
  expect(code).toBe('FakeHostNotImplemented');
  await onSheet((sheet, context) => {
    sheet.tables.getItemAt(0).clearFilters();
    return context.sync();
  });
  expect(host.snapshot().sheets[0]?.hiddenRows).toEqual([]);
});

test('a sheet’s own filter, by criteria', async () => {
  const host = await hostWith({ S: ROWS });
  await onSheet(async (sheet, context) => {
    sheet.autoFilter.apply(sheet.getRange('A1:B3'), 1, { filterOn: 'Values', values: ['90'] });
    sheet.autoFilter.load('isDataFiltered,criteria');
    await context.sync();
    expect(sheet.autoFilter.isDataFiltered).toBe(true);
    expect(sheet.autoFilter.criteria[1]).toMatchObject({ values: ['90'] });
  });
  expect(host.snapshot().sheets[0]?.hiddenRows).toEqual([2]);
  expect(host.book.snapshot().sheets[0]?.isFiltered).toBe(true);
});
