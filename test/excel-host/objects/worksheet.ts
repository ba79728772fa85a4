import type { CellRange } from '../../../src/core/cell-address';
import { cellArea, isOnSheet, splitAddress, areaOfAddress, WHOLE_SHEET } from '../book/area';
import type { BookSheet } from '../book/model';
import { hostErrors } from '../host-error';
import { hostObject, type HostObject } from '../host-object';
import { chartCollection } from './charts';
import { commentCollection, pivotCollection } from './comments';
import { sheetFilterObject } from './filters';
import { guardStructure } from './guards';
import { nameCollection } from './names';
import { checkSheetName, isSameName } from './naming';
import { freezeObject, pageObject } from './page';
import { sheetProtection } from './protection';
import type { SheetView } from './sheet-view';
import { tableCollection } from './tables';

const NO_CELLS: CellRange = { top: 0, left: 0, bottom: 0, right: 0 };

/** Range of an address, or of a name that holds on the sheet. */
const rangeOfText = (view: SheetView, sheet: BookSheet, text: string, location: string): HostObject => {
  const { book } = view;
  const { sheet: named, address } = splitAddress(text);
  if (named !== undefined && !isSameName(named, sheet.name)) throw hostErrors.argument(location);
  const area = areaOfAddress(address);
  if (area !== undefined) return view.range(sheet, area);
  const entry =
    book.names.find(({ name, scope }) => scope === sheet.id && isSameName(name, text)) ??
    book.names.find(({ name, scope }) => scope === null && isSameName(name, text));
  const target = splitAddress(entry?.formula ?? '');
  const range = areaOfAddress(target.address);
  if (range === undefined || target.sheet === undefined || !isSameName(target.sheet, sheet.name))
    throw hostErrors.argument(location);
  return view.range(sheet, range);
};

const places = (view: SheetView, sheet: BookSheet): NonNullable<HostObject['call']> => {
  const { book } = view;
  const used = (valuesOnly: unknown): CellRange | null => book.usedRange(sheet, valuesOnly === true);
  const byIndexes = (numbers: readonly number[], location: string): HostObject => {
    const [top = 0, left = 0, rows = 0, columns = 0] = numbers;
    const range = { top, left, bottom: top + rows - 1, right: left + columns - 1 };
    if (!numbers.every(Number.isInteger) || !isOnSheet(range)) throw hostErrors.argument(location);
    return view.range(sheet, range);
  };
  return {
    GetRange: (address) =>
      typeof address === 'string' && address !== ''
        ? rangeOfText(view, sheet, address, 'Worksheet.getRange')
        : view.range(sheet, WHOLE_SHEET),
    GetRangeByIndexes: (...numbers) => byIndexes(numbers.map(Number), 'Worksheet.getRangeByIndexes'),
    GetCell: (row, column) => {
      const area = cellArea(Number(row), Number(column));
      if (!isOnSheet(area)) throw hostErrors.argument('Worksheet.getCell');
      return view.range(sheet, area);
    },
    GetUsedRange: (valuesOnly) => view.range(sheet, used(valuesOnly) ?? NO_CELLS),
    GetUsedRangeOrNullObject: (valuesOnly) => {
      const found = used(valuesOnly);
      return found === null ? null : view.range(sheet, found);
    },
  };
};

const changes = (view: SheetView, sheet: BookSheet): Required<Pick<HostObject, 'set' | 'call'>> => {
  const { book } = view;
  const isLastVisible = (): boolean =>
    book.sheets.every((other) => other === sheet || other.visibility !== 'Visible');
  const structural = (location: string, work: () => void): void => {
    guardStructure(book, location);
    work();
  };
  const setGridlines = (value: unknown): void => {
    sheet.showGridlines = value === true;
  };
  return {
    set: {
      Name: (value) => {
        structural('Worksheet.name', () => {
          checkSheetName(book, String(value), sheet, 'Worksheet.name');
          book.renameSheet(sheet, String(value));
        });
      },
      Position: (value) => {
        structural('Worksheet.position', () => {
          const position = Number(value);
          if (!Number.isInteger(position) || position < 0 || position >= book.sheets.length)
            throw hostErrors.argument('Worksheet.position');
          book.moveSheet(sheet, position);
        });
      },
      Visibility: (value) => {
        structural('Worksheet.visibility', () => {
          if (value !== 'Visible' && value !== 'Hidden' && value !== 'VeryHidden')
            throw hostErrors.argument('Worksheet.visibility');
          if (value !== 'Visible' && isLastVisible()) throw hostErrors.operation('Worksheet.visibility');
          sheet.visibility = value;
          const next = book.sheets.find(({ visibility }) => visibility === 'Visible');
          if (value !== 'Visible' && book.active === sheet.id && next !== undefined) book.activate(next);
        });
      },
      TabColor: (value) => {
        structural('Worksheet.tabColor', () => {
          if (value !== '' && !/^#[0-9A-F]{6}$/i.test(String(value)))
            throw hostErrors.argument('Worksheet.tabColor');
          sheet.tabColor = String(value).toUpperCase();
        });
      },
      // The client sends `showGridlines` and `showHeadings` under these names.
      Gridlines: setGridlines,
      ShowGridlines: setGridlines,
      Headings: (value) => {
        sheet.showHeadings = value === true;
      },
    },
    call: {
      Activate: () => {
        if (sheet.visibility !== 'Visible') throw hostErrors.operation('Worksheet.activate');
        book.activate(sheet);
      },
      Calculate: () => null,
      Delete: () => {
        structural('Worksheet.delete', () => {
          if (isLastVisible()) throw hostErrors.operation('Worksheet.delete');
          book.deleteSheet(sheet);
        });
      },
    },
  };
};

/** A worksheet. */
export const sheetObject = (view: SheetView, sheet: BookSheet): HostObject => {
  const { book } = view;
  const { set, call } = changes(view, sheet);
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
      ShowHeadings: () => sheet.showHeadings,
      StandardWidth: () => 8.43,
      StandardHeight: () => 15,
      EnableCalculation: () => true,
    },
    set,
    navigate: {
      Protection: () => sheetProtection(sheet),
      AutoFilter: () => sheetFilterObject(view, sheet),
      Tables: () => tableCollection(view, () => sheet.tables.map((table) => ({ sheet, table })), sheet),
      Names: () => nameCollection(view, sheet),
      FreezePanes: () => freezeObject(view, sheet),
      PageLayout: () => pageObject(view, sheet),
      Charts: () => chartCollection(view, sheet),
      Comments: () => commentCollection(view, () => sheet.comments.map((comment) => ({ sheet, comment }))),
      PivotTables: () => pivotCollection(view, () => sheet.pivots.map((pivot) => ({ sheet, pivot }))),
    },
    call: { ...places(view, sheet), ...call },
  });
};
