/** @jest-environment ./test/support/browser-environment.ts */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { analyze } from '../../src/app/analyze';
import type { Receipt, WorkbookPort } from '../../src/app/workbook-port';
import type { Host } from '../excel-host/host';
import { stateOf } from './host-state';
import { comparable, PORTS, snapshotFrom } from './ports';

const sample = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(join(__dirname, '../../assets/sample', name)));

const write = async (port: WorkbookPort, inPlace = true): Promise<Receipt> => {
  const basis = await snapshotFrom(port);
  const analysis = analyze(basis, { inPlace });
  if (!analysis.ok) throw new Error(analysis.error.code);
  const applied = await port.apply(analysis.value.plan, basis);
  if (!applied.ok) throw new Error(JSON.stringify(applied.error));
  return applied.value;
};

const undo = async (receipt: Receipt) => {
  const undone = await receipt.undo();
  if (!undone.ok) throw new Error(JSON.stringify(undone.error));
  return undone.value;
};

/** What one look at a workbook shows: everything behind office.js, or all that a file's snapshot has. */
const lookAt = async (port: WorkbookPort, host: Host | null): Promise<object> =>
  host === null ? comparable(await snapshotFrom(port)) : stateOf(host);

const CASES = ['nakhon-pathom-2565.xlsx', 'bang-sak-2567.xlsx'].flatMap((file) =>
  PORTS.map(([name, open]) => [file, name, open] as const),
);

test.each(CASES)('%s through %s: undo gives the workbook back', async (file, _, open) => {
  const { port, host } = await open(sample(file));
  const before = await lookAt(port, host);
  const receipt = await write(port);
  expect(await lookAt(port, host)).not.toEqual(before);
  expect(await undo(receipt)).toEqual({ cells: [], sheets: [] });
  expect(await lookAt(port, host)).toEqual(before);
});

describe('in Excel', () => {
  const openExcel = async (file = 'nakhon-pathom-2565.xlsx'): Promise<{ port: WorkbookPort; host: Host }> => {
    const [, [, open]] = PORTS as readonly [unknown, (typeof PORTS)[number]];
    const { port, host } = await open(sample(file));
    if (host === null) throw new Error('No host');
    return { port, host };
  };
  const sheetOf = (host: Host, name: string) => {
    const sheet = host.book.sheetNamed(name);
    if (sheet === undefined) throw new Error(name);
    return sheet;
  };

  test('undo of a second run gives back what the first one wrote', async () => {
    const { port, host } = await openExcel();
    await write(port);
    const once = stateOf(host);
    host.book.type(sheetOf(host, 'ตัวชี้วัด'), 5, 1, 70);
    const changed = stateOf(host);
    const receipt = await write(port);
    expect(stateOf(host)).not.toEqual(changed);
    await undo(receipt);
    expect(stateOf(host)).toEqual(changed);
    host.book.type(sheetOf(host, 'ตัวชี้วัด'), 5, 1, 94.56);
    expect(stateOf(host)).toEqual(once);
  });

  test('a sheet in which somebody has worked is left and listed, with its names', async () => {
    const { port, host } = await openExcel();
    const receipt = await write(port, false);
    host.book.type(sheetOf(host, 'มาตรการ'), 5, 2, 'กองคลัง');
    expect(await undo(receipt)).toEqual({ cells: [], sheets: ['มาตรการ'] });
    expect(host.book.sheets.map(({ name }) => name)).toContain('มาตรการ');
    expect(host.book.sheetNamed('ผลวิเคราะห์ ITA')).toBeUndefined();
    expect(host.book.names.map(({ name }) => name)).toEqual(['ITA_MeasuresSheet']);
  });

  test('a cell of the officer’s sheet that was edited since is left and listed, the others go', async () => {
    const { port, host } = await openExcel();
    const receipt = await write(port, true);
    const sheet = sheetOf(host, 'ตัวชี้วัด');
    host.book.type(sheet, 5, 5, 'ดีมาก');
    expect(await undo(receipt)).toEqual({ cells: ["'ตัวชี้วัด'!F6"], sheets: [] });
    expect(host.book.textAt(sheet, 5, 5)).toBe('ดีมาก');
    expect(host.book.textAt(sheet, 6, 5)).toBe('');
  });
});
