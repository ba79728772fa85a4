import type { Outlook } from '../app/outlook';
import type { Messages } from '../app/messages/messages';
import type { Assessment } from '../core/assess/assessment';
import type { CheapestPath } from '../core/assess/cheapest-path';
import type { YearComparison } from '../core/assess/compare-years';
import type { Distance } from '../core/assess/distances';
import type { GainLine } from '../core/assess/gains';
import type { Range } from '../core/assess/total-range';
import type { ScoreChange } from '../core/assess/what-if';
import { cellName } from '../core/cell-address';
import { subjectKey } from '../core/read/reading';
import type { RuleSet } from '../core/rule-set';

/** What every item would bring if it were full, in points of the total; null without a score. */
export const gainOfItem = ({ gains }: Outlook, id: string): number | null =>
  gains.find(({ subject }) => subject.kind === 'item' && subject.id === id)?.points ?? null;

const lineJson = (line: GainLine, messages: Messages, ruleSet: RuleSet): object => ({
  kind: line.kind,
  subject: subjectKey(line.subject),
  instrument: line.instrument,
  indicator: line.indicator,
  score: line.score,
  coefficient: line.coefficient,
  points: line.points,
  cell: line.cell === null ? null : cellName(line.cell),
  text: messages.outlook.lineName(line, ruleSet),
});

const rangeJson = ({ least, most }: Range): object => ({ least, most });

const distanceJson = ({ score, limit, points }: Distance): object => ({ score, limit, points });

const pathJson = (path: CheapestPath | undefined, messages: Messages, ruleSet: RuleSet): object | null =>
  path === undefined
    ? null
    : {
        goal: path.goal.kind === 'grade' ? path.goal.code : path.goal.score,
        steps: path.steps.map((step) => ({
          subject: subjectKey(step.subject),
          kind: step.kind,
          from: step.from,
          to: step.to,
          points: step.points,
          cell: step.cell === null ? null : cellName(step.cell),
          text: messages.outlook.lineName(step, ruleSet),
        })),
        raise: path.raise,
        total: path.total,
        grade: path.grade,
      };

/** What an assessment leaves open: losses that no item explains, ranges, distances and the cheapest paths. */
export const outlookJson = (outlook: Outlook, { ruleSet }: Assessment, messages: Messages): object => {
  const { gains, ranges, distances, paths } = outlook;
  const { nextGrade, target, longTerm } = distances;
  return {
    losses: gains.filter(({ kind }) => kind !== 'item').map((line) => lineJson(line, messages, ruleSet)),
    range: {
      total: rangeJson(ranges.total),
      instruments: Object.fromEntries(ranges.instruments.map((range) => [range.id, rangeJson(range)])),
      indicators: ranges.indicators.map((range) => ({ id: range.id, ...rangeJson(range) })),
      groupings: ranges.groupings.map(({ groups, total }) => ({
        groups: groups?.map(({ id, name, items }) => ({ id, name, items })) ?? null,
        total: rangeJson(total),
      })),
      grade: {
        worst: ranges.worst,
        best: ranges.best,
        certain: ranges.certain,
        doubts: ranges.doubts,
        cases: ranges.grades,
      },
    },
    distances: {
      nextGrade:
        nextGrade === null
          ? null
          : {
              code: nextGrade.code,
              total: distanceJson(nextGrade.total),
              conditions: nextGrade.conditions.map(({ reading, figures }) => ({
                reading,
                figures: figures.map((figure) => ({
                  subject: subjectKey(figure.subject),
                  ...distanceJson(figure),
                })),
              })),
            },
      target: distanceJson(target),
      longTerm: { ...distanceJson(longTerm), by: longTerm.by },
    },
    path: {
      nextGrade: pathJson(paths.nextGrade, messages, ruleSet),
      target: pathJson(paths.target, messages, ruleSet),
      longTerm: pathJson(paths.longTerm, messages, ruleSet),
    },
  };
};

/** Several years side by side, and what changed from one to the next. */
export const yearsJson = ({ years, changes }: YearComparison): object => ({
  years: years.map(({ instruments, ...year }) => ({
    ...year,
    instruments: Object.fromEntries(instruments.map(({ id, score }) => [id, score])),
  })),
  changes: changes.map(({ instruments, ...change }) => ({
    ...change,
    instruments: Object.fromEntries(instruments.map(({ id, ...scores }) => [id, scores])),
  })),
});

/** What some supposed scores give: total, grade, instruments and the groups of indicators and items. */
export const whatIfJson = (changes: readonly ScoreChange[], after: Assessment): object => ({
  changes: changes.map(({ subject, to }) => ({ subject: subjectKey(subject), to })),
  total: after.total.score,
  grade: after.grade === null ? null : { code: after.grade.code, certain: after.grade.certain },
  instruments: Object.fromEntries(after.instruments.map(({ id, score }) => [id, score])),
  indicators: after.indicators.map(({ id, score, triage }) => ({ id, score, triage })),
  items: after.items.map(({ id, score, triage }) => ({ id, score, triage })),
});
