import type { CellRef } from '../cell-address';
import type { SheetSnapshot } from '../snapshot';
import { agencyMentions, strongestAgency } from './agencies';
import type { ScoreTable } from './find-tables';
import { PLAIN, strongest, yearMentions, yearOfSheetName, type Mention } from './headings';

/** A score table of one agency and year, as far as the workbook names them. */
export type PlacedTable = {
  readonly table: ScoreTable;
  readonly agency: string | null;
  readonly year: number | null;
  readonly yearCell: CellRef | null;
};

type Headings = {
  readonly years: readonly Mention<number>[];
  readonly agencies: readonly Mention<string>[];
};

/**
 * Year of each table of a sheet: the plainest heading between it and the table above, else the year of that table, else
 * the name of the sheet, else what its headings hint at.
 */
const yearsOfTables = (
  tables: readonly ScoreTable[],
  headingsOf: ReadonlyMap<SheetSnapshot, Headings>,
): ReadonlyMap<ScoreTable, Mention<number>> => {
  const years = new Map<ScoreTable, Mention<number>>();
  tables.forEach((table, index) => {
    const before = tables[index - 1];
    const last = before?.sheet === table.sheet ? before : undefined;
    const mentions = headingsOf.get(table.sheet)?.years ?? [];
    const above = mentions.filter(({ cell }) => cell.row < table.headerRow);
    const plain = above.filter(
      ({ cell, strength }) => cell.row > (last?.headerRow ?? -1) && strength >= PLAIN,
    );
    const year =
      // Of equally plain headings the nearest one counts.
      strongest([...plain].reverse()) ??
      (last && years.get(last)) ??
      yearOfSheetName(table.sheet) ??
      strongest(above) ??
      strongest(mentions);
    if (year !== undefined) years.set(table, year);
  });
  return years;
};

/** A table for each year that its columns name, or the one year of its heading; `tables` are in reading order. */
export const placeTables = (
  tables: readonly ScoreTable[],
  sheets: readonly SheetSnapshot[],
): readonly PlacedTable[] => {
  const headingsOf = new Map(
    sheets.map((sheet) => [sheet, { years: yearMentions(sheet), agencies: agencyMentions(sheet) }] as const),
  );
  const all = [...headingsOf.values()];
  const fallbackYear = strongest(all.flatMap(({ years }) => years));
  const fallbackAgency = strongestAgency(all.flatMap(({ agencies }) => agencies));
  const ownAgency = new Map(
    [...headingsOf].map(([sheet, { agencies }]) => [
      sheet,
      strongestAgency(agencies.filter(({ strength }) => strength > 1)),
    ]),
  );
  const yearOf = yearsOfTables(tables, headingsOf);
  return tables.flatMap((table): readonly PlacedTable[] => {
    const agency = (ownAgency.get(table.sheet) ?? fallbackAgency)?.value ?? null;
    const years = new Set(
      table.columns.flatMap(({ year, role }) => (role === 'score' && year !== null ? [year] : [])),
    );
    if (years.size > 0) {
      const cell = { sheet: table.sheet.name, row: table.headerRow, column: table.columns[0]?.column ?? 0 };
      return [...years].map((year) => ({ table, agency, year, yearCell: cell }));
    }
    const heading = yearOf.get(table) ?? fallbackYear;
    return [{ table, agency, year: heading?.value ?? null, yearCell: heading?.cell ?? null }];
  });
};
