import { startSession } from '../../app/session';
import type { Session } from '../../app/session-state';
import type { Book } from '../files/book';

/**
 * The work on a book. Unlike in Excel, everything that happens to it is known here: a choice that would plan over what
 * has changed since it was read reads anew instead.
 */
export const sessionOver = (book: Book): Session => {
  const session = startSession(book.port, book.analyst);
  return {
    ...session,
    choose: (choice) =>
      session.snapshot() === book.state().snapshot ? session.choose(choice) : session.analyze(choice),
  };
};
