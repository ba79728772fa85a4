import { withArabicDigits } from './thai-digits';

const MONTHS: readonly (readonly [number, RegExp])[] = [
  [1, /มกราคม|ม\.\s?ค\./],
  [2, /กุมภาพันธ์|ก\.\s?พ\./],
  [3, /มีนาคม|มี\.\s?ค\./],
  [4, /เมษายน|เม\.\s?ย\./],
  [5, /พฤษภาคม|พ\.\s?ค\./],
  [6, /มิถุนายน|มิ\.\s?ย\./],
  [7, /กรกฎาคม|ก\.\s?ค\./],
  [8, /สิงหาคม|ส\.\s?ค\./],
  [9, /กันยายน|ก\.\s?ย\./],
  [10, /ตุลาคม|ต\.\s?ค\./],
  [11, /พฤศจิกายน|พ\.\s?ย\./],
  [12, /ธันวาคม|ธ\.\s?ค\./],
];
const ANY = MONTHS.map(([, pattern]) => pattern.source).join('|');
const MONTH_AND_YEAR = new RegExp(`(${ANY})\\s*(?:พ\\.\\s?ศ\\.\\s*)?(25\\d\\d|\\d\\d)(?!\\d|[.:]\\d)`, 'g');
const CENTURY = 2500;
const FIRST_OF_FISCAL_YEAR = 10;

/** A month with its year of the Buddhist era as a text names it, and the fiscal year in which it lies. */
export type NamedMonth = {
  readonly month: number;
  readonly year: number;
  readonly fiscalYear: number;
  readonly text: string;
};

/** Months with a year in a text: `เดือนตุลาคม ๒๕๖๘`, `๔ เม.ย. ๖๕`; years of two digits are those of 2500. */
export const monthsIn = (text: string): readonly NamedMonth[] =>
  [...withArabicDigits(text).matchAll(MONTH_AND_YEAR)].flatMap(([whole, name = '', digits = '']) => {
    const month = MONTHS.find(([, pattern]) => pattern.test(name))?.[0];
    if (month === undefined) return [];
    const year = Number(digits) >= CENTURY ? Number(digits) : CENTURY + Number(digits);
    return [{ month, year, fiscalYear: year + (month >= FIRST_OF_FISCAL_YEAR ? 1 : 0), text: whole }];
  });
