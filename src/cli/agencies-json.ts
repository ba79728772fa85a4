import type { Messages } from '../app/messages/messages';
import { cellName } from '../core/cell-address';
import { scoreAt } from '../core/many/agency-table';
import { resultOf, type ManyRow, type ManyYear } from '../core/many/assess-many';
import { levelsOf } from '../core/many/row-levels';
import { findingsJson } from './to-json';

const givenScores = ({ block }: ManyYear, { at }: ManyRow): readonly (readonly [string, number])[] =>
  block.table.subjects.flatMap((subject, column): readonly (readonly [string, number])[] => {
    const score = scoreAt(block.table, at, column);
    return Number.isNaN(score) ? [] : [[subject, score]];
  });

const agencyJson = (year: ManyYear, row: ManyRow, file: string | null, messages: Messages): object => {
  const { ruleSet, block, keys } = year;
  const { agency, at, findings } = row;
  const grade = block.grades[at] ?? null;
  const results = (of: readonly string[]): object =>
    Object.fromEntries(of.filter((key) => keys.includes(key)).map((key) => [key, resultOf(row, key)]));
  return {
    name: agency.agency === '' ? null : agency.agency,
    kind: agency.kind,
    district: agency.district,
    province: agency.province,
    fiscalYear: ruleSet.fiscalYear,
    ...(file === null ? {} : { file }),
    cell: cellName(agency.cell),
    total: resultOf(row, 'total'),
    grade: grade?.code ?? null,
    gradeCertain: grade?.certain ?? null,
    reportedGrade: agency.grade,
    instruments: results(ruleSet.instruments.map(({ id }) => id)),
    indicators: results(ruleSet.indicators.map(({ id }) => String(id))),
    triage: levelsOf(row, ruleSet, ruleSet.triageLimits),
    scores: Object.fromEntries(givenScores(year, row)),
    findings: findingsJson(findings, ruleSet, messages),
    readingIssues: agency.issues.map((issue) => ({
      code: issue.code,
      cell: cellName(issue.cell),
      text: messages.readingIssue(issue),
    })),
  };
};

/** The agencies of a year for programs, in the order in which they were read; `fileOf` says where each came from. */
export const agenciesJson = (
  year: ManyYear,
  messages: Messages,
  fileOf: (row: ManyRow) => string | null = () => null,
): readonly object[] =>
  [...year.rows].sort((a, b) => a.at - b.at).map((row) => agencyJson(year, row, fileOf(row), messages));
