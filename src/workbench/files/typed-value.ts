import type { CellValue } from '../../core/snapshot';
import { isDateFormat, isPercentFormat } from '../../core/text/number-formats';
import { dayOf, type Day } from '../../core/text/thai-months';

const GROUPED = /^-?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;
const PERCENT = /^(-?\d+(?:\.\d+)?)\s?%$/;
const NUMBER = /^-?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i;
/** More could not be kept exactly as a number; such a row of digits is a code. */
const MAX_DIGITS = 15;
const MS_PER_DAY = 86_400_000;

/**
 * What somebody means by a text typed into a cell of a format: a number where it is written as one and the cell is not
 * one for texts, a percent or a day where the cell shows such, and what was typed in every other case.
 */
export const typedValue = (value: CellValue, format: string, isFrom1904 = false): CellValue => {
  if (format === '@') return typeof value === 'number' ? String(value) : value;
  if (typeof value !== 'string') return value;
  const text = value.trim();
  const day = isDateFormat(format) ? dayOf(text) : null;
  if (day !== null) return dayNumber(day, isFrom1904);
  const percent = PERCENT.exec(text)?.[1];
  if (percent !== undefined) return isPercentFormat(format) ? divided(percent) : value;
  const plain = GROUPED.test(text) ? text.replaceAll(',', '') : text;
  const digits = plain.replace(/\D/g, '').length;
  return NUMBER.test(plain) && digits <= MAX_DIGITS && !/^-?0\d/.test(plain) ? Number(plain) : value;
};

/** A hundredth, in decimal as it was written: 95.1 % is .951. */
const divided = (text: string): number => Number(`${text}e-2`);

/** A day as spreadsheets count it. */
const dayNumber = ({ year, month, day }: Day, isFrom1904: boolean): number =>
  (Date.UTC(year, month - 1, day) -
    Date.UTC(isFrom1904 ? 1904 : 1899, isFrom1904 ? 0 : 11, isFrom1904 ? 1 : 30)) /
  MS_PER_DAY;
