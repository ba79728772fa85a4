import { cellName, type CellRef } from '../../core/cell-address';
import { untouchedSheet, type ChangePlan } from '../../core/change-plan';
import type { CellValue } from '../../core/snapshot';
import { isCellError } from '../../core/snapshot';
import type { Draft, Package } from '../package/part-store';
import { cellsOf, parseSheet } from '../read/read-sheet';
import { eachCell, scanRows, type SheetText } from '../read/scan-cells';
import { damaged } from '../refusal';
import { readWorkbook, sheetIndex } from '../workbook/read-workbook';
import { element, elements, makeElement, prefixOf, withAttribute, withChildren } from '../xml/xml-node';
import { withReplaced } from '../xml/xml-node';
import { localName, parseXml, serializeNode, serializeXml, type XmlNode } from '../xml/parse-xml';
import { encodeEscapes, escapeText } from '../xml/xml-text';
import { applyPlan, type RefusedCell } from './apply-plan';
import { fileFormula } from './newer-functions';

/** What somebody typed into a cell; `formula` is without `=` and has `value` as its result. */
export type CellEdit = CellRef & {
  readonly value: string | number | boolean | null;
  readonly formula?: string;
};

/** What a formula that stands in a cell comes to now. */
export type CellResult = CellRef & { readonly value: CellValue };

/**
 * Writes what was typed into cells, and what formulas come to since, into a draft of a package. Cells that must not be
 * changed are left and given back; then no results are written, for they might rest on them.
 */
export const editCells = (
  source: Package,
  edits: readonly CellEdit[],
  results: readonly CellResult[],
): { readonly draft: Draft; readonly refused: readonly RefusedCell[] } => {
  const refused: RefusedCell[] = [];
  let rest = edits;
  for (;;) {
    const draft = source.draft();
    const found: RefusedCell[] = [];
    if (rest.length > 0) applyPlan(draft, planOfEdits(rest), found);
    if (found.length === 0) {
      if (refused.length === 0) writeResults(draft, results);
      return { draft, refused };
    }
    // Without a cell that stays another one may have to stay too, so all is tried once more.
    const gone = new Set(found.map(({ cell }) => cellName(cell)));
    rest = rest.filter((edit) => !gone.has(cellName(edit)));
    refused.push(...found);
  }
};

/** The plan that writes what was typed and nothing else: every other thing about the cells stays. */
const planOfEdits = (edits: readonly CellEdit[]): ChangePlan => ({
  sources: [],
  names: [],
  styles: {},
  sheets: [...new Set(edits.map(({ sheet }) => sheet))].map((name) => ({
    ...untouchedSheet(name),
    cells: edits
      .filter(({ sheet }) => sheet === name)
      .map(({ row, column, value, formula }) => ({
        row,
        column,
        value,
        ...(formula === undefined ? {} : { formula: fileFormula(formula) }),
      })),
  })),
});

/**
 * Writes the results of formulas that stand in the draft, whatever kind they are, and leaves the formulas themselves as
 * they are; a cell that holds none is passed over.
 */
const writeResults = (draft: Draft, results: readonly CellResult[]): void => {
  const model = readWorkbook(draft);
  for (const name of new Set(results.map(({ sheet }) => sheet))) {
    const part = model.sheets[sheetIndex(model, name)]?.part;
    if (part === undefined || part === null) continue;
    const document = parseSheet(draft, part);
    const data = element(document.root, 'sheetData');
    if (data === undefined) throw damaged(part);
    const source = withResults(
      cellsOf(document.root, part),
      results.filter(({ sheet }) => sheet === name),
    );
    const root = withReplaced(document.root, data, withChildren(data, [source]));
    draft.write(part, serializeXml({ ...document, root }));
  }
};

const withResults = (text: SheetText, results: readonly CellResult[]): string => {
  const rows = new Map<number, Map<number, CellValue>>();
  for (const { row, column, value } of results)
    rows.set(row, (rows.get(row) ?? new Map<number, CellValue>()).set(column, value));
  const pieces: string[] = [];
  let copied = 0;
  for (const mark of scanRows(text)) {
    const row = rows.get(mark.row);
    if (row === undefined) continue;
    eachCell(text, mark, (cell) => {
      const value = row.get(cell.column);
      if (value === undefined) return;
      pieces.push(text.source.slice(copied, cell.start));
      pieces.push(withResult(text.source.slice(cell.start, cell.end), text.part, value));
      copied = cell.end;
    });
  }
  return pieces.join('') + text.source.slice(copied);
};

/** The cell with another result behind its formula. */
const withResult = (xml: string, part: string, value: CellValue): string => {
  const { root } = parseXml(xml, part);
  const formula = element(root, 'f');
  if (formula === undefined) return xml;
  const { type, text } = resultOf(value);
  const p = prefixOf(root);
  const result = text === null ? [] : [makeElement(`${p}v`, {}, [text])];
  const others = elements(root).filter((child) => !['f', 'v', 'is'].includes(localName(child.tag)));
  const children: readonly XmlNode[] = [formula, ...result, ...others];
  return serializeNode(withAttribute({ ...root, children }, 't', type));
};

const resultOf = (value: CellValue): { readonly type: string | null; readonly text: string | null } => {
  if (value === null) return { type: null, text: null };
  if (isCellError(value)) return { type: 'e', text: escapeText(value.error) };
  if (typeof value === 'number') return { type: null, text: String(value) };
  if (typeof value === 'boolean') return { type: 'b', text: value ? '1' : '0' };
  return { type: 'str', text: escapeText(encodeEscapes(value)) };
};
