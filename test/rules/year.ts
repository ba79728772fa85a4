import type { RuleSet } from '../../src/core/rule-set';
import { ruleSets } from '../../src/rules/rule-sets';

/** Rule set of a year that a test needs; a year without one fails the test by name. */
export const year = (fiscalYear: number): RuleSet => {
  const ruleSet = ruleSets.forYear(fiscalYear);
  if (ruleSet === undefined) throw new Error(`No rule set for ${fiscalYear}`);
  return ruleSet;
};
