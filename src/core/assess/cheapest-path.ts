import { subjectKey } from '../read/reading';
import type { Assessment, InstrumentResult } from './assessment';
import { cheapestRaise, type Lever } from './cheapest-raise';
import { conditionNeeds, lacking } from './condition-needs';
import { nextGrade } from './distances';
import { linesOf, type GainLine } from './gains';
import { scoreTree, type InstrumentView, type ScoreNode } from './score-tree';
import { whatIf } from './what-if';

/** What shall be reached: a grade under the best admissible reading of its condition, or a total. */
export type PathGoal =
  { readonly kind: 'grade'; readonly code: string } | { readonly kind: 'total'; readonly score: number };

/** A score to be raised, and what that brings in points of the total. */
export type PathStep = Pick<GainLine, 'kind' | 'subject' | 'instrument' | 'indicator' | 'cell'> & {
  readonly from: number;
  readonly to: number;
  readonly points: number;
};

/** The fewest scores to raise and, of those, the fewest points; no steps where the goal is reached already. */
export type CheapestPath = {
  readonly goal: PathGoal;
  readonly steps: readonly PathStep[];
  /** Points by which the scores are raised, all together. */
  readonly raise: number;
  /** What the steps lead to. */
  readonly total: number;
  readonly grade: string;
};

type Aim = { readonly total: number; readonly every: number | null };

// Keeps what is just reached from falling short by the noise of binary fractions.
const MARGIN = 5e-10;

const aimOf = (goal: PathGoal, { ruleSet }: Assessment): Aim | undefined => {
  if (goal.kind === 'total') return { total: goal.score, every: null };
  const grade = ruleSet.gradeScale.grades.find(({ code }) => code === goal.code);
  return grade === undefined ? undefined : { total: grade.from, every: grade.every };
};

const treeOf = (assessment: Assessment, aim: Aim): readonly ScoreNode[] => {
  const [reading] = assessment.ruleSet.gradeScale.readings;
  // A condition on indicators is met by what raises indicators, also where parts make up the instrument.
  const byIndicator = ({ id }: InstrumentResult): InstrumentView | null => {
    const own = assessment.ruleSet.indicators.filter(({ instrument }) => instrument === id);
    const isAny = own.some((rule) =>
      assessment.indicators.some((entry) => entry.id === rule.id && entry.score !== null),
    );
    return reading === 'indicators' && aim.every !== null && isAny ? 'indicators' : null;
  };
  return scoreTree(assessment, byIndicator);
};

/** Figures that lose less than what lies below them says: raising all of that brings no more than they lose. */
const capsOf = (
  node: ScoreNode,
  full: number,
): readonly { readonly limit: number; readonly below: readonly string[] }[] => {
  const inner = node.children.flatMap((child) => capsOf(child, full));
  const lines = linesOf(node, full);
  const own = lines.find(({ kind, subject }) => kind === 'rest' && subject === node.subject);
  if (own === undefined || own.points >= 0 || node.score === null) return inner;
  return [...inner, { limit: node.coefficient * (full - node.score), below: own.less.map(subjectKey) }];
};

const isReached = (goal: PathGoal, { total, grade, ruleSet }: Assessment): boolean => {
  const codes = ruleSet.gradeScale.grades.map(({ code }) => code);
  if (total.score === null || grade === null) return false;
  return goal.kind === 'total'
    ? lacking(total.score, goal.score, ruleSet.scale.decimals) === 0
    : codes.indexOf(grade.code) <= codes.indexOf(goal.code);
};

const stepsTo = (aim: Aim, assessment: Assessment, total: number): readonly PathStep[] | undefined => {
  const { scale, gradeScale, items } = assessment.ruleSet;
  const [reading] = gradeScale.readings;
  const tree = treeOf(assessment, aim);
  const lines = tree.flatMap((node) => linesOf(node, scale.max)).filter(({ points }) => points > MARGIN);
  const caps = tree.flatMap((node) => capsOf(node, scale.max));
  const needs =
    aim.every === null || reading === undefined ? [] : conditionNeeds(reading, aim.every, assessment);
  const isWhole = ({ subject }: GainLine): boolean =>
    subject.kind === 'item' &&
    items.some(({ id, allowedScores }) => id === subject.id && allowedScores !== null);
  const levers = new Map(
    lines.map((line): readonly [Lever, GainLine] => {
      const group = needs.findIndex(({ need, helps }) => need > 0 && helps(line));
      const key = subjectKey(line.subject);
      const lever: Lever = {
        worth: line.coefficient,
        room: line.points / line.coefficient,
        isWhole: isWhole(line),
        group: group < 0 ? null : group,
        caps: caps.flatMap(({ below }, index) => (below.includes(key) ? [index] : [])),
      };
      return [lever, line];
    }),
  );
  const withMargin = (need: number): number => (need > 0 ? need + MARGIN : 0);
  const raises = cheapestRaise(
    [...levers.keys()],
    {
      overall: withMargin(lacking(total, aim.total, scale.decimals)),
      groups: needs.map(({ need }) => withMargin(need)),
    },
    caps.map(({ limit }) => limit),
  );
  if (raises === undefined) return undefined;
  return [...raises]
    .flatMap(([lever, by]): readonly PathStep[] => {
      const line = levers.get(lever);
      if (line === undefined || by <= 0) return [];
      const { kind, subject, instrument, indicator, cell, score } = line;
      const to = Math.min(scale.max, score + by);
      return [{ kind, subject, instrument, indicator, cell, from: score, to, points: lever.worth * by }];
    })
    .sort((a, b) => b.points - a.points);
};

/**
 * The cheapest path to a goal: the fewest scores to raise and, of those, the fewest points. Items rise to at most full,
 * OIT items only to a score that they can have; what no item explains can be raised as one. The condition of a grade
 * counts under the best admissible reading, with missing figures as good as they can be. Undefined without a total, and
 * where figures that contradict one another keep the goal from being reached.
 */
export const cheapestPath = (assessment: Assessment, goal: PathGoal): CheapestPath | undefined => {
  const { total, grade } = assessment;
  const aim = aimOf(goal, assessment);
  if (total.score === null || grade === null || aim === undefined) return undefined;
  if (isReached(goal, assessment))
    return { goal, steps: [], raise: 0, total: total.score, grade: grade.code };
  const steps = stepsTo(aim, assessment, total.score);
  if (steps === undefined) return undefined;
  const result = whatIf(assessment, steps);
  if (!result.ok || !isReached(goal, result.value)) return undefined;
  return {
    goal,
    steps,
    raise: steps.reduce((sum, { from, to }) => sum + to - from, 0),
    total: result.value.total.score ?? total.score,
    grade: result.value.grade?.code ?? grade.code,
  };
};

/** The cheapest path to the grade above the present one; undefined with the best grade, or where none can be said. */
export const pathToNextGrade = (assessment: Assessment): CheapestPath | undefined => {
  const next = nextGrade(assessment);
  return next === undefined ? undefined : cheapestPath(assessment, { kind: 'grade', code: next.code });
};
