import type { Sourced } from '../rule-set';
import { inUse } from './in-use';

/** Documents about the result of an assessment; `scores` is printed only, officers work in the tables of the others. */
export const DOCUMENT_KINDS = [
  'measures',
  'analysis',
  'issues',
  'scores',
  'oit',
  'calendar',
  'limits',
  'results',
  'memo',
  'advice',
] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/** What the rows of a document are gathered by: triage, instrument, issue, indicator, sub-indicator, stage, or nothing. */
export type Grouping = 'level' | 'instrument' | 'issue' | 'indicator' | 'subIndicator' | 'stage' | 'none';

/** What a column of a document holds. */
export type ColumnRole =
  | 'measure'
  | 'approach'
  | 'steps'
  | 'responsible'
  | 'period'
  | 'followUp'
  | 'subject'
  | 'assessed'
  | 'score'
  | 'triage'
  | 'result'
  | 'improve'
  | 'instrument'
  | 'item'
  | 'fix'
  | 'combined'
  | 'code'
  | 'data'
  | 'elements'
  | 'stage'
  | 'tasks'
  | 'limit'
  | 'suggestion'
  | 'output'
  | 'outcome'
  | 'advice'
  | 'part'
  | 'text';

export type LayoutColumn = {
  readonly role: ColumnRole;
  readonly heading: string;
  /** In characters of the default font. */
  readonly width: number;
};

/** How a document looks that agencies publish: its title, its own columns and what its rows are gathered by. */
export type DocumentLayout = {
  readonly id: string;
  readonly kind: DocumentKind;
  /** First fiscal year (Buddhist era) of the scores for which it is in use, until the next one of its kind. */
  readonly from: number;
  readonly title: string;
  readonly columns: readonly LayoutColumn[];
  readonly grouping: Grouping;
  readonly orientation: 'portrait' | 'landscape';
  /** Whether it speaks of weak points only, or of everything. */
  readonly shows: 'weak' | 'all';
  /** Whether follow-up is asked every 3, 6, 9 and 12 months. */
  readonly followedUpByRounds: boolean;
} & Sourced;

/** Layouts of a kind, the first in use first. */
export const layoutsOf = (
  layouts: readonly DocumentLayout[],
  kind: DocumentKind,
): readonly DocumentLayout[] =>
  layouts.filter((layout) => layout.kind === kind).sort((a, b) => a.from - b.from);

/** The layout of a kind for the scores of a fiscal year: the one that was chosen, else the latest in use by then. */
export const layoutFor = (
  layouts: readonly DocumentLayout[],
  kind: DocumentKind,
  fiscalYear: number,
  chosen?: string,
): DocumentLayout | undefined => {
  const own = layoutsOf(layouts, kind);
  return own.find(({ id }) => id === chosen) ?? inUse(own, fiscalYear);
};
