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

/** Groups the indicators of each agency of a year as they are printed; null for one of whom none has a score. */
export const leveller = (
  { indicators, scale }: RuleSet,
  { urgentBelow, improveBelow }: ThresholdLimits,
): ((row: ManyRow) => RowLevels | null) => {
  const known = indicators.map(({ id }) => ({ id, key: String(id) }));
  return ({ scores, at }) => {
    let [urgent, improve, count, weakest] = [0, 0, 0, 0];
    let lowest = Number.POSITIVE_INFINITY;
    for (const { id, key } of known) {
      const score = scores.get(key)?.[at] ?? Number.NaN;
      if (Number.isNaN(score)) continue;
      const printed = roundHalfUp(score, scale.decimals);
      count += 1;
      if (printed < urgentBelow) urgent += 1;
      else if (printed < improveBelow) improve += 1;
      if (score < lowest) [lowest, weakest] = [score, id];
    }
    return count === 0 ? null : { urgent, improve, maintain: count - urgent - improve, weakest };
  };
};
