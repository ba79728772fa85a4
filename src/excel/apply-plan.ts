import type { ChangePlan } from '../core/change-plan';
import { openBatch, type Batch } from './batch';
import { findPlaces, isSameName, type PlannedPlace } from './planned-places';
import { writeCells } from './write-cells';
import {
  clearOwned,
  writeConditionalFormats,
  writeFrame,
  writeShape,
  writeTable,
  writeValidations,
} from './write-sheet';

/**
 * Applies a plan: two answers tell what is there, then one request writes everything, with one more for each further
 * 4 MB. What must not be overwritten is refused before anything is written.
 */
export const applyPlan = async (context: Excel.RequestContext, plan: ChangePlan): Promise<void> => {
  const { names } = context.workbook;
  names.load('items/name');
  const places = await findPlaces(context, plan);
  const batch = openBatch(context);
  for (const place of places) await writeSheet(context, place, plan, batch);
  for (const { name, refersTo } of plan.names) {
    const existing = names.items.find((item) => isSameName(item.name, name));
    if (existing === undefined) names.add(name, `=${refersTo}`);
    else existing.formula = `=${refersTo}`;
  }
  await batch.send();
};

const writeSheet = async (
  context: Excel.RequestContext,
  { plan, sheet: existing, ownTables, oldFormats }: PlannedPlace,
  { styles }: ChangePlan,
  batch: Batch,
): Promise<void> => {
  const sheet = existing ?? context.workbook.worksheets.add(plan.name);
  if (existing !== undefined && plan.owned !== null) clearOwned(sheet, plan.owned);
  await writeCells(sheet, plan, styles, batch);
  writeShape(sheet, plan);
  for (const table of plan.tables) writeTable(sheet, table, ownTables.get(table.name.toLowerCase()));
  for (const format of oldFormats) format.delete();
  writeConditionalFormats(sheet, plan.conditionalFormats);
  writeValidations(sheet, plan.validations);
  if (plan.charts.length > 0) throw new Error('Charts are not written yet');
  if (plan.frame !== null) writeFrame(sheet, plan.frame);
};
