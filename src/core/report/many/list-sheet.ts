import type { CellRange } from '../../cell-address';
import type { SheetFrame } from '../../change-plan';

/** Rows of the heads and of the first agency on a sheet with an agency in each row. */
export const HEADER = 3;
export const FIRST = HEADER + 1;

const ROW_POINTS = 24;

/** Last row of such a sheet; without any agency it has one empty row. */
export const lastRowOf = (agencies: number): number => FIRST + Math.max(1, agencies) - 1;

/** Heights in points: title, hint, gap, heads, and a row for each agency. */
export const listHeights = (agencies: number, headPoints: number): ReadonlyMap<number, number> =>
  new Map([
    [0, 36],
    [1, ROW_POINTS],
    [2, 8],
    [HEADER, headPoints],
    ...Array.from({ length: agencies }, (_, index): [number, number] => [FIRST + index, ROW_POINTS]),
  ]);

/** The heads and the first columns stay in sight, and the heads stand on each printed page. */
export const listFrame = (
  columns: number,
  printArea: CellRange,
  looks: { readonly footer: string; readonly tabColor: string },
): SheetFrame => ({
  freeze: { rows: FIRST, columns },
  page: {
    orientation: 'landscape',
    printArea,
    repeatRows: { first: HEADER, last: HEADER },
    footer: looks.footer,
  },
  tabColor: looks.tabColor,
});
