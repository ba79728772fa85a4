import { rangesOverlap, type CellRange } from '../../../src/core/cell-address';
import { LAST_ROW, splitAddress } from '../book/area';
import type { Book } from '../book/book';
import { newTable } from '../book/from-snapshot';
import type { BookSheet, BookTable } from '../book/model';
import { bodyOf, fixHeaders, freeTableName } from '../book/tables';
import { hostErrors } from '../host-error';
import { collection, hostObject, isHostObject, type HostObject } from '../host-object';
import { tableFilterObject } from './filters';
import { guardPivots, guardSheet } from './guards';
import { checkName, isSameName } from './naming';
import { rangeArgument, rangeState } from './range-state';
import type { SheetView } from './sheet-view';
import { columnCollection, rowCollection } from './table-parts';

type Entry = { readonly sheet: BookSheet; readonly table: BookTable };

const FLAGS = {
  ShowFilterButton: 'showFilterButton',
  ShowBandedRows: 'showBandedRows',
  ShowBandedColumns: 'showBandedColumns',
  HighlightFirstColumn: 'highlightFirstColumn',
  HighlightLastColumn: 'highlightLastColumn',
} as const;

const flags = (sheet: BookSheet, table: BookTable) => {
  const entries = Object.entries(FLAGS);
  return {
    get: Object.fromEntries(entries.map(([name, field]) => [name, () => table[field]])),
    set: Object.fromEntries(
      entries.map(([name, field]) => [
        name,
        (value: unknown) => {
          guardSheet(sheet, `Table.${field}`);
          table[field] = value === true;
        },
      ]),
    ),
  };
};

/** Shows or removes the total row, which lies below the body. */
const setTotals = (book: Book, sheet: BookSheet, table: BookTable, isShown: boolean): void => {
  if (table.showTotals === isShown) return;
  const { range } = table;
  const row = isShown ? range.bottom + 1 : range.bottom;
  for (let column = range.left; column <= range.right; column++) {
    if (isShown && book.valueAt(sheet, row, column) !== null)
      throw hostErrors.notEmulated('a total row over cells that hold something');
    book.put(sheet, row, column, {});
  }
  if (isShown) book.put(sheet, row, range.left, { value: 'Total' });
  table.range = { ...range, bottom: isShown ? row : row - 1 };
  table.showTotals = isShown;
  book.restartCalculation();
};

const resize = (book: Book, sheet: BookSheet, table: BookTable, range: CellRange): void => {
  const location = 'Table.resize';
  if (table.showTotals) throw hostErrors.notEmulated(`${location} of a table with a total row`);
  const hasBody = range.bottom > range.top || !table.showHeaders;
  if (range.top !== table.range.top || !rangesOverlap(range, table.range) || !hasBody)
    throw hostErrors.argument(location);
  refuseTaken(sheet, range, table, location);
  if (range.left !== table.range.left) throw hostErrors.notEmulated(`${location} to another first column`);
  const width = range.right - range.left + 1;
  const last = Math.max(...table.columnIds);
  table.columnIds = Array.from({ length: width }, (_, index) => table.columnIds[index] ?? last + index + 1);
  table.range = range;
  fixHeaders(book, sheet, table);
  book.restartCalculation();
};

const refuseTaken = (sheet: BookSheet, range: CellRange, self: BookTable | null, location: string): void => {
  if (sheet.tables.some((other) => other !== self && rangesOverlap(other.range, range)))
    throw hostErrors.argument(location);
  if (sheet.merges.some((merge) => rangesOverlap(merge, range))) throw hostErrors.operation(location);
  guardPivots(sheet, range, location);
};

/** A table. */
export const tableObject = (view: SheetView, { sheet, table }: Entry): HostObject => {
  const { book } = view;
  const range = (area: CellRange): HostObject => view.range(sheet, area);
  const shown = flags(sheet, table);
  const change = (location: string, work: () => void): void => {
    guardSheet(sheet, location);
    work();
  };
  return hostObject({
    type: 'Table',
    identity: () => ({ Id: table.id }),
    get: {
      Id: () => table.id,
      Name: () => table.name,
      Style: () => table.style,
      ShowHeaders: () => table.showHeaders,
      ShowTotals: () => table.showTotals,
      ...shown.get,
    },
    set: {
      Name: (value) => {
        change('Table.name', () => {
          if (!isSameName(value, table.name)) checkName(book, String(value), null, 'Table.name');
          book.renameTable(table, String(value));
        });
      },
      Style: (value) => {
        change('Table.style', () => {
          table.style = String(value);
        });
      },
      ShowTotals: (value) => {
        change('Table.showTotals', () => {
          setTotals(book, sheet, table, value === true);
        });
      },
      ...shown.set,
    },
    navigate: {
      Worksheet: () => view.sheet(sheet),
      AutoFilter: () => tableFilterObject(view, sheet, table),
      Columns: () => columnCollection(view, sheet, table),
      Rows: () => rowCollection(view, sheet, table),
    },
    call: {
      GetRange: () => range(table.range),
      GetDataBodyRange: () => range(bodyOf(table)),
      GetHeaderRowRange: () => {
        if (!table.showHeaders) throw hostErrors.notFound('Table.getHeaderRowRange');
        return range({ ...table.range, bottom: table.range.top });
      },
      GetTotalRowRange: () => {
        if (!table.showTotals) throw hostErrors.notFound('Table.getTotalRowRange');
        return range({ ...table.range, top: table.range.bottom });
      },
      Resize: (argument) => {
        change('Table.resize', () => {
          resize(book, sheet, table, rangeArgument(argument, 'Table.resize', sheet));
        });
      },
      ConvertToRange: () => {
        guardSheet(sheet, 'Table.convertToRange');
        sheet.tables = sheet.tables.filter((other) => other !== table);
        book.restartCalculation();
        return range(table.range);
      },
      Delete: () => {
        change('Table.delete', () => {
          sheet.tables = sheet.tables.filter((other) => other !== table);
          const { range: area } = table;
          for (let row = area.top; row <= area.bottom; row++)
            for (let column = area.left; column <= area.right; column++) book.put(sheet, row, column, {});
          book.restartCalculation();
        });
      },
      ClearFilters: () => {
        tableFilterObject(view, sheet, table).call?.['ClearCriteria']?.();
      },
    },
  });
};

/** Tables of one sheet, or of the whole workbook where none is given. */
export const tableCollection = (
  view: SheetView,
  list: () => readonly Entry[],
  own: BookSheet | null,
): HostObject => {
  const { book } = view;
  const placeOf = (argument: unknown, location: string): { sheet: BookSheet; range: CellRange } => {
    const state = isHostObject(argument) ? rangeState(argument) : undefined;
    const named = typeof argument === 'string' ? splitAddress(argument).sheet : undefined;
    const sheet = state?.sheet ?? (named === undefined ? (own ?? book.activeSheet) : book.sheetNamed(named));
    if (sheet === undefined || (own !== null && sheet !== own)) throw hostErrors.argument(location);
    return { sheet, range: rangeArgument(argument, location, sheet) };
  };
  return collection(
    'TableCollection',
    () => list().map((entry) => tableObject(view, entry)),
    (item, key) => isSameName(item.get?.['Name']?.(), key) || item.identity?.()['Id'] === key,
    () => hostErrors.notFound('TableCollection.getItem'),
    {
      Add: (address, hasHeaders) => {
        const location = 'TableCollection.add';
        const { sheet, range } = placeOf(address, location);
        guardSheet(sheet, location);
        if (hasHeaders !== true) throw hostErrors.notEmulated('tables without headers');
        if (range.bottom === LAST_ROW) throw hostErrors.argument(location);
        // A table has a row besides its header.
        const area = { ...range, bottom: Math.max(range.bottom, range.top + 1) };
        refuseTaken(sheet, area, null, location);
        const table = newTable(book.newId(), freeTableName(book), area);
        sheet.tables.push(table);
        fixHeaders(book, sheet, table);
        book.restartCalculation();
        return tableObject(view, { sheet, table });
      },
    },
  );
};
