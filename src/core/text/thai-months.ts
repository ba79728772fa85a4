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
const YEAR = '(?:พ\\.\\s?ศ\\.\\s*)?(25\\d\\d|\\d\\d)(?!\\d|[.:]\\d)';
// The first month of a period may leave its year to the last one: `ก.ย. - ต.ค. 2566`.
const MONTHS_AND_YEAR = new RegExp(`(?:(${ANY})\\s*(?:[-–—]|ถึง(?:เดือน)?)\\s*)?(${ANY})\\s*${YEAR}`, 'g');
const CENTURY = 2500;
const FIRST_OF_FISCAL_YEAR = 10;

/** A month with its year of the Buddhist era as a text names it, and the fiscal year in which it lies. */
export type NamedMonth = {
  readonly month: number;
  readonly year: number;
  readonly fiscalYear: number;
  readonly text: string;
};

const DAY = new RegExp(`^(?:วันที่\\s*)?(\\d{1,2})\\s*(${ANY})\\s*(?:พ\\.\\s?ศ\\.\\s*)?(\\d{4}|\\d\\d)$`);
const DAY_IN_DIGITS = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d\d)$/;
const ISO_DAY = /^(\d{4})-(\d{1,2})-(\d{1,2})$/;
const ERA = 543;
/** Spreadsheets know no earlier days. */
const FIRST_YEAR = 1905;

/** A day of the common era's calendar. */
export type Day = { readonly year: number; readonly month: number; readonly day: number };

/**
 * The day that a text consists of, as people write it: `๓๐ ก.ย. ๒๕๖๘`, `30/9/2568`, `2025-09-30`; null for another text and
 * for a day that there is not. Years of two digits are those of 2500.
 */
export const dayOf = (text: string): Day | null => {
  const plain = withArabicDigits(text).trim();
  const iso = ISO_DAY.exec(plain);
  if (iso !== null) return realDay(iso[1], Number(iso[2]), iso[3]);
  const digits = DAY_IN_DIGITS.exec(plain);
  if (digits !== null) return realDay(digits[4], Number(digits[3]), digits[1]);
  const [, day, name = '', year] = DAY.exec(plain) ?? [];
  return day === undefined ? null : realDay(year, monthOf(name), day);
};

const realDay = (years = '', month: number, days = ''): Day | null => {
  const [number, day] = [Number(years), Number(days)];
  const buddhist = number < 100 ? CENTURY + number : number;
  const year = buddhist >= CENTURY ? buddhist - ERA : buddhist;
  const date = new Date(Date.UTC(year, month - 1, day));
  if (year < FIRST_YEAR) return null;
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? { year, month, day } : null;
};

const monthOf = (name: string): number => MONTHS.find(([, pattern]) => pattern.test(name))?.[0] ?? 0;

const named = (month: number, year: number, text: string): NamedMonth => ({
  month,
  year,
  fiscalYear: year + (month >= FIRST_OF_FISCAL_YEAR ? 1 : 0),
  text,
});

/**
 * Months with a year in a text: `เดือนตุลาคม ๒๕๖๘`, `๔ เม.ย. ๖๕`; years of two digits are those of 2500. Of `พ.ย. - ม.ค. 66`
 * the first is of the year before.
 */
export const monthsIn = (text: string): readonly NamedMonth[] =>
  [...withArabicDigits(text).matchAll(MONTHS_AND_YEAR)].flatMap(([whole, begin, name = '', digits = '']) => {
    const year = Number(digits) >= CENTURY ? Number(digits) : CENTURY + Number(digits);
    const month = monthOf(name);
    const last = named(month, year, whole.slice(whole.lastIndexOf(name)));
    if (begin === undefined) return [last];
    const first = monthOf(begin);
    return [named(first, first > month ? year - 1 : year, begin), last];
  });
