import type { BookMessage, BookReply } from './book-protocol';
import { keepBook } from './keep-book';

/** What a worker's own scope offers of it; its types would clash with those of a page. */
type Scope = {
  onmessage: ((event: MessageEvent<BookMessage>) => void) | null;
  readonly postMessage: (reply: BookReply) => void;
};

const scope = globalThis as unknown as Scope;
const keeper = keepBook();

scope.onmessage = ({ data: { id, kind, ask } }) => {
  const answer = keeper[kind] as (asked: object) => unknown;
  // What is thrown at once is a fault of ours like what comes later.
  new Promise((done) => {
    done(answer(ask));
  }).then(
    (value) => {
      scope.postMessage({ id, answer: value });
    },
    (error: unknown) => {
      scope.postMessage({ id, fault: error instanceof Error ? `${error.name}: ${error.message}` : '' });
    },
  );
};

// Tells that the script came and runs.
scope.postMessage({ id: 0, answer: null });
