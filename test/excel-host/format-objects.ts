import type { CellRange } from '../../src/core/cell-address';
import { cellKey, type BookSheet, type Look } from './book';
import { hostErrors } from './host-error';
import { collection, hostObject, type HostObject } from './host-object';

const LAST_ROW = 1_048_575;
const LAST_COLUMN = 16_383;

/** Looks of a new workbook's cells. */
const DEFAULTS: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  RangeFormat: {
    HorizontalAlignment: 'General',
    VerticalAlignment: 'Bottom',
    WrapText: false,
    IndentLevel: 0,
  },
  RangeFont: { Name: 'Calibri', Size: 11, Bold: false, Italic: false, Underline: 'None', Color: '#000000' },
  RangeFill: { Color: '#FFFFFF', Pattern: 'None' },
  RangeBorder: { Style: 'None', Weight: 'Thin', Color: '#000000' },
};
/** The same by path; every side of a cell has the same kind of line. */
const byPath = (type: string, prefix: string): readonly (readonly [string, unknown])[] =>
  Object.entries(DEFAULTS[type] ?? {}).map(([name, value]) => [`${prefix}${name}`, value] as const);
export const LOOK_DEFAULTS: Readonly<Record<string, unknown>> = Object.fromEntries<unknown>([
  ...byPath('RangeFormat', ''),
  ...byPath('RangeFont', 'Font/'),
  ...byPath('RangeFill', 'Fill/'),
  ...['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight'].flatMap((edge) =>
    byPath('RangeBorder', `Borders/${edge}/`),
  ),
]);
const COLUMN_POINTS = 48;
const ROW_POINTS = 15;

type Target = { readonly sheet: BookSheet; readonly range: CellRange };

const guard = ({ sheet }: Target, location: string): void => {
  if (sheet.isProtected) throw hostErrors.denied(location);
};

const readLook = ({ sheet, range }: Target, path: string, fallback: unknown): unknown => {
  let found: unknown;
  for (let row = range.top; row <= range.bottom; row++) {
    for (let column = range.left; column <= range.right; column++) {
      const look: Look = sheet.looks.get(cellKey(row, column)) ?? {};
      const value = path in look ? look[path] : fallback;
      // A range of different looks has none to tell.
      if (found !== undefined && found !== value) return null;
      found = value;
    }
  }
  return found;
};

const writeLook = (
  target: Target,
  path: string,
  value: unknown,
  isMeant: (row: number, column: number) => boolean = () => true,
): void => {
  const { sheet, range } = target;
  guard(target, 'RangeFormat');
  if (range.bottom === LAST_ROW || range.right === LAST_COLUMN)
    throw hostErrors.notEmulated('a look of whole rows or columns');
  for (let row = range.top; row <= range.bottom; row++) {
    for (let column = range.left; column <= range.right; column++) {
      if (!isMeant(row, column)) continue;
      const key = cellKey(row, column);
      sheet.looks.set(key, { ...sheet.looks.get(key), [path]: value });
    }
  }
};

const colorOf = (name: string, value: unknown): unknown => {
  if (!name.endsWith('Color')) return value;
  if (!/^#[0-9A-F]{6}$/i.test(String(value))) throw hostErrors.argument(name);
  return String(value).toUpperCase();
};

const lookObject = (
  target: Target,
  type: string,
  prefix: string,
  more: Partial<HostObject> = {},
): HostObject => {
  const defaults = DEFAULTS[type] ?? {};
  const members = Object.keys(defaults);
  return hostObject({
    type,
    ...more,
    get: {
      ...Object.fromEntries(
        members.map((name) => [name, () => readLook(target, `${prefix}${name}`, defaults[name])]),
      ),
      ...more.get,
    },
    set: {
      ...Object.fromEntries(
        members.map((name) => [
          name,
          (value: unknown) => {
            writeLook(target, `${prefix}${name}`, colorOf(name, value));
            if (type === 'RangeFill' && name === 'Color') writeLook(target, 'Fill/Pattern', 'Solid');
          },
        ]),
      ),
      ...more.set,
    },
  });
};

type Side = 'EdgeTop' | 'EdgeBottom' | 'EdgeLeft' | 'EdgeRight' | 'InsideHorizontal' | 'InsideVertical';

/** Cells of a range that a side of its frame or its inner lines belong to, and the edge of each. */
const edgesOf = (
  side: Side,
  { top, left, bottom, right }: CellRange,
): readonly (readonly [edge: string, (row: number, column: number) => boolean])[] => {
  switch (side) {
    case 'EdgeTop':
      return [['EdgeTop', (row) => row === top]];
    case 'EdgeBottom':
      return [['EdgeBottom', (row) => row === bottom]];
    case 'EdgeLeft':
      return [['EdgeLeft', (_, column) => column === left]];
    case 'EdgeRight':
      return [['EdgeRight', (_, column) => column === right]];
    case 'InsideHorizontal':
      return [
        ['EdgeBottom', (row) => row < bottom],
        ['EdgeTop', (row) => row > top],
      ];
    case 'InsideVertical':
      return [
        ['EdgeRight', (_, column) => column < right],
        ['EdgeLeft', (_, column) => column > left],
      ];
  }
};

const SIDES: readonly Side[] = [
  'EdgeTop',
  'EdgeBottom',
  'EdgeLeft',
  'EdgeRight',
  'InsideHorizontal',
  'InsideVertical',
];

const borderObject = (target: Target, side: Side): HostObject =>
  lookObject(target, 'RangeBorder', `Borders/${side}/`, {
    identity: () => ({ Id: side }),
    get: { SideIndex: () => side },
    set: Object.fromEntries(
      Object.keys(DEFAULTS['RangeBorder'] ?? {}).map((name) => [
        name,
        (value: unknown) => {
          for (const [edge, isMeant] of edgesOf(side, target.range))
            writeLook(target, `Borders/${edge}/${name}`, colorOf(name, value), isMeant);
        },
      ]),
    ),
  });

const sizes = (
  { sheet, range }: Target,
  axis: 'column' | 'row',
): { readonly get: () => unknown; readonly set: (value: unknown) => void } => {
  const map = axis === 'column' ? sheet.columnWidths : sheet.rowHeights;
  const [first, last] = axis === 'column' ? [range.left, range.right] : [range.top, range.bottom];
  const standard = axis === 'column' ? COLUMN_POINTS : ROW_POINTS;
  const indexes = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  return {
    get: () => {
      const found = new Set(indexes.map((index) => map.get(index) ?? standard));
      return found.size === 1 ? [...found][0] : null;
    },
    set: (value) => {
      guard({ sheet, range }, `RangeFormat.${axis}`);
      for (const index of indexes) map.set(index, Number(value));
    },
  };
};

/** Looks of the cells of a range. */
export const formatObject = (sheet: BookSheet, range: CellRange): HostObject => {
  const target = { sheet, range };
  const width = sizes(target, 'column');
  const height = sizes(target, 'row');
  return lookObject(target, 'RangeFormat', '', {
    get: { ColumnWidth: width.get, RowHeight: height.get },
    set: { ColumnWidth: width.set, RowHeight: height.set },
    navigate: {
      Font: () => lookObject(target, 'RangeFont', 'Font/'),
      Fill: () =>
        lookObject(target, 'RangeFill', 'Fill/', {
          call: {
            Clear: () => {
              writeLook(target, 'Fill/Color', '#FFFFFF');
              writeLook(target, 'Fill/Pattern', 'None');
            },
          },
        }),
      Borders: () =>
        collection(
          'RangeBorderCollection',
          () => SIDES.map((side) => borderObject(target, side)),
          (item, key) => item.identity?.()['Id'] === key,
          () => hostErrors.argument('RangeBorderCollection.getItem'),
        ),
    },
  });
};
