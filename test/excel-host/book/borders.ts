import type { CellRange } from '../../../src/core/cell-address';
import { cellsOf } from './area';
import { lookAt, NO_LINE, setLook } from './looks';
import { cellKey, type BookSheet } from './model';

export type Edge = 'EdgeTop' | 'EdgeBottom' | 'EdgeLeft' | 'EdgeRight';
export type Side = Edge | 'InsideHorizontal' | 'InsideVertical';
export const SIDES: readonly Side[] = [
  'EdgeTop',
  'EdgeBottom',
  'EdgeLeft',
  'EdgeRight',
  'InsideHorizontal',
  'InsideVertical',
];

export type Line = { readonly Style: unknown; readonly Weight: unknown; readonly Color: unknown };
export type LineProperty = keyof Line;

type CellEdge = { readonly row: number; readonly column: number; readonly edge: Edge };

/** Edges of cells that make up a side of a range's frame, or its inner lines. */
const edgesOf = (side: Side, range: CellRange): readonly CellEdge[] => {
  const { top, left, bottom, right } = range;
  const along = (area: CellRange, edge: Edge): readonly CellEdge[] =>
    [...cellsOf(area)].map(([row, column]) => ({ row, column, edge }));
  switch (side) {
    case 'EdgeTop':
      return along({ ...range, bottom: top }, side);
    case 'EdgeBottom':
      return along({ ...range, top: bottom }, side);
    case 'EdgeLeft':
      return along({ ...range, right: left }, side);
    case 'EdgeRight':
      return along({ ...range, left: right }, side);
    case 'InsideHorizontal':
      return along({ ...range, bottom: bottom - 1 }, 'EdgeBottom');
    case 'InsideVertical':
      return along({ ...range, right: right - 1 }, 'EdgeRight');
  }
};

/** The same line as the cell on its other side has it; undefined at the rim of the sheet. */
const otherSide = ({ row, column, edge }: CellEdge): CellEdge | undefined => {
  switch (edge) {
    case 'EdgeTop':
      return row === 0 ? undefined : { row: row - 1, column, edge: 'EdgeBottom' };
    case 'EdgeBottom':
      return { row: row + 1, column, edge: 'EdgeTop' };
    case 'EdgeLeft':
      return column === 0 ? undefined : { row, column: column - 1, edge: 'EdgeRight' };
    case 'EdgeRight':
      return { row, column: column + 1, edge: 'EdgeLeft' };
  }
};

const ownLine = (sheet: BookSheet, { row, column, edge }: CellEdge): Line => {
  const look = (name: LineProperty): unknown => lookAt(sheet, row, column, `Borders/${edge}/${name}`);
  return { Style: look('Style'), Weight: look('Weight'), Color: look('Color') };
};

/** Line at an edge of a cell, whichever of the two cells there has it. */
export const lineAt = (sheet: BookSheet, row: number, column: number, edge: Edge): Line => {
  const cellEdge = { row, column, edge };
  const own = ownLine(sheet, cellEdge);
  const other = otherSide(cellEdge);
  return own.Style !== 'None' || other === undefined ? own : ownLine(sheet, other);
};

/** Property of a side of a range, null where it is not the same all along. */
export const lineOf = (sheet: BookSheet, range: CellRange, side: Side, name: LineProperty): unknown => {
  const found = new Set(
    edgesOf(side, range).map(({ row, column, edge }) => lineAt(sheet, row, column, edge)[name]),
  );
  return found.size === 0 ? NO_LINE[name] : found.size === 1 ? [...found][0] : null;
};

const putLine = (sheet: BookSheet, { row, column, edge }: CellEdge, line: Line): void => {
  const area = { top: row, left: column, bottom: row, right: column };
  for (const name of ['Style', 'Weight', 'Color'] as const)
    setLook(sheet, area, `Borders/${edge}/${name}`, line[name]);
};

/** Sets a property of a side of a range; two neighbours have one line between them. */
export const setLine = (
  sheet: BookSheet,
  range: CellRange,
  side: Side,
  name: LineProperty,
  value: unknown,
): void => {
  for (const cellEdge of edgesOf(side, range)) {
    const before = lineAt(sheet, cellEdge.row, cellEdge.column, cellEdge.edge);
    const changed = { ...before, [name]: value };
    const line: Line =
      changed.Style === 'None'
        ? // A colour or a weight makes a line where there was none.
          name === 'Style'
          ? NO_LINE
          : { ...changed, Style: 'Continuous' }
        : name === 'Style' && value === 'Double'
          ? { ...changed, Weight: 'Thick' }
          : changed;
    putLine(sheet, cellEdge, line);
    const other = otherSide(cellEdge);
    if (other !== undefined && ownLine(sheet, other).Style !== 'None') putLine(sheet, other, NO_LINE);
  }
};

/** Lines of a sheet by the cell and its bottom or right edge, for comparison of two states. */
export const plainLines = (sheet: BookSheet): Readonly<Record<string, Line>> => {
  const lines: Record<string, Line> = {};
  for (const key of sheet.looks.cells.keys()) {
    const [row = 0, column = 0] = key.split(':').map(Number);
    for (const edge of ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight'] as const) {
      const line = ownLine(sheet, { row, column, edge });
      if (line.Style === 'None') continue;
      const place = { row, column, edge };
      const shown = edge === 'EdgeTop' || edge === 'EdgeLeft' ? (otherSide(place) ?? place) : place;
      lines[`${cellKey(shown.row, shown.column)} ${shown.edge}`] = line;
    }
  }
  return Object.fromEntries(Object.entries(lines).sort(([a], [b]) => (a < b ? -1 : 1)));
};
