import { HostError, hostErrors } from './host-error';
import type { Host } from './host';

/** A way in which Excel refuses a whole request before it looks into it; numbers are those of office.js. */
export type OfficeStatus = { readonly officeStatus: number };

/**
 * What goes wrong at a moment: an error takes the place of an action, a status that of the whole answer; undefined
 * where something happens behind the program's back and the request goes on.
 */
export type Strike = (host: Host) => HostError | OfficeStatus | undefined | Promise<undefined>;

/** When something goes wrong; requests are counted from 0 since the counters were reset. */
export type Moment = {
  readonly batch: number;
  /**
   * Number of actions of the request that are done before; all of them and more is never reached. Absent for before
   * the request, `'answered'` for after all of it, before its answer arrives.
   */
  readonly after?: number | 'answered';
  /** Whether it strikes every request from this one on. */
  readonly persists?: boolean;
};

/** What is to go wrong. */
export class Faults {
  #waiting: (Moment & { readonly strike: Strike })[] = [];

  add(moment: Moment, strike: Strike): void {
    this.#waiting.push({ ...moment, strike });
  }

  clear(): void {
    this.#waiting = [];
  }

  /** What strikes at a moment of a request; each strikes once, unless it persists. */
  take(batch: number | undefined, after: Moment['after']): readonly Strike[] {
    if (batch === undefined) return [];
    const due = this.#waiting.filter(
      (fault) =>
        fault.after === after && (fault.persists === true ? batch >= fault.batch : batch === fault.batch),
    );
    this.#waiting = this.#waiting.filter((fault) => fault.persists === true || !due.includes(fault));
    return due.map(({ strike }) => strike);
  }
}

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
  protects: (sheet: string) => (host: Host) => {
    host.user.protect(sheet);
    return undefined;
  },
  /** Somebody types into cells. */
  edits: (address: string, values: readonly (readonly (string | number | boolean)[])[]) => (host: Host) => {
    host.user.edit(address, values);
    return undefined;
  },
  /** Somebody does anything else to the workbook. */
  happens: (act: (host: Host) => void) => (host: Host) => {
    act(host);
    return undefined;
  },
} as const;
