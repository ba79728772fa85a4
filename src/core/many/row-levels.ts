import type { RuleSet, TriageLimits } from '../rule-set';
import { roundHalfUp } from '../text/numbers';
import { resultOf, type ManyRow } from './assess-many';

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

/** Groups the indicators of an agency as they are printed; null where none has a score. */
export const levelsOf = (
  row: ManyRow,
  { indicators, scale }: RuleSet,
  { urgentBelow, improveBelow }: ThresholdLimits,
): RowLevels | null => {
  let [urgent, improve, known] = [0, 0, 0];
  let weakest = 0;
  let lowest = Number.POSITIVE_INFINITY;
  for (const { id } of indicators) {
    const score = resultOf(row, String(id));
    if (score === null) continue;
    const printed = roundHalfUp(score, scale.decimals);
    known += 1;
    if (printed < urgentBelow) urgent += 1;
    else if (printed < improveBelow) improve += 1;
    if (score < lowest) [lowest, weakest] = [score, id];
  }
  return known === 0 ? null : { urgent, improve, maintain: known - urgent - improve, weakest };
};
