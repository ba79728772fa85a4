import type { ConditionReading, GradeScale, RuleSet } from '../rule-set';
import { roundHalfUp } from '../text/numbers';
import type { GradeCase, GradeResult, InstrumentResult } from './assessment';
import type { IndicatorScore } from './aggregate';

/** Figures that a condition names and that share a mean: some known, the others only bounded by it. */
export type ConditionGroup = {
  readonly known: readonly number[];
  readonly missing: number;
  /** Mean of all of them, or null where it is unknown how they make up their instrument. */
  readonly mean: number | null;
};

type Bound = GradeCase['bound'];

/** Code of the grade for a total and the least figure of its condition; both count as printed. */
export const gradeOf = (total: number, least: number, scale: GradeScale, decimals: number): string => {
  const printed = roundHalfUp(total, decimals);
  const printedLeast = roundHalfUp(least, decimals);
  const grade = scale.grades.find(
    ({ from, every }) => printed >= from && (every === null || printedLeast >= every),
  );
  return (grade ?? scale.grades.at(-1))?.code ?? '';
};

const leastOfGroup = (
  { known, missing, mean }: ConditionGroup,
  bound: Bound,
  instrument: number,
  scale: RuleSet['scale'],
): number => {
  if (missing === 0) return Math.min(...known);
  const count = known.length + missing;
  const rest = mean === null ? null : mean * count - known.reduce((sum, score) => sum + score, 0);
  const best = rest === null ? instrument : rest / missing;
  const worst = rest === null ? scale.min : rest - scale.max * (missing - 1);
  // Figures that contradict one another leave a rest that no score can have.
  const least = Math.min(scale.max, Math.max(scale.min, bound === 'best' ? best : worst));
  return Math.min(...known, least);
};

const groupOf = (
  reading: ConditionReading,
  instrument: InstrumentResult & { readonly score: number },
  ruleSet: RuleSet,
  indicators: readonly IndicatorScore[],
): ConditionGroup => {
  const whole: ConditionGroup = { known: [instrument.score], missing: 0, mean: instrument.score };
  if (reading === 'instruments') return whole;
  if (reading === 'eitParts') {
    if (instrument.id !== 'EIT') return whole;
    const known = instrument.parts.flatMap(({ score }) => score ?? []);
    // A year whose rules know no parts: they were asked apart all the same, how they weighed is not known.
    if (instrument.parts.length === 0) return { known: [], missing: 2, mean: null };
    return { known, missing: instrument.parts.length - known.length, mean: instrument.score };
  }
  const own = ruleSet.indicators.filter((rule) => rule.instrument === instrument.id);
  const known = indicators.flatMap(({ id, score }) =>
    own.some((rule) => rule.id === id) ? (score ?? []) : [],
  );
  return { known, missing: own.length - known.length, mean: instrument.score };
};

type ScoredInstrument = InstrumentResult & { readonly score: number };

const casesOf = (
  reading: ConditionReading,
  total: number,
  instruments: readonly ScoredInstrument[],
  ruleSet: RuleSet,
  indicators: readonly IndicatorScore[],
): readonly GradeCase[] => {
  const groups = instruments.map((instrument) => ({
    score: instrument.score,
    group: groupOf(reading, instrument, ruleSet, indicators),
  }));
  const bounds: readonly Bound[] = groups.every(({ group }) => group.missing === 0)
    ? ['known']
    : ['best', 'worst'];
  return bounds.map((bound) => {
    const least = Math.min(
      ...groups.map(({ score, group }) => leastOfGroup(group, bound, score, ruleSet.scale)),
    );
    return { reading, bound, least, code: gradeOf(total, least, ruleSet.gradeScale, ruleSet.scale.decimals) };
  });
};

/**
 * Grade of a total under every admissible reading of the year's condition; the best reading's grade is the one given.
 * Null without a total.
 */
export const gradeTotal = (
  total: number | null,
  instruments: readonly InstrumentResult[],
  indicators: readonly IndicatorScore[],
  ruleSet: RuleSet,
): GradeResult | null => {
  if (total === null) return null;
  const { gradeScale, scale } = ruleSet;
  const scored = instruments.flatMap((instrument) =>
    instrument.score === null ? [] : [{ ...instrument, score: instrument.score }],
  );
  const cases = gradeScale.readings.flatMap((reading) =>
    casesOf(reading, total, scored, ruleSet, indicators),
  );
  const code = cases[0]?.code ?? gradeOf(total, scale.max, gradeScale, scale.decimals);
  return { code, certain: gradeScale.settled && cases.every((entry) => entry.code === code), cases };
};
