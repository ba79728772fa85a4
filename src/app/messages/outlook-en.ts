import type { CheapestPath } from '../../core/assess/cheapest-path';
import { subjectKey } from '../../core/read/reading';
import { assertNever } from '../../core/result';
import type { RuleSet } from '../../core/rule-set';
import { formatDecimal } from '../../core/text/numbers';
import {
  atLeast,
  linesToName,
  regrouped,
  signed,
  stepsToName,
  type OutlookMessages,
} from './outlook-messages';

/** What subjects and grades are called in English. */
type Names = {
  readonly subject: (key: string, ruleSet: RuleSet) => string;
  readonly grade: (code: string, ruleSet: RuleSet) => string;
};

const TRIAGE: Readonly<Record<string, string>> = {
  urgent: 'urgent',
  improve: 'to improve',
  maintain: 'to maintain',
};

const group = (level: string | null): string => (level === null ? '–' : (TRIAGE[level] ?? level));
const score = (value: number | null): string => (value === null ? '–' : formatDecimal(value));

/** What the program says in English of where points were lost and how to gain them. */
export const outlookEn = ({ subject, grade }: Names): OutlookMessages => {
  const lineName: OutlookMessages['lineName'] = (line, ruleSet) => {
    const name = subject(subjectKey(line.subject), ruleSet);
    return line.kind === 'rest' ? `${name} (what its items do not explain)` : name;
  };
  const goalName = ({ goal }: CheapestPath, ruleSet: RuleSet): string =>
    goal.kind === 'grade'
      ? `grade ${grade(goal.code, ruleSet)}`
      : `the target of ${formatDecimal(goal.score)}`;
  return {
    lineName,
    possible: ({ total, worst, best }, ruleSet) =>
      `Still possible: a total of ${score(total.least)}–${score(total.most)} · grade ${
        worst === best ? grade(best, ruleSet) : `${grade(worst, ruleSet)} to ${grade(best, ruleSet)}`
      }`,
    fixFirst: (lines, ruleSet) =>
      `Fix first (points of the total when full): ${linesToName(lines)
        .map((line) => `${lineName(line, ruleSet)} ${signed(line.points)}`)
        .join(', ')}`,
    path: (path, ruleSet) => {
      const { named, more } = stepsToName(path.steps);
      const steps = named.map(
        (step) => `${lineName(step, ruleSet)} from ${score(step.from)} to ${atLeast(step.to)}`,
      );
      const rest = more === 0 ? '' : ` and ${more} more`;
      return `Shortest way to ${goalName(path, ruleSet)}: ${steps.join(', ')}${rest}, for a total of ${score(path.total)}`;
    },
    whatIf: (changes, before, after) => {
      const { ruleSet } = before;
      const supposed = changes.map(
        (change) => `${subject(subjectKey(change.subject), ruleSet)} = ${score(change.to)}`,
      );
      const points =
        before.total.score === null || after.total.score === null
          ? ''
          : ` (${signed(after.total.score - before.total.score)})`;
      const level = ({ grade: found }: typeof before): string =>
        found === null ? '–' : `${grade(found.code, ruleSet)}${found.certain ? '' : ' (not certain)'}`;
      return [
        `If ${supposed.join(', ')}: total ${score(before.total.score)} → ${score(after.total.score)}${points} · grade ${level(before)} → ${level(after)}`,
        ...regrouped(before, after).map(
          ({ id, from, to }) => `If so, indicator ${id} changes its group: ${group(from)} → ${group(to)}`,
        ),
      ];
    },
    whatIfRefusal: ({ code, subject: key, value, allowed }, ruleSet) => {
      const name = subject(key, ruleSet);
      switch (code) {
        case 'unknown':
          return `The rules of ${ruleSet.fiscalYear} have no “${key}”. Give --what-if an item such as i1, e1 or o1, an indicator such as 2, a part such as EIT.2, or an instrument such as IIT.`;
        case 'twice':
          return `Name ${name} only once in --what-if.`;
        case 'outOfScale':
          return `The score in --what-if ${key}=${value} is outside the scale. Give one of ${ruleSet.scale.min}–${ruleSet.scale.max}.`;
        case 'notAllowed':
          return `In --what-if ${name} cannot be ${value}. Give one of ${allowed.join(', ')}.`;
        case 'computed':
          return `The score of ${name} follows from the scores below it. Set one of those in --what-if.`;
        case 'noScore':
          return `What --what-if asks cannot be said: ${name} has no score of its own in the workbook but is part of a figure that has one. Add its score to the workbook, or name a score that is there.`;
        default:
          return assertNever(code);
      }
    },
    badWhatIf: (text) => `--what-if must be a list of codes and scores such as "o9=100,e9=90", not “${text}”`,
  };
};
