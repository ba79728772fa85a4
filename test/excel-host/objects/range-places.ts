import { rangeContains } from '../../../src/core/cell-address';
import {
  addressOf,
  boundingArea,
  commonArea,
  containsArea,
  heightOf,
  isWholeColumns,
  isWholeRows,
  LAST_COLUMN,
  LAST_ROW,
  sheetPrefix,
  sizeOf,
  widthOf,
} from '../book/area';
import { HostError, hostErrors } from '../host-error';
import { collection, hostObject, type HostObject } from '../host-object';
import { rangeArgument, type RangeState } from './range-state';
import type { RangeMaker } from './range';

/** More merged areas than this Excel does not tell at once. */
const MOST_MERGES = 512;

type Part = Required<Pick<HostObject, 'get' | 'call'>>;

/** Where a range lies, and the ranges that are found from it. */
export const rangePlaces = ({ book, sheet, range }: RangeState, make: RangeMaker): Part => {
  const { top, left, bottom, right } = range;
  const cell = (row: number, column: number, location: string): HostObject =>
    make({ top: row, left: column, bottom: row, right: column }, location);
  const used = (valuesOnly: unknown): HostObject | null => {
    const found = book.usedRange(sheet, valuesOnly === true, range);
    return found === null ? null : make(found, 'Range.getUsedRange');
  };
  const intersection = (other: unknown): HostObject | null => {
    const found = commonArea(range, rangeArgument(other, 'Range.getIntersection', sheet));
    return found === undefined ? null : make(found, 'Range.getIntersection');
  };
  const must = (found: HostObject | null, location: string): HostObject => {
    if (found === null) throw hostErrors.notFound(location);
    return found;
  };
  const resized = (rows: number, columns: number, location: string): HostObject => {
    const corner = { row: bottom + rows, column: right + columns };
    return make(
      {
        top: Math.min(top, corner.row),
        left: Math.min(left, corner.column),
        bottom: Math.max(top, corner.row),
        right: Math.max(left, corner.column),
      },
      location,
    );
  };
  const address = (): string => `${sheetPrefix(sheet.name)}${addressOf(range)}`;

  return {
    get: {
      Address: address,
      AddressLocal: address,
      RowIndex: () => top,
      ColumnIndex: () => left,
      RowCount: () => heightOf(range),
      ColumnCount: () => widthOf(range),
      CellCount: () => (sizeOf(range) > 2_147_483_647 ? -1 : sizeOf(range)),
      IsEntireRow: () => isWholeRows(range),
      IsEntireColumn: () => isWholeColumns(range),
    },
    call: {
      GetCell: (row, column) => cell(top + Number(row), left + Number(column), 'Range.getCell'),
      GetRow: (row) => make({ ...range, top: top + Number(row), bottom: top + Number(row) }, 'Range.getRow'),
      GetColumn: (column) =>
        make({ ...range, left: left + Number(column), right: left + Number(column) }, 'Range.getColumn'),
      GetLastCell: () => cell(bottom, right, 'Range.getLastCell'),
      GetLastRow: () => make({ ...range, top: bottom }, 'Range.getLastRow'),
      GetLastColumn: () => make({ ...range, left: right }, 'Range.getLastColumn'),
      GetOffsetRange: (rows, columns) =>
        make(
          {
            top: top + Number(rows),
            left: left + Number(columns),
            bottom: bottom + Number(rows),
            right: right + Number(columns),
          },
          'Range.getOffsetRange',
        ),
      GetResizedRange: (rows, columns) => resized(Number(rows), Number(columns), 'Range.getResizedRange'),
      GetAbsoluteResizedRange: (rows, columns) =>
        make(
          { ...range, bottom: top + Number(rows) - 1, right: left + Number(columns) - 1 },
          'Range.getAbsoluteResizedRange',
        ),
      GetRowsAbove: (count) =>
        make({ ...range, top: top - Number(count ?? 1), bottom: top - 1 }, 'Range.getRowsAbove'),
      GetRowsBelow: (count) =>
        make({ ...range, top: bottom + 1, bottom: bottom + Number(count ?? 1) }, 'Range.getRowsBelow'),
      GetColumnsBefore: (count) =>
        make({ ...range, left: left - Number(count ?? 1), right: left - 1 }, 'Range.getColumnsBefore'),
      GetColumnsAfter: (count) =>
        make({ ...range, left: right + 1, right: right + Number(count ?? 1) }, 'Range.getColumnsAfter'),
      GetBoundingRect: (other) =>
        make(
          boundingArea(range, rangeArgument(other, 'Range.getBoundingRect', sheet)),
          'Range.getBoundingRect',
        ),
      GetIntersection: (other) => must(intersection(other), 'Range.getIntersection'),
      GetIntersectionOrNullObject: intersection,
      GetEntireRow: () => make({ ...range, left: 0, right: LAST_COLUMN }, 'Range.getEntireRow'),
      GetEntireColumn: () => make({ ...range, top: 0, bottom: LAST_ROW }, 'Range.getEntireColumn'),
      GetUsedRange: (valuesOnly) => used(valuesOnly) ?? cell(top, left, 'Range.getUsedRange'),
      GetUsedRangeOrNullObject: used,
      GetMergedAreasOrNullObject: () => {
        // Only areas whose first cell lies in the range are found (office-js issue 3611).
        const found = sheet.merges.filter((merge) =>
          rangeContains(range, { row: merge.top, column: merge.left }),
        );
        if (found.length > MOST_MERGES) throw new HostError('GeneralException', 'Too many merged areas.');
        return found.length === 0
          ? null
          : areasObject(found.map((merge) => make(merge, 'Range.getMergedAreas')));
      },
      GetPivotTables: (fullyContained) =>
        collection(
          'PivotTableScopedCollection',
          () =>
            sheet.pivots
              .filter((pivot) =>
                fullyContained === true
                  ? containsArea(range, pivot.range)
                  : commonArea(range, pivot.range) !== undefined,
              )
              .map((pivot) =>
                hostObject({
                  type: 'PivotTable',
                  identity: () => ({ Id: pivot.id }),
                  get: { Id: () => pivot.id, Name: () => pivot.name },
                }),
              ),
          () => false,
          () => hostErrors.notFound('PivotTableScopedCollection.getItem'),
        ),
    },
  };
};

/** Several ranges at once, as merged areas come back. */
const areasObject = (ranges: readonly HostObject[]): HostObject =>
  hostObject({
    type: 'RangeAreas',
    get: {
      AreaCount: () => ranges.length,
      Address: () => ranges.map((range) => range.get?.['Address']?.()).join(','),
    },
    navigate: {
      Areas: () =>
        collection(
          'RangeCollection',
          () => ranges,
          () => false,
          () => hostErrors.notFound('RangeCollection.getItem'),
        ),
    },
  });
