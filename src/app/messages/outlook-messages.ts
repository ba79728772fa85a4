import type { Assessment } from '../../core/assess/assessment';
import type { CheapestPath, PathStep } from '../../core/assess/cheapest-path';
import type { GainLine } from '../../core/assess/gains';
import type { ScoreRanges } from '../../core/assess/total-range';
import type { ScoreChange, WhatIfRefusal } from '../../core/assess/what-if';
import type { RuleSet } from '../../core/rule-set';
import { roundHalfUp } from '../../core/text/numbers';
import type { Outlook } from '../outlook';

/** What is said of where points were lost and how to gain them; `--what-if` is the command's option. */
export type OutlookMessages = {
  /** What a line or a step is called. */
  readonly lineName: (line: Pick<GainLine, 'kind' | 'subject'>, ruleSet: RuleSet) => string;
  readonly possible: (ranges: ScoreRanges, ruleSet: RuleSet) => string;
  readonly fixFirst: (lines: readonly GainLine[], ruleSet: RuleSet) => string;
  readonly path: (path: CheapestPath, ruleSet: RuleSet) => string;
  /** What some scores would change, in a few lines. */
  readonly whatIf: (
    changes: readonly ScoreChange[],
    before: Assessment,
    after: Assessment,
  ) => readonly string[];
  readonly whatIfRefusal: (refusal: WhatIfRefusal, ruleSet: RuleSet) => string;
  readonly badWhatIf: (text: string) => string;
};

const MOST_LINES = 5;
const MOST_STEPS = 6;

/** The lines worth naming first: the largest that are seen at two decimals. */
export const linesToName = (lines: readonly GainLine[]): readonly GainLine[] =>
  lines.filter(({ points }) => roundHalfUp(points, 2) > 0).slice(0, MOST_LINES);

/** The steps that a sentence can hold, and how many are left. */
export const stepsToName = (
  steps: readonly PathStep[],
): { readonly named: readonly PathStep[]; readonly more: number } => ({
  named: steps.slice(0, MOST_STEPS),
  more: Math.max(0, steps.length - MOST_STEPS),
});

/** A score that must be reached, rounded up: the printed one is always enough. */
export const atLeast = (score: number): string => (Math.ceil(score * 100 - 1e-6) / 100).toFixed(2);

/** Points with their sign, as printed. */
export const signed = (points: number): string => {
  const rounded = roundHalfUp(points, 2);
  return `${rounded > 0 ? '+' : ''}${rounded.toFixed(2)}`;
};

/** Indicators that would stand in another group. */
export const regrouped = (
  before: Assessment,
  after: Assessment,
): readonly { readonly id: number; readonly from: string | null; readonly to: string | null }[] =>
  after.indicators.flatMap(({ id, triage }) => {
    const old = before.indicators.find((indicator) => indicator.id === id)?.triage ?? null;
    return old === triage ? [] : [{ id, from: old, to: triage }];
  });

/** What is still possible, and the cheapest ways to the next grade and to the target. */
export const waysForward = (
  { ranges, paths, distances }: Omit<Outlook, 'gains'>,
  { ruleSet, total }: Assessment,
  messages: OutlookMessages,
): readonly string[] => {
  const isOpen = ranges.total.least < ranges.total.most;
  const isOwnGoal =
    distances.target.points !== 0 && distances.target.limit !== distances.nextGrade?.total.limit;
  const named = [paths.nextGrade, ...(isOwnGoal ? [paths.target] : [])];
  return [
    ...(isOpen ? [messages.possible(ranges, ruleSet)] : []),
    ...(total.score === null
      ? []
      : named.flatMap((path) => (path === undefined ? [] : [messages.path(path, ruleSet)]))),
  ];
};

/** What a terminal shows of an outlook, in a few lines. */
export const outlookLines = (
  outlook: Outlook,
  assessment: Assessment,
  messages: OutlookMessages,
): readonly string[] => [
  ...(linesToName(outlook.gains).length > 0 ? [messages.fixFirst(outlook.gains, assessment.ruleSet)] : []),
  ...waysForward(outlook, assessment, messages),
];
