import { a1, parseRange, type CellPosition, type CellRange } from '../../core/cell-address';
import { readCell, type CellContext } from '../read/read-cell';
import { eachCell, scanRows, type SheetText } from '../read/scan-cells';

/** Formulas that several cells have in common. */
export type FormulaGroups = {
  readonly arrays: readonly CellRange[];
  /** Cells of each shared formula; its first one holds the text, the others only point to it. */
  readonly shared: readonly { readonly master: CellPosition; readonly members: readonly CellPosition[] }[];
};

/** Finds array formulas, data tables and shared formulas; quick where there are none. */
export const findFormulaGroups = (text: SheetText, context: CellContext): FormulaGroups => {
  if (!/\st\s*=\s*["'](?:array|dataTable|shared)["']/.test(text.mask)) return { arrays: [], shared: [] };
  const arrays: CellRange[] = [];
  const masters = new Map<string, CellPosition>();
  const members = new Map<string, CellPosition[]>();
  for (const row of scanRows(text)) {
    eachCell(text, row, (cell) => {
      const { formula } = readCell(text, cell, context);
      if (formula === null || formula.kind === '') return;
      const position = { row: cell.row, column: cell.column };
      const group = formula.group ?? '';
      if (formula.kind !== 'shared') arrays.push(parseRange(formula.range ?? a1(cell)) ?? areaOf(position));
      else if (formula.text !== '' && !masters.has(group)) masters.set(group, position);
      else {
        const others = members.get(group) ?? [];
        others.push(position);
        members.set(group, others);
      }
    });
  }
  const shared = Array.from(masters, ([group, master]) => ({ master, members: members.get(group) ?? [] }));
  return { arrays, shared };
};

/** Tells the cells that belong to a shared formula of which other cells stay. */
export const neededElsewhere = (
  { shared }: FormulaGroups,
  isReplaced: (member: CellPosition) => boolean,
): ((position: CellPosition) => boolean) => {
  const needed = new Set(
    shared.flatMap(({ master, members }) => {
      const cells = [master, ...members];
      return cells.every(isReplaced) ? [] : cells.map(a1);
    }),
  );
  return (position) => needed.size > 0 && needed.has(a1(position));
};

const areaOf = ({ row, column }: CellPosition): CellRange => ({
  top: row,
  left: column,
  bottom: row,
  right: column,
});
