import { assess } from '../core/assess/assess';
import { cellName } from '../core/cell-address';
import type { AgencyTable } from '../core/many/agency-table';
import { withFindings } from '../core/many/assess-many';
import { namesSeveral, readAgencyRows } from '../core/many/read-agency-rows';
import { tableOfReading } from '../core/many/table-of-reading';
import { officerSheets } from '../core/own-cells';
import { readEveryAgency, type ReadingOptions, type ReadingRefusal } from '../core/read/read-workbook';
import { readSettings } from '../core/settings/read-settings';
import type { Snapshot } from '../core/snapshot';
import { ruleSets } from '../rules/rule-sets';
import { reportTextsTh } from './messages/report-texts-th';

/** What one workbook gives to a collection. */
export type Collected = {
  /** The agencies that could be read, by fiscal year, with what does not add up in their figures. */
  readonly tables: readonly AgencyTable[];
  /** Why others could not. */
  readonly refusals: readonly ReadingRefusal[];
};

const NO_YEAR = (cells: readonly string[]): ReadingRefusal => ({
  code: 'yearUnknown',
  params: cells.length === 0 ? {} : { cell: cells.join(', ') },
  candidates: ruleSets.supportedYears.map(String),
  samples: [],
});

/**
 * Reads every agency of a workbook: sheets with an agency in each row, and what else there is of agencies on sheets of
 * their own. Year and agency go by the workbook's settings sheet where nobody says them.
 */
export const collectFrom = (snapshot: Snapshot, options: Omit<ReadingOptions, 'sheet'>): Collected => {
  const { values } = readSettings(snapshot, reportTextsTh.settings, ruleSets.supportedYears).settings;
  const { year = values.year, agency = values.agency, fileName } = options;
  const lists = officerSheets(snapshot).flatMap((sheet) => {
    const read = readAgencyRows(sheet, ruleSets, { year, fileName });
    return namesSeveral(read) || read.yearless.length > 0 ? [{ sheet: sheet.name, ...read }] : [];
  });
  const listed = lists.flatMap(({ tables }) =>
    tables.flatMap(({ table, place }) => {
      const ruleSet = ruleSets.forYear(table.fiscalYear);
      return ruleSet === undefined ? [] : [withFindings(table, place, ruleSet)];
    }),
  );
  const yearless = lists.flatMap((list) => list.yearless);
  const isListed = (name: string): boolean => lists.some(({ sheet }) => sheet === name);
  const others = { ...snapshot, sheets: snapshot.sheets.filter(({ name }) => !isListed(name)) };
  const { readings, refusals } = readEveryAgency(others, ruleSets, { year, fileName });
  const own = readings.flatMap((reading) => {
    const ruleSet = ruleSets.forYear(reading.fiscalYear);
    if (ruleSet === undefined) return [];
    const named = readings.every((other) => other.agency === reading.agency) ? agency : undefined;
    const of = { ...reading, agency: named ?? reading.agency };
    return [tableOfReading(of, assess(of, ruleSet, ruleSet.triageLimits).findings).table];
  });
  return {
    tables: [...listed, ...own],
    refusals: [
      ...(yearless.length > 0 ? [NO_YEAR(yearless.map(cellName))] : []),
      // Beside lists of agencies other sheets need hold none.
      ...(listed.length > 0 ? refusals.filter(({ code }) => code !== 'noScores') : refusals),
    ],
  };
};
