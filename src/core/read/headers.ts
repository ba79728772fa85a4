import type { SheetSnapshot } from '../snapshot';
import { wholeYear, yearsIn } from '../text/years';
import { agencyNamed } from './agencies';
import type { TableColumn } from './score-table';
import { areaOf, filledColumns, holdsScore, textAt } from './sheet-text';
import { columnRole, headsColumn, type ColumnRole } from './vocabulary';

const SCORED: readonly ColumnRole[] = ['score', 'weighted', 'groupScore'];
const DEEPEST_HEADER = 3;
const LONGEST_HEAD = 60;

/** The texts above a column, from top to bottom, each merged area once. */
type Head = {
  readonly column: number;
  readonly texts: readonly { readonly text: string; readonly row: number }[];
};

/**
 * Columns that a header of one to three lines makes, with the texts above each. A text that is merged across columns,
 * or that stands before blank cells over further heads, heads all of them.
 */
const headsOf = (sheet: SheetSnapshot, top: number, bottom: number): readonly Head[] => {
  const texts = new Map<number, { text: string; row: number }[]>();
  for (let row = top; row <= bottom; row += 1) {
    const filled = filledColumns(sheet, row);
    filled.forEach((column, index) => {
      const area = areaOf(sheet, { row, column });
      const text = textAt(sheet, { row, column });
      const next = filled[index + 1] ?? Number.POSITIVE_INFINITY;
      const below = row < bottom ? filledColumns(sheet, row + 1, column, next - 1) : [];
      const isGroup =
        area.right > area.left || (area.bottom === row && below.includes(column) && below.length > 1);
      const columns =
        area.right > area.left ? columnsBetween(area.left, area.right) : isGroup ? below : [column];
      for (const over of columns) texts.set(over, [...(texts.get(over) ?? []), { text, row: area.top }]);
    });
  }
  return [...texts].sort(([a], [b]) => a - b).map(([column, own]) => ({ column, texts: own }));
};

const columnsBetween = (left: number, right: number): readonly number[] =>
  Array.from({ length: right - left + 1 }, (_, index) => left + index);

const isScoreOf = (role: ColumnRole | undefined): boolean => role === 'score';

/** What the column under these texts holds: the lowest text that is not just a year or an agency says so. */
const roleOf = (texts: readonly string[]): ColumnRole | undefined => {
  const telling = texts.filter((text) => wholeYear(text) === null && agencyNamed(text) === null);
  const lowest = telling.at(-1);
  if (lowest === undefined) return 'score';
  const role = columnRole(lowest);
  if (!isScoreOf(role)) return role;
  // A score under a group of weights or weighted scores is one of them.
  const group = telling
    .slice(0, -1)
    .map(columnRole)
    .find((above) => above === 'weighted' || above === 'other');
  return group ?? role;
};

const yearOf = (texts: readonly string[]): number | null => {
  const years = texts.map((text) => wholeYear(text) ?? yearsIn(text)[0]?.year ?? null);
  return years.filter((year) => year !== null).at(-1) ?? null;
};

/** «คะแนนรวม» heads the scores of groups of rows, or the only scores that there are. */
const withOwnScores = (columns: readonly TableColumn[]): readonly TableColumn[] =>
  columns.some(({ role }) => role === 'score' || role === 'weighted')
    ? columns
    : columns.map((column) => (column.role === 'groupScore' ? { ...column, role: 'score' } : column));

/** Columns that the header in these rows of a sheet describes; what it leaves undescribed is no column of a score table. */
export const headerColumns = (sheet: SheetSnapshot, top: number, bottom: number): readonly TableColumn[] =>
  withOwnScores(
    headsOf(sheet, top, bottom).flatMap(({ column, texts }) => {
      const words = texts.map(({ text }) => text);
      const role = roleOf(words);
      if (role === undefined) return [];
      const agency = words.map(agencyNamed).find((name) => name !== null) ?? null;
      const header = words.at(-1) ?? '';
      const headerCell = { row: texts.at(-1)?.row ?? bottom, column };
      return [{ column, role, header, year: yearOf(words), agency, headerCell }];
    }),
  );

/** Whether columns are those of a score table: something scored, and what it is about. */
export const isScoreHeader = (columns: readonly TableColumn[]): boolean => {
  const has = (roles: readonly ColumnRole[]): boolean => columns.some(({ role }) => roles.includes(role));
  return has(SCORED) && has(['subject', 'instrument']);
};

const isHead = (text: string): boolean =>
  text.length <= LONGEST_HEAD &&
  (columnRole(text) !== undefined ||
    wholeYear(text) !== null ||
    agencyNamed(text) !== null ||
    headsColumn(text));

/** A line that can be one of several of a header: mostly heads of columns, years and agencies, and no score. */
const isHeadLine = (sheet: SheetSnapshot, row: number): boolean => {
  const texts = filledColumns(sheet, row).map((column) => textAt(sheet, { row, column }));
  return texts.length > 0 && !holdsScore(sheet, row) && texts.filter(isHead).length * 2 > texts.length;
};

/** Whether a row stands over heads of the lines below it, rather than beside them as a title in another column does. */
const standsOver = (sheet: SheetSnapshot, row: number, bottom: number): boolean =>
  headsOf(sheet, row, bottom).some(
    ({ texts }) => texts.some((text) => text.row === row) && texts.some((text) => text.row > row),
  );

/**
 * Whether a row is the upper line of a header whose first column stands below. A title stands over the first column's
 * own head or beside the table; the upper line of a header leaves that place free, or is merged with it.
 */
const isUpperLine = (sheet: SheetSnapshot, row: number, bottom: number, first: number): boolean => {
  if (!isHeadLine(sheet, row) || !standsOver(sheet, row, bottom)) return false;
  const area = areaOf(sheet, { row, column: first });
  const isFree = textAt(sheet, { row, column: first }) === '' || area.bottom >= bottom;
  return isFree || textAt(sheet, { row: bottom, column: first }) === '';
};

/** A header of a score table: its rows and the columns that it describes. */
export type Header = {
  readonly top: number;
  readonly bottom: number;
  readonly columns: readonly TableColumn[];
};

/** A line below that only divides columns further: under it stand no labels of its own. */
const dividesFurther = (sheet: SheetSnapshot, header: Header, row: number): boolean => {
  if (!isHeadLine(sheet, row)) return false;
  const columns = headerColumns(sheet, header.top, row);
  const subjects = header.columns.filter(({ role }) => role === 'subject').map(({ column }) => column);
  const isFree = subjects.every(
    (column) => textAt(sheet, { row, column }) === '' || headsColumn(textAt(sheet, { row, column })),
  );
  return isFree && isScoreHeader(columns);
};

/** Header of a score table that begins in a row, of up to three lines; undefined where none does. */
export const headerAt = (sheet: SheetSnapshot, top: number): Header | undefined => {
  let header: Header | undefined;
  for (let bottom = top; bottom < top + DEEPEST_HEADER; bottom += 1) {
    if (header === undefined) {
      if (holdsScore(sheet, bottom)) return undefined;
      const columns = headerColumns(sheet, top, bottom);
      const first = columns[0]?.column ?? 0;
      if (bottom > top && !isUpperLine(sheet, top, bottom, first)) return undefined;
      if (isScoreHeader(columns)) header = { top, bottom, columns };
    } else if (dividesFurther(sheet, header, bottom)) {
      header = { top, bottom, columns: headerColumns(sheet, top, bottom) };
    } else break;
  }
  return header;
};
