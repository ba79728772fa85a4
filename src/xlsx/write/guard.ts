import {
  a1,
  cellName,
  rangeContains,
  rangesOverlap,
  type CellPosition,
  type CellRange,
} from '../../core/cell-address';
import type { PlannedCell, SheetPlan } from '../../core/change-plan';
import type { WorkbookRefusal } from '../../app/workbook-port';
import type { PartStore } from '../package/part-store';
import type { CellContext } from '../read/read-cell';
import { isProtectedSheet, readMerges } from '../read/read-sheet';
import type { SheetText } from '../read/scan-cells';
import { RefusedError } from '../refusal';
import type { XmlNode } from '../xml/parse-xml';
import { MAX_TEXT } from './cell-xml';
import { findFormulaGroups, neededElsewhere } from './formula-groups';
import { keptMerges } from './merges';
import type { CellPatch } from './patch-cells';
import { isAcross, isWithin } from './ranges';
import { foreignTables } from './tables';

type GuardedSheet = {
  readonly store: PartStore;
  readonly part: string;
  readonly root: XmlNode;
  readonly text: SheetText;
  readonly context: CellContext;
};

type Check = (cell: PlannedCell, isContentChanged: boolean) => WorkbookRefusal['code'] | undefined;

/** Refuses to change what is locked, or belongs to more than one cell. */
export const makeGuard = (plan: SheetPlan, sheet: GuardedSheet): CellPatch['guard'] => {
  const refuse = (code: WorkbookRefusal['code'], cell: CellPosition): never => {
    const name = cellName({ sheet: plan.name, row: cell.row, column: cell.column });
    throw new RefusedError(
      code === 'protectedSheet' ? { code, sheet: plan.name, cell: name } : { code, cell: name },
    );
  };
  const cut = cutMerge(plan, sheet.root);
  if (cut !== undefined) refuse('mergedCell', { row: cut.top, column: cut.left });
  const checks = [
    protectionCheck(sheet.root),
    mergeCheck(plan, sheet.root),
    tableCheck(plan, sheet),
    formulaCheck(plan, sheet),
    textCheck,
  ];
  return (cell, isContentChanged) => {
    for (const check of checks) {
      const code = check(cell, isContentChanged);
      if (code !== undefined) refuse(code, cell);
    }
  };
};

/** A merged area that reaches out of what is ours and that a planned one would have to split. */
const cutMerge = ({ owned, merges }: SheetPlan, root: XmlNode): CellRange | undefined =>
  readMerges(root).find(
    (range) => isAcross(range, owned) && merges.some((planned) => rangesOverlap(planned, range)),
  );

const protectionCheck = (root: XmlNode): Check => {
  const isProtected = isProtectedSheet(root);
  return () => (isProtected ? 'protectedSheet' : undefined);
};

const mergeCheck = (plan: SheetPlan, root: XmlNode): Check => {
  const merges = keptMerges(root, plan);
  return (cell) => {
    const merge = merges.find((range) => rangeContains(range, cell));
    if (merge === undefined) return undefined;
    const isHead = merge.top === cell.row && merge.left === cell.column;
    // The head of an area that reaches out of what is ours shows its text for cells of the officer's too.
    return isHead && !isAcross(merge, plan.owned) ? undefined : 'mergedCell';
  };
};

/** Headers name the columns; and a table within an area that is ours is not emptied. */
const tableCheck = (plan: SheetPlan, { store, part }: GuardedSheet): Check => {
  const tables = foreignTables(store, part, plan);
  return (cell, isContentChanged) => {
    const table = isContentChanged ? tables.find(({ range }) => rangeContains(range, cell)) : undefined;
    if (table === undefined) return undefined;
    if (table.hasHeader && table.range.top === cell.row) return 'tableHeader';
    return plan.owned !== null && rangeContains(plan.owned, cell) ? 'tableOverlap' : undefined;
  };
};

const formulaCheck = (plan: SheetPlan, { text, context }: GuardedSheet): Check => {
  const groups = findFormulaGroups(text, context);
  const planned = new Set(groups.shared.length === 0 ? [] : plan.cells.map(a1));
  const isNeededElsewhere = neededElsewhere(
    groups,
    (cell) => planned.has(a1(cell)) || (plan.owned !== null && rangeContains(plan.owned, cell)),
  );
  return (cell, isContentChanged) => {
    if (!isContentChanged) return undefined;
    const array = groups.arrays.find((range) => rangeContains(range, cell));
    if (array !== undefined && !isWithin(array, plan.owned)) return 'arrayFormula';
    return isNeededElsewhere(cell) ? 'sharedFormula' : undefined;
  };
};

const textCheck: Check = ({ value }, isContentChanged) =>
  isContentChanged && typeof value === 'string' && value.length > MAX_TEXT ? 'textTooLong' : undefined;
