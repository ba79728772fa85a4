import type { Assessment } from '../assess/assessment';
import { cellName, type CellRef } from '../cell-address';
import type { ChangePlan } from '../change-plan';
import { besideAreas } from '../own-cells';
import type { MeasureSuggestion } from '../rule-set';
import type { Snapshot } from '../snapshot';
import { planAnalysisSheet } from './analysis-sheet';
import { planBeside, type BesidePlan } from './beside/plan-beside';
import { planMeasuresSheet, type MeasuresObstacle } from './measures-sheet';
import type { ReportTexts } from './report-texts';
import { reportStyles } from './styles';

/** What the user picks of a report. */
export type ReportOptions = {
  /** Whether results are also written beside the officer's own tables. */
  readonly inPlace: boolean;
};

export type PlannedReport = {
  readonly plan: ChangePlan;
  readonly obstacle: MeasuresObstacle | null;
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
 * Plans everything that one analysis writes: the analysis sheet, the measures sheet and, on request, columns beside the
 * officer's tables. Columns that an earlier run wrote there are kept in step, for they point into the analysis sheet.
 */
export const planReport = (
  snapshot: Snapshot,
  assessment: Assessment,
  earlier: readonly Assessment[],
  texts: ReportTexts,
  library: readonly MeasureSuggestion[],
  { inPlace }: ReportOptions,
): PlannedReport => {
  const analysis = planAnalysisSheet(snapshot, assessment, earlier, texts);
  const measures = planMeasuresSheet(snapshot, assessment, texts, library);
  const isBeside = inPlace || besideAreas(snapshot).length > 0;
  const beside = isBeside
    ? planBeside(snapshot, assessment, analysis.layout, texts, analysis.sheet.name)
    : null;
  return {
    plan: {
      sources: sourcesOf([assessment, ...earlier]),
      sheets: [analysis.sheet, ...(measures === null ? [] : [measures.sheet]), ...(beside?.sheets ?? [])],
      names: [...analysis.names, ...(measures?.names ?? []), ...(beside?.names ?? [])],
      styles: reportStyles,
    },
    obstacle: measures?.obstacle ?? null,
    beside,
  };
};
