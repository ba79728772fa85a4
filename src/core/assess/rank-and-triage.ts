import { assertNever } from '../result';
import type { InstrumentId, RuleSet, TriageLevel, TriageLimits } from '../rule-set';
import { roundHalfUp } from '../text/numbers';

type Scored = { readonly id: number; readonly score: number | null };

/** Ranks by the score as it is printed (rounded to `decimals`), highest first; equal ones go by number. */
export const rankScores = (scores: readonly Scored[], decimals: number): ReadonlyMap<number, number> => {
  const ranked = scores
    .flatMap(({ id, score }) => (score === null ? [] : [{ id, printed: roundHalfUp(score, decimals) }]))
    .sort((a, b) => b.printed - a.printed || a.id - b.id);
  return new Map(ranked.map(({ id }, index) => [id, index + 1]));
};

/** A figure to be grouped: an indicator or an item of an instrument. */
type Grouped<Id> = { readonly id: Id; readonly instrument: InstrumentId; readonly score: number | null };

type Groups<Id> = ReadonlyMap<Id, TriageLevel | null>;

const grouped = <Id>(
  figures: readonly Grouped<Id>[],
  decimals: number,
  levelOf: (printed: number, figure: Grouped<Id>) => TriageLevel,
): Groups<Id> =>
  new Map(
    figures.map((figure) => {
      const { id, score } = figure;
      return [id, score === null ? null : levelOf(roundHalfUp(score, decimals), figure)];
    }),
  );

const byThreshold = <Id>(
  figures: readonly Grouped<Id>[],
  { urgentBelow, improveBelow }: TriageLimits,
  decimals: number,
): Groups<Id> =>
  grouped(figures, decimals, (printed) => {
    if (printed < urgentBelow) return 'urgent';
    return printed < improveBelow ? 'improve' : 'maintain';
  });

/** The weakest of all is urgent, the weakest of each instrument besides is to improve; equal ones go together. */
const byLowest = <Id>(
  figures: readonly Grouped<Id>[],
  { lowestMaintainFrom }: TriageLimits,
  decimals: number,
): Groups<Id> => {
  const weak = figures.flatMap(({ instrument, score }) => {
    const printed = score === null ? null : roundHalfUp(score, decimals);
    return printed === null || printed >= lowestMaintainFrom ? [] : [{ instrument, printed }];
  });
  const lowest = Math.min(...weak.map(({ printed }) => printed));
  const next = (instrument: InstrumentId): number =>
    Math.min(
      ...weak.flatMap((other) =>
        other.instrument === instrument && other.printed > lowest ? other.printed : [],
      ),
    );
  return grouped(figures, decimals, (printed, { instrument }) => {
    if (printed >= lowestMaintainFrom) return 'maintain';
    if (printed === lowest) return 'urgent';
    return printed === next(instrument) ? 'improve' : 'maintain';
  });
};

/** Groups the items of a year; null for a missing score. */
export const triageItems = (
  items: readonly { readonly id: string; readonly score: number | null }[],
  ruleSet: RuleSet,
  limits: TriageLimits,
): Groups<string> => {
  const { decimals } = ruleSet.scale;
  const figures = ruleSet.items.map(({ id, instrument }) => ({
    id,
    instrument,
    score: items.find((item) => item.id === id)?.score ?? null,
  }));
  switch (limits.policy) {
    case 'threshold':
      return byThreshold(figures, limits, decimals);
    case 'lowest':
      return byLowest(figures, limits, decimals);
    case 'item':
      return grouped(figures, decimals, (printed, { instrument }) => {
        if (instrument === 'OIT') return printed <= limits.itemUrgentUpTo ? 'urgent' : 'maintain';
        return printed < limits.itemImproveBelow ? 'improve' : 'maintain';
      });
    default:
      return assertNever(limits.policy);
  }
};

const LEVELS = ['urgent', 'improve', 'maintain'] as const satisfies readonly TriageLevel[];

/** The weakest of several groups; null where none is known. */
export const weakestLevel = (levels: readonly (TriageLevel | null)[]): TriageLevel | null =>
  LEVELS.find((level) => levels.includes(level)) ?? null;

/** Groups the indicators; by item each takes the weakest group of its items that are known, null where none is. */
export const triageIndicators = (
  indicators: readonly Scored[],
  items: Groups<string>,
  ruleSet: RuleSet,
  limits: TriageLimits,
): Groups<number> => {
  const { decimals } = ruleSet.scale;
  const figures = ruleSet.indicators.map(({ id, instrument }) => ({
    id,
    instrument,
    score: indicators.find((indicator) => indicator.id === id)?.score ?? null,
  }));
  switch (limits.policy) {
    case 'threshold':
      return byThreshold(figures, limits, decimals);
    case 'lowest':
      return byLowest(figures, limits, decimals);
    case 'item':
      return new Map(
        ruleSet.indicators.map(({ id }) => {
          const own = ruleSet.items.filter(({ indicator }) => indicator === id);
          return [id, weakestLevel(own.map((item) => items.get(item.id) ?? null))];
        }),
      );
    default:
      return assertNever(limits.policy);
  }
};
