import type { CellValue } from '../../core/snapshot';

const GROUPED = /^-?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;
const PERCENT = /^(-?\d+(?:\.\d+)?)\s?%$/;
const NUMBER = /^-?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i;
/** More could not be kept exactly as a number; such a row of digits is a code. */
const MAX_DIGITS = 15;

/**
 * What somebody means by a text typed into a cell of a format: a number where it is written as one and the cell is not
 * one for texts, a percent where the cell shows percents, and what was typed in every other case.
 */
export const typedValue = (value: CellValue, format: string): CellValue => {
  if (format === '@') return typeof value === 'number' ? String(value) : value;
  if (typeof value !== 'string') return value;
  const text = value.trim();
  const percent = PERCENT.exec(text)?.[1];
  if (percent !== undefined) return format.includes('%') ? divided(percent) : value;
  const plain = GROUPED.test(text) ? text.replaceAll(',', '') : text;
  const digits = plain.replace(/\D/g, '').length;
  return NUMBER.test(plain) && digits <= MAX_DIGITS && !/^-?0\d/.test(plain) ? Number(plain) : value;
};

/** A hundredth, in decimal as it was written: 95.1 % is .951. */
const divided = (text: string): number => Number(`${text}e-2`);
