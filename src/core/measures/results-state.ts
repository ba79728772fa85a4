import type { Assessment } from '../assess/assessment';
import type { CellRef } from '../cell-address';
import type { RuleSets, Sourced } from '../rule-set';
import { textOf, type CheckedTable } from './checked-documents';
import { cellOfRole } from './keyed-table';

/** What the item that asks for the report of results wants to see, from the scores of a fiscal year on. */
export type ResultsDemands = Sourced & {
  readonly from: number;
  readonly demands: readonly ResultRole[];
  /** Whether the QR code of the EIT questionnaire must stand on the agency's website too. */
  readonly asksForQrCode: boolean;
};

export type ResultRole = 'output' | 'outcome';

/** A row of the report in which something is missing. */
export type ResultGap = {
  readonly role: ResultRole | 'evidence';
  readonly label: string;
  readonly cell: CellRef | null;
};

/** How far the measures of a division, or all of them, have come. */
export type Progress = {
  /** '' where nobody is named. */
  readonly unit: string;
  readonly measures: number;
  readonly underWay: number;
  readonly done: number;
};

/** Whether a report of results holds what is asked for. */
export type ResultsState = {
  /** Item of the year in which the measures are carried out; null where its rules have none. */
  readonly item: string | null;
  readonly fiscalYear: number;
  readonly evidence: Sourced;
  readonly demands: readonly ResultRole[];
  readonly measures: number;
  readonly gaps: readonly ResultGap[];
  readonly withoutEvidence: readonly ResultGap[];
  readonly progress: readonly Progress[];
  readonly asksForQrCode: boolean;
  readonly isReady: boolean;
};

/** Checks a report of results: what each measure has brought, with which evidence, and how far each division is. */
export const checkResults = (
  table: CheckedTable,
  { fiscalYear: scoredYear, ruleSet }: Assessment,
  { demands, asksForQrCode, confidence, source }: ResultsDemands,
  ruleSets: RuleSets,
  words: {
    readonly progress: readonly [notBegun: string, underWay: string, done: string];
    readonly isPrompt: (text: string) => boolean;
  },
): ResultsState => {
  const rows = table.rows.filter((row) => textOf(row, 'measure') !== '' || textOf(row, 'output') !== '');
  const missing = (role: ResultGap['role']): readonly ResultGap[] =>
    rows
      .filter((row) => textOf(row, role) === '')
      .map((row) => ({ role, label: textOf(row, 'measure'), cell: cellOfRole(table, row.row, role) }));
  const unitOf = (row: (typeof rows)[number]): string => {
    const unit = textOf(row, 'responsible');
    return words.isPrompt(unit) ? '' : unit;
  };
  const [, underWay, done] = words.progress;
  const counted = (unit: string): Progress => {
    const own = rows.filter((row) => unitOf(row) === unit);
    const count = (word: string): number => own.filter((row) => textOf(row, 'progress') === word).length;
    return { unit, measures: own.length, underWay: count(underWay), done: count(done) };
  };
  const gaps = demands.flatMap(missing);
  const planned = ruleSets.forYear(scoredYear + 1) ?? ruleSet;
  return {
    item: planned.resultsItem,
    fiscalYear: planned.fiscalYear,
    evidence: { confidence, source },
    demands,
    measures: rows.length,
    gaps,
    withoutEvidence: missing('evidence'),
    progress: [...new Set(rows.map(unitOf))].map(counted),
    asksForQrCode,
    isReady: rows.length > 0 && gaps.length === 0,
  };
};
