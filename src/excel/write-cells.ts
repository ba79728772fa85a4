import type { CellRange } from '../core/cell-address';
import type { CellStyle, ChangePlan, PlannedCell, SheetPlan } from '../core/change-plan';
import { bytesOf, type Batch } from './batch';
import { areaOf, boundsOf, rangeAt, rectanglesOf } from './blocks';
import { inputFor } from './cell-content';
import { bandsThatFit, byRows } from './content-bytes';

const EDGES = ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight'] as const;
const INNER = { rows: 'InsideHorizontal', columns: 'InsideVertical' } as const;
const ALIGNMENTS = { left: 'Left', center: 'Center', right: 'Right' } as const;
const VERTICAL = { top: 'Top', center: 'Center', bottom: 'Bottom' } as const;
const LINES = {
  thin: { style: 'Continuous', weight: 'Thin' },
  medium: { style: 'Continuous', weight: 'Medium' },
  double: { style: 'Double', weight: 'Thick' },
} as const;
/** Rows of a block that are sent at once. */
const ROWS_PER_BLOCK = 500;
/** About what the look of one rectangle takes. */
const BYTES_OF_LOOK = 4000;

/** Writes contents and looks of the planned cells in blocks; cells within a block that are not planned stay as they are. */
export const writeCells = async (
  sheet: Excel.Worksheet,
  { cells }: SheetPlan,
  styles: ChangePlan['styles'],
  batch: Batch,
): Promise<void> => {
  const styleOf = ({ style }: PlannedCell): CellStyle | undefined => {
    if (style !== undefined && styles[style] === undefined) throw new Error(`Unknown style: ${style}`);
    return style === undefined ? undefined : styles[style];
  };
  // A link puts its address into an empty cell and its own look on it; contents and looks come after.
  for (const cell of cells) {
    if (cell.link === undefined) continue;
    await batch.room(bytesOf(cell.link) + 300);
    rangeAt(sheet, areaOf(cell)).hyperlink = { documentReference: cell.link };
  }
  const formatOf = (cell: PlannedCell): string | null => {
    const style = styleOf(cell);
    return style === undefined ? null : (style.numberFormat ?? 'General');
  };
  for (const { range, cells: own } of blocksOf(cells)) {
    const formats = gridOf(range, own, formatOf);
    const inputs = gridOf(range, own, inputFor);
    const bytes = inputs.map((row, index) => bytesOf(row) + bytesOf(formats[index]));
    for (const band of bandsThatFit(
      range,
      byRows((row) => bytes[row - range.top] ?? 0),
    )) {
      const [first, end] = [band.top - range.top, band.bottom - range.top + 1];
      await batch.room(bytes.slice(first, end).reduce((sum, each) => sum + each, 0));
      const target = rangeAt(sheet, band);
      target.numberFormat = formats.slice(first, end);
      target.formulas = inputs.slice(first, end);
    }
  }
  for (const { key, range } of rectanglesOf(cells, ({ style }) => style)) {
    await batch.room(BYTES_OF_LOOK);
    const style = styles[key];
    if (style !== undefined) setLook(rangeAt(sheet, range), range, style);
  }
};

type CellBlock = { readonly range: CellRange; readonly cells: readonly PlannedCell[] };

const blocksOf = (cells: readonly PlannedCell[]): readonly CellBlock[] => {
  const bands = new Map<number, PlannedCell[]>();
  for (const cell of cells) {
    const band = Math.floor(cell.row / ROWS_PER_BLOCK);
    const entries = bands.get(band) ?? [];
    entries.push(cell);
    bands.set(band, entries);
  }
  return [...bands.values()].flatMap((band) => {
    const range = boundsOf(band);
    return range === undefined ? [] : [{ range, cells: band }];
  });
};

/** Null leaves a cell as it is. */
const gridOf = <Value>(
  range: CellRange,
  cells: readonly PlannedCell[],
  valueOf: (cell: PlannedCell) => Value,
): (Value | null)[][] => {
  const grid = Array.from({ length: range.bottom - range.top + 1 }, () =>
    Array<Value | null>(range.right - range.left + 1).fill(null),
  );
  for (const cell of cells) {
    const row = grid[cell.row - range.top];
    if (row !== undefined) row[cell.column - range.left] = valueOf(cell);
  }
  return grid;
};

const setLook = ({ format }: Excel.Range, range: CellRange, style: CellStyle): void => {
  const { font, fill } = format;
  font.name = style.font;
  font.size = style.size;
  font.bold = style.bold ?? false;
  font.italic = style.italic ?? false;
  font.underline = style.underline === true ? 'Single' : 'None';
  font.color = `#${style.color ?? '000000'}`;
  if (style.fill === undefined) fill.clear();
  else fill.color = `#${style.fill}`;
  format.horizontalAlignment = style.align === undefined ? 'General' : ALIGNMENTS[style.align];
  format.verticalAlignment = VERTICAL[style.verticalAlign ?? 'bottom'];
  format.wrapText = style.wrap ?? false;
  format.indentLevel = style.indent ?? 0;
  if (style.border === undefined) return;
  const { weight, color } = style.border;
  const sides = [
    ...EDGES,
    ...(range.bottom > range.top ? [INNER.rows] : []),
    ...(range.right > range.left ? [INNER.columns] : []),
  ];
  for (const side of sides) {
    const border = format.borders.getItem(side);
    border.style = LINES[weight].style;
    border.weight = LINES[weight].weight;
    border.color = `#${color}`;
  }
};
