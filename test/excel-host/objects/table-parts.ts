import type { CellRange } from '../../../src/core/cell-address';
import { cellsOf, LAST_ROW } from '../book/area';
import type { BookSheet, BookTable } from '../book/model';
import { bodyOf, fixHeaders } from '../book/tables';
import { changeFilters } from '../book/filters';
import { hostErrors } from '../host-error';
import { collection, hostObject, type HostObject } from '../host-object';
import { columnFilterObject } from './filters';
import { guardSheet } from './guards';
import { isSameName } from './naming';
import type { SheetView } from './sheet-view';

const columnRange = ({ range }: BookTable, index: number): CellRange => ({
  ...range,
  left: range.left + index,
  right: range.left + index,
});

const columnObject = (view: SheetView, sheet: BookSheet, table: BookTable, id: number): HostObject => {
  const { book } = view;
  const indexNow = (): number => table.columnIds.indexOf(id);
  const whole = (): CellRange => columnRange(table, indexNow());
  const valuesOf = (area: CellRange): unknown => view.range(sheet, area).get?.['Values']?.();
  return hostObject({
    type: 'TableColumn',
    identity: () => ({ Id: id }),
    get: {
      Id: () => id,
      Index: indexNow,
      Name: () => book.headersOf(sheet, table)[indexNow()],
      Values: () => valuesOf(whole()),
    },
    set: {
      Name: (value) => {
        guardSheet(sheet, 'TableColumn.name');
        book.put(sheet, table.range.top, table.range.left + indexNow(), { value: String(value) });
        fixHeaders(book, sheet, table);
        book.restartCalculation();
      },
    },
    navigate: { Filter: () => columnFilterObject(view, sheet, table, indexNow) },
    call: {
      GetRange: () => view.range(sheet, whole()),
      GetDataBodyRange: () => {
        const { top, bottom } = bodyOf(table);
        return view.range(sheet, { ...whole(), top, bottom });
      },
      GetHeaderRowRange: () => view.range(sheet, { ...whole(), bottom: table.range.top }),
      GetTotalRowRange: () => {
        if (!table.showTotals) throw hostErrors.notFound('TableColumn.getTotalRowRange');
        return view.range(sheet, { ...whole(), top: table.range.bottom });
      },
    },
  });
};

/** Columns of a table. */
export const columnCollection = (view: SheetView, sheet: BookSheet, table: BookTable): HostObject =>
  collection(
    'TableColumnCollection',
    () => table.columnIds.map((id) => columnObject(view, sheet, table, id)),
    (item, key) =>
      typeof key === 'number'
        ? item.identity?.()['Id'] === key
        : isSameName(item.get?.['Name']?.(), key) || String(item.identity?.()['Id']) === key,
    () => hostErrors.notFound('TableColumnCollection.getItem'),
  );

const rowRange = (table: BookTable, index: number): CellRange => {
  const body = bodyOf(table);
  const row = body.top + index;
  if (index < 0 || row > body.bottom) throw hostErrors.argument('TableRowCollection.getItemAt');
  return { ...body, top: row, bottom: row };
};

const rowObject = (view: SheetView, sheet: BookSheet, table: BookTable, index: number): HostObject => {
  const range = (): HostObject => view.range(sheet, rowRange(table, index));
  return hostObject({
    type: 'TableRow',
    identity: () => ({ _Index: index }),
    get: { Index: () => index, Values: () => range().get?.['Values']?.() },
    set: {
      Values: (value) => {
        range().set?.['Values']?.(value);
      },
    },
    call: {
      GetRange: range,
      Delete: () => {
        const location = 'TableRow.delete';
        guardSheet(sheet, location);
        const { top, bottom } = bodyOf(table);
        if (top === bottom) throw hostErrors.notEmulated(`${location} of the only row`);
        shiftRows(view, sheet, table, rowRange(table, index).top, -1, location);
      },
    },
  });
};

/** Moves the rows of a table, and what lies below it, down or up; what is beside it stays. */
const shiftRows = (
  { book }: SheetView,
  sheet: BookSheet,
  table: BookTable,
  from: number,
  count: number,
  location: string,
): void => {
  const { range } = table;
  const area = { ...range, top: range.top, bottom: LAST_ROW };
  const below = { ...area, top: range.bottom + 1 };
  const used = book.usedRange(sheet, false, below);
  if (used !== null || table.criteria.size > 0)
    throw hostErrors.notEmulated(`${location} with a filter, or with something below the table`);
  const first = count > 0 ? from : from - count;
  const rows = Array.from({ length: Math.max(0, range.bottom - first + 1) }, (_, index) => first + index);
  for (const row of count > 0 ? rows.reverse() : rows) {
    for (const [, column] of cellsOf({ ...range, top: row, bottom: row })) {
      const key = `${row}:${column}`;
      const cell = sheet.cells.get(key) ?? {};
      if (cell.formula !== undefined) throw hostErrors.notEmulated(`${location} in a table with formulas`);
      const look = sheet.looks.cells.get(key);
      const target = `${row + count}:${column}`;
      book.put(sheet, row + count, column, cell);
      if (look === undefined) sheet.looks.cells.delete(target);
      else sheet.looks.cells.set(target, look);
      book.put(sheet, row, column, {});
      sheet.looks.cells.delete(key);
    }
  }
  if (count < 0 && rows.length === 0)
    for (const [row, column] of cellsOf({ ...range, top: from, bottom: range.bottom }))
      book.put(sheet, row, column, {});
  table.range = { ...range, bottom: range.bottom + count };
  book.restartCalculation();
};

/** Rows of a table. */
export const rowCollection = (view: SheetView, sheet: BookSheet, table: BookTable): HostObject => {
  const count = (): number => {
    const { top, bottom } = bodyOf(table);
    return bottom - top + 1;
  };
  return collection(
    'TableRowCollection',
    () => Array.from({ length: count() }, (_, index) => rowObject(view, sheet, table, index)),
    () => false,
    () => hostErrors.argument('TableRowCollection.getItemAt'),
    {
      Add: (index, values) => {
        const location = 'TableRowCollection.add';
        guardSheet(sheet, location);
        const rows = Array.isArray(values) && Array.isArray(values[0]) ? (values as unknown[][]) : null;
        if (rows === null) throw hostErrors.notEmulated(`${location} of anything but an array of rows`);
        const width = table.range.right - table.range.left + 1;
        if (rows.some((row) => row.length !== width)) throw hostErrors.shape(location);
        const at = index === null || index === undefined || index === -1 ? count() : Number(index);
        if (at > count()) throw hostErrors.argument(location);
        const body = bodyOf(table);
        changeFilters(view.book, sheet, () => {
          shiftRows(view, sheet, table, body.top + at, rows.length, location);
        });
        const added = { ...body, top: body.top + at, bottom: body.top + at + rows.length - 1 };
        view.range(sheet, added).set?.['Values']?.(rows);
        return rowObject(view, sheet, table, at);
      },
    },
  );
};
