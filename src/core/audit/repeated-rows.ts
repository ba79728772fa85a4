import type { Finding } from '../assess/assessment';
import type { CellRef } from '../cell-address';
import { filledColumns, textAt } from '../read/sheet-text';
import { compact, headsColumn } from '../read/vocabulary';
import type { SheetSnapshot } from '../snapshot';
import { finding, type TextOf } from './document-texts';
import { likeness } from './similar';

/** Texts that may repeat one another: one of them long, so that it is no usual phrase, and another of the same row. */
const LONG = 60;
const SHORT = 25;
const LIKE = 0.9;
const ALSO_LIKE = 0.85;

type BodyRow = {
  readonly row: number;
  readonly texts: readonly { readonly cell: CellRef; readonly key: string }[];
};

/** Rows of tables with the texts in them as they are compared; headers and lines of prose are none. */
const bodyRows = (sheet: SheetSnapshot, texts: readonly TextOf[]): readonly BodyRow[] => {
  const rows = new Map<number, { cell: CellRef; key: string }[]>();
  for (const { cell, text } of texts) {
    const key = compact(text).replace(/\d/g, '');
    if (key.length >= SHORT) rows.set(cell.row, [...(rows.get(cell.row) ?? []), { cell, key }]);
  }
  return [...rows].flatMap(([row, own]) => {
    const columns = filledColumns(sheet, row);
    const heads = columns.filter((column) => headsColumn(textAt(sheet, { row, column }))).length;
    return columns.length < 3 || heads >= 3 ? [] : [{ row, texts: own }];
  });
};

/** Cells of two rows that are alike: none unless a long text and another one are. */
const alike = (first: BodyRow, second: BodyRow): readonly CellRef[] => {
  const pairs = second.texts.flatMap((text) => {
    const other = first.texts.find(({ cell }) => cell.column === text.cell.column);
    const like = other === undefined ? 0 : likeness(other.key, text.key);
    return other === undefined || like < ALSO_LIKE
      ? []
      : [{ cells: [other.cell, text.cell], isSure: like >= LIKE && text.key.length >= LONG }];
  });
  return pairs.length > 1 && pairs.some(({ isSure }) => isSure) ? pairs.flatMap(({ cells }) => cells) : [];
};

/** Rows that repeat one above them, or nearly: copied and not adapted. */
export const repeatedRows = (sheet: SheetSnapshot, texts: readonly TextOf[]): readonly Finding[] => {
  const rows = bodyRows(sheet, texts);
  return rows.flatMap((row, index) => {
    for (const earlier of rows.slice(0, index)) {
      const cells = alike(earlier, row);
      if (cells.length > 0)
        return [
          finding('rowsRepeated', 'warning', cells, {
            first: String(earlier.row + 1),
            second: String(row.row + 1),
          }),
        ];
    }
    return [];
  });
};
