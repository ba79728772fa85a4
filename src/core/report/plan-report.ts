import type { Assessment } from '../assess/assessment';
import { cellName, type CellRef } from '../cell-address';
import type { ChangePlan } from '../change-plan';
import type { DocumentKind } from '../measures/layouts';
import { besideAreas } from '../own-cells';
import type { RuleSet } from '../rule-set';
import { planSettings, type ChosenSettings } from '../settings/plan-settings';
import { UNITS_NAME } from '../settings/setting-names';
import type { Settings, StoredSettings } from '../settings/settings';
import type { Snapshot } from '../snapshot';
import { planAnalysisSheet, type Outlooks } from './analysis-sheet';
import type { BesidePlan } from './beside/place-columns';
import { planBeside } from './beside/plan-beside';
import { planDocuments, type DocumentSources, type PlannedDocuments } from './documents/plan-documents';
import type { ReportTexts } from './report-texts';
import { reportStylesIn } from './styles';

/** What the user picks of a report. */
export type ReportOptions = {
  /** Whether results are also written beside the officer's own tables. */
  readonly inPlace: boolean;
  /** Documents that are asked for; those that the workbook has are kept up to date besides. */
  readonly documents: readonly DocumentKind[];
};

/** The settings of the workbook, and how they came about. */
export type ReportSettings = {
  readonly stored: StoredSettings;
  /** What holds for this report: as stored, and as the user chose now. */
  readonly settings: Settings;
  readonly chosen: ChosenSettings;
  /** The year's rules without any settings. */
  readonly baseRules: RuleSet;
  readonly supportedYears: readonly number[];
};

export type PlannedReport = {
  readonly plan: ChangePlan;
  /** The documents, why rows of them were not added, and what is missing in them. */
  readonly documents: Omit<PlannedDocuments, 'sheets' | 'names'>;
  /** What stands beside the officer's tables; null where nothing does. */
  readonly beside: Pick<BesidePlan, 'written' | 'obstacles'> | null;
};

/** Cells that the assessments were made from. */
const sourcesOf = (assessments: readonly Assessment[]): readonly CellRef[] => {
  const cells = assessments.flatMap(cellsOf);
  return [...new Map(cells.map((cell) => [cellName(cell), cell])).values()];
};

const cellsOf = (assessment: Assessment): readonly CellRef[] => {
  const { items, subIndicators, indicators, instruments, total, reportedGrade, readingIssues } = assessment;
  const figures = [
    ...items.map(({ figure }) => figure),
    ...[...subIndicators, ...indicators, ...instruments, total].map(({ given }) => given),
    ...instruments.flatMap(({ givenWeighted, parts }) => [givenWeighted, ...parts.map(({ given }) => given)]),
  ];
  return [...figures, reportedGrade, ...readingIssues].flatMap((entry) => entry?.cell ?? []);
};

/**
 * Plans everything that one analysis writes: the analysis sheet, the documents, the settings and, on request, columns
 * beside the officer's tables. Columns that an earlier run wrote there are kept in step, for they point into the analysis sheet.
 */
export const planReport = (
  snapshot: Snapshot,
  assessment: Assessment,
  outlooks: Outlooks,
  texts: ReportTexts,
  sources: DocumentSources,
  { inPlace, documents: kinds }: ReportOptions,
  report: ReportSettings,
): PlannedReport => {
  const { stored, settings, chosen, baseRules, supportedYears } = report;
  const { digits = 'arabic', layout } = settings.values;
  const defaults = { ...baseRules.triageLimits, target: baseRules.target };
  const analysis = planAnalysisSheet(snapshot, assessment, outlooks, texts, defaults);
  const documents = planDocuments(
    snapshot,
    assessment,
    { layout: analysis.layout, sheet: analysis.sheet.name },
    texts,
    sources,
    { kinds, layout, digits, units: settings.units, unitsName: UNITS_NAME },
  );
  const { ruleSet } = assessment;
  const settingsContext = { texts, ruleSet, baseRules, supportedYears, settings };
  const settingsSheet = planSettings(snapshot, stored, settingsContext, chosen);
  const isBeside = inPlace || besideAreas(snapshot).length > 0;
  const beside = isBeside
    ? planBeside(snapshot, assessment, analysis.layout, texts, analysis.sheet.name)
    : null;
  return {
    plan: {
      sources: [
        ...sourcesOf([assessment, ...outlooks.earlier]),
        ...outlooks.history.map(({ cell }) => cell),
        ...stored.sources,
      ],
      sheets: [analysis.sheet, ...documents.sheets, ...(beside?.sheets ?? []), settingsSheet.sheet],
      names: [...analysis.names, ...documents.names, ...(beside?.names ?? []), ...settingsSheet.names],
      styles: reportStylesIn(digits),
    },
    documents,
    beside,
  };
};
