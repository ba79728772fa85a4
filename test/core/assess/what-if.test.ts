import fc from 'fast-check';
import type { Assessment } from '../../../src/core/assess/assessment';
import { gainsOf } from '../../../src/core/assess/gains';
import { reassess } from '../../../src/core/assess/reassess';
import { groupingsOf, regroup } from '../../../src/core/assess/regroup';
import { whatIf, type ScoreChange } from '../../../src/core/assess/what-if';
import type { Subject } from '../../../src/core/read/reading';
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
  levelOf,
  part,
  parts,
  subIndicator,
  type Given,
} from '../../support/given-scores';
import { mixedGiven } from '../../support/random-scores';

const supposed = (assessment: Assessment, changes: readonly (readonly [Subject, number])[]): Assessment => {
  const result = whatIf(
    assessment,
    changes.map(([subject, to]): ScoreChange => ({ subject, to })),
  );
  if (!result.ok) throw new Error(`${result.error.code} ${result.error.subject}`);
  return result.value;
};

const refused = (given: Given, subject: Subject, to: number, fiscalYear = 2567): string => {
  const result = whatIf(assessed(fiscalYear, given), [{ subject, to }]);
  return result.ok ? 'ok' : result.error.code;
};

const scoresOf = (assessment: Assessment): unknown => ({
  total: assessment.total.score,
  grade: assessment.grade,
  scores: [
    ...assessment.items,
    ...assessment.subIndicators,
    ...assessment.indicators,
    ...assessment.instruments,
  ].map(({ id, score }) => [id, score]),
  parts: assessment.instruments.map(({ parts: own }) => own.map(({ score, from }) => [score, from])),
  from: [...assessment.indicators, ...assessment.instruments].map(({ from }) => from),
  triage: assessment.indicators.map(({ triage, rank }) => [triage, rank]),
});

describe('reassess', () => {
  test.each(ruleSets.supportedYears)('without changes gives what was assessed, %d', (fiscalYear) => {
    fc.assert(
      fc.property(mixedGiven(fiscalYear, true), (given) => {
        const assessment = assessed(fiscalYear, given);
        expect(scoresOf(reassess(assessment, []))).toEqual(scoresOf(assessment));
      }),
      { numRuns: 30 },
    );
  });

  test('under another grouping a group of its own weighs as much as any other', () => {
    const [, other] = groupingsOf(year(2568));
    const assessment = assessed(
      2568,
      items(2568, (id) => (id === 'o20' ? 0 : 100)),
    );
    expect(assessment.indicators[8]?.score).toBeCloseTo(95, 10);
    expect(reassess(assessment, [], other).indicators[8]?.score).toBeCloseTo(100 - 100 / 6, 10);
  });

  test('regrouping by the groups of the year changes nothing', () => {
    for (const fiscalYear of ruleSets.supportedYears)
      expect(regroup(year(fiscalYear), year(fiscalYear).subIndicators)).toEqual(year(fiscalYear));
  });
});

describe('what a change does', () => {
  test('an item of complete ones is computed anew, with grade and triage', () => {
    const assessment = assessed(
      2565,
      items(2565, (id) => (id.startsWith('i') ? 0 : 100)),
    );
    expect(assessment).toMatchObject({ total: { score: 70 }, grade: { code: 'C' } });
    const six = year(2565).items.filter((rule) => rule.indicator === 1);
    const after = supposed(
      assessment,
      six.map(({ id }) => [item(id), 100] as const),
    );
    expect(after.indicators[0]).toMatchObject({ score: 100, triage: 'maintain', rank: 1 });
    expect(after.total.score).toBeCloseTo(76, 10);
    expect(after.grade).toMatchObject({ code: 'B' });
  });

  test('an item under given figures moves all of them by its share', () => {
    const given: Given = [
      ...indicators([...all(90).slice(0, 7), 80, 92, 100]),
      ...parts(94, 81),
      [item('e9'), 70],
      [item('o9'), 0],
    ];
    const after = supposed(assessed(2567, given), [
      [item('e9'), 100],
      [item('o9'), 100],
    ]);
    expect(after.indicators[7]?.score).toBeCloseTo(80 + 30 / 3 / 2, 10);
    expect(after.instruments[1]?.parts[0]?.score).toBeCloseTo(94 + 30 / 9, 10);
    expect(after.instruments[1]?.parts[1]?.score).toBe(81);
    expect(after.indicators[8]?.score).toBeCloseTo(92 + 100 / 7 / 5, 10);
    expect((after.total.score ?? 0) - (assessed(2567, given).total.score ?? 0)).toBeCloseTo(
      (0.15 * 30) / 9 + (0.4 * 100) / 7 / 5 / 2,
      10,
    );
  });

  test('nothing is taken beyond the scale', () => {
    const after = supposed(assessed(2567, [...indicators(all(99)), [item('o9'), 0]]), [[item('o9'), 100]]);
    expect(after.indicators[8]?.score).toBe(100);
    const fallen = supposed(assessed(2567, [...indicators(all(1)), [item('o9'), 100]]), [[item('o9'), 0]]);
    expect(fallen.indicators[8]?.score).toBe(0);
  });

  test('a part moves its instrument, and the given indicators alike', () => {
    const after = supposed(assessed(2567, [...indicators(all(90)), ...parts(95, 81)]), [[part('2'), 91]]);
    expect(after.instruments[1]?.score).toBe(93);
    expect(after.indicators.slice(5, 8).map(({ score }) => score)).toEqual([95, 95, 95]);
  });

  test('an indicator of an instrument that is made of parts moves the parts by the room in each', () => {
    const after = supposed(assessed(2567, [...indicators(all(90)), ...parts(95, 85)]), [[indicator(8), 96]]);
    expect(after.indicators[7]?.score).toBe(96);
    expect(after.instruments[1]?.score).toBeCloseTo(92, 10);
    expect(after.instruments[1]?.parts.map(({ score }) => score)).toEqual([96, 88]);
  });

  test('a sub-indicator moves its indicator', () => {
    const given: Given = [...indicators(all(90)), [subIndicator('9.1'), 50]];
    const after = supposed(assessed(2567, given), [[subIndicator('9.1'), 100]]);
    expect(after.indicators[8]?.score).toBe(100);
  });

  test('what is missing can be supposed: in February only OIT is known', () => {
    const oit: Given = [[instrument('OIT'), 96]];
    const after = supposed(assessed(2567, oit), [
      [instrument('IIT'), 90],
      [instrument('EIT'), 80],
    ]);
    expect(after.total.score).toBeCloseTo(27 + 24 + 38.4, 10);
    expect(after.grade?.code).toBe('pass');
    const eit = supposed(assessed(2567, [...items(2567, () => 100)]), [[part('2'), 80]]);
    expect(eit.total.score).toBeCloseTo(97, 10);
  });
});

test.each<[string, Given, Subject, number, string]>([
  ['an item that the year does not have', indicators(all(90)), item('o36'), 100, 'unknown'],
  ['a score above the scale', [[item('e1'), 90]], item('e1'), 100.01, 'outOfScale'],
  ['a score below the scale', [[item('e1'), 90]], item('e1'), -1, 'outOfScale'],
  ['no number', [[item('e1'), 90]], item('e1'), Number.NaN, 'outOfScale'],
  ['a score that cannot be given', [[item('o1'), 0]], item('o1'), 50, 'notAllowed'],
  ['an indicator that is made of its items', items(2567, () => 90), indicator(1), 95, 'computed'],
  ['a part that is made of its items', items(2567, () => 90), part('1'), 95, 'computed'],
  ['an instrument that is made of its indicators', indicators(all(90)), instrument('IIT'), 95, 'computed'],
  ['an item without a score under a given indicator', indicators(all(90)), item('i1'), 95, 'noScore'],
  [
    'an indicator without a score under a given instrument',
    instruments(90, 90, 90),
    indicator(1),
    95,
    'noScore',
  ],
  ['an instrument that is made of given parts', parts(90, 80), instrument('EIT'), 95, 'ok'],
  ['the border of the scale', [[item('e1'), 90]], item('e1'), 100, 'ok'],
])('%s', (_, given, subject, to, code) => {
  expect(refused(given, subject, to)).toBe(code);
});

test('the same score twice is refused', () => {
  const changes = [90, 95].map((to) => ({ subject: item('e1'), to }));
  const result = whatIf(assessed(2567, [[item('e1'), 80]]), changes);
  expect(result).toMatchObject({ ok: false, error: { code: 'twice', subject: 'e1', value: 95 } });
});

describe.each(ruleSets.supportedYears)('%d', (fiscalYear) => {
  test('a line that becomes full brings its gain, unless a figure that contradicts its parts is full before', () => {
    fc.assert(
      fc.property(mixedGiven(fiscalYear, false), (given) => {
        const assessment = assessed(fiscalYear, given);
        const lines = gainsOf(assessment);
        const isContradicted = lines.some(({ points }) => points < 0);
        if (assessment.total.score === null || isContradicted) return;
        for (const { subject, points, score } of lines) {
          const to =
            points < 1e-9
              ? score
              : score + points / (lines.find((line) => line.subject === subject)?.coefficient ?? 1);
          const after = supposed(assessment, [[subject, Math.min(100, to)]]);
          expect(after.total.score).toBeCloseTo(assessment.total.score + points, 8);
        }
      }),
      { numRuns: 15 },
    );
  });

  test('raising an item never lowers total or grade, and the order of the changes does not matter', () => {
    fc.assert(
      fc.property(
        mixedGiven(fiscalYear, true),
        fc.array(fc.nat(), { minLength: 3, maxLength: 3 }),
        (given, at) => {
          const assessment = assessed(fiscalYear, given);
          const scored = gainsOf(assessment).filter(({ kind }) => kind === 'item');
          if (assessment.total.score === null || scored.length === 0) return;
          const chosen = [...new Set(at.map((index) => scored[index % scored.length]?.subject))].flatMap(
            (subject) => (subject === undefined ? [] : [[subject, 100] as const]),
          );
          const after = supposed(assessment, chosen);
          expect(after.total.score).toBeGreaterThanOrEqual(assessment.total.score - 1e-9);
          expect(levelOf(after)).toBeLessThanOrEqual(levelOf(assessment));
          expect(supposed(assessment, [...chosen].reverse()).total.score).toBeCloseTo(
            after.total.score ?? -1,
            9,
          );
        },
      ),
      { numRuns: 40 },
    );
  });
});
