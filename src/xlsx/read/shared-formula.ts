import { columnFromLetters, columnLetters, type CellPosition } from '../../core/cell-address';

/** Gives the text that a formula has in a cell, as if it had been copied there from the cell in which it stands. */
export type SharedFormula = (cell: CellPosition) => string;

/** One end of a reference; null where it names a whole row or column. */
type Anchor = {
  readonly row: { readonly at: number; readonly isFixed: boolean } | null;
  readonly column: { readonly at: number; readonly isFixed: boolean } | null;
};

type Piece = string | Anchor;

const MAX_ROWS = 1_048_576;
const MAX_COLUMNS = 16_384;

const WORD = String.raw`[\p{L}\p{M}\p{N}_.$\\?]`;
/**
 * What a formula is made of as far as references go: texts, quoted names of sheets, brackets (columns of tables, other
 * workbooks), ranges of whole columns or rows, and words, of which some are cells.
 */
const TOKEN = new RegExp(
  [
    String.raw`"[^"]*(?:""[^"]*)*"`,
    String.raw`'[^']*(?:''[^']*)*'`,
    String.raw`\[(?:[^[\]]|\[[^[\]]*\])*\]`,
    String.raw`(?<columns>\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3})(?!${WORD}|[!([])`,
    String.raw`(?<rows>\$?\d{1,7}:\$?\d{1,7})(?!${WORD}|[!([])`,
    `(?<cell>${WORD}+)(?!${WORD}|[!([])`,
    `${WORD}+`,
  ].join('|'),
  'gu',
);

/** Reads the formula of a cell once, for all the cells that share it. */
export const sharedFormula = (formula: string, from: CellPosition): SharedFormula => {
  const pieces = piecesOf(formula);
  return ({ row, column }) =>
    pieces
      .map((piece) =>
        typeof piece === 'string' ? piece : moved(piece, row - from.row, column - from.column),
      )
      .join('');
};

const piecesOf = (formula: string): readonly Piece[] => {
  const pieces: Piece[] = [];
  let copied = 0;
  const add = (start: number, end: number, ...found: readonly Piece[]): void => {
    pieces.push(formula.slice(copied, start), ...found);
    copied = end;
  };
  for (const match of formula.matchAll(TOKEN)) {
    const { columns, rows, cell } = match.groups ?? {};
    const end = match.index + match[0].length;
    const anchors = (cell ?? columns ?? rows ?? '').split(':').map(anchorOf);
    const [first, last = null] = anchors;
    if (first === undefined || first === null || anchors.includes(null)) continue;
    // A word must be both; a column or row alone is one only in a range.
    if (cell !== undefined && (first.row === null || first.column === null)) continue;
    add(match.index, end, first, ...(last === null ? [] : [':', last]));
  }
  return [...pieces, formula.slice(copied)];
};

/** Reads `B5`, `$B$5`, `B` or `5`; null for what only looks like it, such as a name. */
const anchorOf = (text: string): Anchor | null => {
  const [, fixedColumn, letters, fixedRow, digits] =
    /^(\$?)([A-Za-z]{1,3})?(\$?)(\d{1,7})?$/.exec(text) ?? [];
  if (letters === undefined && digits === undefined) return null;
  const column = letters === undefined ? null : columnFromLetters(letters);
  const row = digits === undefined ? null : Number(digits) - 1;
  if (column !== null && column >= MAX_COLUMNS) return null;
  if (row !== null && (row < 0 || row >= MAX_ROWS)) return null;
  return {
    // A row alone takes its dollar sign as the first one.
    row: row === null ? null : { at: row, isFixed: (column === null ? fixedColumn : fixedRow) === '$' },
    column: column === null ? null : { at: column, isFixed: fixedColumn === '$' },
  };
};

const moved = ({ row, column }: Anchor, down: number, right: number): string => {
  const newRow = row === null ? 0 : row.at + (row.isFixed ? 0 : down);
  const newColumn = column === null ? 0 : column.at + (column.isFixed ? 0 : right);
  if (newRow < 0 || newRow >= MAX_ROWS || newColumn < 0 || newColumn >= MAX_COLUMNS) return '#REF!';
  const letters = column === null ? '' : `${column.isFixed ? '$' : ''}${columnLetters(newColumn)}`;
  return row === null ? letters : `${letters}${row.isFixed ? '$' : ''}${newRow + 1}`;
};
