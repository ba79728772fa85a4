import type { DocumentKind } from '../../measures/layouts';
import type { UsualPeriod } from '../../measures/library';
import type { DemandCode, GapCode, Readiness, RemarkCode } from '../../measures/checked-documents';
import type { ResultGap } from '../../measures/results-state';
import type { PointSubject } from '../../measures/weak-points';
import type { TriageLevel } from '../../rule-set';

/** Every word of the documents that does not belong to a layout. */
export type DocumentTexts = {
  /** Titles of the sheets with the tables that officers work in, and of those that are printed. */
  readonly sheet: Readonly<Record<DocumentKind, string>>;
  readonly print: Readonly<Record<DocumentKind, string>>;
  readonly subtitle: (agency: string | null, fiscalYear: number) => string;
  /** Under the title of what is about a year's work, not about its scores. */
  readonly forYear: (agency: string | null, fiscalYear: number) => string;
  readonly hint: Readonly<Record<DocumentKind, string>>;
  /** Beside the printed page: how a change comes into it. */
  readonly printHint: (sheet: string) => string;
  readonly side: {
    readonly group: string;
    readonly triage: string;
    readonly origin: string;
    readonly status: string;
    readonly round: string;
    readonly progress: string;
    readonly evidence: string;
    readonly match: string;
    readonly key: string;
  };
  readonly status: { readonly draft: string; readonly edited: string; readonly accepted: string };
  readonly oitStatus: readonly [string, string, string];
  /** How far a measure has come, and for which round a result is reported. */
  readonly progress: readonly [notBegun: string, underWay: string, done: string];
  readonly roundOf: readonly string[];
  /** Headings under which weak points stand where they are gathered by level. */
  readonly level: Readonly<Record<TriageLevel, string>>;
  /** Heading of measures whose weak point is none any more. */
  readonly staleGroup: string;
  /** Heading of what belongs to none of the groups. */
  readonly otherGroup: string;
  readonly indicator: (id: number, name: string) => string;
  readonly item: (id: string, name: string) => string;
  readonly issue: (id: string, name: string) => string;
  readonly subIndicator: (id: string, name: string) => string;
  readonly key: {
    readonly indicator: (fiscalYear: number, indicator: number) => string;
    readonly item: (fiscalYear: number, id: string) => string;
    readonly issue: (fiscalYear: number, id: string) => string;
    readonly issueItem: (fiscalYear: number, issue: string, id: string) => string;
    readonly other: (kind: DocumentKind, id: string) => string;
  };
  /** What a row of measures comes from; null for a level where it is no weak point any more. */
  readonly origin: (name: string, level: TriageLevel | null) => string;
  readonly fromYear: (fiscalYear: number) => string;
  readonly period: Readonly<Record<UsualPeriod, (fiscalYear: number) => string>>;
  readonly wholePlanYear: (fiscalYear: number) => string;
  /** Names of the months, January first, as periods write them. */
  readonly months: readonly string[];
  readonly monthOfYear: (month: string, year: number) => string;
  readonly span: (from: string, to: string) => string;
  /** Follow-up every 3, 6, 9 and 12 months. */
  readonly rounds: string;
  /** What belongs into a cell that the officer must fill in; all begin with the same words. */
  readonly prompt: {
    readonly begin: string;
    readonly responsible: (usual: string) => string;
    readonly elements: string;
  };
  /** Before what is said of an item, by its level. */
  readonly fix: Readonly<Record<TriageLevel, string>>;
  readonly scores: {
    readonly combined: (instrument: string) => string;
    readonly part: (instrument: string, part: string) => string;
    readonly total: string;
    readonly grade: string;
    /** Before total and grade in one row. */
    readonly result: string;
  };
  /** Parts of a memo in their order, each with what it is called and a draft; a part without a heading is a paragraph. */
  readonly memo: {
    readonly parts: (about: {
      readonly agency: string | null;
      readonly scoredYear: number;
      readonly planYear: number;
      readonly measures: number;
    }) => readonly {
      readonly id: string;
      readonly name: string;
      readonly text: string;
      /** Before the table of results, or below it; `signed` ends with a line to sign on. */
      readonly place: 'head' | 'above' | 'below' | 'signed';
    }[];
    readonly signature: string;
  };
  readonly advice: {
    /** What is said of a row whose item is not known. */
    readonly unknown: string;
    /** Before a recommendation that is printed. */
    readonly printed: (subject: PointSubject) => string;
    /** Where a row of measures comes from besides; blank without names. */
    readonly origin: (names: readonly string[]) => string;
  };
  readonly library: {
    readonly sheet: string;
    readonly title: string;
    readonly subtitle: (fiscalYear: number) => string;
    readonly hint: string;
    readonly columns: Readonly<
      Record<
        'code' | 'name' | 'measure' | 'approach' | 'steps' | 'responsible' | 'period' | 'followUp' | 'key',
        string
      >
    >;
    readonly code: {
      readonly indicator: (id: number) => string;
      readonly issue: (id: string) => string;
    };
    readonly key: (code: string, fiscalYear: number | null) => string;
  };
  readonly readiness: {
    readonly sheet: string;
    readonly title: string;
    readonly subtitle: (item: string | null, fiscalYear: number, next: Readiness['next']) => string;
    readonly unsure: (confidence: string, source: string) => string;
    readonly ready: string;
    readonly notReady: string;
    readonly columns: readonly [string, string, string, string];
    readonly demand: Readonly<Record<DemandCode, string>>;
    readonly done: string;
    readonly missing: string;
    /** Of a row without a measure, of which nothing else is asked. */
    readonly notAsked: string;
    readonly matrix: { readonly heading: string; readonly row: string };
    readonly gaps: string;
    readonly gapColumns: readonly [string, string];
    readonly noGaps: string;
    /** What is missing, in a sentence; `demand` is among the parameters. */
    readonly gap: (code: GapCode, params: Readonly<Record<string, string>>) => string;
    readonly remarks: string;
    readonly noRemarks: string;
    /** What should be looked at, in a sentence. */
    readonly remark: (code: RemarkCode, params: Readonly<Record<string, string>>) => string;
  };
  /** The check of the report of results, in the words of the other check where it says the same. */
  readonly resultsReadiness: {
    readonly sheet: string;
    readonly title: string;
    readonly subtitle: (item: string | null, fiscalYear: number) => string;
    readonly demand: Readonly<Record<ResultGap['role'], string>>;
    readonly matrix: string;
    readonly measure: string;
    readonly role: Readonly<Record<ResultGap['role'], string>>;
    readonly gap: (gap: ResultGap) => string;
    readonly progress: {
      readonly heading: string;
      readonly unit: string;
      readonly measures: string;
      /** Where nobody is named. */
      readonly nobody: string;
      readonly all: string;
    };
    readonly qrCode: string;
  };
  /** The list of cells in which copies of the workbook contradict each other. */
  readonly conflicts: {
    readonly sheet: string;
    readonly title: string;
    readonly subtitle: string;
    readonly columns: readonly [string, string, string, string];
    /** Heading of the differing texts, counted from 1. */
    readonly text: (number: number) => string;
    /** What the workbook is called into which the others are merged. */
    readonly main: string;
    /** Under a text: the files that hold it. */
    readonly from: (files: readonly string[]) => string;
    readonly none: string;
  };
};
