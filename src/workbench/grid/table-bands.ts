import { BooleanNumber, type IStyleData, type IWorksheetData } from '@univerjs/core';
import type { TableBand } from '../../xlsx/looks/cell-extras';
import { styleId } from './grid-style';

type Cells = NonNullable<IWorksheetData['cellData']>;

/** Rows that are drawn as a band; below, a table without end would fill the memory. */
const MAX_ROWS = 20_000;

/** Lays the bands of a native table over its cells, as looks alone; a cell with a fill of its own keeps it. */
export const layBands = (
  { range, headers, header, stripe }: TableBand,
  cellData: Cells,
  styles: Record<string, IStyleData>,
): void => {
  const last = Math.min(range.bottom, range.top + MAX_ROWS);
  for (let row = range.top; row <= last; row++) {
    const isHeader = row < range.top + headers;
    const isStriped = !isHeader && (row - range.top - headers) % 2 === 0 && stripe !== undefined;
    if (!isHeader && !isStriped) continue;
    const cells = (cellData[row] ??= {});
    const fill = isHeader ? header.fill : stripe;
    const over: IStyleData = {
      ...(fill === undefined ? {} : { bg: { rgb: `#${fill}` } }),
      ...(isHeader ? { bl: BooleanNumber.TRUE } : {}),
      ...(isHeader && header.color !== undefined ? { cl: { rgb: `#${header.color}` } } : {}),
    };
    const name = `${isHeader ? 'head' : 'stripe'}-${fill ?? ''}-${header.color ?? ''}`;
    for (let column = range.left; column <= range.right; column++) {
      const cell = (cells[column] ??= {});
      const id = typeof cell.s === 'string' ? cell.s : styleId(0);
      const own = styles[id] ?? {};
      if (own.bg !== undefined) continue;
      styles[`${id}-${name}`] ??= { ...own, ...over };
      cell.s = `${id}-${name}`;
    }
  }
};
