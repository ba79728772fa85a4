import { assess } from '../core/assess/assess';
import type { Assessment, Finding } from '../core/assess/assessment';
import { compareYears, type YearComparison } from '../core/assess/compare-years';
import type { ChangePlan } from '../core/change-plan';
import type { AgencyReading } from '../core/read/reading';
import {
  readWorkbook,
  type ReadingOptions,
  type ReadingRefusal,
  type WorkbookReading,
} from '../core/read/read-workbook';
import type { MeasuresObstacle } from '../core/report/measures-sheet';
import { planReport, type PlannedReport, type ReportOptions } from '../core/report/plan-report';
import { ok, type Result } from '../core/result';
import type { Snapshot } from '../core/snapshot';
import { measureLibrary } from '../rules/measure-library';
import { ruleSets } from '../rules/rule-sets';
import { reportTextsTh } from './messages/report-texts-th';

/** What one analysis found, and what it would write; nothing is written yet. */
export type Analysis = {
  /** One for each agency and year, the newest year first; the sheets show the first. */
  readonly assessments: readonly [Assessment, ...Assessment[]];
  /** What was read for each of them, figure by figure, with its cell and why. */
  readonly readings: readonly AgencyReading[];
  /** The years side by side, those of which only a total is known among them. */
  readonly years: YearComparison;
  readonly plan: ChangePlan;
  /** Why rows of the measures table could not be added, or null. */
  readonly obstacle: MeasuresObstacle | null;
  /** What is written beside the officer's own tables, and what is in the way there; null where nothing is. */
  readonly beside: PlannedReport['beside'];
};

export type AnalysisOptions = ReadingOptions & Partial<ReportOptions>;

const yearFinding = ({ contradictedYear }: WorkbookReading, fiscalYear: number): readonly Finding[] =>
  contradictedYear === null
    ? []
    : [
        {
          code: 'yearContradiction',
          severity: 'warning',
          cells: [contradictedYear.cell],
          params: { stated: String(contradictedYear.year), used: String(fiscalYear) },
        },
      ];

/** The one-click job without the click: reads the scores, assesses them and plans what to write. */
export const analyze = (
  snapshot: Snapshot,
  options: AnalysisOptions = {},
): Result<Analysis, ReadingRefusal> => {
  const reading = readWorkbook(snapshot, ruleSets, options);
  if (!reading.ok) return reading;
  const [first, ...rest] = reading.value.readings.flatMap((agency): readonly Assessment[] => {
    const ruleSet = ruleSets.forYear(agency.fiscalYear);
    if (ruleSet === undefined) return [];
    const assessment = assess(agency, ruleSet, ruleSet.triageLimits);
    const findings = [...yearFinding(reading.value, agency.fiscalYear), ...assessment.findings];
    return [{ ...assessment, findings }];
  });
  if (first === undefined) throw new Error('A reading without a rule set');
  // The reading holds one agency; of two readings of one year the sheets can show but one.
  const earlier = rest.filter(
    ({ fiscalYear }, index) =>
      fiscalYear < first.fiscalYear && rest.findIndex((other) => other.fiscalYear === fiscalYear) === index,
  );
  const report = planReport(snapshot, first, earlier, reportTextsTh, measureLibrary, {
    inPlace: options.inPlace ?? false,
  });
  const years = compareYears([first, ...rest], reading.value.history, ruleSets);
  return ok({ assessments: [first, ...rest], readings: reading.value.readings, years, ...report });
};
