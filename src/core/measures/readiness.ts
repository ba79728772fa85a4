import type { RuleSets } from '../rule-set';
import { MEASURE_DEMANDS, type Checked, type MeasuresDemands, type Readiness } from './checked-documents';
import { DEMAND_CHECKS } from './demand-checks';
import { remarksOn } from './remarks';

/** Checks the documents of a workbook against what the item of the assessment asks for. */
export const checkReadiness = (
  checked: Checked,
  { demands, ...evidence }: MeasuresDemands,
  ruleSets: RuleSets,
): Readiness => {
  const { assessment, measureRoles } = checked;
  const { fiscalYear, ruleSet } = assessment;
  // Issues are asked for where the year has some; a layout without a column asks for nothing in it.
  const asked = demands.filter((demand) => {
    if (demand === 'everyIssue' || demand === 'weakItems') return checked.issueRows.length > 0;
    return !MEASURE_DEMANDS.some((role) => role === demand) || measureRoles.includes(demand);
  });
  const states = asked.map((demand) => DEMAND_CHECKS[demand](checked));
  const next = ruleSets.forYear(fiscalYear + 1)?.measuresItem ?? null;
  return {
    fiscalYear,
    item: ruleSet.measuresItem,
    next: next === null ? null : { fiscalYear: fiscalYear + 1, item: next },
    evidence: { confidence: evidence.confidence, source: evidence.source },
    demands: states,
    remarks: remarksOn(checked),
    isReady: states.every(({ gaps }) => gaps.length === 0),
  };
};
