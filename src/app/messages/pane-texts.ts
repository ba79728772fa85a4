import type { IndicatorResult } from '../../core/assess/assessment';
import type { DocumentKind } from '../../core/measures/layouts';
import type { InstrumentId, TriageLevel } from '../../core/rule-set';

/** What a plan does to the workbook, in numbers. */
export type PlanCounts = {
  readonly added: number;
  readonly updated: number;
  /** Tables of the officer's beside which columns are written. */
  readonly beside: number;
};

/** Every word of the pane, in one language; sentences about findings and refusals are in `Messages`. */
export type PaneTexts = {
  readonly title: string;
  readonly language: string;
  readonly otherLanguage: string;
  readonly start: { readonly what: string; readonly safe: string; readonly button: string };
  readonly reading: string;
  readonly writing: string;
  readonly again: string;
  readonly noAgency: string;
  readonly fiscalYear: (year: number) => string;
  readonly total: string;
  readonly noTotal: string;
  readonly uncertain: string;
  readonly aboveTarget: (points: string) => string;
  readonly belowTarget: (points: string) => string;
  /** What a bar says to who cannot see it. */
  readonly bar: (instrument: InstrumentId, score: string, weight: string) => string;
  readonly triage: Readonly<Record<TriageLevel, string>>;
  readonly notScored: string;
  readonly findings: string;
  readonly noFindings: string;
  readonly warning: string;
  readonly note: string;
  readonly goTo: (cell: string) => string;
  readonly documents: {
    readonly title: string;
    /** Why the box of a document that the workbook has cannot be cleared. */
    readonly there: string;
    /** Why a document that is asked for is not made. */
    readonly notMade: (kind: DocumentKind, name: string) => string;
  };
  readonly readiness: {
    readonly title: string;
    readonly missing: string;
    readonly check: string;
    readonly ready: string;
    readonly notReady: string;
    /** How many further lines there are. */
    readonly more: (count: number) => string;
  };
  readonly indicator: (indicator: IndicatorResult, name: string) => string;
  readonly inPlace: string;
  readonly plan: (counts: PlanCounts) => string;
  readonly write: string;
  readonly written: (sheets: number) => string;
  readonly undo: string;
  readonly undoing: string;
  readonly undone: string;
  /** What was left because somebody has worked there since. */
  readonly undoneExcept: (what: string) => string;
  readonly goToResult: string;
  readonly question: Readonly<Record<'severalAgencies' | 'severalTables' | 'yearUnknown', string>>;
  readonly choose: (candidate: string) => string;
  readonly notConnected: string;
  /** A part of the pane did not come through the line. */
  readonly notLoaded: string;
  readonly reload: string;
};
