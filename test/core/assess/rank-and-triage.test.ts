import { rankScores, triageOf } from '../../../src/core/assess/rank-and-triage';
import { assessed, indicator, indicators, item } from '../../support/given-scores';

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

test('ranks go by the printed score', () => {
  const ranks = rankScores(
    [
      { id: 1, score: 89.994 },
      { id: 2, score: 89.995 },
      { id: 3, score: 90 },
    ],
    2,
  );
  expect([...ranks]).toEqual([
    [2, 1],
    [3, 2],
    [1, 3],
  ]);
});

test.each([
  [79.994, 'urgent'],
  [79.995, 'improve'],
  [85, 'maintain'],
])('with limits of 80 and 85 a score of %d is to be %s', (score, triage) => {
  expect(triageOf(score, { urgentBelow: 80, improveBelow: 85 }, 2)).toBe(triage);
});

test('items are grouped by the same limits; an item at 0 is urgent, a missing one nothing', () => {
  const { items } = assessed(2567, [
    [item('o9'), 0],
    [item('e9'), 94.99],
    [item('o1'), 100],
    [item('e8'), null],
  ]);
  const triage = Object.fromEntries(items.map((found) => [found.id, found.triage]));
  expect(triage).toMatchObject({ o9: 'urgent', e9: 'improve', o1: 'maintain', e8: null, o2: null });
});
