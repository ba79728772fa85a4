/** @jest-environment ./test/support/browser-environment.ts */
import { codeOf, hostWith, onSheet } from './support';

test('what was not loaded cannot be read, and null objects answer to everything', async () => {
  await hostWith();
  const found = await Excel.run(async (context) => {
    const range = context.workbook.worksheets.getFirst().getRange('A1');
    const ghost = context.workbook.worksheets.getItemOrNullObject('none');
    const cell = ghost.getRange('A1').load('values');
    await context.sync();
    let code = '';
    try {
      expect(range.values).toBeUndefined();
    } catch (error) {
      code = (error as OfficeExtension.Error).code;
    }
    return [code, ghost.isNullObject, cell.isNullObject];
  });
  expect(found).toEqual(['PropertyNotLoaded', true, true]);
});

test('an error says where it happened, and what came before it stays done', async () => {
  const host = await hostWith();
  const error = await Excel.run(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.add('before');
    worksheets.getItem('none').activate();
    worksheets.add('after');
    await context.sync();
  }).catch((thrown: unknown) => thrown as OfficeExtension.Error);
  expect(error).toBeInstanceOf(OfficeExtension.Error);
  expect(error).toMatchObject({
    code: 'ItemNotFound',
    debugInfo: { errorLocation: 'WorksheetCollection.getItem' },
  });
  expect(host.snapshot().sheets.map(({ name }) => name)).toEqual(['S', 'before']);
});

test('a member that is not emulated is named, one above the level of this Excel is not found', async () => {
  await hostWith({ S: [['a']] }, { apiLevel: '1.8' });
  const named = codeOf((context) => {
    context.workbook.worksheets.getFirst().findAll('a', {});
  });
  await expect(named).resolves.toBe('ApiNotFound');
  const newer = await hostWith();
  await expect(
    codeOf((context) => {
      context.workbook.worksheets.getFirst().findAll('a', {});
    }),
  ).resolves.toBe('FakeHostNotImplemented');
  expect(newer.log[0]?.error).toBe('FakeHostNotImplemented');
});

test('the least level that the code needs is that of the newest member it used', async () => {
  const host = await hostWith();
  expect(host.minApi()).toBe('1.1');
  await onSheet((sheet, context) => {
    sheet.getRange('A1:B2').merge();
    return context.sync();
  });
  expect(host.minApi()).toBe('1.5');
  await onSheet((sheet, context) => {
    sheet.pageLayout.orientation = 'Landscape';
    sheet.getRange('A1').getMergedAreasOrNullObject();
    return context.sync();
  });
  expect(host.minApi()).toBe('1.13');
});

test('load takes names, paths, items and everything', async () => {
  await hostWith({ S: [[1, 'x']], T: [] });
  const found = await Excel.run(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.load('items/name,items/protection/protected,NoSuchName');
    const range = worksheets
      .getItem('S')
      .getRange('A1:B1')
      .load({ values: true, format: { font: { bold: true } } });
    const font = worksheets.getItem('S').getRange('A1').format.font.load();
    await context.sync();
    return [
      worksheets.items.map(({ name, protection }) => [name, protection.protected]),
      range.values,
      range.format.font.bold,
      font.name,
    ];
  });
  expect(found).toEqual([
    [
      ['S', false],
      ['T', false],
    ],
    [[1, 'x']],
    false,
    'Calibri',
  ]);
});

test('an array of more than 1,500 cells, which the client sends in pieces, arrives whole', async () => {
  const host = await hostWith();
  await onSheet((sheet, context) => {
    sheet.getRange('A1:F400').values = Array.from({ length: 400 }, (_, row) =>
      Array.from({ length: 6 }, (__, column) =>
        column === 5 ? `=SUM(A${row + 1}:E${row + 1})` : row * column,
      ),
    );
    return context.sync();
  });
  const { cells = {} } = host.snapshot().sheets[0] ?? {};
  expect(Object.keys(cells)).toHaveLength(2400);
  expect(cells['F400']).toEqual({ value: 3990, formula: '=SUM(A400:E400)' });
});

test('requests, bytes and actions are counted; releasing ranges is not a request', async () => {
  const host = await hostWith();
  await onSheet(async (sheet, context) => {
    const range = sheet.getRange('A1');
    range.values = [[1]];
    context.trackedObjects.add(range);
    await context.sync();
    range.values = [[2]];
    await context.sync();
  });
  expect(host.roundTrips).toBe(2);
  expect(host.log.map(({ actions }) => actions.at(-1))).toEqual(['set Values', 'set Values']);
  expect(host.bytesSent).toBe(host.log.reduce((sum, entry) => sum + entry.bytesSent, 0));
  expect(host.bytesSent).toBeGreaterThan(200);
  expect(host.bytesReceived).toBeGreaterThan(20);
});

test('a request that only adds a sheet is one too', async () => {
  const host = await hostWith();
  await codeOf((context) => context.workbook.worksheets.add('T'));
  expect(host.roundTrips).toBe(1);
});

test('requirement sets are those of the host, and the pane is shown on demand', async () => {
  const host = await hostWith();
  const { requirements } = Office.context;
  expect(requirements.isSetSupported('SharedRuntime', '1.1')).toBe(true);
  expect(requirements.isSetSupported('ExcelApi', '1.99')).toBe(false);
  expect(host.pane.isVisible).toBe(false);
  await Office.addin.showAsTaskpane();
  expect(host.pane.isVisible).toBe(true);
  expect(host.roundTrips).toBe(0);
});

test('a range that is kept moves with its rows, and is gone with them', async () => {
  const host = await hostWith({ S: [['a'], ['b']] });
  await onSheet(async (sheet, context) => {
    const range = sheet.getRange('A2').load('address,values');
    await context.sync();
    host.user.insertRows('S', 0, 3);
    range.load('address,values');
    await context.sync();
    expect([range.address, range.values]).toEqual(['S!A5', [['b']]]);
    host.user.deleteRows('S', 4);
    range.load('values');
    await expect(context.sync()).rejects.toMatchObject({ code: 'InvalidReference' });
  });
});
