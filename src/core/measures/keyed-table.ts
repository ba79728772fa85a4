import type { CellRange, CellRef } from '../cell-address';
import { placeOfName } from '../our-names';
import { filledColumns, textAt } from '../read/sheet-text';
import type { SheetSnapshot, Snapshot } from '../snapshot';
import { compact } from '../read/vocabulary';

/**
 * A column of a table of ours: by which headings it is found again, today's first, and whether it is printed; columns
 * right of the printed page tell the table from the sheet that is printed of it.
 */
export type KeyedColumn = {
  readonly role: string;
  readonly headings: readonly string[];
  readonly isPrinted?: boolean;
};

/** A table of ours: the name of its sheet's cells, that of the native table, and its columns; `key` is the role of the key. */
export type KeyedTable = {
  readonly anchor: string;
  readonly table: string;
  readonly columns: readonly KeyedColumn[];
};

/** The role of the column that tells rows apart. */
export const KEY = 'key';

/** A row of a table as it stands: its key, or null for one of the officer's own, and its texts by role. */
export type KeyedRow = {
  readonly key: string | null;
  readonly row: number;
  readonly texts: ReadonlyMap<string, string>;
};

/** A table of ours in a workbook, wherever it was moved to. */
export type FoundTable = {
  readonly sheet: SheetSnapshot;
  /** With the header row. */
  readonly range: CellRange;
  /** False where the cells are there but no native table is around them any more. */
  readonly isNative: boolean;
  readonly headings: readonly string[];
  /** Columns of the sheet by role; a role whose column was taken away is absent. */
  readonly columns: ReadonlyMap<string, number>;
  readonly rows: readonly KeyedRow[];
};

/** Where the columns of a table stand, and on which sheet. */
export type TablePlace = { readonly sheet: string; readonly columns: ReadonlyMap<string, number> };

/** Cell of a row in the column of a role; null where the table has no such column. */
export const cellOfRole = ({ sheet, columns }: TablePlace, row: number, role: string): CellRef | null => {
  const column = columns.get(role);
  return column === undefined ? null : { sheet, row, column };
};

type Headings = readonly (readonly [column: number, text: string])[];

const columnUnder = (headings: Headings, { headings: known }: KeyedColumn): number | undefined =>
  headings.find(([, text]) => known.some((heading) => compact(heading) === compact(text)))?.[0];

const rolesIn = (headings: Headings, columns: readonly KeyedColumn[]): ReadonlyMap<string, number> =>
  new Map(
    columns.flatMap((known): readonly (readonly [string, number])[] => {
      const column = columnUnder(headings, known);
      return column === undefined ? [] : [[known.role, column]];
    }),
  );

/**
 * Header row of the table on a sheet that has lost its native table: the key's heading, more than half of all of them, and
 * one right of the printed page where the table has such.
 */
const headerOf = (sheet: SheetSnapshot, { columns }: KeyedTable): CellRange | undefined => {
  const side = columns.filter(({ role, isPrinted }) => isPrinted === false && role !== KEY);
  const keyColumn = columns.find(({ role }) => role === KEY);
  if (keyColumn === undefined) return undefined;
  for (let row = 0; row < sheet.rows.length; row += 1) {
    const filled = filledColumns(sheet, row);
    const headings = filled.map((column) => [column, textAt(sheet, { row, column })] as const);
    // A sheet of thousands of rows is looked through for every table, and hardly any of them names a key.
    const key = columnUnder(headings, keyColumn);
    if (key === undefined) continue;
    const roles = rolesIn(headings, columns);
    if (roles.size <= columns.length / 2) continue;
    if (side.length > 0 && !side.some(({ role }) => roles.has(role))) continue;
    const inTable = filled.filter((column) => isConnected(filled, column, key));
    const [left = key] = inTable;
    const right = inTable.at(-1) ?? key;
    let bottom = row;
    while (filledColumns(sheet, bottom + 1, left, right).length > 0) bottom += 1;
    return { top: row, left, bottom, right };
  }
  return undefined;
};

/** Whether every column between two is filled. */
const isConnected = (filled: readonly number[], from: number, to: number): boolean =>
  filled.filter((column) => column >= Math.min(from, to) && column <= Math.max(from, to)).length ===
  Math.abs(from - to) + 1;

const rowsIn = (
  sheet: SheetSnapshot,
  range: CellRange,
  columns: ReadonlyMap<string, number>,
): readonly KeyedRow[] => {
  const seen = new Set<string>();
  const rows: KeyedRow[] = [];
  for (let row = range.top + 1; row <= range.bottom; row += 1) {
    if (filledColumns(sheet, row, range.left, range.right).length === 0) continue;
    const texts = new Map([...columns].map(([role, column]) => [role, textAt(sheet, { row, column })]));
    const key = (texts.get(KEY) ?? '').trim();
    // Of two rows with one key the first keeps it: the other one was copied.
    rows.push({ key: key === '' || seen.has(key) ? null : key, row, texts });
    seen.add(key);
  }
  return rows;
};

const tableAt = (
  sheet: SheetSnapshot,
  range: CellRange,
  headings: readonly string[],
  isNative: boolean,
  { columns: known }: KeyedTable,
): FoundTable => {
  const columns = rolesIn(
    headings.map((text, index) => [range.left + index, text] as const),
    known,
  );
  return { sheet, range, isNative, headings, columns, rows: rowsIn(sheet, range, columns) };
};

/** Finds a table of ours and reads its rows: the native table of its name, else the cells under its headings, on the sheet of its name or any other. */
export const findKeyedTable = (snapshot: Snapshot, table: KeyedTable): FoundTable | undefined => {
  for (const sheet of snapshot.sheets) {
    const native = sheet.tables.find(({ name }) => name === table.table);
    if (native !== undefined) return tableAt(sheet, native.range, native.columns, true, table);
  }
  const place = placeOfName(snapshot, table.anchor);
  // A copy that came back may have lost its names too; the headings with that of the keys are on no other sheet.
  const named = snapshot.sheets.filter(({ name }) => name === place?.sheet);
  for (const sheet of [...named, ...snapshot.sheets]) {
    const range = headerOf(sheet, table);
    if (range === undefined) continue;
    const headings = Array.from({ length: range.right - range.left + 1 }, (_, index) =>
      textAt(sheet, { row: range.top, column: range.left + index }),
    );
    return tableAt(sheet, range, headings, false, table);
  }
  return undefined;
};
