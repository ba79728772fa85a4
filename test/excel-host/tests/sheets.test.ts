/** @jest-environment ./test/support/browser-environment.ts */
import { codeOf, hostWith, onSheet } from './support';

test('sheets are added, named, moved, hidden, deleted; formulas follow', async () => {
  const host = await hostWith({ S: [['=T!A1'], ["=SUM('T'!A1:A2)"]], T: [[5], [6]] });
  await Excel.run(async (context) => {
    const { worksheets, names } = context.workbook;
    names.add('Five', worksheets.getItem('T').getRange('A1'));
    worksheets.getItem('T').name = "กอง 'คลัง' ๑";
    worksheets.add('ใหม่').position = 0;
    worksheets.getItem('ใหม่').visibility = 'Hidden';
    worksheets.getItem('S').activate();
    await context.sync();
  });
  const { sheets, names, view } = host.snapshot();
  expect(sheets.map(({ name, visibility }) => [name, visibility])).toEqual([
    ['ใหม่', 'Hidden'],
    ['S', 'Visible'],
    ["กอง 'คลัง' ๑", 'Visible'],
  ]);
  expect(sheets[1]?.cells).toEqual({
    A1: { formula: "='กอง ''คลัง'' ๑'!A1", value: 5 },
    A2: { formula: "=SUM('กอง ''คลัง'' ๑'!A1:A2)", value: 11 },
  });
  expect(names[0]?.formula).toBe("='กอง ''คลัง'' ๑'!$A$1");
  expect(view.active).toBe('S');
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem("กอง 'คลัง' ๑").delete();
    await context.sync();
  });
  expect(host.snapshot().sheets[1]?.cells['A1']).toEqual({ formula: '=#REF!A1', value: { error: '#REF!' } });
});

test.each<[string, (worksheets: Excel.WorksheetCollection) => void, string]>([
  ['a name twice', (worksheets) => worksheets.add('s'), 'ItemAlreadyExists'],
  ['a name of 32 characters', (worksheets) => worksheets.add('x'.repeat(32)), 'InvalidArgument'],
  ['a name with a slash', (worksheets) => worksheets.add('a/b'), 'InvalidArgument'],
  [
    'hiding the only sheet',
    (worksheets) => (worksheets.getFirst().visibility = 'Hidden'),
    'InvalidOperation',
  ],
  [
    'deleting the only sheet',
    (worksheets) => {
      worksheets.getFirst().delete();
    },
    'InvalidOperation',
  ],
  [
    'a sheet that is not there',
    (worksheets) => {
      worksheets.getItem('none').activate();
    },
    'ItemNotFound',
  ],
])('%s is refused', async (_, job, code) => {
  await hostWith();
  await expect(
    codeOf((context) => {
      job(context.workbook.worksheets);
    }),
  ).resolves.toBe(code);
});

test('merged areas are found by their first cell, and keep the first content', async () => {
  const host = await hostWith({
    S: [
      [null, 'b'],
      ['c', 'd'],
    ],
  });
  const found = await onSheet(async (sheet, context) => {
    sheet.getRange('A1:B2').merge();
    const inside = sheet.getRange('B2').getMergedAreasOrNullObject();
    const whole = sheet.getRange('A1:C3').getMergedAreasOrNullObject();
    whole.areas.load('items/address');
    await context.sync();
    sheet.getRange('B2').values = [['lost']];
    await context.sync();
    return [inside.isNullObject, whole.areas.items.map(({ address }) => address)];
  });
  expect(found).toEqual([true, ['S!A1:B2']]);
  expect(host.snapshot().sheets[0]).toMatchObject({ merges: ['A1:B2'], cells: { A1: { value: 'b' } } });
});

test('names of the workbook and of a sheet', async () => {
  const host = await hostWith({ S: [[1]], T: [] });
  const found = await Excel.run(async (context) => {
    const { names, worksheets } = context.workbook;
    names.add('ITA_Total', worksheets.getItem('S').getRange('A1'), 'ยอด');
    worksheets.getItem('T').names.add('ITA_Total', '=2');
    const range = names.getItem('ita_total').getRange().load('address');
    const own = worksheets.getItem('T').names.getItem('ITA_Total').load('formula,scope,type');
    const none = names.getItemOrNullObject('none');
    await context.sync();
    return [range.address, String(own.formula), own.scope, own.type, none.isNullObject];
  });
  expect(found).toEqual(['S!A1', '=2', 'Worksheet', 'Double', true]);
  expect(host.snapshot().names).toMatchObject([
    { name: 'ITA_Total', formula: '=2', scope: 'T' },
    { name: 'ITA_Total', formula: '=S!$A$1', scope: null, comment: 'ยอด' },
  ]);
});

test('protection refuses contents, looks and structure, except where it allows them', async () => {
  const host = await hostWith({ S: [['a', 'b']], T: [] });
  await onSheet((sheet, context) => {
    sheet.getRange('B1').format.protection.locked = false;
    return context.sync();
  });
  host.user.protect('S', { allowFormatCells: true });
  const before = host.snapshot();
  const jobs: readonly ((sheet: Excel.Worksheet) => unknown)[] = [
    (sheet) => (sheet.getRange('A1').values = [['x']]),
    (sheet) => (sheet.getRange('A1:B1').values = [['x', 'y']]),
    (sheet) => {
      sheet.getRange('A1:B1').merge();
    },
    (sheet) => sheet.tables.add('A1:B2', true),
    (sheet) => sheet.charts.add('Line', sheet.getRange('A1:B1')),
    (sheet) => (sheet.getRange('A:A').format.columnWidth = 9),
  ];
  for (const job of jobs)
    await expect(
      codeOf((context) => {
        job(context.workbook.worksheets.getFirst());
      }),
    ).resolves.toBe('AccessDenied');
  expect(host.snapshot()).toEqual(before);
  await onSheet((sheet, context) => {
    sheet.getRange('B1').values = [['unlocked']];
    sheet.getRange('A1').format.font.bold = true;
    return context.sync();
  });
  host.user.protectWorkbook();
  await expect(codeOf((context) => context.workbook.worksheets.add('U'))).resolves.toBe('AccessDenied');
  await expect(
    codeOf((context) => {
      context.workbook.worksheets.getItem('T').delete();
    }),
  ).resolves.toBe('AccessDenied');
});

test('rows that a user inserts or deletes take everything with them', async () => {
  const host = await hostWith({
    S: [
      ['ก', 1],
      ['ข', 2],
      ['ค', '=SUM(B1:B2)'],
    ],
    T: [["='S'!B3"]],
  });
  await onSheet((sheet, context) => {
    sheet.getRange('A2:A3').format.font.bold = true;
    sheet.getRange('D1:D3').merge();
    sheet.getRange('B1:B3').conditionalFormats.add('Custom').custom.rule.formula = '=B1>$B$3';
    return context.sync();
  });
  host.user.insertRows('S', 1, 2);
  expect(host.snapshot().sheets).toMatchObject([
    {
      cells: { A4: { value: 'ข' }, B5: { formula: '=SUM(B1:B4)', value: 3 } },
      looks: { cells: { A4: { 'Font/Bold': true } } },
      merges: ['D1:D5'],
      conditionalFormats: [{ ranges: ['B1:B5'], parts: { rule: { Formula: '=B1>$B$5' } } }],
    },
    { cells: { A1: { formula: "='S'!B5", value: 3 } } },
  ]);
  host.user.deleteRows('S', 3, 2);
  expect(host.snapshot().sheets[1]?.cells['A1']).toEqual({
    formula: "='S'!#REF!",
    value: { error: '#REF!' },
  });
});

test('comments and pivot tables are there to be seen', async () => {
  const host = await hostWith();
  const sheet = host.book.sheet('S');
  sheet.comments.push({ id: 'c', cell: 'B2', content: 'ถาม' });
  sheet.pivots.push({ id: 'p', name: 'Pivot', range: { top: 4, left: 0, bottom: 9, right: 2 } });
  const found = await onSheet(async (first, context) => {
    first.comments.load('items/content');
    first.pivotTables.load('items/name');
    const place = first.pivotTables.getItem('Pivot').layout.getRange().load('address');
    await context.sync();
    return [
      first.comments.items.map(({ content }) => content),
      first.pivotTables.items.length,
      place.address,
    ];
  });
  expect(found).toEqual([['ถาม'], 1, 'S!A5:C10']);
  const code = await codeOf((context) => {
    context.workbook.worksheets.getFirst().getRange('A5').values = [['x']];
  });
  expect(code).toBe('PivotTableRangeConflict');
});
