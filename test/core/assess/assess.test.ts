import fc from 'fast-check';
import { assess } from '../../../src/core/assess/assess';
import type { Assessment } from '../../../src/core/assess/assessment';
import type { AgencyReading, ReadFigure, Subject } from '../../../src/core/read/reading';
import { formatDecimal } from '../../../src/core/text/numbers';
import { year } from '../../rules/year';

type Given = readonly (readonly [Subject, number | null, ReadFigure['figure']?, number?])[];

const reading = (fiscalYear: number, given: Given, grade: string | null = null): AgencyReading => ({
  agency: null,
  fiscalYear,
  yearCell: null,
  figures: given.map(([subject, value, figure = 'score', table = 0], row) => ({
    subject,
    figure,
    value,
    status: value === null ? 'missing' : 'scored',
    cell: { sheet: 'ก', row, column: table },
    factor: 1,
    table,
  })),
  grade: grade === null ? null : { code: grade, cell: { sheet: 'ก', row: 99, column: 0 } },
  issues: [],
});

const assessed = (fiscalYear: number, given: Given, grade: string | null = null): Assessment => {
  const ruleSet = year(fiscalYear);
  return assess(reading(fiscalYear, given, grade), ruleSet, ruleSet.triageLimits);
};

const indicator = (id: number): Subject => ({ kind: 'indicator', indicator: id });
const item = (id: string): Subject => ({ kind: 'item', id });
const instrument = (id: 'IIT' | 'EIT' | 'OIT'): Subject => ({ kind: 'instrument', instrument: id });
const part = (id: string): Subject => ({ kind: 'part', instrument: 'EIT', part: id });
const indicators = (scores: readonly (number | null)[]): Given =>
  scores.map((score, index) => [indicator(index + 1), score]);
const instruments = (iit: number | null, eit: number | null, oit: number | null): Given => [
  [instrument('IIT'), iit],
  [instrument('EIT'), eit],
  [instrument('OIT'), oit],
];
const all = (score: number): readonly number[] => Array<number>(10).fill(score);

test.each([
  [100, 'AA'],
  [95, 'AA'],
  [94.995, 'AA'],
  [94.9949, 'A'],
  [85, 'A'],
  [84.994, 'B'],
  [75, 'B'],
  [74.99, 'C'],
  [65, 'C'],
  [64.99, 'D'],
  [55, 'D'],
  [54.99, 'E'],
  [50, 'E'],
  [49.99, 'F'],
  [0, 'F'],
])('2565: a total of %d is %s', (score, code) => {
  expect(assessed(2565, indicators(all(score))).grade).toMatchObject({ code, certain: true });
});

test.each([
  [95, 'excellent'],
  [94.994, 'good'],
  [85, 'good'],
  [84.994, 'needsImprovement'],
  [70, 'needsImprovement'],
  [69.994, 'needsUrgentImprovement'],
])('2567: ten indicators of %d are %s', (score, code) => {
  const given: Given = [...indicators(all(score)), [part('1'), score], [part('2'), score]];
  expect(assessed(2567, given).grade).toMatchObject({ code, certain: true });
});

test('from 2566 a total over 85 with something below 85 is a pass', () => {
  const scores = [100, 100, 100, 100, 100, 84, 84, 84, 100, 100];
  const given: Given = [...indicators(scores), [part('1'), 84], [part('2'), 84]];
  expect(assessed(2567, given).grade).toMatchObject({ code: 'pass', certain: true });
});

test('where admissible readings differ the best one’s grade is given, and is not certain', () => {
  // Every instrument reaches 85, one indicator does not.
  const scores = [100, 100, 100, 100, 80, 90, 90, 90, 100, 100];
  const { grade } = assessed(2568, indicators(scores));
  expect(grade?.certain).toBe(false);
  expect(new Set(grade?.cases.map(({ code }) => code))).toEqual(new Set(['good', 'pass']));
  expect(grade?.code).toBe('good');
});

test('2569 is never certain', () => {
  expect(assessed(2569, indicators(all(100))).grade).toMatchObject({ code: 'excellent', certain: false });
});

test('a missing part bounds the condition; where no bound changes the grade it is certain', () => {
  const { grade } = assessed(2567, [...instruments(100, 100, 100)]);
  expect(grade?.cases.map(({ bound }) => bound)).toEqual(expect.arrayContaining(['best', 'worst']));
  // A mean of 100 leaves no room for a lower part.
  expect(grade).toMatchObject({ code: 'excellent', certain: true });
  const open = assessed(2567, instruments(96, 96, 96)).grade;
  expect(open?.certain).toBe(false);
});

test('without all three instruments there is no total and no grade, and nothing is taken for zero', () => {
  const { total, grade, instruments: results } = assessed(2565, instruments(90, null, 100));
  expect([total.score, grade]).toEqual([null, null]);
  expect(results.map(({ weighted }) => weighted)).toEqual([27, null, 40]);
});

test('items make indicators, OIT by sub-indicators that weigh the same', () => {
  const ruleSet = year(2565);
  const given: Given = ruleSet.items.map(({ id, subIndicator }): Given[number] => [
    item(id),
    id.startsWith('o') ? (subIndicator === '9.1' ? 0 : 100) : 90,
  ]);
  const result = assessed(2565, given);
  expect(result.subIndicators.find(({ id }) => id === '9.1')).toMatchObject({ score: 0, from: 'items' });
  expect(result.indicators[8]).toMatchObject({ id: 9, score: 80, from: 'items' });
  expect(result.instruments.map(({ score }) => score)).toEqual([90, 90, 90]);
});

test('complete items win over a given indicator, incomplete ones do not', () => {
  const ruleSet = year(2565);
  const [first] = ruleSet.indicators;
  const ids = first?.from.kind === 'items' ? first.from.items : [];
  const complete: Given = [...ids.map((id): Given[number] => [item(id), 80]), [indicator(1), 85]];
  expect(assessed(2565, complete).indicators[0]).toMatchObject({ score: 80, from: 'items' });
  expect(assessed(2565, complete.slice(1)).indicators[0]).toMatchObject({ score: 85, from: 'given' });
});

test('from 2567 EIT is the mean of its parts, and its items never make the indicators', () => {
  const given: Given = [...indicators(all(90)), [part('1'), 94.62], [part('2'), 80.89]];
  const eit = assessed(2567, given).instruments.find(({ id }) => id === 'EIT');
  expect([eit?.score, eit?.from]).toEqual([expect.closeTo(87.755, 10), 'parts']);
  const items: Given = ['e1', 'e2', 'e3'].map((id): Given[number] => [item(id), 97.5]);
  expect(assessed(2567, items).indicators[5]).toMatchObject({ score: null, from: null });
});

test('a given instrument counts only where its indicators are not there', () => {
  const given: Given = [...indicators(all(90)), ...instruments(50, 50, 50)];
  expect(assessed(2565, given).instruments.map(({ score, from }) => `${score ?? ''} ${from ?? ''}`)).toEqual([
    '90 indicators',
    '90 indicators',
    '90 indicators',
  ]);
  expect(assessed(2565, instruments(50, 60, 70)).instruments.map(({ from }) => from)).toEqual([
    'given',
    'given',
    'given',
  ]);
});

test.each([
  [89.994, 'urgent'],
  [89.995, 'improve'],
  [90, 'improve'],
  [94.99, 'improve'],
  [94.994, 'improve'],
  [94.995, 'maintain'],
  [95, 'maintain'],
])('a score of %d is to be %s', (score, triage) => {
  expect(assessed(2565, [[indicator(3), score]]).indicators[2]?.triage).toBe(triage);
});

test('equal printed scores rank by indicator number, missing ones not at all', () => {
  const scores = [90, 100, 99.999, null, 90.004, 80, 70, 60, 50, 40];
  expect(assessed(2565, indicators(scores)).indicators.map(({ rank }) => rank)).toEqual([
    3,
    1,
    2,
    null,
    4,
    5,
    6,
    7,
    8,
    9,
  ]);
});

const codesOf = (assessment: Assessment): readonly string[] =>
  assessment.findings.map(({ code, severity }) => `${code} ${severity}`);
const THIRDS = [94.56, 88.13, 90.81, 88.09, 90.53, 96.03, 96.2, 94.74, 100, 100];

test.each<[string, Given, readonly string[]]>([
  ['the figure itself', [[instrument('EIT'), 95.66]], []],
  ['a figure cut off', [[instrument('EIT'), 95.65]], ['truncated note']],
  ['a figure rounded on the way', [[instrument('EIT'), 95.665]], ['roundedElsewhere note']],
  ['another figure', [[instrument('EIT'), 95.5]], ['differs warning']],
  ['a wrong total', [[{ kind: 'total' }, 92.01]], ['differs warning']],
  ['a wrong weighted score', [[instrument('EIT'), 30, 'weighted']], ['differs warning']],
  ['another rank', [[indicator(1), 9, 'rank']], ['rankDiffers note']],
  ['another score in a second table', [[indicator(1), 94.5, 'score', 1]], ['conflict warning']],
  ['the same score in a second table', [[indicator(1), 94.56, 'score', 1]], []],
])('%s beside the indicators gives %j', (_, given, codes) => {
  const found = codesOf(assessed(2565, [...indicators(THIRDS), ...given]));
  expect(found.map((code) => code.replace(/^rankDiffers \w+/, 'rankDiffers note'))).toEqual(codes);
});

test('a reported grade that the scores do not give is a warning', () => {
  expect(codesOf(assessed(2565, indicators(THIRDS), 'A'))).toEqual(['gradeDiffers warning']);
  expect(codesOf(assessed(2565, indicators(THIRDS), 'AA'))).toEqual([]);
});

test('an OIT item that is neither 0 nor 100 is a warning', () => {
  expect(codesOf(assessed(2565, [[item('o9'), 50]]))).toContain('scoreNotAllowed warning');
});

const score = fc.integer({ min: 0, max: 10_000 }).map((hundredths) => hundredths / 100);
const scores = fc.array(score, { minLength: 10, maxLength: 10 });
const levelOf = ({ ruleSet, grade }: Assessment): number =>
  ruleSet.gradeScale.grades.findIndex(({ code }) => code === grade?.code);

test.each([2562, 2565, 2566, 2568, 2569])('%d: raising a score never lowers total or grade', (fiscalYear) => {
  fc.assert(
    fc.property(scores, fc.nat(9), score, (before, index, raised) => {
      const after = before.map((value, at) => (at === index ? Math.max(value, raised) : value));
      const [low, high] = [before, after].map((values) => assessed(fiscalYear, indicators(values)));
      if (low === undefined || high === undefined) throw new Error();
      expect(high.total.score ?? 0).toBeGreaterThanOrEqual((low.total.score ?? 0) - 1e-9);
      expect(levelOf(high)).toBeLessThanOrEqual(levelOf(low));
    }),
  );
});

test('the total is the weighted mean, whatever the order in which the figures were read', () => {
  fc.assert(
    fc.property(
      scores,
      fc.shuffledSubarray(
        Array.from({ length: 10 }, (_, index) => index),
        { minLength: 10 },
      ),
      (values, order) => {
        const given = indicators(values);
        const shuffled = order.map((index) => given[index]).filter((entry) => entry !== undefined);
        const [a, b] = [given, shuffled].map((figures) => assessed(2565, figures).total.score);
        expect(a).toBe(b);
        const mean = (from: number, to: number): number =>
          values.slice(from, to).reduce((sum, value) => sum + value, 0) / (to - from);
        const total = 0.3 * mean(0, 5) + 0.3 * mean(5, 8) + 0.4 * mean(8, 10);
        expect(formatDecimal(a ?? 0, 6)).toBe(formatDecimal(total, 6));
      },
    ),
  );
});
