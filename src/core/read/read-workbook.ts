import { cellName, type CellRef } from '../cell-address';
import { officerSheets } from '../own-cells';
import { ok, type Result } from '../result';
import { newestRules, type RuleSet, type RuleSets } from '../rule-set';
import type { Snapshot } from '../snapshot';
import { agencyKey } from './agencies';
import { seriesName } from './competing-series';
import { findSeries, keyOfAgency, type FoundSeries } from './find-series';
import type { PlacedSeries } from './place-tables';
import { samplesOf, type GroupReading } from './read-group';
import type { AgencyReading } from './reading';
import { refusal, type ReadingOptions, type ReadingRefusal } from './reading-request';
import type { ScoreTable } from './score-table';
import type { TableRows } from './table-rows';

export type WorkbookReading = {
  /** One for each agency and year, the newest year first. */
  readonly readings: readonly AgencyReading[];
  /** Totals of years before the rules that the project holds: shown as history, never scored. */
  readonly history: readonly HistoricTotal[];
  /** Year that the workbook names where the user gave another one. */
  readonly contradictedYear: { readonly year: number; readonly cell: CellRef } | null;
};

/** The total of a year that is history, 0–100. */
export type HistoricTotal = {
  readonly agency: string | null;
  readonly fiscalYear: number;
  readonly total: number;
  readonly cell: CellRef;
};

/** Values under their keys, in the order in which each key first occurs. */
const groupBy = <Value>(
  values: readonly Value[],
  key: (value: Value) => string,
): ReadonlyMap<string, readonly [Value, ...Value[]]> => {
  const groups = new Map<string, [Value, ...Value[]]>();
  for (const value of values) {
    const group = groups.get(key(value));
    if (group === undefined) groups.set(key(value), [value]);
    else group.push(value);
  }
  return groups;
};

/** Which of the series are meant: those of the agency, and of the year that the user chose and those before it, or all. */
const chooseSeries = (
  placed: readonly PlacedSeries[],
  { year, agency }: ReadingOptions,
  yearsThatFit: () => readonly number[],
): Result<readonly PlacedSeries[], ReadingRefusal> => {
  const agencies = [...groupBy(placed, keyOfAgency)].flatMap(([, [first]]) => first.agency ?? []);
  const key = agency === undefined ? '' : agencyKey(agency);
  const isMeant = (series: PlacedSeries): boolean =>
    agency === undefined || agencies.length < 2 || keyOfAgency(series) === key;
  const ofAgency = placed.filter(isMeant);
  if (ofAgency.length === 0) return refusal('agencyNotFound', { agency: agency ?? '' }, agencies);
  if (agency === undefined && agencies.length > 1) return refusal('severalAgencies', {}, agencies);
  if (year === undefined) {
    return ofAgency.every((series) => series.year === null)
      ? refusal('yearUnknown', {}, yearsThatFit().map(String))
      : ok(ofAgency);
  }
  const ofYear = ofAgency.filter((series) => series.year === year);
  if (ofYear.length > 0) {
    const before = ofAgency.filter((series) => series.year !== null && series.year < year);
    return ok([...ofYear, ...before]);
  }
  const years = [...new Set(ofAgency.flatMap((series) => series.year ?? []))];
  return years.length > 1
    ? refusal('yearNotFound', { year: String(year) }, years.map(String))
    : ok(ofAgency.map((series) => ({ ...series, year })));
};

const contradiction = (
  placed: readonly PlacedSeries[],
  year: number | undefined,
): WorkbookReading['contradictedYear'] => {
  if (year === undefined || placed.some((series) => series.year === year)) return null;
  const other = placed.find((series) => series.year !== null && series.yearCell !== null);
  return other?.year == null || other.yearCell === null ? null : { year: other.year, cell: other.yearCell };
};

/** Years whose rules know every item that the tables name. */
const fittingYears = (
  placed: readonly PlacedSeries[],
  ruleSets: RuleSets,
  rowsOf: (table: ScoreTable, ruleSet: RuleSet) => TableRows,
): readonly number[] => {
  const tables = [...new Set(placed.map(({ table }) => table))];
  const fitting = ruleSets.supportedYears.filter((year) => {
    const rules = ruleSets.forYear(year);
    return rules !== undefined && tables.every((table) => rowsOf(table, rules).issues.length === 0);
  });
  return fitting.length > 0 ? fitting : ruleSets.supportedYears;
};

const historyOf = (
  placed: readonly PlacedSeries[],
  ruleSets: RuleSets,
  read: (series: PlacedSeries, rules: RuleSet) => GroupReading,
): readonly HistoricTotal[] =>
  placed.flatMap((series): readonly HistoricTotal[] => {
    if (series.year === null || !ruleSets.historyYears.includes(series.year)) return [];
    const group = read(series, newestRules(ruleSets));
    const figures = group.kind === 'reading' ? group.reading.figures : [];
    const total = figures.find(({ subject, figure }) => subject.kind === 'total' && figure === 'score');
    return total?.value == null
      ? []
      : [{ agency: series.agency, fiscalYear: series.year, total: total.value, cell: total.cell }];
  });

/** Reads those of the series that are meant, each under the rules of its year. */
const readChosen = (found: FoundSeries, options: ReadingOptions): Result<WorkbookReading, ReadingRefusal> => {
  const { placed, ruleSets, rowsOf, read, nothing } = found;
  const meant = chooseSeries(placed, options, () => fittingYears(placed, ruleSets, rowsOf));
  if (!meant.ok) return meant;

  const named = meant.value.find(({ year }) => year !== null)?.year ?? null;
  const series = meant.value.map((each) => ({ ...each, year: each.year ?? named }));
  const readings: AgencyReading[] = [];
  for (const [, group] of groupBy(series, (each) => `${keyOfAgency(each)}|${each.year ?? ''}`)) {
    const rules = ruleSets.forYear(group[0].year ?? Number.NaN);
    const result = rules === undefined ? undefined : read(group, rules);
    // Who chose a year is asked about that year only.
    const isAsked = options.year === undefined || group[0].year === options.year;
    if (result?.kind === 'rivals' && isAsked) {
      const samples = result.rivals.map((rival) => ({
        candidate: seriesName(rival),
        cells: samplesOf(rival),
      }));
      return refusal(
        'severalTables',
        { year: String(group[0].year ?? ''), agency: group[0].agency ?? '' },
        samples.map(({ candidate }) => candidate),
        samples,
      );
    }
    if (result?.kind === 'reading') readings.push(result.reading);
  }
  readings.sort((a, b) => b.fiscalYear - a.fiscalYear);
  const { year: asked } = options;
  if (readings.length === 0 || (asked !== undefined && readings[0]?.fiscalYear !== asked)) {
    const own = series.filter(({ year }) => asked === undefined || year === asked);
    const unsupported = own.find(({ year }) => ruleSets.forYear(year ?? Number.NaN) === undefined);
    if (unsupported === undefined) return nothing(own[0]?.table);
    const { year, yearCell } = unsupported;
    const cell = yearCell === null ? '' : cellName(yearCell);
    const code = ruleSets.historyYears.includes(year ?? Number.NaN) ? 'yearHistory' : 'yearUnsupported';
    return refusal(code, { year: String(year), cell }, ruleSets.supportedYears.map(String));
  }
  return ok({
    readings,
    history: historyOf(series, ruleSets, (each, rules) => read([each], rules)),
    contradictedYear: contradiction(placed, options.year),
  });
};

/**
 * Finds the score tables of a workbook and reads them, each under the rules of its year. Sheets of ours are never read.
 * Bad cells become issues; what cannot be assessed at all, or leaves a choice, is a refusal with what the user can choose.
 */
export const readWorkbook = (
  snapshot: Snapshot,
  ruleSets: RuleSets,
  options: ReadingOptions = {},
): Result<WorkbookReading, ReadingRefusal> => {
  const found = findSeries(snapshot, ruleSets, options);
  return found.ok ? readChosen(found.value, options) : found;
};

/** What every agency of a workbook gives: those that can be read, and why others cannot. */
export type EveryAgency = {
  readonly readings: readonly AgencyReading[];
  readonly refusals: readonly ReadingRefusal[];
};

/** Reads a workbook of several agencies, such as one with a sheet for each; one that cannot be read keeps no other back. */
export const readEveryAgency = (
  snapshot: Snapshot,
  ruleSets: RuleSets,
  options: Omit<ReadingOptions, 'agency'> = {},
): EveryAgency => {
  // Nothing to read is no fault of a workbook whose other sheets were read already.
  if (officerSheets(snapshot).length === 0) return { readings: [], refusals: [] };
  const found = findSeries(snapshot, ruleSets, options);
  if (!found.ok) return { readings: [], refusals: [found.error] };
  const results = [...groupBy(found.value.placed, keyOfAgency)].map(([, placed]) =>
    readChosen({ ...found.value, placed }, options),
  );
  return {
    readings: results.flatMap((result) => (result.ok ? result.value.readings : [])),
    refusals: results.flatMap((result) => (result.ok ? [] : [result.error])),
  };
};
