/** @jest-environment ./test/support/browser-environment.ts */
import type { WorkbookPort } from '../../src/app/workbook-port';
import { planMerge } from '../../src/app/merge';
import type { Snapshot } from '../../src/core/snapshot';
import { analysed } from '../support/documents';
import { base, copyWith, typed } from '../support/merging';
import { snapshotOf } from '../support/workbook-of';
import { comparable, PORTS, snapshotFrom } from './ports';

const COPIES = [
  { file: 'ก.xlsx', bytes: copyWith(typed(2, 'กองคลัง'), { kind: 'own', texts: ['เพิ่มเอง', 'ทำเอง'] }) },
  { file: 'ข.xlsx', bytes: copyWith(typed(1, 'ทำ ข'), typed(3, '=1+1')) },
  { file: 'ค.xlsx', bytes: copyWith(typed(1, 'ทำ ค')) },
].map(({ file, bytes }) => ({ file, snapshot: snapshotOf(bytes) }));

const merge = async (port: WorkbookPort): Promise<Snapshot> => {
  const snapshot = await snapshotFrom(port);
  const planned = planMerge({ file: 'หลัก', snapshot }, analysed(snapshot), COPIES, (file) => file);
  const merged = await port.apply(planned.plan, snapshot);
  if (!merged.ok) throw new Error(JSON.stringify(merged.error));
  const basis = await snapshotFrom(port);
  const applied = await port.apply(analysed(basis).plan, basis);
  if (!applied.ok) throw new Error(JSON.stringify(applied.error));
  return snapshotFrom(port);
};

test('both ports end with the same workbook, and a second merge changes nothing', async () => {
  const ends = [];
  for (const [, open] of PORTS) {
    const { port } = await open(base);
    const once = comparable(await merge(port));
    ends.push(once);
    expect(comparable(await merge(port))).toEqual(once);
  }
  expect(ends[1]).toEqual(ends[0]);
}, 120_000);
