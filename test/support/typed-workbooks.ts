import { ruleSets } from '../../src/rules/rule-sets';
import type { Typed } from './workbook-of';

/** A sheet of indicator scores as an officer types it; scores beyond the tenth are ignored. */
export const indicatorSheet = (
  agency: string,
  year: number,
  scores: readonly Typed[],
): readonly (readonly Typed[])[] => [
  [`ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. ${year}`],
  [agency],
  ['ที่', 'ตัวชี้วัด', 'คะแนน'],
  ...(ruleSets.forYear(year)?.indicators ?? []).map(({ id, name }, index) => [
    id,
    name,
    scores[index] ?? null,
  ]),
];

/** A sheet of item scores of a year; items without a score are left blank. */
export const itemSheet = (year: number, scoreOf: (id: string) => Typed): readonly (readonly Typed[])[] => [
  [`คะแนนรายข้อ ITA ปีงบประมาณ ${year}`],
  ['ข้อ', 'รายการ', 'คะแนน'],
  ...(ruleSets.forYear(year)?.items ?? []).map(({ id, name }) => [id, name, scoreOf(id)]),
];
