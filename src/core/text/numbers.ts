import { withArabicDigits, withPlainSpaces } from './thai-digits';

const EXACT = 1e9;
const NEAR_HALF = 1e-4;

/**
 * Rounds half away from zero to a number of decimals, on the 15 significant digits that spreadsheets compare by, so
 * that 1.005 gives 1.01 as their ROUND does. NaN and infinities come back as they are.
 */
export const roundHalfUp = (value: number, decimals: number): number => {
  if (!Number.isFinite(value)) return value;
  // Only what lies next to a half needs its digits looked at; a country has a million scores that do not.
  const scaled = Math.abs(value) * 10 ** decimals;
  if (scaled < EXACT && Math.abs(scaled - Math.floor(scaled) - 0.5) > NEAR_HALF)
    return (Math.sign(value) * Math.round(scaled)) / 10 ** decimals + 0;
  const [digits = '0', exponent = '0'] = Math.abs(value).toPrecision(15).split('e');
  const shifted = Math.round(Number(`${digits}e${Number(exponent) + decimals}`));
  const [rounded = '0', roundedExponent = '0'] = String(shifted).split('e');
  return Math.sign(value) * Number(`${rounded}e${Number(roundedExponent) - decimals}`) + 0;
};

/** A number as people read it: rounded half up, always with its decimals, `99.78`. */
export const formatDecimal = (value: number, decimals = 2): string =>
  roundHalfUp(value, decimals).toFixed(decimals);

/** A count as people read it: `1,000`. */
export const grouped = (count: number): string => String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');

/** Plain mean; null of nothing. */
export const mean = (values: ArrayLike<number>): number | null => {
  let sum = 0;
  for (let index = 0; index < values.length; index += 1) sum += values[index] ?? 0;
  return values.length === 0 ? null : sum / values.length;
};

/** What a cell's text says where a score is expected. */
export type NumberText =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'blank' }
  | { readonly kind: 'notAssessed' }
  | { readonly kind: 'unreadable' };

const DASHES = /^[-–—.…]*$/;
const NO_ENTRY = /^(ไม่มีข้อมูล|ไม่มีคะแนน)$/;
const NOT_ASSESSED = /^(n\/?a|ไม่มี|ไม่ประเมิน|ไม่ได้ประเมิน|ไม่มีการประเมิน|ไม่ถูกประเมิน|ยกเว้น|ยกเว้นการประเมิน)$/i;
const SCORE = /^(?:ร้อยละ|คะแนน)? ?(-?\d{1,3}(?:\.\d+)?|-?\d{1,3},\d{1,2})(?: ?(?:%|คะแนน))?$/;
const POINT_AMID_BLANKS = /(?<=\d) ?([.,]) ?(?=\d)/g;

/**
 * Reads a score as officers type it: Thai, Arabic or mixed digits, blanks around it, `94.56%`, `94.56 คะแนน`,
 * `ร้อยละ ๙๔.๕๖`, and `99,78` where the comma can only be a decimal one. Blank, dashes and what says that there is no entry are blank; what says that the item was not assessed is that; anything else is unreadable. The range is not
 * checked here.
 */
export const readNumberText = (text: string): NumberText => {
  const plain = withPlainSpaces(withArabicDigits(text)).replace(POINT_AMID_BLANKS, '$1');
  if (DASHES.test(plain) || NO_ENTRY.test(plain)) return { kind: 'blank' };
  if (NOT_ASSESSED.test(plain)) return { kind: 'notAssessed' };
  const digits = SCORE.exec(plain)?.[1];
  if (digits === undefined) return { kind: 'unreadable' };
  return { kind: 'number', value: Number(digits.replace(',', '.')) };
};
