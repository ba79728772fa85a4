import type { Assessment, Finding } from '../../core/assess/assessment';
import type { AgencyReading, ReadFigure, ReadingIssue } from '../../core/read/reading';
import type { ReadingRefusal } from '../../core/read/reading-request';
import type { BesideObstacle } from '../../core/report/beside/place-columns';
import type { RuleSet } from '../../core/rule-set';
import type { CollectMessages } from './collect-messages';
import type { DocumentMessages } from './document-messages';
import type { ManyMessages } from './many-messages';
import type { MergeMessages } from './merge-messages';
import type { WorkbookRefusal } from '../workbook-port';
import type { OutlookMessages } from './outlook-messages';

/** Language of what the program says to its user; sheets are Thai in either. */
export type Language = 'th' | 'en';

/** Every sentence that the program says, in one language; both tables are complete. */
export type Messages = {
  readonly finding: (finding: Finding, ruleSet: RuleSet) => string;
  readonly readingIssue: (issue: ReadingIssue) => string;
  readonly readingRefusal: (refusal: ReadingRefusal) => string;
  readonly workbookRefusal: (refusal: WorkbookRefusal) => string;
  readonly documents: DocumentMessages;
  readonly merge: MergeMessages;
  readonly collect: CollectMessages;
  readonly many: ManyMessages;
  readonly besideObstacle: (obstacle: BesideObstacle) => string;
  /** Findings as a terminal lists them, each with its weight. */
  readonly findingLines: (findings: readonly Finding[], ruleSet: RuleSet) => readonly string[];
  /** What was found, in a few lines for a terminal. */
  readonly summary: (assessment: Assessment) => readonly string[];
  /** Where points were lost and how to gain them. */
  readonly outlook: OutlookMessages;
  /** Where the agency and the year of a reading were found. */
  readonly readingOf: (reading: AgencyReading) => string;
  /** Heads of the table that explains a reading: what, score, cell, why. */
  readonly explainHeads: readonly [string, string, string, string];
  /** What a figure is, in a word or two, and why it was read as that. */
  readonly figureRead: (figure: ReadFigure) => { readonly what: string; readonly why: string };
  readonly otherYears: (years: readonly number[]) => string;
  readonly written: (file: string) => string;
  readonly nothingWritten: string;
  readonly usage: string;
  readonly wrongUsage: (detail: string) => string;
  readonly badYear: (year: string) => string;
  readonly badPolicy: (policy: string) => string;
  readonly badTarget: (target: string) => string;
  readonly unknownOption: (option: string) => string;
  readonly badLanguage: (language: string) => string;
  readonly oneFileOnly: string;
  readonly outIsInput: string;
  readonly outNotXlsx: (file: string) => string;
  readonly newNeedsYear: string;
  readonly newNeedsFile: string;
  readonly newNotXlsx: (file: string) => string;
  readonly newExists: (file: string) => string;
  readonly newNoRules: (year: number, years: readonly number[]) => string;
  readonly newWritten: (year: number, file: string) => string;
  readonly outNeedsFile: string;
  readonly fileNotFound: (file: string) => string;
  readonly notReadable: (file: string) => string;
  readonly unexpected: string;
  readonly notWritable: (file: string) => string;
};
