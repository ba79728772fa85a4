import { rangeA1, rangesOverlap, type CellRange } from '../../src/core/cell-address';
import type { Book, BookSheet, BookTable } from './book';
import { hostErrors } from './host-error';
import { collection, hostObject, recordObject, type HostObject } from './host-object';
import { guard, rangeArgument, rangeObject } from './range-objects';

const isSame = (a: unknown, b: unknown): boolean => String(a).toLowerCase() === String(b).toLowerCase();

const SHEET_NAME = /^(?!')[^:\\/?*[\]]{1,31}(?<!')$/;
const NAME = /^[\p{L}_\\][\p{L}\p{N}\p{M}_.\\]*$/u;

const filterObject = (isFiltered: () => boolean): HostObject =>
  hostObject({ type: 'AutoFilter', get: { IsDataFiltered: isFiltered, Enabled: isFiltered } });

const tableObject = (book: Book, sheet: BookSheet, table: BookTable): HostObject => {
  const range = (): HostObject => rangeObject({ book, sheet, range: table.range });
  const header = (column: number): string => book.textAt(sheet, table.range.top, table.range.left + column);
  return hostObject({
    type: 'Table',
    identity: () => ({ Id: table.id }),
    get: {
      Id: () => table.id,
      Name: () => table.name,
      Style: () => table.style,
      ShowHeaders: () => true,
      ShowFilterButton: () => table.showFilterButton,
    },
    set: {
      Name: (value) => {
        const name = String(value);
        if (!NAME.test(name)) throw hostErrors.argument('Table.name');
        const isTaken =
          book.tables().some((other) => other.table !== table && isSame(other.table.name, name)) ||
          book.names.some((other) => isSame(other.name, name));
        if (isTaken) throw hostErrors.exists('Table.name');
        table.name = name;
      },
      Style: (value) => {
        table.style = String(value);
      },
      ShowFilterButton: (value) => {
        table.showFilterButton = value === true;
      },
    },
    navigate: {
      Worksheet: () => sheetObject(book, sheet),
      AutoFilter: () => filterObject(() => table.isFiltered),
      Columns: () =>
        collection(
          'TableColumnCollection',
          () =>
            Array.from({ length: table.range.right - table.range.left + 1 }, (_, index) =>
              hostObject({
                type: 'TableColumn',
                identity: () => ({ Id: index + 1 }),
                get: { Name: () => header(index), Index: () => index },
              }),
            ),
          (item, key) => isSame(item.get?.['Name']?.(), key),
          () => hostErrors.notFound('TableColumnCollection.getItem'),
        ),
    },
    call: {
      GetRange: range,
      ConvertToRange: () => {
        guard(sheet, 'Table.convertToRange');
        sheet.tables = sheet.tables.filter((other) => other !== table);
        return range();
      },
      Resize: (argument) => {
        guard(sheet, 'Table.resize');
        const next = rangeArgument(argument, 'Table.resize');
        if (next.top !== table.range.top) throw hostErrors.argument('Table.resize');
        table.range = next;
      },
    },
  });
};

const tableCollection = (
  book: Book,
  list: () => readonly { readonly sheet: BookSheet; readonly table: BookTable }[],
  sheet: BookSheet | null,
): HostObject =>
  collection(
    'TableCollection',
    () => list().map((entry) => tableObject(book, entry.sheet, entry.table)),
    (item, key) => isSame(item.get?.['Name']?.(), key) || item.identity?.()['Id'] === key,
    () => hostErrors.notFound('TableCollection.getItem'),
    {
      Add: (address, hasHeaders) => {
        const location = 'TableCollection.add';
        if (sheet === null) throw hostErrors.notEmulated('TableCollection.add of the workbook');
        if (hasHeaders !== true) throw hostErrors.notEmulated('tables without headers');
        guard(sheet, location);
        const range = rangeArgument(address, location);
        if (sheet.tables.some((other) => rangesOverlap(other.range, range)))
          throw hostErrors.argument(location);
        if (sheet.merges.some((merge) => rangesOverlap(merge, range))) throw hostErrors.operation(location);
        nameHeaders(book, sheet, range);
        const table: BookTable = {
          id: book.newId(),
          name: `Table${book.tables().length + 1}`,
          range,
          style: 'TableStyleMedium2',
          showFilterButton: true,
          isFiltered: false,
        };
        sheet.tables.push(table);
        return tableObject(book, sheet, table);
      },
    },
  );

/** Headers of a table are texts, none blank and none twice. */
const nameHeaders = (book: Book, sheet: BookSheet, range: CellRange): void => {
  const seen = new Set<string>();
  for (let column = range.left; column <= range.right; column++) {
    const value = book.valueAt(sheet, range.top, column);
    const text = book.textAt(sheet, range.top, column) || `Column${column - range.left + 1}`;
    let unique = text;
    for (let count = 2; seen.has(unique.toLowerCase()); count++) unique = `${text}${count}`;
    seen.add(unique.toLowerCase());
    if (value !== unique) book.type(sheet, range.top, column, `'${unique}`);
  }
};

const nameCollection = (book: Book, scope: string | null): HostObject => {
  const list = () => book.names.filter((entry) => entry.scope === scope);
  return collection(
    'NamedItemCollection',
    () =>
      list().map((entry) =>
        hostObject({
          type: 'NamedItem',
          identity: () => ({ _Id: entry.name }),
          get: {
            Name: () => entry.name,
            Formula: () => entry.formula,
            Scope: () => (scope === null ? 'Workbook' : 'Worksheet'),
          },
          set: {
            Formula: (value) => {
              entry.formula = String(value);
            },
          },
          call: {
            Delete: () => {
              book.names.splice(book.names.indexOf(entry), 1);
            },
          },
        }),
      ),
    (item, key) => isSame(item.get?.['Name']?.(), key),
    () => hostErrors.notFound('NamedItemCollection.getItem'),
    {
      Add: (name, formula) => {
        const location = 'NamedItemCollection.add';
        if (!NAME.test(String(name)) || typeof formula !== 'string' || !formula.startsWith('='))
          throw hostErrors.argument(location);
        const isTaken =
          list().some((entry) => isSame(entry.name, name)) ||
          book.tables().some(({ table }) => isSame(table.name, name));
        if (isTaken) throw hostErrors.exists(location);
        book.names.push({ name: String(name), formula, scope });
        return null;
      },
    },
  );
};

const PAGE_DEFAULTS = {
  Orientation: 'Portrait',
  PaperSize: 'Letter',
  Zoom: { scale: 100 },
  LeftMargin: 50.4,
  RightMargin: 50.4,
  TopMargin: 54,
  BottomMargin: 54,
  HeaderMargin: 21.6,
  FooterMargin: 21.6,
};
const LINES = {
  LeftHeader: '',
  CenterHeader: '',
  RightHeader: '',
  LeftFooter: '',
  CenterFooter: '',
  RightFooter: '',
};

const pageObject = (sheet: BookSheet): HostObject => {
  const { page } = sheet;
  for (const [name, value] of Object.entries(PAGE_DEFAULTS)) page[name] ??= value;
  const lines = (page['Lines'] ??= { ...LINES }) as Record<string, unknown>;
  return recordObject('PageLayout', page, {
    navigate: {
      HeadersFooters: () =>
        hostObject({
          type: 'HeaderFooterGroup',
          navigate: { DefaultForAllPages: () => recordObject('HeaderFooter', lines) },
        }),
    },
    call: {
      GetPrintAreaOrNullObject: () => {
        const area = page['PrintArea'] as CellRange | undefined;
        return area === undefined
          ? null
          : hostObject({ type: 'RangeAreas', get: { Address: () => `${sheet.name}!${rangeA1(area)}` } });
      },
      SetPrintArea: (area) => {
        guard(sheet, 'PageLayout.setPrintArea');
        page['PrintArea'] = rangeArgument(area, 'PageLayout.setPrintArea');
      },
      SetPrintTitleRows: (rows) => {
        guard(sheet, 'PageLayout.setPrintTitleRows');
        page['PrintTitleRows'] = rangeArgument(rows, 'PageLayout.setPrintTitleRows');
      },
    },
  });
};

const freezeObject = (sheet: BookSheet): HostObject => {
  const freeze = (value: string | null) => (): void => {
    sheet.freeze = value;
  };
  return hostObject({
    type: 'WorksheetFreezePanes',
    call: {
      FreezeRows: (rows) => {
        freeze(`rows ${Number(rows)}`)();
      },
      FreezeColumns: (columns) => {
        freeze(`columns ${Number(columns)}`)();
      },
      FreezeAt: (range) => {
        const { bottom, right } = rangeArgument(range, 'WorksheetFreezePanes.freezeAt');
        freeze(`rows ${bottom + 1}, columns ${right + 1}`)();
      },
      Unfreeze: freeze(null),
    },
  });
};

/** A worksheet. */
export const sheetObject = (book: Book, sheet: BookSheet): HostObject => {
  const range = (area: CellRange): HostObject => rangeObject({ book, sheet, range: area });
  return hostObject({
    type: 'Worksheet',
    identity: () => ({ Id: sheet.id }),
    get: {
      Id: () => sheet.id,
      Name: () => sheet.name,
      Visibility: () => sheet.visibility,
      Position: () => book.sheets.indexOf(sheet),
      TabColor: () => sheet.tabColor,
      ShowGridlines: () => sheet.showGridlines,
    },
    set: {
      TabColor: (value) => {
        sheet.tabColor = String(value);
      },
      // The client sends `showGridlines` under this name.
      Gridlines: (value) => {
        sheet.showGridlines = value === true;
      },
      ShowGridlines: (value) => {
        sheet.showGridlines = value === true;
      },
    },
    navigate: {
      Protection: () =>
        hostObject({ type: 'WorksheetProtection', get: { Protected: () => sheet.isProtected } }),
      AutoFilter: () => filterObject(() => sheet.isFiltered),
      Tables: () => tableCollection(book, () => sheet.tables.map((table) => ({ sheet, table })), sheet),
      PivotTables: () =>
        collection(
          'PivotTableCollection',
          () => [],
          () => false,
          () => hostErrors.notFound(),
        ),
      Names: () => nameCollection(book, sheet.name),
      FreezePanes: () => freezeObject(sheet),
      PageLayout: () => pageObject(sheet),
    },
    call: {
      GetRange: (address) =>
        range(
          address === undefined || address === null
            ? { top: 0, left: 0, bottom: 1_048_575, right: 16_383 }
            : rangeArgument(address, 'Worksheet.getRange'),
        ),
      GetRangeByIndexes: (row, column, rows, columns) => {
        const numbers = [row, column, rows, columns].map(Number);
        const [top = 0, left = 0, height = 0, width = 0] = numbers;
        const isSound = numbers.every((number) => Number.isInteger(number) && number >= 0);
        if (!isSound || height < 1 || width < 1 || top + height > 1_048_576 || left + width > 16_384)
          throw hostErrors.argument('Worksheet.getRangeByIndexes');
        return range({ top, left, bottom: top + height - 1, right: left + width - 1 });
      },
      GetUsedRangeOrNullObject: (valuesOnly) => {
        const used = book.usedRange(sheet, valuesOnly === true);
        return used === null ? null : range(used);
      },
      Activate: () => {
        if (sheet.visibility !== 'Visible') throw hostErrors.operation('Worksheet.activate');
        book.active = sheet.id;
      },
      Delete: () => {
        if (book.isProtected) throw hostErrors.denied('Worksheet.delete');
        book.deleteSheet(sheet);
      },
    },
  });
};

const sheetCollection = (book: Book): HostObject =>
  collection(
    'WorksheetCollection',
    () => book.sheets.map((sheet) => sheetObject(book, sheet)),
    (item, key) => isSame(item.get?.['Name']?.(), key) || item.identity?.()['Id'] === key,
    () => hostErrors.notFound('WorksheetCollection.getItem'),
    {
      Add: (name) => {
        const location = 'WorksheetCollection.add';
        if (book.isProtected) throw hostErrors.denied(location);
        if (typeof name !== 'string' || !SHEET_NAME.test(name)) throw hostErrors.argument(location);
        if (book.sheetNamed(name) !== undefined) throw hostErrors.exists(location);
        return sheetObject(book, book.addSheet(name));
      },
    },
  );

/** The workbook. */
export const workbookObject = (book: Book): HostObject => {
  const nothing = (): void => undefined;
  const application = hostObject({
    type: 'Application',
    call: { SuspendApiCalculationUntilNextSync: nothing, SuspendScreenUpdatingUntilNextSync: nothing },
  });
  return hostObject({
    type: 'Workbook',
    get: { ReadOnly: () => book.isReadOnly },
    navigate: {
      Application: () => application,
      Worksheets: () => sheetCollection(book),
      Names: () => nameCollection(book, null),
      Tables: () => tableCollection(book, () => book.tables(), null),
      Protection: () =>
        hostObject({ type: 'WorkbookProtection', get: { Protected: () => book.isProtected } }),
    },
  });
};
