/** @jest-environment ./test/support/browser-environment.ts */
import { analyzeMany } from '../../src/app/many';
import type { WorkbookPort } from '../../src/app/workbook-port';
import type { ChangePlan } from '../../src/core/change-plan';
import type { Snapshot } from '../../src/core/snapshot';
import { agencyList, anyScore } from '../support/agency-lists';
import { workbookOf } from '../support/workbook-of';
import { comparable, PORTS, snapshotFrom } from './ports';

const plain = workbookOf({
  คะแนน: agencyList(2567, anyScore, { more: [['จังหวัด', 'ตรัง', 'ตรัง', 'นครปฐม', 'พิษณุโลก', 'นครปฐม']] }),
});
const typed = workbookOf({
  คะแนน: agencyList(2567, (agency, subject) => (subject === 'i1' ? '๘๘.๕๐' : anyScore(agency, subject))),
});

const planOf = (basis: Snapshot): ChangePlan => {
  const many = analyzeMany(basis);
  if (!many.ok) throw new Error(many.error.code);
  return many.value.plan;
};

const runJob = async (port: WorkbookPort): Promise<Snapshot> => {
  const basis = await snapshotFrom(port);
  const applied = await port.apply(planOf(basis), basis);
  if (!applied.ok) throw new Error(JSON.stringify(applied.error));
  return snapshotFrom(port);
};

test.each([
  ['numbers', plain],
  ['texts', typed],
])('both ports end with the same sheets of many agencies: %s', async (_, bytes) => {
  const ends = [];
  for (const [, open] of PORTS) {
    const { port } = await open(bytes);
    const once = comparable(await runJob(port));
    ends.push(once);
    expect(comparable(await runJob(port))).toEqual(once);
  }
  expect(ends[1]).toEqual(ends[0]);
});

test.each(PORTS)('undo through %s takes the sheets of many agencies back', async (_, open) => {
  const { port } = await open(plain);
  const before = await snapshotFrom(port);
  const applied = await port.apply(planOf(before), before);
  if (!applied.ok) throw new Error(JSON.stringify(applied.error));
  expect(await applied.value.undo()).toEqual({ ok: true, value: { cells: [], sheets: [] } });
  expect(comparable(await snapshotFrom(port))).toEqual(comparable(before));
});
