import type { DocumentKind, DocumentLayout } from '../../measures/layouts';
import { analysisPrint, analysisTable } from './analysis';
import type { DocumentContext } from './document-context';
import { issuesPrint, issuesTable } from './issues';
import { measuresPrint, measuresTable, type KeyedPoint } from './measures';
import type { PrintDocument } from './print-sheet';
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
  results: { libraryRoles: [], openRoles: ['output', 'outcome', 'evidence'], draftRoles: [] },
};

/** The table of a document in which officers work; null where it is printed only, or has no measures to report on. */
export const tableOf = (
  kind: DocumentKind,
  layout: DocumentLayout,
  points: readonly KeyedPoint[],
  measures: LaidTable | null,
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
    case 'scores':
      return null;
  }
};

/** A document as it is printed. */
export const printOf = (
  kind: DocumentKind,
  layout: DocumentLayout,
  laid: LaidTable | null,
  points: readonly KeyedPoint[],
  context: DocumentContext,
  analysisSheet: string,
): PrintDocument => {
  if (kind === 'scores' || laid === null) return scoresPrint(layout, context, analysisSheet);
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
      return plainPrint(kind, layout, laid, context);
  }
};
