import type { DocumentKind } from '../../core/measures/layouts';
import type { ConditionReading, InstrumentId, TriageLevel, TriagePolicy } from '../../core/rule-set';
import type { Digits, MeasuresLayout } from '../../core/settings/settings';

/** What a plan does to the workbook, in numbers. */
export type PlanCounts = {
  readonly added: number;
  readonly updated: number;
  /** Tables of the officer's beside which columns are written. */
  readonly beside: number;
};

/** Every word of the pane about a result, in one language; sentences on findings and refusals are in `Messages`. */
export type ResultTexts = {
  readonly again: string;
  readonly back: string;
  readonly tabs: Readonly<Record<'result' | 'documents' | 'settings', string>>;
  readonly tabList: string;
  /** A score as people read it, a dash where it is missing. */
  readonly score: (value: number | null, decimals: number) => string;
  readonly count: (value: number) => string;
  readonly noAgency: string;
  readonly fiscalYear: (year: number) => string;
  readonly chooseYear: string;
  readonly total: string;
  readonly noTotal: string;
  readonly uncertain: string;
  readonly aboveTarget: (points: string) => string;
  readonly belowTarget: (points: string) => string;
  /** Change on an earlier year; `points` has its sign. */
  readonly change: (points: string, year: number) => string;
  /** What a screen reader is told once a result is there. */
  readonly assessed: (total: string, grade: string) => string;
  /** What a bar says to who cannot see it. */
  readonly bar: (instrument: InstrumentId, score: string, weight: string, target: string) => string;
  readonly tick: (target: string) => string;
  readonly triage: Readonly<Record<TriageLevel, string>>;
  readonly notScored: string;
  readonly findings: string;
  readonly noFindings: string;
  readonly warning: string;
  readonly note: string;
  readonly goTo: (cell: string) => string;
  readonly readFrom: {
    /** Before the way to another table. */
    readonly elsewhere: string;
    readonly title: string;
    readonly sum: (cells: number, sheets: number) => string;
    readonly heads: readonly [what: string, score: string, cell: string];
    readonly more: (count: number) => string;
  };
  readonly fixFirst: {
    readonly title: string;
    readonly intro: string;
    readonly gain: (points: string) => string;
    readonly present: (score: string) => string;
    readonly ifScore: (name: string) => string;
    readonly full: (score: string) => string;
    readonly notAScore: string;
    readonly nothing: string;
    readonly showAll: string;
    readonly reset: string;
    /** Total and grade as they would be. */
    readonly wouldBe: (total: string, points: string, grade: string) => string;
    /** A score follows from others that the workbook gives too. */
    readonly cannotTell: string;
    readonly regrouped: (name: string, from: string, to: string) => string;
    readonly none: string;
  };
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
  readonly inPlace: string;
  readonly plan: (counts: PlanCounts) => string;
  readonly preview: {
    readonly show: string;
    readonly newSheet: string;
    readonly ownSheet: string;
    readonly officerSheet: string;
    readonly cells: (written: number, replaced: number) => string;
    readonly before: string;
    readonly after: string;
    /** What a cell holds, in the digits of the pane. */
    readonly value: (text: string) => string;
    readonly blank: string;
    readonly more: (count: number) => string;
  };
  readonly write: string;
  readonly written: (sheets: number) => string;
  readonly undo: string;
  readonly undone: string;
  /** What was left because somebody has worked there since. */
  readonly undoneExcept: (what: string) => string;
  readonly goToResult: string;
  readonly question: Readonly<Record<'severalAgencies' | 'severalTables' | 'yearUnknown', string>>;
  readonly choose: (candidate: string) => string;
  readonly sampleScores: string;
  readonly nothing: {
    /** Points to a table that was not found, or to another one. */
    readonly point: string;
    readonly usePointed: string;
    /** What is read where somebody pointed, and the way back. */
    readonly pointedTo: (area: string) => string;
    readonly readAll: string;
    readonly wayOn: string;
    readonly formYear: string;
    readonly addForm: string;
    readonly formAdded: (sheet: string, year: number) => string;
  };
  readonly merge: {
    readonly title: string;
    readonly what: string;
    readonly needsDocuments: string;
    readonly pick: string;
    readonly planned: string;
    readonly main: string;
    readonly fromFile: (cells: number, rows: number) => string;
    readonly leftOut: string;
    readonly taken: (count: number) => string;
    readonly conflicts: (count: number) => string;
    readonly noConflicts: string;
    readonly conflictsStay: string;
    readonly how: string;
    readonly write: string;
    readonly nothing: string;
    readonly done: (cells: number, rows: number) => string;
    readonly more: (count: number) => string;
  };
  readonly settings: {
    readonly intro: string;
    readonly policy: string;
    readonly policies: Readonly<Record<TriagePolicy, string>>;
    readonly limits: Readonly<
      Record<
        'urgentBelow' | 'improveBelow' | 'lowestMaintainFrom' | 'itemUrgentUpTo' | 'itemImproveBelow',
        string
      >
    >;
    readonly target: string;
    readonly reading: string;
    readonly readings: Readonly<Record<ConditionReading | 'open', string>>;
    readonly layout: string;
    readonly layouts: Readonly<Record<MeasuresLayout | 'byYear', string>>;
    readonly digits: string;
    readonly digitsOf: Readonly<Record<Digits, string>>;
    readonly units: string;
    readonly unitsHint: (most: number) => string;
    readonly tooManyUnits: (most: number) => string;
    readonly notAScore: string;
    readonly more: string;
  };
};
