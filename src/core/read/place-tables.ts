import type { CellRef } from '../cell-address';
import type { SheetSnapshot } from '../snapshot';
import { yearsInName } from '../text/years';
import { agencyKey, agencyMentions, agencyOfName, strongestAgency } from './agencies';
import { PLAIN, strongest, yearMentions, yearOfSheetName, type Mention } from './headings';
import { cellOf, type ScoreTable, type TableColumn } from './score-table';

/** The part of a score table that is about one agency and year, as far as the workbook names them. */
export type PlacedSeries = {
  readonly table: ScoreTable;
  /** Columns of this agency and year, and those that all share. */
  readonly columns: readonly TableColumn[];
  readonly agency: string | null;
  readonly agencyCell: CellRef | null;
  readonly year: number | null;
  readonly yearCell: CellRef | null;
  /** How plainly the year is said: by the table's own columns or heading, or only by something farther off. */
  readonly nearness: number;
};

type Headings = {
  readonly years: readonly Mention<number>[];
  readonly agencies: readonly Mention<string>[];
};

type YearOfTable = { readonly mention: Mention<number>; readonly nearness: number };

const OWN_COLUMN = 4;
const OWN_HEADING = 3;
const FROM_TABLE_ABOVE = 2;
const FROM_SHEET = 1;

/** Sheets that say nothing of scores are looked at only where a cover has its headings. */
const COVER_ROWS = 15;

/**
 * Year of each table of a sheet: the plainest heading between it and the table above, else the year of that table, else
 * the name of the sheet, else what its headings hint at.
 */
const yearsOfTables = (
  tables: readonly ScoreTable[],
  headingsOf: ReadonlyMap<string, Headings>,
  sheets: ReadonlyMap<string, SheetSnapshot>,
): ReadonlyMap<ScoreTable, YearOfTable> => {
  const years = new Map<ScoreTable, YearOfTable>();
  tables.forEach((table) => {
    const name = table.sheet.name;
    const last = tables
      .filter((other) => other.sheet.name === name && other.area.bottom < table.area.top)
      .at(-1);
    const sheet = sheets.get(name);
    const mentions = headingsOf.get(name)?.years ?? [];
    const above = mentions.filter(({ cell }) => cell.row < table.headRow);
    const plain = above.filter(({ cell, strength }) => cell.row > (last?.headRow ?? -1) && strength >= PLAIN);
    const { left, right } = table.area;
    const over = plain.filter(({ cell }) => cell.column >= left && cell.column <= right);
    // Of equally plain headings the nearest one counts, and of tables side by side each has the one above it.
    const own = strongest([...(over.length > 0 ? over : plain)].reverse());
    const inherited = last && years.get(last);
    const far = (sheet && yearOfSheetName(sheet)) ?? strongest(above) ?? strongest(mentions);
    if (own !== undefined) years.set(table, { mention: own, nearness: OWN_HEADING });
    else if (inherited !== undefined) years.set(table, { ...inherited, nearness: FROM_TABLE_ABOVE });
    else if (far !== undefined) years.set(table, { mention: far, nearness: FROM_SHEET });
  });
  return years;
};

/** Columns of scores that stand for one series each: those of one year and agency, or each of several rivals. */
export const seriesOf = (table: ScoreTable): readonly (readonly TableColumn[])[] => {
  const isLabel = ({ role }: TableColumn): boolean => ['subject', 'instrument', 'number'].includes(role);
  const isShared = (column: TableColumn): boolean =>
    isLabel(column) || (column.role !== 'score' && column.year === null && column.agency === null);
  const shared = table.columns.filter(isShared);
  const series = new Map<string, TableColumn[]>();
  const unnamed: TableColumn[] = [];
  for (const column of table.columns) {
    if (isShared(column)) continue;
    if (column.year === null && column.agency === null) {
      unnamed.push(column);
      continue;
    }
    const key = `${column.year ?? ''}|${column.agency === null ? '' : agencyKey(column.agency)}`;
    const own = series.get(key);
    // Two rows or columns of scores for one agency and year are two readings of it.
    const isRival = own?.some(({ role }) => role === 'score' && column.role === 'score') === true;
    if (own === undefined) series.set(key, [column]);
    else if (isRival) series.set(`${key}|${column.column}`, [column]);
    else own.push(column);
  }
  const own = series.size > 0 ? [...series.values()] : unnamed.map((column) => [column]);
  if (own.length === 0) return [shared];
  // Labels are looked for from left to right, scores likewise.
  return own.map((columns) => [...shared, ...columns].sort((a, b) => a.column - b.column));
};

const firstOf = <Value>(
  columns: readonly TableColumn[],
  value: (column: TableColumn) => Value | null,
): { readonly value: Value; readonly column: TableColumn } | undefined => {
  for (const column of columns) {
    const found = value(column);
    if (found !== null) return { value: found, column };
  }
  return undefined;
};

/**
 * The series of score tables: one for each agency and year that their columns name, or the one of their headings.
 * `tables` are in reading order; `fileName` is the last resort for what no sheet says.
 */
export const placeTables = (
  tables: readonly ScoreTable[],
  sheets: readonly SheetSnapshot[],
  fileName: string,
): readonly PlacedSeries[] => {
  const scored = new Set(tables.map(({ sheet }) => sheet.name));
  const headingsOf = new Map(
    sheets.map((sheet) => {
      const rows = scored.has(sheet.name) ? undefined : COVER_ROWS;
      return [
        sheet.name,
        { years: yearMentions(sheet, rows), agencies: agencyMentions(sheet, rows) },
      ] as const;
    }),
  );
  const all = [...headingsOf.values()];
  const yearsOfFile = yearsInName(fileName);
  const fallbackYear = strongest(all.flatMap(({ years }) => years));
  const fallbackAgency = strongestAgency(all.flatMap(({ agencies }) => agencies));
  const ownAgency = new Map(
    sheets.map((sheet) => {
      const plain = headingsOf.get(sheet.name)?.agencies.filter(({ strength }) => strength > 1) ?? [];
      const named = agencyOfName(sheet.name);
      return [
        sheet.name,
        strongestAgency(plain) ?? (named === null ? undefined : { value: named, cell: null }),
      ];
    }),
  );
  const yearOf = yearsOfTables(tables, headingsOf, new Map(sheets.map((sheet) => [sheet.name, sheet])));
  return tables.flatMap((table) => {
    const heading = yearOf.get(table);
    const far = heading?.mention ?? fallbackYear;
    const yearOfFile = yearsOfFile.length === 1 ? (yearsOfFile[0] ?? null) : null;
    const agency = ownAgency.get(table.sheet.name) ?? fallbackAgency;
    return seriesOf(table).map((columns): PlacedSeries => {
      const ownYear = firstOf(columns, ({ year }) => year);
      const ownName = firstOf(columns, (column) => column.agency);
      return {
        table,
        columns,
        agency: ownName?.value ?? agency?.value ?? agencyOfName(fileName),
        agencyCell: ownName === undefined ? (agency?.cell ?? null) : cellOf(table, ownName.column.headerCell),
        year: ownYear?.value ?? far?.value ?? yearOfFile,
        yearCell: ownYear === undefined ? (far?.cell ?? null) : cellOf(table, ownYear.column.headerCell),
        nearness: ownYear === undefined ? (heading?.nearness ?? 0) : OWN_COLUMN,
      };
    });
  });
};
