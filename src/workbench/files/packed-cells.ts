import type { CellValue, SheetSnapshot, SnapshotCell } from '../../core/snapshot';
import { isCellError } from '../../core/snapshot';
import type { CellStyles } from '../../xlsx/read/read-sheet';

/**
 * The cells of a sheet in a few arrays, which go from one thread to another in a moment: of a large sheet they would be
 * half a million objects. Cells stand by row and column.
 */
export type PackedCells = {
  /** Where the cells of each row begin, and behind the last row where they end. */
  readonly starts: Uint32Array;
  readonly columns: Uint16Array;
  readonly kinds: Uint8Array;
  /** Numbers, and of every other kind the place among `texts`. */
  readonly values: Float64Array;
  readonly styles: Uint32Array;
  readonly texts: readonly string[];
  /** Cells with a formula in their order, and what it is. */
  readonly formulaCells: Uint32Array;
  readonly formulas: readonly string[];
};

/** What a packed cell holds; blank ones have looks of their own. */
export const KINDS = { blank: 0, number: 1, text: 2, yes: 3, no: 4, error: 5 } as const;

/** Packs the cells of a sheet, those that are blank and named in the file too. */
export const packCells = (rows: SheetSnapshot['rows'], styles: CellStyles): PackedCells => {
  const height = Math.max(rows.length, styles.length);
  const starts = new Uint32Array(height + 1);
  for (let row = 0; row < height; row++) {
    let count = 0;
    eachCell(rows[row], styles[row], () => count++);
    starts[row + 1] = (starts[row] ?? 0) + count;
  }
  const size = starts[height] ?? 0;
  const columns = new Uint16Array(size);
  const kinds = new Uint8Array(size);
  const values = new Float64Array(size);
  const styleOf = new Uint32Array(size);
  const texts = new Map<string, number>();
  const formulaCells: number[] = [];
  const formulas: string[] = [];
  let next = 0;
  for (let row = 0; row < height; row++) {
    eachCell(rows[row], styles[row], (column, cell, style) => {
      columns[next] = column;
      styleOf[next] = style;
      if (cell !== undefined) {
        const { value, formula } = cell;
        kinds[next] = kindOf(value);
        values[next] = typeof value === 'number' ? value : placeOf(texts, value);
        if (formula !== null) {
          formulaCells.push(next);
          formulas.push(formula);
        }
      }
      next++;
    });
  }
  const found = { formulaCells: Uint32Array.from(formulaCells), formulas };
  return { starts, columns, kinds, values, styles: styleOf, texts: [...texts.keys()], ...found };
};

/** The value of a packed cell. */
export const packedValue = ({ kinds, values, texts }: PackedCells, at: number): CellValue => {
  const value = values[at] ?? 0;
  switch (kinds[at] ?? KINDS.blank) {
    case KINDS.number:
      return value;
    case KINDS.text:
      return texts[value] ?? '';
    case KINDS.yes:
      return true;
    case KINDS.no:
      return false;
    case KINDS.error:
      return { error: texts[value] ?? '' };
    default:
      return null;
  }
};

/** The formula of a packed cell; null where it has none. */
export const packedFormula = ({ formulaCells, formulas }: PackedCells, at: number): string | null => {
  let [low, high] = [0, formulaCells.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((formulaCells[middle] ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  return formulaCells[low] === at ? (formulas[low] ?? '') : null;
};

/**
 * The rows of a snapshot over packed cells: a row is unpacked when somebody looks at it, for most of a large sheet nobody
 * ever does.
 */
export const unpackedRows = (cells: PackedCells, formats: readonly string[]): SheetSnapshot['rows'] => {
  const known: SheetSnapshot['rows'][number][] = [];
  known.length = cells.starts.length - 1;
  const rowAt = (key: string | symbol): SheetSnapshot['rows'][number] => {
    const row = typeof key === 'string' && /^\d+$/.test(key) ? Number(key) : -1;
    if (row < 0 || row >= known.length) return undefined;
    return (known[row] ??= unpackRow(cells, row, formats));
  };
  return new Proxy(known, {
    get: (target, key, receiver): unknown => rowAt(key) ?? Reflect.get(target, key, receiver),
    has: (target, key) => rowAt(key) !== undefined || Reflect.has(target, key),
  });
};

const unpackRow = (
  cells: PackedCells,
  row: number,
  formats: readonly string[],
): (SnapshotCell | undefined)[] | undefined => {
  const { starts, columns, styles, kinds } = cells;
  const unpacked: (SnapshotCell | undefined)[] = [];
  for (let at = starts[row] ?? 0; at < (starts[row + 1] ?? 0); at++) {
    const formula = packedFormula(cells, at);
    if (formula === null && kinds[at] === KINDS.blank) continue;
    const format = formats[styles[at] ?? 0] ?? 'General';
    unpacked[columns[at] ?? 0] = { value: packedValue(cells, at), formula, format };
  }
  return unpacked.length === 0 ? undefined : unpacked;
};

type Row = readonly (SnapshotCell | undefined)[] | undefined;

const eachCell = (
  cells: Row,
  styles: CellStyles[number] | undefined,
  visit: (column: number, cell: SnapshotCell | undefined, style: number) => void,
): void => {
  const width = Math.max(cells?.length ?? 0, styles?.length ?? 0);
  for (let column = 0; column < width; column++) {
    const cell = cells?.[column];
    const style = styles?.[column];
    if (cell !== undefined || style !== undefined) visit(column, cell, style ?? 0);
  }
};

const kindOf = (value: CellValue): number => {
  if (value === null) return KINDS.blank;
  if (typeof value === 'number') return KINDS.number;
  if (typeof value === 'boolean') return value ? KINDS.yes : KINDS.no;
  return isCellError(value) ? KINDS.error : KINDS.text;
};

const placeOf = (texts: Map<string, number>, value: CellValue): number => {
  if (value === null || typeof value === 'boolean') return 0;
  const text = isCellError(value) ? value.error : String(value);
  const known = texts.get(text);
  if (known !== undefined) return known;
  texts.set(text, texts.size);
  return texts.size - 1;
};
