import { addContentType } from '../package/content-types';
import type { Draft } from '../package/part-store';
import { addRelationship, folderOf } from '../package/relationships';
import { damaged, RefusedError } from '../refusal';
import { contentType, flavourOf, relationshipAttributes, XML_DECLARATION } from '../workbook/flavour';
import type { WorkbookModel } from '../workbook/read-workbook';
import { element, makeElement, prefixOf, withLastChild, withReplaced } from '../xml/xml-node';
import { serializeXml } from '../xml/parse-xml';
import { freePart } from './free-part';

/** One line of TH Sarabun New 16 in points; LibreOffice does not fit rows to their text when it opens a file. */
const ROW_HEIGHT = 24;

/** Adds an empty worksheet after the last sheet; its contents are patched into it like into any other. */
export const addSheet = (draft: Draft, model: WorkbookModel, name: string): void => {
  if (model.isStructureLocked) throw new RefusedError({ code: 'protectedWorkbook', part: model.part });
  const { root } = model.document;
  const { main, relationships } = flavourOf(root);
  const part = freePart(draft, `${folderOf(model.part)}worksheets/sheet`);
  draft.write(part, XML_DECLARATION + emptySheet(main, relationships));
  addContentType(draft, part, contentType('worksheet'));
  const link = addRelationship(draft, model.part, `${relationships}/worksheet`, part);
  const sheets = element(root, 'sheets');
  if (sheets === undefined) throw damaged(model.part);
  const sheetId = Math.max(0, ...model.sheets.map((sheet) => sheet.sheetId)) + 1;
  const values = { name, sheetId, ...relationshipAttributes(root, link) };
  const longer = withLastChild(sheets, makeElement(`${prefixOf(root)}sheet`, values));
  draft.write(model.part, serializeXml({ ...model.document, root: withReplaced(root, sheets, longer) }));
};

/** A worksheet with nothing in it, after the declaration. */
export const emptySheet = (main: string, relationships: string): string =>
  `<worksheet xmlns="${main}" xmlns:r="${relationships}"><dimension ref="A1"/>` +
  `<sheetFormatPr defaultRowHeight="${ROW_HEIGHT}" customHeight="1"/><sheetData></sheetData></worksheet>`;
