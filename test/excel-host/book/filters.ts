import type { CellRange } from '../../../src/core/cell-address';
import { hostErrors } from '../host-error';
import type { Book } from './book';
import type { BookFilter, BookSheet } from './model';

/** Whether a cell passes a criterion as the API has it; only choosing values is emulated. */
const passes = (text: string, criterion: unknown): boolean => {
  const { filterOn, values } = criterion as { readonly filterOn?: unknown; readonly values?: unknown };
  if (filterOn !== 'Values' || !Array.isArray(values))
    throw hostErrors.notEmulated(`filtering on ${String(filterOn)}`);
  return values.some((value) => String(value) === text);
};

/** Rows of a filter's range, below its header, that do not pass; columns count from the range's first. */
const rowsHiddenBy = (
  book: Book,
  sheet: BookSheet,
  { top, left, bottom }: CellRange,
  criteria: ReadonlyMap<number, unknown>,
): readonly number[] => {
  const hidden: number[] = [];
  for (let row = top + 1; row <= bottom; row++)
    if (
      [...criteria].some(([column, criterion]) => !passes(book.textAt(sheet, row, left + column), criterion))
    )
      hidden.push(row);
  return hidden;
};

const rowsHiddenByFilter = (
  book: Book,
  sheet: BookSheet,
  { range, criteria, isFound }: BookFilter,
): readonly number[] =>
  isFound === true
    ? [...sheet.hiddenRows].filter((row) => row > range.top && row <= range.bottom)
    : rowsHiddenBy(book, sheet, range, criteria);

/** Whether a filter of a sheet or of its tables is in force. */
export const isFiltered = ({ filter, tables }: BookSheet): boolean =>
  isInForce(filter) || tables.some(({ criteria }) => criteria.size > 0);

/** Whether the filter of a sheet, not of its tables, is in force. */
export const isInForce = (filter: BookFilter | null): boolean =>
  filter !== null && (filter.isFound === true || filter.criteria.size > 0);

/** Rows of a sheet that its filter or those of its tables hide. */
export const rowsHiddenByFilters = (book: Book, sheet: BookSheet): ReadonlySet<number> =>
  new Set([
    ...(sheet.filter === null ? [] : rowsHiddenByFilter(book, sheet, sheet.filter)),
    ...sheet.tables.flatMap((table) => rowsHiddenBy(book, sheet, table.range, table.criteria)),
  ]);

/** Changes filters and hides or shows the rows that they concern. */
export const changeFilters = (book: Book, sheet: BookSheet, change: () => void): void => {
  const before = rowsHiddenByFilters(book, sheet);
  change();
  const after = rowsHiddenByFilters(book, sheet);
  for (const row of before) if (!after.has(row)) sheet.hiddenRows.delete(row);
  for (const row of after) sheet.hiddenRows.add(row);
};
