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
