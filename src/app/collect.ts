import { cellName } from '../core/cell-address';
import type { AgencyTable } from '../core/many/agency-table';
import { withFindings } from '../core/many/assess-many';
import { namesSeveral } from '../core/many/read-agency-rows';
import type { ReadingOptions, ReadingRefusal } from '../core/read/reading-request';
import { readSettings } from '../core/settings/read-settings';
import type { Snapshot } from '../core/snapshot';
import { ruleSets } from '../rules/rule-sets';
import { reportTextsTh } from './messages/report-texts-th';
import { auditedTables, readMany } from './read-many';

/** What one workbook gives to a collection. */
export type Collected = {
  /** The agencies that could be read, by fiscal year, with what does not add up in their figures. */
  readonly tables: readonly AgencyTable[];
  /** Why others could not. */
  readonly refusals: readonly ReadingRefusal[];
};

const noYear = (cells: readonly string[]): ReadingRefusal => ({
  code: 'yearUnknown',
  params: { cell: cells.join(', ') },
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
  const { lists, readings, refusals } = readMany(
    snapshot,
    { year, fileName },
    (read) => namesSeveral(read) || read.yearless.length > 0,
  );
  const listed = lists.flatMap(({ tables }) =>
    tables.flatMap(({ table, place }) => {
      const ruleSet = ruleSets.forYear(table.fiscalYear);
      return ruleSet === undefined ? [] : [withFindings(table, place, ruleSet)];
    }),
  );
  const yearless = lists.flatMap((list) => list.yearless);
  const isOne = readings.every((reading) => reading.agency === readings[0]?.agency);
  const named = readings.map((reading) => ({
    ...reading,
    agency: (isOne ? agency : undefined) ?? reading.agency,
  }));
  return {
    tables: [...listed, ...auditedTables(named).map(({ table }) => table)],
    refusals: [...(yearless.length > 0 ? [noYear(yearless.map(cellName))] : []), ...refusals],
  };
};
