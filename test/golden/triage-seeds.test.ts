import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { analyze } from '../../src/app/analyze';
import type { TriageLevel, TriagePolicy } from '../../src/core/rule-set';
import { indicatorSheet } from '../support/typed-workbooks';
import { snapshotOf, workbookOf } from '../support/workbook-of';

// The groups that three agencies published, each under the policy that it used.

const sample = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(join(__dirname, '../../assets/sample', name)));

const assessed = (bytes: Uint8Array, policy: TriagePolicy) => {
  const analysis = analyze(snapshotOf(bytes), { policy });
  if (!analysis.ok) throw new Error(analysis.error.code);
  return analysis.value.assessments[0];
};

const grouped = <Id>(
  entries: readonly { readonly id: Id; readonly triage: TriageLevel | null }[],
  level: TriageLevel,
): readonly Id[] => entries.flatMap(({ id, triage }) => (triage === level ? [id] : []));

test('เทศบาลนครนครปฐม 2565, by threshold: two urgent, four to improve, four to maintain', () => {
  const { indicators } = assessed(sample('nakhon-pathom-2565.xlsx'), 'threshold');
  expect(grouped(indicators, 'urgent')).toEqual([2, 4]);
  expect(grouped(indicators, 'improve')).toEqual([1, 3, 5, 8]);
  expect(grouped(indicators, 'maintain')).toEqual([6, 7, 9, 10]);
});

test('เทศบาลตำบลพอกน้อย 2562, by the lowest: 9 urgent; 3, 7 and 10 to improve', () => {
  // The agency published that these are its weakest, two of the scores, and no others: the rest are made up.
  const scores = [84.97, 79.41, 71.2, 75.3, 77.77, 78.4, 70.11, 76.5, 60.05, 66.6];
  const bytes = workbookOf({ ก: indicatorSheet('เทศบาลตำบลพอกน้อย', 2562, scores) });
  const { indicators } = assessed(bytes, 'lowest');
  expect(grouped(indicators, 'urgent')).toEqual([9]);
  expect(grouped(indicators, 'improve')).toEqual([3, 7, 10]);
  expect(grouped(indicators, 'maintain')).toEqual([1, 2, 4, 5, 6, 8]);
});

test('อบต.บางสัก 2567, by item: o9 and o17 urgent, e9 to improve, the others to maintain, under seven issues', () => {
  const { items, issues } = assessed(sample('bang-sak-2567.xlsx'), 'item');
  expect(grouped(items, 'urgent')).toEqual(['o9', 'o17']);
  expect(grouped(items, 'improve')).toEqual(['e9']);
  expect(grouped(items, 'maintain')).toHaveLength(items.filter(({ score }) => score !== null).length - 3);
  expect(issues.groups).toHaveLength(7);
  const pulling = issues.groups.flatMap(({ level, weakest }) => (level === 'maintain' ? [] : weakest));
  expect([...new Set(pulling)].sort()).toEqual(['e9', 'o17', 'o9']);
});
