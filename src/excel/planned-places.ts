import { cellName, rangeContains, type CellPosition, type CellRange } from '../core/cell-address';
import type { ChangePlan, SheetPlan } from '../core/change-plan';
import { cellAt, isCellError, type SheetSnapshot, type Snapshot } from '../core/snapshot';
import { roomIn, type Room } from './batch';
import { boundsOf, isFiltered, loadMerges, mergesOf, PLACE, placeOf, rangeAt } from './blocks';
import { textInput } from './cell-content';
import { bytesInSnapshot } from './content-bytes';
import { loadChart, lookUpCharts, type ChartState } from './chart-state';
import { refuseTaken } from './in-the-way';
import { ExcelRefusal } from './run-excel';
import {
  FORMAT_MEMBERS,
  isSameInput,
  loadContents,
  loadState,
  type AreaState,
  type Contents,
  type Input,
} from './sheet-state';
import { chartsOf } from './write-charts';

/** What is there already where a plan wants to write. */
export type PlannedPlace = {
  readonly plan: SheetPlan;
  /** Undefined for a sheet that is to be added. */
  readonly sheet: Excel.Worksheet | undefined;
  /** Everything that the plan can change, as it is now; null for a sheet that is to be added. */
  readonly before: AreaState | null;
  /** Tables of the plan that the workbook has, with their ranges, by name in lower case. */
  readonly ownTables: ReadonlyMap<string, { readonly table: Excel.Table; readonly range: CellRange }>;
  /** Merged areas within what is ours. */
  readonly ownMerges: readonly CellRange[];
  /** Conditional formats of an earlier run. */
  readonly oldFormats: readonly Excel.ConditionalFormat[];
  /** Charts of the plan that are there. */
  readonly ownCharts: readonly ChartState[];
  /** Names of all charts on the sheet. */
  readonly chartNames: readonly string[];
};

/** Whether two names of sheets, tables or names are one to Excel. */
export const isSameName = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** Cells that a plan changes on a sheet: the planned ones, and all of an area that is ours. */
export const isTouched = ({ cells, owned }: SheetPlan): ((row: number, column: number) => boolean) => {
  const isPlanned = isAmong(cells);
  return (row, column) => isPlanned(row, column) || (owned !== null && rangeContains(owned, { row, column }));
};

const LOADED = [
  'items/name',
  'items/protection/protected',
  'items/autoFilter/isDataFiltered',
  'items/tables/items/name',
  'items/tables/items/showHeaders',
  'items/tables/items/autoFilter/isDataFiltered',
  'items/pivotTables/items/name',
  'items/charts/items/name',
];

/**
 * Looks up what stands where the plan wants to write, in two answers and one more for each further 4 MB. Refuses what
 * must not be overwritten, and a plan whose basis has changed.
 */
export const findPlaces = async (
  context: Excel.RequestContext,
  plan: ChangePlan,
  basis: Snapshot,
): Promise<readonly PlannedPlace[]> => {
  const { workbook } = context;
  const { worksheets, protection } = workbook;
  workbook.load('readOnly');
  worksheets.load(LOADED);
  protection.load('protected');
  const inquiries = plan.sheets.map((sheetPlan) => {
    const area = areaOfPlan(sheetPlan);
    if (!sheetPlan.exists || area === undefined) return null;
    const sheet = worksheets.getItem(sheetPlan.name);
    const formats = rangeAt(sheet, area).conditionalFormats;
    formats.load(FORMAT_MEMBERS);
    return { formats, charts: lookUpCharts(sheet, chartsOf(sheetPlan)) };
  });
  await context.sync();
  if (workbook.readOnly) throw new ExcelRefusal({ code: 'readOnly' });
  const places = plan.sheets.map((sheetPlan, index) => {
    const sheet = worksheets.items.find(({ name }) => isSameName(name, sheetPlan.name));
    refuseSheet(sheetPlan, sheet, protection.protected);
    const inquiry = inquiries[index] ?? null;
    const charts = inquiry?.charts.filter((chart) => !chart.isNullObject) ?? [];
    return { plan: sheetPlan, sheet, formats: inquiry?.formats.items ?? [], charts };
  });

  const room = roomIn(() => context.sync());
  const loaded: (LoadedPlace | null)[] = [];
  for (const { plan: sheetPlan, sheet, formats, charts } of places)
    loaded.push(sheet === undefined ? null : await loadPlace(sheetPlan, sheet, formats, charts, basis, room));
  const sources = await loadSources(plan, worksheets.items, basis, room);
  await context.sync();
  refuseChanged(
    sources.flatMap(({ sheet, contents, cells }) =>
      changedCells(sheet, contents(), isAmong(cells), inputsIn(basis, sheet)),
    ),
  );
  return places.map(({ plan: sheetPlan, sheet }, index): PlannedPlace => {
    const place = loaded[index] ?? null;
    if (place !== null) return foundPlace(sheetPlan, sheet, place, basis);
    const nothing = { ownTables: new Map(), ownMerges: [], oldFormats: [], ownCharts: [], chartNames: [] };
    return { plan: sheetPlan, sheet, before: null, ...nothing };
  });
};

const refuseSheet = (
  { name, exists, cells }: SheetPlan,
  sheet: Excel.Worksheet | undefined,
  isWorkbookProtected: boolean,
): void => {
  if ((sheet !== undefined) !== exists) throw new ExcelRefusal({ code: 'changedMeanwhile', sheet: name });
  if (sheet === undefined) {
    if (isWorkbookProtected) throw new ExcelRefusal({ code: 'protectedWorkbook' });
    return;
  }
  if (sheet.protection.protected) throw new ExcelRefusal({ code: 'protectedSheet', sheet: name });
  // Excel puts what is written over filtered rows into the wrong ones.
  if (isFiltered(sheet) && cells.length > 0) throw new ExcelRefusal({ code: 'filteredRows', sheet: name });
};

const cornersOf = ({ top, left, bottom, right }: CellRange): readonly CellPosition[] => [
  { row: top, column: left },
  { row: bottom, column: right },
];

/** Everything that a plan touches on a sheet, in one range. */
const areaOfPlan = ({
  cells,
  owned,
  merges,
  tables,
  conditionalFormats,
  charts,
}: SheetPlan): CellRange | undefined =>
  boundsOf([
    ...cells,
    ...(owned === null ? [] : cornersOf(owned)),
    ...[
      ...merges,
      ...tables.map(({ range }) => range),
      ...conditionalFormats.map(({ range }) => range),
      ...charts.map(({ place }) => place),
    ].flatMap(cornersOf),
  ]);

type LoadedPlace = {
  readonly state: () => AreaState;
  readonly merges: readonly Excel.RangeAreas[];
  readonly tables: readonly { readonly table: Excel.Table; readonly range: Excel.Range }[];
  readonly pivots: readonly Excel.Range[];
  readonly oldFormats: readonly Excel.ConditionalFormat[];
  readonly charts: readonly (() => ChartState)[];
};

const loadPlace = async (
  plan: SheetPlan,
  sheet: Excel.Worksheet,
  formats: readonly Excel.ConditionalFormat[],
  charts: readonly Excel.Chart[],
  basis: Snapshot,
  room: Room,
): Promise<LoadedPlace | null> => {
  const area = areaOfPlan(plan);
  if (area === undefined) return null;
  const oldFormats = formats.filter((format) => isOfEarlierRun(format, plan));
  const placed = (range: Excel.Range): Excel.Range => {
    range.load(PLACE);
    return range;
  };
  return {
    state: await loadState(sheet, area, oldFormats, bytesInSnapshot(basis, plan.name), room),
    // From A1 on, because a merged area is found by its first cell, which may lie before what is planned.
    merges: loadMerges(sheet, { ...area, top: 0, left: 0 }),
    tables: sheet.tables.items.map((table) => ({ table, range: placed(table.getRange()) })),
    pivots: sheet.pivotTables.items.map((pivot) => placed(pivot.layout.getRange())),
    oldFormats,
    charts: charts.map(loadChart),
  };
};

/** In an area of ours everything is of an earlier run; elsewhere what has a formula that is planned again. */
const isOfEarlierRun = (
  { type, customOrNullObject: custom }: Excel.ConditionalFormat,
  { owned, conditionalFormats }: SheetPlan,
): boolean =>
  owned !== null ||
  conditionalFormats.some((planned) =>
    planned.kind === 'formula'
      ? type === 'Custom' && custom.rule.formula === `=${planned.formula}`
      : type === (planned.kind === 'icons' ? 'IconSet' : 'ColorScale'),
  );

const foundPlace = (
  plan: SheetPlan,
  sheet: Excel.Worksheet | undefined,
  { state, merges, tables, pivots, oldFormats, charts }: LoadedPlace,
  basis: Snapshot,
): PlannedPlace => {
  const before = state();
  refuseChanged(changedCells(plan.name, before, isTouched(plan), inputsIn(basis, plan.name)));
  const isOwn = (name: string): boolean => plan.tables.some((table) => isSameName(table.name, name));
  const foreign = tables.filter(({ table }) => !isOwn(table.name));
  const found = mergesOf(merges);
  refuseTaken(plan, {
    merges: found.filter((merge) => !isWithin(merge, plan.owned)),
    tables: foreign.map(({ table, range }) => ({ range: placeOf(range), hasHeader: table.showHeaders })),
    pivots: pivots.map(placeOf),
  });
  return {
    plan,
    sheet,
    before,
    ownTables: new Map(
      tables.flatMap(({ table, range }) =>
        isOwn(table.name) ? [[table.name.toLowerCase(), { table, range: placeOf(range) }] as const] : [],
      ),
    ),
    ownMerges: found.filter((merge) => isWithin(merge, plan.owned)),
    oldFormats,
    ownCharts: charts.map((chart) => chart()),
    chartNames: sheet?.charts.items.map(({ name }) => name) ?? [],
  };
};

const isWithin = (inner: CellRange, outer: CellRange | null): boolean =>
  outer !== null && cornersOf(inner).every((corner) => rangeContains(outer, corner));

type LoadedSource = {
  readonly sheet: string;
  readonly contents: () => Contents;
  readonly cells: readonly CellPosition[];
};

const loadSources = async (
  { sources }: ChangePlan,
  worksheets: readonly Excel.Worksheet[],
  basis: Snapshot,
  room: Room,
): Promise<readonly LoadedSource[]> => {
  const loaded: LoadedSource[] = [];
  for (const sheet of new Set(sources.map((source) => source.sheet))) {
    const worksheet = worksheets.find(({ name }) => isSameName(name, sheet));
    const cells = sources.filter((source) => source.sheet === sheet);
    const area = boundsOf(cells);
    if (worksheet === undefined || area === undefined)
      throw new ExcelRefusal({ code: 'changedMeanwhile', sheet });
    const contents = await loadContents(worksheet, area, bytesInSnapshot(basis, sheet), room);
    loaded.push({ sheet, cells, contents });
  }
  return loaded;
};

/** What a cell of the snapshot must be handed to Excel as. */
const inputOf = (sheet: SheetSnapshot | undefined, position: CellPosition): Input => {
  const cell = sheet === undefined ? undefined : cellAt(sheet, position);
  if (cell === undefined) return '';
  if (cell.formula !== null) return `=${cell.formula}`;
  const value = isCellError(cell.value) ? cell.value.error : cell.value;
  return typeof value === 'string' ? textInput(value) : (value ?? '');
};

/** Names of the cells of a sheet, of those that matter, that hold something else than they did. */
export const changedCells = (
  name: string,
  { area, inputs }: Contents,
  matters: (row: number, column: number) => boolean,
  inputBefore: (position: CellPosition) => Input | null,
): readonly string[] =>
  inputs.flatMap((line, i) =>
    line.flatMap((input, j) => {
      const place = { row: area.top + i, column: area.left + j };
      const isSame = !matters(place.row, place.column) || isSameInput(input, inputBefore(place));
      return isSame ? [] : [cellName({ sheet: name, ...place })];
    }),
  );

/** What the cells of a sheet held when the plan's basis was read. */
const inputsIn = (basis: Snapshot, name: string): ((position: CellPosition) => Input) => {
  const sheet = basis.sheets.find((entry) => isSameName(entry.name, name));
  return (position) => inputOf(sheet, position);
};

const isAmong = (cells: readonly CellPosition[]): ((row: number, column: number) => boolean) => {
  const keys = new Set(cells.map(({ row, column }) => `${row}:${column}`));
  return (row, column) => keys.has(`${row}:${column}`);
};

const refuseChanged = (cells: readonly string[]): void => {
  if (cells.length > 0) throw new ExcelRefusal({ code: 'changedSinceRead', cells });
};
