import type { ChangePlan, SheetPlan } from '../../../core/change-plan';
import { addContentType, dropContentType } from '../../package/content-types';
import type { Draft } from '../../package/part-store';
import {
  addRelationship,
  dropRelationship,
  folderOf,
  kindOf,
  readRelationships,
  relationshipsPart,
} from '../../package/relationships';
import { isProtectedSheet, parseSheet } from '../../read/read-sheet';
import { damaged, RefusedError } from '../../refusal';
import { flavourOf, relationshipAttributes, XML_DECLARATION } from '../../workbook/flavour';
import { readWorkbook, sheetIndex, type WorkbookModel } from '../../workbook/read-workbook';
import {
  element,
  elements,
  makeElement,
  prefixOf,
  relationshipId,
  withInserted,
  withoutChild,
} from '../../xml/xml-node';
import { localName, parseXml, serializeXml, type XmlDocument } from '../../xml/parse-xml';
import { freePart } from '../free-part';
import { WORKSHEET_ORDER } from '../sheet-order';
import { chartKey } from './chart-key';
import { makePointReader, type PointReader } from './chart-points';
import { chartXml } from './chart-xml';
import { findChart, withNewChart, withUpdatedChart } from './drawing-anchor';
import { CHART_TYPE, DRAWING_TYPE, drawingNamespaces, type DrawingNamespaces } from './namespaces';

type Tools = {
  readonly draft: Draft;
  readonly model: WorkbookModel;
  readonly read: PointReader;
  readonly spaces: DrawingNamespaces;
};

/**
 * Draws the planned charts once all cells stand, and takes away those that are to go; what shows what is planned already
 * stays as it is.
 */
export const applyCharts = (draft: Draft, plan: ChangePlan): void => {
  const sheets = plan.sheets.filter(({ charts, removedCharts }) => charts.length + removedCharts.length > 0);
  if (sheets.length === 0) return;
  const model = readWorkbook(draft);
  const spaces = drawingNamespaces(flavourOf(model.document.root));
  const tools = { draft, model, spaces, read: makePointReader(draft, model) };
  for (const sheet of sheets) applyToSheet(tools, sheet);
};

const applyToSheet = (tools: Tools, { name, charts, removedCharts }: SheetPlan): void => {
  const part = tools.model.sheets[sheetIndex(tools.model, name)]?.part;
  if (part === undefined || part === null) throw damaged(tools.model.part);
  const sheet = parseSheet(tools.draft, part);
  // A draft takes nothing back, so a locked sheet is refused where the first change would be made.
  const write = (target: string, text: string): void => {
    if (tools.draft.text(target) === text) return;
    if (isProtectedSheet(sheet.root)) throw new RefusedError({ code: 'protectedSheet', sheet: name });
    tools.draft.write(target, text);
  };
  const existing = findDrawing(tools, part, sheet);
  if (existing === undefined && charts.length === 0) return;
  const drawingPart = existing ?? addDrawing(tools, part, sheet, write);
  const text = tools.draft.text(drawingPart);
  if (text === undefined) throw damaged(drawingPart);
  const drawing = parseXml(text, drawingPart);
  if (localName(drawing.root.tag) !== 'wsDr') throw damaged(drawingPart);
  const kept = removedCharts.reduce((node, chart) => {
    const found = findChart(node, chart);
    // What an officer has put into a group is the officer's.
    if (found === undefined || !elements(found.anchor).includes(found.frame)) return node;
    removeChart(tools, drawingPart, found.id);
    return withoutChild(node, found.anchor);
  }, drawing.root);
  const root = charts.reduce((node, chart) => {
    const found = findChart(node, chart.name);
    const document = chartXml(chart, tools.read, tools.spaces);
    if (found === undefined) {
      const id = addChart(tools, drawingPart, document, write);
      return withNewChart(node, chart, id, tools.spaces);
    }
    updateChart(tools, drawingPart, found.id, document, write);
    return withUpdatedChart(node, found, chart);
  }, kept);
  write(drawingPart, serializeXml({ ...drawing, root }));
};

type Write = (part: string, text: string) => void;

const findDrawing = ({ draft }: Tools, sheetPart: string, { root }: XmlDocument): string | undefined => {
  const node = element(root, 'drawing');
  if (node === undefined) return undefined;
  return targetOf(draft, sheetPart, relationshipId(node));
};

const targetOf = (draft: Draft, part: string, id: string | undefined): string => {
  const link = readRelationships(draft, part).find((candidate) => candidate.id === id);
  if (link === undefined || link.isExternal) throw damaged(part);
  return link.target;
};

const addDrawing = (
  { draft, model, spaces }: Tools,
  part: string,
  sheet: XmlDocument,
  write: Write,
): string => {
  const drawing = freePart(draft, `${folderOf(model.part)}drawings/drawing`);
  const values = { 'xmlns:xdr': spaces.sheetDrawing, 'xmlns:a': spaces.main };
  const root = makeElement('xdr:wsDr', values, ['']);
  write(drawing, serializeXml({ before: XML_DECLARATION, root, after: '' }));
  addContentType(draft, drawing, DRAWING_TYPE);
  const id = addRelationship(draft, part, `${spaces.relationships}/drawing`, drawing);
  const node = makeElement(`${prefixOf(sheet.root)}drawing`, relationshipAttributes(sheet.root, id));
  write(part, serializeXml({ ...sheet, root: withInserted(sheet.root, WORKSHEET_ORDER, node) }));
  return drawing;
};

const addChart = (
  { draft, model, spaces }: Tools,
  drawing: string,
  document: XmlDocument,
  write: Write,
): string => {
  const part = freePart(draft, `${folderOf(model.part)}charts/chart`);
  write(part, serializeXml(document));
  addContentType(draft, part, CHART_TYPE);
  return addRelationship(draft, drawing, `${spaces.relationships}/chart`, part);
};

/** Parts that spreadsheets put beside a chart, which are of no use without it. */
const KINDS_BESIDE = ['chartStyle', 'chartColorStyle'];

const removeChart = ({ draft }: Tools, drawing: string, id: string): void => {
  const part = targetOf(draft, drawing, id);
  const beside = readRelationships(draft, part)
    .filter((link) => !link.isExternal && KINDS_BESIDE.includes(kindOf(link)))
    .map(({ target }) => target);
  for (const name of [part, ...beside]) {
    draft.remove(name);
    dropContentType(draft, name);
  }
  if (draft.has(relationshipsPart(part))) draft.remove(relationshipsPart(part));
  dropRelationship(draft, drawing, id);
};

const updateChart = (
  { draft }: Tools,
  drawing: string,
  id: string,
  document: XmlDocument,
  write: Write,
): void => {
  const part = targetOf(draft, drawing, id);
  const text = draft.text(part);
  if (text === undefined) throw damaged(part);
  if (chartKey(parseXml(text, part).root) !== chartKey(document.root)) write(part, serializeXml(document));
};
