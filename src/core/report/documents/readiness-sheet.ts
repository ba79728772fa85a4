import type { PlannedName, SheetPlan } from '../../change-plan';
import type { DemandState, Gap, Remark } from '../../measures/checked-documents';
import { OUR_NAMES } from '../../our-names';
import type { Snapshot } from '../../snapshot';
import { down, quoted } from '../sheet-parts';
import {
  checkDemands,
  checkHead,
  checkList,
  FIRST_CHECK_ROW,
  planCheckSheet,
  type CheckedDemand,
} from './check-sheet';
import { matrixRoles, matrixRows, planMatrix, type ReadinessContext } from './readiness-matrix';

/** A demand counts what the matrix says is missing; a weak point without a row has no cell that could be counted. */
const demandOf = (
  { demand, required, gaps }: DemandState,
  context: ReadinessContext,
  grid: { readonly first: number; readonly last: number } | null,
): CheckedDemand => {
  const { missing, demand: words } = context.texts.documents.readiness;
  const column = matrixRoles(context).findIndex((role) => role === demand) + 1;
  const withoutRow = gaps.filter(({ code }) => code !== 'emptyCell').length;
  return {
    text: words[demand],
    required,
    lacking: gaps.length,
    formula:
      grid === null || column === 0 || grid.last < grid.first
        ? null
        : `COUNTIF(${down(grid.first, grid.last, column)},${quoted(missing)})+${withoutRow}`,
  };
};

const gapEntry = ({ texts }: ReadinessContext, { demand, code, cell, params }: Gap) => ({
  text: texts.documents.readiness.gap(code, { ...params, demand }),
  cells: cell === null ? [] : [cell],
});

const remarkEntry = ({ texts }: ReadinessContext, { code, cells, params }: Remark) => ({
  text: texts.documents.readiness.remark(code, params),
  cells,
});

/** Plans the sheet that says whether the documents hold what the assessment asks for, and where something is missing. */
export const planReadinessSheet = (
  snapshot: Snapshot,
  context: ReadinessContext,
): { readonly sheet: SheetPlan; readonly names: readonly PlannedName[] } => {
  const { readiness, texts } = context;
  const { item, fiscalYear, next, evidence, demands, isReady } = readiness;
  const words = texts.documents.readiness;
  const afterDemands = FIRST_CHECK_ROW + 1 + demands.length;
  const hasMatrix = matrixRows(context).length > 0 && matrixRoles(context).length > 0;
  const grid = hasMatrix ? planMatrix(context, afterDemands + 1) : null;
  const gaps = checkList(
    (grid?.next ?? afterDemands) + 1,
    words.gaps,
    words.gapColumns,
    demands.flatMap((demand) => demand.gaps.map((gap) => gapEntry(context, gap))),
    words.noGaps,
  );
  const remarks = checkList(
    gaps.next + 1,
    words.remarks,
    words.gapColumns,
    readiness.remarks.map((remark) => remarkEntry(context, remark)),
    words.noRemarks,
  );
  const head = checkHead(
    { title: words.title, subtitle: words.subtitle(item, fiscalYear, next) },
    evidence,
    isReady,
    { first: FIRST_CHECK_ROW + 1, count: demands.length },
    texts,
  );
  const asked = demands.map((demand) => demandOf(demand, context, grid));
  const parts = [
    head,
    checkDemands(asked, FIRST_CHECK_ROW, texts),
    ...(grid === null ? [] : [grid]),
    gaps,
    remarks,
  ];
  return planCheckSheet(snapshot, OUR_NAMES.readiness, words.sheet, parts, texts);
};
