import type { CellValue, DefinedName, Snapshot } from '../../../src/core/snapshot';
import type { Book } from './book';
import { isFiltered } from './filters';
import { lookAt } from './looks';
import { positionOf } from './model';

const VISIBILITY = { Visible: 'visible', Hidden: 'hidden', VeryHidden: 'veryHidden' } as const;

/** A workbook of the host as the product's own snapshot. */
export const coreSnapshot = (book: Book): Snapshot => ({
  sheets: book.sheets.map((sheet) => {
    const rows: { value: CellValue; formula: string | null; format: string }[][] = [];
    for (const [key, { formula }] of sheet.cells) {
      const [row, column] = positionOf(key);
      (rows[row] ??= [])[column] = {
        value: book.valueAt(sheet, row, column),
        formula: formula?.slice(1) ?? null,
        format: String(lookAt(sheet, row, column, 'NumberFormat')),
      };
    }
    return {
      name: sheet.name,
      visibility: VISIBILITY[sheet.visibility],
      rows,
      merges: sheet.merges,
      hiddenRows: sheet.hiddenRows,
      tables: sheet.tables.map((table) => ({
        name: table.name,
        range: table.range,
        columns: book.headersOf(sheet, table),
      })),
      isProtected: sheet.protection.isOn,
      isFiltered: isFiltered(sheet),
    };
  }),
  names: book.names.map(({ name, formula, scope }): DefinedName => ({
    name,
    refersTo: formula.replace(/^=/, ''),
    scope: scope === null ? null : book.sheet(scope).name,
  })),
});
