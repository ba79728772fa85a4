import { parseRange, type CellRange } from '../../core/cell-address';
import type { SheetSnapshot, SnapshotCell, SnapshotTable } from '../../core/snapshot';
import type { PartStore } from '../package/part-store';
import { kindOf, readRelationships } from '../package/relationships';
import { damaged } from '../refusal';
import type { WorkbookSheet } from '../workbook/read-workbook';
import { attribute, attributeOfTag, element, elements, isTrue, prefixOf, rawContent } from '../xml/xml-node';
import { localName, parseXml, type XmlDocument, type XmlNode } from '../xml/parse-xml';
import { decodeEscapes } from '../xml/xml-text';
import { readCell, type CellContext } from './read-cell';
import { scanCells, scanRows, sheetText, type SheetText } from './scan-cells';

/** What all sheets of a workbook share. */
export type SheetContext = CellContext & { readonly formats: readonly string[] };

/** Takes the snapshot of one worksheet. */
export const readSheet = (
  store: PartStore,
  sheet: WorkbookSheet & { readonly part: string },
  context: SheetContext,
): SheetSnapshot => {
  const { root } = parseSheet(store, sheet.part);
  const { rows, hiddenRows } = readRows(cellsOf(root, sheet.part), context);
  return {
    name: sheet.name,
    visibility: sheet.visibility,
    rows,
    merges: readMerges(root),
    hiddenRows,
    tables: readTables(store, sheet.part).map(({ root: table }) => toSnapshotTable(table)),
    isProtected: isProtectedSheet(root),
  };
};

/** Reads a worksheet part; its cells stay one string. */
export const parseSheet = (store: PartStore, part: string): XmlDocument => {
  const text = store.text(part);
  if (text === undefined) throw damaged(part);
  const document = parseXml(text, part, 'sheetData');
  if (localName(document.root.tag) !== 'worksheet') throw damaged(part);
  return document;
};

/** The cells of a worksheet, ready to be scanned. */
export const cellsOf = (root: XmlNode, part: string): SheetText => {
  const data = element(root, 'sheetData');
  if (data === undefined) throw damaged(part);
  return sheetText(rawContent(data), prefixOf(root), part);
};

/** Merged areas of a worksheet. */
export const readMerges = (root: XmlNode): readonly CellRange[] => {
  const list = element(root, 'mergeCells');
  const merges = list === undefined ? [] : elements(list, 'mergeCell');
  return merges.flatMap((node) => parseRange(attribute(node, 'ref') ?? '') ?? []);
};

export const isProtectedSheet = (root: XmlNode): boolean => {
  const protection = element(root, 'sheetProtection');
  return protection !== undefined && isTrue(attribute(protection, 'sheet'));
};

/** The table parts of a worksheet. */
export const readTables = (
  store: PartStore,
  sheetPart: string,
): readonly (XmlDocument & { readonly part: string })[] =>
  readRelationships(store, sheetPart)
    .filter((link) => kindOf(link) === 'table' && !link.isExternal)
    .map(({ target }) => {
      const text = store.text(target);
      if (text === undefined) throw damaged(target);
      const document = parseXml(text, target);
      if (parseRange(attribute(document.root, 'ref') ?? '') === undefined) throw damaged(target);
      return { ...document, part: target };
    });

/** A table as the snapshot has it. */
export const toSnapshotTable = (table: XmlNode): SnapshotTable => {
  const columns = element(table, 'tableColumns');
  return {
    name: decodeEscapes(attribute(table, 'displayName') ?? attribute(table, 'name') ?? ''),
    range: parseRange(attribute(table, 'ref') ?? '') ?? { top: 0, left: 0, bottom: 0, right: 0 },
    columns:
      columns === undefined
        ? []
        : elements(columns, 'tableColumn').map((node) => decodeEscapes(attribute(node, 'name') ?? '')),
  };
};

const readRows = (
  text: SheetText,
  context: SheetContext,
): { readonly rows: SheetSnapshot['rows']; readonly hiddenRows: ReadonlySet<number> } => {
  const rows: (readonly (SnapshotCell | undefined)[])[] = [];
  const hiddenRows = new Set<number>();
  for (const mark of scanRows(text)) {
    const tag = text.source.slice(mark.start, mark.openEnd);
    if (tag.includes('hidden') && isTrue(attributeOfTag(tag, 'hidden'))) hiddenRows.add(mark.row);
    // A row in two pieces is no valid file, yet nothing of it may be lost.
    const cells = rows[mark.row]?.slice() ?? [];
    for (const cell of scanCells(text, mark)) {
      const { value, formula } = readCell(text, cell, context);
      if (formula === null && (value === null || value === '')) continue;
      cells[cell.column] = {
        value,
        formula: formula === null ? null : formula.text,
        format: context.formats[cell.style] ?? 'General',
      };
    }
    if (cells.length > 0) rows[mark.row] = cells;
  }
  return { rows, hiddenRows };
};
