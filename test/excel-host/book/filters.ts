import type { CellRange } from '../../../src/core/cell-address';
import { hostErrors } from '../host-error';
import type { Book } from './book';
import type { BookSheet } from './model';

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

/** Rows of a sheet that its filter or those of its tables hide. */
export const rowsHiddenByFilters = (book: Book, sheet: BookSheet): ReadonlySet<number> =>
  new Set([
    ...(sheet.filter === null ? [] : rowsHiddenBy(book, sheet, sheet.filter.range, sheet.filter.criteria)),
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
