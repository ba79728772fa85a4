import { a1, cellName, rangeContains, type CellPosition, type CellRange } from '../../core/cell-address';
import type { ChangePlan, PlannedCell, SheetPlan } from '../../core/change-plan';
import type { Draft } from '../package/part-store';
import type { CellContext } from '../read/read-cell';
import { cellContext } from '../read/read-snapshot';
import { cellsOf, isProtectedSheet, parseSheet } from '../read/read-sheet';
import type { SheetText } from '../read/scan-cells';
import type { WorkbookRefusal } from '../../app/workbook-port';
import { damaged, RefusedError } from '../refusal';
import { openStyles, type StyleEditor } from '../styles/style-editor';
import { readWorkbook, sheetIndex, type WorkbookModel, type WorkbookSheet } from '../workbook/read-workbook';
import { prefixOf, rawContent, withChanged, withChildren } from '../xml/xml-node';
import { serializeXml, type XmlNode } from '../xml/parse-xml';
import { addSheet } from './add-sheet';
import { dropFromCalcChain } from './calc-chain';
import { MAX_TEXT } from './cell-xml';
import { withWidths } from './columns';
import { withConditionalFormats } from './conditional-formats';
import { writeNames } from './defined-names';
import { findFormulaGroups, isNeededMaster } from './formula-groups';
import { withLinks } from './hyperlinks';
import { patchCells, type CellPatch, type PatchedCells } from './patch-cells';
import { keptMerges, withMerges } from './merges';
import { isWithin } from './ranges';
import { withDimension, withPage, withProperties, withView } from './sheet-look';
import { WORKSHEET_ORDER } from './sheet-order';
import { foreignHeaders, withTables } from './tables';

type Tools = {
  readonly draft: Draft;
  readonly plan: ChangePlan;
  readonly context: CellContext;
  readonly styles: StyleEditor;
};

/** Applies a plan to a draft and gives the bytes of the new file; throws a refusal where it must not. */
export const applyPlan = (draft: Draft, plan: ChangePlan): Uint8Array => {
  const model = readWorkbook(draft);
  const styles = openStyles(draft, model);
  const tools = { draft, plan, styles, context: cellContext(draft, model) };
  for (const sheet of plan.sheets) applySheet(tools, sheet);
  styles.save();
  writeNames(draft, plan);
  return draft.save();
};

const applySheet = (tools: Tools, plan: SheetPlan): void => {
  const { draft } = tools;
  if (sheetIndex(readWorkbook(draft), plan.name) < 0) addSheet(draft, readWorkbook(draft), plan.name);
  const model = readWorkbook(draft);
  const { part, sheetId } = worksheetNamed(model, plan.name);
  const document = parseSheet(draft, part);
  const { source, removedFormulas } = patchSheetCells(tools, plan, document.root, part);
  const patched = withChanged(document.root, WORKSHEET_ORDER, 'sheetData', (data) =>
    data === undefined || rawContent(data) === source ? data : withChildren(data, [source]),
  );
  const root = withLooks(tools, plan, patched);
  const linked = withTables(draft, model, part, root, plan.tables);
  if (linked !== document.root && isProtectedSheet(document.root)) {
    throw new RefusedError({ code: 'protectedSheet', sheet: plan.name });
  }
  draft.write(part, serializeXml({ ...document, root: linked }));
  dropFromCalcChain(draft, model, sheetId, removedFormulas);
};

const worksheetNamed = (model: WorkbookModel, name: string): WorkbookSheet & { readonly part: string } => {
  const sheet = model.sheets[sheetIndex(model, name)];
  if (sheet === undefined) throw damaged(model.part);
  if (sheet.part === null) throw new RefusedError({ code: 'sheetNameTaken', part: model.part });
  return { ...sheet, part: sheet.part };
};

const withLooks = ({ styles }: Tools, plan: SheetPlan, sheet: XmlNode): XmlNode => {
  const steps: readonly ((node: XmlNode) => XmlNode)[] = [
    (node) => withProperties(node, plan.tabColor),
    (node) => withDimension(node, plan),
    (node) => withView(node, plan.freeze),
    (node) =>
      withChanged(node, WORKSHEET_ORDER, 'cols', (old) => withWidths(old, plan.columnWidths, prefixOf(node))),
    (node) => withMerges(node, plan),
    (node) => withConditionalFormats(node, plan, styles),
    (node) => withLinks(node, plan),
    (node) => withPage(node, plan.page),
  ];
  return steps.reduce((node, step) => step(node), sheet);
};

const patchSheetCells = (tools: Tools, plan: SheetPlan, root: XmlNode, part: string): PatchedCells => {
  const text = cellsOf(root, part);
  const { context, styles } = tools;
  return patchCells(text, {
    cells: plan.cells,
    rowHeights: plan.rowHeights,
    owned: plan.owned,
    context,
    styles,
    styleOf: (name) => {
      const style = tools.plan.styles[name];
      if (style === undefined) throw new Error(`Unknown style: ${name}`);
      return style;
    },
    guard: makeGuard(
      plan,
      { merges: keptMerges(root, plan), headers: foreignHeaders(tools.draft, part, plan) },
      text,
      context,
    ),
  });
};

/** Refuses to change what belongs to more than one cell. */
const makeGuard = (
  plan: SheetPlan,
  { merges, headers }: { readonly merges: readonly CellRange[]; readonly headers: readonly CellRange[] },
  text: SheetText,
  context: CellContext,
): CellPatch['guard'] => {
  const groups = findFormulaGroups(text, context);
  const planned = new Set(plan.cells.map(a1));
  const isReplaced = (cell: CellPosition): boolean =>
    planned.has(a1(cell)) || (plan.owned !== null && rangeContains(plan.owned, cell));
  return (cell: PlannedCell, isContentChanged: boolean): void => {
    const refuse = (code: WorkbookRefusal['code']): never => {
      throw new RefusedError({
        code,
        cell: cellName({ sheet: plan.name, row: cell.row, column: cell.column }),
      });
    };
    const isCovered = (range: CellRange): boolean =>
      rangeContains(range, cell) && (range.top !== cell.row || range.left !== cell.column);
    if (merges.some(isCovered)) refuse('mergedCell');
    if (!isContentChanged) return;
    if (headers.some((range) => rangeContains(range, cell))) refuse('tableHeader');
    const array = groups.arrays.find((range) => rangeContains(range, cell));
    if (array !== undefined && !isWithin(array, plan.owned)) refuse('arrayFormula');
    if (isNeededMaster(groups, cell, isReplaced)) refuse('sharedFormula');
    if (typeof cell.value === 'string' && cell.value.length > MAX_TEXT) refuse('textTooLong');
  };
};
