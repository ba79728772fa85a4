import { format as formatNumber } from 'numfmt';

const THAI_ZERO = 'โ๐'.charCodeAt(1);
/** A language code whose digits are Thai, `[$-D…41E]`, or a format that begins with the letter for them. */
const THAI_DIGITS = /\[\$-D[0-9A-F]*41E\]|^t(?=[0#?])/i;
/** A language code whose years are Thai. */
const THAI_YEARS = /\[\$-[0-9A-F]*07041E\]|\[\$-10?7041E\]/i;
const LANGUAGE = /\[\$-[0-9A-F]+\]/gi;

/**
 * A number as spreadsheets show it with Thai digits or years of the Buddhist era; null where the format asks for
 * neither, and the grid shows it by itself.
 */
export const shownNumber = (value: number, format: string): string | null => {
  const hasThaiDigits = THAI_DIGITS.test(format);
  const hasThaiYears = THAI_YEARS.test(format) || /(?<!\[[^\]]*)bb/i.test(format);
  if (!hasThaiDigits && !hasThaiYears) return null;
  const plain = format.replace(/^t(?=[0#?])/i, '').replace(LANGUAGE, '[$-41E]');
  const text = formatNumber(
    hasThaiYears ? plain.replace(/y+/gi, (year) => 'b'.repeat(year.length)) : plain,
    value,
  );
  return hasThaiDigits
    ? text.replace(/\d/g, (digit) => String.fromCharCode(THAI_ZERO + Number(digit)))
    : text;
};
