import type { ChangePlan, SheetPlan } from '../../core/change-plan';
import type { Draft } from '../package/part-store';
import { readWorkbook } from '../workbook/read-workbook';
import { attribute, isTrue, makeElement, prefixOf, withAttribute, withChanged } from '../xml/xml-node';
import { serializeXml } from '../xml/parse-xml';
import { escapeText } from '../xml/xml-text';
import { WORKBOOK_ORDER } from './sheet-order';

/**
 * Whether formulas of the officer's may go on showing old results after values of a sheet changed. Where the officer
 * works in the sheet, any formula may look at it; at a sheet of ours only those of other sheets do, and by its name or
 * by one that the plan defines.
 */
export const leavesStaleResults = (
  draft: Draft,
  { names, sheets }: ChangePlan,
  sheet: SheetPlan,
): boolean => {
  if (sheet.owned === null) return true;
  const words = [sheet.name.replaceAll("'", "''"), ...names.map(({ name }) => name)].map(escapeText);
  const planned = new Set(sheets.map(({ name }) => name.toLowerCase()));
  return readWorkbook(draft).sheets.some(({ name, part }) => {
    if (part === null || planned.has(name.toLowerCase())) return false;
    const text = draft.text(part) ?? '';
    return words.some((word) => text.includes(word));
  });
};

/** Has every formula computed anew when a spreadsheet opens the workbook. */
export const demandRecalculation = (draft: Draft): void => {
  const { part, document } = readWorkbook(draft);
  const p = prefixOf(document.root);
  const root = withChanged(document.root, WORKBOOK_ORDER, 'calcPr', (old = makeElement(`${p}calcPr`, {})) =>
    isTrue(attribute(old, 'fullCalcOnLoad')) ? old : withAttribute(old, 'fullCalcOnLoad', 1),
  );
  draft.write(part, serializeXml({ ...document, root }));
};
