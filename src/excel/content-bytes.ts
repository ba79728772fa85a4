import type { CellRange } from '../core/cell-address';
import type { SheetPlan } from '../core/change-plan';
import { isCellError, type CellValue, type Snapshot } from '../core/snapshot';
import { MAX_BYTES } from './blocks';
import type { Contents } from './sheet-state';

/** About how many bytes the contents of a range take in an answer, which tells each cell as a value and as a formula. */
export type BytesOf = (range: CellRange) => number;

/** A blank cell in both, with its quotes and commas. */
const BYTES_OF_BLANK = 6;
/** Quotes, commas and the sign before a formula. */
const BYTES_AROUND = 6;

/** Bytes of a text as it is sent; a Thai letter takes three. */
const bytesOfText = (text: string): number => {
  let bytes = text.length;
  for (let index = 0; index < text.length; index += 1) if (text.charCodeAt(index) > 0x7f) bytes += 2;
  return bytes;
};

const bytesOfCell = (value: CellValue, formula: string | null): number => {
  const shown = bytesOfText(isCellError(value) ? value.error : String(value ?? ''));
  return BYTES_AROUND + shown + (formula === null ? shown : bytesOfText(formula));
};

/** By what each row takes. */
export const byRows =
  (bytesOfRow: (row: number) => number): BytesOf =>
  ({ top, left, bottom, right }) => {
    let bytes = (bottom - top + 1) * (right - left + 1) * BYTES_OF_BLANK;
    for (let row = top; row <= bottom; row += 1) bytes += bytesOfRow(row);
    return bytes;
  };

/** By what a snapshot has of a sheet. */
export const bytesInSnapshot = ({ sheets }: Snapshot, name: string): BytesOf => {
  const rows = sheets.find((sheet) => sheet.name.toLowerCase() === name.toLowerCase())?.rows ?? [];
  const known = new Map<number, number>();
  return byRows((row) => {
    const before = known.get(row);
    if (before !== undefined) return before;
    const bytes = (rows[row] ?? []).reduce(
      (sum, cell) => sum + (cell === undefined ? 0 : bytesOfCell(cell.value, cell.formula)),
      0,
    );
    known.set(row, bytes);
    return bytes;
  });
};

/** By what a plan writes on a sheet. */
export const bytesInPlan = ({ cells }: SheetPlan): BytesOf => {
  const rows = new Map<number, number>();
  for (const { row, value, formula = null } of cells)
    rows.set(row, (rows.get(row) ?? 0) + bytesOfCell(value, formula));
  return byRows((row) => rows.get(row) ?? 0);
};

/** By what was read before, which tells a formula without its value. */
export const bytesInState = ({ area, inputs }: Contents): BytesOf =>
  byRows((row) =>
    (inputs[row - area.top] ?? []).reduce<number>((sum, input) => sum + bytesOfCell(input, null), 0),
  );

/** Both one over the other. */
export const bytesInBoth =
  (one: BytesOf, other: BytesOf): BytesOf =>
  (range) =>
    one(range) + other(range);

/** Bands of whole rows of a range, each of which leaves room in a message, unless a single row does not. */
export const bandsThatFit = (range: CellRange, bytesOf: BytesOf): readonly CellRange[] => {
  const { top, bottom } = range;
  if (top >= bottom || bytesOf(range) <= MAX_BYTES / 2) return [range];
  const middle = Math.floor((top + bottom) / 2);
  return [
    ...bandsThatFit({ ...range, bottom: middle }, bytesOf),
    ...bandsThatFit({ ...range, top: middle + 1 }, bytesOf),
  ];
};
