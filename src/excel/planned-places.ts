import { cellName, rangeContains, rangesOverlap, type CellRange } from '../core/cell-address';
import type { ChangePlan, SheetPlan } from '../core/change-plan';
import { boundsOf, loadMerges, mergesOf, PLACE, placeOf, rangeAt } from './blocks';
import { ExcelRefusal } from './run-excel';

/** What is there already where a plan wants to write. */
export type PlannedPlace = {
  readonly plan: SheetPlan;
  /** Undefined for a sheet that is to be added. */
  readonly sheet: Excel.Worksheet | undefined;
  /** Tables of the plan that the workbook has, by name. */
  readonly ownTables: ReadonlyMap<string, Excel.Table>;
  readonly foreignTables: readonly { readonly range: CellRange; readonly hasHeader: boolean }[];
  readonly merges: readonly CellRange[];
  /** Conditional formats of an earlier run. */
  readonly oldFormats: readonly Excel.ConditionalFormat[];
};

/** Looks up, in two answers, what stands where the plan wants to write, and refuses what must not be overwritten. */
export const findPlaces = async (
  context: Excel.RequestContext,
  plan: ChangePlan,
): Promise<readonly PlannedPlace[]> => {
  const { worksheets, protection } = context.workbook;
  worksheets.load(
    'items/name,items/protection/protected,items/tables/items/name,items/tables/items/showHeaders',
  );
  protection.load('protected');
  await context.sync();
  const sheets = plan.sheets.map((sheetPlan) => {
    const sheet = worksheets.items.find(({ name }) => isSameName(name, sheetPlan.name));
    if ((sheet !== undefined) !== sheetPlan.exists)
      throw new ExcelRefusal({ code: 'changedMeanwhile', sheet: sheetPlan.name });
    if (sheet?.protection.protected === true)
      throw new ExcelRefusal({ code: 'protectedSheet', sheet: sheet.name });
    return { plan: sheetPlan, sheet };
  });
  if (protection.protected && sheets.some(({ sheet }) => sheet === undefined))
    throw new ExcelRefusal({ code: 'protectedWorkbook' });

  const loaded = sheets.map((entry) => ({ ...entry, ...loadPlace(entry.plan, entry.sheet) }));
  await context.sync();
  const places = loaded.map(({ plan: sheetPlan, sheet, tables, areas, formats }): PlannedPlace => {
    const isOwn = (name: string): boolean => sheetPlan.tables.some((table) => isSameName(table.name, name));
    return {
      plan: sheetPlan,
      sheet,
      ownTables: new Map(
        tables.flatMap(({ table }) =>
          isOwn(table.name) ? [[table.name.toLowerCase(), table] as const] : [],
        ),
      ),
      foreignTables: tables.flatMap(({ table, range }) =>
        isOwn(table.name) ? [] : [{ range: placeOf(range), hasHeader: table.showHeaders }],
      ),
      merges: mergesOf(areas),
      oldFormats: formats.flatMap(({ planned, collection }) =>
        collection.items.filter((format) =>
          planned.kind === 'formula'
            ? format.type === 'Custom' && format.customOrNullObject.rule.formula === `=${planned.formula}`
            : format.type === (planned.kind === 'icons' ? 'IconSet' : 'ColorScale'),
        ),
      ),
    };
  });
  for (const place of places) refuseTaken(place);
  return places;
};

/** Whether two names of sheets, tables or names are one to Excel. */
export const isSameName = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

const loadPlace = (plan: SheetPlan, sheet: Excel.Worksheet | undefined) => {
  if (sheet === undefined) return { tables: [], areas: [], formats: [] };
  const tables = sheet.tables.items.map((table) => {
    const range = table.getRange();
    range.load(PLACE);
    return { table, range };
  });
  const owned = plan.owned === null ? [] : cornersOf(plan.owned);
  const bounds = boundsOf([...plan.cells, ...owned, ...plan.merges.flatMap(cornersOf)]);
  // From A1 on, because a merged area is found by its first cell, which may lie before what is planned.
  const areas = bounds === undefined ? [] : loadMerges(sheet, { ...bounds, top: 0, left: 0 });
  // Those within an area of ours go with everything else there.
  const kept = plan.owned === null ? plan.conditionalFormats : [];
  const formats = kept.map((planned) => {
    const collection = rangeAt(sheet, planned.range).conditionalFormats;
    collection.load('items/type,items/customOrNullObject/rule/formula');
    return { planned, collection };
  });
  return { tables, areas, formats };
};

const cornersOf = ({ top, left, bottom, right }: CellRange) => [
  { row: top, column: left },
  { row: bottom, column: right },
];

const isWithin = (inner: CellRange, outer: CellRange | null): boolean =>
  outer !== null &&
  rangeContains(outer, { row: inner.top, column: inner.left }) &&
  rangeContains(outer, { row: inner.bottom, column: inner.right });

/** Refuses a cell that belongs to a merged area or a table of the officer's, as the file port does. */
const refuseTaken = ({ plan, foreignTables, merges }: PlannedPlace): void => {
  const { name, cells, tables, owned } = plan;
  const kept = merges.filter((merge) => !isWithin(merge, owned));
  for (const { row, column } of cells) {
    const cell = cellName({ sheet: name, row, column });
    const merge = kept.find((range) => rangeContains(range, { row, column }));
    const isHead = merge?.top === row && merge.left === column;
    if (merge !== undefined && (!isHead || owned !== null))
      throw new ExcelRefusal({ code: 'mergedCell', cell });
    const table = foreignTables.find(({ range }) => rangeContains(range, { row, column }));
    if (table?.hasHeader === true && table.range.top === row)
      throw new ExcelRefusal({ code: 'tableHeader', cell });
    if (table !== undefined && owned !== null && rangeContains(owned, { row, column }))
      throw new ExcelRefusal({ code: 'tableOverlap', cell });
  }
  for (const planned of tables) {
    const other = foreignTables.find(({ range }) => rangesOverlap(range, planned.range));
    if (other === undefined) continue;
    const { top, left } = other.range;
    throw new ExcelRefusal({
      code: 'tableOverlap',
      cell: cellName({ sheet: name, row: top, column: left }),
    });
  }
};
