import { assess } from '../assess/assess';
import type { Finding } from '../assess/assessment';
import { subjectOfKey, type AgencyReading } from '../read/reading';
import type { RuleSet } from '../rule-set';
import { roundHalfUp } from '../text/numbers';
import { scoreAt, type AgencyTable } from './agency-table';
import type { RowGrade } from './grade-rows';
import type { ScoreColumn, Scores } from './score-columns';

/** Cell of a subject in a row of a table. */
export type CellOfSubject = (
  row: number,
  subject: number,
) => { readonly row: number; readonly column: number };

/** What a row of a table says of its agency, as the reading of a workbook of its own would. */
export const readingOfRow = (table: AgencyTable, row: number, cellOf: CellOfSubject): AgencyReading => {
  const own = table.rows[row];
  const sheet = own?.cell.sheet ?? '';
  return {
    agency: own?.agency ?? null,
    agencyCell: own?.cell ?? null,
    fiscalYear: table.fiscalYear,
    yearCell: null,
    figures: table.subjects.flatMap((key, index) => {
      const subject = subjectOfKey(key);
      const score = scoreAt(table, row, index);
      if (subject === undefined || Number.isNaN(score)) return [];
      const cell = { sheet, ...cellOf(row, index) };
      const why = { by: 'code', label: key, cell, header: '' } as const;
      return [
        { subject, figure: 'score', status: 'scored', value: score, cell, factor: 1, table: 0, why } as const,
      ];
    }),
    grade: own?.grade == null ? null : { code: own.grade, cell: own.cell },
    issues: own?.issues ?? [],
  };
};

const differs = (a: number, b: number, decimals: number): boolean =>
  // Most figures agree or are far apart; to round one as spreadsheets do costs more than all the rest.
  Math.abs(a - b) > 1e-9 && roundHalfUp(a, decimals) !== roundHalfUp(b, decimals);

/** Tells the rows in which something may not add up; of the others an assessment would find nothing. */
const suspicion = (
  table: AgencyTable,
  columns: readonly ScoreColumn[],
  scores: Scores,
  grades: readonly (RowGrade | null)[],
  ruleSet: RuleSet,
): ((row: number) => boolean) => {
  const { subjects } = table;
  const { decimals } = ruleSet.scale;
  // Given sub-indicators are compared with items and with given indicators, each in its own way.
  if (ruleSet.subIndicators.some(({ id }) => subjects.includes(id))) return () => true;
  const printed = columns.flatMap(({ key, expression }) => {
    const index = subjects.indexOf(key);
    const own = scores.get(key);
    return index < 0 || expression.kind === 'given' || own === undefined ? [] : [{ index, own }];
  });
  const items = ruleSet.items.flatMap(({ id, allowedScores }) => {
    const index = subjects.indexOf(id);
    return index < 0 || allowedScores === null ? [] : [{ index, allowedScores }];
  });
  const groups = ruleSet.instruments.map(({ id }) => {
    const own = ruleSet.items.filter(({ instrument }) => instrument === id);
    const known = own.map((item) => subjects.indexOf(item.id)).filter((index) => index >= 0);
    return { known, isCut: known.length > 0 && known.length < own.length };
  });
  const twofold = ruleSet.instruments.flatMap(({ id, parts }) => {
    if (parts === null) return [];
    const own = ruleSet.indicators.filter(({ instrument }) => instrument === id);
    const each = own.flatMap((rule) => scores.get(String(rule.id)) ?? []);
    const whole = scores.get(id);
    return each.length === own.length && whole !== undefined ? [{ each, whole }] : [];
  });
  return (row) => {
    const grade = table.rows[row]?.grade ?? null;
    if (grade !== null && grade !== grades[row]?.code) return true;
    for (const { index, own } of printed) {
      const score = scoreAt(table, row, index);
      if (!Number.isNaN(score) && differs(score, own[row] ?? Number.NaN, decimals)) return true;
    }
    for (const { index, allowedScores } of items) {
      const score = scoreAt(table, row, index);
      if (!Number.isNaN(score) && !allowedScores.includes(score)) return true;
    }
    for (const { known, isCut } of groups) {
      let scored = 0;
      for (const index of known) if (!Number.isNaN(scoreAt(table, row, index))) scored += 1;
      if (scored > 0 && (isCut || scored < known.length)) return true;
    }
    return twofold.some(({ each, whole }) => {
      const mean = each.reduce((sum, own) => sum + (own[row] ?? Number.NaN), 0) / each.length;
      return Math.abs(mean - (whole[row] ?? Number.NaN)) > 1e-9;
    });
  };
};

/**
 * What does not add up in the figures of each agency. Rows whose figures plainly agree are passed over; all others are
 * assessed as a single agency is.
 */
export const auditRows = (
  table: AgencyTable,
  columns: readonly ScoreColumn[],
  scores: Scores,
  grades: readonly (RowGrade | null)[],
  ruleSet: RuleSet,
  cellOf: CellOfSubject,
): readonly (readonly Finding[])[] => {
  const isSuspect = suspicion(table, columns, scores, grades, ruleSet);
  return table.rows.map((_, row) =>
    isSuspect(row) ? assess(readingOfRow(table, row, cellOf), ruleSet, ruleSet.triageLimits).findings : [],
  );
};
