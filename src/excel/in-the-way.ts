import { cellName, rangeContains, rangesOverlap, type CellRange } from '../core/cell-address';
import type { SheetPlan } from '../core/change-plan';
import { ExcelRefusal } from './run-excel';

/** What of an officer's stands on a sheet and may lie where a plan wants to write. */
type InTheWay = {
  readonly merges: readonly CellRange[];
  readonly tables: readonly { readonly range: CellRange; readonly hasHeader: boolean }[];
  readonly pivots: readonly CellRange[];
};

/** Refuses a cell that belongs to a merged area, a table or a pivot table of the officer's, as the file port does. */
export const refuseTaken = ({ name, cells, tables, owned }: SheetPlan, inTheWay: InTheWay): void => {
  for (const { row, column } of cells) {
    const cell = cellName({ sheet: name, row, column });
    const merge = inTheWay.merges.find((range) => rangeContains(range, { row, column }));
    const isHead = merge?.top === row && merge.left === column;
    if (merge !== undefined && (!isHead || owned !== null))
      throw new ExcelRefusal({ code: 'mergedCell', cell });
    const table = inTheWay.tables.find(({ range }) => rangeContains(range, { row, column }));
    if (table?.hasHeader === true && table.range.top === row)
      throw new ExcelRefusal({ code: 'tableHeader', cell });
    if (table !== undefined && owned !== null && rangeContains(owned, { row, column }))
      throw new ExcelRefusal({ code: 'tableOverlap', cell });
    if (inTheWay.pivots.some((range) => rangeContains(range, { row, column })))
      throw new ExcelRefusal({ code: 'pivotTable', cell });
  }
  for (const planned of tables) {
    const other = inTheWay.tables.find(({ range }) => rangesOverlap(range, planned.range));
    if (other === undefined) continue;
    const { top, left } = other.range;
    throw new ExcelRefusal({ code: 'tableOverlap', cell: cellName({ sheet: name, row: top, column: left }) });
  }
};
