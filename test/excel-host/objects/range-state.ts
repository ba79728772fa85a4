import type { CellRange } from '../../../src/core/cell-address';
import { areaOfAddress, splitAddress, type WHOLE_SHEET } from '../book/area';
import type { Book } from '../book/book';
import { movedSpan } from '../book/formula-text';
import type { BookSheet } from '../book/model';
import { hostErrors } from '../host-error';
import { isHostObject, type HostObject } from '../host-object';

/** What a range object stands for; a sheet's moves since then shift it. */
export type RangeState = {
  readonly book: Book;
  readonly sheet: BookSheet;
  readonly range: typeof WHOLE_SHEET;
  readonly movesSeen: number;
};

const states = new WeakMap<HostObject, RangeState>();

export const rememberRange = (object: HostObject, state: RangeState): void => {
  states.set(object, state);
};

/** What a range object stands for; undefined for any other object. */
export const rangeState = (object: HostObject): RangeState | undefined => states.get(object);

/** Where a range lies now that rows or columns were inserted or deleted; undefined where it is gone. */
export const rangeNow = ({ sheet, range, movesSeen }: RangeState): CellRange | undefined => {
  let { top, left, bottom, right } = range;
  for (const move of sheet.moves.slice(movesSeen)) {
    const span = move.axis === 'row' ? movedSpan(top, bottom, move) : movedSpan(left, right, move);
    if (span === undefined) return undefined;
    if (move.axis === 'row') [top, bottom] = span;
    else [left, right] = span;
  }
  return { top, left, bottom, right };
};

/** Range that an argument of a method names: a range object, or an address of the same sheet. */
export const rangeArgument = (argument: unknown, location: string, sheet?: BookSheet): CellRange => {
  const state = isHostObject(argument) ? rangeState(argument) : undefined;
  if (state !== undefined) {
    if (sheet !== undefined && state.sheet !== sheet) throw hostErrors.argument(location);
    return state.range;
  }
  if (typeof argument !== 'string') throw hostErrors.argument(location);
  const { sheet: name, address } = splitAddress(argument);
  const isElsewhere =
    name !== undefined && sheet !== undefined && name.toLowerCase() !== sheet.name.toLowerCase();
  const range = areaOfAddress(address);
  if (range === undefined || isElsewhere) throw hostErrors.argument(location);
  return range;
};
