import { parseRange, rangesOverlap, type CellRange } from '../../core/cell-address';

/** Whether all of a range lies within another; nothing lies within null. */
export const isWithin = (inner: CellRange, outer: CellRange | null): boolean =>
  outer !== null &&
  inner.top >= outer.top &&
  inner.left >= outer.left &&
  inner.bottom <= outer.bottom &&
  inner.right <= outer.right;

/** Whether a list of ranges, as a file writes it (`A1:B2 D4`), lies within another range. */
export const isListWithin = (list: string, outer: CellRange | null): boolean =>
  parseList(list)?.every((range) => isWithin(range, outer)) ?? false;

/** Whether a range lies partly within another and partly outside it. */
export const isAcross = (range: CellRange, area: CellRange | null): boolean =>
  area !== null && rangesOverlap(range, area) && !isWithin(range, area);

/** The ranges of a list, or undefined where one cannot be read. */
export const parseList = (list: string): readonly CellRange[] | undefined => {
  const ranges = list.trim().split(/\s+/).map(parseRange);
  return ranges.every((range) => range !== undefined) ? ranges : undefined;
};

/** What is left of a range without the cells of another. */
export const withoutRange = (range: CellRange, cut: CellRange): readonly CellRange[] => {
  if (!rangesOverlap(range, cut)) return [range];
  const top = Math.max(range.top, cut.top);
  const bottom = Math.min(range.bottom, cut.bottom);
  return [
    { ...range, bottom: cut.top - 1 },
    { top, bottom, left: range.left, right: cut.left - 1 },
    { top, bottom, left: cut.right + 1, right: range.right },
    { ...range, top: cut.bottom + 1 },
  ].filter((piece) => piece.top <= piece.bottom && piece.left <= piece.right);
};
