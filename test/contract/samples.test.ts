/** @jest-environment ./test/support/browser-environment.ts */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { analyze } from '../../src/app/analyze';
import type { WorkbookPort } from '../../src/app/workbook-port';
import { cellName } from '../../src/core/cell-address';
import { cellAt, type CellValue, type Snapshot } from '../../src/core/snapshot';
import { DOCUMENT_NAMES, OUR_NAMES, placeOfName } from '../../src/core/our-names';
import { comparable, PORTS, snapshotFrom } from './ports';

const sample = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(join(__dirname, '../../assets/sample', name)));

const runJob = async (port: WorkbookPort, inPlace: boolean): Promise<Snapshot> => {
  const basis = await snapshotFrom(port);
  const analysis = analyze(basis, { inPlace });
  if (!analysis.ok) throw new Error(analysis.error.code);
  const applied = await port.apply(analysis.value.plan, basis);
  if (!applied.ok) throw new Error(JSON.stringify(applied.error));
  return snapshotFrom(port);
};

const named = (snapshot: Snapshot, name: string): CellValue => {
  const place = placeOfName(snapshot, name);
  const sheet = snapshot.sheets.find((entry) => entry.name === place?.sheet);
  if (place === undefined || sheet === undefined) throw new Error(name);
  return cellAt(sheet, { row: place.range.top, column: place.range.left })?.value ?? null;
};

const SAMPLES = [
  ['nakhon-pathom-2565.xlsx', 95.8242, 'AA', 6],
  ['bang-sak-2567.xlsx', 94.6616714286, 'ผ่าน', 8],
] as const;

describe.each(SAMPLES)('%s', (file, total, grade, measures) => {
  test('both ports read the same', async () => {
    const read = [];
    for (const [, open] of PORTS) read.push(comparable(await snapshotFrom((await open(sample(file))).port)));
    expect(read[1]).toEqual(read[0]);
  });

  test.each([false, true])('both ports end with the same workbook (in place: %s)', async (inPlace) => {
    const ends = [];
    const drawn = [];
    for (const [, open] of PORTS) {
      const { port, charts } = await open(sample(file));
      const snapshot = await runJob(port, inPlace);
      expect(named(snapshot, OUR_NAMES.total)).toBeCloseTo(total, 9);
      expect(named(snapshot, OUR_NAMES.grade)).toBe(grade);
      const table = snapshot.sheets
        .flatMap(({ tables }) => tables)
        .find(({ name }) => name === DOCUMENT_NAMES.measures.table);
      expect((table?.range.bottom ?? 0) - (table?.range.top ?? 0)).toBe(measures);
      ends.push(comparable(snapshot));
      drawn.push(charts());
    }
    expect(ends[1]).toEqual(ends[0]);
    expect(drawn[0]?.map(({ name }) => name)).toEqual(['ITA_Chart_Indicators', 'ITA_Chart_Radar']);
    expect(drawn[1]).toEqual(drawn[0]);
  });

  test.each(PORTS)('a second run through %s changes nothing', async (_, open) => {
    const { port, charts } = await open(sample(file));
    const once = await runJob(port, true);
    const drawn = charts();
    expect(comparable(await runJob(port, true))).toEqual(comparable(once));
    expect(charts()).toEqual(drawn);
  });
});

test('every figure says from which cell it came, whichever port read it', async () => {
  for (const [, open] of PORTS) {
    const analysis = analyze(await snapshotFrom((await open(sample('nakhon-pathom-2565.xlsx'))).port));
    const [first] = analysis.ok ? analysis.value.assessments : [];
    const cell = first?.indicators[3]?.given?.cell;
    expect(cell && cellName(cell)).toBe("'ตัวชี้วัด'!B9");
  }
});
