import type { Messages } from '../app/messages/messages';
import { cellName } from '../core/cell-address';
import type { Readiness } from '../core/measures/checked-documents';
import type { ResultGap, ResultsState } from '../core/measures/results-state';
import type { AdviceState } from '../core/measures/advice';
import type { PlannedDocuments } from '../core/report/documents/plan-documents';

/** Whether the measures document is ready, and what is missing in it, each with its cell and sentence. */
const readinessJson = (readiness: Readiness, { documents }: Messages): object => {
  const { fiscalYear, item, next, isReady, evidence, demands, remarks } = readiness;
  return {
    fiscalYear,
    item,
    assessedAs: next,
    ready: isReady,
    confidence: evidence.confidence,
    demands: demands.map(({ demand, required, gaps }) => ({
      code: demand,
      text: documents.demand[demand],
      required,
      missing: gaps.length,
      state: gaps.length === 0 ? 'done' : 'missing',
      gaps: gaps.map(({ code, cell, params }) => ({
        code,
        cell: cell === null ? null : cellName(cell),
        text: documents.gap(code, params),
      })),
    })),
    remarks: remarks.map(({ code, cells, params }) => ({
      code,
      cells: cells.map(cellName),
      text: documents.remark(code, params),
    })),
  };
};

/** Whether the report of results is complete, what is missing in it, and how far each division has come. */
const resultsJson = (results: ResultsState, { documents }: Messages): object => {
  const { item, fiscalYear, measures, gaps, withoutEvidence, progress, asksForQrCode, isReady, evidence } =
    results;
  const gapJson = (gap: ResultGap): object => ({
    role: gap.role,
    cell: gap.cell === null ? null : cellName(gap.cell),
    text: documents.resultGap(gap),
  });
  return {
    fiscalYear,
    item,
    ready: isReady,
    confidence: evidence.confidence,
    measures,
    gaps: gaps.map(gapJson),
    withoutEvidence: withoutEvidence.map(gapJson),
    progress,
    asksForQrCode,
  };
};

/** What the assessor recommends: what it was understood to be about, and the cells of what is about nothing known. */
const adviceJson = ({ matched, unmatched }: AdviceState): object => ({
  matched: matched.map(({ subject, text, cell }) => ({
    ...(subject.kind === 'indicator' ? { indicator: subject.indicator } : { item: subject.id }),
    text,
    cell: cellName(cell),
  })),
  unmatched: unmatched.map(cellName),
});

/** The documents as the command's public answer says them: which there are, and the state of those that are checked. */
export const documentsJson = (
  { kinds, readiness, results, advice }: Pick<PlannedDocuments, 'kinds' | 'readiness' | 'results' | 'advice'>,
  messages: Messages,
): object => ({
  documents: kinds,
  readiness: readiness === null ? null : readinessJson(readiness, messages),
  results: results === null ? null : resultsJson(results, messages),
  advice: advice === null ? null : adviceJson(advice),
});
