import type { Finding } from '../assess/assessment';
import type { CellRef } from '../cell-address';
import type { ReadingIssue } from '../read/reading';

/** What a table of many agencies says of one of them besides its scores; '' where it does not say it. */
export type AgencyRow = {
  readonly agency: string;
  /** Type of the agency, such as `อบต.`, its district and its province. */
  readonly kind: string;
  readonly district: string;
  readonly province: string;
  /** Grade that the workbook reports, by its code. */
  readonly grade: string | null;
  /** Cell that names the agency, else the first of its scores. */
  readonly cell: CellRef;
  readonly findings: readonly Finding[];
  readonly issues: readonly ReadingIssue[];
};

/** Scores of many agencies in one fiscal year of the Buddhist era. */
export type AgencyTable = {
  readonly fiscalYear: number;
  /** What the columns of `scores` are about, by subject key: `i1`, `9.1`, `3`, `EIT.2`, `IIT`, `total`. */
  readonly subjects: readonly string[];
  readonly rows: readonly AgencyRow[];
  /** Row by row the score of each subject, 0–100; NaN where the workbook does not give it. */
  readonly scores: Float64Array;
};

/** Score of one row in one column; NaN where it is missing or the column is none (−1). */
export const scoreAt = ({ scores, subjects }: AgencyTable, row: number, column: number): number =>
  column < 0 ? Number.NaN : (scores[row * subjects.length + column] ?? Number.NaN);
