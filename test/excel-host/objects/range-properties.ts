import type { CellRange } from '../../../src/core/cell-address';
import { addressOf, cellArea, cellsOf, heightOf, isUnbounded, sheetPrefix, widthOf } from '../book/area';
import { namedLines, namedLook, setNamedLines, setNamedLook } from '../book/look-names';
import { setLook } from '../book/looks';
import { cellKey, columnWidthOf, rowHeightOf } from '../book/model';
import { hostErrors } from '../host-error';
import type { HostObject } from '../host-object';
import { guardContents, guardSheet } from './guards';
import type { RangeState } from './range-state';

type Part = Required<Pick<HostObject, 'get' | 'set' | 'call'>>;
type Tree = Readonly<Record<string, unknown>>;

/** Leaves of an object, each by its steps; a leaf of options that is not asked for is left out. */
const leavesOf = (
  tree: Tree,
  steps: readonly string[] = [],
): readonly (readonly [readonly string[], unknown])[] =>
  Object.entries(tree).flatMap(([name, value]) =>
    typeof value === 'object' && value !== null && name !== 'hyperlink' && name !== 'borders'
      ? leavesOf(value as Tree, [...steps, name])
      : [[[...steps, name], value] as const],
  );

/** What options ask for, as an object of the same shape. */
const answer = (options: unknown, read: (steps: readonly string[], wanted: unknown) => unknown): Tree => {
  const result: Record<string, unknown> = {};
  for (const [steps, isWanted] of leavesOf(options as Tree)) {
    if (isWanted !== true && steps.at(-1) !== 'borders') continue;
    let target = result;
    for (const step of steps.slice(0, -1)) target = (target[step] ??= {}) as Record<string, unknown>;
    target[steps.at(-1) ?? ''] = read(steps, isWanted);
  }
  return result;
};

const span = (first: number, last: number): readonly number[] =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index);

/** True, false, or null where only some of them are. */
const allOf = (indexes: readonly number[], hidden: ReadonlySet<number>): boolean | null =>
  indexes.every((index) => hidden.has(index))
    ? true
    : indexes.some((index) => hidden.has(index))
      ? null
      : false;

/** Hidden rows and columns, links, and looks of many cells at once. */
export const rangeProperties = ({ book, sheet, range }: RangeState): Part => {
  const { top, left, bottom, right } = range;
  const rows = (): readonly number[] => span(top, bottom);
  const columns = (): readonly number[] => span(left, right);
  const hide =
    (indexes: () => readonly number[], hidden: Set<number>, location: string, option: string) =>
    (value: unknown): void => {
      guardSheet(sheet, location, option);
      for (const index of indexes())
        if (value === true) hidden.add(index);
        else hidden.delete(index);
    };
  const setRowHidden = hide(rows, sheet.hiddenRows, 'Range.rowHidden', 'allowFormatRows');
  const setColumnHidden = hide(columns, sheet.hiddenColumns, 'Range.columnHidden', 'allowFormatColumns');
  const isHidden = (row: number, column: number): boolean =>
    sheet.hiddenRows.has(row) || sheet.hiddenColumns.has(column);
  const linkAt = (row: number, column: number): unknown => sheet.links.get(cellKey(row, column)) ?? null;
  const bounded = (location: string): CellRange => {
    if (isUnbounded(range)) throw hostErrors.notEmulated(`${location} of whole rows or columns`);
    return range;
  };
  const shaped = (data: unknown, lines: number, location: string): readonly unknown[] => {
    if (!Array.isArray(data) || data.length !== lines) throw hostErrors.shape(location);
    return data;
  };
  const unknown = (steps: readonly string[]): never => {
    throw hostErrors.notEmulated(`the property ${steps.join('.')} of rows or columns`);
  };

  return {
    get: {
      RowHidden: () => allOf(rows(), sheet.hiddenRows),
      ColumnHidden: () => allOf(columns(), sheet.hiddenColumns),
      Hidden: () => {
        const found = [allOf(rows(), sheet.hiddenRows), allOf(columns(), sheet.hiddenColumns)];
        return found.includes(true) ? true : found.includes(null) ? null : false;
      },
      Hyperlink: () => linkAt(top, left),
    },
    set: {
      RowHidden: setRowHidden,
      ColumnHidden: setColumnHidden,
      Hyperlink: (link) => {
        const location = 'Range.hyperlink';
        guardContents(sheet, range, location);
        const { documentReference, address, textToDisplay } = link as Readonly<
          Record<string, string | undefined>
        >;
        const text = textToDisplay ?? documentReference ?? address ?? '';
        for (const [row, column] of cellsOf(bounded(location))) {
          sheet.links.set(cellKey(row, column), link as Tree);
          const isBlank = book.valueAt(sheet, row, column) === null;
          if (textToDisplay !== undefined || isBlank) book.put(sheet, row, column, { value: text });
          // Excel puts the look of links on the cell.
          setLook(sheet, cellArea(row, column), 'Font/Color', '#0563C1');
          setLook(sheet, cellArea(row, column), 'Font/Underline', 'Single');
        }
      },
    },
    call: {
      GetCellProperties: (options) => {
        bounded('Range.getCellProperties');
        return rows().map((row) =>
          columns().map((column) =>
            answer(options, (steps, wanted) => {
              const name = steps.join('.');
              if (name === 'format.borders') return namedLines(sheet, row, column, wanted as Tree);
              if (name === 'address') return `${sheetPrefix(sheet.name)}${addressOf(cellArea(row, column))}`;
              if (name === 'hidden') return isHidden(row, column);
              if (name === 'hyperlink') return linkAt(row, column);
              return namedLook(sheet, row, column, steps);
            }),
          ),
        );
      },
      SetCellProperties: (data) => {
        const location = 'Range.setCellProperties';
        guardSheet(sheet, location, 'allowFormatCells');
        bounded(location);
        shaped(data, heightOf(range), location).forEach((line, i) => {
          shaped(line, widthOf(range), location).forEach((cell, j) => {
            for (const [steps, value] of leavesOf(cell as Tree))
              if (steps.join('.') === 'format.borders')
                setNamedLines(sheet, top + i, left + j, value as Readonly<Record<string, Tree>>);
              else setNamedLook(sheet, top + i, left + j, steps, value);
          });
        });
      },
      GetRowProperties: (options) =>
        rows().map((row) =>
          answer(options, (steps) => {
            const name = steps.join('.');
            if (name === 'rowHidden') return sheet.hiddenRows.has(row);
            if (name === 'rowIndex') return row;
            return name === 'format.rowHeight' ? rowHeightOf(sheet, row) : unknown(steps);
          }),
        ),
      SetRowProperties: (data) => {
        guardSheet(sheet, 'Range.setRowProperties', 'allowFormatRows');
        shaped(data, heightOf(range), 'Range.setRowProperties').forEach((line, index) => {
          for (const [steps, value] of leavesOf(line as Tree)) {
            const name = steps.join('.');
            if (name === 'rowHidden') {
              if (value === true) sheet.hiddenRows.add(top + index);
              else sheet.hiddenRows.delete(top + index);
            } else if (name === 'format.rowHeight') sheet.rowHeights.set(top + index, Number(value));
            else unknown(steps);
          }
        });
      },
      GetColumnProperties: (options) =>
        columns().map((column) =>
          answer(options, (steps) => {
            const name = steps.join('.');
            if (name === 'columnHidden') return sheet.hiddenColumns.has(column);
            if (name === 'columnIndex') return column;
            return name === 'format.columnWidth' ? columnWidthOf(sheet, column) : unknown(steps);
          }),
        ),
      SetColumnProperties: (data) => {
        guardSheet(sheet, 'Range.setColumnProperties', 'allowFormatColumns');
        shaped(data, widthOf(range), 'Range.setColumnProperties').forEach((line, index) => {
          for (const [steps, value] of leavesOf(line as Tree)) {
            const name = steps.join('.');
            if (name === 'columnHidden') {
              if (value === true) sheet.hiddenColumns.add(left + index);
              else sheet.hiddenColumns.delete(left + index);
            } else if (name === 'format.columnWidth') sheet.columnWidths.set(left + index, Number(value));
            else unknown(steps);
          }
        });
      },
    },
  };
};
