import type { Snapshot } from '../../src/core/snapshot';
import { Book } from './book/book';
import { bookOf } from './book/from-snapshot';
import { stateOf, type BookState } from './book/state';
import { strikesAt, type Fault } from './faults';
import { HostError, hostErrors } from './host-error';
import type { HostObject } from './host-object';
import { Listeners, type Raise } from './listeners';
import type { Runtime } from './members';
import type { Metadata } from './metadata';
import { viewOf, workbookObject } from './objects/workbook';
import {
  actionsOf,
  answerBatch,
  failedAnswer,
  isRelease,
  isService,
  type Answer,
  type Batch,
} from './protocol';
import { References } from './references';
import { serviceObject, type Pane } from './services';
import { CellEdit, userOf, type User } from './user';

const WEB_LIMIT = 5 * 1024 * 1024;
/** Flag of a request that would rather wait than fail while a cell is being edited. */
const WAITS_FOR_CELL_EDIT = 64;

/** What a request did. */
export type LogEntry = {
  readonly batch: number;
  readonly actions: readonly string[];
  readonly bytesSent: number;
  readonly bytesReceived: number;
  /** Code of the error that it ended with. */
  readonly error: string | undefined;
};

export type HostOptions = {
  /** Version of ExcelApi that this Excel has. */
  readonly apiLevel?: string;
  /** Further requirement sets and their versions. */
  readonly requirements?: Readonly<Record<string, string>>;
};

/**
 * A workbook behind the real, unmodified office.js.
 *
 * - Boot: `await bootOffice(host)` of `boot-jsdom.ts` in Jest (the file's first comment names
 *   `@jest-environment ./test/support/browser-environment.ts`; another host may be put behind the same office.js), or
 *   `await attachHost(page, host)` of `boot-chromium.ts` before a page is opened; the workbook stays in Node.
 * - Make: `new Host(snapshot)` from the product's own snapshot, or `new Host(bookWith({ Sheet: [[1, '=A1*2']] }))`.
 * - Act as the user: `host.user.edit('Sheet!A1', [[2]])`, `select`, `protect`, `protectWorkbook`, `filter`,
 *   `insertRows`, `deleteRows`, `startCellEdit`; anything else on `host.book`.
 * - Inspect: `host.snapshot()` is everything as plain data, formats too, to be compared by deep equality (what is in
 *   front and selected stands apart in `view`); `host.book.snapshot()` is the product's snapshot, without the port.
 * - Count: `roundTrips`, `bytesSent`, `bytesReceived`, `largestMessage`, `log`, `minApi()`; `resetCounters()`.
 * - Inject: `host.faults = [{ batch: 2, action: 5, strike: strikes.accessDenied }]`, see `faults.ts`.
 *
 * What is not emulated fails loudly with `FakeHostNotImplemented`. No real Excel was at hand: how it behaves is taken
 * from Microsoft's documentation, from issues answered there, and from office.js itself. README.md lists what could not
 * be checked.
 */
export class Host {
  readonly book: Book;
  readonly apiLevel: string;
  readonly requirements: Readonly<Record<string, string>>;
  metadata: Metadata = {};
  /** What is to go wrong. */
  faults: Fault[] = [];
  /** Whether requests and answers are refused from 5 MB on, as Excel on the web does. */
  isWeb = true;
  roundTrips = 0;
  bytesSent = 0;
  bytesReceived = 0;
  largestMessage = 0;
  log: LogEntry[] = [];
  /** Tells the page of an event; the page's boot sets it. */
  raise: Raise = () => undefined;
  readonly user: User;
  readonly pane: Pane = { isVisible: false };
  readonly #cellEdit = new CellEdit();
  readonly #usedApis = new Set<string>();
  readonly #listeners = new Listeners();
  readonly #references: References;
  readonly #root: HostObject;

  constructor(workbook: Snapshot | Book, { apiLevel = '1.14', requirements = {} }: HostOptions = {}) {
    this.book = workbook instanceof Book ? workbook : bookOf(workbook);
    this.apiLevel = apiLevel;
    this.requirements = {
      ExcelApi: apiLevel,
      SharedRuntime: '1.1',
      DelayForCellEdit: '1.1',
      ...requirements,
    };
    const view = viewOf(this.book);
    this.#references = new References(view);
    this.#root = workbookObject(view, (reference) => this.#references.find(reference));
    this.user = userOf(this.book, this.#cellEdit, () => {
      this.#tellEvents(false);
    });
  }

  /** Everything of the workbook as plain data. */
  snapshot(): BookState {
    return stateOf(this.book);
  }

  /** Highest version of ExcelApi that any member used so far needs. */
  minApi(): string {
    const versions = [...this.#usedApis].flatMap((api) => (api.startsWith('ExcelApi ') ? api.slice(9) : []));
    return versions.reduce((highest, version) => (isBelow(highest, version) ? version : highest), '1.1');
  }

  /** Forgets what was counted, to count one job; requests count from 0 again, for faults too. */
  resetCounters(): void {
    this.roundTrips = 0;
    this.bytesSent = 0;
    this.bytesReceived = 0;
    this.largestMessage = 0;
    this.log = [];
  }

  /** Answers one request as Excel does, with text, or with a number where Excel does not look into it. */
  readonly processQuery = async (body: string, flags = 0): Promise<string | number> => {
    const batch = JSON.parse(body) as Batch;
    const isJob = !isRelease(batch) && !isService(batch);
    const number = isJob ? this.roundTrips++ : undefined;
    const bytesSent = Buffer.byteLength(body);
    const answer = await this.#answer(batch, number, bytesSent, flags);
    const text = typeof answer === 'number' ? '' : JSON.stringify(answer);
    const bytesReceived = Buffer.byteLength(text);
    if (number !== undefined) {
      this.bytesSent += bytesSent;
      this.bytesReceived += bytesReceived;
      this.largestMessage = Math.max(this.largestMessage, bytesSent, bytesReceived);
      const error = typeof answer === 'number' ? String(answer) : answer.Error?.Code;
      this.log.push({ batch: number, actions: actionsOf(batch), bytesSent, bytesReceived, error });
    }
    if (typeof answer === 'number') return answer;
    return this.isWeb && bytesReceived > WEB_LIMIT ? TOO_LARGE.answer : text;
  };

  async #answer(
    batch: Batch,
    number: number | undefined,
    bytesSent: number,
    flags: number,
  ): Promise<Answer | number> {
    if (this.isWeb && bytesSent > WEB_LIMIT) return TOO_LARGE.request;
    if (this.#cellEdit.isOn && number !== undefined) {
      if ((flags & WAITS_FOR_CELL_EDIT) === 0) return failedAnswer(hostErrors.cellEditMode());
      await this.#cellEdit.ended;
    }
    const before = await this.#strikeAround(number, undefined);
    if (before !== undefined) return before;
    const answer = answerBatch(this.#runtime(number), batch);
    this.#tellEvents(true);
    return (await this.#strikeAround(number, 'answered')) ?? answer;
  }

  /** What strikes before a request or after it. */
  async #strikeAround(
    number: number | undefined,
    action: 'answered' | undefined,
  ): Promise<Answer | number | undefined> {
    for (const strike of number === undefined ? [] : strikesAt(this.faults, number, action)) {
      const struck = await strike(this.book, this.user);
      if (struck instanceof HostError) return failedAnswer(struck);
      if (struck !== undefined) return struck.officeStatus;
    }
    return undefined;
  }

  #runtime(number: number | undefined): Runtime {
    return {
      metadata: this.metadata,
      root: this.#root,
      create: (type) => serviceObject(type, this.pane),
      keep: (object) => this.#references.keep(object),
      release: (reference) => {
        this.#references.release(reference);
      },
      kept: (reference) => this.#references.find(reference),
      referenceOf: (object) => this.#references.of(object),
      has: (api) => this.#has(api),
      use: (member, api) => {
        if (api !== undefined) this.#usedApis.add(api);
        if (!this.#has(api)) throw hostErrors.apiNotFound(member);
      },
      listen: (object, method) => {
        this.#listeners.note(object, method);
      },
      beforeAction: (index) => {
        for (const strike of number === undefined ? [] : strikesAt(this.faults, number, index)) {
          const struck = strike(this.book, this.user);
          if (struck instanceof HostError) throw struck;
          if (struck !== undefined) throw new Error('Within a request only errors and deeds of users strike');
        }
      },
    };
  }

  #has(api: string | undefined): boolean {
    const [set = '', version = ''] = api?.split(' ') ?? [];
    return set !== 'ExcelApi' || !isBelow(this.apiLevel, version);
  }

  #tellEvents(isOwn: boolean): void {
    for (const event of this.book.takeEvents())
      this.#listeners.tell(event, this.book, isOwn, this.raise, (sheet, address) =>
        this.#references.keepRange(this.book.sheet(sheet), address),
      );
  }
}

/** How office.js is told that a message is larger than Excel on the web takes. */
const TOO_LARGE = { request: 5103, answer: 5104 } as const;

const isBelow = (a: string, b: string): boolean => {
  const [majorA = 0, minorA = 0] = a.split('.').map(Number);
  const [majorB = 0, minorB = 0] = b.split('.').map(Number);
  return majorA < majorB || (majorA === majorB && minorA < minorB);
};
