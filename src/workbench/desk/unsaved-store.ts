/** A workbook that was worked on and not saved. */
export type UnsavedBook = {
  readonly id: string;
  readonly name: string;
  readonly bytes: Uint8Array;
  /** The page that works on it. */
  readonly page: string;
};

/** Keeps unsaved workbooks over the end of a page, on this computer. */
export type UnsavedStore = {
  readonly put: (book: UnsavedBook) => Promise<void>;
  readonly remove: (id: string) => Promise<void>;
  /** Workbooks that no open page works on. */
  readonly left: () => Promise<readonly UnsavedBook[]>;
};

/** A workbook that may have to be kept, and how its file is had. */
type Keepable = {
  readonly name: string;
  readonly isUnsaved: boolean;
  readonly book: { readonly bytes: () => Promise<Uint8Array> };
};

/**
 * Keeps what is unsaved of a workbook whenever it is called, and lets go what is not. While a file is written and kept
 * only the last of further changes waits.
 */
export const keepUnsaved = (
  store: UnsavedStore | null,
  page: string,
  find: (id: string) => Keepable | undefined,
  onFailed: () => void,
): ((id: string) => void) => {
  const running = new Set<string>();
  const waiting = new Set<string>();
  const run = async (id: string): Promise<void> => {
    const tab = find(id);
    if (tab?.isUnsaved !== true) return store?.remove(id);
    const bytes = await tab.book.bytes();
    return store?.put({ id, name: tab.name, bytes, page });
  };
  const keep = (id: string): void => {
    if (running.has(id)) {
      waiting.add(id);
      return;
    }
    running.add(id);
    run(id)
      // Who closes a workbook while it is kept lets it go with the next turn.
      .catch(() => {
        if (find(id) !== undefined) onFailed();
      })
      .finally(() => {
        running.delete(id);
        if (waiting.delete(id)) keep(id);
      });
  };
  return keep;
};

const DATABASE = 'ita-workbench';
const BOOKS = 'unsaved';
const LOCK = 'ita-workbench-page ';

/** Opens the store for a page; rejects where the browser keeps nothing. */
export const openUnsavedStore = async (page: string): Promise<UnsavedStore> => {
  const database = await openDatabase();
  await holdLock(LOCK + page);
  const run = <Value>(mode: IDBTransactionMode, make: (books: IDBObjectStore) => IDBRequest<Value>) =>
    new Promise<Value>((done, fail) => {
      const transaction = database.transaction(BOOKS, mode, { durability: 'strict' });
      const request = make(transaction.objectStore(BOOKS));
      transaction.oncomplete = () => {
        done(request.result);
      };
      transaction.onabort = transaction.onerror = () => {
        fail(transaction.error ?? new Error('Nothing was kept'));
      };
    });
  return {
    put: async (book) => {
      await run('readwrite', (books) => books.put(book));
    },
    remove: async (id) => {
      await run('readwrite', (books) => books.delete(id));
    },
    left: async () => {
      const open = await openPages();
      const all = await run('readonly', (books) => books.getAll() as IDBRequest<UnsavedBook[]>);
      return all.filter((book) => !open.has(LOCK + book.page));
    },
  };
};

const openDatabase = (): Promise<IDBDatabase> =>
  new Promise((done, fail) => {
    const request = indexedDB.open(DATABASE, 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore(BOOKS, { keyPath: 'id' });
    };
    request.onsuccess = () => {
      done(request.result);
    };
    request.onerror = () => {
      fail(request.error ?? new Error('No database'));
    };
  });

/** Holds a lock until the page ends, however it ends. */
const holdLock = (name: string): Promise<void> =>
  new Promise((held) => {
    void navigator.locks.request(name, () => {
      held();
      return new Promise<never>(() => undefined);
    });
  });

const openPages = async (): Promise<ReadonlySet<string>> => {
  const { held = [] } = await navigator.locks.query();
  return new Set(held.flatMap(({ name }) => name ?? []));
};
