import type { UndoOutcome } from '../app/workbook-port';
import { cellName, parseRange, quotedSheet, type CellRange } from '../core/cell-address';
import type { SheetPlan } from '../core/change-plan';
import { openBatch, roomIn, type Room } from './batch';
import { PLACE, placeOf, rangeAt } from './blocks';
import { inputFor, textInput } from './cell-content';
import type { ChartState } from './chart-state';
import { bytesInBoth, bytesInPlan, bytesInState } from './content-bytes';
import { isSameName, isTouched } from './planned-places';
import {
  isSameInput,
  loadContents,
  restoreCells,
  restoreFormats,
  restoreSizes,
  type AreaState,
  type Contents,
  type Input,
} from './sheet-state';
import { chartsOf, loadChartsNow, restoreCharts, type ChartNow } from './write-charts';

/** What one sheet was before a plan was applied, and what was written on it. */
export type SheetReceipt = {
  readonly plan: SheetPlan;
  /** Null for a sheet that the plan added. */
  readonly before: AreaState | null;
  readonly merges: readonly CellRange[];
  readonly tables: readonly { readonly name: string; readonly range: CellRange }[];
  /** Charts of the plan that were there, and the names of all that were. */
  readonly charts: readonly ChartState[];
  readonly chartNames: readonly string[];
  /** Contents after writing, as Excel gives them; null where writing failed on the way. */
  readonly after: Contents | null;
};

/** Everything that is needed to take a plan back. */
export type WorkbookReceipt = {
  readonly sheets: readonly SheetReceipt[];
  /** Names that the plan set, with what they referred to before; null for one that was not there. */
  readonly names: readonly { readonly name: string; readonly formula: string | null }[];
};

type SheetNow = {
  readonly receipt: SheetReceipt;
  readonly sheet: Excel.Worksheet;
  readonly contents: () => Contents | null;
  readonly charts: readonly ChartNow[];
  /** Charts that are neither the plan's nor were there before. */
  readonly newCharts: () => readonly Excel.Chart[];
};

/**
 * Takes a plan back, whole or as far as it was written. What holds neither what was there before nor what we wrote has
 * been edited since: it is left and listed, and so is a sheet of ours in which somebody has worked. Right after writing
 * has failed, a chart that nobody knows is one of ours which had no name yet.
 */
export const takeBack = async (
  context: Excel.RequestContext,
  { sheets, names }: WorkbookReceipt,
  hasJustFailed = false,
): Promise<UndoOutcome> => {
  const { workbook } = context;
  workbook.worksheets.load('items/name,items/tables/items/name');
  workbook.names.load('items/name,items/formula');
  const areas = sheets.map((receipt) => loadArea(receipt, workbook.worksheets));
  await context.sync();
  const room = roomIn(() => context.sync());
  const present: SheetNow[] = [];
  for (const [index, receipt] of sheets.entries()) {
    const sheet = workbook.worksheets.items.find(({ name }) => isSameName(name, receipt.plan.name));
    if (sheet !== undefined) present.push(await loadNow(receipt, sheet, areas[index]?.() ?? null, room));
  }
  await context.sync();

  const batch = openBatch(context);
  const cells: string[] = [];
  const kept: string[] = [];
  for (const now of present) {
    const unnamed = hasJustFailed && now.receipt.after === null ? now.newCharts() : [];
    for (const chart of unnamed) chart.delete();
    if (now.receipt.before !== null) {
      cells.push(...(await restoreSheet(now, now.receipt.before, batch.room)));
      continue;
    }
    const isOurs = holdsOnlyOurs(now) && now.newCharts().length === unnamed.length;
    if (isOurs) now.sheet.delete();
    else kept.push(now.sheet.name);
  }
  for (const { name, formula } of names) {
    const item = workbook.names.items.find((entry) => isSameName(entry.name, name));
    if (item === undefined) continue;
    if (formula !== null) item.formula = formula;
    else if (!kept.some((sheet) => pointsTo(String(item.formula), sheet))) item.delete();
  }
  await batch.send();
  return { cells, sheets: kept };
};

const pointsTo = (formula: string, sheet: string): boolean =>
  formula.startsWith(`=${quotedSheet(sheet)}!`) || formula.startsWith(`=${sheet}!`);

/** Asks what there is to be looked at: what was before, or all of a sheet that the plan added; null where there is nothing. */
const loadArea = (
  { plan, before }: SheetReceipt,
  worksheets: Excel.WorksheetCollection,
): (() => CellRange | null) => {
  if (before !== null) return () => before.area;
  const used = worksheets.getItemOrNullObject(plan.name).getUsedRangeOrNullObject(true);
  used.load(PLACE);
  return () => (used.isNullObject ? null : placeOf(used));
};

const loadNow = async (
  receipt: SheetReceipt,
  sheet: Excel.Worksheet,
  area: CellRange | null,
  room: Room,
): Promise<SheetNow> => {
  const { plan, before, chartNames } = receipt;
  sheet.charts.load('items/name');
  const known = [...chartNames, ...chartsOf(plan)];
  const written = bytesInPlan(plan);
  const bytes = before === null ? written : bytesInBoth(bytesInState(before), written);
  return {
    receipt,
    sheet,
    contents: area === null ? () => null : await loadContents(sheet, area, bytes, room),
    charts: loadChartsNow(sheet, plan),
    newCharts: () => sheet.charts.items.filter(({ name }) => !known.includes(name)),
  };
};

/** Tells what we may have put into a cell: its content, or on the way there the address of its link, or nothing. */
const isWrittenBy = ({
  plan,
  after,
}: SheetReceipt): ((row: number, column: number, input: Input) => boolean) => {
  const planned = new Map(plan.cells.map((cell) => [`${cell.row}:${cell.column}`, cell]));
  return (row, column, input) => {
    const cell = planned.get(`${row}:${column}`);
    const content =
      after?.inputs[row - after.area.top]?.[column - after.area.left] ??
      (cell === undefined ? '' : inputFor(cell));
    // A whole plan leaves no address behind, so one that stands there then was typed.
    const link = after === null && cell?.link !== undefined ? textInput(cell.link) : '';
    return [content, link, ''].some((known) => isSameInput(input, known));
  };
};

const holdsOnlyOurs = ({ receipt, contents }: SheetNow): boolean => {
  const now = contents();
  if (now === null) return true;
  const isWritten = isWrittenBy(receipt);
  return now.inputs.every((line, i) =>
    line.every((input, j) => input === null || isWritten(now.area.top + i, now.area.left + j, input)),
  );
};

/** Restores a sheet that was there before; gives the cells that were left. */
const restoreSheet = async (
  { receipt, sheet, contents, charts }: SheetNow,
  before: AreaState,
  room: Room,
): Promise<readonly string[]> => {
  const { plan, merges, tables } = receipt;
  const now = contents();
  const touched = isTouched(plan);
  const isWritten = isWrittenBy(receipt);
  const isOurs = (row: number, column: number): boolean => {
    const i = row - before.area.top;
    const j = column - before.area.left;
    const input = now?.inputs[i]?.[j] ?? '';
    return isSameInput(input, before.inputs[i]?.[j] ?? null) || isWritten(row, column, input);
  };
  for (const { name } of plan.tables) {
    const old = tables.find((table) => isSameName(table.name, name));
    const table = sheet.tables.items.find((entry) => isSameName(entry.name, name));
    if (table === undefined) continue;
    if (old === undefined) table.convertToRange();
    else table.resize(rangeAt(sheet, old.range));
  }
  for (const range of plan.owned === null ? plan.merges : [plan.owned]) rangeAt(sheet, range).unmerge();
  if (plan.owned !== null) rangeAt(sheet, plan.owned).conditionalFormats.clearAll();
  const linked = plan.cells.filter(({ link }) => link !== undefined);
  const isRestored = (row: number, column: number): boolean => touched(row, column) && isOurs(row, column);
  await restoreCells(sheet, before, isRestored, linked, room);
  restoreSizes(sheet, before, plan);
  for (const merge of merges) rangeAt(sheet, merge).merge(false);
  restoreCharts(sheet, charts, receipt.charts);
  if (plan.owned !== null) restoreFormats(sheet, before.formats);
  const printed = before.printArea === null ? undefined : parseRange(before.printArea.replace(/^.*!/, ''));
  if (plan.frame !== null && printed !== undefined) sheet.pageLayout.setPrintArea(rangeAt(sheet, printed));
  return before.inputs.flatMap((line, i) =>
    line.flatMap((_, j) => {
      const place = { row: before.area.top + i, column: before.area.left + j };
      const isKept = touched(place.row, place.column) && !isOurs(place.row, place.column);
      return isKept ? [cellName({ sheet: plan.name, ...place })] : [];
    }),
  );
};
