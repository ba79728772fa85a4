import type { CellValue } from '../../../src/core/snapshot';
import { hostErrors } from '../host-error';
import { dateText } from './date-text';

const THAI_DIGITS = '๐๑๒๓๔๕๖๗๘๙';

/** What a locale mark such as `[$-D07041E]` asks for. */
export type Locale = {
  readonly isThaiDigits: boolean;
  readonly isBuddhist: boolean;
  readonly isThai: boolean;
};

const localeOf = (section: string): Locale => {
  const code = /\[\$[^\]-]*-([0-9A-F]+)\]/i.exec(section)?.[1] ?? '0';
  const number = Number.parseInt(code, 16);
  return {
    isThaiDigits: number >>> 24 === 0x0d,
    isBuddhist: ((number >>> 16) & 0xff) === 7,
    isThai: (number & 0xffff) === 0x041e,
  };
};

/** Ten decimals at most and eleven digits in all, as a wide cell shows a number without a format. */
const generalText = (value: number): string => {
  if (value === 0) return '0';
  const size = Math.abs(value);
  if (size >= 1e11 || size < 1e-9) {
    const [mantissa = '', exponent = '0'] = value.toExponential(5).split('e');
    const power = Number(exponent);
    return `${Number(mantissa)}E${power < 0 ? '-' : '+'}${String(Math.abs(power)).padStart(2, '0')}`;
  }
  return String(Number(value.toPrecision(Math.max(1, Math.min(11, Math.floor(Math.log10(size)) + 11)))));
};

type Piece = { readonly kind: 'digits' | 'literal' | 'exponent' | 'date'; readonly text: string };

const PIECES =
  /"([^"]*)"|\\(.)|_(.)|\*(.)|\[\$([^\]-]*)(?:-[0-9A-F]*)?\]|\[(?:Black|Blue|Cyan|Green|Magenta|Red|White|Yellow|Color ?\d+)\]|(E[+-]0+)|([0#?][0#?,.]*|\.[0#?]+)|(%)|((?:am\/pm|a\/p|\[h+\]|[ymdhs])+)|([^[\]])/giu;

const piecesOf = (section: string): readonly Piece[] => {
  const pieces: Piece[] = [];
  let covered = 0;
  for (const match of section.matchAll(PIECES)) {
    covered += match[0].length;
    const [, quoted, escaped, space, filled, currency, exponent, digits, percent, date, other] = match;
    if (filled !== undefined) throw hostErrors.notEmulated(`the number format ${section}`);
    if (exponent !== undefined) pieces.push({ kind: 'exponent', text: exponent });
    else if (digits !== undefined) pieces.push({ kind: 'digits', text: digits });
    else if (date !== undefined) pieces.push({ kind: 'date', text: date });
    else {
      const text =
        quoted ?? escaped ?? (space === undefined ? undefined : ' ') ?? currency ?? percent ?? other;
      pieces.push({ kind: 'literal', text: text ?? '' });
    }
  }
  if (covered !== section.length) throw hostErrors.notEmulated(`the number format ${section}`);
  return pieces;
};

/** Rounds half away from zero on fifteen digits, as Excel does. */
const fixed = (value: number, decimals: number): string => {
  const scaled = Number((Math.abs(value) * 10 ** decimals).toPrecision(15));
  const digits = String(Math.round(scaled)).padStart(decimals + 1, '0');
  return decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
};

const digitsText = (value: number, pattern: string): string => {
  const [whole = '', ...rest] = pattern.split('.');
  const fraction = rest.join('.');
  const scale = /,+$/.exec(whole)?.[0].length ?? 0;
  const isGrouped = whole.slice(0, whole.length - scale).includes(',');
  const [integer = '0', decimals = ''] = fixed(value / 1000 ** scale, fraction.length).split('.');
  const least = whole.replaceAll(/[^0]/g, '').length;
  const digits = integer === '0' && least === 0 ? '' : integer.padStart(least, '0');
  const grouped = isGrouped ? digits.replace(/\B(?=(\d{3})+(?!\d))/g, ',') : digits;
  const needed = fraction.lastIndexOf('0') + 1;
  const kept = decimals.slice(0, needed) + decimals.slice(needed).replace(/0+$/, '');
  return pattern.includes('.') ? `${grouped}.${kept}` : grouped;
};

const numberSection = (value: number, section: string): string => {
  if (/^(?:\[[^\]]*\])*General$/i.test(section)) return generalText(value);
  const pieces = piecesOf(section);
  const locale = localeOf(section);
  const isDate = pieces.some(({ kind }) => kind === 'date');
  const digitPieces = pieces.filter(({ kind }) => kind === 'digits');
  if (pieces.some(({ kind }) => kind === 'exponent') || (isDate ? false : digitPieces.length > 1))
    throw hostErrors.notEmulated(`the number format ${section}`);
  const percents = pieces.filter(({ kind, text }) => kind === 'literal' && text === '%').length;
  const text = isDate
    ? dateText(value, pieces, locale)
    : pieces
        .map((piece) =>
          piece.kind === 'digits' ? digitsText(value * 100 ** percents, piece.text) : piece.text,
        )
        .join('');
  return locale.isThaiDigits ? text.replace(/\d/g, (digit) => THAI_DIGITS[Number(digit)] ?? digit) : text;
};

const sectionsOf = (format: string): readonly string[] => {
  const sections = [''];
  for (const [piece] of format.matchAll(/"[^"]*"|\\.|;|[^;"\\]+/gu)) {
    if (piece === ';') sections.push('');
    else sections[sections.length - 1] = `${sections.at(-1) ?? ''}${piece}`;
  }
  return sections;
};

/** What a cell shows, as `Range.text` gives it; columns are taken to be wide enough. */
export const displayText = (value: CellValue, format: string): string => {
  if (value === null) return '';
  if (typeof value === 'object') return value.error;
  if (typeof value === 'boolean') return String(value).toUpperCase();
  const sections = sectionsOf(format);
  if (sections.some((section) => /\[[<>=]/.test(section)))
    throw hostErrors.notEmulated(`the number format ${format}`);
  if (typeof value === 'string') {
    const section = sections[3] ?? (sections.length === 1 && format.includes('@') ? format : '@');
    return section.replace(/"([^"]*)"/g, '$1').replace(/@/g, () => value);
  }
  const [positive = 'General', negative, zero] = sections;
  if (value < 0 && negative !== undefined) return numberSection(-value, negative);
  if (value === 0 && zero !== undefined) return numberSection(0, zero);
  const text = numberSection(Math.abs(value), positive);
  return value < 0 && /[1-9๑-๙]/u.test(text) ? `-${text}` : text;
};
