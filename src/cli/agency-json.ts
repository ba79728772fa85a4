import type { Messages } from '../app/messages/messages';
import { cellName } from '../core/cell-address';
import { scoreAt } from '../core/many/agency-table';
import { resultOf, type ManyRow, type ManyYear } from '../core/many/assess-many';
import { leveller } from '../core/many/row-levels';
import { findingsJson, readingIssuesJson } from './to-json';

/** Scores of a row by what they are about, as the workbook gives them. */
const givenScores = ({ block: { table } }: ManyYear, row: number): Readonly<Record<string, number>> =>
  Object.fromEntries(
    table.subjects.flatMap((subject, column): readonly (readonly [string, number])[] => {
      const score = scoreAt(table, row, column);
      return Number.isNaN(score) ? [] : [[subject, score]];
    }),
  );

/** One of many agencies for programs; `file` says which file it came from, where there are several. */
export const agencyJson = (year: ManyYear, row: ManyRow, file: string | null, messages: Messages): object => {
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
    ...(file === null ? {} : { file }),
    cell: cellName(agency.cell),
    total: resultOf(row, 'total'),
    grade: grade === null ? null : { code: grade.code, certain: grade.certain },
    results: Object.fromEntries(keys.map((key) => [key, resultOf(row, key)])),
    triage: leveller(ruleSet, ruleSet.triageLimits)(row),
    scores,
    reported: { total: scores['total'] ?? null, grade: agency.grade },
    findings: findingsJson(findings, ruleSet, messages),
    readingIssues: readingIssuesJson(agency.issues, messages),
  };
};
