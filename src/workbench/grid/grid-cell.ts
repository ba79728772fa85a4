import type { ICellData } from '@univerjs/core';
import { CellValueType } from '@univerjs/core';
import type { CellValue, SnapshotCell } from '../../core/snapshot';
import { isCellError } from '../../core/snapshot';
import { shownFormula } from '../../xlsx/write/newer-functions';
import { KINDS, packedFormula, packedValue, type PackedCells } from '../files/packed-cells';
import { styleId } from './grid-style';

/** A cell as the grid takes it, without its look. */
export const gridCell = (cell: SnapshotCell | undefined): ICellData =>
  cell === undefined ? {} : withFormula(gridValue(cell.value), cell.formula);

/** A packed cell as the grid takes it. */
export const packedGridCell = (cells: PackedCells, at: number): ICellData => {
  const style = cells.styles[at] ?? 0;
  const number = cells.kinds[at] === KINDS.number ? (cells.values[at] ?? 0) : null;
  const data = number === null ? gridValue(packedValue(cells, at)) : { v: number, t: CellValueType.NUMBER };
  if (style !== 0) data.s = styleId(style);
  return withFormula(data, packedFormula(cells, at));
};

const gridValue = (value: CellValue): ICellData => {
  if (value === null) return {};
  if (typeof value === 'number') return { v: value, t: CellValueType.NUMBER };
  if (typeof value === 'boolean') return { v: value ? 1 : 0, t: CellValueType.BOOLEAN };
  return { v: isCellError(value) ? value.error : value, t: CellValueType.STRING };
};

const withFormula = (data: ICellData, formula: string | null): ICellData => {
  if (formula !== null && formula !== '') data.f = `=${shownFormula(formula)}`;
  return data;
};
