import type { HistoricTotal } from '../read/read-workbook';
import type { InstrumentId, RuleSet, RuleSets } from '../rule-set';
import { roundHalfUp } from '../text/numbers';
import type { Assessment } from './assessment';

/** What one year scored; a year that is history has a total only. */
export type YearScores = {
  readonly fiscalYear: number;
  readonly isHistory: boolean;
  readonly total: number | null;
  readonly grade: string | null;
  readonly instruments: readonly { readonly id: InstrumentId; readonly score: number | null }[];
  readonly indicators: readonly { readonly id: number; readonly score: number | null }[];
};

/** A score against that of the year before; null where either is missing. */
export type Change = {
  readonly score: number | null;
  readonly previous: number | null;
  readonly change: number | null;
};

/**
 * An item against the one that it follows by the crosswalk. Not compared: `several` where it does not follow exactly one
 * item of its own, `noCounterpart` where none is known, `noScore` where one of the two has no score.
 */
export type ItemChange = Change & {
  readonly id: string;
  readonly follows: readonly string[];
  readonly comparison: 'compared' | 'several' | 'noCounterpart' | 'noScore';
};

/** What changed between two years that follow one another in the workbook. */
export type YearChange = {
  readonly fiscalYear: number;
  readonly previousYear: number;
  readonly total: Change;
  readonly instruments: readonly (Change & { readonly id: InstrumentId })[];
  readonly indicators: readonly (Change & { readonly id: number })[];
  /** Indicators that the two years do not share. */
  readonly indicatorsApart: readonly number[];
  /** The indicators that changed most upwards and most downwards (or rose least); null unless two can be compared. */
  readonly best: number | null;
  readonly worst: number | null;
  readonly items: readonly ItemChange[];
  /** Items of the year before that none follows. */
  readonly dropped: readonly string[];
};

/** Several years of one agency side by side, the newest first. */
export type YearComparison = {
  readonly years: readonly YearScores[];
  /** Each year against the next older one of the workbook. */
  readonly changes: readonly YearChange[];
};

const changeOf = (score: number | null, previous: number | null): Change => ({
  score,
  previous,
  change: score === null || previous === null ? null : score - previous,
});

const scoresOf = ({ fiscalYear, total, grade, instruments, indicators }: Assessment): YearScores => ({
  fiscalYear,
  isHistory: false,
  total: total.score,
  grade: grade?.code ?? null,
  instruments: instruments.map(({ id, score }) => ({ id, score })),
  indicators: indicators.map(({ id, score }) => ({ id, score })),
});

type Pair = RuleSet['crosswalk'][number];

/** Items of a year by the items of an earlier one that they follow, year by year; none where a year between is unknown. */
const crosswalkBetween = (from: number, ruleSet: RuleSet, ruleSets: RuleSets): readonly Pair[] => {
  if (ruleSet.fiscalYear - from <= 1) return ruleSet.crosswalk;
  const before = ruleSets.forYear(ruleSet.fiscalYear - 1);
  if (before === undefined) return [];
  const earlier = crosswalkBetween(from, before, ruleSets);
  const pairs = ruleSet.crosswalk.flatMap(({ previous, current }) =>
    earlier.flatMap((pair) => (pair.current === previous ? [{ previous: pair.previous, current }] : [])),
  );
  return pairs.filter(
    (pair, index) =>
      pairs.findIndex(({ previous, current }) => previous === pair.previous && current === pair.current) ===
      index,
  );
};

const itemChanges = (newer: Assessment, older: Assessment, pairs: readonly Pair[]): readonly ItemChange[] => {
  const before = new Map(older.items.map(({ id, score }) => [id, score]));
  return newer.items.map(({ id, score }) => {
    const follows = pairs.flatMap(({ previous, current }) => (current === id ? previous : []));
    const [only] = follows;
    const none = { id, follows, score, previous: null, change: null } as const;
    if (only === undefined) return { ...none, comparison: 'noCounterpart' };
    const isShared = pairs.some(({ previous, current }) => previous === only && current !== id);
    if (follows.length > 1 || isShared) return { ...none, comparison: 'several' };
    const change = changeOf(score, before.get(only) ?? null);
    return { id, follows, ...change, comparison: change.change === null ? 'noScore' : 'compared' };
  });
};

/** Whether an indicator of two years is the same: by what it is called (one year may call it by an alias of the other). */
const isShared = (id: number, newer: RuleSet, older: RuleSet): boolean => {
  const [a, b] = [newer, older].map(({ indicators }) => indicators.find((rule) => rule.id === id));
  return (
    a !== undefined &&
    b !== undefined &&
    a.instrument === b.instrument &&
    (a.name === b.name || a.aliases.includes(b.name) || b.aliases.includes(a.name))
  );
};

const movers = (
  indicators: YearChange['indicators'],
  decimals: number,
): Pick<YearChange, 'best' | 'worst'> => {
  const moved = indicators.flatMap(({ id, change }) =>
    change === null ? [] : [{ id, points: roundHalfUp(change, decimals) }],
  );
  if (moved.length < 2) return { best: null, worst: null };
  const byPoints = [...moved].sort((a, b) => b.points - a.points || a.id - b.id);
  const least = byPoints.at(-1)?.points;
  return {
    best: byPoints[0]?.id ?? null,
    worst: byPoints.find(({ points }) => points === least)?.id ?? null,
  };
};

const compare = (newer: Assessment, older: Assessment, ruleSets: RuleSets): YearChange => {
  const pairs = crosswalkBetween(older.fiscalYear, newer.ruleSet, ruleSets);
  const shared = newer.indicators.filter(({ id }) => isShared(id, newer.ruleSet, older.ruleSet));
  const indicators = shared.map(({ id, score }) => ({
    id,
    ...changeOf(score, older.indicators.find((entry) => entry.id === id)?.score ?? null),
  }));
  return {
    fiscalYear: newer.fiscalYear,
    previousYear: older.fiscalYear,
    total: changeOf(newer.total.score, older.total.score),
    instruments: newer.instruments.map(({ id, score }) => ({
      id,
      ...changeOf(score, older.instruments.find((entry) => entry.id === id)?.score ?? null),
    })),
    indicators,
    indicatorsApart: newer.indicators.flatMap(({ id }) =>
      shared.some((entry) => entry.id === id) ? [] : id,
    ),
    ...movers(indicators, newer.ruleSet.scale.decimals),
    items: itemChanges(newer, older, pairs),
    dropped: older.items.flatMap(({ id }) => (pairs.some(({ previous }) => previous === id) ? [] : id)),
  };
};

const sinceHistory = (newer: Assessment, { fiscalYear, total }: HistoricTotal): YearChange => ({
  fiscalYear: newer.fiscalYear,
  previousYear: fiscalYear,
  total: changeOf(newer.total.score, total),
  instruments: [],
  indicators: [],
  indicatorsApart: newer.indicators.map(({ id }) => id),
  best: null,
  worst: null,
  items: [],
  dropped: [],
});

const firstOfYear = <Entry extends { readonly fiscalYear: number }>(
  entries: readonly Entry[],
): readonly Entry[] =>
  entries
    .filter(
      (entry, index) => entries.findIndex(({ fiscalYear }) => fiscalYear === entry.fiscalYear) === index,
    )
    .sort((a, b) => b.fiscalYear - a.fiscalYear);

/**
 * Sets several years of one agency side by side, and each against the next older one that there is. Items are matched
 * through the crosswalks of the rules, over the years between where some are not there, never by number; what has no
 * counterpart is not compared and says so. Years that are history are compared by their total only.
 */
export const compareYears = (
  assessments: readonly Assessment[],
  history: readonly HistoricTotal[],
  ruleSets: RuleSets,
): YearComparison => {
  const scored = firstOfYear(assessments);
  const totals = firstOfYear(
    history.filter(({ fiscalYear }) => scored.every((year) => year.fiscalYear !== fiscalYear)),
  );
  const before = totals.map(({ fiscalYear, total }): YearScores => ({
    fiscalYear,
    isHistory: true,
    total,
    grade: null,
    instruments: [],
    indicators: [],
  }));
  const changes = scored.flatMap((newer, index): readonly YearChange[] => {
    const older = scored[index + 1];
    const known = totals.find(
      ({ fiscalYear }) => fiscalYear < newer.fiscalYear && fiscalYear > (older?.fiscalYear ?? 0),
    );
    if (known !== undefined) return [sinceHistory(newer, known)];
    return older === undefined ? [] : [compare(newer, older, ruleSets)];
  });
  return { years: [...scored.map(scoresOf), ...before].sort((a, b) => b.fiscalYear - a.fiscalYear), changes };
};
