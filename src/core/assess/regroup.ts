import type { RuleSet, SubIndicatorRule } from '../rule-set';

const byPlace = (a: SubIndicatorRule, b: SubIndicatorRule): number =>
  a.indicator - b.indicator || Number(a.id.split('.')[1]) - Number(b.id.split('.')[1]);

/** A year's rules with items grouped in another way: groups take the place of those of their number, or are new. */
export const regroup = (ruleSet: RuleSet, groups: readonly SubIndicatorRule[]): RuleSet => {
  const isReplaced = (id: string): boolean => groups.some((group) => group.id === id);
  const subIndicators = [...ruleSet.subIndicators.filter(({ id }) => !isReplaced(id)), ...groups].sort(
    byPlace,
  );
  return {
    ...ruleSet,
    subIndicators,
    indicators: ruleSet.indicators.map((rule) => {
      const own = subIndicators.filter(({ indicator }) => indicator === rule.id).map(({ id }) => id);
      return own.length === 0 ? rule : { ...rule, from: { kind: 'subIndicators', subIndicators: own } };
    }),
    items: ruleSet.items.map((item) => ({
      ...item,
      subIndicator: subIndicators.find(({ items }) => items.includes(item.id))?.id ?? null,
    })),
  };
};

/** The year's rules, and with every other admissible grouping of its items. */
export const groupingsOf = (ruleSet: RuleSet): readonly [RuleSet, ...RuleSet[]] => [
  ruleSet,
  ...ruleSet.otherGroupings.map((groups) => regroup(ruleSet, groups)),
];
