import { Book } from './book';

/** What is typed into the cells of a sheet from A1 on; null leaves a cell blank. */
export type TypedRows = readonly (readonly (string | number | boolean | null)[])[];

/** A workbook of sheets with what is typed into their cells: `{ Sheet: [['a', '=1+1'], [null, "'007"]] }`. */
export const bookWith = (sheets: Readonly<Record<string, TypedRows>>): Book => {
  const book = new Book();
  for (const name of Object.keys(sheets)) book.addSheet(name);
  for (const [name, rows] of Object.entries(sheets))
    rows.forEach((cells, row) => {
      cells.forEach((value, column) => {
        if (value !== null) book.type(book.sheet(name), row, column, value);
      });
    });
  book.takeEvents();
  return book;
};
