import type { CellRef } from '../../core/cell-address';
import type { ChangePlan, SheetPlan } from '../../core/change-plan';
import type { WorkbookRefusal } from '../../app/workbook-port';
import type { Draft } from '../package/part-store';
import type { CellContext } from '../read/read-cell';
import { cellContext } from '../read/read-snapshot';
import { cellsOf, isProtectedSheet, parseSheet } from '../read/read-sheet';
import { damaged, refusable, RefusedError } from '../refusal';
import { openStyles, type StyleEditor } from '../styles/style-editor';
import { readWorkbook, sheetIndex, type WorkbookModel, type WorkbookSheet } from '../workbook/read-workbook';
import { prefixOf, rawContent, withChanged, withChildren } from '../xml/xml-node';
import { serializeXml, type XmlNode } from '../xml/parse-xml';
import { addSheet } from './add-sheet';
import { applyCharts } from './charts/apply-charts';
import { dropFromCalcChain } from './calc-chain';
import { withWidths } from './columns';
import { withConditionalFormats } from './conditional-formats';
import { writeNames } from './defined-names';
import { withoutOwnedExtensions } from './extensions';
import { makeGuard } from './guard';
import { withLinks } from './hyperlinks';
import { patchCells, type CellPatch, type PatchedCells } from './patch-cells';
import { withMerges } from './merges';
import { refreshResults, type ChangedSheet } from './recalculation';
import { withDimension, withFrame } from './sheet-look';
import { WORKSHEET_ORDER } from './sheet-order';
import { withTables } from './tables';
import { withValidations } from './validations';

/** A cell that must not be changed, with the reason. */
export type RefusedCell = { readonly cell: CellRef; readonly refusal: WorkbookRefusal };

type Tools = {
  readonly draft: Draft;
  readonly plan: ChangePlan;
  readonly refused: RefusedCell[] | undefined;
  readonly context: CellContext;
  readonly styles: StyleEditor;
};

/**
 * Applies a plan to a draft; throws a refusal where it must not. With `refused` every cell that must not be changed is put
 * there instead, and if there is any the draft is of no use. `hasFormulas` may say of a sheet that no cell of it held a
 * formula before, which saves looking through a large one.
 */
export const applyPlan = (
  draft: Draft,
  plan: ChangePlan,
  refused?: RefusedCell[],
  hasFormulas: (sheet: string) => boolean = () => true,
): void => {
  const model = readWorkbook(draft);
  const styles = openStyles(draft, model);
  const tools = { draft, plan, refused, styles, context: cellContext(draft, model) };
  const changed = plan.sheets.flatMap((sheet) => applySheet(tools, sheet) ?? []);
  styles.save();
  writeNames(draft, plan);
  applyCharts(draft, plan);
  refreshResults(draft, plan, changed, hasFormulas);
};

/** Writes one sheet; gives it back where a cell shows another value than before. */
const applySheet = (tools: Tools, plan: SheetPlan): ChangedSheet | undefined => {
  const { draft } = tools;
  const isNew = sheetIndex(readWorkbook(draft), plan.name) < 0;
  if (isNew) addSheet(draft, readWorkbook(draft), plan.name);
  const model = readWorkbook(draft);
  const { part, sheetId } = worksheetNamed(model, plan.name);
  const document = parseSheet(draft, part);
  const { source, removedFormulas, hasNewValues } = patchSheetCells(tools, plan, document.root, part);
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
  return hasNewValues ? { plan, isNew } : undefined;
};

const worksheetNamed = (model: WorkbookModel, name: string): WorkbookSheet & { readonly part: string } => {
  const sheet = model.sheets[sheetIndex(model, name)];
  if (sheet === undefined) throw damaged(model.part);
  if (sheet.part === null) throw new RefusedError({ code: 'sheetNameTaken', part: model.part });
  return { ...sheet, part: sheet.part };
};

const withLooks = ({ styles }: Tools, plan: SheetPlan, sheet: XmlNode): XmlNode => {
  const steps: readonly ((node: XmlNode) => XmlNode)[] = [
    (node) => withDimension(node, plan),
    (node) =>
      withChanged(node, WORKSHEET_ORDER, 'cols', (old) => withWidths(old, plan.columnWidths, prefixOf(node))),
    (node) => withMerges(node, plan),
    (node) => withoutOwnedExtensions(node, plan.owned),
    (node) => withConditionalFormats(node, plan, styles),
    (node) => withValidations(node, plan),
    (node) => withLinks(node, plan),
    (node) => (plan.frame === null ? node : withFrame(node, plan.frame)),
  ];
  return steps.reduce((node, step) => step(node), sheet);
};

const patchSheetCells = (tools: Tools, plan: SheetPlan, root: XmlNode, part: string): PatchedCells => {
  const text = cellsOf(root, part);
  const { context, styles } = tools;
  return patchCells(text, {
    cells: plan.cells,
    fills: plan.fills,
    rowHeights: plan.rowHeights,
    owned: plan.owned,
    context,
    styles,
    styleOf: (name) => {
      const style = tools.plan.styles[name];
      if (style === undefined) throw new Error(`Unknown style: ${name}`);
      return style;
    },
    guard: collecting(makeGuard(plan, { store: tools.draft, part, root, text, context }), tools, plan.name),
  });
};

const collecting = (guard: CellPatch['guard'], { refused }: Tools, sheet: string): CellPatch['guard'] =>
  refused === undefined
    ? guard
    : (cell, isContentChanged) => {
        const { row, column } = cell;
        const checked = refusable(() => {
          guard(cell, isContentChanged);
        });
        if (!checked.ok) refused.push({ cell: { sheet, row, column }, refusal: checked.error });
      };
