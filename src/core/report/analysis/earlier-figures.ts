import type { Assessment, IndicatorResult, InstrumentResult } from '../../assess/assessment';
import { cellName } from '../../cell-address';
import type { ReadFigure } from '../../read/reading';

/** Formula of a number that the workbook gives; null where it stands in a text. */
export const givenFormula = (
  read: ReadFigure | null,
): { readonly cells: readonly string[]; readonly value: string } | null => {
  if (read?.factor == null) return null;
  const cell = cellName(read.cell);
  return { cells: [cell], value: read.factor === 1 ? cell : `${cell}*${read.factor}` };
};

/** Cells that a formula needs, and the formula; null where the figure does not stand in number cells. */
export type Live = ReturnType<typeof givenFormula>;

const joined = (parts: readonly Live[], join: (values: readonly string[]) => string): Live => {
  const known = parts.flatMap((part) => part ?? []);
  if (known.length < parts.length || parts.length === 0) return null;
  return { cells: known.flatMap(({ cells }) => cells), value: join(known.map(({ value }) => value)) };
};

/** Formula of an indicator of an earlier year over the officer's cells. */
export const indicatorFormula = ({ from, given }: IndicatorResult): Live =>
  from === 'given' ? givenFormula(given) : null;

/** Formula of an instrument of an earlier year over the officer's cells. */
export const instrumentFormula = (
  { indicators, ruleSet }: Assessment,
  { id, from, given }: InstrumentResult,
): Live => {
  if (from === 'given') return givenFormula(given);
  if (from !== 'indicators') return null;
  const own = ruleSet.indicators.filter(({ instrument }) => instrument === id).map((rule) => rule.id);
  const parts = indicators.filter((indicator) => own.includes(indicator.id)).map(indicatorFormula);
  return joined(parts, (values) => `AVERAGE(${values.join(',')})`);
};

/** Formula of the total of an earlier year over the officer's cells. */
export const totalFormula = (assessment: Assessment): Live =>
  joined(
    assessment.instruments.map((instrument) => instrumentFormula(assessment, instrument)),
    (values) =>
      values.map((value, index) => `${assessment.instruments[index]?.weight ?? 0}*${value}`).join('+'),
  );

/** The formula while all its cells hold numbers, and an empty text as long as one does not. */
export const orBlank = ({ cells, value }: NonNullable<Live>): string =>
  `IF(COUNT(${cells.join(',')})=${cells.length},${value},"")`;
