import { parseRange, type CellRange } from '../../core/cell-address';

/** Whether all of a range lies within another; nothing lies within null. */
export const isWithin = (inner: CellRange, outer: CellRange | null): boolean =>
  outer !== null &&
  inner.top >= outer.top &&
  inner.left >= outer.left &&
  inner.bottom <= outer.bottom &&
  inner.right <= outer.right;

/** Whether a list of ranges, as a file writes it (`A1:B2 D4`), lies within another range. */
export const isListWithin = (list: string, outer: CellRange | null): boolean =>
  list
    .trim()
    .split(/\s+/)
    .map(parseRange)
    .every((range) => range !== undefined && isWithin(range, outer));
