import type { CellRange } from '../../../src/core/cell-address';
import { addressOf, LAST_COLUMN, LAST_ROW } from './area';
import type { Book } from './book';
import { movedSpan, withCellsMoved } from './formula-text';
import { cellKey, positionOf, type BookSheet, type Move } from './model';
import { hostErrors } from '../host-error';

/** A range after rows or columns moved; undefined where it is gone. */
const movedArea = (range: CellRange, move: Move): CellRange | undefined => {
  const { top, left, bottom, right } = range;
  const isWhole = move.axis === 'row' ? bottom - top === LAST_ROW : right - left === LAST_COLUMN;
  if (isWhole) return range;
  const span = move.axis === 'row' ? movedSpan(top, bottom, move) : movedSpan(left, right, move);
  if (span === undefined) return undefined;
  return move.axis === 'row'
    ? { ...range, top: span[0], bottom: span[1] }
    : { ...range, left: span[0], right: span[1] };
};

const moveKeys = <Value>(map: Map<string, Value>, move: Move): void => {
  const entries = [...map];
  map.clear();
  for (const [key, value] of entries) {
    const [row, column] = positionOf(key);
    const place = movedArea({ top: row, left: column, bottom: row, right: column }, move);
    if (place !== undefined) map.set(cellKey(place.top, place.left), value);
  }
};

const moveIndexes = <Value>(map: Map<number, Value>, move: Move): void => {
  const entries = [...map];
  map.clear();
  for (const [index, value] of entries) {
    const span = movedSpan(index, index, move);
    if (span !== undefined) map.set(span[0], value);
  }
};

const moveSet = (set: Set<number>, move: Move): void => {
  const map = new Map([...set].map((index) => [index, true] as const));
  moveIndexes(map, move);
  set.clear();
  for (const index of map.keys()) set.add(index);
};

/** Inserts or deletes whole rows or columns, with all that lies in them and all formulas that look at them. */
export const moveCells = (book: Book, sheet: BookSheet, move: Move): void => {
  const area = (range: CellRange): readonly CellRange[] => {
    const moved = movedArea(range, move);
    return moved === undefined ? [] : [moved];
  };
  if (move.axis === 'column' && sheet.tables.some(({ range }) => area(range)[0]?.right !== range.right))
    throw hostErrors.notEmulated('moving of columns through or before a table');
  moveKeys(sheet.cells, move);
  moveKeys(sheet.looks.cells, move);
  moveKeys(sheet.links, move);
  const isRow = move.axis === 'row';
  moveIndexes(isRow ? sheet.looks.rows : sheet.looks.columns, move);
  moveIndexes(isRow ? sheet.rowHeights : sheet.columnWidths, move);
  moveSet(isRow ? sheet.hiddenRows : sheet.hiddenColumns, move);
  sheet.merges = sheet.merges.flatMap(area);
  sheet.tables = sheet.tables.flatMap((table) => {
    const [range] = area(table.range);
    if (range === undefined) return [];
    table.range = range;
    return [table];
  });
  sheet.formats = sheet.formats.flatMap((format) => {
    format.ranges = format.ranges.flatMap(area);
    return format.ranges.length === 0 ? [] : [format];
  });
  sheet.validations = sheet.validations.flatMap(({ ranges, settings }) => {
    const moved = ranges.flatMap(area);
    return moved.length === 0 ? [] : [{ ranges: moved, settings }];
  });
  if (sheet.filter !== null) {
    const [range] = area(sheet.filter.range);
    sheet.filter = range === undefined ? null : { ...sheet.filter, range };
  }
  sheet.page.printArea = sheet.page.printArea.flatMap(area);
  sheet.moves.push(move);
  book.rewriteFormulas((formula, own) => withCellsMoved(formula, own?.name ?? '', sheet.name, move));
  const [first, last] = [move.at, move.at + Math.abs(move.count) - 1];
  const changed = isRow
    ? { top: first, bottom: last, left: 0, right: LAST_COLUMN }
    : { top: 0, bottom: LAST_ROW, left: first, right: last };
  book.tell({
    kind: 'changed',
    sheet: sheet.id,
    address: addressOf(changed),
    changeType: `${isRow ? 'Row' : 'Column'}${move.count > 0 ? 'Inserted' : 'Deleted'}`,
  });
};
