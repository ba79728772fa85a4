import type { CellRange } from '../../../src/core/cell-address';
import type { Book } from './book';
import type { BookSheet, BookTable } from './model';

/** Headers of a table are texts, none blank and none twice; Excel makes them so. */
export const fixHeaders = (book: Book, sheet: BookSheet, { range, showHeaders }: BookTable): void => {
  if (!showHeaders) return;
  const seen = new Set<string>();
  for (let column = range.left; column <= range.right; column++) {
    const text = book.textAt(sheet, range.top, column);
    const base = text === '' ? `Column${column - range.left + 1}` : text;
    let unique = base;
    for (let count = 2; seen.has(unique.toLowerCase()); count++) unique = `${base}${count}`;
    seen.add(unique.toLowerCase());
    if (book.valueAt(sheet, range.top, column) !== unique)
      book.put(sheet, range.top, column, { value: unique });
  }
};

/** Rows of a table between its header and its total row. */
export const bodyOf = ({ range, showHeaders, showTotals }: BookTable): CellRange => ({
  ...range,
  top: range.top + (showHeaders ? 1 : 0),
  bottom: range.bottom - (showTotals ? 1 : 0),
});

/** A name for a new table that nothing has. */
export const freeTableName = (book: Book): string => {
  const taken = new Set([
    ...book.tables().map(({ table }) => table.name.toLowerCase()),
    ...book.names.map(({ name }) => name.toLowerCase()),
  ]);
  for (let count = 1; ; count++) if (!taken.has(`table${count}`)) return `Table${count}`;
};
