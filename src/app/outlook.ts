import type { Assessment } from '../core/assess/assessment';
import { cheapestPath, pathToNextGrade, type CheapestPath } from '../core/assess/cheapest-path';
import { distancesOf, type Distances } from '../core/assess/distances';
import { gainsOf, type GainLine } from '../core/assess/gains';
import { rangesOf, type ScoreRanges } from '../core/assess/total-range';
import { masterPlan } from '../rules/master-plan';

/** What an assessment leaves open: what every score could still bring, what is possible, and how to get further. */
export type Outlook = {
  readonly gains: readonly GainLine[];
  readonly ranges: ScoreRanges;
  readonly distances: Distances;
  /** Cheapest paths; undefined where there is nothing above, or none can be said. */
  readonly paths: {
    readonly nextGrade: CheapestPath | undefined;
    readonly target: CheapestPath | undefined;
    readonly longTerm: CheapestPath | undefined;
  };
};

/** Everything that can be said of an agency beyond its result; the target is the year's where none is given. */
export const outlookOf = (assessment: Assessment, target: number = assessment.ruleSet.target): Outlook => ({
  gains: gainsOf(assessment),
  ranges: rangesOf(assessment),
  distances: distancesOf(assessment, masterPlan, target),
  paths: {
    nextGrade: pathToNextGrade(assessment),
    target: cheapestPath(assessment, { kind: 'total', score: target }),
    longTerm: cheapestPath(assessment, { kind: 'total', score: masterPlan.score }),
  },
});
