import type { TableOfFile } from '../app/collection';
import type { Messages } from '../app/messages/messages';
import { unreadCell, unreadCode, unreadText } from '../app/unread-source';
import { cellName } from '../core/cell-address';
import { scoreAt } from '../core/many/agency-table';
import { ruleSets } from '../rules/rule-sets';
import type { Inputs } from './collect-inputs';
import type { Results } from './collect-results';
import { findingsJson, readingIssuesJson, warningJson } from './to-json';

const agenciesJson = ({ file, table }: TableOfFile, messages: Messages): readonly object[] => {
  const { fiscalYear, subjects, rows } = table;
  const ruleSet = ruleSets.forYear(fiscalYear);
  return rows.map(({ agency, kind, district, province, grade, cell, findings, issues }, row) => {
    const scores = subjects.flatMap((subject, column): readonly (readonly [string, number])[] => {
      const score = scoreAt(table, row, column);
      return Number.isNaN(score) ? [] : [[subject, score]];
    });
    return {
      name: agency === '' ? null : agency,
      kind,
      district,
      province,
      fiscalYear,
      file,
      cell: cellName(cell),
      total: scores.find(([subject]) => subject === 'total')?.[1] ?? null,
      grade,
      scores: Object.fromEntries(scores),
      findings: ruleSet === undefined ? [] : findingsJson(findings, ruleSet, messages),
      readingIssues: readingIssuesJson(issues, messages),
    };
  });
};

/** The public answer for files that were collected, or of which none gave anything; then nothing was written. */
export const collectJson = (
  { folder, others }: Inputs,
  written: string | null,
  { tables, unread, copies, ownOutputs, counts }: Results,
  messages: Messages,
): object => ({
  schema: 1,
  folder,
  written,
  files: counts.files,
  years: counts.years,
  agencies: tables.flatMap((table) => agenciesJson(table, messages)),
  failures: unread.map(({ file, cause }) => ({
    file,
    code: unreadCode(cause),
    cell: unreadCell(cause),
    text: unreadText(cause, messages),
  })),
  copies,
  ownOutputs,
  otherFiles: Object.fromEntries(others),
  findings: [],
});

/** The public answer where nothing was read or written. */
export const collectRefusalJson = (code: string, text: string): object => ({
  schema: 1,
  folder: null,
  written: null,
  files: 0,
  years: [],
  agencies: [],
  failures: [],
  copies: [],
  ownOutputs: [],
  otherFiles: {},
  findings: [warningJson(code, [], text)],
});
