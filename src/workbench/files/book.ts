import { localAnalyst, type Analyst } from '../../app/analyst';
import type { WorkbookPort, WorkbookRefusal } from '../../app/workbook-port';
import type { CellRef } from '../../core/cell-address';
import type { PointedArea } from '../../core/read/pointed-area';
import { err, ok, type Result } from '../../core/result';
import type { SheetSnapshot, Snapshot } from '../../core/snapshot';
import type { WorkbookLooks } from '../../xlsx/looks/workbook-looks';
import type { CellResult } from '../../xlsx/write/edit-cells';
import { askBook } from './ask-book';
import type { BookChange, LeftCell, NotTyped, PackedSheet } from './book-protocol';
import { changedCells } from './changed-cells';
import { unpackedRows, type PackedCells } from './packed-cells';

/** The workbook as it stands, and what made it so. */
export type BookState = {
  readonly version: number;
  readonly snapshot: Snapshot;
  /** The cells of each sheet of the snapshot. */
  readonly cells: readonly PackedCells[];
  readonly looks: WorkbookLooks;
  readonly cause: 'opened' | 'typed' | 'written';
};

/** What the workbook needs of the place in which it is shown. */
export type Surroundings = {
  /** Waits until everything that was typed has come into the book; with `isFinal` also what is being typed. */
  readonly settle: (isFinal: boolean) => Promise<void>;
  readonly show: (cell: CellRef) => void;
  /** Cells that are selected; null where none are. */
  readonly selected: () => PointedArea | null;
};

/** A workbook file that is worked on; who keeps it has its bytes, the only truth about it, and works it out. */
export type Book = {
  readonly state: () => BookState;
  readonly subscribe: (listener: () => void) => () => void;
  /** Takes in what was typed; what must not be changed is left as it was and given back. */
  readonly type: (cells: readonly LeftCell[], results: readonly CellResult[]) => Promise<readonly NotTyped[]>;
  readonly bytes: () => Promise<Uint8Array>;
  readonly port: WorkbookPort;
  readonly analyst: Analyst;
  readonly close: () => void;
};

/** Opens the bytes of a workbook to work on it, in a thread of its own where one is started. */
export const openBook = async (
  bytes: Uint8Array,
  surroundings: Surroundings,
  start?: () => Worker,
): Promise<Result<Book, WorkbookRefusal>> => {
  const { ask, leave } = await askBook(start);
  const opened = await ask('open', { bytes }).catch((error: unknown) =>
    err<WorkbookRefusal>({ code: 'unexpected', detail: String(error) }),
  );
  if (!opened.ok) {
    leave();
    return opened;
  }
  const first = changed(null, opened.value, 'opened');
  let state = first;
  /** Questions under way after which the book may be another. */
  let changing = 0;
  const listeners = new Set<() => void>();

  const become = (change: BookChange, cause: BookState['cause']): void => {
    state = changed(state, change, cause);
    for (const listener of listeners) listener();
  };
  const whileChanging = async <Value>(work: () => Promise<Value>): Promise<Value> => {
    changing++;
    try {
      return await work();
    } finally {
      changing--;
    }
  };

  const port: WorkbookPort = {
    snapshot: async () => {
      await surroundings.settle(false);
      return ok(state.snapshot);
    },
    apply: async (plan, basis) => {
      await surroundings.settle(true);
      const since = changedCells(plan, basis, state.snapshot);
      if (since.length > 0) return err({ code: 'changedSinceRead', cells: since });
      const applied = await whileChanging(() => ask('apply', { plan }));
      if (!applied.ok) return applied;
      const { change, receipt } = applied.value;
      become(change, 'written');
      const undo = async () => {
        await surroundings.settle(true);
        const undone = await whileChanging(() => ask('undo', { receipt }));
        if (!undone.ok) return undone;
        become(undone.value, 'written');
        return ok({ cells: [], sheets: [] });
      };
      return ok({ undo });
    },
    select: (cell) => {
      const isThere = state.snapshot.sheets.some(({ name }) => name === cell.sheet);
      if (!isThere) return Promise.resolve(err({ code: 'changedMeanwhile' }));
      surroundings.show(cell);
      return Promise.resolve(ok(null));
    },
    selection: () => {
      const area = surroundings.selected();
      return Promise.resolve(area === null ? err({ code: 'noSelection' }) : ok(area));
    },
  };

  // Who keeps the book knows it as it is now; of an older one it is worked out here.
  const isKept = (snapshot: Snapshot): boolean => snapshot === state.snapshot && changing === 0;
  const analyst: Analyst = {
    analyze: (snapshot, options) =>
      isKept(snapshot) ? ask('analyze', { options }) : localAnalyst.analyze(snapshot, options),
    planMerge: (snapshot, copies, options) =>
      isKept(snapshot)
        ? ask('merge', { copies, options })
        : localAnalyst.planMerge(snapshot, copies, options),
    planMany: (snapshot, options) =>
      isKept(snapshot) ? ask('many', { options }) : localAnalyst.planMany(snapshot, options),
    collect: (snapshot, options) => ask('collect', { snapshot, options }),
    planCollection: (snapshot, gathered) =>
      isKept(snapshot) ? ask('collection', { gathered }) : localAnalyst.planCollection(snapshot, gathered),
  };

  return ok({
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    type: (cells, results) =>
      whileChanging(async () => {
        const { change, notTyped } = await ask('type', { cells, results });
        if (change !== null) become(change, 'typed');
        return notTyped;
      }),
    bytes: () => ask('bytes', {}),
    port,
    analyst,
    close: leave,
  });
};

/** What a workbook is after a change; sheets that stay are the very same objects. */
const changed = (
  before: BookState | null,
  { version, names, sheets, looks }: BookChange,
  cause: BookState['cause'],
): BookState => {
  const newLooks = looks ?? before?.looks;
  if (newLooks === undefined) throw new Error('No looks of the workbook');
  const formats = newLooks.styles.map(({ format }) => format);
  const kept = sheets.map((sheet): readonly [SheetSnapshot, PackedCells] => {
    if (typeof sheet !== 'number') return [unpacked(sheet, formats), sheet.cells];
    const [snapshot, cells] = [before?.snapshot.sheets[sheet], before?.cells[sheet]];
    if (snapshot === undefined || cells === undefined) throw new Error(`No such sheet before: ${sheet}`);
    return [snapshot, cells];
  });
  return {
    version,
    snapshot: { sheets: kept.map(([sheet]) => sheet), names },
    cells: kept.map(([, cells]) => cells),
    looks: newLooks,
    cause,
  };
};

const unpacked = ({ cells, ...rest }: PackedSheet, formats: readonly string[]): SheetSnapshot => ({
  ...rest,
  rows: unpackedRows(cells, formats),
});
