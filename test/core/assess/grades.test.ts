import fc from 'fast-check';
import { gradeOf } from '../../../src/core/assess/grade';
import type { ConditionReading } from '../../../src/core/rule-set';
import { year } from '../../rules/year';
import {
  all,
  assessed,
  indicators,
  instruments,
  levelOf,
  parts,
  type Given,
} from '../../support/given-scores';

const LETTER_YEARS = [2562, 2563, 2564, 2565];
const WORD_YEARS = [2566, 2567, 2568, 2569];

describe.each(LETTER_YEARS)('%d', (fiscalYear) => {
  test.each([
    [100, 'AA'],
    [95, 'AA'],
    [94.995, 'AA'],
    [94.994_999_9, 'A'],
    [94.99, 'A'],
    [85, 'A'],
    [84.995, 'A'],
    [84.994, 'B'],
    [75, 'B'],
    [74.99, 'C'],
    [65, 'C'],
    [64.99, 'D'],
    [55, 'D'],
    [54.99, 'E'],
    [50, 'E'],
    [49.995, 'E'],
    [49.99, 'F'],
    [0, 'F'],
  ])('a total of %d is %s', (score, code) => {
    expect(assessed(fiscalYear, indicators(all(score))).grade).toMatchObject({ code, certain: true });
  });

  test('the letters know no condition', () => {
    const scores = [100, 100, 100, 100, 100, 84, 84, 84, 100, 100];
    expect(assessed(fiscalYear, indicators(scores)).grade).toEqual({ code: 'AA', certain: true, cases: [] });
  });
});

describe.each(WORD_YEARS)('%d', (fiscalYear) => {
  const { gradeScale, scale } = year(fiscalYear);
  test.each([
    [100, 100, 'excellent'],
    [95, 95, 'excellent'],
    [94.995, 94.995, 'excellent'],
    [95, 94.99, 'good'],
    [94.994, 94.994, 'good'],
    [99, 85, 'good'],
    [85, 84.995, 'good'],
    [85, 84.994, 'pass'],
    [99, 0, 'pass'],
    [84.995, 84.995, 'good'],
    [84.99, 84.99, 'needsImprovement'],
    [70, 0, 'needsImprovement'],
    [69.995, 0, 'needsImprovement'],
    [69.99, 69.99, 'needsUrgentImprovement'],
    [0, 0, 'needsUrgentImprovement'],
  ])('a total of %d with %d as the least figure is %s', (total, least, code) => {
    expect(gradeOf(total, least, gradeScale, scale.decimals)).toBe(code);
  });
});

describe('which figures the condition names', () => {
  const readingsOf = (fiscalYear: number): readonly ConditionReading[] => [
    ...new Set(assessed(fiscalYear, indicators(all(90))).grade?.cases.map(({ reading }) => reading)),
  ];

  test.each<[number, readonly ConditionReading[]]>([
    [2566, ['instruments', 'eitParts', 'indicators']],
    [2567, ['eitParts', 'indicators']],
    [2568, ['eitParts', 'indicators', 'instruments']],
  ])('the admissible readings of %d', (fiscalYear, readings) => {
    expect([...readingsOf(fiscalYear)].sort()).toEqual([...readings].sort());
  });

  const good = [100, 100, 100, 100, 100, 90, 90, 90, 100, 100];
  test.each<[string, Given, string, boolean]>([
    ['everything over 85', [...indicators(good), ...parts(90, 90)], 'good', true],
    ['everything over 95', [...indicators(all(96)), ...parts(96, 96)], 'excellent', true],
    [
      'a part and an indicator below 85',
      [...indicators([...good.slice(0, 7), 80, 100, 100]), ...parts(95, 80)],
      'pass',
      true,
    ],
    ['only a part below 85', [...indicators(good), ...parts(96, 84)], 'pass', false],
    [
      'only an indicator below 85',
      [...indicators([100, 80, ...good.slice(2)]), ...parts(90, 90)],
      'good',
      false,
    ],
    [
      'an indicator below 85 by rounding only',
      [...indicators([100, 84.995, ...good.slice(2)]), ...parts(90, 90)],
      'good',
      true,
    ],
    [
      'a total below 85, whatever the rest',
      [...indicators(all(84)), ...parts(84, 84)],
      'needsImprovement',
      true,
    ],
  ])('2567 with %s', (_, given, code, certain) => {
    expect(assessed(2567, given).grade).toMatchObject({ code, certain });
  });

  test('2568 with an instrument over 85 of which a part is not: three readings, two levels', () => {
    const { grade } = assessed(2568, [...indicators(good), ...parts(96, 84)]);
    const byReading = Object.fromEntries(grade?.cases.map(({ reading, code }) => [reading, code]) ?? []);
    expect(byReading).toEqual({ eitParts: 'pass', indicators: 'good', instruments: 'good' });
    expect(grade).toMatchObject({ code: 'pass', certain: false });
  });

  test('2569 is never certain', () => {
    for (const score of [100, 90, 80, 10]) {
      expect(assessed(2569, [...indicators(all(score)), ...parts(score, score)]).grade?.certain).toBe(false);
    }
  });
});

describe('what is missing is bounded', () => {
  const boundsOf = (given: Given, fiscalYear = 2567) =>
    assessed(fiscalYear, given).grade?.cases.map(
      ({ reading, bound, least }) => `${reading} ${bound} ${least}`,
    );

  test('both parts by the mean that they have', () => {
    expect(boundsOf([...indicators(all(90))])).toEqual([
      'eitParts best 90',
      'eitParts worst 80',
      'indicators known 90',
    ]);
  });

  test('one part by the other and their mean', () => {
    const given: Given = [...instruments(90, 80, 90), ...parts(90, null)];
    expect(boundsOf(given)?.slice(0, 2)).toEqual(['eitParts best 70', 'eitParts worst 70']);
  });

  test('some indicators by those that are known and their instrument', () => {
    const given: Given = [...indicators([100, 100, 100, 100]), ...instruments(96, 96, 96), ...parts(96, 96)];
    expect(boundsOf(given)?.slice(1)).toEqual(['indicators best 80', 'indicators worst 80']);
  });

  test('never beyond the scale, also where the figures contradict one another', () => {
    for (const given of [
      [...instruments(100, 10, 100), ...parts(90, null)],
      [...instruments(100, 99, 100), ...parts(20, null)],
      [...indicators([0, 0, 0, 0]), ...instruments(99, 99, 99)],
      [...indicators([100, 100, 100, 100]), ...instruments(1, 99, 99)],
    ] satisfies Given[]) {
      const least = assessed(2567, given).grade?.cases.map((entry) => entry.least) ?? [];
      expect(least.length).toBeGreaterThan(0);
      expect(Math.min(...least)).toBeGreaterThanOrEqual(0);
      expect(Math.max(...least)).toBeLessThanOrEqual(100);
    }
  });

  test('the best case is never below the worst', () => {
    const score = fc.integer({ min: 0, max: 100 });
    fc.assert(
      fc.property(
        score,
        score,
        score,
        score,
        fc.array(score, { maxLength: 4 }),
        (iit, eit, oit, first, some) => {
          const given: Given = [...instruments(iit, eit, oit), ...parts(first, null), ...indicators(some)];
          const cases = assessed(2567, given).grade?.cases ?? [];
          for (const best of cases.filter(({ bound }) => bound === 'best')) {
            const worst = cases.find(({ reading, bound }) => reading === best.reading && bound === 'worst');
            expect(best.least).toBeGreaterThanOrEqual((worst?.least ?? Number.NaN) - 1e-9);
          }
        },
      ),
    );
  });

  const score = fc.integer({ min: 0, max: 10_000 }).map((hundredths) => hundredths / 100);

  test.each([2567, 2568])('%d: whatever the parts are, their grade is one of the cases', (fiscalYear) => {
    fc.assert(
      fc.property(fc.array(score, { minLength: 10, maxLength: 10 }), score, (scores, first) => {
        const eit = ((scores[5] ?? 0) + (scores[6] ?? 0) + (scores[7] ?? 0)) / 3;
        const second = 2 * eit - first;
        fc.pre(second >= 0 && second <= 100);
        const open = assessed(fiscalYear, indicators(scores)).grade;
        const known = assessed(fiscalYear, [...indicators(scores), ...parts(first, second)]).grade;
        expect(open?.cases.map(({ code }) => code)).toContain(known?.code);
        if (open?.certain === true) expect(known).toMatchObject({ code: open.code, certain: true });
      }),
      { numRuns: 1000 },
    );
  });

  test.each([2566, 2567, 2568])(
    '%d: whatever the indicators are, their grade is one of the cases',
    (fiscalYear) => {
      fc.assert(
        fc.property(fc.array(score, { minLength: 10, maxLength: 10 }), (scores) => {
          const mean = (from: number, to: number): number =>
            scores.slice(from, to).reduce((sum, value) => sum + value, 0) / (to - from);
          const given = instruments(mean(0, 5), mean(5, 8), mean(8, 10));
          const open = assessed(fiscalYear, given);
          const known = assessed(fiscalYear, [...given, ...indicators(scores)]);
          const byIndicators = known.grade?.cases.find(({ reading }) => reading === 'indicators');
          expect(open.grade?.cases.map(({ code }) => code)).toContain(byIndicators?.code);
          if (open.grade?.certain === true) expect(levelOf(known)).toBe(levelOf(open));
        }),
        { numRuns: 1000 },
      );
    },
  );
});
