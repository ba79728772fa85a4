import type { ChangePlan, SheetPlan } from '../../../core/change-plan';
import { addContentType } from '../../package/content-types';
import type { Draft } from '../../package/part-store';
import { addRelationship, folderOf, readRelationships } from '../../package/relationships';
import { isProtectedSheet, parseSheet } from '../../read/read-sheet';
import { damaged, RefusedError } from '../../refusal';
import { flavourOf, relationshipAttributes, XML_DECLARATION } from '../../workbook/flavour';
import { readWorkbook, sheetIndex, type WorkbookModel } from '../../workbook/read-workbook';
import { element, makeElement, prefixOf, relationshipId, withInserted } from '../../xml/xml-node';
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

/** Draws the planned charts once all cells stand; those that show what is planned already stay as they are. */
export const applyCharts = (draft: Draft, plan: ChangePlan): void => {
  const sheets = plan.sheets.filter(({ charts }) => charts.length > 0);
  if (sheets.length === 0) return;
  const model = readWorkbook(draft);
  const spaces = drawingNamespaces(flavourOf(model.document.root));
  const tools = { draft, model, spaces, read: makePointReader(draft, model) };
  for (const sheet of sheets) applyToSheet(tools, sheet);
};

const applyToSheet = (tools: Tools, { name, charts }: SheetPlan): void => {
  const part = tools.model.sheets[sheetIndex(tools.model, name)]?.part;
  if (part === undefined || part === null) throw damaged(tools.model.part);
  const sheet = parseSheet(tools.draft, part);
  // A draft takes nothing back, so a locked sheet is refused where the first change would be made.
  const write = (target: string, text: string): void => {
    if (tools.draft.text(target) === text) return;
    if (isProtectedSheet(sheet.root)) throw new RefusedError({ code: 'protectedSheet', sheet: name });
    tools.draft.write(target, text);
  };
  const drawingPart = findDrawing(tools, part, sheet) ?? addDrawing(tools, part, sheet, write);
  const text = tools.draft.text(drawingPart);
  if (text === undefined) throw damaged(drawingPart);
  const drawing = parseXml(text, drawingPart);
  if (localName(drawing.root.tag) !== 'wsDr') throw damaged(drawingPart);
  const root = charts.reduce((node, chart) => {
    const found = findChart(node, chart.name);
    const document = chartXml(chart, tools.read, tools.spaces);
    if (found === undefined) {
      const id = addChart(tools, drawingPart, document, write);
      return withNewChart(node, chart, id, tools.spaces);
    }
    updateChart(tools, drawingPart, found.id, document, write);
    return withUpdatedChart(node, found, chart);
  }, drawing.root);
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
