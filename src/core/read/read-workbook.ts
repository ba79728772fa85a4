import { cellName, quotedSheet, rangeA1, type CellRef } from '../cell-address';
import { officerSheets } from '../own-cells';
import { err, ok, type Result } from '../result';
import { newestRules, type RuleSet, type RuleSets } from '../rule-set';
import type { SheetSnapshot, Snapshot } from '../snapshot';
import { agencyKey } from './agencies';
import { seriesName } from './competing-series';
import { findTables } from './find-tables';
import { placeTables, type PlacedSeries } from './place-tables';
import { readGroup, samplesOf, type GroupReading } from './read-group';
import { areaParams, areaReport, withinArea, type PointedArea } from './pointed-area';
import type { AgencyReading } from './reading';
import { isRecognised, mayHoldScores, namesAssessment, otherFramework } from './recognise';
import type { ScoreTable } from './score-table';
import { readTableRows, type TableRows } from './table-rows';

export type ReadingOptions = {
  /** Year of the Buddhist era that the user gives or chooses. */
  readonly year?: number | undefined;
  readonly agency?: string | undefined;
  /** A sheet's name, or one of the ranges that a question offered: `'Sheet1'!A3:C13`. */
  readonly sheet?: string | undefined;
  /** Cells to which the user points: nothing else is read, and what stands there counts as scores of the assessment. */
  readonly area?: PointedArea | undefined;
  /** Name of the workbook's file, which may say a year or an agency that no sheet says. */
  readonly fileName?: string | undefined;
};

/** Where one of several candidates stands, with some of its scores, so that the user can tell them apart. */
export type CandidateSample = {
  readonly candidate: string;
  readonly cells: readonly { readonly cell: CellRef; readonly value: number }[];
};

/** Why nothing can be assessed; the message table has a sentence for each code. */
export type ReadingRefusal = {
  readonly code:
    | 'sheetNotFound'
    | 'noScores'
    | 'areaUnread'
    | 'otherFramework'
    | 'yearUnknown'
    | 'yearNotFound'
    | 'yearUnsupported'
    | 'yearHistory'
    | 'agencyNotFound'
    | 'severalAgencies'
    | 'severalTables';
  readonly params: Readonly<Record<string, string>>;
  /** What the user can choose from. */
  readonly candidates: readonly string[];
  /** Scores of the candidates, where these are tables. */
  readonly samples: readonly CandidateSample[];
  /** Cell at which it is seen why a pointed area cannot be read. */
  readonly cell?: CellRef;
};

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

const refusal = (
  code: ReadingRefusal['code'],
  params: Readonly<Record<string, string>> = {},
  candidates: readonly string[] = [],
  samples: readonly CandidateSample[] = [],
): Result<never, ReadingRefusal> => err({ code, params, candidates, samples });

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

const keyOfAgency = ({ agency }: PlacedSeries): string => (agency === null ? '' : agencyKey(agency));

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

/** What the rows of tables are about under the rules of a year, read once for all the series of a table. */
const rowReader = (
  sheets: ReadonlyMap<string, SheetSnapshot>,
): ((table: ScoreTable, ruleSet: RuleSet) => TableRows) => {
  const known = new Map<ScoreTable, Map<RuleSet, TableRows>>();
  return (table, ruleSet) => {
    const byRules = known.get(table) ?? new Map<RuleSet, TableRows>();
    known.set(table, byRules);
    const rows =
      byRules.get(ruleSet) ?? readTableRows(table, sheets.get(table.sheet.name) ?? table.sheet, ruleSet);
    byRules.set(ruleSet, rows);
    return rows;
  };
};

/** The sheets that the user means, and the range among them where one was chosen. */
const chosenSheets = (
  sheets: readonly SheetSnapshot[],
  sheet: string | undefined,
): { readonly sheets: readonly SheetSnapshot[]; readonly range: string | null } => {
  if (sheet === undefined) return { sheets, range: null };
  const named = sheets.filter(({ name }) => name === sheet);
  if (named.length > 0) return { sheets: named, range: null };
  return { sheets: sheets.filter(({ name }) => sheet.startsWith(`${quotedSheet(name)}!`)), range: sheet };
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

/** The score tables of a workbook with what each is of, before anything is chosen among them. */
type FoundSeries = {
  readonly placed: readonly PlacedSeries[];
  readonly ruleSets: RuleSets;
  readonly rowsOf: (table: ScoreTable, ruleSet: RuleSet) => TableRows;
  readonly read: (group: readonly PlacedSeries[], rules: RuleSet) => GroupReading;
  readonly nothing: (blank?: ScoreTable) => Result<never, ReadingRefusal>;
};

const findSeries = (
  snapshot: Snapshot,
  ruleSets: RuleSets,
  options: ReadingOptions,
): Result<FoundSeries, ReadingRefusal> => {
  const { area } = options;
  const sheets = officerSheets(snapshot).flatMap((sheet) => {
    if (area === undefined) return [sheet];
    return sheet.name === area.sheet ? [withinArea(sheet, area)] : [];
  });
  const allRules = [...ruleSets.supportedYears].reverse().flatMap((year) => ruleSets.forYear(year) ?? []);
  const unreadArea = (pointed: PointedArea): Result<never, ReadingRefusal> => {
    const report = areaReport(pointed, sheets[0], allRules);
    return err({
      code: 'areaUnread',
      params: areaParams(pointed, report),
      candidates: [],
      samples: [],
      cell: report.cell,
    });
  };
  if (area !== undefined && sheets.length === 0) return unreadArea(area);
  const chosen = chosenSheets(sheets, options.sheet);
  if (chosen.sheets.length === 0) {
    const names = sheets.map(({ name }) => name);
    return refusal('sheetNotFound', { sheet: options.sheet ?? '' }, names);
  }
  const byName = new Map(sheets.map((sheet) => [sheet.name, sheet]));
  const rowsOf = rowReader(byName);
  const newest = newestRules(ruleSets);
  const nothing = (blank?: ScoreTable): Result<never, ReadingRefusal> =>
    refusal('noScores', {
      sheets: chosen.sheets.map(({ name }) => name).join(', '),
      // A table that is there and has no score in it yet, as an empty form has.
      ...(blank === undefined ? {} : { blank: `${quotedSheet(blank.sheet.name)}!${rangeA1(blank.area)}` }),
    });

  const titled = new Map(
    chosen.sheets.map((sheet) => [
      sheet.name,
      area !== undefined || (mayHoldScores(sheet) && namesAssessment(sheet)),
    ]),
  );
  const found = chosen.sheets
    .filter((sheet) => area !== undefined || mayHoldScores(sheet))
    .flatMap((sheet) => findTables(sheet, newest, area !== undefined))
    .filter((table) =>
      // Items of one year are foreign to another; the table's own year is not known yet.
      allRules.some((rules) =>
        isRecognised(table, rowsOf(table, rules), titled.get(table.sheet.name) === true),
      ),
    );
  const foreign = found.flatMap((table) => {
    const heading = otherFramework(byName.get(table.sheet.name) ?? table.sheet, table);
    return heading === null ? [] : [{ table, heading }];
  });
  const tables = found.filter((table) => foreign.every((other) => other.table !== table));
  const [other] = foreign;
  if (tables.length === 0 && other !== undefined)
    return refusal('otherFramework', { cell: cellName(other.heading), text: other.heading.text });
  const placed = placeTables(tables, sheets, options.fileName ?? '');
  if (placed.length === 0) return area === undefined ? nothing() : unreadArea(area);
  const agenciesOn = new Map<string, Set<string>>();
  for (const each of placed) {
    const { name } = each.table.sheet;
    agenciesOn.set(name, (agenciesOn.get(name) ?? new Set()).add(keyOfAgency(each)));
  }
  const isOwnSheet = (name: string): boolean => (agenciesOn.get(name)?.size ?? 0) < 2;
  const read = (group: readonly PlacedSeries[], rules: RuleSet): GroupReading =>
    readGroup(group, rules, sheets, ({ table }, ruleSet) => rowsOf(table, ruleSet), isOwnSheet, chosen.range);
  return ok({ placed, ruleSets, rowsOf, read, nothing });
};

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
