import type { TriageLevel, TriageLimits } from '../rule-set';
import { roundHalfUp } from '../text/numbers';

type Scored = { readonly id: number; readonly score: number | null };

/** Ranks by the score as it is printed (rounded to `decimals`), highest first; equal ones go by number. */
export const rankScores = (scores: readonly Scored[], decimals: number): ReadonlyMap<number, number> => {
  const ranked = scores
    .flatMap(({ id, score }) => (score === null ? [] : [{ id, printed: roundHalfUp(score, decimals) }]))
    .sort((a, b) => b.printed - a.printed || a.id - b.id);
  return new Map(ranked.map(({ id }, index) => [id, index + 1]));
};

/** Triage by threshold, on the score as it is printed; null for a missing score. */
export const triageOf = (
  score: number | null,
  limits: TriageLimits,
  decimals: number,
): TriageLevel | null => {
  if (score === null) return null;
  const printed = roundHalfUp(score, decimals);
  if (printed < limits.urgentBelow) return 'urgent';
  return printed < limits.improveBelow ? 'improve' : 'maintain';
};
