import type { CellRef } from '../../core/cell-address';
import type { DocumentKind } from '../../core/measures/layouts';
import type { DemandCode, GapCode, Readiness, RemarkCode } from '../../core/measures/checked-documents';
import type { Progress, ResultGap, ResultsState } from '../../core/measures/results-state';
import type { AdviceState } from '../../core/measures/advice';
import type { DocumentObstacle } from '../../core/report/documents/table-document';

/** What the program says of the documents, in one language. */
export type DocumentMessages = {
  readonly name: Readonly<Record<DocumentKind, string>>;
  /** What a document is for, in a line. */
  readonly purpose: Readonly<Record<DocumentKind, string>>;
  readonly demand: Readonly<Record<DemandCode, string>>;
  readonly gap: (code: GapCode, params: Readonly<Record<string, string>>) => string;
  readonly remark: (code: RemarkCode, params: Readonly<Record<string, string>>) => string;
  readonly obstacle: (obstacle: DocumentObstacle & { readonly kind: DocumentKind }) => string;
  /** Whether the documents are ready, in a line. */
  readonly verdict: (readiness: Readiness) => string;
  /** Whether the report of results holds what is asked for, in a line. */
  readonly resultsVerdict: (results: ResultsState) => string;
  readonly resultGap: (gap: ResultGap) => string;
  readonly progress: (progress: Progress) => string;
  readonly qrCode: string;
  /** How many recommendations of the assessor were matched, and the cells of those that were not. */
  readonly advice: (matched: number, unknown: readonly CellRef[]) => string;
  readonly badDocuments: (word: string, known: readonly string[]) => string;
};

/** The state of the documents as a terminal lists it: a line, and one for each thing that is missing. */
export const readinessLines = (readiness: Readiness, messages: DocumentMessages): readonly string[] => [
  messages.verdict(readiness),
  ...readiness.demands
    .filter(({ gaps }) => gaps.length > 0)
    .map(({ demand, gaps }) => `  ${messages.demand[demand]}: ${gaps.length}`),
];

/** The state of the report of results as a terminal lists it: a line, one for each division, and a reminder. */
export const resultsLines = (results: ResultsState, messages: DocumentMessages): readonly string[] => [
  messages.resultsVerdict(results),
  ...results.progress.map((progress) => `  ${messages.progress(progress)}`),
  ...(results.asksForQrCode ? [`  ${messages.qrCode}`] : []),
];

/** The recommendations of the assessor as a terminal lists them: one line. */
export const adviceLines = (
  { matched, unmatched }: AdviceState,
  messages: DocumentMessages,
): readonly string[] => [messages.advice(matched.length, unmatched)];
