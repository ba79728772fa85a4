import fc from 'fast-check';
import { distancesOf } from '../../../src/core/assess/distances';
import { rangesOf, type ScoreRanges } from '../../../src/core/assess/total-range';
import { subjectKey } from '../../../src/core/read/reading';
import { masterPlan } from '../../../src/rules/master-plan';
import { ruleSets } from '../../../src/rules/rule-sets';
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
  subIndicator,
  type Given,
} from '../../support/given-scores';
import { partsOfTruth } from '../../support/random-scores';

const ranges = (given: Given, fiscalYear = 2567): ScoreRanges => rangesOf(assessed(fiscalYear, given));
const total = (given: Given, fiscalYear = 2567): readonly number[] => {
  const { least, most } = ranges(given, fiscalYear).total;
  return [least, most].map((value) => Number(value.toFixed(6)));
};
const rangeOf = (found: ScoreRanges, id: number | string): readonly number[] => {
  const range = [...found.indicators, ...found.instruments].find((entry) => entry.id === id);
  return [range?.least, range?.most].map((value) => Number((value ?? Number.NaN).toFixed(6)));
};
const oitItems = (fiscalYear: number, scoreOf: (id: string) => number | null): Given =>
  items(fiscalYear, scoreOf).filter(([subject]) => subject.kind === 'item' && subject.id.startsWith('o'));

describe('what the total can still be', () => {
  test.each<[string, Given, readonly number[]]>([
    ['nothing', [], [0, 100]],
    ['OIT only, as in February', [[instrument('OIT'), 96]], [38.4, 98.4]],
    ['OIT items only', oitItems(2567, (id) => (id === 'o9' ? 0 : 100)), [40 - 4 / 7, 100 - 4 / 7]],
    ['one instrument missing', instruments(90, null, 100), [67, 97]],
    ['an indicator missing', indicators([...all(90).slice(0, 9)]), [72, 92]],
    ['one EIT part missing', [...instruments(90, null, 100), ...parts(80, null)], [79, 94]],
    ['the EIT part that has no items', items(2567, () => 100), [85, 100]],
    ['an item missing', [...items(2567, (id) => (id === 'i1' ? null : 100)), [part('2'), 100]], [98, 100]],
    [
      'a sub-indicator missing',
      [...instruments(100, 100, null), [indicator(9), 100], [subIndicator('10.1'), 80]],
      [88, 98],
    ],
    ['nothing missing', indicators(all(90)), [90, 90]],
  ])('with %s', (_, given, expected) => {
    expect(total(given)).toEqual(expected.map((value) => Number(value.toFixed(6))));
  });

  test('known figures are used, and given ones win over what lies below them', () => {
    const given: Given = [
      [indicator(9), 92],
      [item('o9'), 0],
      [indicator(10), 100],
    ];
    expect(rangeOf(ranges(given), 'OIT')).toEqual([96, 96]);
  });

  test('an indicator that is missing beside a given instrument is bounded by it', () => {
    const found = ranges([
      ...instruments(90, 90, 90),
      [indicator(9), 85],
      [indicator(6), 100],
      [indicator(7), 80],
    ]);
    expect([rangeOf(found, 10), rangeOf(found, 8), rangeOf(found, 1)]).toEqual([
      [95, 95],
      [90, 90],
      [50, 100],
    ]);
  });

  test('an indicator of which one part is known is bounded by it', () => {
    const found = ranges(items(2567, () => 80));
    expect(rangeOf(found, 6)).toEqual([40, 90]);
    expect(rangeOf(found, 'EIT')).toEqual([40, 90]);
  });
});

describe('which grades are still possible', () => {
  test.each<[string, number, Given, readonly string[]]>([
    ['OIT only', 2567, [[instrument('OIT'), 96]], ['needsUrgentImprovement', 'excellent']],
    ['OIT only, of a year with letters', 2565, [[instrument('OIT'), 96]], ['F', 'AA']],
    ['OIT at zero', 2565, [[instrument('OIT'), 0]], ['F', 'D']],
    [
      'only an indicator that hardly counts',
      2565,
      indicators([...all(100).slice(0, 1), null, ...all(100).slice(2)]),
      ['A', 'AA'],
    ],
    ['nothing missing', 2565, indicators(all(84)), ['B', 'B']],
  ])('with %s in %d', (_, fiscalYear, given, [worst, best]) => {
    expect(ranges(given, fiscalYear)).toMatchObject({ worst, best, certain: worst === best });
  });

  test('readings that disagree are each named with what they give', () => {
    const given: Given = [...indicators([100, 80, 100, 100, 100, 90, 90, 90, 100, 100]), ...parts(90, 90)];
    const found = ranges(given);
    expect(found).toMatchObject({ worst: 'pass', best: 'good', certain: false, doubts: ['reading'] });
    expect(found.grades.map(({ reading, worst, best }) => [reading, worst, best])).toEqual([
      ['eitParts', 'good', 'good'],
      ['indicators', 'pass', 'pass'],
    ]);
  });

  test('2569 is never certain', () => {
    const given: Given = [...indicators(all(100)), ...parts(100, 100)];
    expect(ranges(given, 2569)).toMatchObject({
      worst: 'excellent',
      best: 'excellent',
      certain: false,
      doubts: ['unsettled'],
    });
  });
});

describe('where the grouping of items is only inferred', () => {
  const rest: Given = [[instrument('IIT'), 90], ...parts(90, 90)];
  const without20 = oitItems(2568, (id) => (id === 'o20' ? 0 : 100));

  test('the total is a range where the grouping matters, and each grouping says what it gives', () => {
    const found = ranges([...rest, ...without20], 2568);
    expect(
      found.groupings.map(({ groups, total: { least, most } }) => [
        groups?.map(({ id }) => id) ?? null,
        least.toFixed(4),
        most.toFixed(4),
      ]),
    ).toEqual([
      [null, '93.0000', '93.0000'],
      [['9.5', '9.6'], '90.6667', '90.6667'],
    ]);
    expect(found.total.least).toBeCloseTo(54 + 40 - 20 / 6, 10);
    expect(found.total.most).toBeCloseTo(93, 10);
    expect(rangeOf(found, 9)).toEqual([Number((500 / 6).toFixed(6)), 95]);
    // Indicators 6–8 are not there, so their reading is a range of its own.
    expect(found.doubts).toEqual(['missing', 'reading', 'grouping']);
  });

  test('and is none where it does not matter, or where the indicator is given', () => {
    expect(ranges([...rest, ...oitItems(2568, () => 100)], 2568).groupings).toHaveLength(1);
    expect(ranges([...rest, ...without20, ...indicators(all(95))], 2568).groupings).toHaveLength(2);
    expect(
      ranges([...rest, [indicator(9), 95], [indicator(10), 100], [item('o20'), 0]], 2568).groupings,
    ).toHaveLength(1);
  });

  test('a grade that the grouping changes is not certain', () => {
    const given: Given = [
      [instrument('IIT'), 100],
      ...parts(100, 100),
      ...oitItems(2568, (id) => (id === 'o20' || id === 'o21' ? 0 : 100)),
    ];
    const found = ranges(given, 2568);
    expect(found.doubts).toContain('grouping');
    expect(found).toMatchObject({ certain: false });
    expect(found.worst).not.toBe(found.best);
  });

  test('years whose grouping is known have one', () => {
    expect(
      ranges(
        items(2565, (id) => (id.endsWith('3') ? 0 : 100)),
        2565,
      ).groupings,
    ).toHaveLength(1);
  });
});

describe.each(ruleSets.supportedYears)('%d', (fiscalYear) => {
  test('what a workbook says in part is never outside the range', () => {
    fc.assert(
      fc.property(partsOfTruth(fiscalYear), ({ given, truth }) => {
        const found = ranges(given, fiscalYear);
        const complete = assessed(fiscalYear, truth);
        const within = (
          score: number | null,
          { least, most }: { readonly least: number; readonly most: number },
        ) => {
          expect(score ?? Number.NaN).toBeGreaterThanOrEqual(least - 1e-6);
          expect(score ?? Number.NaN).toBeLessThanOrEqual(most + 1e-6);
        };
        within(complete.total.score, found.total);
        for (const range of found.instruments)
          within(complete.instruments.find(({ id }) => id === range.id)?.score ?? null, range);
        for (const range of found.indicators)
          within(complete.indicators.find(({ id }) => id === range.id)?.score ?? null, range);
        const order = complete.ruleSet.gradeScale.grades.map(({ code }) => code);
        expect(order.indexOf(complete.grade?.code ?? '')).toBeGreaterThanOrEqual(order.indexOf(found.best));
        expect(order.indexOf(complete.grade?.code ?? '')).toBeLessThanOrEqual(order.indexOf(found.worst));
      }),
      { numRuns: 60 },
    );
  });

  test('a known total is its own range under the year’s grouping, as certain as the grade', () => {
    fc.assert(
      fc.property(partsOfTruth(fiscalYear), ({ given }) => {
        const assessment = assessed(fiscalYear, given);
        if (assessment.total.score === null) return;
        const found = rangesOf(assessment);
        expect(found.groupings[0]?.total).toEqual({
          least: assessment.total.score,
          most: assessment.total.score,
        });
        if (found.groupings.length === 1) expect(found.certain).toBe(assessment.grade?.certain);
      }),
      { numRuns: 40 },
    );
  });
});

describe('distances', () => {
  const distances = (given: Given, fiscalYear: number, target?: number) =>
    distancesOf(assessed(fiscalYear, given), masterPlan, target);

  test('to the next grade, the target and the master plan', () => {
    const found = distances(indicators(all(82)), 2565);
    expect(found.nextGrade).toEqual({
      code: 'A',
      total: { score: 82, limit: 85, points: 3 },
      conditions: [],
    });
    expect(found.target).toEqual({ score: 82, limit: 85, points: 3 });
    expect(found.longTerm).toEqual({ score: 82, limit: 90, points: 8, by: 2580 });
    expect(distances(indicators(all(82)), 2565, 95).target).toMatchObject({ limit: 95, points: 13 });
  });

  test('a limit that is reached as printed is reached', () => {
    expect(distances(indicators(all(84.995)), 2565).target.points).toBe(0);
    expect(distances(indicators(all(84.99)), 2565).target.points).toBeCloseTo(0.01, 10);
  });

  test('of every figure that the condition names, under each admissible reading', () => {
    const given: Given = [...indicators([...all(90).slice(0, 7), 80, 90, 90]), ...parts(94.62, 80.89)];
    const next = distances(given, 2567).nextGrade;
    expect([next?.code, next?.total.points]).toEqual(['good', 0]);
    const lacking = next?.conditions.map(({ reading, figures }) => [
      reading,
      figures
        .filter(({ points }) => points !== 0)
        .map(({ subject, points }) => `${subjectKey(subject)} ${points?.toFixed(2) ?? ''}`),
    ]);
    expect(lacking).toEqual([
      ['eitParts', ['EIT.2 4.11']],
      ['indicators', ['8 5.00']],
    ]);
  });

  test('what is missing has no distance', () => {
    expect(distances([[instrument('OIT'), 96]], 2567)).toMatchObject({
      nextGrade: null,
      target: { score: null, points: null },
    });
    const next = distances([...indicators(all(80))], 2566).nextGrade;
    expect(next).toMatchObject({ code: 'pass', total: { points: 5 } });
    const eit = distances(instruments(100, 80, 100), 2566).nextGrade?.conditions.find(
      ({ reading }) => reading === 'eitParts',
    );
    expect(eit?.figures.map(({ subject, points }) => [subjectKey(subject), points])).toEqual([
      ['IIT', 0],
      ['EIT.1', null],
      ['EIT.2', null],
      ['OIT', 0],
    ]);
  });

  test('the best grade has no next one', () => {
    expect(distances(indicators(all(100)), 2565).nextGrade).toBeNull();
  });
});
