import { a1, rangeA1, rangeContains, rangesOverlap, type CellRange } from '../../src/core/cell-address';
import { cellKey, positionOf, rangeOfAddress, type Book, type BookSheet } from './book';
import { cellFormatLooks, readCellFormat } from './cell-properties';
import { formatObject } from './format-objects';
import { HostError, hostErrors } from './host-error';
import { collection, hostObject, isHostObject, recordObject, type HostObject } from './host-object';
import { conditionalFormats, validationObject } from './rule-objects';

const LAST_ROW = 1_048_575;
const LAST_COLUMN = 16_383;
const MOST_MERGES = 512;

/** What a range object stands for. */
export type RangeState = { readonly book: Book; readonly sheet: BookSheet; readonly range: CellRange };

const states = new WeakMap<HostObject, RangeState>();

/** Range that an argument of a method names: a range object, or an address on the sheet. */
export const rangeArgument = (argument: unknown, location: string): CellRange => {
  const range = isHostObject(argument)
    ? states.get(argument)?.range
    : rangeOfAddress(String(argument).replace(/^.*!/, ''));
  if (range === undefined || range.bottom > LAST_ROW || range.right > LAST_COLUMN)
    throw hostErrors.argument(location);
  return range;
};

const isUnbounded = ({ top, left, bottom, right }: CellRange): boolean =>
  (top === 0 && bottom === LAST_ROW) || (left === 0 && right === LAST_COLUMN);

/** Refuses a change to a protected sheet, as Excel does. */
export const guard = (sheet: BookSheet, location: string): void => {
  if (sheet.isProtected) throw hostErrors.denied(location);
};

/** A range of a sheet. */
export const rangeObject = (state: RangeState): HostObject => {
  const { book, sheet, range } = state;
  const { top, left, bottom, right } = range;
  const height = bottom - top + 1;
  const width = right - left + 1;
  const same = (other: CellRange): HostObject => rangeObject({ book, sheet, range: other });

  const grid = <Value>(read: (row: number, column: number) => Value): Value[][] | null => {
    if (isUnbounded(range)) return null;
    return Array.from({ length: height }, (_, i) =>
      Array.from({ length: width }, (__, j) => read(top + i, left + j)),
    );
  };
  const each = (
    input: unknown,
    location: string,
    write: (row: number, column: number, value: unknown) => void,
  ) => {
    const rows: readonly unknown[] | null = Array.isArray(input) ? input : null;
    if (
      rows !== null &&
      (rows.length !== height || rows.some((row) => !Array.isArray(row) || row.length !== width))
    )
      throw hostErrors.argument(location);
    guard(sheet, location);
    for (let row = top; row <= bottom; row++) {
      for (let column = left; column <= right; column++) {
        const line = rows?.[row - top];
        const value: unknown = rows === null ? input : (line as readonly unknown[])[column - left];
        // Null in an array leaves a cell as it is.
        if (value !== null) write(row, column, value);
      }
    }
  };
  const isCovered = (row: number, column: number): boolean =>
    sheet.merges.some(
      (merge) => rangeContains(merge, { row, column }) && (merge.top !== row || merge.left !== column),
    );
  const typeAll = (location: string) => (input: unknown) => {
    each(input, location, (row, column, value) => {
      if (typeof value === 'object' || value === undefined) throw hostErrors.argument(location);
      if (!isCovered(row, column)) book.type(sheet, row, column, value as string | number | boolean);
    });
  };
  const valueAt = (row: number, column: number): string | number | boolean => {
    const value = book.valueAt(sheet, row, column);
    return value === null ? '' : typeof value === 'object' ? value.error : value;
  };

  const object = hostObject({
    type: 'Range',
    get: {
      Address: () => `${sheet.name}!${rangeA1(range)}`,
      RowIndex: () => top,
      ColumnIndex: () => left,
      RowCount: () => height,
      ColumnCount: () => width,
      CellCount: () => height * width,
      Values: () => grid(valueAt),
      Formulas: () =>
        grid((row, column) => sheet.cells.get(cellKey(row, column))?.formula ?? valueAt(row, column)),
      ValueTypes: () =>
        grid((row, column) => {
          const value = book.valueAt(sheet, row, column);
          if (value === null) return 'Empty';
          if (typeof value === 'object') return 'Error';
          return { number: 'Double', boolean: 'Boolean', string: 'String' }[
            typeof value as 'number' | 'boolean' | 'string'
          ];
        }),
      NumberFormat: () => grid((row, column) => sheet.cells.get(cellKey(row, column))?.format ?? 'General'),
      RowHidden: () => {
        const hidden = Array.from({ length: height }, (_, i) => sheet.hiddenRows.has(top + i));
        return hidden.every(Boolean) ? true : hidden.some(Boolean) ? null : false;
      },
      Hyperlink: () => sheet.links.get(cellKey(top, left)) ?? null,
    },
    set: {
      Values: typeAll('Range.values'),
      Formulas: typeAll('Range.formulas'),
      NumberFormat: (input) => {
        each(input, 'Range.numberFormat', (row, column, value) => {
          book.setFormat(sheet, row, column, String(value));
        });
      },
      Hyperlink: (link) => {
        guard(sheet, 'Range.hyperlink');
        const key = cellKey(top, left);
        sheet.links.set(key, link);
        const { documentReference, textToDisplay } = link as Readonly<Record<string, string | undefined>>;
        const text = textToDisplay ?? documentReference ?? '';
        if (textToDisplay !== undefined || valueAt(top, left) === '') book.type(sheet, top, left, `'${text}`);
        // Excel puts the look of links on the cell.
        sheet.looks.set(key, {
          ...sheet.looks.get(key),
          'Font/Color': '#0563C1',
          'Font/Underline': 'Single',
        });
      },
    },
    navigate: {
      Worksheet: () => null,
      Format: () => formatObject(sheet, range),
      ConditionalFormats: () => conditionalFormats(book, sheet, range, same),
      DataValidation: () => validationObject(sheet, range),
    },
    call: {
      GetCell: (row, column) => {
        const place = { row: top + Number(row), column: left + Number(column) };
        return same({ top: place.row, left: place.column, bottom: place.row, right: place.column });
      },
      GetRow: (row) => same({ ...range, top: top + Number(row), bottom: top + Number(row) }),
      GetBoundingRect: (other) => {
        const area = rangeArgument(other, 'Range.getBoundingRect');
        return same({
          top: Math.min(top, area.top),
          left: Math.min(left, area.left),
          bottom: Math.max(bottom, area.bottom),
          right: Math.max(right, area.right),
        });
      },
      GetEntireRow: () => same({ ...range, left: 0, right: LAST_COLUMN }),
      GetEntireColumn: () => same({ ...range, top: 0, bottom: LAST_ROW }),
      _ValidateArraySize: (rows, columns) => {
        if (rows !== height || columns !== width) throw hostErrors.argument('Range.values');
      },
      GetRowProperties: () =>
        Array.from({ length: height }, (_, i) => ({
          rowHidden: sheet.hiddenRows.has(top + i),
          format: { rowHeight: sheet.rowHeights.get(top + i) ?? 15 },
        })),
      GetColumnProperties: () =>
        Array.from({ length: width }, (_, j) => ({
          format: { columnWidth: sheet.columnWidths.get(left + j) ?? 48 },
        })),
      SetRowProperties: (lines) => {
        guard(sheet, 'Range.setRowProperties');
        (lines as readonly { format?: { rowHeight?: number } }[]).forEach(({ format }, i) => {
          if (format?.rowHeight !== undefined) sheet.rowHeights.set(top + i, format.rowHeight);
        });
      },
      SetColumnProperties: (lines) => {
        guard(sheet, 'Range.setColumnProperties');
        (lines as readonly { format?: { columnWidth?: number } }[]).forEach(({ format }, j) => {
          if (format?.columnWidth !== undefined) sheet.columnWidths.set(left + j, format.columnWidth);
        });
      },
      GetCellProperties: (options) => {
        const { format, hyperlink } = options as {
          readonly format?: Readonly<Record<string, unknown>>;
          readonly hyperlink?: boolean;
        };
        return grid((row, column) => {
          const key = cellKey(row, column);
          return {
            ...(format === undefined ? {} : { format: readCellFormat(sheet.looks.get(key) ?? {}, format) }),
            ...(hyperlink === true ? { hyperlink: sheet.links.get(key) ?? null } : {}),
          };
        });
      },
      SetCellProperties: (lines) => {
        each(lines, 'Range.setCellProperties', (row, column, cell) => {
          const { format } = cell as { readonly format?: Readonly<Record<string, unknown>> };
          if (format === undefined) return;
          const key = cellKey(row, column);
          sheet.looks.set(key, { ...sheet.looks.get(key), ...cellFormatLooks(format) });
        });
      },
      GetMergedAreasOrNullObject: () => {
        // Only areas whose first cell lies in the range are found (office-js issue 3611).
        const found = sheet.merges.filter((merge) =>
          rangeContains(range, { row: merge.top, column: merge.left }),
        );
        if (found.length > MOST_MERGES) throw new HostError('GeneralException', 'Too many merged areas.');
        return found.length === 0 ? null : areasObject(found.map(same));
      },
      Merge: () => {
        guard(sheet, 'Range.merge');
        if (sheet.tables.some((table) => rangesOverlap(table.range, range)))
          throw hostErrors.operation('Range.merge');
        sheet.merges = [...sheet.merges.filter((merge) => !rangesOverlap(merge, range)), range];
        for (let row = top; row <= bottom; row++)
          for (let column = left; column <= right; column++)
            if (row !== top || column !== left) book.type(sheet, row, column, '');
      },
      Unmerge: () => {
        guard(sheet, 'Range.unmerge');
        sheet.merges = sheet.merges.filter((merge) => !rangesOverlap(merge, range));
      },
      Clear: (what = 'All') => {
        guard(sheet, 'Range.clear');
        const inside = (key: string): boolean => {
          const [row, column] = positionOf(key);
          return rangeContains(range, { row, column });
        };
        const isAll = what === 'All';
        for (const key of [...sheet.cells.keys()].filter(inside)) {
          const [row, column] = positionOf(key);
          if (isAll || what === 'Contents') book.type(sheet, row, column, '');
          if (isAll || what === 'Formats') book.setFormat(sheet, row, column, 'General');
        }
        if (isAll || what === 'Formats')
          for (const key of [...sheet.looks.keys()].filter(inside)) sheet.looks.delete(key);
        if (isAll || what === 'Hyperlinks')
          for (const key of [...sheet.links.keys()].filter(inside)) sheet.links.delete(key);
      },
      Select: () => {
        book.active = sheet.id;
        book.selection = `${sheet.name}!${rangeA1(range)}`;
      },
    },
  });
  states.set(object, state);
  return object;
};

/** Several ranges at once, as merged areas come back. */
const areasObject = (ranges: readonly HostObject[]): HostObject =>
  recordObject(
    'RangeAreas',
    {},
    {
      get: { AreaCount: () => ranges.length },
      navigate: {
        Areas: () =>
          collection(
            'RangeCollection',
            () => ranges,
            () => false,
            () => hostErrors.notFound(),
          ),
      },
    },
  );

/** Name of the first cell of a range, for messages. */
export const firstCell = ({ top, left }: CellRange): string => a1({ row: top, column: left });
