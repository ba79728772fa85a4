import { rangeContains } from '../../../src/core/cell-address';
import { addressOf, heightOf, isUnbounded, sizeOf, widthOf } from '../book/area';
import { fixHeaders } from '../book/tables';
import { lookAt, setLook } from '../book/looks';
import { cellKey } from '../book/model';
import { displayText } from '../book/number-text';
import { HostError, hostErrors } from '../host-error';
import type { HostObject } from '../host-object';
import { guardContents, guardFiltered, guardPivots, guardSheet } from './guards';
import type { RangeState } from './range-state';

/** More cells than this Excel does not read at once. */
const MOST_CELLS = 5_000_000;

type Part = Required<Pick<HostObject, 'get' | 'set' | 'call'>>;

/** What the cells of a range hold, and how it is read and written. */
export const rangeContents = ({ book, sheet, range }: RangeState): Part => {
  const { top, left, bottom, right } = range;

  const grid = <Value>(read: (row: number, column: number) => Value): Value[][] | null => {
    if (isUnbounded(range)) return null;
    if (sizeOf(range) > MOST_CELLS)
      throw new HostError('ResponsePayloadSizeLimitExceeded', 'The range has more than 5 million cells.');
    return Array.from({ length: heightOf(range) }, (_, i) =>
      Array.from({ length: widthOf(range) }, (__, j) => read(top + i, left + j)),
    );
  };
  /** Each cell with what is meant for it; null in an array leaves a cell as it is. */
  const spread = (
    input: unknown,
    location: string,
    write: (row: number, column: number, value: unknown) => void,
  ): void => {
    if (isUnbounded(range)) throw hostErrors.argument(location);
    const rows: readonly unknown[] | null = Array.isArray(input) ? input : null;
    const isShaped =
      rows === null ||
      (rows.length === heightOf(range) &&
        rows.every((row) => Array.isArray(row) && row.length === widthOf(range)));
    if (!isShaped) throw hostErrors.shape(location);
    for (let row = top; row <= bottom; row++) {
      for (let column = left; column <= right; column++) {
        const line = rows?.[row - top] as readonly unknown[] | undefined;
        const value = line === undefined ? input : line[column - left];
        if (value !== null) write(row, column, value);
      }
    }
  };
  const valueAt = (row: number, column: number): string | number | boolean => {
    const value = book.valueAt(sheet, row, column);
    return value === null ? '' : typeof value === 'object' ? value.error : value;
  };
  const isCovered = (row: number, column: number): boolean =>
    sheet.merges.some(
      (merge) => rangeContains(merge, { row, column }) && (merge.top !== row || merge.left !== column),
    );
  const typeAll = (location: string) => (input: unknown) => {
    guardContents(sheet, range, location);
    guardFiltered(book, sheet, range, location);
    guardPivots(sheet, range, location);
    // Excel looks at the whole array before it changes a cell.
    spread(input, location, (_, __, value) => {
      if (!['string', 'number', 'boolean'].includes(typeof value)) throw hostErrors.argument(location);
    });
    spread(input, location, (row, column, value) => {
      if (!isCovered(row, column))
        book.type(sheet, row, column, value as string | number | boolean, location);
    });
    for (const table of sheet.tables) fixHeaders(book, sheet, table);
    book.tell({ kind: 'changed', sheet: sheet.id, address: addressOf(range), changeType: 'RangeEdited' });
  };
  const formulas = (): unknown =>
    grid((row, column) => sheet.cells.get(cellKey(row, column))?.formula ?? valueAt(row, column));
  const typeOf = (row: number, column: number): string => {
    const value = book.valueAt(sheet, row, column);
    if (value === null) return 'Empty';
    if (typeof value === 'object') return 'Error';
    return { string: 'String', number: 'Double', boolean: 'Boolean' }[
      typeof value as 'string' | 'number' | 'boolean'
    ];
  };
  const numberFormat = (row: number, column: number): string =>
    String(lookAt(sheet, row, column, 'NumberFormat'));

  return {
    get: {
      Values: () => grid(valueAt),
      Formulas: formulas,
      FormulasLocal: formulas,
      Text: () =>
        grid((row, column) => displayText(book.valueAt(sheet, row, column), numberFormat(row, column))),
      ValueTypes: () => grid(typeOf),
      NumberFormat: () => grid(numberFormat),
    },
    set: {
      Values: typeAll('Range.values'),
      Formulas: typeAll('Range.formulas'),
      FormulasLocal: typeAll('Range.formulasLocal'),
      NumberFormat: (input) => {
        const location = 'Range.numberFormat';
        guardSheet(sheet, location, 'allowFormatCells');
        const one = Array.isArray(input) && input.length === 1 ? (input[0] as unknown) : input;
        const single = Array.isArray(one) && one.length === 1 ? (one[0] as unknown) : one;
        if (typeof single === 'string') setLook(sheet, range, 'NumberFormat', single);
        else
          spread(input, location, (row, column, value) => {
            const cell = { top: row, left: column, bottom: row, right: column };
            setLook(sheet, cell, 'NumberFormat', String(value));
          });
      },
    },
    call: {
      _ValidateArraySize: (rows, columns) => {
        if (rows !== heightOf(range) || columns !== widthOf(range)) throw hostErrors.shape('Range.values');
      },
    },
  };
};
