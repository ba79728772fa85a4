import type { ConditionReading, InstrumentId, RuleSet, SubIndicatorRule } from '../rule-set';
import type { Assessment } from './assessment';
import { reassess } from './reassess';
import { groupingsOf } from './regroup';
import { ofOnePart, supposeMissing } from './suppose-missing';

/** From the least to the most that a score can still be, 0–100; the same twice where it is known. */
export type Range = { readonly least: number; readonly most: number };

/** What one admissible grouping of the items lets the total be. */
export type GroupingRange = {
  /** The groups that differ from the year's rules; null for the rules themselves. */
  readonly groups: readonly SubIndicatorRule[] | null;
  readonly total: Range;
};

/** The grades that are still possible under one reading of the condition and one grouping of the items. */
export type GradeRange = {
  /** Null where the year's grades have no condition. */
  readonly reading: ConditionReading | null;
  /** Index of the grouping. */
  readonly grouping: number;
  readonly worst: string;
  readonly best: string;
};

/** Why a grade is not certain: a figure is missing, readings or groupings disagree, or the year's levels are not known. */
export type Doubt = 'missing' | 'reading' | 'grouping' | 'unsettled';

/** What can be said of a total of which parts may be missing. */
export type ScoreRanges = {
  readonly total: Range;
  readonly instruments: readonly (Range & { readonly id: InstrumentId })[];
  readonly indicators: readonly (Range & { readonly id: number })[];
  /** The year's own grouping first; others only where they make a difference. */
  readonly groupings: readonly GroupingRange[];
  readonly grades: readonly GradeRange[];
  readonly worst: string;
  readonly best: string;
  readonly certain: boolean;
  readonly doubts: readonly Doubt[];
};

/** An assessment under one grouping with everything missing at its least, and at its most. */
type Ends = {
  readonly ruleSet: RuleSet;
  readonly base: Assessment;
  readonly low: Assessment;
  readonly high: Assessment;
};

const endsOf = (assessment: Assessment, ruleSet: RuleSet): Ends => {
  const { min, max } = ruleSet.scale;
  const base = reassess(assessment, [], ruleSet);
  const at = (value: number): Assessment => reassess(base, supposeMissing(base, value));
  return { ruleSet, base, low: at(min), high: at(max) };
};

const totalOf = ({ low, high, ruleSet }: Ends): Range => ({
  least: low.total.score ?? ruleSet.scale.min,
  most: high.total.score ?? ruleSet.scale.max,
});

const joined = (ranges: readonly Range[]): Range => ({
  least: Math.min(...ranges.map(({ least }) => least)),
  most: Math.max(...ranges.map(({ most }) => most)),
});

const scoreOf = <Id>(results: readonly { readonly id: Id; readonly score: number | null }[], id: Id) =>
  results.find((result) => result.id === id)?.score ?? null;

const instrumentRange = (id: InstrumentId, { low, high, ruleSet }: Ends): Range => ({
  least: scoreOf(low.instruments, id) ?? ruleSet.scale.min,
  most: scoreOf(high.instruments, id) ?? ruleSet.scale.max,
});

/** An indicator that is not known is bounded by its instrument's mean, and by the items of one of its parts. */
const indicatorRange = (id: number, ends: Ends): Range => {
  const { ruleSet, base, low, high } = ends;
  const { min, max } = ruleSet.scale;
  const rule = ruleSet.indicators.find((entry) => entry.id === id);
  const ofLow = scoreOf(low.indicators, id);
  const ofHigh = scoreOf(high.indicators, id);
  if (ofLow !== null && ofHigh !== null) return { least: ofLow, most: ofHigh };
  if (rule === undefined) return { least: min, most: max };
  const own = ruleSet.indicators.filter(({ instrument }) => instrument === rule.instrument);
  const known = own.flatMap((entry) => scoreOf(base.indicators, entry.id) ?? []);
  const others = own.length - known.length - 1;
  const sum = known.reduce((all, score) => all + score, 0);
  const mean = instrumentRange(rule.instrument, ends);
  const partCount = ruleSet.instruments.find((entry) => entry.id === rule.instrument)?.parts?.length ?? 1;
  const ofItems = (value: number): number =>
    rule.from.kind === 'parts' ? ofOnePart(rule.from.items, partCount, value, base) : value;
  // Figures that contradict one another leave bounds that no score can have.
  const within = (score: number): number => Math.min(max, Math.max(min, score));
  const least = within(Math.max(mean.least * own.length - sum - max * others, ofItems(min)));
  const most = within(Math.min(mean.most * own.length - sum - min * others, ofItems(max)));
  return least <= most ? { least, most } : { least: most, most: least };
};

const gradesOf = ({ low, high, ruleSet }: Ends, grouping: number): readonly GradeRange[] => {
  const { readings } = ruleSet.gradeScale;
  const codeOf = ({ grade }: Assessment, reading: ConditionReading | null, end: 'best' | 'worst'): string =>
    grade?.cases.find(
      (entry) => entry.reading === reading && (entry.bound === end || entry.bound === 'known'),
    )?.code ??
    grade?.code ??
    '';
  return (readings.length === 0 ? [null] : readings).map((reading) => ({
    reading,
    grouping,
    worst: codeOf(low, reading, 'worst'),
    best: codeOf(high, reading, 'best'),
  }));
};

const isDifferent = (a: Ends, b: Ends): boolean =>
  (['low', 'high'] as const).some((end) =>
    a.ruleSet.indicators.some(({ id }) => scoreOf(a[end].indicators, id) !== scoreOf(b[end].indicators, id)),
  );

const doubtsOf = (grades: readonly GradeRange[], isSettled: boolean): readonly Doubt[] => {
  const differ = (group: readonly GradeRange[]): boolean =>
    (['worst', 'best'] as const).some((end) => new Set(group.map((grade) => grade[end])).size > 1);
  const groupsBy = (key: 'reading' | 'grouping'): readonly (readonly GradeRange[])[] =>
    [...new Set(grades.map((grade) => grade[key]))].map((value) =>
      grades.filter((grade) => grade[key] === value),
    );
  return [
    ...(grades.some(({ worst, best }) => worst !== best) ? (['missing'] as const) : []),
    ...(groupsBy('grouping').some(differ) ? (['reading'] as const) : []),
    ...(groupsBy('reading').some(differ) ? (['grouping'] as const) : []),
    ...(isSettled ? [] : (['unsettled'] as const)),
  ];
};

/**
 * The range that total, instruments, indicators and grade can still take: what is missing can be anything on the scale,
 * every admissible reading of the condition counts, and so does every admissible grouping of items into sub-indicators.
 */
export const rangesOf = (assessment: Assessment): ScoreRanges => {
  const { ruleSet } = assessment;
  const [rules, ...others] = groupingsOf(ruleSet);
  const own = endsOf(assessment, rules);
  const apart = others
    .map((other, index) => ({
      ends: endsOf(assessment, other),
      groups: ruleSet.otherGroupings[index] ?? null,
    }))
    .filter(({ ends }) => isDifferent(own, ends));
  const all = [own, ...apart.map(({ ends }) => ends)];
  const grades = all.flatMap(gradesOf);
  const codes = ruleSet.gradeScale.grades.map(({ code }) => code);
  const possible = codes.filter((code) => grades.some(({ worst, best }) => code === worst || code === best));
  const doubts = doubtsOf(grades, ruleSet.gradeScale.settled);
  return {
    total: joined(all.map(totalOf)),
    instruments: ruleSet.instruments.map(({ id }) => ({
      id,
      ...joined(all.map((ends) => instrumentRange(id, ends))),
    })),
    indicators: ruleSet.indicators.map(({ id }) => ({
      id,
      ...joined(all.map((ends) => indicatorRange(id, ends))),
    })),
    groupings: [
      { groups: null, total: totalOf(own) },
      ...apart.map(({ ends, groups }) => ({ groups, total: totalOf(ends) })),
    ],
    grades,
    worst: possible.at(-1) ?? '',
    best: possible[0] ?? '',
    certain: doubts.length === 0,
    doubts,
  };
};
