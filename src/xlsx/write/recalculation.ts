import type { ChangePlan, SheetPlan } from '../../core/change-plan';
import type { Draft } from '../package/part-store';
import { readWorkbook, type WorkbookModel } from '../workbook/read-workbook';
import { attribute, isTrue, makeElement, prefixOf, withAttribute, withChanged } from '../xml/xml-node';
import { serializeXml } from '../xml/parse-xml';
import { escapeText } from '../xml/xml-text';
import { WORKBOOK_ORDER } from './sheet-order';

/** A sheet some of whose cells show other values than before, and whether it was made just now. */
export type ChangedSheet = { readonly plan: SheetPlan; readonly isNew: boolean };

/**
 * Has every formula computed anew when a spreadsheet opens the workbook, where formulas of the officer's might go on
 * showing results of old values; planned formulas come with the right ones.
 */
export const refreshResults = (
  draft: Draft,
  plan: ChangePlan,
  changed: readonly ChangedSheet[],
  hasFormulas: (sheet: string) => boolean,
): void => {
  if (changed.length === 0) return;
  const model = readWorkbook(draft);
  if (leavesStaleResults(draft, model, plan, changed, hasFormulas)) demandRecalculation(draft, model);
};

/** Any formula may look at cells among which the officer works; at others only one that names their sheet or part. */
const leavesStaleResults = (
  draft: Draft,
  model: WorkbookModel,
  plan: ChangePlan,
  changed: readonly ChangedSheet[],
  hasFormulas: (sheet: string) => boolean,
): boolean => {
  if (changed.some(({ plan: { owned }, isNew }) => owned === null && !isNew)) return true;
  const words = changed.flatMap(({ plan: sheet }) => wordsFor(model, plan, sheet)).map(escapeText);
  const isNew = (sheet: SheetPlan): boolean => changed.some((entry) => entry.plan === sheet && entry.isNew);
  const ours = plan.sheets.filter((sheet) => sheet.owned !== null || isNew(sheet));
  const wholly = new Set(ours.map(({ name }) => key(name)));
  return model.sheets.some(({ name, part }) => {
    if (part === null || wholly.has(key(name)) || !hasFormulas(name)) return false;
    const text = draft.text(part)?.toLowerCase() ?? '';
    return words.some((word) => text.includes(key(word)));
  });
};

/** What a formula over a sheet must hold: its name, or that of a table or place on it. */
const wordsFor = (model: WorkbookModel, plan: ChangePlan, { name, tables }: SheetPlan): readonly string[] => {
  const sheet = name.replaceAll("'", "''");
  const names = [...model.names, ...plan.names].filter(({ refersTo }) => key(refersTo).includes(key(sheet)));
  return [sheet, ...tables.map((table) => table.name), ...names.map((entry) => entry.name)];
};

const key = (name: string): string => name.toLowerCase();

const demandRecalculation = (draft: Draft, { part, document }: WorkbookModel): void => {
  const p = prefixOf(document.root);
  const root = withChanged(document.root, WORKBOOK_ORDER, 'calcPr', (old = makeElement(`${p}calcPr`, {})) =>
    isTrue(attribute(old, 'fullCalcOnLoad')) ? old : withAttribute(old, 'fullCalcOnLoad', 1),
  );
  draft.write(part, serializeXml({ ...document, root }));
};
