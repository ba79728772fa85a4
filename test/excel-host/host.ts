import type { Snapshot } from '../../src/core/snapshot';
import { Book, bookOf } from './book';
import { hostErrors, type HostError } from './host-error';
import { hostObject, type HostObject } from './host-object';
import type { Metadata } from './metadata';
import { answerBatch, type Batch, type Runtime } from './protocol';
import { workbookObject } from './sheet-objects';

const WEB_LIMIT = 5 * 1024 * 1024;

/** Something that goes wrong: before an action of a request (both counted from 0), or by a user between requests. */
export type Fault = {
  readonly batch: number;
  readonly action: number;
  /** Gives the error that takes the action's place, or changes the workbook behind the program's back. */
  readonly strike: (book: Book) => HostError | undefined;
};

/**
 * A workbook behind the real, unmodified office.js: `bootOffice(host)` of `boot-jsdom.ts` in Jest, or `attachHost` of
 * `boot-chromium.ts` in a browser. Make it from a snapshot, act as the user on `host.book`, look at `host.book` or
 * `host.book.snapshot()` afterwards. What is not emulated fails loudly with `FakeHostNotImplemented`.
 *
 * No real Excel was at hand: how it behaves is taken from Microsoft's documentation and from office.js itself.
 */
export class Host {
  book: Book;
  metadata: Metadata = {};
  /** Version of ExcelApi that this Excel has. */
  readonly apiLevel: string;
  /** Whether requests and answers are refused from 5 MB on, as Excel on the web does. */
  isWeb = true;
  faults: Fault[] = [];
  /** Told of every action before it is done. */
  onAction: ((batch: number, action: number) => void) | undefined;
  roundTrips = 0;
  largestMessage = 0;
  readonly #usedApis = new Set<string>();
  readonly #references = new Map<string, HostObject>();
  readonly #referenceOf = new WeakMap<HostObject, string>();
  #root: HostObject;

  constructor(workbook: Snapshot | Book, { apiLevel = '1.14' } = {}) {
    this.book = workbook instanceof Book ? workbook : bookOf(workbook);
    this.apiLevel = apiLevel;
    this.#root = workbookObject(this.book);
  }

  /** Highest version of ExcelApi that any member used so far needs. */
  minApi(): string {
    const versions = [...this.#usedApis].flatMap((api) => (api.startsWith('ExcelApi ') ? api.slice(9) : []));
    return versions.reduce((highest, version) => (isBelow(highest, version) ? version : highest), '1.1');
  }

  /** Forgets what was counted, to count one job. */
  resetCounters(): void {
    this.roundTrips = 0;
    this.largestMessage = 0;
  }

  /** Answers one request as Excel does. */
  readonly processQuery = (body: string): Promise<string> => {
    const batch = JSON.parse(body) as Batch;
    // When a job is done, the client tells which ranges it no longer needs; nobody waits for that.
    const number = isRelease(batch) ? -1 : this.roundTrips;
    if (number >= 0) this.roundTrips += 1;
    const requestSize = Buffer.byteLength(body);
    const refusal = this.isWeb && requestSize > WEB_LIMIT ? hostErrors.tooLarge('Request') : undefined;
    const answer = JSON.stringify(
      refusal === undefined ? answerBatch(this.#runtime(number), batch) : failure(refusal),
    );
    const answerSize = Buffer.byteLength(answer);
    this.largestMessage = Math.max(this.largestMessage, requestSize, answerSize);
    return Promise.resolve(
      this.isWeb && answerSize > WEB_LIMIT
        ? JSON.stringify(failure(hostErrors.tooLarge('Response')))
        : answer,
    );
  };

  #runtime(batch: number): Runtime {
    return {
      metadata: this.metadata,
      root: this.#root,
      create: (type) =>
        type.startsWith('Microsoft.')
          ? hostObject({ type, call: { NotifyActionHandlerReady: () => null } })
          : null,
      keep: (object) => {
        const known = this.#referenceOf.get(object);
        if (known !== undefined) return known;
        const reference = `reference${this.#references.size + 1}`;
        this.#references.set(reference, object);
        this.#referenceOf.set(object, reference);
        return reference;
      },
      release: (reference) => {
        this.#references.delete(reference);
      },
      kept: (reference) => this.#references.get(reference) ?? null,
      referenceOf: (object) => this.#referenceOf.get(object),
      use: (member, api) => {
        if (api === undefined) return;
        this.#usedApis.add(api);
        const [set, version = ''] = api.split(' ');
        if (set === 'ExcelApi' && isBelow(this.apiLevel, version)) throw hostErrors.apiNotFound(member);
      },
      beforeAction: (index) => {
        this.onAction?.(batch, index);
        for (const fault of this.faults) {
          if (fault.batch !== batch || fault.action !== index) continue;
          const error = fault.strike(this.book);
          if (error !== undefined) throw error;
        }
      },
    };
  }
}

const isBelow = (a: string, b: string): boolean => {
  const [majorA = 0, minorA = 0] = a.split('.').map(Number);
  const [majorB = 0, minorB = 0] = b.split('.').map(Number);
  return majorA < majorB || (majorA === majorB && minorA < minorB);
};

const isRelease = ({ Actions }: Batch): boolean =>
  Actions.every(({ ActionType, Name }) => ActionType === 1 || Name === '_RemoveReference');

const failure = (error: HostError): object => ({
  Error: { Code: error.code, Message: error.message, Location: '', ActionIndex: 0, HttpStatusCode: 400 },
  ProcessedResults: { Results: [] },
  TraceIds: [],
});
