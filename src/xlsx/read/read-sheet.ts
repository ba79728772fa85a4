import { a1, parseRange, type CellPosition, type CellRange } from '../../core/cell-address';
import type { SheetSnapshot, SnapshotCell, SnapshotTable } from '../../core/snapshot';
import type { PartStore } from '../package/part-store';
import { kindOf, readRelationships } from '../package/relationships';
import { atPlace, damaged, RefusedError, sheetTooLarge, tooLarge } from '../refusal';
import type { WorkbookSheet } from '../workbook/read-workbook';
import { attribute, attributeOfTag, element, elements, isTrue, prefixOf, rawContent } from '../xml/xml-node';
import { localName, parseXml, type XmlDocument, type XmlNode } from '../xml/parse-xml';
import { decodeEscapes } from '../xml/xml-text';
import { readCell, type CellContent, type CellContext, type CellFormula } from './read-cell';
import { eachCell, scanRows, sheetText, type CellMark, type SheetText } from './scan-cells';
import { sharedFormula, type SharedFormula } from './shared-formula';

/** Characters of a formula in a file, where functions of newer versions have longer names than Excel shows. */
const MAX_FORMULA = 16_384;
/** A few hundred characters in each of a million cells; a long formula that many share would fill the memory. */
const MAX_COPIED = 0x10000000;

/** A power of two that has room for the scores of 0.00 to 100.00 in several formats. */
const KNOWN_NUMBERS = 0x10000;
/** Cells with plain numbers that were read last; whoever reads an equal one gets the same, which nobody may change. */
const knownNumbers = new Array<SnapshotCell | undefined>(KNOWN_NUMBERS);

/** What all sheets of a workbook share. */
export type SheetContext = CellContext & { readonly formats: readonly string[] };

/** Style index of every cell that a worksheet names, by row and column. */
export type CellStyles = (number | undefined)[][];

/** Takes the snapshot of one worksheet; the styles of its cells come into `styles`, for who shows them. */
export const readSheet = (
  store: PartStore,
  sheet: WorkbookSheet & { readonly part: string },
  context: SheetContext,
  styles?: CellStyles,
): SheetSnapshot => {
  const reader: RowReader = {
    context,
    styles,
    formulas: new Map(),
    copied: 0,
    place: '',
  };
  try {
    const { root } = parseSheet(store, sheet.part);
    const tables = readTables(store, sheet.part).map(({ root: table }) => table);
    const { rows, hiddenRows } = readRows(cellsOf(root, sheet.part), reader);
    return {
      name: sheet.name,
      visibility: sheet.visibility,
      rows,
      merges: readMerges(root),
      hiddenRows,
      tables: tables.map(toSnapshotTable),
      isProtected: isProtectedSheet(root),
      isFiltered: [root, ...tables].some(hasActiveFilter),
    };
  } catch (error) {
    throw error instanceof RefusedError ? atPlace(error, sheet.name, reader.place) : error;
  }
};

type RowReader = {
  readonly context: SheetContext;
  readonly styles: CellStyles | undefined;
  /** Shared formulas by their group. */
  readonly formulas: Map<string, SharedFormula>;
  /** Characters of formulas that were written out so far. */
  copied: number;
  /** Row or cell that is being read, to be named where it is damaged. */
  place: string;
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

const hasActiveFilter = (sheetOrTable: XmlNode): boolean => {
  const filter = element(sheetOrTable, 'autoFilter');
  return filter !== undefined && element(filter, 'filterColumn') !== undefined;
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
  reader: RowReader,
): { readonly rows: SheetSnapshot['rows']; readonly hiddenRows: ReadonlySet<number> } => {
  const rows: (readonly (SnapshotCell | undefined)[])[] = [];
  const hiddenRows = new Set<number>();
  for (const mark of scanRows(text)) {
    const tag = text.source.slice(mark.start, mark.openEnd);
    if (tag.includes('hidden') && isTrue(attributeOfTag(tag, 'hidden'))) hiddenRows.add(mark.row);
    reader.place = `${mark.row + 1}:${mark.row + 1}`;
    // A row in two pieces is no valid file, yet nothing of it may be lost.
    const cells = rows[mark.row]?.slice() ?? [];
    const styles = reader.styles === undefined ? undefined : (reader.styles[mark.row] ??= []);
    eachCell(text, mark, (cell) => {
      if (styles !== undefined) styles[cell.column] = cell.style;
      readInto(cells, text, cell, reader);
    });
    if (cells.length > 0) rows[mark.row] = cells;
    reader.place = '';
  }
  return { rows, hiddenRows };
};

const readInto = (
  cells: (SnapshotCell | undefined)[],
  text: SheetText,
  mark: CellMark,
  reader: RowReader,
): void => {
  const { context } = reader;
  let content: CellContent;
  try {
    content = readCell(text, mark, context);
  } catch (error) {
    reader.place = a1(mark);
    throw error;
  }
  const { value, formula } = content;
  if (formula === null && (value === null || value === '')) return;
  const format = context.formats[mark.style] ?? 'General';
  const isPlain = typeof value === 'number' && formula === null;
  const place = isPlain ? (value * 100 + mark.style * 10_007) & (KNOWN_NUMBERS - 1) : -1;
  // Scores repeat: one object for equal cells saves half of the memory that they take.
  const known = knownNumbers[place];
  if (known !== undefined && Object.is(known.value, value) && known.format === format) {
    cells[mark.column] = known;
    return;
  }
  const cell: SnapshotCell = {
    value,
    formula: formula === null ? null : formulaText(formula, mark, reader, text.part),
    format,
  };
  cells[mark.column] = cell;
  if (isPlain) knownNumbers[place] = cell;
};

/** The formula as it reads in its own cell; one that is shared is written out only in the first of its cells. */
const formulaText = (
  { kind, text, group = '' }: CellFormula,
  cell: CellPosition,
  reader: RowReader,
  part: string,
): string => {
  if (kind !== 'shared') return text;
  if (text.length > MAX_FORMULA) throw sheetTooLarge(part);
  if (text !== '') reader.formulas.set(group, sharedFormula(text, { row: cell.row, column: cell.column }));
  const own = reader.formulas.get(group)?.(cell) ?? '';
  reader.copied += own.length;
  if (reader.copied > MAX_COPIED) throw tooLarge(part);
  return own;
};
