/** @jest-environment ./test/support/browser-environment.ts */
import { openNewWorkbook } from '../../../src/excel/surroundings';
import { snapshotOf, workbookOf } from '../../support/workbook-of';
import { bootOffice } from '../boot-jsdom';
import { Host } from '../host';

const hostWith = async (rows: readonly (readonly (string | number | null)[])[]): Promise<Host> => {
  const host = new Host(snapshotOf(workbookOf({ S: rows })));
  await bootOffice(host);
  return host;
};

test('office.js reads and writes the workbook behind it', async () => {
  const host = await hostWith([
    ['k', 2],
    ['v', 3],
  ]);
  const sum = await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('S');
    sheet.getRange('C1').formulas = [['=SUM(B1:B2)']];
    const range = sheet.getRange('A1:C2').load('values,address');
    await context.sync();
    return [range.address, range.values];
  });
  expect(sum).toEqual([
    'S!A1:C2',
    [
      ['k', 2, 5],
      ['v', 3, ''],
    ],
  ]);
  expect(host.roundTrips).toBe(1);
});

test('a file is opened as a workbook beside the one in front; what is none is refused', async () => {
  const host = await hostWith([['k', 2]]);
  const before = host.snapshot();
  const file = workbookOf({ ตัวอย่าง: [['ข้าง', 7]] });
  expect(await openNewWorkbook(file)).toEqual({ ok: true, value: null });
  expect(host.book.openedBeside.map((base64) => [...Buffer.from(base64, 'base64')])).toEqual([[...file]]);
  expect(await openNewWorkbook(new Uint8Array([1, 2, 3]))).toEqual({
    ok: false,
    error: { code: 'unexpected', detail: 'InvalidArgument' },
  });
  expect(host.book.openedBeside).toHaveLength(1);
  expect(host.snapshot()).toEqual(before);
});
