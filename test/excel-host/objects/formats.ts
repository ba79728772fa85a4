import type { CellRange } from '../../../src/core/cell-address';
import { isUnbounded, LAST_COLUMN, LAST_ROW } from '../book/area';
import { lineOf, setLine, SIDES, type LineProperty, type Side } from '../book/borders';
import { setFill, soundLook } from '../book/look-names';
import { commonLook, LOOK_DEFAULTS, setLook } from '../book/looks';
import { columnWidthOf, rowHeightOf, type BookSheet } from '../book/model';
import { hostErrors } from '../host-error';
import { collection, hostObject, type HostObject } from '../host-object';
import { guardSheet } from './guards';

const LOCATION = 'RangeFormat';

/** An object whose properties are looks of the cells of a range, by their path. */
const lookObject = (
  sheet: BookSheet,
  range: CellRange,
  type: string,
  prefix: string,
  more: Partial<HostObject> = {},
): HostObject => {
  const names = Object.keys(LOOK_DEFAULTS).flatMap((path) =>
    path.startsWith(prefix) && !path.slice(prefix.length).includes('/') ? [path.slice(prefix.length)] : [],
  );
  return hostObject({
    type,
    ...more,
    get: {
      ...Object.fromEntries(names.map((name) => [name, () => commonLook(sheet, range, `${prefix}${name}`)])),
      ...more.get,
    },
    set: {
      ...Object.fromEntries(
        names.map((name) => [
          name,
          (value: unknown) => {
            guardSheet(sheet, LOCATION, 'allowFormatCells');
            setLook(sheet, range, `${prefix}${name}`, soundLook(name, value, `${type}.${name}`));
          },
        ]),
      ),
      ...more.set,
    },
  });
};

const LINE_PROPERTIES: readonly LineProperty[] = ['Style', 'Weight', 'Color'];

const borderObject = (sheet: BookSheet, range: CellRange, side: Side): HostObject =>
  hostObject({
    type: 'RangeBorder',
    identity: () => ({ Id: side }),
    get: {
      SideIndex: () => side,
      ...Object.fromEntries(LINE_PROPERTIES.map((name) => [name, () => lineOf(sheet, range, side, name)])),
    },
    set: Object.fromEntries(
      LINE_PROPERTIES.map((name) => [
        name,
        (value: unknown) => {
          guardSheet(sheet, LOCATION, 'allowFormatCells');
          if (isUnbounded(range)) throw hostErrors.notEmulated('borders of whole rows or columns');
          setLine(sheet, range, side, name, soundLook(name, value, `RangeBorder.${name}`));
        },
      ]),
    ),
  });

type Size = { readonly get: () => unknown; readonly set: (value: unknown) => void };

const sizes = (sheet: BookSheet, range: CellRange, axis: 'column' | 'row'): Size => {
  const isColumn = axis === 'column';
  const map = isColumn ? sheet.columnWidths : sheet.rowHeights;
  const [first, last] = isColumn ? [range.left, range.right] : [range.top, range.bottom];
  const isEvery = first === 0 && last === (isColumn ? LAST_COLUMN : LAST_ROW);
  const location = isColumn ? 'RangeFormat.columnWidth' : 'RangeFormat.rowHeight';
  const each = (): readonly number[] => {
    if (isEvery) throw hostErrors.notEmulated(`${location} of every ${axis}`);
    return Array.from({ length: last - first + 1 }, (_, index) => first + index);
  };
  return {
    get: () => {
      const found = new Set(
        each().map((index) => (isColumn ? columnWidthOf(sheet, index) : rowHeightOf(sheet, index))),
      );
      return found.size === 1 ? [...found][0] : null;
    },
    set: (value) => {
      guardSheet(sheet, location, isColumn ? 'allowFormatColumns' : 'allowFormatRows');
      if (typeof value !== 'number' || value < 0) throw hostErrors.argument(location);
      for (const index of each()) map.set(index, value);
    },
  };
};

/** Looks of the cells of a range. */
export const formatObject = (sheet: BookSheet, range: CellRange): HostObject => {
  const width = sizes(sheet, range, 'column');
  const height = sizes(sheet, range, 'row');
  return lookObject(sheet, range, 'RangeFormat', '', {
    get: { ColumnWidth: width.get, RowHeight: height.get },
    set: { ColumnWidth: width.set, RowHeight: height.set },
    navigate: {
      Font: () => lookObject(sheet, range, 'RangeFont', 'Font/'),
      Protection: () => lookObject(sheet, range, 'FormatProtection', 'Protection/'),
      Fill: () =>
        lookObject(sheet, range, 'RangeFill', 'Fill/', {
          set: {
            Color: (value) => {
              guardSheet(sheet, LOCATION, 'allowFormatCells');
              setFill(sheet, range, 'Fill/Color', soundLook('Color', value, 'RangeFill.color'));
            },
            Pattern: (value) => {
              guardSheet(sheet, LOCATION, 'allowFormatCells');
              setFill(sheet, range, 'Fill/Pattern', value);
            },
          },
          call: {
            Clear: () => {
              guardSheet(sheet, LOCATION, 'allowFormatCells');
              setFill(sheet, range, 'Fill/Pattern', 'None');
            },
          },
        }),
      Borders: () =>
        collection(
          'RangeBorderCollection',
          () => SIDES.map((side) => borderObject(sheet, range, side)),
          (item, key) => item.identity?.()['Id'] === key,
          () => hostErrors.argument('RangeBorderCollection.getItem'),
        ),
    },
  });
};
