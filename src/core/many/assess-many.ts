import type { Finding } from '../assess/assessment';
import { agencyKey } from '../read/agencies';
import type { RuleSet } from '../rule-set';
import { roundHalfUp } from '../text/numbers';
import { compact } from '../read/vocabulary';
import type { AgencyRow, AgencyTable } from './agency-table';
import { auditRows } from './audit-rows';
import { gradeRows, type RowGrade } from './grade-rows';
import type { AgencyRowsPlace } from './read-agency-rows';
import { computeScores, scoreColumns, type ScoreColumn, type Scores } from './score-columns';

/** A table of agencies, and where its scores stand as plain numbers. */
export type ManyBlock = {
  readonly table: AgencyTable;
  readonly place: AgencyRowsPlace;
  /** What each row came from, for the reader: a file, a cell, or both. */
  readonly sources: readonly string[];
  /** Whether the rows bring their findings along, about the cells that they were read from. */
  readonly isAudited: boolean;
};

/** A block with everything computed from it. */
export type AssessedBlock = ManyBlock & {
  readonly columns: readonly ScoreColumn[];
  readonly scores: Scores;
  readonly grades: readonly (RowGrade | null)[];
};

/** One agency of a year. */
export type ManyRow = {
  readonly scores: Scores;
  /** Its row in the block's table. */
  readonly at: number;
  readonly agency: AgencyRow;
  /** By which the agency is known again in another year. */
  readonly key: string;
  /** Total rounded as it is printed, by which agencies are ranked; null without a total. */
  readonly printed: number | null;
  readonly findings: readonly Finding[];
};

/** Everything computed of one fiscal year: the agencies in the order of their totals, those without one last. */
export type ManyYear = {
  readonly ruleSet: RuleSet;
  readonly block: AssessedBlock;
  readonly rows: readonly ManyRow[];
  /** Results that any agency has, from sub-indicators to the total. */
  readonly keys: readonly string[];
};

/** Score of a row under a result's key, 0–100; null where it is missing. */
export const resultOf = ({ scores, at }: ManyRow, key: string): number | null => {
  const score = scores.get(key)?.[at] ?? Number.NaN;
  return Number.isNaN(score) ? null : score;
};

/** Two agencies of one name are told apart by where they are. */
const keyOf = ({ agency, district, province }: AgencyRow): string =>
  [agencyKey(agency), compact(district), compact(province)].join('|');

const assessBlock = (block: ManyBlock, ruleSet: RuleSet): AssessedBlock => {
  const columns = scoreColumns(ruleSet, new Set(block.table.subjects));
  const scores = computeScores(block.table, columns);
  return { ...block, columns, scores, grades: gradeRows(scores, block.table.rows.length, ruleSet) };
};

const findingsOf = (
  { table, place, columns, scores, grades }: AssessedBlock,
  ruleSet: RuleSet,
): readonly (readonly Finding[])[] =>
  auditRows(table, columns, scores, grades, ruleSet, (row, subject) => ({
    row: place.rows[row] ?? 0,
    column: place.columns[subject] ?? 0,
  }));

/** A table whose rows have their findings with them, about the cells that they were read from. */
export const withFindings = (table: AgencyTable, place: AgencyRowsPlace, ruleSet: RuleSet): AgencyTable => {
  const findings = findingsOf(assessBlock({ table, place, sources: [], isAudited: false }, ruleSet), ruleSet);
  return { ...table, rows: table.rows.map((row, index) => ({ ...row, findings: findings[index] ?? [] })) };
};

const rowsOf = (block: AssessedBlock, ruleSet: RuleSet): readonly ManyRow[] => {
  const { table, scores } = block;
  const totals = scores.get('total');
  const findings = block.isAudited ? table.rows.map((row) => row.findings) : findingsOf(block, ruleSet);
  return table.rows.map((agency, at) => {
    const total = totals?.[at] ?? Number.NaN;
    return {
      scores,
      at,
      agency,
      key: keyOf(agency),
      printed: Number.isNaN(total) ? null : roundHalfUp(total, ruleSet.scale.decimals),
      findings: findings[at] ?? [],
    };
  });
};

/** Order in which results stand in a row of a sheet. */
const orderOf = ({ subIndicators, indicators, instruments }: RuleSet): readonly string[] => [
  ...instruments.map(({ id }) => id as string),
  ...instruments.flatMap(({ id, parts }) => (parts ?? []).map((part) => `${id}.${part}`)),
  ...indicators.map(({ id }) => String(id)),
  ...subIndicators.map(({ id }) => id),
  'total',
];

/** Computes everything of one year; the block must be of the year of the rules. */
export const assessMany = (given: ManyBlock, ruleSet: RuleSet): ManyYear => {
  const block = assessBlock(given, ruleSet);
  const rows = rowsOf(block, ruleSet);
  const known = new Set(block.columns.map(({ key }) => key));
  const order = rows.map((_, index) => index);
  order.sort(
    (a, b) =>
      (rows[b]?.printed ?? Number.NEGATIVE_INFINITY) - (rows[a]?.printed ?? Number.NEGATIVE_INFINITY) ||
      a - b,
  );
  return {
    ruleSet,
    block,
    rows: order.flatMap((index) => rows[index] ?? []),
    keys: orderOf(ruleSet).filter((key) => known.has(key)),
  };
};
