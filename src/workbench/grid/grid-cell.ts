import type { ICellData } from '@univerjs/core';
import { CellValueType } from '@univerjs/core';
import { isCellError, type SnapshotCell } from '../../core/snapshot';
import { shownFormula } from '../../xlsx/write/newer-functions';
import { styleId } from './grid-style';

/** A cell as the grid takes it. */
export const gridCell = (cell: SnapshotCell | undefined, style: number | undefined): ICellData => {
  const data: ICellData = style === undefined || style === 0 ? {} : { s: styleId(style) };
  if (cell === undefined) return data;
  const { value, formula } = cell;
  if (typeof value === 'number') {
    data.v = value;
    data.t = CellValueType.NUMBER;
  } else if (typeof value === 'boolean') {
    data.v = value ? 1 : 0;
    data.t = CellValueType.BOOLEAN;
  } else if (value !== null) {
    data.v = isCellError(value) ? value.error : value;
    data.t = CellValueType.STRING;
  }
  if (formula !== null && formula !== '') data.f = `=${shownFormula(formula)}`;
  return data;
};
