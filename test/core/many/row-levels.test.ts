import { leveller } from '../../../src/core/many/row-levels';
import { ruleSets } from '../../../src/rules/rule-sets';

const rules = ruleSets.forYear(2567);
if (rules === undefined) throw new Error('No rules');

const levelsOf = (scores: Readonly<Record<number, number>>) =>
  leveller(rules, { urgentBelow: 85, improveBelow: 90 })({
    at: 0,
    scores: new Map(Object.entries(scores).map(([id, score]) => [id, Float64Array.of(score)])),
  });

test('indicators are grouped as they are printed', () => {
  expect(levelsOf({ 1: 84.994, 2: 84.995, 3: 89.994, 4: 89.995, 5: 100 })).toEqual({
    urgent: 1,
    improve: 2,
    maintain: 2,
    weakest: 1,
  });
});

test('of equal means the first is the lowest, although they differ in the last bit', () => {
  const [rounded, sum] = [91.84, (90 + 90.52 + 95) / 3];
  expect(sum).toBeLessThan(rounded);
  expect(levelsOf({ 2: rounded, 9: sum, 10: 100 })?.weakest).toBe(2);
  expect(levelsOf({ 2: rounded, 9: rounded - 1e-6, 10: 100 })?.weakest).toBe(9);
});

test('without a score there is nothing to group', () => {
  expect(levelsOf({ 1: Number.NaN })).toBeNull();
});
