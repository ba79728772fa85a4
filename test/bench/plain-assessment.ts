import type { CountryJob } from './country-job';

/** A row of results: agency, instruments, indicators, total, grade; null where a score is missing. */
export type PlainRow = readonly (string | number | null)[];

const mean = (values: readonly (number | null)[]): number | null => {
  let sum = 0;
  for (const value of values) {
    if (value === null) return null;
    sum += value;
  }
  return sum / values.length;
};

/** Half up, with what a float lacks to a half made good. */
const printed = (score: number): number => Math.floor(score * 100 + 0.5 + 1e-9) / 100;

/** Assesses one agency as a programmer writes it down for one sheet of one year, without any of our core. */
export const assessPlainly = (
  valueAt: (column: number) => unknown,
  { agency, indicators, instruments, grades }: CountryJob,
): PlainRow => {
  const scoreAt = (column: number): number | null => {
    const value = valueAt(column);
    return typeof value === 'number' ? value : null;
  };
  const means = indicators.map((groups) => mean(groups.map((columns) => mean(columns.map(scoreAt)))));
  const parts = instruments.map(({ indicators: own, part }) => {
    const first = mean(own.map((index) => means[index] ?? null));
    return part === null ? [first] : [first, scoreAt(part)];
  });
  const scores = parts.map(mean);
  const total = scores.reduce<number | null>(
    (sum, score, index) =>
      sum === null || score === null ? null : sum + (instruments[index]?.weight ?? 0) * score,
    0,
  );
  const name = valueAt(agency);
  const row = [typeof name === 'string' ? name : null, ...scores, ...means, total];
  if (total === null) return [...row, null];
  const sum = printed(total);
  const least = Math.min(...parts.flat().map((figure) => printed(figure ?? 0)));
  const grade = grades.find(({ from, every }) => sum >= from && (every === null || least >= every));
  return [...row, grade?.label ?? null];
};
