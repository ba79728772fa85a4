import type { CellRange } from '../../../src/core/cell-address';
import { changeFilters, isInForce } from '../book/filters';
import type { BookSheet, BookTable } from '../book/model';
import { hostErrors } from '../host-error';
import { hostObject, type HostObject } from '../host-object';
import { guardSheet } from './guards';
import { rangeArgument } from './range-state';
import type { SheetView } from './sheet-view';

const criteriaList = (
  { left, right }: CellRange,
  criteria: ReadonlyMap<number, unknown>,
): readonly unknown[] =>
  Array.from({ length: right - left + 1 }, (_, index) => criteria.get(index) ?? { filterOn: null });

/** Filter of a sheet. */
export const sheetFilterObject = (view: SheetView, sheet: BookSheet): HostObject => {
  const { book } = view;
  const change = (location: string, work: () => void): void => {
    guardSheet(sheet, location, 'allowAutoFilter');
    changeFilters(book, sheet, work);
  };
  return hostObject({
    type: 'AutoFilter',
    get: {
      Enabled: () => sheet.filter !== null,
      IsDataFiltered: () => isInForce(sheet.filter),
      Criteria: () => (sheet.filter === null ? [] : criteriaList(sheet.filter.range, sheet.filter.criteria)),
    },
    call: {
      Apply: (argument, column, criteria) => {
        const range = rangeArgument(argument, 'AutoFilter.apply', sheet);
        change('AutoFilter.apply', () => {
          sheet.filter ??= { range, criteria: new Map() };
          sheet.filter.range = range;
          if (column !== null && column !== undefined && criteria !== null && criteria !== undefined)
            sheet.filter.criteria.set(Number(column), criteria);
        });
      },
      ClearCriteria: () => {
        change('AutoFilter.clearCriteria', () => {
          if (sheet.filter !== null) sheet.filter = { range: sheet.filter.range, criteria: new Map() };
        });
      },
      Remove: () => {
        change('AutoFilter.remove', () => {
          sheet.filter = null;
        });
      },
      GetRangeOrNullObject: () => (sheet.filter === null ? null : view.range(sheet, sheet.filter.range)),
      GetRange: () => {
        if (sheet.filter === null) throw hostErrors.notFound('AutoFilter.getRange');
        return view.range(sheet, sheet.filter.range);
      },
    },
  });
};

/** Filter of a table. */
export const tableFilterObject = (view: SheetView, sheet: BookSheet, table: BookTable): HostObject =>
  hostObject({
    type: 'AutoFilter',
    get: {
      Enabled: () => table.showFilterButton,
      IsDataFiltered: () => table.criteria.size > 0,
      Criteria: () => criteriaList(table.range, table.criteria),
    },
    call: {
      GetRangeOrNullObject: () => (table.showFilterButton ? view.range(sheet, table.range) : null),
      ClearCriteria: () => {
        guardSheet(sheet, 'AutoFilter.clearCriteria', 'allowAutoFilter');
        changeFilters(view.book, sheet, () => {
          table.criteria.clear();
        });
      },
    },
  });

/** Filter of one column of a table. */
export const columnFilterObject = (
  view: SheetView,
  sheet: BookSheet,
  table: BookTable,
  index: () => number,
): HostObject => {
  const change = (location: string, work: () => void): void => {
    guardSheet(sheet, location, 'allowAutoFilter');
    changeFilters(view.book, sheet, work);
  };
  return hostObject({
    type: 'Filter',
    get: { Criteria: () => table.criteria.get(index()) ?? null },
    call: {
      Apply: (criteria) => {
        change('Filter.apply', () => table.criteria.set(index(), criteria));
      },
      ApplyValuesFilter: (values) => {
        change('Filter.applyValuesFilter', () => table.criteria.set(index(), { filterOn: 'Values', values }));
      },
      Clear: () => {
        change('Filter.clear', () => table.criteria.delete(index()));
      },
    },
  });
};
