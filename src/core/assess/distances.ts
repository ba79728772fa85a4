import type { Subject } from '../read/reading';
import type { ConditionReading, GradeRule, LongTermTarget, RuleSet } from '../rule-set';
import { roundHalfUp } from '../text/numbers';
import type { Assessment } from './assessment';

/** A figure against a limit: what it lacks in points, 0 where it has reached it as printed, null where it is missing. */
export type Distance = {
  readonly score: number | null;
  readonly limit: number;
  readonly points: number | null;
};

/** How far every figure that a reading of the condition names is from the limit. */
export type ConditionDistances = {
  readonly reading: ConditionReading;
  readonly figures: readonly (Distance & { readonly subject: Subject })[];
};

/** How far an agency is from the next grade, from the target, and from the target of a later year. */
export type Distances = {
  /** Null with the best grade, or without one. */
  readonly nextGrade: {
    readonly code: string;
    readonly total: Distance;
    /** Under each admissible reading; empty where the grade has no condition. */
    readonly conditions: readonly ConditionDistances[];
  } | null;
  readonly target: Distance;
  readonly longTerm: Distance & { readonly by: number };
};

const distance = (score: number | null, limit: number, { scale }: RuleSet): Distance => {
  if (score === null) return { score, limit, points: null };
  return { score, limit, points: roundHalfUp(score, scale.decimals) >= limit ? 0 : limit - score };
};

// A year whose rules know no parts may have asked them apart all the same; what they were is not known then.
const UNKNOWN_PARTS = ['1', '2'];

/** A figure that the condition names; null is missing. */
export type ConditionFigure = { readonly subject: Subject; readonly score: number | null };

/** The figures that a reading of the condition names. */
export const conditionFigures = (
  reading: ConditionReading,
  { instruments, indicators }: Assessment,
): readonly ConditionFigure[] => {
  if (reading === 'indicators')
    return indicators.map(({ id, score }) => ({ subject: { kind: 'indicator', indicator: id }, score }));
  return instruments.flatMap(({ id, score, parts }): readonly ConditionFigure[] => {
    if (reading === 'instruments' || id !== 'EIT')
      return [{ subject: { kind: 'instrument', instrument: id }, score }];
    const own = parts.length > 0 ? parts : UNKNOWN_PARTS.map((part) => ({ part, score: null }));
    return own.map((part) => ({
      subject: { kind: 'part', instrument: id, part: part.part },
      score: part.score,
    }));
  });
};

/** The grade above the present one; undefined for the best, or where there is none yet. */
export const nextGrade = ({ grade, ruleSet }: Assessment): GradeRule | undefined => {
  const { grades } = ruleSet.gradeScale;
  const at = grades.findIndex(({ code }) => code === grade?.code);
  return at < 1 ? undefined : grades[at - 1];
};

/**
 * Distance of the total, and of every figure that the condition names under each admissible reading, to the next grade;
 * of the total to a target (the year's where none is given) and to that of a later year.
 */
export const distancesOf = (
  assessment: Assessment,
  longTerm: LongTermTarget,
  target: number = assessment.ruleSet.target,
): Distances => {
  const { ruleSet, total } = assessment;
  const next = nextGrade(assessment);
  const every = next?.every ?? null;
  return {
    nextGrade:
      next === undefined
        ? null
        : {
            code: next.code,
            total: distance(total.score, next.from, ruleSet),
            conditions:
              every === null
                ? []
                : ruleSet.gradeScale.readings.map((reading) => ({
                    reading,
                    figures: conditionFigures(reading, assessment).map(({ subject, score }) => ({
                      subject,
                      ...distance(score, every, ruleSet),
                    })),
                  })),
          },
    target: distance(total.score, target, ruleSet),
    longTerm: { ...distance(total.score, longTerm.score, ruleSet), by: longTerm.by },
  };
};
