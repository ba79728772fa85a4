import type { Assessment } from '../../assess/assessment';
import {
  absoluteRangeA1,
  cellName,
  quotedSheet,
  rangeContains,
  type CellPosition,
  type CellRange,
  type CellRef,
} from '../../cell-address';
import { untouchedSheet, type PlannedCell, type PlannedName, type SheetPlan } from '../../change-plan';
import { besideAreas, besideCells, besideName, officerSheets } from '../../own-cells';
import { subjectKey, type ReadFigure } from '../../read/reading';
import type { ScoreTable } from '../../read/score-table';
import { readSheet } from '../../read/read-sheet';
import { areaOf, textAt } from '../../read/sheet-text';
import { cellAt, type SheetSnapshot, type Snapshot } from '../../snapshot';
import type { AnalysisLayout } from '../analysis/layout';
import type { ReportTexts } from '../report-texts';
import { columnsBeside, type BesideColumn, type BesideContext, type BesideTarget } from './beside-columns';

/** Why something was not written beside a table; the message tables have a sentence for each code. */
export type BesideObstacle = {
  readonly code: 'cellsTaken' | 'sheetProtected' | 'sheetFull';
  readonly sheet: string;
  /** The officer's cells that are in the way. */
  readonly cells: readonly CellRef[];
};

export type BesidePlan = {
  readonly sheets: readonly SheetPlan[];
  readonly names: readonly PlannedName[];
  /** Areas that are written, heading included. */
  readonly written: readonly { readonly sheet: string; readonly range: CellRange }[];
  readonly obstacles: readonly BesideObstacle[];
};

const LAST_COLUMN = 16_383;
const WIDTH = 20;

const usedFigures = ({ items, indicators, instruments, total }: Assessment): readonly ReadFigure[] =>
  [
    ...items.map(({ figure }) => figure),
    ...indicators.map(({ given }) => given),
    ...instruments.flatMap(({ given, givenWeighted }) => [given, givenWeighted]),
    total.given,
  ].filter((figure) => figure !== null);

/** Where a table ends to the right: its headers stand side by side, some of them over merged columns. */
const rightEdge = ({ sheet, headerRow, columns }: ScoreTable): number => {
  const right = (column: number): number => areaOf(sheet, { row: headerRow, column }).right;
  let edge = Math.max(...columns.map(({ column }) => right(column)));
  while (textAt(sheet, { row: headerRow, column: edge + 1 }) !== '') edge = right(edge + 1);
  return edge;
};

/** What a row is about: its indicator, item or total; an instrument (or a part of one) only where it has the row for itself. */
const ownFigures = (figures: readonly ReadFigure[]): readonly ReadFigure[] => {
  const own = figures.filter(({ subject: { kind } }) => kind !== 'instrument' && kind !== 'part');
  const chosen = own.length > 0 ? own : figures;
  const keys = chosen.map(({ subject }) => subjectKey(subject));
  return chosen.filter((_, index) => keys.indexOf(keys[index] ?? '') === index);
};

/** A row of an item or an indicator is one even without its score; a sentence may name an instrument. */
const belongsToTable = ({ figure, status, subject: { kind } }: ReadFigure): boolean =>
  figure !== 'rank' && (status === 'scored' || kind === 'item' || kind === 'indicator');

/**
 * The tables of a sheet from which figures were used, with all their rows: an item may be printed in several. Tables
 * with several subjects in a row have no room for ours beside.
 */
const targetsOn = (
  sheet: SheetSnapshot,
  used: readonly ReadFigure[],
  { fiscalYear, ruleSet }: Assessment,
): readonly BesideTarget[] =>
  readSheet(sheet, fiscalYear, ruleSet).flatMap(({ table, figures }) => {
    const read = figures.filter(belongsToTable);
    const isUsed = read.some(({ cell }) => used.some((other) => cellName(other.cell) === cellName(cell)));
    const rows = [...new Set(read.map(({ cell }) => cell.row))]
      .sort((a, b) => a - b)
      .map((row) => ownFigures(read.filter(({ cell }) => cell.row === row)));
    if (!isUsed || rows.some((row) => row.length > 1)) return [];
    return [{ table, figures: rows.flat(), left: rightEdge(table) + 1 }];
  });

type Cells = {
  readonly isOurs: (position: CellPosition) => boolean;
  readonly isTaken: (position: CellPosition) => boolean;
};

const cellsOf = (sheet: SheetSnapshot, isOurs: ReturnType<typeof besideCells>): Cells => ({
  isOurs: (position) => isOurs(sheet, position),
  isTaken: (position) => {
    if (sheet.merges.some((merge) => rangeContains(merge, position))) return true;
    if (sheet.tables.some(({ range }) => rangeContains(range, position))) return true;
    const cell = cellAt(sheet, position);
    const isBlank =
      cell === undefined || ((cell.value === null || cell.value === '') && cell.formula === null);
    return !isBlank && !isOurs(sheet, position);
  },
});

/** A new column is written whole or not at all; of one that we wrote earlier, what the officer changed is left. */
const freeCells = (column: BesideColumn, { isOurs, isTaken }: Cells): readonly PlannedCell[] => {
  const free = column.filter((cell) => !isTaken(cell));
  return free.length === column.length || column.some(isOurs) ? free : [];
};

const rangeOf = (cells: readonly PlannedCell[]): CellRange => ({
  top: Math.min(...cells.map(({ row }) => row)),
  left: Math.min(...cells.map(({ column }) => column)),
  bottom: Math.max(...cells.map(({ row }) => row)),
  right: Math.max(...cells.map(({ column }) => column)),
});

/** A column that held nothing gets the width of our texts; one in which the officer has something keeps its own. */
const widthsFor = (sheet: SheetSnapshot, cells: readonly PlannedCell[]): SheetPlan['columnWidths'] => {
  const ours = new Set(cells.map(({ column }) => column));
  const isOwnColumn = (column: number): boolean =>
    ours.has(column) && sheet.rows.every((row) => (row?.[column]?.value ?? null) === null);
  return Array.from({ length: Math.max(-1, ...ours) + 1 }, (_, column) =>
    isOwnColumn(column) ? WIDTH : null,
  );
};

type SheetResult = {
  readonly areas: readonly CellRange[];
  readonly plan: readonly SheetPlan[];
  readonly obstacles: readonly BesideObstacle[];
};

/** Cells that an earlier run wrote and that this one does not: they would show what no longer holds. */
const staleCells = (
  snapshot: Snapshot,
  sheet: SheetSnapshot,
  isOurs: Cells['isOurs'],
  planned: readonly PlannedCell[],
): readonly PlannedCell[] =>
  besideAreas(snapshot)
    .filter((area) => area.sheet === sheet.name)
    .flatMap(({ range }) =>
      sheet.rows.flatMap((cells, row) =>
        (cells ?? []).flatMap((_, column): readonly PlannedCell[] => {
          const isStale =
            rangeContains(range, { row, column }) &&
            isOurs({ row, column }) &&
            !planned.some((cell) => cell.row === row && cell.column === column);
          return isStale ? [{ row, column, value: null }] : [];
        }),
      ),
    );

const planSheet = (
  snapshot: Snapshot,
  sheet: SheetSnapshot,
  raw: SheetSnapshot,
  targets: readonly BesideTarget[],
  context: BesideContext,
): SheetResult => {
  if (raw.isProtected && targets.length > 0) {
    const obstacle = { code: 'sheetProtected', sheet: raw.name, cells: [] } as const;
    return { areas: [], plan: [], obstacles: [obstacle] };
  }
  const cells = cellsOf(raw, besideCells(snapshot));
  const perTarget = targets.map((target) => {
    const columns = columnsBeside(target, context);
    const written = columns.flatMap((column) => freeCells(column, cells));
    return { columns, written, isFull: target.left + columns.length - 1 > LAST_COLUMN };
  });
  const fitting = perTarget.filter(({ isFull }) => !isFull);
  const written = fitting.flatMap((target) => target.written);
  const taken = fitting.flatMap(({ columns }) => columns.flat().filter((cell) => cells.isTaken(cell)));
  const all = [...written, ...staleCells(snapshot, raw, cells.isOurs, written)];
  const plan: SheetPlan = {
    ...untouchedSheet(raw.name),
    cells: all,
    columnWidths: widthsFor(sheet, written),
  };
  return {
    areas: fitting.flatMap((target) => (target.written.length === 0 ? [] : [rangeOf(target.written)])),
    plan: all.length === 0 ? [] : [plan],
    obstacles: [
      ...(fitting.length < perTarget.length
        ? [{ code: 'sheetFull', sheet: raw.name, cells: [] } as const]
        : []),
      ...(taken.length === 0
        ? []
        : [
            {
              code: 'cellsTaken',
              sheet: raw.name,
              cells: taken.map(({ row, column }) => ({ sheet: raw.name, row, column })),
            } as const,
          ]),
    ],
  };
};

/**
 * Plans columns right beside the officer's own tables, as formulas over the analysis sheet. Only cells that are empty,
 * or that hold what an earlier run wrote there, are written; which others would be needed is said.
 */
export const planBeside = (
  snapshot: Snapshot,
  assessment: Assessment,
  layout: AnalysisLayout,
  texts: ReportTexts,
  analysisSheet: string,
): BesidePlan => {
  const context = { assessment, layout, texts, analysis: `${quotedSheet(analysisSheet)}!` };
  const used = usedFigures(assessment);
  const results = officerSheets(snapshot).map((sheet) => {
    const raw = snapshot.sheets.find(({ name }) => name === sheet.name) ?? sheet;
    return {
      name: sheet.name,
      ...planSheet(snapshot, sheet, raw, targetsOn(sheet, used, assessment), context),
    };
  });
  const written = results.flatMap(({ name, areas }) => areas.map((range) => ({ sheet: name, range })));
  return {
    sheets: results.flatMap(({ plan }) => plan),
    names: written.map(({ sheet, range }, index) => ({
      name: besideName(index + 1),
      refersTo: `${quotedSheet(sheet)}!${absoluteRangeA1(range)}`,
    })),
    written,
    obstacles: results.flatMap(({ obstacles }) => obstacles),
  };
};
