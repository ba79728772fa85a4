import type { RuleSet, RuleSets } from '../core/rule-set';
import { fy2562 } from './fy2562';
import { fy2563 } from './fy2563';
import { fy2564 } from './fy2564';
import { fy2565 } from './fy2565';
import { fy2566 } from './fy2566';
import { fy2567 } from './fy2567';
import { fy2568 } from './fy2568';
import { fy2569 } from './fy2569';

const byYear: readonly RuleSet[] = [fy2562, fy2563, fy2564, fy2565, fy2566, fy2567, fy2568, fy2569];

/** Every fiscal year whose rules the project holds. */
export const ruleSets: RuleSets = {
  supportedYears: byYear.map(({ fiscalYear }) => fiscalYear),
  // 2561 was scored on five indices: its total can be shown, its items mean something else.
  historyYears: [2561],
  forYear: (fiscalYear) => byYear.find((ruleSet) => ruleSet.fiscalYear === fiscalYear),
};
