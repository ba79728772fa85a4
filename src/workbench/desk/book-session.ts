import { startSession, type Session } from '../../app/session';
import type { Snapshot } from '../../core/snapshot';
import type { Book } from '../files/book';

/**
 * The work on a book. Unlike in Excel, everything that happens to it is known here: a choice that would plan over what
 * has changed since it was read reads anew instead.
 */
export const sessionOver = (book: Book): Session => {
  let read: Snapshot | null = null;
  const session = startSession({
    ...book.port,
    snapshot: async () => {
      const snapshot = await book.port.snapshot();
      if (snapshot.ok) read = snapshot.value;
      return snapshot;
    },
  });
  return {
    ...session,
    choose: (choice) =>
      read === book.state().workbook.snapshot() ? session.choose(choice) : session.analyze(choice),
  };
};
