import type { CellRange } from '../../../src/core/cell-address';
import { isOnSheet } from '../book/area';
import type { Book } from '../book/book';
import type { BookSheet } from '../book/model';
import { hostErrors } from '../host-error';
import { hostObject, type HostObject } from '../host-object';
import { conditionalFormats } from './conditional-formats';
import { formatObject } from './formats';
import { rangeChanges } from './range-changes';
import { rangeContents } from './range-contents';
import { rangePlaces } from './range-places';
import { rangeProperties } from './range-properties';
import { rangeNow, rememberRange, type RangeState } from './range-state';
import { validationObject } from './validations';

/** Makes the range object of another range of the same sheet. */
export type RangeMaker = (range: CellRange, location: string) => HostObject;

/** A range of a sheet. `sheetOf` gives the object of its sheet. */
export const rangeObject = (
  book: Book,
  sheet: BookSheet,
  range: CellRange,
  sheetOf: (sheet: BookSheet) => HostObject,
): HostObject => {
  const state: RangeState = { book, sheet, range, movesSeen: sheet.moves.length };
  const make: RangeMaker = (other, location) => {
    if (!isOnSheet(other)) throw hostErrors.argument(location);
    return rangeObject(book, sheet, other, sheetOf);
  };
  const contents = rangeContents(state);
  const places = rangePlaces(state, make);
  const properties = rangeProperties(state);
  const object = hostObject({
    type: 'Range',
    get: { ...contents.get, ...places.get, ...properties.get },
    set: { ...contents.set, ...properties.set },
    navigate: {
      Worksheet: () => sheetOf(sheet),
      Format: () => formatObject(sheet, range),
      ConditionalFormats: () => conditionalFormats(book, sheet, range, make),
      DataValidation: () => validationObject(book, sheet, range),
    },
    call: { ...contents.call, ...places.call, ...properties.call, ...rangeChanges(state, make) },
  });
  rememberRange(object, state);
  return object;
};

/** The same range after rows or columns moved; null where it is gone. */
export const movedRange = (
  object: HostObject,
  state: RangeState,
  sheetOf: (sheet: BookSheet) => HostObject,
): HostObject | null => {
  if (state.movesSeen === state.sheet.moves.length) return object;
  const range = rangeNow(state);
  return range === undefined ? null : rangeObject(state.book, state.sheet, range, sheetOf);
};
