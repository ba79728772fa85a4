import { analyzeMany, type ManyAnalysis } from '../../src/app/many';
import { ruleSets } from '../../src/rules/rule-sets';
import type { Typed } from './workbook-of';
import { snapshotOf } from './workbook-of';

/** Items of a year and what they do not give: enough for the total of an agency. */
export const subjectsOf = (year: number): readonly string[] => {
  const rules = ruleSets.forYear(year);
  const parts = (rules?.instruments ?? []).flatMap(({ id, parts: names }) =>
    (names ?? []).slice(1).map((part) => `${id}.${part}`),
  );
  return [...(rules?.items ?? []).map(({ id }) => id), ...parts];
};

/** Head of a column as officers type it. */
const headOf = (subject: string): string => subject.replace(/^EIT\.(\d)$/, 'EIT ส่วนที่ $1');

export const AGENCIES = [
  'เทศบาลตำบลบ้านใหม่',
  'อบต.บางสัก',
  'เทศบาลนครนครปฐม',
  'อบต.วังทอง',
  'อบจ.นครปฐม',
] as const;

/** A list with an agency in each row and scores across, as a provincial office keeps it. */
export const agencyList = (
  year: number,
  scoreOf: (agency: number, subject: string) => Typed,
  {
    agencies = AGENCIES,
    subjects = subjectsOf(year),
    title = `ผลคะแนน ITA ปีงบประมาณ ${year}`,
    more = [],
  }: {
    readonly agencies?: readonly string[];
    readonly subjects?: readonly string[];
    readonly title?: string;
    /** Further columns of labels, each with its head. */
    readonly more?: readonly (readonly Typed[])[];
  } = {},
): readonly (readonly Typed[])[] => [
  [title],
  ['ที่', 'หน่วยงาน', ...more.map(([head = null]) => head), ...subjects.map(headOf)],
  ...agencies.map((agency, index) => [
    index + 1,
    agency,
    ...more.map((column) => column[index + 1] ?? null),
    ...subjects.map((subject) => scoreOf(index, subject)),
  ]),
];

/** Scores that differ from agency to agency and item to item; items of the OIT are all or nothing. */
export const anyScore = (agency: number, subject: string): number => {
  const number = Number(/\d+/.exec(subject)?.[0] ?? 1);
  if (subject.startsWith('o')) return (agency * 7 + number) % 9 === 0 ? 0 : 100;
  return 75 + ((agency * 31 + number * 17) % 2500) / 100;
};

/** Analyses every agency of a workbook; fails where nobody can be read. */
export const analysedMany = (bytes: Uint8Array, fileName?: string): ManyAnalysis => {
  const many = analyzeMany(snapshotOf(bytes), { fileName });
  if (!many.ok) throw new Error(many.error.code);
  return many.value;
};
