import { absoluteRangeA1, quotedSheet } from '../../core/cell-address';
import type { ChangePlan, SheetPlan } from '../../core/change-plan';
import type { Draft } from '../package/part-store';
import { toSnapshotTable } from '../read/read-sheet';
import { RefusedError } from '../refusal';
import { readWorkbook, sheetIndex } from '../workbook/read-workbook';
import {
  attribute,
  elements,
  makeElement,
  prefixOf,
  textOf,
  withChanged,
  withLastChild,
} from '../xml/xml-node';
import { withChildren, withReplaced } from '../xml/xml-node';
import { serializeXml, type XmlNode } from '../xml/parse-xml';
import { escapeText } from '../xml/xml-text';
import { WORKBOOK_ORDER } from './sheet-order';
import { allTables } from './tables';

type LocalName = { readonly name: string; readonly refersTo: string; readonly sheet: number | undefined };

/** Writes the plan's names, and of each sheet what is printed of it. */
export const writeNames = (draft: Draft, plan: ChangePlan): void => {
  const model = readWorkbook(draft);
  const tables = new Set(allTables(draft, model).map(({ root }) => toSnapshotTable(root).name.toLowerCase()));
  const wanted: readonly LocalName[] = [
    ...plan.names.map(({ name, refersTo }) => ({ name, refersTo, sheet: undefined })),
    ...plan.sheets.flatMap((sheet) => printNames(sheet, sheetIndex(model, sheet.name))),
  ];
  if (wanted.some(({ name }) => tables.has(name.toLowerCase())))
    throw new RefusedError({ code: 'nameTaken' });
  if (wanted.length === 0) return;
  const { root } = model.document;
  const p = prefixOf(root);
  const changed = withChanged(root, WORKBOOK_ORDER, 'definedNames', (old) =>
    wanted.reduce(withName, old ?? makeElement(`${p}definedNames`, {})),
  );
  draft.write(model.part, serializeXml({ ...model.document, root: changed }));
};

const printNames = ({ name, frame }: SheetPlan, sheet: number): readonly LocalName[] => {
  if (frame === null) return [];
  const { page } = frame;
  const quoted = quotedSheet(name);
  const area = { name: '_xlnm.Print_Area', refersTo: `${quoted}!${absoluteRangeA1(page.printArea)}`, sheet };
  if (page.repeatRows === undefined) return [area];
  const { first, last } = page.repeatRows;
  return [area, { name: '_xlnm.Print_Titles', refersTo: `${quoted}!$${first + 1}:$${last + 1}`, sheet }];
};

const withName = (list: XmlNode, { name, refersTo, sheet }: LocalName): XmlNode => {
  const local = sheet === undefined ? undefined : String(sheet);
  const old = elements(list, 'definedName').find(
    (node) =>
      attribute(node, 'name')?.toLowerCase() === name.toLowerCase() &&
      attribute(node, 'localSheetId') === local,
  );
  const content = [escapeText(refersTo)];
  if (old === undefined) {
    return withLastChild(
      list,
      makeElement(`${prefixOf(list)}definedName`, { name, localSheetId: local }, content),
    );
  }
  // Spreadsheets drop quotes that a sheet's name does not need.
  const isSame = withoutQuotes(textOf(old)) === withoutQuotes(refersTo);
  return isSame ? list : withReplaced(list, old, withChildren(old, content));
};

const withoutQuotes = (reference: string): string => reference.replaceAll("'", '');
