import type { CellRange } from '../../../src/core/cell-address';
import { cellArea } from '../book/area';
import type { Book } from '../book/book';
import type { BookSheet } from '../book/model';
import { hostErrors } from '../host-error';
import { collection, hostObject, type HostObject } from '../host-object';
import { commentCollection, pivotCollection } from './comments';
import { guardStructure } from './guards';
import { nameCollection } from './names';
import { checkSheetName, isSameName } from './naming';
import { workbookProtection } from './protection';
import { rangeObject } from './range';
import type { SheetView } from './sheet-view';
import { tableCollection } from './tables';
import { sheetObject } from './worksheet';

/** Objects for the sheets and ranges of a workbook. */
export const viewOf = (book: Book): SheetView => {
  const view: SheetView = {
    book,
    sheet: (sheet) => sheetObject(view, sheet),
    range: (sheet: BookSheet, range: CellRange) => rangeObject(book, sheet, range, view.sheet),
  };
  return view;
};

const sheetCollection = (view: SheetView): HostObject => {
  const { book } = view;
  const shown = (visibleOnly: unknown): readonly BookSheet[] =>
    book.sheets.filter(({ visibility }) => visibleOnly !== true || visibility === 'Visible');
  const at = (sheet: BookSheet | undefined, location: string): HostObject => {
    if (sheet === undefined) throw hostErrors.notFound(location);
    return view.sheet(sheet);
  };
  const freeName = (): string => {
    for (let count = book.sheets.length + 1; ; count++)
      if (book.sheetNamed(`Sheet${count}`) === undefined) return `Sheet${count}`;
  };
  return collection(
    'WorksheetCollection',
    () => book.sheets.map(view.sheet),
    (item, key) => isSameName(item.get?.['Name']?.(), key) || item.identity?.()['Id'] === key,
    () => hostErrors.notFound('WorksheetCollection.getItem'),
    {
      Add: (name) => {
        const location = 'WorksheetCollection.add';
        guardStructure(book, location);
        const chosen = typeof name === 'string' ? name : freeName();
        checkSheetName(book, chosen, null, location);
        return view.sheet(book.addSheet(chosen));
      },
      GetCount: (visibleOnly) => shown(visibleOnly).length,
      GetActiveWorksheet: () => view.sheet(book.activeSheet),
      GetFirst: (visibleOnly) => at(shown(visibleOnly)[0], 'WorksheetCollection.getFirst'),
      GetLast: (visibleOnly) => at(shown(visibleOnly).at(-1), 'WorksheetCollection.getLast'),
    },
  );
};

/** A workbook that was made beside this one; it stands in a window of its own once it is opened. */
const createdObject = (book: Book, file: string): HostObject =>
  hostObject({
    type: 'WorkbookCreated',
    identity: () => ({ Id: String(book.openedBeside.length) }),
    call: {
      Open: () => {
        book.openedBeside.push(file);
        return null;
      },
    },
  });

const applicationObject = (book: Book): HostObject => {
  const nothing = (): null => null;
  return hostObject({
    type: 'Application',
    get: {
      CalculationMode: () => book.calculationMode,
      CalculationState: () => 'Done',
      CalculationEngineVersion: () => 191_029,
      DecimalSeparator: () => '.',
      ThousandsSeparator: () => ',',
      UseSystemSeparators: () => true,
    },
    set: {
      CalculationMode: (value) => {
        if (!['Automatic', 'AutomaticExceptTables', 'Manual'].includes(String(value)))
          throw hostErrors.argument('Application.calculationMode');
        book.calculationMode = String(value);
      },
    },
    call: {
      // Formulas are current whenever they are read.
      Calculate: nothing,
      SuspendApiCalculationUntilNextSync: nothing,
      SuspendScreenUpdatingUntilNextSync: nothing,
      CreateWorkbook: (file) => {
        // A file is told by how ZIP archives begin.
        if (!String(file).startsWith('UEsDB')) throw hostErrors.argument('Application.createWorkbook');
        return createdObject(book, String(file));
      },
    },
  });
};

/** The workbook; `kept` finds the range of an event by its reference. */
export const workbookObject = (
  view: SheetView,
  kept: (reference: string) => HostObject | null,
): HostObject => {
  const { book } = view;
  return hostObject({
    type: 'Workbook',
    get: {
      Name: () => book.fileName,
      ReadOnly: () => book.isReadOnly,
      IsDirty: () => true,
      AutoSave: () => false,
      PreviouslySaved: () => true,
    },
    navigate: {
      Application: () => applicationObject(book),
      Worksheets: () => sheetCollection(view),
      Names: () => nameCollection(view, null),
      Tables: () => tableCollection(view, () => book.tables(), null),
      Protection: () => workbookProtection(book),
      Comments: () =>
        commentCollection(view, () =>
          book.sheets.flatMap((sheet) => sheet.comments.map((comment) => ({ sheet, comment }))),
        ),
      PivotTables: () =>
        pivotCollection(view, () =>
          book.sheets.flatMap((sheet) => sheet.pivots.map((pivot) => ({ sheet, pivot }))),
        ),
    },
    call: {
      GetSelectedRange: () => view.range(book.activeSheet, book.activeSheet.selection),
      _GetRangeForEventByReferenceId: (reference) => {
        const range = kept(String(reference));
        if (range === null) throw hostErrors.notFound('WorksheetChangedEventArgs.getRange');
        return range;
      },
      _GetRangeOrNullObjectForEventByReferenceId: (reference) => kept(String(reference)),
      GetActiveCell: () => {
        const { top, left } = book.activeSheet.selection;
        return view.range(book.activeSheet, cellArea(top, left));
      },
    },
  });
};
