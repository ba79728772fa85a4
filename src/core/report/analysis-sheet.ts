import { quotedSheet, absoluteA1, absoluteRangeA1, type CellRange } from '../cell-address';
import type { PlannedName, SheetPlan } from '../change-plan';
import type { Assessment } from '../assess/assessment';
import { OUR_NAMES, placeOfName } from '../our-names';
import type { Snapshot } from '../snapshot';
import { caseParts } from './analysis/cases';
import type { AnalysisContext } from './analysis/context';
import { findingParts, inputParts, rulesParts } from './analysis/foot';
import { GRADE_CELL, headParts, TOTAL_CELL } from './analysis/head';
import { indicatorParts, subIndicatorParts } from './analysis/indicators';
import { itemParts } from './analysis/items';
import { COLUMN_WIDTHS, layOutAnalysis } from './analysis/layout';
import { weightedParts } from './analysis/weighted';
import type { ReportTexts } from './report-texts';
import { sheetNameFor } from './sheet-name';
import { heightOf, joinParts, type SheetParts } from './sheet-parts';

const TAB = '1F4E79';

const GAP_POINTS = 12;

/** Every row has its height: a row without one takes the default of the workbook, which is too low for the font. */
const rowHeights = (
  lastRow: number,
  { cells, rowHeights: planned }: SheetParts,
): ReadonlyMap<number, number> => {
  const filled = new Set(cells.map(({ row }) => row));
  const rows = Array.from({ length: lastRow + 1 }, (_, row) => row);
  return new Map([
    ...rows.map((row) => [row, filled.has(row) ? heightOf(1) : GAP_POINTS] as const),
    ...planned,
  ]);
};

const union = (a: CellRange, b: CellRange): CellRange => ({
  top: Math.min(a.top, b.top),
  left: Math.min(a.left, b.left),
  bottom: Math.max(a.bottom, b.bottom),
  right: Math.max(a.right, b.right),
});

/** Plans the analysis sheet: every figure a live formula over the officer's own cells, with the value it has now. */
export const planAnalysisSheet = (
  snapshot: Snapshot,
  assessment: Assessment,
  texts: ReportTexts,
): { readonly sheet: SheetPlan; readonly names: readonly PlannedName[] } => {
  const layout = layOutAnalysis(assessment, texts.items.noIssue);
  const sheetNamed = (name: string) => snapshot.sheets.find((sheet) => sheet.name === name);
  const context: AnalysisContext = { assessment, layout, texts, sheetNamed };
  const parts = joinParts([
    headParts(context),
    weightedParts(context),
    caseParts(context),
    indicatorParts(context),
    subIndicatorParts(context),
    ...itemParts(context),
    findingParts(context),
    ...inputParts(context),
    rulesParts(context),
  ]);
  const { name, exists } = sheetNameFor(
    snapshot,
    OUR_NAMES.analysis,
    texts.analysisSheet,
    texts.freeSheetName,
  );
  const area = { top: 0, left: 0, bottom: layout.lastRow, right: COLUMN_WIDTHS.length - 1 };
  const before = placeOfName(snapshot, OUR_NAMES.analysis)?.range;
  const prefix = `${quotedSheet(name)}!`;
  return {
    sheet: {
      name,
      exists,
      owned: before === undefined ? area : union(before, area),
      cells: parts.cells,
      columnWidths: COLUMN_WIDTHS,
      rowHeights: rowHeights(layout.lastRow, parts),
      merges: parts.merges,
      tables: [],
      conditionalFormats: parts.conditionalFormats,
      validations: [],
      charts: [],
      removedCharts: [],
      frame: {
        freeze: null,
        page: { orientation: 'portrait', printArea: area, footer: texts.page.footer },
        tabColor: TAB,
      },
    },
    names: [
      { name: OUR_NAMES.analysis, refersTo: `${prefix}${absoluteRangeA1(area)}` },
      { name: OUR_NAMES.total, refersTo: `${prefix}${absoluteA1(TOTAL_CELL)}` },
      { name: OUR_NAMES.grade, refersTo: `${prefix}${absoluteA1(GRADE_CELL)}` },
    ],
  };
};
