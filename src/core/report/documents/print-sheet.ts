import type { CellRange } from '../../cell-address';
import type { PlannedCell, PlannedName, SheetPlan } from '../../change-plan';
import type { Snapshot } from '../../snapshot';
import { ownSheet } from '../sheet-name';
import { heightOf, linesOf, MAX_HEIGHT, plain, wrappedLines } from '../sheet-parts';
import type { StyleName } from '../styles';
import { documentCell, valueOf, type DocumentValue } from './table-document';

/** A cell of a printed row; it may reach over further columns and further rows of its block. */
export type PrintCell = {
  readonly column: number;
  /** A formula may name cells of the row in which it comes to stand. */
  readonly value: DocumentValue | ((row: number) => DocumentValue);
  readonly style: StyleName;
  readonly columns?: number;
  readonly rows?: number;
};

const valueIn = ({ value }: PrintCell, row: number): DocumentValue =>
  typeof value === 'function' ? value(row) : value;

/** A printed row, and the key by which it is followed in its table. */
export type PrintRow = { readonly cells: readonly PrintCell[]; readonly key: string | null };

/** Rows in which cells may reach over one another. */
export type PrintBlock = readonly PrintRow[];

/** A document as it is printed: A4, its header on every page, groups merged. */
export type PrintDocument = {
  readonly anchor: string;
  readonly sheetTitle: string;
  readonly title: string;
  readonly subtitle: string;
  readonly columns: readonly { readonly heading: string; readonly width: number }[];
  readonly orientation: 'portrait' | 'landscape';
  readonly blocks: readonly PrintBlock[];
  /** Right of the page: heading of the keys, and how a change comes in. */
  readonly side: { readonly key: string; readonly hint: string };
  readonly footer: string;
  readonly tab: string;
};

const HEADER = 3;
const KEY_WIDTH = 20;

const widthOf = ({ columns }: PrintDocument, cell: PrintCell): number =>
  columns.slice(cell.column, cell.column + (cell.columns ?? 1)).reduce((sum, { width }) => sum + width, 0);

const neededFor = (document: PrintDocument, cell: PrintCell): number => {
  const value = valueOf(valueIn(cell, 0));
  return heightOf(typeof value === 'string' ? wrappedLines(value, widthOf(document, cell)) : 1);
};

/**
 * Heights of a block's rows: each shows its own texts and those that begin in it and reach over further rows, so that a
 * page that ends between two rows cuts no text.
 */
const heightsOf = (document: PrintDocument, block: PrintBlock): readonly number[] =>
  block.map(({ cells }) => Math.max(heightOf(1), ...cells.map((cell) => neededFor(document, cell))));

/** A row of the document as rows of the sheet: one that is higher than a row can be takes several. */
type PlacedRow = { readonly row: PrintRow; readonly first: number; readonly heights: readonly number[] };

const placeBlock = (document: PrintDocument, block: PrintBlock, top: number): readonly PlacedRow[] => {
  let first = top;
  return heightsOf(document, block).map((height, index) => {
    const count = Math.ceil(height / MAX_HEIGHT);
    const placed = {
      row: block[index] ?? { cells: [], key: null },
      first,
      heights: Array.from({ length: count }, () => height / count),
    };
    first += count;
    return placed;
  });
};

const nextRow = (placed: readonly PlacedRow[], top: number): number => {
  const last = placed.at(-1);
  return last === undefined ? top : last.first + last.heights.length;
};

const cellsOf = (document: PrintDocument, block: readonly PlacedRow[]) => {
  const cells: PlannedCell[] = [];
  const merges: CellRange[] = [];
  block.forEach(({ row, first }, index) => {
    for (const cell of row.cells) {
      const { column, style, columns = 1, rows = 1 } = cell;
      const value = valueIn(cell, first);
      const last = block[index + rows - 1];
      const bottom = last === undefined ? first : last.first + last.heights.length - 1;
      const range = { top: first, left: column, bottom, right: column + columns - 1 };
      for (let r = range.top; r <= bottom; r += 1) {
        for (let c = range.left; c <= range.right; c += 1) {
          const isHead = r === first && c === column;
          cells.push(documentCell(r, c, isHead ? value : null, style));
        }
      }
      if (range.bottom > range.top || range.right > range.left) merges.push(range);
    }
    if (row.key !== null) cells.push(plain(first, document.columns.length, row.key, 'sideKey'));
  });
  return { cells, merges };
};

const FIRST_PRINTED_ROW = HEADER + 1;

/** A column without a heading of its own stands under that of the column before it. */
const headerMerges = (columns: PrintDocument['columns']): readonly CellRange[] =>
  columns.flatMap(({ heading }, column) => {
    const next = columns.slice(column + 1).findIndex((other) => other.heading !== '');
    const right = next < 0 ? columns.length - 1 : column + next;
    return heading === '' || right === column ? [] : [{ top: HEADER, left: column, bottom: HEADER, right }];
  });

/** Plans a sheet that is printed; it is wholly ours and made anew on every run. */
export const planPrintSheet = (
  snapshot: Snapshot,
  document: PrintDocument,
  freeName: (title: string, counter: number) => string,
): { readonly sheet: SheetPlan; readonly names: readonly PlannedName[] } => {
  const { columns, title, subtitle, side, blocks } = document;
  const width = columns.reduce((sum, column) => sum + column.width, 0);
  const last = columns.length - 1;
  const hasHeader = columns.some(({ heading }) => heading !== '');
  const headerHeight = heightOf(Math.max(...columns.map((column) => linesOf(column.heading, column.width))));
  // The title is set larger than the text that lines are counted in.
  const head = [heightOf(linesOf(title, width * 0.75)) + 4, heightOf(linesOf(subtitle, width)), 8] as const;
  let top = FIRST_PRINTED_ROW;
  const placed = blocks.map((block) => {
    const rows = placeBlock(document, block, top);
    top = nextRow(rows, top);
    return rows;
  });
  const body = placed.map((block) => cellsOf(document, block));
  const bottom = Math.max(FIRST_PRINTED_ROW, top - 1);
  const page = { top: 0, left: 0, bottom, right: last };
  const area = { ...page, right: last + 1 };
  const { sheet, name } = ownSheet(snapshot, document.anchor, document.sheetTitle, area, freeName);
  return {
    sheet: {
      ...sheet,
      cells: [
        plain(0, 0, title, 'printTitle'),
        plain(1, 0, subtitle, 'measureSubtitle'),
        plain(0, last + 1, side.hint, 'sideNote'),
        ...(hasHeader
          ? columns.map(({ heading }, column) =>
              plain(HEADER, column, heading === '' ? null : heading, 'measureHeader'),
            )
          : []),
        plain(HEADER, last + 1, side.key, 'measureSideHeader'),
        ...body.flatMap(({ cells }) => cells),
      ],
      columnWidths: [...columns.map((column) => column.width), KEY_WIDTH],
      rowHeights: new Map([
        ...head.map((height, row) => [row, height] as const),
        [HEADER, hasHeader ? headerHeight : 8] as const,
        ...placed.flatMap((block) =>
          block.flatMap(({ first, heights }) =>
            heights.map((height, index) => [first + index, height] as const),
          ),
        ),
      ]),
      merges: [
        ...(last > 0 ? [0, 1].map((row) => ({ top: row, left: 0, bottom: row, right: last })) : []),
        ...headerMerges(columns),
        ...body.flatMap(({ merges }) => merges),
      ],
      frame: {
        freeze: { rows: HEADER + 1, columns: 0 },
        page: {
          orientation: document.orientation,
          printArea: page,
          ...(hasHeader ? { repeatRows: { first: HEADER, last: HEADER } } : {}),
          footer: document.footer,
        },
        tabColor: document.tab,
      },
    },
    names: [name],
  };
};
