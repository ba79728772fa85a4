import { cellName, quotedSheet, rangeA1 } from '../cell-address';
import { officerSheets } from '../own-cells';
import { err, ok, type Result } from '../result';
import { newestRules, type RuleSet, type RuleSets } from '../rule-set';
import type { SheetSnapshot, Snapshot } from '../snapshot';
import { agencyKey } from './agencies';
import { findTables } from './find-tables';
import { placeTables, type PlacedSeries } from './place-tables';
import { areaParams, areaReport, withinArea, type PointedArea } from './pointed-area';
import { readGroup, type GroupReading } from './read-group';
import { refusal, type ReadingOptions, type ReadingRefusal } from './reading-request';
import { isRecognised, mayHoldScores, namesAssessment, otherFramework } from './recognise';
import type { ScoreTable } from './score-table';
import { readTableRows, type TableRows } from './table-rows';

/** Agencies are told apart by this; '' where a series names none. */
export const keyOfAgency = ({ agency }: PlacedSeries): string => (agency === null ? '' : agencyKey(agency));

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

/** The score tables of a workbook with what each is of, before anything is chosen among them. */
export type FoundSeries = {
  readonly placed: readonly PlacedSeries[];
  readonly ruleSets: RuleSets;
  readonly rowsOf: (table: ScoreTable, ruleSet: RuleSet) => TableRows;
  readonly read: (group: readonly PlacedSeries[], rules: RuleSet) => GroupReading;
  readonly nothing: (blank?: ScoreTable) => Result<never, ReadingRefusal>;
};

/** Finds the score tables that the user can mean; why there are none is a refusal. */
export const findSeries = (
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
