import { HostError, hostErrors } from './host-error';
import type { Book } from './book/book';
import type { User } from './user';

/** A way in which Excel refuses a whole request before it looks into it; numbers are those of office.js. */
export type OfficeStatus = { readonly officeStatus: number };

/**
 * What goes wrong: an error takes the place of an action, a status that of the whole answer; undefined where something
 * happens behind the program's back and the request goes on. Only around a request may it take time.
 */
export type Strike = (
  book: Book,
  user: User,
) => HostError | OfficeStatus | undefined | Promise<HostError | OfficeStatus | undefined>;

/** Something that goes wrong at a moment of a request; requests count from 0 since the counters were reset. */
export type Fault = {
  readonly batch: number;
  /**
   * Before which action, counted from 0; their number stands for the moment after the last. Absent for before the
   * request as a whole, `'answered'` for when all of it is done and its answer is on the way.
   */
  readonly action?: number | 'answered';
  /** Whether it strikes at that moment of every later request too. */
  readonly persists?: boolean;
  readonly strike: Strike;
};

/** What strikes at a moment of a request. */
export const strikesAt = (
  faults: readonly Fault[],
  batch: number,
  action: Fault['action'],
): readonly Strike[] =>
  faults.flatMap((fault) => {
    const isNow = fault.persists === true ? batch >= fault.batch : batch === fault.batch;
    return isNow && fault.action === action ? [fault.strike] : [];
  });

const STATUS = { failed: 5001, timedOut: 5012, requestTooLarge: 5103, answerTooLarge: 5104 } as const;

/** What can go wrong. */
export const strikes = {
  /** A cell is being edited; as a state rather than a moment see `host.user.startCellEdit`. */
  cellEdit: () => hostErrors.cellEditMode(),
  accessDenied: () => hostErrors.denied(),
  outOfMemory: () => hostErrors.outOfMemory(),
  requestTooLarge: () => ({ officeStatus: STATUS.requestTooLarge }),
  answerTooLarge: () => ({ officeStatus: STATUS.answerTooLarge }),
  /** The answer never arrives as it should: connection lost, session over. */
  answerLost: () => ({ officeStatus: STATUS.failed }),
  sessionOver: () => ({ officeStatus: STATUS.timedOut }),
  /** Any other error by its code. */
  error: (code: string) => () => new HostError(code, `${code} (injected)`),
  /** Excel is slow; only before a request or after it. */
  slow: (milliseconds: number) => () =>
    new Promise<undefined>((done) => {
      setTimeout(() => {
        done(undefined);
      }, milliseconds);
    }),
  /** Somebody protects a sheet. */
  protects: (sheet: string) => (_: Book, user: User) => {
    user.protect(sheet);
    return undefined;
  },
  /** Somebody types into cells. */
  edits:
    (address: string, values: readonly (readonly (string | number | boolean)[])[]) =>
    (_: Book, user: User) => {
      user.edit(address, values);
      return undefined;
    },
} as const;
