import { assess } from '../../src/core/assess/assess';
import type { Assessment } from '../../src/core/assess/assessment';
import type { AgencyReading, ReadFigure, Subject } from '../../src/core/read/reading';
import type { TriageLimits } from '../../src/core/rule-set';
import { year } from '../rules/year';

/** A figure as it was read: of what, its value (null: blank), which figure, in which table. */
export type GivenFigure = readonly [Subject, number | null, ReadFigure['figure']?, number?];
export type Given = readonly GivenFigure[];

const reading = (fiscalYear: number, given: Given, grade: string | null): AgencyReading => ({
  agency: null,
  agencyCell: null,
  fiscalYear,
  yearCell: null,
  figures: given.map(([subject, value, figure = 'score', table = 0], row) => ({
    subject,
    figure,
    value,
    status: value === null ? 'missing' : 'scored',
    cell: { sheet: 'ก', row, column: table },
    factor: 1,
    table,
    why: { by: 'name', label: '', cell: { sheet: 'ก', row, column: 0 }, header: '' },
  })),
  grade: grade === null ? null : { code: grade, cell: { sheet: 'ก', row: 99, column: 0 } },
  issues: [],
});

/** What a year's rules make of these figures; `grade` is the one that the workbook states. */
export const assessed = (fiscalYear: number, given: Given, grade: string | null = null): Assessment => {
  const ruleSet = year(fiscalYear);
  return assess(reading(fiscalYear, given, grade), ruleSet, ruleSet.triageLimits);
};

/** The same under other choices of the triage. */
export const groupedBy = (fiscalYear: number, given: Given, choice: Partial<TriageLimits>): Assessment => {
  const ruleSet = year(fiscalYear);
  return assess(reading(fiscalYear, given, null), ruleSet, { ...ruleSet.triageLimits, ...choice });
};

export const indicator = (id: number): Subject => ({ kind: 'indicator', indicator: id });
export const item = (id: string): Subject => ({ kind: 'item', id });
export const subIndicator = (id: string): Subject => ({ kind: 'subIndicator', id });
export const instrument = (id: 'IIT' | 'EIT' | 'OIT'): Subject => ({ kind: 'instrument', instrument: id });
export const part = (id: string): Subject => ({ kind: 'part', instrument: 'EIT', part: id });

/** The ten indicators, or the first of them. */
export const indicators = (scores: readonly (number | null)[]): Given =>
  scores.map((score, index) => [indicator(index + 1), score]);

export const instruments = (iit: number | null, eit: number | null, oit: number | null): Given => [
  [instrument('IIT'), iit],
  [instrument('EIT'), eit],
  [instrument('OIT'), oit],
];

/** Both EIT parts. */
export const parts = (first: number | null, second: number | null): Given => [
  [part('1'), first],
  [part('2'), second],
];

/** Every item of a year. */
export const items = (fiscalYear: number, scoreOf: (id: string) => number | null): Given =>
  year(fiscalYear).items.map(({ id }) => [item(id), scoreOf(id)]);

/** Ten times the same score. */
export const all = (score: number): readonly number[] => Array<number>(10).fill(score);

/** Place of a grade on its scale, 0 for the best. */
export const levelOf = ({ ruleSet, grade }: Assessment): number =>
  ruleSet.gradeScale.grades.findIndex(({ code }) => code === grade?.code);
