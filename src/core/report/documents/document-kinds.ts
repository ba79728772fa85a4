import { layoutFor, type DocumentKind, type DocumentLayout } from '../../measures/layouts';
import { adviceTable } from './advice';
import { analysisPrint, analysisTable } from './analysis';
import type { DocumentContext } from './document-context';
import { issuesPrint, issuesTable } from './issues';
import { measuresPrint, measuresTable, type KeyedPoint } from './measures';
import type { PrintDocument } from './print-sheet';
import { memoPrint, memoTable } from './memo';
import { resultsTable } from './results';
import { scoresPrint } from './scores';
import { calendarTable, limitsTable, oitTable, plainPrint } from './small-tables';
import type { LaidTable, TableDocument } from './table-document';
import type { TableLooks } from './table-sheet';

/** Roles that hold drafts in the words of the library, and those whose drafts only the status of the row tells. */
export const DRAFT_ROLES: Readonly<
  Record<DocumentKind, Pick<TableLooks, 'libraryRoles' | 'openRoles' | 'draftRoles'>>
> = {
  measures: {
    libraryRoles: ['measure', 'approach', 'steps', 'period', 'followUp'],
    openRoles: ['measure', 'steps', 'responsible', 'period', 'followUp'],
    draftRoles: [],
  },
  analysis: {
    libraryRoles: ['improve'],
    openRoles: ['result', 'improve'],
    draftRoles: ['assessed', 'result'],
  },
  issues: { libraryRoles: ['fix'], openRoles: [], draftRoles: [] },
  scores: { libraryRoles: [], openRoles: [], draftRoles: [] },
  oit: { libraryRoles: [], openRoles: ['elements', 'responsible'], draftRoles: [] },
  calendar: { libraryRoles: [], openRoles: [], draftRoles: ['stage', 'period', 'tasks'] },
  limits: { libraryRoles: [], openRoles: [], draftRoles: ['limit', 'suggestion'] },
  memo: { libraryRoles: [], openRoles: ['text'], draftRoles: ['text'] },
  results: { libraryRoles: [], openRoles: ['output', 'outcome', 'evidence'], draftRoles: [] },
  advice: { libraryRoles: [], openRoles: [], draftRoles: [] },
};

/** Tables of documents that others are made from; null where the workbook has none. */
export type TablesBefore = { readonly measures: LaidTable | null; readonly results: LaidTable | null };

/** The table of a document in which officers work; null where it is printed only, or has no measures to report on. */
export const tableOf = (
  kind: DocumentKind,
  layout: DocumentLayout,
  points: readonly KeyedPoint[],
  { measures, results }: TablesBefore,
  context: DocumentContext,
): TableDocument | null => {
  switch (kind) {
    case 'measures':
      return measuresTable(layout, points, context);
    case 'analysis':
      return analysisTable(layout, context);
    case 'issues':
      return issuesTable(layout, context);
    case 'oit':
      return oitTable(layout, context);
    case 'calendar':
      return calendarTable(layout, context);
    case 'limits':
      return limitsTable(layout, context);
    case 'results':
      return measures === null ? null : resultsTable(layout, measures, points, context);
    case 'memo':
      return results === null ? null : memoTable(layout, results, context);
    case 'advice':
      return adviceTable(layout, context);
    case 'scores':
      return null;
  }
};

/** A document as it is printed; null where its table is for work only. */
export const printOf = (
  kind: DocumentKind,
  layout: DocumentLayout,
  laid: LaidTable | null,
  points: readonly KeyedPoint[],
  { results }: TablesBefore,
  context: DocumentContext,
  analysisSheet: string,
): PrintDocument | null => {
  if (kind === 'scores' || laid === null) return scoresPrint(layout, context, analysisSheet);
  const { fiscalYear } = context.assessment;
  switch (kind) {
    case 'measures':
      return measuresPrint(layout, laid, points, context);
    case 'analysis':
      return analysisPrint(layout, laid, context);
    case 'issues':
      return issuesPrint(layout, laid, context);
    case 'oit':
    case 'calendar':
    case 'limits':
    case 'results':
      return plainPrint(layout, laid, context);
    case 'advice':
      return null;
    case 'memo': {
      const reported = layoutFor(context.data.layouts, 'results', fiscalYear);
      if (results === null || reported === undefined) throw new Error('A memo without results');
      return memoPrint(layout, laid, results, reported, context);
    }
  }
};
