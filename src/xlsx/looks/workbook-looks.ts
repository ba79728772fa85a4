import type { PartStore } from '../package/part-store';
import { workbookPart, type WorkbookModel } from '../workbook/read-workbook';
import { makeElement } from '../xml/xml-node';
import { parseXml } from '../xml/parse-xml';
import { readCellLooks, readLooksOver, type CellLook } from './cell-looks';
import { makeColorReader, readTheme } from './colors';
import { readSheetLook, type SheetLook } from './sheet-looks';

/** How a workbook looks: its styles by index, and its worksheets in the order of the snapshot. */
export type WorkbookLooks = {
  readonly styles: readonly CellLook[];
  readonly sheets: readonly SheetLook[];
};

/** Reads how a workbook looks, for who shows it. */
export const readLooks = (store: PartStore, model: WorkbookModel): WorkbookLooks => {
  const part = workbookPart(model, 'styles');
  const text = part === undefined ? undefined : store.text(part);
  const styles =
    part === undefined || text === undefined ? makeElement('styleSheet', {}) : parseXml(text, part).root;
  const color = makeColorReader(store, model);
  const context = { color, over: readLooksOver(styles, color), theme: readTheme(store, model) };
  return {
    styles: readCellLooks(styles, color),
    sheets: model.sheets.flatMap((sheet) =>
      sheet.part === null ? [] : [readSheetLook(store, sheet.part, context)],
    ),
  };
};
