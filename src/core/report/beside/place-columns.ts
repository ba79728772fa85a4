import {
  absoluteRangeA1,
  quotedSheet,
  rangeContains,
  union,
  type CellPosition,
  type CellRange,
  type CellRef,
} from '../../cell-address';
import { untouchedSheet, type PlannedCell, type PlannedName, type SheetPlan } from '../../change-plan';
import { besideAreas, besideCells, besideName } from '../../own-cells';
import { cellAt, type SheetSnapshot, type Snapshot } from '../../snapshot';

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

/** A column of ours: its heading and the cells below it. */
export type BesideColumn = readonly [PlannedCell, ...PlannedCell[]];

const LAST_COLUMN = 16_383;
const WIDTH = 20;

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

const cellRange = (row: number, column: number): CellRange => ({
  top: row,
  left: column,
  bottom: row,
  right: column,
});

const rangeOf = ([first, ...cells]: readonly [PlannedCell, ...PlannedCell[]]): CellRange =>
  cells.reduce<CellRange>(
    (range, { row, column }) => union(range, cellRange(row, column)),
    cellRange(first.row, first.column),
  );

/** A column that held nothing gets the width of our texts; one in which the officer has something keeps its own. */
const widthsFor = (sheet: SheetSnapshot, cells: readonly PlannedCell[]): SheetPlan['columnWidths'] => {
  const ours = new Set(cells.map(({ column }) => column));
  const isOwnColumn = (column: number): boolean =>
    ours.has(column) && sheet.rows.every((row) => (row?.[column]?.value ?? null) === null);
  return Array.from({ length: Math.max(-1, ...ours) + 1 }, (_, column) =>
    isOwnColumn(column) ? WIDTH : null,
  );
};

/** What is written on one sheet. */
export type SheetResult = {
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
): readonly PlannedCell[] => {
  const written = new Set(planned.map(({ row, column }) => `${row}:${column}`));
  return besideAreas(snapshot)
    .filter((area) => area.sheet === sheet.name)
    .flatMap(({ range }) =>
      sheet.rows.flatMap((cells, row) =>
        (cells ?? []).flatMap((_, column): readonly PlannedCell[] => {
          const isStale =
            rangeContains(range, { row, column }) &&
            isOurs({ row, column }) &&
            !written.has(`${row}:${column}`);
          return isStale ? [{ row, column, value: null }] : [];
        }),
      ),
    );
};

/** Columns beside one table, and the first column of the sheet that they need. */
export type ColumnsBeside = { readonly left: number; readonly columns: readonly BesideColumn[] };

/**
 * Writes columns beside the tables of an officer's sheet where the cells are free; `sheet` is the sheet without what we
 * wrote there before, `raw` as it stands.
 */
export const placeColumns = (
  snapshot: Snapshot,
  sheet: SheetSnapshot,
  raw: SheetSnapshot,
  targets: readonly ColumnsBeside[],
): SheetResult => {
  if (raw.isProtected && targets.length > 0) {
    const obstacle = { code: 'sheetProtected', sheet: raw.name, cells: [] } as const;
    return { areas: [], plan: [], obstacles: [obstacle] };
  }
  const cells = cellsOf(raw, besideCells(snapshot));
  const perTarget = targets.map(({ left, columns }) => {
    const written = columns.flatMap((column) => freeCells(column, cells));
    return { columns, written, isFull: left + columns.length - 1 > LAST_COLUMN };
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
    areas: fitting.flatMap(({ written: [first, ...others] }) =>
      first === undefined ? [] : [rangeOf([first, ...others])],
    ),
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

/** Names by which the written areas are found again, and everything that is in the way. */
export const joinResults = (results: readonly (SheetResult & { readonly name: string })[]): BesidePlan => {
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
