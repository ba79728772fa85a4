import fc from 'fast-check';
import type { Assessment } from '../../../src/core/assess/assessment';
import { cheapestPath, pathToNextGrade, type PathGoal } from '../../../src/core/assess/cheapest-path';
import { conditionFigures } from '../../../src/core/assess/distances';
import { gainsOf, linesOf, type GainLine } from '../../../src/core/assess/gains';
import { scoreTree } from '../../../src/core/assess/score-tree';
import { whatIf, type ScoreChange } from '../../../src/core/assess/what-if';
import { subjectKey } from '../../../src/core/read/reading';
import { roundHalfUp } from '../../../src/core/text/numbers';
import { ruleSets } from '../../../src/rules/rule-sets';
import {
  all,
  assessed,
  indicators,
  instruments,
  item,
  items,
  levelOf,
  part,
  parts,
  type Given,
} from '../../support/given-scores';
import { mixedGiven } from '../../support/random-scores';
import { smallAssessment } from '../../support/small-year';

const changed = (assessment: Assessment, changes: readonly ScoreChange[]): Assessment => {
  const result = whatIf(assessment, changes);
  if (!result.ok) throw new Error(`${result.error.code} ${result.error.subject}`);
  return result.value;
};

const isReached = (goal: PathGoal, assessment: Assessment): boolean =>
  goal.kind === 'total'
    ? roundHalfUp(assessment.total.score ?? 0, 2) >= goal.score
    : levelOf(assessment) <= assessment.ruleSet.gradeScale.grades.findIndex(({ code }) => code === goal.code);

// ---- exhaustive search -------------------------------------------------------------------------------------------

/** What can be raised: under a condition on indicators, by indicator also where an instrument has parts. */
const leversOf = (assessment: Assessment, goal: PathGoal): readonly GainLine[] => {
  const { readings, grades } = assessment.ruleSet.gradeScale;
  const every = goal.kind === 'grade' ? grades.find(({ code }) => code === goal.code)?.every : null;
  const isByIndicator = readings[0] === 'indicators' && every != null;
  const hasIndicators = (id: string): boolean =>
    assessment.indicators.some(
      ({ id: own, score }) =>
        score !== null && assessment.ruleSet.indicators.find((rule) => rule.id === own)?.instrument === id,
    );
  return scoreTree(assessment, ({ id }) => (isByIndicator && hasIndicators(id) ? 'indicators' : null))
    .flatMap((node) => linesOf(node, 100))
    .filter(({ points }) => points > 1e-9);
};

const roomOf = ({ points, coefficient }: GainLine): number => points / coefficient;
const isWhole = ({ subject }: GainLine): boolean => subject.kind === 'item' && subject.id.startsWith('o');
const raised = (line: GainLine, by: number): ScoreChange => ({
  subject: line.subject,
  to: Math.min(100, line.score + by),
});

function* subsets<Value>(values: readonly Value[], size: number): Generator<readonly Value[]> {
  if (size === 0) yield [];
  else
    for (const [index, value] of values.entries())
      for (const rest of subsets(values.slice(index + 1), size - 1)) yield [value, ...rest];
}

/** Solution of a small system of equations; undefined where it has none or many. */
const solve = (rows: readonly (readonly number[])[]): readonly number[] | undefined => {
  const matrix = rows.map((row) => [...row]);
  const size = matrix.length;
  for (let column = 0; column < size; column += 1) {
    const pivot = matrix.findIndex((row, index) => index >= column && Math.abs(row[column] ?? 0) > 1e-9);
    const chosen = matrix[pivot];
    const here = matrix[column];
    if (chosen === undefined || here === undefined) return undefined;
    matrix[pivot] = here;
    matrix[column] = chosen;
    const lead = chosen[column] ?? 1;
    matrix.forEach((row, index) => {
      if (index === column) return;
      const factor = (row[column] ?? 0) / lead;
      chosen.forEach((value, at) => (row[at] = (row[at] ?? 0) - factor * value));
    });
  }
  return matrix.map((row, index) => (row[size] ?? 0) / (row[index] ?? 1));
};

/** Every figure that the goal asks for, against its limit as printed. */
const slacks = (assessment: Assessment, goal: PathGoal): readonly number[] => {
  const { grades, readings } = assessment.ruleSet.gradeScale;
  const total = assessment.total.score ?? 0;
  if (goal.kind === 'total') return [total - goal.score + 0.005];
  const grade = grades.find(({ code }) => code === goal.code);
  const [reading] = readings;
  const { every = null, from = 0 } = grade ?? {};
  const figures = every === null || reading === undefined ? [] : conditionFigures(reading, assessment);
  return [total - from + 0.005, ...figures.map(({ score }) => (score ?? Number.NaN) - (every ?? 0) + 0.005)];
};

/**
 * Fewest points with which some lines reach the goal: the cheapest corner of what is allowed, by trying all corners. It
 * takes figures to move in step with the lines, which they do as long as none is full before its parts.
 */
const cheapestCorner = (chosen: readonly GainLine[], assessment: Assessment, goal: PathGoal): number => {
  const whole = chosen.filter(isWhole);
  const free = chosen.filter((line) => !isWhole(line));
  const fixed = whole.map((line) => raised(line, roomOf(line)));
  const base = slacks(changed(assessment, fixed), goal);
  const slopes = free.map((line) =>
    slacks(changed(assessment, [...fixed, raised(line, roomOf(line))]), goal).map(
      (value, index) => (value - (base[index] ?? 0)) / roomOf(line),
    ),
  );
  const unit = (at: number): readonly number[] => free.map((_, index) => (index === at ? 1 : 0));
  const limits = [
    ...free.flatMap((line, index) => [
      [...unit(index), 0],
      [...unit(index), roomOf(line)],
    ]),
    ...base.map((value, index) => [...slopes.map((slope) => slope[index] ?? 0), -value]),
  ];
  const points = [...subsets(limits, free.length)].flatMap((rows): readonly number[] => {
    const corner = free.length === 0 ? [] : solve(rows);
    if (corner === undefined) return [];
    const isInside = corner.every((value, index) => {
      const line = free[index];
      return value >= -1e-7 && line !== undefined && value <= roomOf(line) + 1e-7;
    });
    const reaches = base.every(
      (value, index) =>
        value + corner.reduce((sum, by, at) => sum + by * (slopes[at]?.[index] ?? 0), 0) >= -1e-7,
    );
    return isInside && reaches ? [corner.reduce((sum, by) => sum + by, 0)] : [];
  });
  return Math.min(...points) + whole.reduce((sum, line) => sum + roomOf(line), 0);
};

const goals = fc.oneof(
  fc.constant<PathGoal>({ kind: 'grade', code: 'upper' }),
  fc.integer({ min: 40, max: 100 }).map((score): PathGoal => ({ kind: 'total', score })),
);

/** Sets of lines, the smallest first, that reach the goal when all of them are full. */
const smallestSets = (assessment: Assessment, goal: PathGoal): readonly (readonly GainLine[])[] => {
  const levers = leversOf(assessment, goal);
  for (let size = 0; size <= levers.length; size += 1) {
    const found = [...subsets(levers, size)].filter((chosen) =>
      isReached(
        goal,
        changed(
          assessment,
          chosen.map((line) => raised(line, roomOf(line))),
        ),
      ),
    );
    if (found.length > 0) return found;
  }
  return [];
};

describe('by exhaustive search over a small year', () => {
  test('no other way reaches the goal with fewer scores, or with as many and fewer points', () => {
    let compared = 0;
    fc.assert(
      fc.property(smallAssessment(false), goals, (assessment, goal) => {
        const path = cheapestPath(assessment, goal);
        if (assessment.total.score === null) {
          expect(path).toBeUndefined();
          return;
        }
        const sets = smallestSets(assessment, goal);
        expect(path?.steps.length).toBe(sets[0]?.length);
        const count = path?.steps.length ?? 0;
        if (count > 4 || slacks(assessment, goal).some(Number.isNaN)) return;
        compared += 1;
        const cheapest = Math.min(...sets.map((chosen) => cheapestCorner(chosen, assessment, goal)));
        expect(Math.abs((path?.raise ?? Number.NaN) - cheapest)).toBeLessThan(1e-5);
      }),
      { numRuns: 150 },
    );
    expect(compared).toBeGreaterThan(40);
  });

  test('nor with fewer scores where given figures contradict what lies below them', () => {
    fc.assert(
      fc.property(smallAssessment(true), goals, (assessment, goal) => {
        if (assessment.ruleSet.gradeScale.readings[0] === 'indicators' && goal.kind === 'grade') return;
        const path = cheapestPath(assessment, goal);
        if (assessment.total.score === null) return;
        expect(path?.steps.length).toBe(smallestSets(assessment, goal)[0]?.length);
      }),
      { numRuns: 150 },
    );
  });
});

// ---- every year ---------------------------------------------------------------------------------------------------

describe.each(ruleSets.supportedYears)('%d', (fiscalYear) => {
  test('the path reaches its goal, by scores that can be had, and with one step less it would not', () => {
    fc.assert(
      fc.property(mixedGiven(fiscalYear, false), fc.integer({ min: 5, max: 100 }), (given, score) => {
        const assessment = assessed(fiscalYear, given);
        if (assessment.total.score === null) return;
        const next = pathToNextGrade(assessment);
        for (const path of [next, cheapestPath(assessment, { kind: 'total', score })]) {
          if (path === undefined) continue;
          const after = changed(assessment, path.steps);
          expect(isReached(path.goal, after)).toBe(true);
          expect([after.total.score, after.grade?.code]).toEqual([path.total, path.grade]);
          for (const { subject, from, to } of path.steps) {
            expect(to).toBeGreaterThan(from);
            if (subject.kind === 'item' && subject.id.startsWith('o')) expect(to).toBe(100);
          }
          for (const step of path.steps)
            expect(
              isReached(
                path.goal,
                changed(
                  assessment,
                  path.steps.filter((other) => other !== step),
                ),
              ),
            ).toBe(false);
        }
        if (levelOf(assessment) > 0) expect(next).toBeDefined();
      }),
      { numRuns: 25 },
    );
  });

  test('whatever an agency has, its path is found at once', () => {
    fc.assert(
      fc.property(mixedGiven(fiscalYear, true), fc.integer({ min: 50, max: 100 }), (given, score) => {
        const assessment = assessed(fiscalYear, given);
        const start = performance.now();
        pathToNextGrade(assessment);
        cheapestPath(assessment, { kind: 'total', score });
        expect(performance.now() - start).toBeLessThan(1000);
      }),
      { numRuns: 25 },
    );
  });
});

const stepsOf = (given: Given, goal: PathGoal, fiscalYear = 2567): readonly string[] | undefined =>
  cheapestPath(assessed(fiscalYear, given), goal)?.steps.map(
    ({ subject, from, to }) => `${subjectKey(subject)} ${from}→${to.toFixed(2)}`,
  );
const good: PathGoal = { kind: 'grade', code: 'good' };

describe('which scores are raised', () => {
  const complete = (scores: Readonly<Record<string, number>>): Given => [
    ...items(2567, (id) => scores[id] ?? 100),
    [part('2'), scores['part2'] ?? 100],
  ];

  test('as few as can be, and the last of them by no more than is needed', () => {
    const given = complete({ i1: 0, i2: 50, e1: 0, part2: 90 });
    expect(stepsOf(given, { kind: 'total', score: 95.8 })).toEqual(['i1 0→98.08']);
    expect(stepsOf(given, { kind: 'total', score: 96 })).toEqual(['EIT.2 90→100.00', 'i1 0→33.08']);
  });

  test('of several that are enough, the one that brings most for a point', () => {
    expect(stepsOf(complete({ i1: 40, e1: 40 }), { kind: 'total', score: 98 })).toEqual(['i1 40→49.75']);
  });

  test('an OIT item only in whole', () => {
    expect(stepsOf(complete({ o9: 0, o17: 0 }), { kind: 'total', score: 98.9 })).toEqual(['o17 0→100.00']);
    expect(stepsOf(complete({ o9: 0, e1: 39 }), { kind: 'total', score: 98.9 })).toEqual(['e1 39→67.99']);
    expect(stepsOf(complete({ o9: 0, e1: 90 }), { kind: 'total', score: 99.5 })).toEqual(['o9 0→100.00']);
  });

  test('what the condition of the grade asks for, though the total is high enough', () => {
    const given = complete({ part2: 80.89, i1: 0 });
    expect(assessed(2567, given).grade?.code).toBe('pass');
    expect(stepsOf(given, good)).toEqual(['EIT.2 80.89→85.00']);
  });

  test('nothing where the goal is reached, and nothing that cannot be reached', () => {
    expect(stepsOf(complete({}), good)).toEqual([]);
    expect(stepsOf([...indicators(all(84.995)), ...parts(85, 85)], good)).toEqual([]);
    expect(stepsOf(complete({ i1: 0 }), { kind: 'total', score: 100.01 })).toBeUndefined();
    expect(stepsOf(complete({ i1: 0 }), { kind: 'grade', code: 'AA' })).toBeUndefined();
    expect(stepsOf(instruments(90, null, 90), good)).toBeUndefined();
  });

  test('a figure that is full before its items is not counted beyond', () => {
    const of = (eighth: number): Given => [
      ...indicators([...all(100).slice(0, 7), eighth, 99, 100]),
      [item('o1'), 0],
    ];
    const lines = gainsOf(assessed(2565, of(100)));
    expect(lines.find(({ subject }) => subjectKey(subject) === 'o1')?.points).toBeGreaterThan(0.4);
    expect(stepsOf(of(100), { kind: 'total', score: 100 }, 2565)).toEqual(['o1 0→100.00']);
    expect(stepsOf(of(99), { kind: 'total', score: 100 }, 2565)).toEqual(['o1 0→100.00', '8 99→99.95']);
  });

  test('the best grade has no path', () => {
    expect(pathToNextGrade(assessed(2567, complete({})))).toBeUndefined();
  });
});
