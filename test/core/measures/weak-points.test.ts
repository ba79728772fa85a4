import type { TriagePolicy } from '../../../src/core/rule-set';
import { weakPoints, type WeakPoint } from '../../../src/core/measures/weak-points';
import type { Grouping } from '../../../src/core/measures/layouts';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { analysed } from '../../support/documents';
import { indicatorSheet, itemSheet } from '../../support/typed-workbooks';
import { snapshotOf, workbookOf } from '../../support/workbook-of';

const sample = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(join(__dirname, '../../../assets/sample', name)));

const short = ({ subject, level, group }: WeakPoint): string => {
  const what = subject.kind === 'indicator' ? String(subject.indicator) : `${subject.kind} ${subject.id}`;
  return `${group.id}: ${what} ${level}`;
};

const pointsOf = (bytes: Uint8Array, grouping: Grouping, policy: TriagePolicy = 'threshold') => {
  const [assessment] = analysed(snapshotOf(bytes), { policy }).assessments;
  return weakPoints(assessment, grouping).map(short);
};

test('เทศบาลนครนครปฐม 2565 by level: two urgent indicators, four to improve', () => {
  expect(pointsOf(sample('nakhon-pathom-2565.xlsx'), 'level')).toEqual([
    'urgent: 2 urgent',
    'urgent: 4 urgent',
    'improve: 1 improve',
    'improve: 3 improve',
    'improve: 5 improve',
    'improve: 8 improve',
  ]);
});

test('เทศบาลนครนครปฐม 2565 by instrument: those of IIT, then that of EIT, urgent ones first', () => {
  expect(pointsOf(sample('nakhon-pathom-2565.xlsx'), 'instrument')).toEqual([
    'IIT: 2 urgent',
    'IIT: 4 urgent',
    'IIT: 1 improve',
    'IIT: 3 improve',
    'IIT: 5 improve',
    'EIT: 8 improve',
  ]);
});

test('อบต.บางสัก 2567 by issue: weak items, indicators that no item explains, and issues that keep their standard', () => {
  expect(pointsOf(sample('bang-sak-2567.xlsx'), 'issue')).toEqual([
    '1: item o9 urgent',
    '1: 6 improve',
    '2: item e9 urgent',
    '3: 7 urgent',
    '4: issue 4 maintain',
    '5: item o17 urgent',
    '6: issue 6 maintain',
    '7: issue 7 maintain',
  ]);
});

test('by item the published groups: o9 and o17 urgent, e9 to improve', () => {
  expect(pointsOf(sample('bang-sak-2567.xlsx'), 'level', 'item')).toEqual([
    'urgent: item o9 urgent',
    'urgent: item o17 urgent',
    'improve: item e9 improve',
  ]);
});

test('a year without issues, or scores without items, are gathered by level', () => {
  const scores = [94, 80, 99, 99, 99, 99, 99, 99, 99, 99];
  const indicators = (year: number) => workbookOf({ ก: indicatorSheet('เทศบาลตัวอย่าง', year, scores) });
  for (const year of [2567, 2568])
    expect(pointsOf(indicators(year), 'issue')).toEqual(['urgent: 2 urgent', 'improve: 1 improve']);
});

test.each<Grouping>(['level', 'instrument', 'issue', 'indicator'])('nothing is weak by %s', (grouping) => {
  expect(pointsOf(workbookOf({ ข้อ: itemSheet(2567, () => 100) }), grouping)).toEqual([]);
});
