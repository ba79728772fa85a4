import { areaOfAddress, WHOLE_SHEET } from './book/area';
import type { BookSheet } from './book/model';
import type { HostObject } from './host-object';
import { movedRange } from './objects/range';
import { rangeState } from './objects/range-state';
import type { SheetView } from './objects/sheet-view';

/** Objects that the client keeps from one request to the next. */
export class References {
  readonly #view: SheetView;
  readonly #objects = new Map<string, HostObject>();
  readonly #references = new WeakMap<HostObject, string>();
  #last = 0;

  constructor(view: SheetView) {
    this.#view = view;
  }

  keep(object: HostObject): string {
    const known = this.#references.get(object);
    if (known !== undefined && this.#objects.has(known)) return known;
    this.#last += 1;
    const reference = `reference${this.#last}`;
    this.#objects.set(reference, object);
    this.#references.set(object, reference);
    return reference;
  }

  /** Keeps a range for whoever hears of a change there. */
  keepRange(sheet: BookSheet, address: string): string {
    return this.keep(this.#view.range(sheet, areaOfAddress(address) ?? WHOLE_SHEET));
  }

  release(reference: string): void {
    this.#objects.delete(reference);
  }

  of(object: HostObject): string | undefined {
    return this.#references.get(object);
  }

  /** The object kept, a range where it lies now; null for one that is gone. */
  find(reference: string): HostObject | null {
    const object = this.#objects.get(reference);
    if (object === undefined) return null;
    const state = rangeState(object);
    if (state === undefined) return object;
    if (!this.#view.book.sheets.includes(state.sheet)) return null;
    const moved = movedRange(object, state, this.#view.sheet);
    if (moved === null) this.#objects.delete(reference);
    else if (moved !== object) {
      this.#objects.set(reference, moved);
      this.#references.set(moved, reference);
    }
    return moved;
  }
}
