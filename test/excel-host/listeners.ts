import type { Book } from './book/book';
import type { BookEvent } from './book/model';
import { hostErrors } from './host-error';
import type { HostObject } from './host-object';

/** Tells the page of an event; numbers are those by which office.js knows events. */
export type Raise = (eventType: number, target: string, details: object) => void;

/** Events by the end of the methods that ask for them. */
const EVENTS = {
  DataChangedEvent: { kind: 'changed', type: 10 },
  SelectionChangedEvent: { kind: 'selectionChanged', type: 14 },
  ActivatedEvent: { kind: 'activated', type: 11 },
  DeactivatedEvent: { kind: 'deactivated', type: 12 },
  AddedEvent: { kind: 'added', type: 13 },
  DeletedEvent: { kind: 'deleted', type: 15 },
} as const;

const WORKBOOK = 'Workbook';

/** Who asked for which events of sheets. */
export class Listeners {
  readonly #counts = new Map<string, number>();

  /** Takes note of a call such as `_RegisterDataChangedEvent`. */
  note(object: HostObject, method: string): void {
    const [, no, name = ''] = /^_(Unr|R)egister(.*)$/.exec(method) ?? [];
    const event = (EVENTS as Readonly<Record<string, (typeof EVENTS)[keyof typeof EVENTS]>>)[name];
    const isSheet = object.type === 'Worksheet';
    if (event === undefined || (!isSheet && object.type !== 'WorksheetCollection'))
      throw hostErrors.notEmulated(`the event ${object.type}.${name}`);
    const target = isSheet ? String(object.identity?.()['Id']) : WORKBOOK;
    const key = `${event.kind} ${target}`;
    this.#counts.set(key, Math.max(0, (this.#counts.get(key) ?? 0) + (no === 'R' ? 1 : -1)));
  }

  /** Tells those who asked. */
  tell(event: BookEvent, book: Book, isOwn: boolean, raise: Raise, referenceTo: ReferenceTo): void {
    const { kind, sheet, address = '', changeType } = event;
    const type = Object.values(EVENTS).find((entry) => entry.kind === kind)?.type;
    const targets = [sheet, WORKBOOK].filter((target) => (this.#counts.get(`${kind} ${target}`) ?? 0) > 0);
    if (type === undefined || targets.length === 0) return;
    const reference = kind === 'changed' ? { referenceId: referenceTo(sheet, address) } : {};
    const details = {
      worksheetId: sheet,
      address,
      source: 'Local',
      shiftDirection: 'None',
      ...(changeType === undefined ? {} : { changeType }),
      ...(book.sheetNamed(sheet) === undefined ? {} : reference),
      triggerSource: isOwn ? 'ThisLocalAddin' : 'Unknown',
    };
    for (const target of targets) raise(type, target, details);
  }
}

/** Reference by which a handler of an event gets the range that changed. */
export type ReferenceTo = (sheet: string, address: string) => string;
