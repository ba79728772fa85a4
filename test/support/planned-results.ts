import { withoutFills, type ChangePlan } from '../../src/core/change-plan';
import type { CellValue } from '../../src/core/snapshot';
import type { Host } from '../excel-host/host';

/** What the formulas of a plan come to, for a host whose engine would take too long over them. */
export const plannedResults = ({ sheets }: ChangePlan): NonNullable<Host['book']['knownResults']> => {
  const results = new Map(
    sheets.map(withoutFills).map(({ name, cells }) => {
      const rows: CellValue[][] = [];
      for (const { row, column, value } of cells) (rows[row] ??= [])[column] = value;
      return [name, rows];
    }),
  );
  return (sheet, row, column) => results.get(sheet)?.[row]?.[column] ?? '';
};
