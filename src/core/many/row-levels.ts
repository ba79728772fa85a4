import type { RuleSet, TriageLimits } from '../rule-set';
import { roundHalfUp } from '../text/numbers';
import type { ManyRow } from './assess-many';

/** How the indicators of one agency fall into the groups of the triage by fixed limits, and which one is the lowest. */
export type RowLevels = {
  readonly urgent: number;
  readonly improve: number;
  readonly maintain: number;
  /** Number of the lowest indicator; of equal ones the first. */
  readonly weakest: number;
};

/** Limits of the triage by threshold, the same for all agencies. */
export type ThresholdLimits = Pick<TriageLimits, 'urgentBelow' | 'improveBelow'>;

/** Means that are equal may differ in the last bit, each program in another one. */
export const SAME_SCORE = 1e-9;

/** Groups the indicators of each agency of a year as they are printed; null for one of whom none has a score. */
export const leveller = (
  { indicators, scale }: RuleSet,
  { urgentBelow, improveBelow }: ThresholdLimits,
): ((row: Pick<ManyRow, 'scores' | 'at'>) => RowLevels | null) => {
  const known = indicators.map(({ id }) => ({ id, key: String(id) }));
  return ({ scores, at }) => {
    let [urgent, improve, count] = [0, 0, 0];
    let lowest = Number.POSITIVE_INFINITY;
    for (const { key } of known) {
      const score = scores.get(key)?.[at] ?? Number.NaN;
      if (Number.isNaN(score)) continue;
      const printed = roundHalfUp(score, scale.decimals);
      count += 1;
      if (printed < urgentBelow) urgent += 1;
      else if (printed < improveBelow) improve += 1;
      if (score < lowest) lowest = score;
    }
    const weakest = known.find(({ key }) => (scores.get(key)?.[at] ?? Number.NaN) <= lowest + SAME_SCORE);
    return weakest === undefined
      ? null
      : { urgent, improve, maintain: count - urgent - improve, weakest: weakest.id };
  };
};
