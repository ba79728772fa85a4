import { cellName, rangeContains, type CellRef } from '../../core/cell-address';
import type { ChangePlan } from '../../core/change-plan';
import { err, ok, type Result } from '../../core/result';
import { cellAt, isCellError, type Snapshot } from '../../core/snapshot';
import type { Receipt, WorkbookPort, WorkbookRefusal } from '../../app/workbook-port';
import { openWorkbook, type XlsxWorkbook } from '../../xlsx/open-workbook';
import type { CellEdit, CellResult } from '../../xlsx/write/edit-cells';
import { changedCells } from './changed-cells';
import { typedValue } from './typed-value';

/** A cell as it was left in a grid; `formula` is without `=`. */
export type LeftCell = CellResult & { readonly formula?: string };

/** The workbook as it stands, and what made it so. */
export type BookState = {
  readonly bytes: Uint8Array;
  readonly workbook: XlsxWorkbook;
  readonly cause: 'opened' | 'typed' | 'written';
};

/** Cells that could not be changed, with the reason. */
export type NotTyped = { readonly refusal: WorkbookRefusal; readonly cells: readonly CellRef[] };

/** What the workbook needs of the place in which it is shown. */
export type Surroundings = {
  /** Waits until everything that was typed has come into the book; with `isFinal` also what is being typed. */
  readonly settle: (isFinal: boolean) => Promise<void>;
  readonly show: (cell: CellRef) => void;
};

/** A workbook file that is worked on in memory; its bytes are the only truth about it. */
export type Book = {
  readonly state: () => BookState;
  readonly subscribe: (listener: () => void) => () => void;
  /** Takes in what was typed; what must not be changed is left as it was and given back. */
  readonly type: (cells: readonly LeftCell[], results: readonly CellResult[]) => readonly NotTyped[];
  readonly port: WorkbookPort;
};

/** What happened to the book since it was opened: cells typed into, and results that changed with them. */
type Logged = { readonly edits: readonly CellEdit[]; readonly results: readonly CellResult[] };

/** Opens the bytes of a workbook to work on it. */
export const openBook = (bytes: Uint8Array, surroundings: Surroundings): Result<Book, WorkbookRefusal> => {
  const opened = openWorkbook(bytes, { isShown: true });
  return opened.ok ? ok(startBook({ bytes, workbook: opened.value, cause: 'opened' }, surroundings)) : opened;
};

const startBook = (first: BookState, { settle, show }: Surroundings): Book => {
  let state = first;
  const log: Logged[] = [];
  const listeners = new Set<() => void>();

  const become = (bytes: Uint8Array, cause: BookState['cause']): void => {
    const opened = openWorkbook(bytes, { isShown: true });
    // What we wrote ourselves must open again; the book stays as it was.
    if (!opened.ok) throw new Error(`Written, but not readable: ${opened.error.code}`);
    state = { bytes, workbook: opened.value, cause };
    for (const listener of listeners) listener();
  };

  const type = (cells: readonly LeftCell[], results: readonly CellResult[]): readonly NotTyped[] => {
    const snapshot = state.workbook.snapshot();
    const edits = cells.map((cell) => toEdit(cell, snapshot)).filter((edit) => isNew(edit, snapshot));
    if (edits.length === 0 && results.length === 0) return [];
    const all = state.workbook.edit(edits, results);
    if (all.ok) {
      log.push({ edits, results });
      become(all.value, 'typed');
      return [];
    }
    return typeOneByOne(edits, results);
  };

  /** One cell that must not be changed does not take the others with it. */
  const typeOneByOne = (edits: readonly CellEdit[], results: readonly CellResult[]): readonly NotTyped[] => {
    const notTyped: NotTyped[] = [];
    const accepted: CellEdit[] = [];
    for (const edit of edits) {
      const tried = state.workbook.edit([...accepted, edit], []);
      if (tried.ok) accepted.push(edit);
      else notTyped.push({ refusal: tried.error, cells: [edit] });
    }
    // Results that rest on a cell that was not changed would be wrong.
    const written = state.workbook.edit(accepted, notTyped.length > 0 ? [] : results);
    if (written.ok && accepted.length > 0) {
      log.push({ edits: accepted, results: [] });
      become(written.value, 'typed');
    }
    return notTyped;
  };

  const undo = (plan: ChangePlan, before: BookState, since: number) => async () => {
    await settle(true);
    const later = log.slice(since);
    const edits = later.flatMap((entry) => entry.edits);
    const lost = edits.filter((edit) => isPlanned(plan, edit));
    if (lost.length > 0) return err({ code: 'editedSince', cells: lost.map(cellName) } as const);
    const results = later.flatMap((entry) => entry.results).filter((cell) => holdsFormula(before, cell));
    const restored = before.workbook.edit(edits, results);
    if (!restored.ok) return restored;
    become(later.length === 0 ? before.bytes : restored.value, 'written');
    return ok({ cells: [], sheets: [] });
  };

  const port: WorkbookPort = {
    snapshot: async () => {
      await settle(false);
      return ok(state.workbook.snapshot());
    },
    apply: async (plan, basis): Promise<Result<Receipt, WorkbookRefusal>> => {
      await settle(true);
      const changed = changedCells(plan, basis, state.workbook.snapshot());
      if (changed.length > 0) return err({ code: 'changedSinceRead', cells: changed });
      const applied = state.workbook.apply(plan);
      if (!applied.ok) return applied;
      const receipt: Receipt = { undo: undo(plan, state, log.length) };
      become(applied.value, 'written');
      return ok(receipt);
    },
    select: (cell) => {
      const isThere = state.workbook.snapshot().sheets.some(({ name }) => name === cell.sheet);
      if (!isThere) return Promise.resolve(err({ code: 'changedMeanwhile' }));
      show(cell);
      return Promise.resolve(ok(null));
    },
  };

  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    type,
    port,
  };
};

const sheetOf = (snapshot: Snapshot, { sheet }: CellRef) =>
  snapshot.sheets.find(({ name }) => name === sheet);

const toEdit = ({ sheet, row, column, value, formula }: LeftCell, snapshot: Snapshot): CellEdit => {
  const cells = sheetOf(snapshot, { sheet, row, column });
  const format = (cells && cellAt(cells, { row, column })?.format) ?? 'General';
  const meant = formula === undefined ? typedValue(value, format) : value;
  // A formula whose result is an error has none that a plan can state; spreadsheets compute it when they open the file.
  const plain = isCellError(meant) ? null : meant;
  return { sheet, row, column, value: plain, ...(formula === undefined ? {} : { formula }) };
};

/** Whether a cell holds something else now. */
const isNew = (edit: CellEdit, snapshot: Snapshot): boolean => {
  const sheet = sheetOf(snapshot, edit);
  const cell = sheet && cellAt(sheet, edit);
  return (cell?.value ?? null) !== edit.value || (cell?.formula ?? undefined) !== edit.formula;
};

const holdsFormula = ({ workbook }: BookState, cell: CellRef): boolean => {
  const sheet = sheetOf(workbook.snapshot(), cell);
  return sheet !== undefined && cellAt(sheet, cell)?.formula !== null;
};

/** Whether a cell stands where a plan has written. */
const isPlanned = ({ sheets }: ChangePlan, cell: CellRef): boolean =>
  sheets.some(
    ({ name, exists, owned, cells }) =>
      name === cell.sheet &&
      (!exists ||
        (owned !== null && rangeContains(owned, cell)) ||
        cells.some(({ row, column }) => row === cell.row && column === cell.column)),
  );
