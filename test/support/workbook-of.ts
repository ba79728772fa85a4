import { untouchedSheet, type PlannedCell, type SheetPlan } from '../../src/core/change-plan';
import type { CellRange } from '../../src/core/cell-address';
import type { Snapshot } from '../../src/core/snapshot';
import { newWorkbook } from '../../src/xlsx/new-workbook';
import { openWorkbook, type XlsxWorkbook } from '../../src/xlsx/open-workbook';
import { structureProblems } from '../xlsx/check-structure';

export type Typed = string | number | null;

const open = (bytes: Uint8Array): XlsxWorkbook => {
  const opened = openWorkbook(bytes);
  if (!opened.ok) throw new Error(opened.error.code);
  return opened.value;
};

/** A plan that types values into one sheet and leaves its looks alone. */
export const typing = (
  name: string,
  cells: readonly PlannedCell[],
  merges: readonly CellRange[] = [],
): SheetPlan => ({ ...untouchedSheet(name), cells, merges });

/** Bytes of a workbook with what an officer typed into its cells. */
export const typeInto = (bytes: Uint8Array, sheets: readonly SheetPlan[]): Uint8Array => {
  const applied = open(bytes).apply({ sources: [], sheets, names: [], styles: {} });
  if (!applied.ok) throw new Error(`${applied.error.code} ${applied.error.cell ?? ''}`);
  const problems = structureProblems(applied.value);
  if (problems.length > 0) throw new Error(problems.join('\n'));
  return applied.value;
};

/** Bytes of a new workbook whose sheets hold these rows from A1 on. */
export const workbookOf = (sheets: Readonly<Record<string, readonly (readonly Typed[])[]>>): Uint8Array =>
  typeInto(
    newWorkbook(Object.keys(sheets)),
    Object.entries(sheets).map(([name, rows]) =>
      typing(
        name,
        rows.flatMap((row, index) =>
          row.flatMap((value, column) => (value === null ? [] : [{ row: index, column, value }])),
        ),
      ),
    ),
  );

/** Snapshot of a workbook's bytes. */
export const snapshotOf = (bytes: Uint8Array): Snapshot => open(bytes).snapshot();
