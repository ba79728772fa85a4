import { withoutFills, type ChangePlan } from '../core/change-plan';
import type { Snapshot } from '../core/snapshot';
import { openBatch, type Batch } from './batch';
import { boundsOf } from './blocks';
import { bytesInBoth, bytesInPlan, bytesInSnapshot } from './content-bytes';
import { changedCells, findPlaces, isSameName, isTouched, type PlannedPlace } from './planned-places';
import type { WorkbookReceipt } from './receipt';
import { loadContents, type AreaState, type Contents } from './sheet-state';
import { writeCells } from './write-cells';
import { writeCharts } from './write-charts';
import {
  clearOwned,
  writeConditionalFormats,
  writeFrame,
  writeShape,
  writeTable,
  writeValidations,
} from './write-sheet';

/** How far writing has come. */
export type Applied = {
  readonly receipt: WorkbookReceipt;
  /** Cells into which somebody typed at the very moment; what was typed is in the receipt. */
  readonly overtaken: readonly string[];
};

/**
 * Applies a plan: two answers tell what is there, then one request writes everything, with one more each way for each
 * further 4 MB. What must not be overwritten is refused before anything is written; `onWriting` is told how to take back what
 * follows, should it fail.
 */
export const applyPlan = async (
  context: Excel.RequestContext,
  planned: ChangePlan,
  basis: Snapshot,
  onWriting: (receipt: WorkbookReceipt) => void,
): Promise<Applied> => {
  const plan = { ...planned, sheets: planned.sheets.map(withoutFills) };
  const { names } = context.workbook;
  names.load('items/name,items/formula');
  const places = await findPlaces(context, plan, basis);
  const oldNames = plan.names.map(({ name }) => ({
    name,
    formula: (names.items.find((item) => isSameName(item.name, name))?.formula as string | undefined) ?? null,
  }));
  onWriting({ sheets: places.map((place) => receiptOf(place, place.before, null)), names: oldNames });

  const batch = openBatch(context);
  // Read once more in the request that writes: nobody can type between its actions.
  const justBefore: ((() => Contents) | null)[] = [];
  for (const { plan: sheetPlan, sheet, before } of places)
    justBefore.push(
      sheet === undefined || before === null
        ? null
        : await loadContents(sheet, before.area, bytesInSnapshot(basis, sheetPlan.name), batch.room),
    );
  // Sheets and names come before what may use them: Excel takes no list whose name is not there.
  const { worksheets } = context.workbook;
  const targets = places.map((place) => ({ place, sheet: place.sheet ?? worksheets.add(place.plan.name) }));
  writeNames(names, plan);
  const justAfter: ((() => Contents) | null)[] = [];
  for (const { place, sheet } of targets) justAfter.push(await writeSheet(sheet, place, plan, basis, batch));
  // Charts come last, for they show cells of any sheet, and not all of a removed one can be brought back everywhere.
  for (const { plan: sheetPlan, ownCharts } of places)
    await writeCharts(worksheets.getItem(sheetPlan.name), sheetPlan, plan, ownCharts, batch);
  await batch.send();

  const overtaken: string[] = [];
  const sheets = places.map((place, index) => {
    const fresh = justBefore[index]?.() ?? null;
    const before = place.before === null || fresh === null ? place.before : { ...place.before, ...fresh };
    overtaken.push(...differences(place, before));
    return receiptOf(place, before, justAfter[index]?.() ?? null);
  });
  return { receipt: { sheets, names: oldNames }, overtaken };
};

const receiptOf = (
  { plan, ownMerges, ownTables, ownCharts, chartNames }: PlannedPlace,
  before: AreaState | null,
  after: Contents | null,
): WorkbookReceipt['sheets'][number] => ({
  plan,
  before,
  after,
  merges: ownMerges,
  tables: [...ownTables].map(([name, { range }]) => ({ name, range })),
  charts: ownCharts,
  chartNames,
});

/** Touched cells that held something else at the last moment than when they were looked up. */
const differences = ({ plan, before }: PlannedPlace, fresh: AreaState | null): readonly string[] =>
  before === null || fresh === null
    ? []
    : changedCells(
        plan.name,
        fresh,
        isTouched(plan),
        ({ row, column }) => before.inputs[row - before.area.top]?.[column - before.area.left] ?? null,
      );

/** Sets the names of a plan; they must have been loaded. */
const writeNames = (names: Excel.NamedItemCollection, plan: ChangePlan): void => {
  for (const { name, refersTo } of plan.names) {
    const existing = names.items.find((item) => isSameName(item.name, name));
    if (existing === undefined) names.add(name, `=${refersTo}`);
    else existing.formula = `=${refersTo}`;
  }
};

const writeSheet = async (
  sheet: Excel.Worksheet,
  { plan, sheet: existing, before, ownTables, oldFormats }: PlannedPlace,
  { styles }: ChangePlan,
  basis: Snapshot,
  batch: Batch,
): Promise<(() => Contents) | null> => {
  for (const format of oldFormats) format.delete();
  if (existing !== undefined && plan.owned !== null) clearOwned(sheet, plan.owned);
  await writeCells(sheet, plan, styles, batch);
  writeShape(sheet, plan);
  for (const table of plan.tables) writeTable(sheet, table, ownTables.get(table.name.toLowerCase())?.table);
  writeConditionalFormats(sheet, plan.conditionalFormats);
  writeValidations(sheet, plan.validations);
  if (plan.frame !== null) writeFrame(sheet, plan.frame);
  const area = before?.area ?? boundsOf(plan.cells);
  if (area === undefined) return null;
  const written = bytesInPlan(plan);
  const bytes = plan.owned === null ? bytesInBoth(bytesInSnapshot(basis, plan.name), written) : written;
  return loadContents(sheet, area, bytes, batch.room);
};
