import type { Assessment } from '../assess/assessment';
import type { MeasureSuggestion, TriageLevel } from '../rule-set';

/** A draft of a measures row for one weak indicator. */
export type MeasureDraft = {
  readonly indicator: number;
  readonly name: string;
  readonly triage: TriageLevel;
  readonly suggestion: MeasureSuggestion;
};

/** Drafts for the weak indicators, urgent ones first, each group in the order of the indicators. */
export const suggestMeasures = (
  assessment: Assessment,
  library: readonly MeasureSuggestion[],
): readonly MeasureDraft[] =>
  (['urgent', 'improve'] as const).flatMap((triage) =>
    assessment.indicators.flatMap((indicator) => {
      const suggestion = library.find((entry) => entry.indicator === indicator.id);
      if (indicator.triage !== triage || suggestion === undefined) return [];
      const name = assessment.ruleSet.indicators.find(({ id }) => id === indicator.id)?.name ?? '';
      return [{ indicator: indicator.id, name, triage, suggestion }];
    }),
  );
