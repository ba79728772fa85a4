import type { Snapshot } from '../../core/snapshot';
import type { PartStore } from '../package/part-store';
import { damaged } from '../refusal';
import { workbookPart, type WorkbookModel } from '../workbook/read-workbook';
import { localName, parseXml } from '../xml/parse-xml';
import type { CellContext } from './read-cell';
import { readFormats } from './number-formats';
import { readSheet } from './read-sheet';
import { readSharedStrings } from './read-strings';

/** Takes the snapshot of a whole workbook. */
export const readSnapshot = (store: PartStore, model: WorkbookModel): Snapshot => {
  const context = { ...cellContext(store, model), formats: readStyleFormats(store, model) };
  const sheets = model.sheets.flatMap((sheet) =>
    sheet.part === null ? [] : [readSheet(store, { ...sheet, part: sheet.part }, context)],
  );
  return { sheets, names: model.names };
};

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
