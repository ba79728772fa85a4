import { cellName, type CellRef } from '../cell-address';
import { officerSheets } from '../own-cells';
import { err, ok, type Result } from '../result';
import type { RuleSets } from '../rule-set';
import type { SheetSnapshot, Snapshot } from '../snapshot';
import { agencyKey } from './agencies';
import { findTables } from './find-tables';
import { findGrade, findTotals } from './find-statements';
import { placeTables, type PlacedTable } from './place-tables';
import type { AgencyReading } from './reading';
import { readTable } from './read-table';

export type ReadingOptions = {
  /** Year of the Buddhist era that the user gives or chooses. */
  readonly year?: number | undefined;
  readonly agency?: string | undefined;
  readonly sheet?: string | undefined;
};

/** Why nothing can be assessed; the message table has a sentence for each code. */
export type ReadingRefusal = {
  readonly code:
    | 'sheetNotFound'
    | 'noScores'
    | 'yearUnknown'
    | 'yearNotFound'
    | 'yearUnsupported'
    | 'yearHistory'
    | 'agencyNotFound'
    | 'severalAgencies';
  readonly params: Readonly<Record<string, string>>;
  /** What the user can choose from. */
  readonly candidates: readonly string[];
};

export type WorkbookReading = {
  /** One for each agency and year, the newest year first. */
  readonly readings: readonly AgencyReading[];
  /** Year that the workbook names where the user gave another one. */
  readonly contradictedYear: { readonly year: number; readonly cell: CellRef } | null;
};

const refusal = (
  code: ReadingRefusal['code'],
  params: Readonly<Record<string, string>> = {},
  candidates: readonly string[] = [],
): Result<never, ReadingRefusal> => err({ code, params, candidates });

const uniqueBy = <Value>(values: readonly Value[], key: (value: Value) => string): readonly Value[] =>
  [...new Map(values.map((value) => [key(value), value] as const).reverse()).values()].reverse();

const readGroup = (
  group: readonly PlacedTable[],
  fiscalYear: number,
  sheets: readonly SheetSnapshot[],
  ruleSets: RuleSets,
): AgencyReading | null => {
  const ruleSet = ruleSets.forYear(fiscalYear);
  if (ruleSet === undefined) return null;
  const read = group.map(({ table, year }, number) => readTable(table, year ?? fiscalYear, number, ruleSet));
  const scoreSheets = sheets.filter(({ name }) => group.some(({ table }) => table.sheet.name === name));
  const figures = read.flatMap((table) => table.figures);
  if (!figures.some(({ status, figure }) => status === 'scored' && figure === 'score')) return null;
  return {
    agency: group[0]?.agency ?? null,
    fiscalYear,
    yearCell: group[0]?.yearCell ?? null,
    figures: [
      ...figures,
      ...findTotals(
        scoreSheets,
        group.map(({ table }) => table),
        group.length,
        ruleSet,
      ),
    ],
    grade: findGrade(scoreSheets, ruleSet),
    issues: read.flatMap(({ issues }) => issues),
  };
};

const sameAgency = (a: string, b: string): boolean => agencyKey(a) === agencyKey(b);

const groupKey = ({ agency, year }: PlacedTable): string => `${agencyKey(agency ?? '')}|${year ?? ''}`;

/** Which of the tables are meant: the year and the agency that the user chose, or all of them. */
const chooseTables = (
  placed: readonly PlacedTable[],
  { year, agency }: ReadingOptions,
  supportedYears: readonly number[],
): Result<readonly PlacedTable[], ReadingRefusal> => {
  const agencies = uniqueBy(
    placed.flatMap((table) => table.agency ?? []),
    agencyKey,
  );
  const isMeant = (table: PlacedTable): boolean =>
    agency === undefined ||
    agencies.length < 2 ||
    (table.agency !== null && sameAgency(table.agency, agency));
  const ofAgency = placed.filter(isMeant);
  if (ofAgency.length === 0) return refusal('agencyNotFound', { agency: agency ?? '' }, agencies);
  if (agency === undefined && agencies.length > 1) return refusal('severalAgencies', {}, agencies);
  if (year === undefined) {
    return ofAgency.every((table) => table.year === null)
      ? refusal('yearUnknown', {}, supportedYears.map(String))
      : ok(ofAgency);
  }
  const ofYear = ofAgency.filter((table) => table.year === year);
  if (ofYear.length > 0) return ok(ofYear);
  const years = [...new Set(ofAgency.flatMap((table) => table.year ?? []))];
  return years.length > 1
    ? refusal('yearNotFound', { year: String(year) }, years.map(String))
    : ok(ofAgency.map((table) => ({ ...table, year })));
};

const contradiction = (
  placed: readonly PlacedTable[],
  year: number | undefined,
): WorkbookReading['contradictedYear'] => {
  if (year === undefined || placed.some((table) => table.year === year)) return null;
  const other = placed.find((table) => table.year !== null && table.yearCell !== null);
  return other?.year == null || other.yearCell === null ? null : { year: other.year, cell: other.yearCell };
};

/**
 * Finds the score tables of a workbook and reads them, each under the rules of its year. Sheets of ours are never read.
 * Bad cells become issues; what cannot be assessed at all is a refusal with the choices that the user has.
 */
export const readWorkbook = (
  snapshot: Snapshot,
  ruleSets: RuleSets,
  options: ReadingOptions = {},
): Result<WorkbookReading, ReadingRefusal> => {
  const sheets = officerSheets(snapshot);
  const chosen = sheets.filter(({ name }) => options.sheet === undefined || name === options.sheet);
  if (chosen.length === 0) {
    return refusal(
      'sheetNotFound',
      { sheet: options.sheet ?? '' },
      sheets.map(({ name }) => name),
    );
  }
  const placed = placeTables(chosen.flatMap(findTables), sheets);
  if (placed.length === 0) return refusal('noScores', { sheets: chosen.map(({ name }) => name).join(', ') });
  const meant = chooseTables(placed, options, ruleSets.supportedYears);
  if (!meant.ok) return meant;

  const named = meant.value.find(({ year }) => year !== null)?.year ?? null;
  const tables = meant.value.map((table) => ({ ...table, year: table.year ?? named }));
  const groups = uniqueBy(tables, groupKey).map((first) =>
    tables.filter((table) => groupKey(table) === groupKey(first)),
  );
  const readings = groups
    .flatMap((group) => readGroup(group, group[0]?.year ?? Number.NaN, sheets, ruleSets) ?? [])
    .sort((a, b) => b.fiscalYear - a.fiscalYear);
  if (readings.length === 0) {
    const unsupported = tables.find(({ year }) => ruleSets.forYear(year ?? Number.NaN) === undefined);
    if (unsupported === undefined)
      return refusal('noScores', { sheets: chosen.map(({ name }) => name).join(', ') });
    const { year, yearCell } = unsupported;
    const cell = yearCell === null ? '' : cellName(yearCell);
    const code = ruleSets.historyYears.includes(year ?? Number.NaN) ? 'yearHistory' : 'yearUnsupported';
    return refusal(code, { year: String(year), cell }, ruleSets.supportedYears.map(String));
  }
  return ok({ readings, contradictedYear: contradiction(placed, options.year) });
};
