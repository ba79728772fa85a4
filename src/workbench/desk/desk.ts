import { isWorking } from '../../app/session-state';
import type { CellRef } from '../../core/cell-address';
import type { PointedArea } from '../../core/read/pointed-area';
import { openBook, type Book } from '../files/book';
import type { PickedFile } from '../files/disk-file';
import type { Grid } from '../grid/grid';
import { sessionOver } from './book-session';
import { EMPTY_DESK, withNotice, type DeskState, type DeskTab, type NewNotice } from './desk-state';
import { takeTyped } from './typing';
import { keepUnsaved, type UnsavedBook, type UnsavedStore } from './unsaved-store';

/** More workbooks at once would not fit in the memory of an office's laptop. */
export const MAX_TABS = 8;

/** The workbooks that are open in the page, and what is done with them. */
export type Desk = {
  readonly state: () => DeskState;
  readonly subscribe: (listener: () => void) => () => void;
  readonly open: (files: readonly PickedFile[]) => Promise<void>;
  readonly activate: (id: string) => Promise<void>;
  readonly openSheet: (name: string) => void;
  /** Types a text into a cell of the workbook that is shown, and goes back to the grid. */
  readonly type: (cell: CellRef, text: string) => void;
  /** Closes a workbook; asks first where something is not saved. */
  readonly close: (id: string, isSure?: boolean) => Promise<void>;
  /** Notes that this version of a workbook was saved, and where. */
  readonly markSaved: (id: string, version: number, saved: DeskTab['saved']) => void;
  readonly notify: (notice: NewNotice) => void;
  readonly dismiss: (id: string) => void;
  readonly restore: (books: readonly UnsavedBook[]) => Promise<void>;
  readonly forget: (books: readonly UnsavedBook[]) => Promise<void>;
  /** Lets the grid show the workbook that is active. */
  readonly attach: (grid: Grid) => void;
  readonly onSelected: (cell: CellRef) => void;
  readonly onSheet: (name: string) => void;
  /** Something was typed into the grid. */
  readonly onTyped: () => void;
  /** Waits until what was typed has come into the workbook; with `isFinal` also what is being typed. */
  readonly settle: (isFinal?: boolean) => Promise<void>;
};

/** After the last key, before the workbook is read again; a large one takes its time and is not to stop the typing. */
const CALM_MS = 300;

/** Lays an empty desk; what is unsaved is kept in the store, where there is one. */
export const layDesk = (store: UnsavedStore | null, page: string, startWorker?: () => Worker): Desk => {
  let state = EMPTY_DESK;
  let grid: Grid | null = null;
  let settling: Promise<void> = Promise.resolve();
  let timer: number | undefined;
  let lastTook = 0;
  const savedVersions = new Map<string, number | null>();
  const listeners = new Set<() => void>();

  const become = (change: Partial<DeskState>): void => {
    state = { ...state, ...change };
    for (const listener of listeners) listener();
  };
  const notify = (notice: NewNotice): void => {
    become({ notices: withNotice(state.notices, notice) });
  };
  const tabOf = (id: string | null): DeskTab | undefined => state.tabs.find((tab) => tab.id === id);
  const active = (): DeskTab | undefined => tabOf(state.active);
  const update = (id: string, change: Partial<DeskTab>): void => {
    become({ tabs: state.tabs.map((tab) => (tab.id === id ? { ...tab, ...change } : tab)) });
  };

  const settle = (isFinal = false): Promise<void> => {
    const take = async (): Promise<void> => {
      const tab = active();
      if (grid === null || tab === undefined) return;
      const began = performance.now();
      for (const { cells, refusal } of await takeTyped(grid, tab.book, isFinal))
        notify({ kind: 'notTyped', cells, refusal });
      lastTook = performance.now() - began;
    };
    settling = settling.then(take, take);
    return settling;
  };

  const showActive = (): void => {
    const tab = active();
    if (grid === null || tab === undefined) return;
    grid.show(tab.book.state(), tab.sheet);
  };

  const remember = keepUnsaved(store, page, tabOf, () => {
    notify({ kind: 'notRemembered' });
  });
  const keep = ({ id, book }: DeskTab): void => {
    update(id, { isUnsaved: savedVersions.get(id) !== book.state().version });
    remember(id);
  };

  /** Shows what was written, once what was typed meanwhile is in the book too. */
  const showWritten = async (id: string): Promise<void> => {
    await settle(true);
    if (state.active === id) showActive();
  };

  const analyzeAnew = (): void => {
    window.clearTimeout(timer);
    timer = window.setTimeout(
      () => {
        void settle().then(() => {
          const tab = active();
          if (tab === undefined) return;
          if (isWorking(tab.session.state())) analyzeAnew();
          else void tab.session.analyze();
        });
      },
      Math.max(CALM_MS, lastTook),
    );
  };

  const addTab = (book: Book, file: PickedFile, kept: UnsavedBook | null): void => {
    const id = kept?.id ?? crypto.randomUUID();
    const { snapshot, version } = book.state();
    const { sheets } = snapshot;
    const tab: DeskTab = {
      id,
      name: file.name,
      book,
      session: sessionOver(book),
      sheet: (sheets.find(({ visibility }) => visibility === 'visible') ?? sheets[0])?.name ?? '',
      isUnsaved: kept !== null,
      opened: file.place,
      saved: null,
    };
    savedVersions.set(id, kept === null ? version : null);
    become({ tabs: [...state.tabs, tab], active: id });
    book.subscribe(() => {
      const now = tabOf(id);
      if (now === undefined) return;
      keep(now);
      if (book.state().cause === 'written' && state.active === id) void showWritten(id);
    });
    if (kept !== null) keep(tab);
    showActive();
    // The grid shows itself before a large workbook is read through.
    window.setTimeout(() => void tab.session.analyze({ fileName: file.name }));
  };

  const openOne = async (file: PickedFile, kept: UnsavedBook | null = null): Promise<void> => {
    if (state.tabs.length >= MAX_TABS) {
      notify({ kind: 'full' });
      return;
    }
    await settle(true);
    become({ opening: file.name });
    const show = (cell: CellRef): void => grid?.select(cell);
    const selected = (): PointedArea | null => grid?.selected() ?? null;
    const book = await openBook(file.bytes, { settle, show, selected }, startWorker);
    become({ opening: null });
    if (book.ok) addTab(book.value, file, kept);
    else notify({ kind: 'notOpened', file: file.name, refusal: book.error });
  };

  const forget = async (books: readonly UnsavedBook[]): Promise<void> => {
    for (const { id } of books) await store?.remove(id);
  };

  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    open: async (files) => {
      for (const file of files) await openOne(file);
    },
    activate: async (id) => {
      if (id === state.active) return;
      await settle(true);
      become({ active: id, cell: null });
      showActive();
    },
    openSheet: (name) => {
      grid?.openSheet(name);
    },
    type: (cell, text) => {
      grid?.type(cell, text);
      grid?.focus();
    },
    close: async (id, isSure = false) => {
      await settle(true);
      const tab = tabOf(id);
      if (tab === undefined) return;
      if (tab.isUnsaved && !isSure) {
        notify({ kind: 'closing', tab: id, file: tab.name });
        return;
      }
      const index = state.tabs.indexOf(tab);
      const tabs = state.tabs.filter((other) => other.id !== id);
      const next = state.active === id ? (tabs[Math.max(0, index - 1)]?.id ?? null) : state.active;
      const notices = state.notices.filter((notice) => !('tab' in notice && notice.tab === id));
      savedVersions.delete(id);
      tab.book.close();
      become({ tabs, active: next, notices });
      remember(id);
      showActive();
    },
    markSaved: (id, version, saved) => {
      savedVersions.set(id, version);
      update(id, { saved });
      const tab = tabOf(id);
      if (tab !== undefined) keep(tab);
    },
    notify,
    dismiss: (id) => {
      become({ notices: state.notices.filter((notice) => notice.id !== id) });
    },
    restore: async (books) => {
      for (const book of books) await openOne({ ...book, place: null }, book);
    },
    forget,
    attach: (next) => {
      grid = next;
      showActive();
    },
    onSelected: (cell) => {
      become({ cell });
    },
    onSheet: (name) => {
      const tab = active();
      if (tab !== undefined && tab.sheet !== name) update(tab.id, { sheet: name });
    },
    onTyped: analyzeAnew,
    settle,
  };
};
