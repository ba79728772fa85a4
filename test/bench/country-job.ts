import { manyTextsTh } from '../../src/app/messages/many-texts-th';
import { ruleSets } from '../../src/rules/rule-sets';
import { AGENCY_COLUMN, COLUMN_OF, HEAD_ROWS, YEAR } from './country-list';
import { SHEET } from './country-sheet';

/** An instrument as a programmer would put it down: the mean of indicators, or of that and a part in a column. */
export type InstrumentJob = {
  readonly id: string;
  readonly weight: number;
  readonly indicators: readonly number[];
  readonly part: number | null;
};

/** The year's rules and the places of the scores, for those who compute the same without our core. Rows count from 0. */
export type CountryJob = {
  readonly sheet: string;
  readonly resultSheet: string;
  readonly heads: readonly string[];
  readonly headRows: number;
  readonly agency: number;
  /** Of each indicator the columns of its items, group by group. */
  readonly indicators: readonly (readonly (readonly number[])[])[];
  readonly instruments: readonly InstrumentJob[];
  readonly grades: readonly {
    readonly label: string;
    readonly from: number;
    readonly every: number | null;
  }[];
};

/** Heads by which results are found again on a sheet. */
export const RESULT_HEADS = {
  agency: manyTextsTh.agencies.agency,
  total: manyTextsTh.agencies.total,
  grade: manyTextsTh.agencies.grade,
  line: manyTextsTh.agencies.line,
};

/** What the others need to know to do our job. */
export const countryJob = (): CountryJob => {
  const rules = ruleSets.forYear(YEAR);
  if (rules === undefined) throw new Error(`No rules of ${YEAR}`);
  const columnsOf = (items: readonly string[]): readonly number[] =>
    items.map((item) => COLUMN_OF.get(item) ?? -1);
  const indicators = rules.indicators.map(({ from }) =>
    from.kind === 'subIndicators'
      ? rules.subIndicators
          .filter(({ id }) => from.subIndicators.includes(id))
          .map(({ items }) => columnsOf(items))
      : [columnsOf(from.items)],
  );
  const instruments = rules.instruments.map(({ id, weight }) => ({
    id,
    weight,
    indicators: rules.indicators.flatMap(({ instrument }, index) => (instrument === id ? index : [])),
    part: COLUMN_OF.get(`${id}.2`) ?? null,
  }));
  return {
    sheet: SHEET,
    resultSheet: 'ผลรายหน่วยงาน',
    heads: [
      RESULT_HEADS.agency,
      ...instruments.map(({ id }) => id),
      ...rules.indicators.map(({ id }) => `ตัวชี้วัด ${id}`),
      RESULT_HEADS.total,
      RESULT_HEADS.grade,
    ],
    headRows: HEAD_ROWS,
    agency: AGENCY_COLUMN,
    indicators,
    instruments,
    grades: rules.gradeScale.grades.map(({ label, from, every }) => ({ label, from, every })),
  };
};
