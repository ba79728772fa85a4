import { assess } from '../core/assess/assess';
import { readAgencyRows, type AgencyRowsOfSheet } from '../core/many/read-agency-rows';
import { tableOfReading, type TableOfReading } from '../core/many/table-of-reading';
import { officerSheets } from '../core/own-cells';
import type { AgencyReading } from '../core/read/reading';
import { readEveryAgency } from '../core/read/read-workbook';
import type { ReadingOptions, ReadingRefusal } from '../core/read/reading-request';
import type { Snapshot } from '../core/snapshot';
import { ruleSets } from '../rules/rule-sets';

/** Everything that a workbook says of many agencies. */
export type ManyRead = {
  /** Sheets with an agency in each row. */
  readonly lists: readonly (AgencyRowsOfSheet & { readonly sheet: string })[];
  /** Agencies on sheets of their own. */
  readonly readings: readonly AgencyReading[];
  /** Why others could not be read; beside lists other sheets need hold none. */
  readonly refusals: readonly ReadingRefusal[];
};

/** Reads the lists of agencies of a workbook, as `isList` tells them, and what else there is on its other sheets. */
export const readMany = (
  snapshot: Snapshot,
  options: ReadingOptions,
  isList: (read: AgencyRowsOfSheet) => boolean,
): ManyRead => {
  const lists = officerSheets(snapshot).flatMap((sheet) => {
    const read = readAgencyRows(sheet, ruleSets, options);
    return isList(read) ? [{ sheet: sheet.name, ...read }] : [];
  });
  const isListed = (name: string): boolean => lists.some(({ sheet }) => sheet === name);
  const others = { ...snapshot, sheets: snapshot.sheets.filter(({ name }) => !isListed(name)) };
  const { readings, refusals } = readEveryAgency(others, ruleSets, options);
  const hasRows = lists.some(({ tables }) => tables.length > 0);
  return {
    lists,
    readings,
    refusals: hasRows ? refusals.filter(({ code }) => code !== 'noScores') : refusals,
  };
};

/** Readings as tables of one row each, with what does not add up in their figures. */
export const auditedTables = (readings: readonly AgencyReading[]): readonly TableOfReading[] =>
  readings.flatMap((reading) => {
    const rules = ruleSets.forYear(reading.fiscalYear);
    return rules === undefined
      ? []
      : [tableOfReading(reading, assess(reading, rules, rules.triageLimits).findings)];
  });
