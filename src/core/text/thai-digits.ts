const THAI_ZERO = 0x0e50;

/** Text with Thai digits ๐–๙ replaced by 0–9; every other character keeps its place. */
export const withArabicDigits = (text: string): string =>
  // Most texts have none, and looking is cheaper than replacing.
  /[๐-๙]/.test(text) ? text.replace(/[๐-๙]/g, (digit) => String(digit.charCodeAt(0) - THAI_ZERO)) : text;

/** Text with the digits 0–9 replaced by ๐–๙, as official letters write them. */
export const withThaiDigits = (text: string): string =>
  text.replace(/[0-9]/g, (digit) => String.fromCharCode(THAI_ZERO + Number(digit)));

const UNPLAIN = /[\u200b-\u200f\u202a-\u202e\u2060\ufeff]|[^\S ]|\s\s|^\s|\s$/;

/** Text without what the eye does not see: zero-width marks gone, every kind of blank a single space, ends trimmed. */
export const withPlainSpaces = (text: string): string =>
  !UNPLAIN.test(text)
    ? text
    : text
        .replace(/[\u200b-\u200f\u202a-\u202e\u2060\ufeff]/g, '')
        .replace(/\s+/g, ' ')
        .trim();
