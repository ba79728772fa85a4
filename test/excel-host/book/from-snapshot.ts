import type { SheetSnapshot, Snapshot, SnapshotCell } from '../../../src/core/snapshot';
import { cellArea } from './area';
import { Book } from './book';
import { setLook } from './looks';
import type { BookCell, BookSheet, BookTable } from './model';

const VISIBILITY = { visible: 'Visible', hidden: 'Hidden', veryHidden: 'VeryHidden' } as const;

/** A table as Excel makes it. */
export const newTable = (id: string, name: string, range: BookTable['range']): BookTable => ({
  id,
  name,
  range,
  style: 'TableStyleMedium2',
  showHeaders: true,
  showTotals: false,
  showFilterButton: true,
  showBandedRows: true,
  showBandedColumns: false,
  highlightFirstColumn: false,
  highlightLastColumn: false,
  columnIds: Array.from({ length: range.right - range.left + 1 }, (_, index) => index + 1),
  criteria: new Map(),
});

const contentOf = ({ value, formula }: SnapshotCell): BookCell => {
  // A cell that shares another's formula comes without its text; what it shows stays.
  if (formula !== null && formula !== '') return { formula: `=${formula}` };
  return value === null ? {} : { value };
};

const fill = (book: Book, sheet: BookSheet, source: SheetSnapshot): void => {
  source.rows.forEach((cells, row) => {
    cells?.forEach((cell, column) => {
      if (cell === undefined) return;
      if (cell.format !== 'General') setLook(sheet, cellArea(row, column), 'NumberFormat', cell.format);
      book.put(sheet, row, column, contentOf(cell));
    });
  });
  sheet.visibility = VISIBILITY[source.visibility];
  sheet.protection.isOn = source.isProtected;
  sheet.merges = [...source.merges];
  for (const row of source.hiddenRows) sheet.hiddenRows.add(row);
  sheet.tables = source.tables.map(({ name, range }) => newTable(book.newId(), name, range));
  if (source.isFiltered)
    sheet.filter = {
      range: book.usedRange(sheet, true) ?? cellArea(0, 0),
      criteria: new Map(),
      isFound: true,
    };
};

/** A workbook of the host that holds what a snapshot holds. */
export const bookOf = ({ sheets, names }: Snapshot): Book => {
  const book = new Book();
  for (const source of sheets) fill(book, book.addSheet(source.name), source);
  for (const { name, refersTo, scope } of names) {
    book.names.push({
      name,
      formula: `=${refersTo}`,
      comment: '',
      isVisible: true,
      scope: scope === null ? null : book.sheet(scope).id,
    });
  }
  const first = book.sheets.find(({ visibility }) => visibility === 'Visible');
  if (first !== undefined) book.active = first.id;
  book.takeEvents();
  return book;
};
