import { localAnalyst } from '../../app/analyst';
import { cellName, rangeContains, type CellRef } from '../../core/cell-address';
import type { ChangePlan } from '../../core/change-plan';
import { err, ok, type Result } from '../../core/result';
import { cellAt, isCellError, type Snapshot } from '../../core/snapshot';
import type { WorkbookRefusal } from '../../app/workbook-port';
import { inflateNatively } from '../../xlsx/package/inflate-natively';
import {
  openToShow,
  type EditedWorkbook,
  type ReadSheet,
  type ShownWorkbook,
} from '../../xlsx/shown-workbook';
import type { CellEdit, CellResult } from '../../xlsx/write/edit-cells';
import type { BookChange, BookQuestion, BookQuestions, LeftCell, NotTyped } from './book-protocol';
import { packCells } from './packed-cells';
import { typedValue } from './typed-value';

/** Answers every question about a workbook; what was asked first is answered first. */
type BookKeeper = {
  readonly [Kind in BookQuestion]: (
    ask: BookQuestions[Kind]['ask'],
  ) => BookQuestions[Kind]['answer'] | Promise<BookQuestions[Kind]['answer']>;
};

/** What happened to the book since it was opened: cells typed into, and results that changed with them. */
type Logged = { readonly edits: readonly CellEdit[]; readonly results: readonly CellResult[] };

/** What was written, and how the book was before. */
type Written = { readonly plan: ChangePlan; readonly before: ShownWorkbook; readonly since: number };

/** Keeps a workbook that is worked on: the only truth about it, and the only code that reads and writes its file. */
export const keepBook = (): BookKeeper => {
  let opened: ShownWorkbook | null = null;
  let told: readonly ReadSheet[] = [];
  let written: readonly Written[] = [];
  const log: Logged[] = [];
  const versions = new WeakMap<ShownWorkbook, number>();
  let count = 0;

  const current = (): ShownWorkbook => {
    if (opened === null) throw new Error('No workbook was opened');
    return opened;
  };

  const become = (next: ShownWorkbook, hasNewLooks: boolean): BookChange => {
    const version = versions.get(next) ?? ++count;
    versions.set(next, version);
    opened = next;
    const sheets = next.sheets.map((sheet) => {
      const place = told.indexOf(sheet);
      if (place >= 0) return place;
      const { rows, ...rest } = sheet.snapshot;
      return { ...rest, cells: packCells(rows, sheet.styles) };
    });
    told = next.sheets;
    return { version, names: next.snapshot.names, sheets, looks: hasNewLooks ? next.looks() : null };
  };

  return {
    open: async ({ bytes }) => {
      const workbook = openToShow(bytes, await inflateNatively(bytes));
      return workbook.ok ? ok(become(workbook.value, true)) : workbook;
    },
    type: ({ cells, results }) => {
      const book = current();
      const edits = cells.map((cell) => toEdit(cell, book)).filter((cell) => isNew(cell, book.snapshot));
      if (edits.length === 0 && results.length === 0) return { change: null, notTyped: [] };
      const edited = book.edit(edits, results);
      if (!edited.ok) return { change: null, notTyped: [{ refusal: edited.error, cells: edits }] };
      const { workbook, refused } = edited.value;
      const gone = new Set(refused.map(({ cell }) => cellName(cell)));
      const typed = edits.filter((cell) => !gone.has(cellName(cell)));
      const notTyped = byReason(refused);
      if (typed.length === 0 && refused.length > 0) return { change: null, notTyped };
      log.push({ edits: typed, results: refused.length > 0 ? [] : results });
      return { change: become(workbook, false), notTyped };
    },
    apply: ({ plan }) => {
      const before = current();
      const applied = before.apply(plan);
      if (!applied.ok) return applied;
      written = [...written, { plan, before, since: log.length }];
      return ok({ change: become(applied.value, true), receipt: written.length - 1 });
    },
    undo: ({ receipt }) => {
      const last = written[receipt];
      if (last === undefined) throw new Error(`Nothing was written: ${receipt}`);
      const restored = takenBack(last, log.slice(last.since));
      return restored.ok ? ok(become(restored.value, true)) : restored;
    },
    bytes: () => current().bytes(),
    analyze: ({ options }) => localAnalyst.analyze(current().snapshot, options),
    merge: ({ copies, options }) => localAnalyst.planMerge(current().snapshot, copies, options),
    many: ({ options }) => localAnalyst.planMany(current().snapshot, options),
    collect: ({ snapshot, options }) => localAnalyst.collect(snapshot, options),
    collection: ({ gathered }) => localAnalyst.planCollection(current().snapshot, gathered),
  };
};

const takenBack = (
  { plan, before }: Written,
  later: readonly Logged[],
): Result<ShownWorkbook, WorkbookRefusal> => {
  if (later.length === 0) return ok(before);
  const edits = later.flatMap((entry) => entry.edits);
  const lost = edits.filter((edit) => isPlanned(plan, edit));
  if (lost.length > 0) return err({ code: 'editedSince', cells: lost.map(cellName) });
  const results = later
    .flatMap((entry) => entry.results)
    .filter((cell) => holdsFormula(before.snapshot, cell));
  const restored = before.edit(edits, results);
  if (!restored.ok) return restored;
  const [refused] = restored.value.refused;
  return refused === undefined ? ok(restored.value.workbook) : err(refused.refusal);
};

/** Refused cells, those of one reason together. */
const byReason = (refused: EditedWorkbook['refused']): readonly NotTyped[] => {
  const reasons = new Map<string, { readonly refusal: WorkbookRefusal; readonly cells: CellRef[] }>();
  for (const { cell, refusal } of refused) {
    const reason = reasons.get(refusal.code) ?? { refusal, cells: [] };
    reason.cells.push(cell);
    reasons.set(refusal.code, reason);
  }
  return [...reasons.values()];
};

const sheetOf = (snapshot: Snapshot, { sheet }: CellRef) =>
  snapshot.sheets.find(({ name }) => name === sheet);

const toEdit = (cell: LeftCell, { formatOf, isFrom1904 }: ShownWorkbook): CellEdit => {
  const { sheet, row, column, value, formula } = cell;
  const meant = formula === undefined ? typedValue(value, formatOf(cell), isFrom1904) : value;
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

const holdsFormula = (snapshot: Snapshot, cell: CellRef): boolean => {
  const sheet = sheetOf(snapshot, cell);
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
