import { grader } from '../assess/grade';
import type { RuleSet } from '../rule-set';
import type { Scores } from './score-columns';

/** Grade of one agency under the best admissible reading of the condition, and under the strictest. */
export type RowGrade = {
  readonly code: string;
  readonly strictest: string;
  /** The figures that the two readings look at, 0–100; null where the year has no condition. */
  readonly least: number | null;
  readonly strictestLeast: number | null;
  readonly certain: boolean;
};

/** Grades of every agency by its results; null without a total. */
export const gradeRows = (scores: Scores, count: number, ruleSet: RuleSet): readonly (RowGrade | null)[] => {
  const gradeTotal = grader(ruleSet);
  return Array.from({ length: count }, (_, row) => {
    const scoreOf = (key: string): number | null => {
      const score = scores.get(key)?.[row] ?? Number.NaN;
      return Number.isNaN(score) ? null : score;
    };
    const grade = gradeTotal(scoreOf('total'), scoreOf);
    if (grade === null) return null;
    const [first, last] = [grade.cases[0], grade.cases.at(-1)];
    return {
      code: grade.code,
      strictest: last?.code ?? grade.code,
      least: first?.least ?? null,
      strictestLeast: last?.least ?? null,
      certain: grade.certain,
    };
  });
};
