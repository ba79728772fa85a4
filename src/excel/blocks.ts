import type { CellPosition, CellRange } from '../core/cell-address';

/** Bytes that one request or answer may take: Excel on the web refuses more than 5 MB. */
export const MAX_BYTES = 4 * 1024 * 1024;

/** Cells of equal content as the fewest rectangles: runs in a row, joined with equal runs below them. */
export const rectanglesOf = <Cell extends CellPosition>(
  cells: readonly Cell[],
  keyOf: (cell: Cell) => string | undefined,
): readonly { readonly key: string; readonly range: CellRange }[] => {
  const rows = new Map<number, { readonly column: number; readonly key: string }[]>();
  for (const cell of cells) {
    const key = keyOf(cell);
    if (key === undefined) continue;
    const row = rows.get(cell.row) ?? [];
    row.push({ column: cell.column, key });
    rows.set(cell.row, row);
  }
  const done: { readonly key: string; readonly range: CellRange }[] = [];
  let open = new Map<string, { readonly key: string; readonly range: CellRange }>();
  for (const [row, entries] of [...rows].sort(([a], [b]) => a - b)) {
    const next: typeof open = new Map();
    for (const { key, left, right } of runsOf(entries)) {
      const id = `${left}:${right}:${key}`;
      const above = open.get(id);
      const joins = above?.range.bottom === row - 1;
      next.set(id, { key, range: { top: joins ? above.range.top : row, left, bottom: row, right } });
      if (joins) open.delete(id);
    }
    done.push(...open.values());
    open = next;
  }
  return [...done, ...open.values()];
};

const runsOf = (
  entries: readonly { readonly column: number; readonly key: string }[],
): readonly { readonly key: string; readonly left: number; readonly right: number }[] => {
  const runs: { key: string; left: number; right: number }[] = [];
  for (const { column, key } of [...entries].sort((a, b) => a.column - b.column)) {
    const last = runs.at(-1);
    if (last?.key === key && last.right === column - 1) last.right = column;
    else runs.push({ key, left: column, right: column });
  }
  return runs;
};

/** Smallest range that holds all cells; undefined for none. */
export const boundsOf = (cells: readonly CellPosition[]): CellRange | undefined =>
  cells.reduce<CellRange | undefined>(
    (range, { row, column }) => ({
      top: Math.min(range?.top ?? row, row),
      left: Math.min(range?.left ?? column, column),
      bottom: Math.max(range?.bottom ?? row, row),
      right: Math.max(range?.right ?? column, column),
    }),
    undefined,
  );

/** A cell as a range. */
export const areaOf = ({ row, column }: CellPosition): CellRange => ({
  top: row,
  left: column,
  bottom: row,
  right: column,
});

/** A range of a sheet by its corners. */
export const rangeAt = (sheet: Excel.Worksheet, { top, left, bottom, right }: CellRange): Excel.Range =>
  sheet.getRangeByIndexes(top, left, bottom - top + 1, right - left + 1);

/** Properties that tell where a range lies. */
export const PLACE = ['rowIndex', 'columnIndex', 'rowCount', 'columnCount'];

/** Where a loaded range lies. */
export const placeOf = ({ rowIndex, columnIndex, rowCount, columnCount }: Excel.Range): CellRange => ({
  top: rowIndex,
  left: columnIndex,
  bottom: rowIndex + rowCount - 1,
  right: columnIndex + columnCount - 1,
});

/** Bands of whole rows of a range, each with at most so many rows. */
export const bandsOf = (range: CellRange, rows: number): readonly CellRange[] =>
  Array.from({ length: Math.ceil((range.bottom - range.top + 1) / rows) }, (_, index) => ({
    ...range,
    top: range.top + index * rows,
    bottom: Math.min(range.bottom, range.top + (index + 1) * rows - 1),
  }));

/** Excel gives at most 512 merged areas at once. */
const ROWS_PER_MERGES = 250;

/** Asks for the merged areas that begin in a range; they are there after the next answer. */
export const loadMerges = (sheet: Excel.Worksheet, range: CellRange): readonly Excel.RangeAreas[] =>
  bandsOf(range, ROWS_PER_MERGES).map((band) => {
    const areas = rangeAt(sheet, band).getMergedAreasOrNullObject();
    areas.load(PLACE.map((property) => `areas/items/${property}`));
    return areas;
  });

/** The merged areas that were asked for. */
export const mergesOf = (loaded: readonly Excel.RangeAreas[]): readonly CellRange[] =>
  loaded.flatMap((areas) => (areas.isNullObject ? [] : areas.areas.items.map(placeOf)));

/** Whether a filter, of a sheet or of one of its tables, hides rows; both must be loaded. */
export const isFiltered = ({ autoFilter, tables }: Excel.Worksheet): boolean =>
  autoFilter.isDataFiltered || tables.items.some((table) => table.autoFilter.isDataFiltered);
