import { assess } from '../core/assess/assess';
import type { Assessment, Finding } from '../core/assess/assessment';
import { compareYears, type YearComparison } from '../core/assess/compare-years';
import { auditDocuments, auditTexts, type DocumentAudit } from '../core/audit/audit-texts';
import type { ChangePlan } from '../core/change-plan';
import type { AgencyReading } from '../core/read/reading';
import { readWorkbook, type WorkbookReading } from '../core/read/read-workbook';
import type { ReadingOptions, ReadingRefusal } from '../core/read/reading-request';
import { planReport, type PlannedReport, type ReportOptions } from '../core/report/plan-report';
import { err, ok, type Result } from '../core/result';
import type { Snapshot } from '../core/snapshot';
import type { ConditionReading, RuleSets, TriagePolicy } from '../core/rule-set';
import { applySettings, type AppliedSettings } from '../core/settings/apply-settings';
import { readSettings } from '../core/settings/read-settings';
import { settingFindings, ungroupedFinding } from '../core/settings/setting-findings';
import { withChoices, type SettingKey, type Settings, type SettingValues } from '../core/settings/settings';
import { documentSources } from '../rules/documents/document-sources';
import { ruleSets } from '../rules/rule-sets';
import { waysForward } from './messages/outlook-messages';
import { messagesTh } from './messages/th';
import { outlookOf } from './outlook';
import { USUAL_DOCUMENTS } from './planned-documents';
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
  /** The documents that the workbook has then, why rows of them could not be added, and what is missing in them. */
  readonly documents: PlannedReport['documents'];
  /** What is written beside the officer's own tables, and what is in the way there; null where nothing is. */
  readonly beside: PlannedReport['beside'];
  /** What the sheet says of the settings, and what was chosen now. */
  readonly settings: Settings;
  /** Readings of the grade's condition that the year admits, whichever is settled. */
  readonly conditionReadings: readonly ConditionReading[];
};

/** Choices of one run; what the settings sheet holds stays in force where nothing is chosen. */
export type AnalysisOptions = ReadingOptions &
  Partial<ReportOptions> & {
    readonly policy?: TriagePolicy | undefined;
    /** Total to reach, 0–100. */
    readonly target?: number | undefined;
    /** Settings that the user changes now; they are written into the settings sheet. */
    readonly settings?: Partial<Omit<SettingValues, 'agency' | 'year'>> | undefined;
    /** Divisions of the agency, as they are to stand in the settings sheet. */
    readonly units?: readonly string[] | undefined;
  };

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

const chosenNow = ({ policy, target, settings }: AnalysisOptions): Partial<SettingValues> => ({
  ...(policy === undefined ? {} : { policy }),
  ...(target === undefined ? {} : { target }),
  ...settings,
});

/** Where and of what to read: as the user asks, else as the settings say. */
const readingOptions = (
  { values }: Settings,
  { year = values.year, agency = values.agency, sheet, area, fileName }: AnalysisOptions,
): ReadingOptions => ({ year, agency, sheet, area, fileName });

/** Why nothing can be assessed, and what the documents that are there show all the same; null where they are not looked at. */
export type AnalysisRefusal = ReadingRefusal & { readonly documents: DocumentAudit | null };

const documentsOf = (snapshot: Snapshot, { code }: ReadingRefusal): DocumentAudit | null =>
  code === 'noScores' ? auditDocuments(snapshot, ruleSets) : null;

/** The one-click job without the click: reads the scores, assesses them and plans what to write. */
export const analyze = (
  snapshot: Snapshot,
  options: AnalysisOptions = {},
): Result<Analysis, AnalysisRefusal> => {
  const stored = readSettings(snapshot, reportTextsTh.settings, ruleSets.supportedYears);
  const choices = chosenNow(options);
  const chosen = new Set([
    ...(Object.keys(choices) as SettingKey[]),
    ...(options.units === undefined ? [] : (['units'] as const)),
  ]);
  const settings = {
    ...withChoices(stored.settings, choices),
    units: options.units ?? stored.settings.units,
  };
  const applied = (fiscalYear: number): AppliedSettings | undefined => {
    const rules = ruleSets.forYear(fiscalYear);
    return rules === undefined ? undefined : applySettings(rules, settings, stored.cells);
  };
  const rulesInForce: RuleSets = { ...ruleSets, forYear: (fiscalYear) => applied(fiscalYear)?.ruleSet };
  const reading = readWorkbook(snapshot, rulesInForce, readingOptions(settings, options));
  if (!reading.ok) return err({ ...reading.error, documents: documentsOf(snapshot, reading.error) });
  const named = options.agency === undefined ? settings.values.agency : undefined;
  const [first, ...rest] = reading.value.readings.flatMap((agency): readonly Assessment[] => {
    const ruleSet = rulesInForce.forYear(agency.fiscalYear);
    if (ruleSet === undefined) return [];
    const assessment = assess({ ...agency, agency: named ?? agency.agency }, ruleSet, ruleSet.triageLimits);
    const findings = [
      ...yearFinding(reading.value, agency.fiscalYear),
      ...assessment.findings,
      ...ungroupedFinding(assessment),
    ];
    return [{ ...assessment, findings }];
  });
  const baseRules = ruleSets.forYear(first?.fiscalYear ?? Number.NaN);
  if (first === undefined || baseRules === undefined) throw new Error('A reading without a rule set');
  // The reading holds one agency; of two readings of one year the sheets can show but one.
  const earlier = rest.filter(
    ({ fiscalYear }, index) =>
      fiscalYear < first.fiscalYear && rest.findIndex((other) => other.fiscalYear === fiscalYear) === index,
  );
  const problems = [...stored.problems, ...(applied(first.fiscalYear)?.problems ?? [])].filter(
    ({ setting }) => !chosen.has(setting as SettingKey),
  );
  const findings = [...settingFindings(problems), ...first.findings, ...auditTexts(snapshot, first)];
  const shown = { ...first, findings };
  const years = compareYears([first, ...rest], reading.value.history, rulesInForce);
  const outlook = outlookOf(first);
  const report = planReport(
    snapshot,
    shown,
    {
      earlier,
      comparison: years,
      history: reading.value.history,
      distances: outlook.distances,
      sentences: waysForward(outlook, first, messagesTh.outlook),
    },
    reportTextsTh,
    documentSources,
    { inPlace: options.inPlace ?? false, documents: options.documents ?? USUAL_DOCUMENTS },
    {
      stored: { ...stored, problems },
      settings,
      chosen,
      baseRules,
      supportedYears: ruleSets.supportedYears,
    },
  );
  return ok({
    assessments: [shown, ...rest],
    readings: reading.value.readings,
    years,
    settings,
    conditionReadings: baseRules.gradeScale.readings,
    ...report,
  });
};
