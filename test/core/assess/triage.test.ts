import fc from 'fast-check';
import type { Assessment } from '../../../src/core/assess/assessment';
import type { TriageLevel, TriagePolicy } from '../../../src/core/rule-set';
import { year } from '../../rules/year';
import { groupedBy, indicator, indicators, item, items, type Given } from '../../support/given-scores';

const LEVELS: readonly TriageLevel[] = ['urgent', 'improve', 'maintain'];
const groupsOf = ({ indicators: found }: Assessment): readonly (readonly number[])[] =>
  LEVELS.map((level) => found.filter(({ triage }) => triage === level).map(({ id }) => id));
const itemGroups = ({ items: found }: Assessment): Readonly<Record<string, TriageLevel | null>> =>
  Object.fromEntries(found.map(({ id, triage }) => [id, triage]));

describe('by threshold', () => {
  test.each([
    [79.994, 'urgent'],
    [79.995, 'improve'],
    [84.994, 'improve'],
    [84.995, 'maintain'],
  ])('with limits of 80 and 85 a score of %d is to %s', (score, level) => {
    const given: Given = [
      [indicator(3), score],
      [item('i1'), score],
    ];
    const assessment = groupedBy(2565, given, { urgentBelow: 80, improveBelow: 85 });
    expect(assessment.indicators[2]?.triage).toBe(level);
    expect(itemGroups(assessment)).toMatchObject({ i1: level, i2: null });
  });
});

describe('by the lowest', () => {
  const lowest = (scores: readonly (number | null)[], lowestMaintainFrom = 100): Assessment =>
    groupedBy(2565, indicators(scores), { policy: 'lowest', lowestMaintainFrom });

  test.each<[string, readonly (number | null)[], readonly (readonly number[])[]]>([
    [
      'the weakest of all, and the weakest of each instrument',
      [99, 98, 90, 95, 96, 97, 91, 94, 70, 80],
      [[9], [3, 7, 10], [1, 2, 4, 5, 6, 8]],
    ],
    [
      'the next one where the weakest of an instrument is urgent',
      [70, 80, 90, 90, 90, 95, 95, 94, 99, 98],
      [[1], [2, 8, 10], [3, 4, 5, 6, 7, 9]],
    ],
    [
      'equal printed scores go together',
      [90, 70.004, 70, 80, 80, 95, 94, 94, 100, 99],
      [
        [2, 3],
        [4, 5, 7, 8, 10],
        [1, 6, 9],
      ],
    ],
    ['full scores are never weak', Array<number>(10).fill(100), [[], [], [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]]],
    ['only what is known', [90, null, 80, null, null, null, null, null, 99, null], [[3], [1, 9], []]],
  ])('%s', (_, scores, expected) => {
    expect(groupsOf(lowest(scores))).toEqual(expected);
  });

  test('a score at the limit is to maintain even where it is the lowest', () => {
    const scores = [99, 98, 95.994, 96, 96, 97, 97, 98, 99, 99];
    expect(groupsOf(lowest(scores, 96))).toEqual([[3], [], [1, 2, 4, 5, 6, 7, 8, 9, 10]]);
    expect(groupsOf(lowest(scores, 95.99))).toEqual([[], [], [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]]);
  });

  test('items are grouped among themselves', () => {
    const scores: Readonly<Record<string, number>> = { o9: 0, o17: 0, i5: 98.67, i15: 98.67, e9: 72.5 };
    const found = groupedBy(
      2567,
      items(2567, (id) => scores[id] ?? 100),
      { policy: 'lowest' },
    );
    const weak = Object.entries(itemGroups(found)).filter(([, level]) => level !== 'maintain');
    expect(weak).toEqual([
      ['i5', 'improve'],
      ['i15', 'improve'],
      ['e9', 'improve'],
      ['o9', 'urgent'],
      ['o17', 'urgent'],
    ]);
  });
});

describe('by item', () => {
  const byItem = (given: Given, itemImproveBelow = 85, itemUrgentUpTo = 0): Assessment =>
    groupedBy(2567, given, { policy: 'item', itemImproveBelow, itemUrgentUpTo });

  test.each<[string, number, TriageLevel]>([
    ['o9', 0, 'urgent'],
    ['o9', 100, 'maintain'],
    ['e9', 84.994, 'improve'],
    ['e9', 84.995, 'maintain'],
    ['i1', 0, 'improve'],
  ])('%s at %d is to be %s', (id, score, level) => {
    expect(itemGroups(byItem([[item(id), score]]))[id]).toBe(level);
  });

  test('limits can be set', () => {
    const given: Given = [
      [item('o9'), 50],
      [item('e9'), 92],
    ];
    expect(itemGroups(byItem(given, 92.01, 50))).toMatchObject({ o9: 'urgent', e9: 'improve' });
    expect(itemGroups(byItem(given, 92, 49.99))).toMatchObject({ o9: 'maintain', e9: 'maintain' });
  });

  test('indicators follow their items, with or without a score of their own', () => {
    const given: Given = [
      ...indicators([50, 50, 50, 50, 50, 50, 50, 50, 50, 50]),
      [item('i1'), 100],
      [item('o9'), 0],
      [item('o1'), 100],
      [item('e9'), 80],
    ];
    const found = byItem(given).indicators.map(({ triage }) => triage);
    expect(found).toEqual(['maintain', null, null, null, null, null, null, 'improve', 'urgent', null]);
    expect(byItem(given.slice(10)).indicators.map(({ triage }) => triage)).toEqual(found);
  });
});

describe('whatever the policy', () => {
  const policies: readonly TriagePolicy[] = ['threshold', 'lowest', 'item'];
  const score = fc.option(fc.integer({ min: 0, max: 10_000 }).map((value) => value / 100));
  const scores = fc.array(score, { minLength: 10, maxLength: 10 });
  const ids = year(2567).items.map(({ id }) => id);
  const itemScores = fc.dictionary(
    fc.constantFrom(...ids),
    fc.constantFrom(0, 40, 72.5, 84.99, 85, 90, 95, 100),
  );
  const given = (of: readonly (number | null)[], by: Readonly<Record<string, number>>): Given => [
    ...indicators(of),
    ...Object.entries(by).map(([id, value]) => [item(id), value] as const),
  ];
  const severity = (level: TriageLevel | null): number => (level === null ? -1 : LEVELS.indexOf(level));

  test.each(policies)('by %s the order of the figures does not matter', (policy) => {
    fc.assert(
      fc.property(scores, itemScores, (of, by) => {
        const [one, other] = [given(of, by), [...given(of, by)].reverse()].map((figures) =>
          groupedBy(2567, figures, { policy }),
        );
        expect(other?.indicators.map(({ triage }) => triage)).toEqual(
          one?.indicators.map(({ triage }) => triage),
        );
        expect(other?.items.map(({ triage }) => triage)).toEqual(one?.items.map(({ triage }) => triage));
      }),
    );
  });

  test.each(policies)('by %s a score that rises never gets a worse group', (policy) => {
    fc.assert(
      fc.property(
        itemScores,
        fc.constantFrom(...ids),
        fc.double({ min: 0, max: 100, noNaN: true }),
        fc.double({ min: 0, max: 100, noNaN: true }),
        (by, id, a, b) => {
          const at = (value: number) =>
            groupedBy(2567, given([], { ...by, [id]: value }), { policy }).items.find(
              (found) => found.id === id,
            );
          const [low, high] = [at(Math.min(a, b)), at(Math.max(a, b))];
          expect(severity(high?.triage ?? null)).toBeGreaterThanOrEqual(severity(low?.triage ?? null));
        },
      ),
    );
  });

  test.each(policies)('by %s what has no score has no group, and everything else has one', (policy) => {
    fc.assert(
      fc.property(scores, itemScores, (of, by) => {
        const found = groupedBy(2567, given(of, by), { policy });
        for (const entry of found.items) expect(entry.triage === null).toBe(entry.score === null);
        if (policy !== 'item')
          for (const entry of found.indicators) expect(entry.triage === null).toBe(entry.score === null);
      }),
    );
  });

  test('by the lowest someone is urgent as long as a score is not full', () => {
    fc.assert(
      fc.property(scores, (of) => {
        const found = groupedBy(2565, indicators(of), { policy: 'lowest' });
        const isWeak = of.some((value) => value !== null && value < 100);
        expect(found.indicators.some(({ triage }) => triage === 'urgent')).toBe(isWeak);
      }),
    );
  });
});
