import type { SheetSnapshot } from '../snapshot';
import { yearsIn } from '../text/years';
import { filledColumns, holdsScore, textAt } from './sheet-text';
import { columnRole, headsColumn, type ColumnRole } from './vocabulary';

export type TableColumn = {
  readonly column: number;
  readonly role: ColumnRole;
  readonly header: string;
  /** Year that the header itself names, as tables with a year per column do. */
  readonly year: number | null;
};

/** A score table: a header row that names what is scored and where the scores stand, and the rows below it. */
export type ScoreTable = {
  readonly sheet: SheetSnapshot;
  readonly headerRow: number;
  readonly columns: readonly TableColumn[];
  /** Rows of the body, from the first below the header up to but without `endRow`. */
  readonly endRow: number;
};

/** Columns of a table that have one of these roles, from left to right. */
export const columnsOf = (
  table: ScoreTable,
  ...roles: readonly TableColumn['role'][]
): readonly TableColumn[] => table.columns.filter(({ role }) => roles.includes(role));

const BLANK_ROWS_THAT_END = 3;

const headerColumns = (sheet: SheetSnapshot, row: number): readonly TableColumn[] =>
  filledColumns(sheet, row).flatMap((column) => {
    const header = textAt(sheet, { row, column });
    const role = columnRole(header);
    return role === undefined ? [] : [{ column, role, header, year: yearsIn(header)[0]?.year ?? null }];
  });

const SCORED: readonly ColumnRole[] = ['score', 'weighted', 'groupScore'];

const isHeader = (columns: readonly TableColumn[]): boolean => {
  const has = (roles: readonly ColumnRole[]): boolean => columns.some(({ role }) => roles.includes(role));
  return has(SCORED) && has(['subject', 'instrument']);
};

const SHORTEST_PROSE = 120;
const FEWEST_HEADERS = 2;

/** A row mostly of words that head columns, without a score: the header of this or of another table. */
const headsTable = (sheet: SheetSnapshot, row: number): boolean => {
  const texts = filledColumns(sheet, row).map((column) => textAt(sheet, { row, column }));
  const headers = texts.filter(headsColumn).length;
  return headers >= FEWEST_HEADERS && headers * 2 > texts.length && !holdsScore(sheet, row);
};

const isProse = (sheet: SheetSnapshot, row: number): boolean => {
  const [column, ...others] = filledColumns(sheet, row);
  return (
    column !== undefined &&
    others.length === 0 &&
    textAt(sheet, { row, column }).trim().length >= SHORTEST_PROSE
  );
};

/** First row below a header that belongs to something else: blank rows or another table's header end a body. */
const endOfRows = (sheet: SheetSnapshot, headerRow: number, limit: number): number => {
  let first = headerRow + 1;
  while (first < limit && headsTable(sheet, first)) first += 1;
  let blank = 0;
  for (let row = first; row < limit; row += 1) {
    blank = filledColumns(sheet, row).length === 0 ? blank + 1 : 0;
    if (blank === BLANK_ROWS_THAT_END) return row - BLANK_ROWS_THAT_END + 1;
    if (headsTable(sheet, row)) return row;
  }
  return limit;
};

/** A paragraph ends a body too, unless scores of the table follow it: then it only explains them. */
const endOfBody = (
  sheet: SheetSnapshot,
  headerRow: number,
  columns: readonly TableColumn[],
  limit: number,
): number => {
  const end = endOfRows(sheet, headerRow, limit);
  const scored = columns.filter(({ role }) => SCORED.includes(role)).map(({ column }) => column);
  let prose = end;
  for (let row = end - 1; row > headerRow; row -= 1) {
    if (holdsScore(sheet, row, scored)) return prose;
    if (isProse(sheet, row)) prose = row;
  }
  return prose;
};

/** Score tables of a sheet, from top to bottom. */
export const findTables = (sheet: SheetSnapshot): readonly ScoreTable[] => {
  const headers = sheet.rows.flatMap((cells, row) => {
    const columns = cells === undefined ? [] : headerColumns(sheet, row);
    return isHeader(columns) && !holdsScore(sheet, row) ? [{ row, columns }] : [];
  });
  return headers.map(({ row, columns }, index) => ({
    sheet,
    headerRow: row,
    columns,
    endRow: endOfBody(sheet, row, columns, headers[index + 1]?.row ?? sheet.rows.length),
  }));
};
