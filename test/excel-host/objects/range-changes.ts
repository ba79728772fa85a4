import { rangeContains, rangesOverlap, type CellRange } from '../../../src/core/cell-address';
import { addressOf, containsArea, isUnbounded, isWholeColumns, isWholeRows, withoutArea } from '../book/area';
import { clearLooks } from '../book/looks';
import { positionOf } from '../book/model';
import { moveCells } from '../book/move-cells';
import { fixHeaders } from '../book/tables';
import { hostErrors } from '../host-error';
import type { HostObject } from '../host-object';
import { guardContents, guardPivots, guardSheet, guardTables } from './guards';
import type { RangeMaker } from './range';
import type { RangeState } from './range-state';

/** Merging, clearing, inserting, deleting, selecting. */
export const rangeChanges = (
  { book, sheet, range }: RangeState,
  make: RangeMaker,
): NonNullable<HostObject['call']> => {
  const { top, left, bottom, right } = range;
  const isInside = (key: string): boolean => {
    const [row, column] = positionOf(key);
    return rangeContains(range, { row, column });
  };
  const mergeOne = (area: CellRange): void => {
    sheet.merges = [...sheet.merges.filter((merge) => !rangesOverlap(merge, area)), area];
    // The first content found moves into the first cell; the others are lost.
    let first = sheet.cells.get(`${area.top}:${area.left}`);
    for (let row = area.top; row <= area.bottom; row++)
      for (let column = area.left; column <= area.right; column++) {
        if (row === area.top && column === area.left) continue;
        first ??= sheet.cells.get(`${row}:${column}`);
        book.put(sheet, row, column, {});
      }
    if (first !== undefined) book.put(sheet, area.top, area.left, first);
  };
  const move = (location: string, direction: unknown, sign: 1 | -1): void => {
    const axis = direction === 'Down' || direction === 'Up' ? 'row' : 'column';
    if (axis === 'row' ? !isWholeRows(range) : !isWholeColumns(range))
      throw hostErrors.notEmulated(`${location} of anything but whole rows or columns`);
    const verb = sign > 0 ? 'Insert' : 'Delete';
    guardSheet(sheet, location, `allow${verb}${axis === 'row' ? 'Rows' : 'Columns'}`);
    const [at, count] = axis === 'row' ? [top, bottom - top + 1] : [left, right - left + 1];
    moveCells(book, sheet, { axis, at, count: sign * count });
  };

  return {
    Merge: (across) => {
      guardSheet(sheet, 'Range.merge');
      guardTables(sheet, range, 'Range.merge');
      guardPivots(sheet, range, 'Range.merge');
      if (isUnbounded(range)) throw hostErrors.notEmulated('Range.merge of whole rows or columns');
      if (across !== true) mergeOne(range);
      else for (let row = top; row <= bottom; row++) mergeOne({ ...range, top: row, bottom: row });
    },
    Unmerge: () => {
      guardSheet(sheet, 'Range.unmerge');
      sheet.merges = sheet.merges.filter((merge) => !rangesOverlap(merge, range));
    },
    Clear: (applyTo) => {
      const location = 'Range.clear';
      // The client sends null for what is left out.
      const what = typeof applyTo === 'string' ? applyTo : 'All';
      if (!['All', 'Contents', 'Formats', 'Hyperlinks'].includes(what))
        throw hostErrors.notEmulated(`${location} of ${what}`);
      const isAll = what === 'All';
      guardContents(sheet, range, location);
      if (isAll || what === 'Formats') guardSheet(sheet, location, 'allowFormatCells');
      if (isAll || what === 'Contents') {
        guardPivots(sheet, range, location);
        for (const key of [...sheet.cells.keys()].filter(isInside)) book.put(sheet, ...positionOf(key), {});
        for (const table of sheet.tables) fixHeaders(book, sheet, table);
        book.tell({ kind: 'changed', sheet: sheet.id, address: addressOf(range), changeType: 'RangeEdited' });
      }
      if (isAll || what === 'Formats') {
        if (sheet.merges.some((merge) => rangesOverlap(merge, range) && !containsArea(range, merge)))
          throw hostErrors.notEmulated(`${location} of a part of a merged area`);
        clearLooks(sheet, range);
        sheet.merges = sheet.merges.filter((merge) => !rangesOverlap(merge, range));
        sheet.formats = sheet.formats.flatMap((format) => {
          format.ranges = format.ranges.flatMap((area) => withoutArea(area, range));
          return format.ranges.length === 0 ? [] : [format];
        });
      }
      if (isAll)
        sheet.validations = sheet.validations.flatMap(({ ranges, settings }) => {
          const rest = ranges.flatMap((area) => withoutArea(area, range));
          return rest.length === 0 ? [] : [{ ranges: rest, settings }];
        });
      if (isAll || what === 'Hyperlinks')
        for (const key of [...sheet.links.keys()].filter(isInside)) sheet.links.delete(key);
    },
    Insert: (direction) => {
      move('Range.insert', direction, 1);
      return make(range, 'Range.insert');
    },
    Delete: (direction) => {
      move('Range.delete', direction, -1);
    },
    Select: () => {
      if (sheet.visibility !== 'Visible') throw hostErrors.operation('Range.select');
      book.select(sheet, range);
    },
    // Formulas are current whenever they are read.
    Calculate: () => null,
  };
};
