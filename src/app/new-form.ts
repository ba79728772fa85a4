import type { ChangePlan } from '../core/change-plan';
import { planScoreForm } from '../core/report/score-form';
import { err, ok, type Result } from '../core/result';
import { ruleSets } from '../rules/rule-sets';
import { reportTextsTh } from './messages/report-texts-th';

/** A form to type a year's scores into: the sheet that it stands on, and the plan that fills that sheet when it is empty. */
export type NewForm = { readonly sheet: string; readonly plan: ChangePlan };

/** Plans the empty score form of a fiscal year; a year without rules is refused with the years that there are. */
export const newForm = (fiscalYear: number): Result<NewForm, readonly number[]> => {
  const ruleSet = ruleSets.forYear(fiscalYear);
  return ruleSet === undefined
    ? err(ruleSets.supportedYears)
    : ok({ sheet: reportTextsTh.form.sheet, plan: planScoreForm(ruleSet, reportTextsTh, true) });
};
