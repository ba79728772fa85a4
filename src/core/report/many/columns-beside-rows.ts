import type { PlannedCell } from '../../change-plan';
import { filledColumns } from '../../read/sheet-text';
import type { SheetSnapshot } from '../../snapshot';
import type { BesideColumn, ColumnsBeside } from '../beside/place-columns';
import { live, plain } from '../sheet-parts';
import type { AgencySheet } from './agency-sheet';

/** Results that stand beside the rows of a list, as far as the sheet of agencies has them. */
const SHOWN = ['total', 'grade', 'rank', 'urgent', 'improve', 'maintain', 'weakest'] as const;

/** First column right of everything on some rows. */
const leftOf = (sheet: SheetSnapshot, rows: readonly number[]): number =>
  rows.reduce((edge, row) => Math.max(edge, (filledColumns(sheet, row).at(-1) ?? -1) + 1), 0);

/**
 * Columns beside the rows of a list, live over the sheet of agencies; `sheet` is the list's without what we wrote there.
 * They find their agency by the row on which they stand, so that either sheet can be sorted.
 */
export const columnsBesideRows = (agencies: AgencySheet, sheet: SheetSnapshot): ColumnsBeside => {
  const { rows, block } = agencies.year;
  const lines = rows.map((row) => block.place.rows[row.at] ?? 0);
  const head = lines.reduce((least, line) => Math.min(least, line), sheet.rows.length) - 1;
  const left = leftOf(sheet, [head, ...lines]);
  const numbers = agencies.cellsOf('line') ?? '';
  const shown = SHOWN.flatMap((key) => {
    const [column, cells] = [agencies.column(key), agencies.cellsOf(key)];
    return column === undefined || cells === null ? [] : [{ column, cells }];
  });
  return {
    left,
    columns: shown.map(({ column: { header, style, value }, cells }, index): BesideColumn => {
      const formula = `IFERROR(INDEX(${cells},MATCH(ROW(),${numbers},0)),"")`;
      return [
        plain(head, left + index, header, 'header'),
        ...rows.map((row, at): PlannedCell => live(lines[at] ?? 0, left + index, formula, value(row), style)),
      ];
    }),
  };
};
