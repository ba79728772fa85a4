import type { CellValue } from '../../core/snapshot';
import { damaged } from '../refusal';
import { attributeOfTag } from '../xml/xml-node';
import { decodeEscapes, decodeText } from '../xml/xml-text';
import { plainDecimal, wholeNumber } from './read-number';
import { nameAt, readRichText } from './read-strings';
import type { CellMark, SheetText } from './scan-cells';

/** The formula of a cell as the file has it: `text` is '' in a cell that a shared formula covers. */
export type CellFormula = {
  readonly text: string;
  /** `shared`, `array`, `dataTable`; '' for an ordinary one. */
  readonly kind: string;
  readonly range: string | undefined;
  readonly group: string | undefined;
};

export type CellContent = { readonly value: CellValue; readonly formula: CellFormula | null };

/** What cells refer to outside their sheet. */
export type CellContext = { readonly strings: readonly string[]; readonly is1904: boolean };

const DAYS_1900_TO_1970 = 25_569;
const DAYS_1900_TO_1904 = 1462;
const FIRST_MARCH_1900 = 61;
const MS_PER_DAY = 86_400_000;

/** Reads value and formula of a cell. */
export const readCell = (text: SheetText, cell: CellMark, context: CellContext): CellContent => {
  const { mask, valueOpen, valueClose } = text;
  const start = cell.openEnd + valueOpen.length;
  const end = cell.close - valueClose.length;
  // Most cells hold a value and nothing else.
  if (end >= start && mask.startsWith(valueOpen, cell.openEnd) && mask.startsWith(valueClose, end)) {
    const number = plainNumber(text, cell, start, end, context);
    if (number !== undefined) return { value: number, formula: null };
    if (mask.indexOf('<', start) === end)
      return { value: valueOf(text, cell, start, end, context), formula: null };
  }
  return cell.openEnd === cell.close ? { value: null, formula: null } : readChildren(text, cell, context);
};

/** Value of a cell that holds digits alone, be they a score or the number of a shared text; undefined of all others. */
const plainNumber = (
  { source, part }: SheetText,
  { type }: CellMark,
  start: number,
  end: number,
  { strings }: CellContext,
): CellValue | undefined => {
  if (type === '' || type === 'n') return plainDecimal(source, start, end);
  const index = type === 's' ? wholeNumber(source, start, end) : undefined;
  return index === undefined ? undefined : sharedString(index, strings, part);
};

const readChildren = (text: SheetText, cell: CellMark, context: CellContext): CellContent => {
  const { mask, source, prefix, part } = text;
  let value: CellValue = null;
  let formula: CellFormula | null = null;
  let start = mask.indexOf('<', cell.openEnd);
  while (start >= 0 && start < cell.close) {
    const openEnd = mask.indexOf('>', start) + 1;
    const name = nameAt(mask, start);
    const isEmpty = mask.charAt(openEnd - 2) === '/';
    const close = isEmpty ? openEnd : mask.indexOf(`</${name}>`, openEnd);
    if (openEnd === 0 || close < 0 || close > cell.close) throw damaged(part);
    if (name === `${prefix}f`)
      formula = readFormula(source.slice(start, openEnd), source.slice(openEnd, close));
    else if (name === `${prefix}v`) value = valueOf(text, cell, openEnd, close, context);
    else if (name === `${prefix}is`) value = readRichText(source.slice(openEnd, close), prefix, part);
    start = mask.indexOf('<', isEmpty ? openEnd : close + name.length + 3);
  }
  return { value, formula };
};

const readFormula = (tag: string, content: string): CellFormula => ({
  text: content === '' ? '' : decodeText(content),
  kind: (attributeOfTag(tag, 't') ?? 'normal').replace('normal', ''),
  range: attributeOfTag(tag, 'ref'),
  group: attributeOfTag(tag, 'si'),
});

const valueOf = (
  text: SheetText,
  { type }: CellMark,
  start: number,
  end: number,
  context: CellContext,
): CellValue => {
  if (end < start) throw damaged(text.part);
  const raw = text.source.slice(start, end);
  // An empty `<v>` is no value, except that a formula may give an empty text.
  if (raw === '') return type === 'str' ? '' : null;
  switch (type) {
    case '':
    case 'n':
      return numberOf(raw);
    case 's':
      return sharedString(Number(raw), context.strings, text.part);
    case 'b':
      return raw.trim() === '1' || raw.trim() === 'true';
    case 'e':
      return { error: decodeText(raw) };
    case 'd':
      return dateSerial(decodeText(raw), context.is1904);
    default:
      return decodeEscapes(decodeText(raw));
  }
};

/** What a sloppy producer wrote as a number and is none stays readable as text. */
const numberOf = (raw: string): CellValue => {
  const value = Number(raw);
  if (Number.isFinite(value)) return raw.trim() === '' ? null : value;
  return decodeText(raw);
};

const sharedString = (index: number, strings: readonly string[], part: string): string => {
  const value = strings[index];
  if (value === undefined) throw damaged(part);
  return value;
};

/** ISO 8601 date → day number, as every other producer stores dates. */
const dateSerial = (text: string, is1904: boolean): CellValue => {
  const match = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d(?:\.\d+)?))?)?Z?$/.exec(text);
  if (match === null) return text;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match
    .slice(1)
    .map((part) => Number(part || 0));
  const ms = Date.UTC(year, month - 1, day, hour, minute) + second * 1000;
  const serial = (ms + DAYS_1900_TO_1970 * MS_PER_DAY) / MS_PER_DAY;
  if (is1904) return serial - DAYS_1900_TO_1904;
  // Spreadsheets count a 29 February 1900, which never was.
  return serial < FIRST_MARCH_1900 ? serial - 1 : serial;
};
