import type { SheetSnapshot } from '../snapshot';
import type { RuleSet } from '../rule-set';
import { findAcross } from './across-tables';
import { headerAt, type Header } from './headers';
import { findHeaderless } from './headerless-tables';
import type { ScoreTable } from './score-table';
import { filledColumns, holdsScore, textAt } from './sheet-text';
import { headsColumn, type ColumnRole } from './vocabulary';

const SCORED: readonly ColumnRole[] = ['score', 'weighted', 'groupScore'];
const BLANK_ROWS_THAT_END = 3;
const SHORTEST_PROSE = 120;
const FEWEST_HEADERS = 2;

/** Columns of a sheet that belong to one table where several stand side by side. */
type Span = { readonly left: number; readonly right: number };

/** A row mostly of words that head columns, without a score: the header of this or of another table. */
const headsTable = (sheet: SheetSnapshot, row: number, { left, right }: Span): boolean => {
  const columns = filledColumns(sheet, row, left, right);
  if (columns.length < FEWEST_HEADERS || holdsScore(sheet, row, columns)) return false;
  const headers = columns.filter((column) => headsColumn(textAt(sheet, { row, column }))).length;
  return headers >= FEWEST_HEADERS && headers * 2 > columns.length;
};

const isProse = (sheet: SheetSnapshot, row: number, { left, right }: Span): boolean => {
  const [column, ...others] = filledColumns(sheet, row, left, right);
  return (
    column !== undefined &&
    others.length === 0 &&
    textAt(sheet, { row, column }).trim().length >= SHORTEST_PROSE
  );
};

/** First row below a header that belongs to something else: blank rows or another table's header end a body. */
const endOfRows = (sheet: SheetSnapshot, headerRow: number, span: Span, limit: number): number => {
  let first = headerRow + 1;
  while (first < limit && headsTable(sheet, first, span)) first += 1;
  let blank = 0;
  for (let row = first; row < limit; row += 1) {
    blank = filledColumns(sheet, row, span.left, span.right).length === 0 ? blank + 1 : 0;
    if (blank === BLANK_ROWS_THAT_END) return row - BLANK_ROWS_THAT_END + 1;
    if (headsTable(sheet, row, span)) return row;
  }
  return limit;
};

/** A paragraph ends a body too, unless scores of the table follow it: then it only explains them. */
const endOfBody = (sheet: SheetSnapshot, header: Header, span: Span, limit: number): number => {
  const end = endOfRows(sheet, header.bottom, span, limit);
  const scored = header.columns.filter(({ role }) => SCORED.includes(role)).map(({ column }) => column);
  let prose = end;
  for (let row = end - 1; row > header.bottom; row -= 1) {
    if (holdsScore(sheet, row, scored)) return prose;
    if (isProse(sheet, row, span)) prose = row;
  }
  return prose;
};

/** Tables that stand side by side under one header row: each has its own subjects, left of its own scores. */
const sideBySide = (header: Header): readonly Header[] => {
  const groups: (typeof header.columns)[number][][] = [[]];
  for (const column of header.columns) {
    const group = groups.at(-1) ?? [];
    const opens = ['subject', 'instrument', 'number', 'rank'].includes(column.role);
    if (opens && group.some(({ role }) => SCORED.includes(role))) groups.push([column]);
    else group.push(column);
  }
  const isWhole = (columns: Header['columns']): boolean =>
    columns.some(({ role }) => SCORED.includes(role)) &&
    columns.some(({ role }) => role === 'subject' || role === 'instrument');
  return groups.length > 1 && groups.every(isWhole)
    ? groups.map((columns) => ({ ...header, columns }))
    : [header];
};

const extent = ({ columns }: Header): Span => ({
  left: columns[0]?.column ?? 0,
  right: columns.at(-1)?.column ?? 0,
});

/** The columns up to the tables beside it; a table alone has its rows for itself. */
const spanOf = (header: Header, others: readonly Header[]): Span => {
  const { left, right } = extent(header);
  const lefts = others.map((other) => extent(other).left).filter((column) => column > right);
  const rights = others.map((other) => extent(other).right).filter((column) => column < left);
  return {
    left: rights.length === 0 ? 0 : Math.max(...rights) + 1,
    right: lefts.length === 0 ? Number.POSITIVE_INFINITY : Math.min(...lefts) - 1,
  };
};

const overlaps = (a: Span, b: Span): boolean => a.left <= b.right && b.left <= a.right;

/** Tables whose rows are their subjects, each under a header that names its columns. */
const headedTables = (sheet: SheetSnapshot, taken: (row: number) => boolean): readonly ScoreTable[] => {
  const headers: Header[] = [];
  for (let row = 0; row < sheet.rows.length; row += 1) {
    const header = taken(row) || sheet.rows[row] === undefined ? undefined : headerAt(sheet, row);
    if (header === undefined) continue;
    headers.push(...sideBySide(header));
    row = header.bottom;
  }
  return headers.map((header) => {
    const own = extent(header);
    const below = headers.find(
      ({ top, ...other }) => top > header.bottom && overlaps(own, extent({ top, ...other })),
    );
    let limit = below?.top ?? sheet.rows.length;
    for (let row = header.bottom + 1; row < limit; row += 1) if (taken(row)) limit = row;
    const beside = headers.filter((other) => other.top < limit && !overlaps(own, extent(other)));
    const span = spanOf(header, beside);
    const endRow = endOfBody(sheet, header, span, limit);
    return {
      sheet,
      turnedFrom: null,
      headerRow: header.bottom,
      headRow: header.bottom,
      columns: header.columns,
      endRow,
      gradeRow: null,
      area: {
        top: header.top,
        left: own.left,
        bottom: Math.max(header.bottom, endRow - 1),
        right: own.right,
      },
    };
  });
};

/**
 * Score tables of a sheet, from top to bottom: under headers, with their subjects across the sheet, and without any
 * header where the labels alone tell what is scored. `ruleSet` gives the names of indicators, which are the same in all
 * years; on a sheet to which the user points, fewer labels are enough.
 */
export const findTables = (
  sheet: SheetSnapshot,
  ruleSet: RuleSet,
  isPointed = false,
): readonly ScoreTable[] => {
  const across = findAcross(sheet, ruleSet);
  const takenByAcross = (row: number): boolean =>
    across.some(({ area }) => row >= area.top && row <= area.bottom);
  const headed = headedTables(sheet, takenByAcross);
  const headerless = findHeaderless(sheet, [...across, ...headed], ruleSet, isPointed);
  return [...across, ...headed, ...headerless].sort(
    (a, b) => a.area.top - b.area.top || a.area.left - b.area.left,
  );
};
