import { analyze } from '../../src/app/analyze';
import type { Assessment } from '../../src/core/assess/assessment';
import { pathToNextGrade } from '../../src/core/assess/cheapest-path';
import { distancesOf } from '../../src/core/assess/distances';
import { gainsOf } from '../../src/core/assess/gains';
import { rangesOf } from '../../src/core/assess/total-range';
import { whatIf } from '../../src/core/assess/what-if';
import { subjectKey } from '../../src/core/read/reading';
import { masterPlan } from '../../src/rules/master-plan';
import { gridBook, gridSheet } from '../support/grid-reading';
import * as bangSak from '../support/published/bang-sak-2567';
import * as nakhonPathom from '../support/published/nakhon-pathom-2565';

// What the two agencies that print their numbers lost, and where.

const assessmentOf = (rows: bangSak.Rows): Assessment => {
  const analysis = analyze(gridBook(gridSheet('รายงาน', rows)));
  if (!analysis.ok) throw new Error(analysis.error.code);
  return analysis.value.assessments[0];
};

const largest = (assessment: Assessment): readonly string[] =>
  gainsOf(assessment)
    .filter(({ points }) => points > 0.01)
    .map(({ subject, kind, points }) => `${subjectKey(subject)} ${kind} ${points.toFixed(4)}`);

const lacking = (assessment: Assessment): number => 100 - (assessment.total.score ?? Number.NaN);
const sum = (assessment: Assessment): number =>
  gainsOf(assessment).reduce((all, { points }) => all + points, 0);

describe('องค์การบริหารส่วนตำบลบางสัก 2567', () => {
  const assessment = assessmentOf(bangSak.PASTED);

  test('EIT part 2 lost most, then o17, o9 and e9', () => {
    expect(largest(assessment).slice(0, 4)).toEqual([
      'EIT.2 figure 2.8665',
      'o17 item 1.0000',
      'o9 item 0.5714',
      'e9 item 0.4583',
    ]);
    const o9 = gainsOf(assessment).find(({ subject }) => subjectKey(subject) === 'o9');
    expect(o9?.points).toBeCloseTo((100 / 7 / 5 / 2) * 0.4, 12);
  });

  test('what part 1 lost in e8, which is not printed, stands as its rest', () => {
    expect(largest(assessment).filter((line) => line.includes('rest'))).toEqual(['EIT.1 rest 0.0487']);
  });

  test('all of it adds up to what the total lacks', () => {
    expect(sum(assessment)).toBeCloseTo(lacking(assessment), 9);
    expect(lacking(assessment)).toBeCloseTo(5.34, 2);
  });
});

describe('องค์การบริหารส่วนตำบลบางสัก 2567, what is left open', () => {
  const assessment = assessmentOf(bangSak.PASTED);

  test('part 2 keeps it from the next level under one reading, indicator 8 under the other', () => {
    const { nextGrade, target, longTerm } = distancesOf(assessment, masterPlan);
    const lacking = nextGrade?.conditions.map(({ reading, figures }) => [
      reading,
      figures
        .filter(({ points }) => points !== 0)
        .map(({ subject, points }) => [subjectKey(subject), points?.toFixed(2)]),
    ]);
    expect([nextGrade?.code, lacking]).toEqual([
      'good',
      [
        ['eitParts', [['EIT.2', '4.11']]],
        ['indicators', [['8', '4.42']]],
      ],
    ]);
    expect([target.points, longTerm.points]).toEqual([0, 0]);
  });

  test('its grade is certain though o7, o10 and o11 are not printed', () => {
    expect(rangesOf(assessment)).toMatchObject({ worst: 'pass', best: 'pass', certain: true, doubts: [] });
  });

  test('raising part 2 to 85 is the shortest way to the next level', () => {
    const path = pathToNextGrade(assessment);
    expect(path?.steps.map(({ subject, to }) => [subjectKey(subject), to.toFixed(2)])).toEqual([
      ['EIT.2', '85.00'],
    ]);
    expect(path?.grade).toBe('good');
  });

  test('with o9, o17 and e9 full it would stand at 96.69', () => {
    const supposed = whatIf(
      assessment,
      ['o9', 'o17', 'e9'].map((id) => ({ subject: { kind: 'item', id }, to: 100 })),
    );
    if (!supposed.ok) throw new Error(supposed.error.code);
    expect(supposed.value.total.score?.toFixed(2)).toBe('96.69');
    expect(supposed.value.grade?.code).toBe('pass');
  });
});

describe('เทศบาลนครนครปฐม 2565', () => {
  const assessment = assessmentOf(nakhonPathom.PASTED);

  test('indicators only, by what they are worth', () => {
    expect(largest(assessment)).toEqual([
      '4 figure 0.7146',
      '2 figure 0.7122',
      '5 figure 0.5682',
      '3 figure 0.5514',
      '8 figure 0.5260',
      '6 figure 0.3970',
      '7 figure 0.3800',
      '1 figure 0.3264',
    ]);
    expect(sum(assessment)).toBeCloseTo(lacking(assessment), 9);
  });
});
