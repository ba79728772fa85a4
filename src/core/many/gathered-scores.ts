import type { CellRef } from '../cell-address';
import type { ReadingIssue, Subject } from '../read/reading';
import { readScore, readTotal } from '../read/read-score';
import type { RuleSet } from '../rule-set';
import type { SheetSnapshot, SnapshotCell } from '../snapshot';
import { remember } from '../text/remember';
import type { AgencyRow } from './agency-table';

const FEWEST_FRACTIONS = 3;

/** A column of scores and what they are about. */
export type ScoreColumn = { readonly column: number; readonly subject: Subject; readonly mayBeSum: boolean };

/** Rows and scores of one year while they are gathered. */
export type Gathered = {
  readonly ruleSet: RuleSet;
  readonly columns: readonly ScoreColumn[];
  readonly rows: AgencyRow[];
  readonly at: number[];
  readonly kindFirst: Set<number>;
  scores: Float64Array;
  isPlain: boolean;
};

const PLAIN_FORMAT = remember((format: string): boolean =>
  /^(general|standard|[#0]*0(\.0+)?)$/i.test(format),
);

/** A cell that is no plain number on the scale: its score, and whether a formula can use the cell all the same. */
const readOdd = (
  content: SnapshotCell,
  cell: CellRef,
  { subject, mayBeSum }: ScoreColumn,
  into: Gathered,
  issues: ReadingIssue[],
): number => {
  const { scale } = into.ruleSet;
  const { status, value, factor, issue } = (subject.kind === 'total' ? readTotal : readScore)(
    content,
    cell,
    scale,
  );
  // Text that is no score is nothing to a formula either; a number that is none would be counted.
  const misleads = factor !== 1 && (status === 'scored' || typeof content.value === 'number');
  if (misleads) into.isPlain = false;
  if (issue !== undefined && !mayBeSum) issues.push(issue);
  return value ?? Number.NaN;
};

/** Reads the scores of a row into their place; gives the number of them. */
export const readScores = (
  sheet: SheetSnapshot,
  row: number,
  into: Gathered,
  offset: number,
  issues: ReadingIssue[],
): number => {
  const cells = sheet.rows[row] ?? [];
  const { min, max } = into.ruleSet.scale;
  let [filled, fractions, largest] = [0, 0, 0];
  for (let index = 0; index < into.columns.length; index += 1) {
    const scored = into.columns[index];
    if (scored === undefined) continue;
    const content = cells[scored.column];
    const value = content?.value ?? null;
    let score = Number.NaN;
    if (content !== undefined && value !== null && value !== '') {
      const isPlain =
        typeof value === 'number' && value >= min && value <= max && PLAIN_FORMAT(content.format);
      score = isPlain
        ? value
        : readOdd(content, { sheet: sheet.name, row, column: scored.column }, scored, into, issues);
    }
    into.scores[offset + index] = score;
    if (Number.isNaN(score)) continue;
    filled += 1;
    if (score > 0 && score < 1) fractions += 1;
    if (score > largest) largest = score;
  }
  // Shares of one: no agency has every score below one.
  if (filled >= FEWEST_FRACTIONS && largest <= 1 && fractions >= FEWEST_FRACTIONS) {
    into.isPlain = false;
    for (let at = offset; at < offset + into.columns.length; at += 1)
      into.scores[at] = (into.scores[at] ?? Number.NaN) * 100;
  }
  return filled;
};

/** Makes room for so many scores. */
export const withRoom = (into: Gathered, size: number): void => {
  if (into.scores.length >= size) return;
  const larger = new Float64Array(Math.max(size, into.scores.length * 2));
  larger.set(into.scores);
  into.scores = larger;
};
