import { rankScores } from '../../../src/core/assess/rank-and-triage';
import { assessed, indicator, indicators } from '../../support/given-scores';

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
