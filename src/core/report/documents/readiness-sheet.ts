import { cellName, type CellRange, type CellRef } from '../../cell-address';
import type { PlannedCell, PlannedName, SheetPlan } from '../../change-plan';
import type { DemandState, Gap, Remark } from '../../measures/checked-documents';
import { OUR_NAMES } from '../../our-names';
import type { Snapshot } from '../../snapshot';
import { ownSheet } from '../sheet-name';
import { at, down, heightOf, linesOf, live, plain, quoted } from '../sheet-parts';
import { LOOKS } from '../styles';
import {
  matrixRoles,
  matrixRows,
  planMatrix,
  READINESS_WIDTHS,
  type ReadinessContext,
  type ReadinessPart,
} from './readiness-matrix';

const TAB = 'C00000';
const WIDTHS = READINESS_WIDTHS;
const WHOLE = WIDTHS.reduce((sum, width) => sum + width, 0);
const LAST = WIDTHS.length - 1;
const VERDICT_ROW = 3;

const across = (row: number, left = 0, right = LAST): CellRange => ({ top: row, left, bottom: row, right });

const demandRows = (
  context: ReadinessContext,
  top: number,
  grid: { readonly first: number; readonly last: number } | null,
): ReadinessPart => {
  const { readiness, texts } = context;
  const words = texts.documents.readiness;
  const roles = matrixRoles(context);
  const first = top + 1;
  const [name, required, lacking, state] = words.columns;
  const missingCell = (row: number, { demand, gaps }: DemandState): PlannedCell => {
    const column = roles.findIndex((role) => role === demand) + 1;
    if (grid === null || column === 0 || grid.last < grid.first) return plain(row, 4, gaps.length, 'rank');
    const states = down(grid.first, grid.last, column);
    // A weak point without a row has no cell that could be counted.
    const withoutRow = gaps.filter(({ code }) => code !== 'emptyCell').length;
    return live(row, 4, `COUNTIF(${states},${quoted(words.missing)})+${withoutRow}`, gaps.length, 'rank');
  };
  return {
    cells: [
      ...[name, null, null, required, lacking, state].map((text, column) =>
        plain(top, column, text, 'header'),
      ),
      ...readiness.demands.flatMap((entry, index) => {
        const row = first + index;
        const lack = at(row, 4);
        return [
          plain(row, 0, words.demand[entry.demand], 'text'),
          plain(row, 1, null, 'text'),
          plain(row, 2, null, 'text'),
          plain(row, 3, entry.required, 'rank'),
          missingCell(row, entry),
          live(
            row,
            5,
            `IF(${lack}=0,${quoted(words.done)},${quoted(words.missing)})`,
            entry.gaps.length === 0 ? words.done : words.missing,
            'centered',
          ),
        ];
      }),
    ],
    merges: [across(top, 0, 2), ...readiness.demands.map((_, index) => across(first + index, 0, 2))],
    heights: readiness.demands.map(({ demand }, index) => [
      first + index,
      heightOf(linesOf(words.demand[demand], WIDTHS[0] + WIDTHS[1] + WIDTHS[2])),
    ]),
    next: first + readiness.demands.length,
  };
};

const linkCell = (row: number, cells: readonly CellRef[]): PlannedCell => {
  const [first] = cells;
  return first === undefined
    ? plain(row, LAST - 1, null, 'text')
    : { row, column: LAST - 1, value: cellName(first), link: cellName(first), style: 'link' };
};

const list = (
  top: number,
  heading: string,
  columns: readonly [string, string],
  entries: readonly { readonly text: string; readonly cells: readonly CellRef[] }[],
  none: string,
): ReadinessPart => {
  const first = top + 2;
  const wide = WHOLE - (WIDTHS[LAST - 1] ?? 0) - (WIDTHS[LAST] ?? 0);
  const shown = entries.length === 0 ? [{ text: none, cells: [] }] : entries;
  const line = (row: number, text: string, link: PlannedCell, style: 'text' | 'header') => [
    plain(row, 0, text, style),
    ...[1, 2, 3].map((column) => plain(row, column, null, style)),
    link,
    plain(row, LAST, null, style),
  ];
  return {
    cells: [
      plain(top, 0, heading, 'section'),
      ...line(top + 1, columns[0], plain(top + 1, LAST - 1, columns[1], 'header'), 'header'),
      ...shown.flatMap(({ text, cells }, index) =>
        line(first + index, text, linkCell(first + index, cells), 'text'),
      ),
    ],
    merges: [top + 1, ...shown.map((_, index) => first + index)].flatMap((row) => [
      across(row, 0, LAST - 2),
      across(row, LAST - 1, LAST),
    ]),
    heights: shown.map(({ text }, index) => [first + index, heightOf(linesOf(text, wide))]),
    next: first + shown.length,
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

const head = ({ readiness, texts }: ReadinessContext, firstDemand: number): ReadinessPart => {
  const words = texts.documents.readiness;
  const { item, fiscalYear, next, evidence, demands, isReady } = readiness;
  const subtitle = words.subtitle(item, fiscalYear, next);
  const unsure =
    evidence.confidence === 'confirmed'
      ? null
      : words.unsure(texts.rules.confidence[evidence.confidence], evidence.source);
  const lacking = down(firstDemand, firstDemand + demands.length - 1, 4);
  const verdict = `IF(SUM(${lacking})=0,${quoted(words.ready)},${quoted(words.notReady)})`;
  return {
    cells: [
      plain(0, 0, words.title, 'title'),
      plain(1, 0, subtitle, 'subtitle'),
      plain(2, 0, unsure, 'note'),
      demands.length === 0
        ? plain(VERDICT_ROW, 0, words.ready, 'kpiText')
        : live(VERDICT_ROW, 0, verdict, isReady ? words.ready : words.notReady, 'kpiText'),
    ],
    merges: [0, 1, 2, VERDICT_ROW].map((row) => across(row)),
    heights: [
      [0, 34],
      [1, heightOf(linesOf(subtitle, WHOLE))],
      [2, unsure === null ? 8 : heightOf(linesOf(unsure, WHOLE))],
      [VERDICT_ROW, 42],
      [VERDICT_ROW + 1, 12],
    ],
    next: VERDICT_ROW + 2,
  };
};

/** Plans the sheet that says whether the documents hold what the assessment asks for, and where something is missing. */
export const planReadinessSheet = (
  snapshot: Snapshot,
  context: ReadinessContext,
): { readonly sheet: SheetPlan; readonly names: readonly PlannedName[] } => {
  const { readiness, texts } = context;
  const words = texts.documents.readiness;
  const demandsTop = VERDICT_ROW + 2;
  const afterDemands = demandsTop + 1 + readiness.demands.length;
  const hasMatrix = matrixRows(context).length > 0 && matrixRoles(context).length > 0;
  const grid = hasMatrix ? planMatrix(context, afterDemands + 1) : null;
  const demands = demandRows(context, demandsTop, grid);
  const gaps = list(
    (grid?.next ?? afterDemands) + 1,
    words.gaps,
    words.gapColumns,
    readiness.demands.flatMap((demand) => demand.gaps.map((gap) => gapEntry(context, gap))),
    words.noGaps,
  );
  const remarks = list(
    gaps.next + 1,
    words.remarks,
    words.gapColumns,
    readiness.remarks.map((remark) => remarkEntry(context, remark)),
    words.noRemarks,
  );
  const parts = [head(context, demandsTop + 1), demands, ...(grid === null ? [] : [grid]), gaps, remarks];
  const area = { top: 0, left: 0, bottom: remarks.next - 1, right: LAST };
  const { sheet, name } = ownSheet(snapshot, OUR_NAMES.readiness, words.sheet, area, texts.freeSheetName);
  const filled = new Set(parts.flatMap(({ cells }) => cells.map(({ row }) => row)));
  const stateRange = { ...area, top: demandsTop, left: 1 };
  const first = at(stateRange.top, stateRange.left);
  return {
    sheet: {
      ...sheet,
      cells: parts.flatMap(({ cells }) => cells),
      columnWidths: WIDTHS,
      rowHeights: new Map([
        ...Array.from(
          { length: remarks.next },
          (_, row) => [row, filled.has(row) ? heightOf(1) : 12] as const,
        ),
        ...parts.flatMap(({ heights }) => heights),
      ]),
      merges: parts.flatMap(({ merges }) => merges),
      conditionalFormats: [
        {
          kind: 'formula',
          range: stateRange,
          formula: `${first}=${quoted(words.missing)}`,
          look: LOOKS.urgent,
        },
        {
          kind: 'formula',
          range: stateRange,
          formula: `${first}=${quoted(words.done)}`,
          look: LOOKS.maintain,
        },
      ],
      frame: {
        freeze: null,
        page: { orientation: 'portrait', printArea: area, footer: texts.page.footer },
        tabColor: TAB,
      },
    },
    names: [name],
  };
};
