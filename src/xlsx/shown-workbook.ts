import type { WorkbookRefusal } from '../app/workbook-port';
import type { CellRef } from '../core/cell-address';
import type { ChangePlan } from '../core/change-plan';
import type { Result } from '../core/result';
import type { SheetSnapshot, Snapshot } from '../core/snapshot';
import { readLooks, type WorkbookLooks } from './looks/workbook-looks';
import { openWorkbookPackage } from './package/open-package';
import type { Draft, Package, PartStore, Unpacked } from './package/part-store';
import { relationshipsPart } from './package/relationships';
import { readSheet, readTables, type CellStyles, type SheetContext } from './read/read-sheet';
import { sheetContext, worksheets } from './read/read-snapshot';
import { refusable } from './refusal';
import { readWorkbook, workbookPart, type WorkbookModel } from './workbook/read-workbook';
import { applyPlan, type RefusedCell } from './write/apply-plan';
import { editCells, type CellEdit, type CellResult } from './write/edit-cells';

/** A worksheet as it was read, with the style of every cell that the file names; the same object as long as it is the same. */
export type ReadSheet = { readonly snapshot: SheetSnapshot; readonly styles: CellStyles };

/**
 * A workbook file that is shown and worked on. What changes it gives the workbook that it becomes; the file is written
 * only when its bytes are asked for.
 */
export type ShownWorkbook = {
  readonly snapshot: Snapshot;
  readonly sheets: readonly ReadSheet[];
  /** Number format code of a cell, also of one that is blank. */
  readonly formatOf: (cell: CellRef) => string;
  /** Whether its days count from 1904. */
  readonly isFrom1904: boolean;
  readonly looks: () => WorkbookLooks;
  readonly bytes: () => Uint8Array;
  readonly apply: (plan: ChangePlan) => Result<ShownWorkbook, WorkbookRefusal>;
  /** Writes what was typed into cells, and what formulas come to since; see `editCells`. */
  readonly edit: (
    edits: readonly CellEdit[],
    results: readonly CellResult[],
  ) => Result<EditedWorkbook, WorkbookRefusal>;
};

export type EditedWorkbook = { readonly workbook: ShownWorkbook; readonly refused: readonly RefusedCell[] };

/** Opens the bytes of a workbook to show it; big parts may be unpacked before. */
export const openToShow = (
  bytes: Uint8Array,
  unpacked: Unpacked = new Map(),
): Result<ShownWorkbook, WorkbookRefusal> =>
  refusable(() =>
    shownWorkbook(openWorkbookPackage(bytes, unpacked), () => bytes.slice(), rememberingReader()),
  );

type Reader = (
  store: PartStore,
  model: WorkbookModel,
) => { readonly sheets: readonly ReadSheet[]; readonly formats: readonly string[] };

const shownWorkbook = (source: Package, save: () => Uint8Array, read: Reader): ShownWorkbook => {
  const model = readWorkbook(source);
  const { sheets, formats } = read(source, model);
  let looks: WorkbookLooks | undefined;
  let bytes: Uint8Array | undefined;
  const over = (draft: Draft): ShownWorkbook => shownWorkbook(draft, draft.save, read);
  return {
    snapshot: { sheets: sheets.map(({ snapshot }) => snapshot), names: model.names },
    sheets,
    formatOf: ({ sheet, row, column }) => {
      const found = sheets.find(({ snapshot }) => snapshot.name === sheet);
      return formats[found?.styles[row]?.[column] ?? 0] ?? 'General';
    },
    isFrom1904: model.is1904,
    looks: () => (looks ??= readLooks(source, model)),
    bytes: () => (bytes ??= save()),
    apply: (plan) =>
      refusable(() => {
        const draft = source.draft();
        applyPlan(draft, plan);
        return over(draft);
      }),
    edit: (edits, results) =>
      refusable(() => {
        const { draft, refused } = editCells(source, edits, results);
        return { workbook: over(draft), refused };
      }),
  };
};

type Known = { readonly from: readonly unknown[]; readonly sheet: ReadSheet };

/** Reads sheets, and those anew only of which something has changed since. */
const rememberingReader = (): Reader => {
  const known = new Map<string, Known>();
  let last: { readonly from: readonly unknown[]; readonly context: SheetContext } | undefined;
  return (store, model) => {
    const shared = ['sharedStrings', 'styles'].map((kind) => textOf(store, workbookPart(model, kind)));
    const from = [...shared, model.is1904];
    if (last === undefined || !isSame(last.from, from)) last = { from, context: sheetContext(store, model) };
    const { context } = last;
    const sheets = worksheets(model).map((sheet) => {
      const inputs = (): readonly unknown[] => {
        const tables = readTables(store, sheet.part).map(({ part }) => store.text(part));
        const own = [store.text(sheet.part), store.text(relationshipsPart(sheet.part)), ...tables];
        return [context, sheet.name, sheet.visibility, ...own];
      };
      const before = known.get(sheet.part);
      if (before !== undefined && isSame(before.from, inputs())) return before.sheet;
      const styles: CellStyles = [];
      const read = { snapshot: readSheet(store, sheet, context, styles), styles };
      known.set(sheet.part, { from: inputs(), sheet: read });
      return read;
    });
    return { sheets, formats: context.formats };
  };
};

const textOf = (store: PartStore, part: string | undefined): string | undefined =>
  part === undefined ? undefined : store.text(part);

const isSame = (one: readonly unknown[], other: readonly unknown[]): boolean =>
  one.length === other.length && one.every((value, index) => value === other[index]);
