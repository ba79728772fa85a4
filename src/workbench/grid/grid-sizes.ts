import type { CellLook } from '../../xlsx/looks/cell-looks';
import type { SheetLook } from '../../xlsx/looks/sheet-looks';
import type { PackedCells } from '../files/packed-cells';

/** Pixels of the headers beside and above the cells. */
export const ROW_HEADER_WIDTH = 46;
export const COLUMN_HEADER_HEIGHT = 22;

/** Pixels of a digit in the plain font of a workbook, and of the space beside a text. */
const DIGIT = 7;
const PADDING = 5;
const PIXELS_PER_POINT = 4 / 3;
/** Line of a Thai text against its size, with room for a tone mark over a vowel and a vowel below. */
const LINE = 1.5;

export const pixelsOfWidth = (characters: number): number => Math.round(characters * DIGIT + PADDING);

export const pixelsOfHeight = (points: number): number => Math.round(points * PIXELS_PER_POINT);

/** Height of a row in pixels: what the file says, or what its biggest letters need; undefined for the usual one. */
export const rowHeight = (
  look: SheetLook,
  styles: readonly CellLook[],
  { starts, styles: styleOf }: PackedCells,
  row: number,
): number | undefined => {
  const given = look.rows.get(row)?.height;
  if (given !== undefined) return pixelsOfHeight(given);
  let size = 0;
  for (let at = starts[row] ?? 0; at < (starts[row + 1] ?? 0); at++)
    size = Math.max(size, styles[styleOf[at] ?? 0]?.size ?? 0);
  const needed = Math.round(size * PIXELS_PER_POINT * (size > 13 ? 1.25 : LINE));
  return needed > pixelsOfHeight(look.defaultHeight) ? needed : undefined;
};
