import {
  untouchedSheet,
  type ChangePlan,
  type CellStyle,
  type PlannedCell,
  type SheetFrame,
  type SheetPlan,
} from '../../src/core/change-plan';
import type { SheetSnapshot, Snapshot } from '../../src/core/snapshot';
import { openWorkbook, type XlsxWorkbook } from '../../src/xlsx/open-workbook';
import { structureProblems } from './check-structure';

/** Opens a workbook that must be readable. */
export const opened = (bytes: Uint8Array): XlsxWorkbook => {
  const result = openWorkbook(bytes);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};

export const snapshotOf = (bytes: Uint8Array): Snapshot => opened(bytes).snapshot();

/** A sheet of a workbook by name. */
export const sheetOf = (bytes: Uint8Array, name: string): SheetSnapshot => {
  const sheet = snapshotOf(bytes).sheets.find((candidate) => candidate.name === name);
  if (sheet === undefined) throw new Error(`No sheet ${name}`);
  return sheet;
};

/** Applies a plan that must be accepted; the file may have no flaw that it did not have before. */
export const applied = (bytes: Uint8Array, plan: ChangePlan): Uint8Array => {
  const result = opened(bytes).apply(plan);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  const known = new Set(structureProblems(bytes));
  const problems = structureProblems(result.value).filter((problem) => !known.has(problem));
  if (problems.length > 0) throw new Error(problems.join('\n'));
  return result.value;
};

export const BODY: CellStyle = { font: 'TH Sarabun New', size: 16 };

/** The look of a sheet as a whole, with what is given. */
export const frameWith = (frame: Partial<SheetFrame>): SheetFrame => ({
  freeze: null,
  page: { orientation: 'portrait', printArea: { top: 0, left: 0, bottom: 9, right: 4 } },
  tabColor: '1F6FB2',
  ...frame,
});

/** A plan for one sheet with nothing on it but what is given. */
export const planFor = (
  name: string,
  sheet: Partial<SheetPlan>,
  rest: Partial<ChangePlan> = {},
): ChangePlan => ({
  sources: [],
  sheets: [{ ...untouchedSheet(name), frame: frameWith({}), ...sheet }],
  names: [],
  styles: { body: BODY },
  ...rest,
});

/** Cells of one column from the top. */
export const columnOf = (values: readonly PlannedCell['value'][], column = 0): readonly PlannedCell[] =>
  values.map((value, row) => ({ row, column, value, style: 'body' }));
