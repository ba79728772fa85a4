import type { AskBook, BookQuestion, BookQuestions, BookReply } from './book-protocol';

/** The way to a workbook that is kept elsewhere; `leave` lets it go. */
export type BookLine = { readonly ask: AskBook; readonly leave: () => void };

type Waiting = { readonly answer: (value: unknown) => void; readonly fail: (error: Error) => void };

/**
 * Has a workbook kept in a thread of its own, so that the page answers while a large one is read and written. Where no
 * thread can be started, the same code keeps it in the page.
 */
export const askBook = async (start: (() => Worker) | undefined): Promise<BookLine> => {
  const worker = start === undefined ? null : await started(start);
  return worker === null ? askInPlace() : askWorker(worker);
};

/** A worker that answers; null where none does. */
const started = (start: () => Worker): Promise<Worker | null> =>
  new Promise((done) => {
    try {
      const worker = start();
      worker.onmessage = () => {
        done(worker);
      };
      worker.onerror = (event) => {
        event.preventDefault();
        done(null);
      };
    } catch {
      done(null);
    }
  });

const askWorker = (worker: Worker): BookLine => {
  const waiting = new Map<number, Waiting>();
  let count = 0;
  const failAll = (message: string): void => {
    for (const { fail } of waiting.values()) fail(new Error(message));
    waiting.clear();
  };
  worker.onmessage = ({ data }: MessageEvent<BookReply>) => {
    const asked = waiting.get(data.id);
    waiting.delete(data.id);
    if ('fault' in data) asked?.fail(new Error(data.fault));
    else asked?.answer(data.answer);
  };
  worker.onerror = ({ message }) => {
    failAll(message);
  };
  return {
    ask: (kind, ask) =>
      new Promise((done, fail) => {
        const id = ++count;
        waiting.set(id, { answer: done as Waiting['answer'], fail });
        worker.postMessage({ id, kind, ask });
      }),
    leave: () => {
      worker.terminate();
      failAll('The workbook was closed');
    },
  };
};

const askInPlace = async (): Promise<BookLine> => {
  const { keepBook } = await import('./keep-book');
  const keeper = keepBook();
  return {
    ask: async <Kind extends BookQuestion>(kind: Kind, ask: BookQuestions[Kind]['ask']) => keeper[kind](ask),
    leave: () => undefined,
  };
};
