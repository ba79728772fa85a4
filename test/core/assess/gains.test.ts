import fc from 'fast-check';
import { gainsOf, type GainLine } from '../../../src/core/assess/gains';
import { itemCoefficients } from '../../../src/core/assess/score-tree';
import { subjectKey } from '../../../src/core/read/reading';
import { ruleSets } from '../../../src/rules/rule-sets';
import { year } from '../../rules/year';
import {
  all,
  assessed,
  indicator,
  indicators,
  instrument,
  instruments,
  item,
  items,
  part,
  parts,
  type Given,
} from '../../support/given-scores';
import { mixedGiven } from '../../support/random-scores';

const lineOf = (lines: readonly GainLine[], key: string): GainLine | undefined =>
  lines.find(({ subject }) => subjectKey(subject) === key);
const lost = (lines: readonly GainLine[]): readonly string[] =>
  lines
    .filter(({ points }) => Math.abs(points) > 1e-9)
    .map(({ subject, kind }) => `${subjectKey(subject)} ${kind}`);

test.each([
  [2567, 'o9', (100 / 7 / 5 / 2 / 100) * 0.4],
  [2567, 'o17', 0.4 / 2 / 5 / 4],
  [2567, 'o26', 0.4 / 2 / 2 / 6],
  [2567, 'i1', 0.3 / 5 / 3],
  [2567, 'e9', 0.15 / 9],
  [2565, 'i1', 0.3 / 5 / 6],
  [2565, 'e1', 0.3 / 3 / 5],
  [2565, 'o1', 0.4 / 2 / 5 / 9],
])('one point of an item of %d, %s, is worth %d', (fiscalYear, id, worth) => {
  expect(itemCoefficients(year(fiscalYear)).get(id)).toBeCloseTo(worth, 15);
});

test.each(ruleSets.supportedYears)(
  'the items of %d are together worth all that items can give',
  (fiscalYear) => {
    const ruleSet = year(fiscalYear);
    const sum = [...itemCoefficients(ruleSet).values()].reduce((total, value) => total + value, 0);
    const withoutItems = ruleSet.instruments.reduce(
      (rest, { weight, parts: own }) => rest + (own === null ? 0 : weight / 2),
      0,
    );
    expect(sum).toBeCloseTo(1 - withoutItems, 12);
  },
);

describe('which lines there are', () => {
  test('items alone: a line each, and what the items lose', () => {
    const lines = gainsOf(
      assessed(
        2565,
        items(2565, (id) => (id === 'o2' ? 0 : id === 'i1' ? 40 : 100)),
      ),
    );
    expect(lines).toHaveLength(88);
    expect(lost(lines)).toEqual(['i1 item', 'o2 item']);
    expect(lines[0]).toMatchObject({
      instrument: 'IIT',
      indicator: 1,
      score: 40,
      cell: { sheet: 'ก' },
      less: [],
    });
    expect(lines[0]?.points).toBeCloseTo(0.6, 12);
  });

  test('indicators alone: a line for each, the largest loss first', () => {
    const lines = gainsOf(assessed(2565, indicators([94, 88, 90, 88, 90, 96, 96, 94, 100, 100])));
    expect(lines).toHaveLength(10);
    expect(lost(lines).slice(0, 3)).toEqual(['2 figure', '4 figure', '3 figure']);
    expect(lineOf(lines, '8')?.points).toBeCloseTo(0.6, 12);
  });

  test('an instrument given directly, or given beside some of its indicators', () => {
    expect(lost(gainsOf(assessed(2565, instruments(90, 100, 80))))).toEqual(['OIT figure', 'IIT figure']);
    const given: Given = [...instruments(90, 100, 100), [indicator(1), 80], [indicator(2), 90]];
    const lines = gainsOf(assessed(2565, given));
    expect(lost(lines)).toEqual(['1 figure', 'IIT rest', '2 figure']);
    expect(lineOf(lines, 'IIT')?.points).toBeCloseTo(3 - 1.2 - 0.6, 12);
    expect(lineOf(lines, 'IIT')?.less.map(subjectKey)).toEqual(['1', '2']);
  });

  test('a part that has no items stands on a line of its own', () => {
    const given: Given = [...items(2567, () => 100), [part('2'), 80]];
    const lines = gainsOf(assessed(2567, given));
    expect(lost(lines)).toEqual(['EIT.2 figure']);
    expect(lineOf(lines, 'EIT.2')?.points).toBeCloseTo(3, 12);
  });

  test('a given figure that wins over its items: they keep their worth, the rest says what they do not explain', () => {
    const low: Given = [
      [indicator(9), 60],
      [item('o1'), 0],
      [item('o2'), 100],
    ];
    const lines = gainsOf(assessed(2567, low));
    expect(lineOf(lines, 'o1')?.points).toBeCloseTo((0.4 / 2 / 5 / 6) * 100, 12);
    expect(lineOf(lines, '9')?.kind).toBe('rest');
    expect(lineOf(lines, '9')?.points).toBeCloseTo(8 - (0.4 / 2 / 5 / 6) * 100, 12);
    const high: Given = [
      [indicator(9), 99],
      [item('o1'), 0],
    ];
    expect(lineOf(gainsOf(assessed(2567, high)), '9')?.points).toBeCloseTo(0.2 - (0.4 / 2 / 5 / 6) * 100, 12);
  });

  test('what has no score has no line', () => {
    expect(gainsOf(assessed(2567, []))).toEqual([]);
    const oit = items(2567, () => 0).filter(
      ([subject]) => subject.kind === 'item' && subject.id.startsWith('o'),
    );
    expect(gainsOf(assessed(2567, oit)).map((line) => line.instrument)).toEqual(Array(35).fill('OIT'));
  });

  test('indicators of a year with parts are not counted beside the parts', () => {
    const lines = gainsOf(
      assessed(2567, [...indicators(all(90)), ...parts(90, 80), [instrument('EIT'), 50]]),
    );
    expect(lines.map(({ subject }) => subjectKey(subject)).sort()).toEqual(
      ['1', '2', '3', '4', '5', '9', '10', 'EIT.1', 'EIT.2'].sort(),
    );
  });
});

describe.each(ruleSets.supportedYears)('%d', (fiscalYear) => {
  test.each([false, true])(
    'all gains add up to what the total lacks, whatever is given (contradictions: %s)',
    (wrong) => {
      fc.assert(
        fc.property(mixedGiven(fiscalYear, wrong), (given) => {
          const assessment = assessed(fiscalYear, given);
          const lines = gainsOf(assessment);
          expect(new Set(lines.map(({ subject }) => subjectKey(subject))).size).toBe(lines.length);
          lines.slice(1).forEach(({ points }, index) => {
            expect(points).toBeLessThan((lines[index]?.points ?? Number.NaN) + 2e-9);
          });
          for (const { kind, coefficient, score, points } of lines)
            if (kind !== 'rest') expect(points).toBeCloseTo(coefficient * (100 - score), 12);
          for (const { id, score, weight } of assessment.instruments) {
            if (score === null) continue;
            const own = lines
              .filter((line) => line.instrument === id)
              .reduce((sum, { points }) => sum + points, 0);
            expect(Math.abs(own - weight * (100 - score))).toBeLessThan(1e-9);
          }
        }),
        { numRuns: 60 },
      );
    },
  );
});
