import type { Finding, GradeCase } from '../assess/assessment';
import type { ItemChange } from '../assess/compare-years';
import type { ReadingIssue } from '../read/reading';
import type { Confidence, InstrumentId, RuleSet, TriageLevel, TriagePolicy } from '../rule-set';
import type { NarrativeTexts } from './narrative';
import type { DocumentTexts } from './documents/document-texts';
import type { SettingsTexts } from '../settings/settings-texts';

/** Every text that our sheets show, in the language of the document; core writes no words of its own. */
export type ReportTexts = {
  readonly analysisSheet: string;
  /** Title of a sheet whose usual title is taken by one of the officer's: usual title and a counter from 2. */
  readonly freeSheetName: (title: string, counter: number) => string;
  readonly title: (agency: string | null) => string;
  readonly subtitle: (fiscalYear: number) => string;
  /** The policy of the triage in words, after the subtitle; `{name}` stands for a limit. */
  readonly policy: Readonly<Record<TriagePolicy, string>>;
  readonly kpi: {
    readonly total: string;
    readonly grade: string;
    readonly gap: string;
    readonly change: string;
  };
  readonly noPreviousYear: string;
  readonly grade: {
    readonly confirmed: (fiscalYear: number) => string;
    /** Where the officer has settled how the condition is read. */
    readonly settled: string;
    readonly settledButMissing: string;
    readonly sameUnderAllReadings: string;
    readonly differsByReading: string;
    readonly rulesUnsettled: (fiscalYear: number) => string;
    readonly noTotal: string;
  };
  readonly charts: {
    readonly heading: string;
    readonly indicators: {
      readonly title: (fiscalYear: number) => string;
      readonly altText: (fiscalYear: number) => string;
      readonly series: (fiscalYear: number) => string;
    };
    readonly radar: {
      readonly title: (fiscalYear: number, earlier: number | null) => string;
      readonly altText: (fiscalYear: number, earlier: number | null) => string;
    };
    readonly years: { readonly title: string; readonly altText: string; readonly series: string };
    readonly target: string;
    readonly improve: string;
    readonly urgent: string;
  };
  /** The figures of the charts, right of the printed page. */
  readonly chartData: {
    readonly heading: string;
    readonly indicator: string;
    readonly year: string;
    readonly scoresOf: (fiscalYear: number) => string;
    readonly total: string;
    readonly target: string;
    readonly improve: string;
    readonly urgent: string;
  };
  /** Heading of the policy and limits in force; these are called as on the settings sheet. */
  readonly limits: { readonly heading: string };
  readonly weighted: {
    readonly heading: string;
    readonly columns: readonly [string, string, string, string, string, string];
    readonly part: (part: string) => string;
    readonly total: string;
  };
  readonly cases: {
    readonly heading: string;
    readonly columns: readonly [string, string, string];
    readonly reading: Readonly<Record<GradeCase['reading'], string>>;
    readonly bound: Readonly<Record<GradeCase['bound'], string>>;
  };
  readonly indicators: {
    readonly heading: string;
    readonly columns: readonly [string, string, string, string, string, string, string];
    readonly from: Readonly<Record<'items' | 'parts' | 'given', string>>;
  };
  readonly subIndicators: {
    readonly heading: string;
    readonly columns: readonly [string, string, string, string];
  };
  readonly items: {
    readonly byIssue: string;
    readonly bySubIndicator: string;
    readonly columns: readonly [string, string, string, string, string, string];
    readonly noIssue: string;
    /** Beside an item that pulls its issue down. */
    readonly weakest: string;
  };
  readonly triage: Readonly<Record<TriageLevel, string>>;
  readonly findings: {
    readonly heading: string;
    readonly columns: readonly [string, string, string];
    readonly none: string;
    readonly severity: Readonly<Record<Finding['severity'], string>>;
    readonly finding: (finding: Finding, ruleSet: RuleSet) => string;
    readonly issue: (issue: ReadingIssue) => string;
  };
  readonly distances: {
    readonly heading: string;
    readonly columns: readonly [string, string, string, string, string];
    readonly grade: (grade: string) => string;
    readonly condition: (grade: string) => string;
    readonly target: string;
    readonly longTerm: (fiscalYear: number) => string;
  };
  readonly gains: {
    readonly heading: string;
    /** How to read and try the lines; null where there is no grade. */
    readonly hint: (grade: string | null) => string;
    readonly columns: readonly [string, string, string, string, string, string, string];
    /** What a figure lacks beyond what the lines below it explain. */
    readonly rest: (name: string) => string;
    readonly others: string;
    readonly sum: (full: number) => string;
    readonly afterTotal: string;
    readonly afterGrade: string;
    readonly gradeUnknown: string;
    readonly offScale: (min: number, max: number) => string;
  };
  readonly years: {
    readonly heading: string;
    readonly code: string;
    readonly name: string;
    readonly year: (fiscalYear: number) => string;
    readonly change: (previousYear: number) => string;
    readonly total: string;
    /** Of an indicator that the year before does not have. */
    readonly apart: string;
    /** Before the name of the indicator that rose most, and before that of the one that fell most. */
    readonly movers: readonly [string, string];
    readonly itemColumns: (
      fiscalYear: number,
      previousYear: number,
    ) => readonly [string, string, string, string, string, string, string];
    readonly notCompared: Readonly<Record<Exclude<ItemChange['comparison'], 'compared'>, string>>;
  };
  readonly words: NarrativeTexts & { readonly heading: string };
  readonly inputs: {
    readonly heading: string;
    readonly columns: readonly [string, string, string, string, string, string];
    readonly weightedOf: (name: string) => string;
    readonly total: string;
    readonly typedAsText: (text: string) => string;
    readonly blank: string;
    readonly notAssessed: string;
    readonly unreadable: string;
  };
  readonly rules: {
    readonly heading: string;
    readonly group: Readonly<Record<keyof RuleSet['evidence'], string>>;
    readonly confidence: Readonly<Record<Confidence, string>>;
    readonly line: (group: string, confidence: string, source: string) => string;
    readonly allConfirmed: string;
  };
  /** Headings of the columns beside the officer's own tables. */
  readonly beside: { readonly weighted: string; readonly grade: string; readonly triage: string };
  readonly page: { readonly footer: string };
  readonly settings: SettingsTexts;
  readonly documents: DocumentTexts;
  readonly form: {
    readonly sheet: string;
    readonly title: (fiscalYear: number) => string;
    /** What is not confirmed of the rows of the form, group by group. */
    readonly unsure: (groups: readonly string[]) => string;
    readonly howTo: string;
    readonly agency: string;
    readonly fiscalYear: string;
    readonly columns: readonly [string, string, string];
    readonly summary: string;
    readonly total: string;
    readonly part: (instrument: InstrumentId, part: string) => string;
    readonly indicators: string;
    readonly indicator: (id: number) => string;
    readonly subIndicators: string;
    readonly subIndicator: (id: string) => string;
    /** Heading of the items of an instrument, by their first and last code; with the scores that they are limited to. */
    readonly items: (first: string, last: string, allowed: readonly number[] | null) => string;
    /** Said when a score is typed that cannot be. */
    readonly notOnScale: { readonly title: string; readonly text: (min: number, max: number) => string };
    readonly notAllowed: { readonly title: string; readonly text: (allowed: readonly number[]) => string };
  };
};
