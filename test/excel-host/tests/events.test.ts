/** @jest-environment ./test/support/browser-environment.ts */
import { hostWith, onSheet } from './support';

const soon = (): Promise<void> => new Promise((done) => setTimeout(done, 20));

test('those who ask hear of changes and selections, and get the range', async () => {
  const host = await hostWith({ S: [['a']], T: [] });
  const heard: unknown[] = [];
  await onSheet(async (sheet, context) => {
    sheet.load('id');
    sheet.onChanged.add(async (event) => {
      await Excel.run(async (inner) => {
        const range = event.getRange(inner).load('values');
        await inner.sync();
        heard.push([event.address, event.changeType, event.source, range.values]);
      });
    });
    sheet.onSelectionChanged.add((event) => {
      heard.push(event.address);
      return Promise.resolve();
    });
    await context.sync();
  });
  host.user.edit('S!B2', [['typed']]);
  await soon();
  host.user.edit('T!A1', [['elsewhere']]);
  host.user.select('S!C3:D4');
  await soon();
  expect(heard).toEqual([['B2', 'RangeEdited', 'Local', [['typed']]], 'C3:D4']);
});

test('the collection of sheets hears of all of them', async () => {
  const host = await hostWith({ S: [], T: [] });
  const heard: unknown[] = [];
  await Excel.run(async (context) => {
    const { worksheets } = context.workbook;
    const hear = (name: string) => (event: { readonly worksheetId: string }) => {
      heard.push([name, event.worksheetId]);
      return Promise.resolve();
    };
    worksheets.onChanged.add(hear('changed'));
    worksheets.onAdded.add(hear('added'));
    worksheets.onDeleted.add(hear('deleted'));
    await context.sync();
    worksheets.add('U').getRange('A1').values = [[1]];
    worksheets.getItem('T').delete();
    await context.sync();
  });
  await soon();
  const added = host.book.sheet('U').id;
  expect(heard).toEqual([
    ['added', added],
    ['changed', added],
    ['deleted', expect.any(String)],
  ]);
});

test('a handler that was removed hears no more, and another workbook is not heard', async () => {
  const heard: string[] = [];
  const host = await hostWith();
  const registered = await onSheet(async (sheet, context) => {
    sheet.load('id');
    const result = sheet.onChanged.add((event) => {
      heard.push(event.address);
      return Promise.resolve();
    });
    await context.sync();
    return result;
  });
  host.user.edit('S!A1', [[1]]);
  await soon();
  registered.remove();
  await registered.context.sync();
  host.user.edit('S!A2', [[2]]);
  await soon();
  expect(heard).toEqual(['A1']);
});
