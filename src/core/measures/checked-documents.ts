import type { Assessment } from '../assess/assessment';
import type { CellRef } from '../cell-address';
import type { Sourced } from '../rule-set';
import type { KeyedRow, TablePlace } from './keyed-table';
import type { DocumentKind } from './layouts';
import type { WeakPoint } from './weak-points';

/** What the item of the assessment that asks for the measures document wants to see in it. */
export type DemandCode =
  | 'urgentNamed'
  | 'improveNamed'
  | 'everyIndicator'
  | 'everyIssue'
  | 'weakItems'
  | 'measure'
  | 'steps'
  | 'responsible'
  | 'period'
  | 'followUp'
  | 'limits'
  | 'suggestions';

/** The demands on a document about the scores of a fiscal year, from the first one on for which they are known. */
export type MeasuresDemands = Sourced & { readonly from: number; readonly demands: readonly DemandCode[] };

export type GapCode = 'noDocument' | 'noColumn' | 'noRow' | 'emptyCell';
export type RemarkCode =
  'rowsRepeated' | 'dateOutside' | 'otherAgency' | 'drafts' | 'notWeak' | 'adviceUnanswered';

/** Something that is missing, with the cell to go to; null where there is no place for it yet. */
export type Gap = {
  readonly demand: DemandCode;
  readonly code: GapCode;
  readonly cell: CellRef | null;
  readonly params: Readonly<Record<string, string>>;
};

/** Something that is worth a look before the document is published. */
export type Remark = {
  readonly code: RemarkCode;
  readonly cells: readonly CellRef[];
  readonly params: Readonly<Record<string, string>>;
};

/** A document as the check sees it: its rows with their texts and where they stand. */
export type CheckedTable = TablePlace & { readonly rows: readonly KeyedRow[] };

/** What is checked: the documents that there are, and what their rows are about. */
export type Checked = {
  readonly assessment: Assessment;
  readonly tables: Partial<Readonly<Record<DocumentKind, CheckedTable>>>;
  readonly points: readonly (WeakPoint & { readonly key: string; readonly label: string })[];
  /** Keys of the rows about each indicator in the analysis, and about each item in the issues. */
  readonly indicatorRows: readonly { readonly key: string; readonly label: string }[];
  readonly issueRows: readonly {
    readonly issue: string;
    readonly label: string;
    readonly items: readonly { readonly key: string; readonly label: string; readonly isWeak: boolean }[];
  }[];
  /** What the assessor recommends about things that have no row in the measures. */
  readonly unanswered: readonly { readonly label: string; readonly cell: CellRef }[];
  /** Roles of the measures table that its layout has. */
  readonly measureRoles: readonly string[];
  readonly isPrompt: (text: string) => boolean;
  readonly isDraft: (text: string) => boolean;
  /** Word in the status of a row that says that its drafts are accepted. */
  readonly accepted: string;
};

export type DemandState = {
  readonly demand: DemandCode;
  /** How many things the demand asks for. */
  readonly required: number;
  readonly gaps: readonly Gap[];
};

/** Whether the documents hold what is asked for, and what should be looked at. */
export type Readiness = {
  readonly fiscalYear: number;
  /** Item of the scores' own year that asks for the document, and that of the year after, which will look at this one. */
  readonly item: string | null;
  readonly next: { readonly fiscalYear: number; readonly item: string } | null;
  readonly evidence: Sourced;
  readonly demands: readonly DemandState[];
  readonly remarks: readonly Remark[];
  readonly isReady: boolean;
};

/** Columns of the measures table that stand for a demand each. */
export const MEASURE_DEMANDS = ['steps', 'responsible', 'period', 'followUp'] as const;

/** Text of a row in the column of a role, without blanks around it. */
export const textOf = (row: KeyedRow, role: string): string => (row.texts.get(role) ?? '').trim();

/** Whether a row says something in the column of a role: what is blank, or our prompt, says nothing. */
export const isSaid = (row: KeyedRow, role: string, isPrompt: Checked['isPrompt']): boolean => {
  const text = textOf(row, role);
  return text !== '' && !isPrompt(text);
};

/** The row of a key; undefined where the table, or the row, is not there. */
export const rowOfKey = (table: CheckedTable | undefined, key: string): KeyedRow | undefined =>
  table?.rows.find((row) => row.key === key);

/** Rows of measures that say something; what they must hold besides is asked of them only. */
export const measureRows = (
  table: CheckedTable | undefined,
  isPrompt: Checked['isPrompt'],
): readonly KeyedRow[] => table?.rows.filter((row) => isSaid(row, 'measure', isPrompt)) ?? [];
