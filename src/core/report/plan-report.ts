import type { Assessment } from '../assess/assessment';
import type { ChangePlan } from '../change-plan';
import type { MeasureSuggestion } from '../rule-set';
import type { Snapshot } from '../snapshot';
import { planAnalysisSheet } from './analysis-sheet';
import { planMeasuresSheet, type MeasuresObstacle } from './measures-sheet';
import type { ReportTexts } from './report-texts';
import { reportStyles } from './styles';

export type PlannedReport = { readonly plan: ChangePlan; readonly obstacle: MeasuresObstacle | null };

/** Plans everything that one analysis writes: the analysis sheet and the measures sheet. */
export const planReport = (
  snapshot: Snapshot,
  assessment: Assessment,
  texts: ReportTexts,
  library: readonly MeasureSuggestion[],
): PlannedReport => {
  const analysis = planAnalysisSheet(snapshot, assessment, texts);
  const measures = planMeasuresSheet(snapshot, assessment, texts, library);
  return {
    plan: {
      sheets: [analysis.sheet, ...(measures === null ? [] : [measures.sheet])],
      names: [...analysis.names, ...(measures?.names ?? [])],
      styles: reportStyles,
    },
    obstacle: measures?.obstacle ?? null,
  };
};
