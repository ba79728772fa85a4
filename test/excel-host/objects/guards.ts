import { rangesOverlap, type CellRange } from '../../../src/core/cell-address';
import { cellsOf, isUnbounded } from '../book/area';
import type { Book } from '../book/book';
import { lookAt } from '../book/looks';
import { rowsHiddenByFilters } from '../book/filters';
import type { BookSheet } from '../book/model';
import { hostErrors } from '../host-error';

/** Refuses a change of contents in locked cells of a protected sheet. */
export const guardContents = (sheet: BookSheet, range: CellRange, location: string): void => {
  if (!sheet.protection.isOn) return;
  if (isUnbounded(range)) throw hostErrors.denied(location);
  for (const [row, column] of cellsOf(range))
    if (lookAt(sheet, row, column, 'Protection/Locked') !== false) throw hostErrors.denied(location);
};

/** Refuses what a protected sheet does not allow, unless the named option of its protection does. */
export const guardSheet = (sheet: BookSheet, location: string, option?: string): void => {
  const { isOn, options } = sheet.protection;
  if (isOn && (option === undefined || options[option] !== true)) throw hostErrors.denied(location);
};

/** Refuses a change to the sheets of a workbook whose structure is protected. */
export const guardStructure = (book: Book, location: string): void => {
  if (book.isProtected) throw hostErrors.denied(location);
};

/** What Excel does with an array over rows that a filter hides is reported in two ways; a test must not rest on it. */
export const guardFiltered = (book: Book, sheet: BookSheet, range: CellRange, location: string): void => {
  const hidden = rowsHiddenByFilters(book, sheet);
  if ([...hidden].some((row) => row >= range.top && row <= range.bottom))
    throw hostErrors.notEmulated(`${location} over rows that a filter hides`);
};

/** Refuses what a table does not allow in its cells. */
export const guardTables = (sheet: BookSheet, range: CellRange, location: string): void => {
  if (sheet.tables.some((table) => rangesOverlap(table.range, range))) throw hostErrors.operation(location);
};

/** Refuses a change of the cells of a pivot table. */
export const guardPivots = (sheet: BookSheet, range: CellRange, location: string): void => {
  if (sheet.pivots.some((pivot) => rangesOverlap(pivot.range, range))) throw hostErrors.pivot(location);
};
