import { parseRange, rangeA1, rangesOverlap, type CellRange } from '../../core/cell-address';
import type { PlannedTable, SheetPlan } from '../../core/change-plan';
import { addContentType } from '../package/content-types';
import type { Draft, PartStore } from '../package/part-store';
import { addRelationship, folderOf } from '../package/relationships';
import { isProtectedSheet, readTables, toSnapshotTable } from '../read/read-sheet';
import { RefusedError } from '../refusal';
import { contentType, flavourOf, relationshipAttributes, XML_DECLARATION } from '../workbook/flavour';
import type { WorkbookModel } from '../workbook/read-workbook';
import {
  attribute,
  element,
  elements,
  makeElement,
  prefixOf,
  withAttribute,
  withChanged,
} from '../xml/xml-node';
import { withChildren, withLastChild, withoutChild } from '../xml/xml-node';
import { serializeXml, type XmlDocument, type XmlNode } from '../xml/parse-xml';
import { decodeEscapes, encodeEscapes } from '../xml/xml-text';
import { freePart } from './free-part';
import { isWithin } from './ranges';
import { WORKSHEET_ORDER } from './sheet-order';

type TablePart = ReturnType<typeof readTables>[number];

const TABLE_ORDER = ['autoFilter', 'sortState', 'tableColumns', 'tableStyleInfo', 'extLst'];

/** Adds the planned tables to a sheet, or moves those it has; gives the sheet with links to the new ones. */
export const withTables = (
  draft: Draft,
  model: WorkbookModel,
  sheetPart: string,
  sheet: XmlNode,
  tables: readonly PlannedTable[],
): XmlNode =>
  tables.reduce((changed, table) => {
    const existing = readTables(draft, sheetPart);
    const old = existing.find(({ root }) => isNamed(root, table.name));
    const others = existing.filter((other) => other !== old);
    if (others.some(({ root }) => rangesOverlap(toSnapshotTable(root).range, table.range))) {
      throw new RefusedError({ code: 'tableOverlap', part: sheetPart });
    }
    if (old === undefined) return addTable(draft, model, sheetPart, changed, table);
    const root = updated(old.root, table);
    if (root !== old.root && isProtectedSheet(sheet)) {
      const name = model.sheets.find(({ part }) => part === sheetPart)?.name ?? '';
      throw new RefusedError({ code: 'protectedSheet', sheet: name });
    }
    draft.write(old.part, serializeXml({ ...old, root }));
    return changed;
  }, sheet);

/** Tables of a sheet that the plan does not name. */
export const foreignTables = (
  store: PartStore,
  sheetPart: string,
  { tables }: SheetPlan,
): readonly { readonly range: CellRange; readonly hasHeader: boolean }[] =>
  readTables(store, sheetPart)
    .filter(({ root }) => !tables.some(({ name }) => isNamed(root, name)))
    .map(({ root }) => ({
      range: toSnapshotTable(root).range,
      hasHeader: attribute(root, 'headerRowCount') !== '0',
    }));

/** Tables of all sheets of the workbook. */
export const allTables = (store: PartStore, model: WorkbookModel): readonly TablePart[] =>
  model.sheets.flatMap(({ part }) => (part === null ? [] : readTables(store, part)));

const isNamed = (table: XmlNode, name: string): boolean =>
  toSnapshotTable(table).name.toLowerCase() === name.toLowerCase();

const addTable = (
  draft: Draft,
  model: WorkbookModel,
  sheetPart: string,
  sheet: XmlNode,
  table: PlannedTable,
): XmlNode => {
  const known = allTables(draft, model);
  const names = [
    ...known.map(({ root }) => toSnapshotTable(root).name),
    ...model.names.map(({ name }) => name),
  ];
  if (names.some((name) => name.toLowerCase() === table.name.toLowerCase())) {
    throw new RefusedError({ code: 'nameTaken', part: sheetPart });
  }
  const id = Math.max(0, ...known.map(({ root }) => Number(attribute(root, 'id') ?? 0))) + 1;
  const part = freePart(draft, `${folderOf(model.part)}tables/table`);
  const flavour = flavourOf(model.document.root);
  draft.write(part, serializeXml(newTable(table, id, flavour.main)));
  addContentType(draft, part, contentType('table'));
  const link = addRelationship(draft, sheetPart, `${flavour.relationships}/table`, part);
  const p = prefixOf(sheet);
  return withChanged(sheet, WORKSHEET_ORDER, 'tableParts', (old = makeElement(`${p}tableParts`, {})) => {
    const list = withLastChild(old, makeElement(`${p}tablePart`, relationshipAttributes(sheet, link)));
    return withAttribute(list, 'count', elements(list).length);
  });
};

const newTable = (table: PlannedTable, id: number, xmlns: string): XmlDocument => {
  const ref = rangeA1(table.range);
  const columns = table.columns.map((name, i) => columnXml('', name, i + 1));
  const values = { xmlns, id, name: table.name, displayName: table.name, ref, totalsRowShown: 0 };
  const root = makeElement('table', values, [
    ...(table.hasFilter ? [makeElement('autoFilter', { ref })] : []),
    makeElement('tableColumns', { count: columns.length }, columns),
    makeElement('tableStyleInfo', {
      name: table.style,
      showFirstColumn: 0,
      showLastColumn: 0,
      showRowStripes: 1,
      showColumnStripes: 0,
    }),
  ]);
  return { before: XML_DECLARATION, root, after: '' };
};

/** An existing table at the planned place with the planned columns; everything else in it is the user's. */
const updated = (table: XmlNode, { range, columns }: PlannedTable): XmlNode => {
  const old = toSnapshotTable(table);
  const isSameRange = rangeA1(old.range) === rangeA1(range);
  const isSameColumns =
    old.columns.length === columns.length && old.columns.every((name, i) => name === columns[i]);
  if (isSameRange && isSameColumns) return table;
  const moved = isSameRange ? table : withRange(table, range);
  return isSameColumns
    ? moved
    : withChanged(moved, TABLE_ORDER, 'tableColumns', (list) => list && withColumns(list, columns));
};

const withRange = (table: XmlNode, range: CellRange): XmlNode => {
  const totals = Number(attribute(table, 'totalsRowCount') ?? 0);
  const filtered = { ...range, bottom: range.bottom - totals };
  const moved = withAttribute(table, 'ref', rangeA1(range));
  const refreshed = withChanged(moved, TABLE_ORDER, 'autoFilter', (filter) => {
    if (filter === undefined) return undefined;
    return withoutStaleSort(withAttribute(filter, 'ref', rangeA1(filtered)), filtered);
  });
  return withoutStaleSort(refreshed, filtered);
};

/** A remembered sort order must lie within the table; it is only a memory, the rows stand as they were sorted. */
const withoutStaleSort = (node: XmlNode, range: CellRange): XmlNode => {
  const sort = element(node, 'sortState');
  const sorted = sort && parseRange(attribute(sort, 'ref') ?? '');
  if (sort === undefined || sorted === undefined) return node;
  return isWithin(sorted, range) ? node : withoutChild(node, sort);
};

const withColumns = (list: XmlNode, columns: readonly string[]): XmlNode => {
  const existing = elements(list, 'tableColumn');
  const ids = existing.map((node) => Number(attribute(node, 'id')));
  let next = Math.max(0, ...ids) + 1;
  const nodes = columns.map(
    (name) =>
      existing.find((node) => decodeEscapes(attribute(node, 'name') ?? '') === name) ??
      columnXml(prefixOf(list), name, next++),
  );
  return withAttribute(withChildren(list, nodes), 'count', nodes.length);
};

const columnXml = (p: string, name: string, id: number): XmlNode =>
  makeElement(`${p}tableColumn`, { id, name: columnKey(name) });

/** Column names cannot hold line breaks as they are. */
const columnKey = (name: string): string =>
  encodeEscapes(name).replace(/[\t\n]/g, (space) => (space === '\n' ? '_x000a_' : '_x0009_'));
