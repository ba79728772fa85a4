import type { CellRange } from '../../../src/core/cell-address';
import { cellArea } from './area';
import { lineAt, setLine, type Edge, type LineProperty } from './borders';
import { lookAt, LOOK_DEFAULTS, setLook } from './looks';
import { hostErrors } from '../host-error';
import type { BookSheet } from './model';

const EDGES: Readonly<Record<string, Edge>> = {
  top: 'EdgeTop',
  bottom: 'EdgeBottom',
  left: 'EdgeLeft',
  right: 'EdgeRight',
};

const upper = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

/** Path of `format.font.bold` in this book; undefined where it is not kept. */
const pathOf = (steps: readonly string[]): string | undefined => {
  const path = steps.slice(1).map(upper).join('/');
  return steps[0] === 'format' && path in LOOK_DEFAULTS && path !== 'NumberFormat' ? path : undefined;
};

const unknownLook = (steps: readonly string[]) =>
  hostErrors.notEmulated(`the cell property ${steps.join('.')}`);

/** Colours as the API takes and gives them; named colours are not emulated. */
export const soundLook = (property: string, value: unknown, location: string): unknown => {
  if (!property.endsWith('Color')) return value;
  if (/^[a-z]+$/i.test(String(value))) throw hostErrors.notEmulated(`the named colour ${String(value)}`);
  if (!/^#[0-9A-F]{6}$/i.test(String(value))) throw hostErrors.argument(location);
  return String(value).toUpperCase();
};

/** Sets a fill's colour or pattern; without a pattern there is no colour, and a colour makes a solid fill. */
export const setFill = (sheet: BookSheet, range: CellRange, path: string, value: unknown): void => {
  if (path === 'Fill/Pattern' && value !== 'None' && value !== 'Solid')
    throw hostErrors.notEmulated(`the pattern ${String(value)}`);
  setLook(sheet, range, path, value);
  if (path === 'Fill/Color') setLook(sheet, range, 'Fill/Pattern', 'Solid');
  else if (value === 'None') setLook(sheet, range, 'Fill/Color', LOOK_DEFAULTS['Fill/Color']);
};

/** A look of a cell by the name that cell properties have for it. */
export const namedLook = (
  sheet: BookSheet,
  row: number,
  column: number,
  steps: readonly string[],
): unknown => {
  const path = pathOf(steps);
  if (path === undefined) throw unknownLook(steps);
  return lookAt(sheet, row, column, path);
};

/** Sets a look of a cell by the name that cell properties have for it. */
export const setNamedLook = (
  sheet: BookSheet,
  row: number,
  column: number,
  steps: readonly string[],
  value: unknown,
): void => {
  const path = pathOf(steps);
  if (path === undefined) throw unknownLook(steps);
  const sound = soundLook(path, value, 'Range.setCellProperties');
  const range = cellArea(row, column);
  if (path.startsWith('Fill/')) setFill(sheet, range, path, sound);
  else setLook(sheet, range, path, sound);
};

type BorderFields = Readonly<Record<string, unknown>>;

/** Lines around a cell by the names that cell properties have for them, each with the fields asked for. */
export const namedLines = (
  sheet: BookSheet,
  row: number,
  column: number,
  wanted: BorderFields,
): Readonly<Record<string, BorderFields>> => {
  const fields = Object.keys(wanted).filter((field) => wanted[field] === true);
  for (const field of fields)
    if (!['style', 'weight', 'color'].includes(field)) throw unknownLook(['format', 'borders', field]);
  return Object.fromEntries(
    Object.entries(EDGES).map(([name, edge]) => {
      const line = lineAt(sheet, row, column, edge);
      return [name, Object.fromEntries(fields.map((field) => [field, line[upper(field) as LineProperty]]))];
    }),
  );
};

/** Sets lines around a cell, each as a whole. */
export const setNamedLines = (
  sheet: BookSheet,
  row: number,
  column: number,
  borders: Readonly<Record<string, BorderFields>>,
): void => {
  for (const [name, fields] of Object.entries(borders)) {
    const edge = EDGES[name];
    if (edge === undefined) throw unknownLook(['format', 'borders', name]);
    const range = cellArea(row, column);
    const set = (property: LineProperty, value: unknown): void => {
      if (value !== undefined)
        setLine(sheet, range, edge, property, soundLook(property, value, 'Range.setCellProperties'));
    };
    // A weight or a colour alone would draw a line.
    if (fields['style'] !== 'None') set('Weight', fields['weight']);
    if (fields['style'] !== 'None') set('Color', fields['color']);
    set('Style', fields['style']);
  }
};
