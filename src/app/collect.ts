import { assess } from '../core/assess/assess';
import type { Assessment } from '../core/assess/assessment';
import type { AgencyTable } from '../core/many/agency-table';
import { subjectKey, type AgencyReading } from '../core/read/reading';
import { readWorkbook, type ReadingOptions, type ReadingRefusal } from '../core/read/read-workbook';
import type { Snapshot } from '../core/snapshot';
import { ruleSets } from '../rules/rule-sets';

/** What one workbook gives to a collection. */
export type Collected = {
  /** The agencies that could be read, by fiscal year. */
  readonly tables: readonly AgencyTable[];
  /** Why others could not. */
  readonly refusals: readonly ReadingRefusal[];
};

const tableOf = (reading: AgencyReading, { findings }: Assessment): AgencyTable => {
  const scored = reading.figures.filter(({ figure, value }) => figure === 'score' && value !== null);
  const bySubject = new Map<string, number>();
  for (const { subject, value } of scored)
    if (!bySubject.has(subjectKey(subject))) bySubject.set(subjectKey(subject), value ?? Number.NaN);
  const cell = reading.agencyCell ?? scored[0]?.cell;
  return {
    fiscalYear: reading.fiscalYear,
    subjects: [...bySubject.keys()],
    rows:
      cell === undefined
        ? []
        : [
            {
              agency: reading.agency ?? '',
              kind: '',
              district: '',
              province: '',
              grade: reading.grade?.code ?? null,
              cell,
              findings,
              issues: reading.issues,
            },
          ],
    scores: Float64Array.from(bySubject.values()),
  };
};

/** Reads every agency of a workbook with what does not add up in its figures. */
export const collectFrom = (snapshot: Snapshot, options: ReadingOptions): Collected => {
  const reading = readWorkbook(snapshot, ruleSets, options);
  if (!reading.ok) return { tables: [], refusals: [reading.error] };
  return {
    tables: reading.value.readings.flatMap((agency) => {
      const ruleSet = ruleSets.forYear(agency.fiscalYear);
      return ruleSet === undefined ? [] : [tableOf(agency, assess(agency, ruleSet, ruleSet.triageLimits))];
    }),
    refusals: [],
  };
};
