import type { RuleSet } from '../rule-set';
import { roundHalfUp } from '../text/numbers';
import type { IssueResults, ItemResult } from './assessment';
import { weakestLevel } from './rank-and-triage';

const weakestItems = (items: readonly ItemResult[], { scale }: RuleSet): readonly string[] => {
  const printed = items.flatMap(({ id, score }) =>
    score === null ? [] : [{ id, printed: roundHalfUp(score, scale.decimals) }],
  );
  const least = Math.min(...printed.map((item) => item.printed));
  return least >= scale.max ? [] : printed.filter((item) => item.printed === least).map(({ id }) => id);
};

/** Gathers the items of all instruments by the year's issues: what each issue's level is and which items pull it down. */
export const gatherIssues = (items: readonly ItemResult[], ruleSet: RuleSet): IssueResults => {
  const { issueGroups } = ruleSet;
  const groups = issueGroups.map(({ id, name, items: ids }) => {
    const own = items.filter((item) => ids.includes(item.id));
    return {
      id,
      name,
      items: own,
      level: weakestLevel(own.map(({ triage }) => triage)),
      weakest: weakestItems(own, ruleSet),
    };
  });
  const isGathered = (id: string): boolean => issueGroups.some((group) => group.items.includes(id));
  return { groups, rest: issueGroups.length === 0 ? [] : items.filter(({ id }) => !isGathered(id)) };
};
