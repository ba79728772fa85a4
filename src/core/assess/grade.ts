import type { ConditionReading, GradeScale, InstrumentRule, RuleSet } from '../rule-set';
import { roundHalfUp } from '../text/numbers';
import type { GradeCase, GradeResult } from './assessment';

/** Figures of an instrument that a condition names and that share its mean. */
type ConditionGroup = {
  readonly instrument: string;
  /** Subject keys of the figures. */
  readonly keys: readonly string[];
  /** Figures that the rules of the year do not know: how they make up the instrument is not known either. */
  readonly unknown: number;
};

/** Score of a result by its subject key (`IIT`, `EIT.2`, `3`), 0–100; null where it is missing. */
export type ScoreOf = (key: string) => number | null;

type Bound = GradeCase['bound'];
const KNOWN: readonly Bound[] = ['known'];
const BOUNDS: readonly Bound[] = ['best', 'worst'];

/** Code of the grade for a total and the least figure of its condition; both count as printed. */
export const gradeOf = (total: number, least: number, scale: GradeScale, decimals: number): string => {
  const printed = roundHalfUp(total, decimals);
  const printedLeast = roundHalfUp(least, decimals);
  const grade = scale.grades.find(
    ({ from, every }) => printed >= from && (every === null || printedLeast >= every),
  );
  return (grade ?? scale.grades.at(-1))?.code ?? '';
};

const groupOf = (
  reading: ConditionReading,
  { id, parts }: InstrumentRule,
  { indicators }: RuleSet,
): ConditionGroup => {
  if (reading === 'instruments' || (reading === 'eitParts' && id !== 'EIT'))
    return { instrument: id, keys: [id], unknown: 0 };
  if (reading === 'indicators') {
    const own = indicators.filter(({ instrument }) => instrument === id);
    return { instrument: id, keys: own.map((rule) => String(rule.id)), unknown: 0 };
  }
  // A year whose rules know no parts: they were asked apart all the same.
  if (parts === null) return { instrument: id, keys: [], unknown: 2 };
  return { instrument: id, keys: parts.map((part) => `${id}.${part}`), unknown: 0 };
};

/** What is known of the figures of a group. */
type Known = {
  readonly group: ConditionGroup;
  readonly instrument: number;
  sum: number;
  count: number;
  least: number;
};

const missingOf = ({ group, count }: Known): number => group.keys.length + group.unknown - count;

const knownOf = (group: ConditionGroup, instrument: number, scoreOf: ScoreOf): Known => {
  const known: Known = { group, instrument, sum: 0, count: 0, least: Number.POSITIVE_INFINITY };
  for (const key of group.keys) {
    const score = scoreOf(key);
    if (score === null) continue;
    known.count += 1;
    known.sum += score;
    if (score < known.least) known.least = score;
  }
  return known;
};

/** Least figure of a group, as far as those that are missing can be bounded by the score of their instrument. */
const leastOf = (known: Known, bound: Bound, { min, max }: RuleSet['scale']): number => {
  const missing = missingOf(known);
  if (missing === 0) return known.least;
  const { group, instrument, sum } = known;
  const rest = group.unknown > 0 ? null : instrument * group.keys.length - sum;
  const best = rest === null ? instrument : rest / missing;
  const worst = rest === null ? min : rest - max * (missing - 1);
  // Figures that contradict one another leave a rest that no score can have.
  return Math.min(known.least, max, Math.max(min, bound === 'best' ? best : worst));
};

/**
 * Grades totals (0–100) by the rules of a year, under every admissible reading of its condition; the best reading's grade
 * is the one given. Null without a total.
 */
export const grader = (
  ruleSet: RuleSet,
): ((total: number | null, scoreOf: ScoreOf) => GradeResult | null) => {
  const { gradeScale, scale, instruments } = ruleSet;
  const conditions = gradeScale.readings.map((reading) => ({
    reading,
    groups: instruments.map((instrument) => groupOf(reading, instrument, ruleSet)),
  }));
  return (total, scoreOf) => {
    if (total === null) return null;
    const cases: GradeCase[] = [];
    for (const { reading, groups } of conditions) {
      const scored: Known[] = [];
      let isKnown = true;
      for (const group of groups) {
        const instrument = scoreOf(group.instrument);
        if (instrument === null) continue;
        const known = knownOf(group, instrument, scoreOf);
        scored.push(known);
        isKnown &&= missingOf(known) === 0;
      }
      for (const bound of isKnown ? KNOWN : BOUNDS) {
        let least = Number.POSITIVE_INFINITY;
        for (const known of scored) least = Math.min(least, leastOf(known, bound, scale));
        cases.push({
          reading,
          bound,
          least,
          code: gradeOf(total, least, gradeScale, scale.decimals),
        });
      }
    }
    const code = cases[0]?.code ?? gradeOf(total, scale.max, gradeScale, scale.decimals);
    return { code, certain: gradeScale.settled && cases.every((entry) => entry.code === code), cases };
  };
};
