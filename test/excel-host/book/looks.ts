import type { CellRange } from '../../../src/core/cell-address';
import { cellsOf, isWholeColumns, isWholeRows } from './area';
import { cellKey, positionOf, type BookSheet, type Look, type Looks } from './model';

/** Looks of a new workbook's cells; colours as the API gives them. */
export const LOOK_DEFAULTS: Look = {
  NumberFormat: 'General',
  HorizontalAlignment: 'General',
  VerticalAlignment: 'Bottom',
  WrapText: false,
  IndentLevel: 0,
  TextOrientation: 0,
  ShrinkToFit: false,
  ReadingOrder: 'Context',
  'Font/Name': 'Calibri',
  'Font/Size': 11,
  'Font/Bold': false,
  'Font/Italic': false,
  'Font/Underline': 'None',
  'Font/Strikethrough': false,
  'Font/Subscript': false,
  'Font/Superscript': false,
  'Font/Color': '#000000',
  'Fill/Color': '#FFFFFF',
  'Fill/Pattern': 'None',
  'Protection/Locked': true,
  'Protection/FormulaHidden': false,
};

/** Line of a cell's edge that has none. */
export const NO_LINE = { Style: 'None', Weight: 'Thin', Color: '#000000' } as const;

const defaultOf = (path: string): unknown =>
  path in LOOK_DEFAULTS ? LOOK_DEFAULTS[path] : NO_LINE[path.split('/').at(-1) as keyof typeof NO_LINE];

const inheritedAt = ({ rows, columns, sheet }: Looks, row: number, column: number, path: string): unknown => {
  for (const look of [rows.get(row), columns.get(column), sheet])
    if (look !== undefined && path in look) return look[path];
  return defaultOf(path);
};

/** A look of one cell: its own, or its row's, its column's, its sheet's, or that of a new workbook. */
export const lookAt = ({ looks }: BookSheet, row: number, column: number, path: string): unknown => {
  const own = looks.cells.get(cellKey(row, column));
  return own !== undefined && path in own ? own[path] : inheritedAt(looks, row, column, path);
};

const without = (look: Look, path: string): Look =>
  Object.fromEntries(Object.entries(look).filter(([name]) => name !== path));

const drop = <Key>(looks: Map<Key, Look>, key: Key, path: string): void => {
  const look = looks.get(key);
  if (look === undefined || !(path in look)) return;
  const rest = without(look, path);
  if (Object.keys(rest).length === 0) looks.delete(key);
  else looks.set(key, rest);
};

const put = <Key>(looks: Map<Key, Look>, key: Key, path: string, value: unknown): void => {
  looks.set(key, { ...looks.get(key), [path]: value });
};

/** Sets a look of cells; over whole rows, columns or the sheet it holds for every cell of them. */
export const setLook = ({ looks }: BookSheet, range: CellRange, path: string, value: unknown): void => {
  const isRows = isWholeRows(range);
  const isColumns = isWholeColumns(range);
  if (!isRows && !isColumns) {
    for (const [row, column] of cellsOf(range)) put(looks.cells, cellKey(row, column), path, value);
    return;
  }
  for (const key of [...looks.cells.keys()]) {
    const [row, column] = positionOf(key);
    if (row >= range.top && row <= range.bottom && column >= range.left && column <= range.right)
      drop(looks.cells, key, path);
  }
  if (isRows && isColumns) {
    for (const row of [...looks.rows.keys()]) drop(looks.rows, row, path);
    for (const column of [...looks.columns.keys()]) drop(looks.columns, column, path);
    looks.sheet = { ...looks.sheet, [path]: value };
  } else if (isRows) {
    for (let row = range.top; row <= range.bottom; row++) put(looks.rows, row, path, value);
  } else {
    for (let column = range.left; column <= range.right; column++) put(looks.columns, column, path, value);
    // A row's look would hold over the column's, which is newer.
    for (const [row, look] of looks.rows) {
      if (!(path in look)) continue;
      for (let column = range.left; column <= range.right; column++)
        put(looks.cells, cellKey(row, column), path, value);
    }
  }
};

/** The look that all cells of a range share; null where they differ. */
export const commonLook = (sheet: BookSheet, range: CellRange, path: string): unknown => {
  if (!isWholeRows(range) && !isWholeColumns(range)) {
    const first = lookAt(sheet, range.top, range.left, path);
    for (const [row, column] of cellsOf(range)) if (lookAt(sheet, row, column, path) !== first) return null;
    return first;
  }
  const { cells, rows, columns } = sheet.looks;
  const isIn = (row: number, column: number): boolean =>
    row >= range.top && row <= range.bottom && column >= range.left && column <= range.right;
  const found = new Set<unknown>();
  for (const [key, look] of cells) if (path in look && isIn(...positionOf(key))) found.add(look[path]);
  for (const [row, look] of rows) if (path in look && isIn(row, range.left)) found.add(look[path]);
  const lines = isWholeRows(range)
    ? [...Array(range.bottom - range.top + 1).keys()].map((index) => [range.top + index, 0] as const)
    : [...Array(range.right - range.left + 1).keys()].map((index) => [0, range.left + index] as const);
  if (isWholeRows(range)) {
    for (const [column, look] of columns) if (path in look && isIn(range.top, column)) found.add(look[path]);
    for (const [row] of lines)
      if (!(path in (rows.get(row) ?? {}))) found.add(sheet.looks.sheet[path] ?? defaultOf(path));
  } else {
    for (const [, column] of lines)
      found.add(columns.get(column)?.[path] ?? sheet.looks.sheet[path] ?? defaultOf(path));
  }
  return found.size === 1 ? [...found][0] : null;
};

/** Takes every look of the cells of a range back to that of a new workbook. */
export const clearLooks = (sheet: BookSheet, range: CellRange): void => {
  const { looks } = sheet;
  const paths = new Set<string>();
  for (const look of [...looks.rows.values(), ...looks.columns.values(), looks.sheet])
    for (const path of Object.keys(look)) paths.add(path);
  for (const key of [...looks.cells.keys()]) {
    const [row, column] = positionOf(key);
    if (row >= range.top && row <= range.bottom && column >= range.left && column <= range.right)
      looks.cells.delete(key);
  }
  // What the row, the column or the sheet has would show through.
  for (const path of paths) setLook(sheet, range, path, defaultOf(path));
};

const DEFAULT_OF_CELL = (looks: Looks, key: string, path: string): unknown =>
  inheritedAt(looks, ...positionOf(key), path);

/** Looks that say more than what they inherit, for comparison of two states of a sheet. */
export const plainLooks = ({ looks }: BookSheet) => {
  const pick = (look: Look, inherited: (path: string) => unknown): Look =>
    Object.fromEntries(Object.entries(look).filter(([path, value]) => value !== inherited(path)));
  const picked = <Key extends string | number>(
    entries: Map<Key, Look>,
    inherited: (key: Key, path: string) => unknown,
  ) =>
    [...entries]
      .map(([key, look]) => [key, pick(look, (path) => inherited(key, path))] as const)
      .filter(([, look]) => Object.keys(look).length > 0);
  return {
    cells: new Map(picked(looks.cells, (key, path) => DEFAULT_OF_CELL(looks, key, path))),
    rows: Object.fromEntries(picked(looks.rows, (_, path) => looks.sheet[path] ?? defaultOf(path))),
    columns: Object.fromEntries(picked(looks.columns, (_, path) => looks.sheet[path] ?? defaultOf(path))),
    sheet: pick(looks.sheet, defaultOf),
  };
};
