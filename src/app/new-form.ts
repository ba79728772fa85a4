import type { ChangePlan } from '../core/change-plan';
import { planScoreForm } from '../core/report/score-form';
import { freeSheetName } from '../core/report/sheet-name';
import { err, ok, type Result } from '../core/result';
import type { Snapshot } from '../core/snapshot';
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

/** Plans the same form as a further sheet of a workbook, under a name that is free there. */
export const formFor = (snapshot: Snapshot, fiscalYear: number): Result<NewForm, readonly number[]> => {
  const ruleSet = ruleSets.forYear(fiscalYear);
  if (ruleSet === undefined) return err(ruleSets.supportedYears);
  const plan = planScoreForm(ruleSet, reportTextsTh, false);
  const sheet = freeSheetName(snapshot, reportTextsTh.form.sheet, reportTextsTh.freeSheetName);
  return ok({ sheet, plan: { ...plan, sheets: plan.sheets.map((one) => ({ ...one, name: sheet })) } });
};
