/** @jest-environment ./test/support/browser-environment.ts */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { analyze } from '../../src/app/analyze';
import { analyzeMany } from '../../src/app/many';
import { DOCUMENT_KINDS } from '../../src/core/measures/layouts';
import { excelPort } from '../../src/excel/excel-port';
import { countrySnapshot } from '../bench/country-sheet';
import { bootOffice } from '../excel-host/boot-jsdom';
import { Host } from '../excel-host/host';
import { analysed } from '../support/documents';
import { plannedResults } from '../support/planned-results';
import { snapshotOf, workbookOf, type Typed } from '../support/workbook-of';
import { indicatorSheet } from '../support/typed-workbooks';
import { comparable, snapshotFrom } from './ports';

const SCORES = [94.56, 88.13, 90.81, 88.09, 90.53, 96.03, 96.2, 94.74, 100, 100];
const scoreSheet = indicatorSheet('เทศบาลตำบลตัวอย่าง', 2565, SCORES);
const manifest = readFileSync(join(__dirname, '../../manifest.xml'), 'utf8');
const manifestApi = Number(/Name="ExcelApi" MinVersion="1\.(\d+)"/.exec(manifest)?.[1]);

const openSheets = async (sheets: Readonly<Record<string, readonly (readonly Typed[])[]>>): Promise<Host> => {
  const host = new Host(snapshotOf(workbookOf(sheets)), { apiLevel: `1.${manifestApi}` });
  await bootOffice(host);
  return host;
};

const others = (count: number): Readonly<Record<string, readonly (readonly Typed[])[]>> =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`แผ่น ${index + 1}`, [['บันทึก', index]]]));

test.each([0, 39])(
  'reading takes three round trips and writing three, with %i further sheets',
  async (count) => {
    const host = await openSheets({ คะแนน: scoreSheet, ...others(count) });
    const snapshot = await snapshotFrom(excelPort);
    expect(snapshot.sheets).toHaveLength(count + 1);
    expect(host.roundTrips).toBeLessThanOrEqual(3);
    const analysis = analyze(snapshot);
    if (!analysis.ok) throw new Error(analysis.error.code);
    host.resetCounters();
    expect((await excelPort.apply(analysis.value.plan, snapshot)).ok).toBe(true);
    expect(host.roundTrips).toBeLessThanOrEqual(3);
    // The manifest promises that no more of Excel is needed.
    expect(Number(host.minApi().split('.')[1])).toBeLessThanOrEqual(manifestApi);
  },
);

test('a large workbook takes one more for each further 4 MB, and no message is larger than Excel on the web takes', async () => {
  const rows = Array.from({ length: 6000 }, (_, row) =>
    Array.from({ length: 30 }, (__, column) => row * column + 0.25),
  );
  const host = await openSheets({ คะแนน: scoreSheet, ใหญ่: rows });
  const snapshot = await snapshotFrom(excelPort);
  const cells = 6000 * 30;
  const contentMb = (cells * 80) / 2 ** 20;
  expect(host.roundTrips).toBeLessThanOrEqual(3 + Math.ceil(contentMb / 4));
  expect(host.largestMessage).toBeLessThan(5 * 2 ** 20);
  expect(comparable(snapshot)).toEqual(comparable(host.book.snapshot()));
}, 60_000);

test('long texts that make an answer too large are read in smaller pieces', async () => {
  // A hash of the place, because a file in which all texts are equal would pass for a bomb.
  const textAt = (row: number): string =>
    Array.from({ length: 2000 }, (_, index) =>
      String.fromCharCode(0xe01 + (((row * 7919 + index * 104_729) >> 3) % 44)),
    ).join('');
  const rows = Array.from({ length: 1200 }, (_, row) => [textAt(2 * row), textAt(2 * row + 1)]);
  const host = await openSheets({ คะแนน: scoreSheet, ยาว: rows });
  const snapshot = await snapshotFrom(excelPort);
  expect(comparable(snapshot)).toEqual(comparable(host.book.snapshot()));
  expect(host.largestMessage).toBeGreaterThan(5 * 2 ** 20);
});

test('a second run over every document looks up what it replaces in answers that Excel takes', async () => {
  const host = new Host(
    snapshotOf(new Uint8Array(readFileSync(join(__dirname, '../../assets/sample/bang-sak-2567.xlsx')))),
  );
  await bootOffice(host);
  const write = async (): Promise<void> => {
    const basis = await snapshotFrom(excelPort);
    const { plan } = analysed(basis, { documents: DOCUMENT_KINDS });
    host.resetCounters();
    expect((await excelPort.apply(plan, basis)).ok).toBe(true);
    expect(host.largestMessage).toBeLessThan(5 * 2 ** 20);
  };
  await write();
  await write();
  const bytes = host.bytesSent + host.bytesReceived;
  expect(bytes).toBeGreaterThan(5 * 2 ** 20);
  expect(host.roundTrips).toBeLessThanOrEqual(3 + Math.ceil(bytes / 2 ** 22));
});

test('a list of thousands is written and taken back in messages that Excel takes', async () => {
  const basis = countrySnapshot(1200);
  const host = new Host(basis);
  await bootOffice(host);
  const before = host.snapshot();
  const most = (): number => 3 + Math.ceil((host.bytesSent + host.bytesReceived) / 2 ** 22);
  const snapshot = await snapshotFrom(excelPort);
  expect(host.roundTrips).toBeLessThanOrEqual(most());
  const analysis = analyzeMany(snapshot);
  if (!analysis.ok) throw new Error(analysis.error.code);
  host.book.knownResults = plannedResults(analysis.value.plan);
  host.resetCounters();
  const applied = await excelPort.apply(analysis.value.plan, snapshot);
  if (!applied.ok) throw new Error(applied.error.detail);
  expect(host.bytesReceived).toBeGreaterThan(5 * 2 ** 20);
  expect(host.roundTrips).toBeLessThanOrEqual(most());
  expect(host.largestMessage).toBeLessThan(5 * 2 ** 20);
  host.resetCounters();
  expect(await applied.value.undo()).toEqual({ ok: true, value: { cells: [], sheets: [] } });
  expect(host.roundTrips).toBeLessThanOrEqual(most());
  expect(host.largestMessage).toBeLessThan(5 * 2 ** 20);
  expect(host.snapshot().sheets).toEqual(before.sheets);
}, 120_000);

test('an Excel that lacks what the port uses gets a sentence of its own', async () => {
  await bootOffice(new Host(snapshotOf(workbookOf({ คะแนน: scoreSheet })), { apiLevel: '1.8' }));
  expect(await excelPort.snapshot()).toMatchObject({ ok: false, error: { code: 'olderExcel' } });
});

test('a cell is shown by activating its sheet and selecting it', async () => {
  const host = await openSheets({ คะแนน: scoreSheet, ...others(1) });
  await excelPort.select({ sheet: 'แผ่น 1', row: 4, column: 2 });
  expect([host.book.active, host.book.selection]).toEqual([host.book.sheets[1]?.id, 'แผ่น 1!C5']);
});
