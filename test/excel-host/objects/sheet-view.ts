import type { CellRange } from '../../../src/core/cell-address';
import type { Book } from '../book/book';
import type { BookSheet } from '../book/model';
import type { HostObject } from '../host-object';

/** The workbook with the objects that stand for its sheets and ranges, for all other objects to lead back to. */
export type SheetView = {
  readonly book: Book;
  readonly sheet: (sheet: BookSheet) => HostObject;
  readonly range: (sheet: BookSheet, range: CellRange) => HostObject;
};
