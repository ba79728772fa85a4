import type { ManyAnalysis } from '../app/many';
import type { ManySummary } from '../app/many-outcome';
import type { Messages } from '../app/messages/messages';
import { cellName } from '../core/cell-address';
import { resultOf, type ManyRow, type ManyYear } from '../core/many/assess-many';
import { scoreAt } from '../core/many/agency-table';
import { documentOf, findingsJson, readingIssuesJson } from './to-json';

/** Scores of a row by what they are about, as the workbook gives them. */
const givenScores = ({ block: { table } }: ManyYear, row: number): Readonly<Record<string, number>> =>
  Object.fromEntries(
    table.subjects.flatMap((subject, column): readonly (readonly [string, number])[] => {
      const score = scoreAt(table, row, column);
      return Number.isNaN(score) ? [] : [[subject, score]];
    }),
  );

const agencyJson = (year: ManyYear, row: ManyRow, messages: Messages): object => {
  const { agency, at, findings } = row;
  const { ruleSet, block, keys } = year;
  const grade = block.grades[at] ?? null;
  const scores = givenScores(year, at);
  return {
    name: agency.agency === '' ? null : agency.agency,
    kind: agency.kind,
    district: agency.district,
    province: agency.province,
    fiscalYear: ruleSet.fiscalYear,
    cell: cellName(agency.cell),
    total: resultOf(row, 'total'),
    grade: grade === null ? null : { code: grade.code, certain: grade.certain },
    results: Object.fromEntries(keys.map((key) => [key, resultOf(row, key)])),
    scores,
    reported: { total: scores['total'] ?? null, grade: agency.grade },
    findings: findingsJson(findings, ruleSet, messages),
    readingIssues: readingIssuesJson(agency.issues, messages),
  };
};

const yearJson = ({
  fiscalYear,
  agencies,
  scored,
  mean,
  grades,
  ungraded,
  remarked,
}: ManySummary): object => ({
  fiscalYear,
  agencies,
  scored,
  mean,
  grades: Object.fromEntries(grades.map((grade) => [grade.code, grade.agencies])),
  ungraded,
  remarked,
});

/** The command's public answer for all agencies of a workbook, those of a year in the order of their totals. */
export const everyAgencyJson = (
  file: string,
  written: string,
  { years, refusals }: ManyAnalysis,
  summaries: readonly ManySummary[],
  messages: Messages,
): object =>
  documentOf(file, written, {
    years: summaries.map(yearJson),
    agencies: years.flatMap((year) => year.rows.map((row) => agencyJson(year, row, messages))),
    failures: refusals.map((refusal) => ({
      code: refusal.code,
      cell: refusal.params['cell'] ?? refusal.params['blank'] ?? null,
      text: messages.readingRefusal(refusal),
    })),
  });
