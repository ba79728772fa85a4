import type { Assessment, Finding } from '../assess/assessment';
import type { SettingProblem } from './settings';

/** A warning for each entry of the settings that is not used. */
export const settingFindings = (problems: readonly SettingProblem[]): readonly Finding[] =>
  problems.map(({ reason, setting, cell, text }) => ({
    code: 'settingIgnored',
    severity: 'warning',
    cells: [cell],
    params: { reason, setting, text },
  }));

/** Indicators that the policy cannot group although they have a score: by item they need their items. */
export const ungroupedFinding = ({ indicators }: Assessment): readonly Finding[] => {
  const ungrouped = indicators.filter(({ score, triage }) => score !== null && triage === null);
  if (ungrouped.length === 0) return [];
  const params = { indicators: ungrouped.map(({ id }) => id).join(', ') };
  const cells = ungrouped.flatMap(({ given }) => given?.cell ?? []);
  return [{ code: 'itemsNeeded', severity: 'note', cells, params }];
};
