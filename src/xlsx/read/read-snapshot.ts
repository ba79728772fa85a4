import type { Snapshot } from '../../core/snapshot';
import type { PartStore } from '../package/part-store';
import { damaged } from '../refusal';
import { workbookPart, type WorkbookModel, type WorkbookSheet } from '../workbook/read-workbook';
import { localName, parseXml } from '../xml/parse-xml';
import type { CellContext } from './read-cell';
import { readFormats } from './number-formats';
import { readSheet, type SheetContext } from './read-sheet';
import { readSharedStrings } from './read-strings';

/** Takes the snapshot of a whole workbook. */
export const readSnapshot = (store: PartStore, model: WorkbookModel): Snapshot => {
  const context = sheetContext(store, model);
  return { sheets: worksheets(model).map((sheet) => readSheet(store, sheet, context)), names: model.names };
};

/** Sheets with cells; others are charts and dialogs. */
export const worksheets = (model: WorkbookModel): readonly (WorkbookSheet & { readonly part: string })[] =>
  model.sheets.flatMap((sheet) => (sheet.part === null ? [] : [{ ...sheet, part: sheet.part }]));

/** What all sheets of a workbook share. */
export const sheetContext = (store: PartStore, model: WorkbookModel): SheetContext => ({
  ...cellContext(store, model),
  formats: readStyleFormats(store, model),
});

/** What cells refer to outside their sheet. */
export const cellContext = (store: PartStore, model: WorkbookModel): CellContext => {
  const part = workbookPart(model, 'sharedStrings');
  const text = part === undefined ? '' : store.text(part);
  if (text === undefined) throw damaged(part);
  return { strings: part === undefined ? [] : readSharedStrings(text, part), is1904: model.is1904 };
};

/** Number format code of each cell style. */
export const readStyleFormats = (store: PartStore, model: WorkbookModel): readonly string[] => {
  const part = workbookPart(model, 'styles');
  if (part === undefined) return [];
  const text = store.text(part);
  if (text === undefined) throw damaged(part);
  const { root } = parseXml(text, part);
  if (localName(root.tag) !== 'styleSheet') throw damaged(part);
  return readFormats(root);
};
