import { columnFromLetters } from '../../core/cell-address';
import { damaged, sheetTooLarge } from '../refusal';
import { attributeOfTag } from '../xml/xml-node';
import { maskMarkup } from '../xml/xml-text';
import { wholeNumber } from './read-number';

/** Inside of a sheet's `sheetData`; `mask` is the same with comments and the like blanked out. */
export type SheetText = {
  readonly source: string;
  readonly mask: string;
  readonly prefix: string;
  readonly part: string;
  /** Tags of a value, which are looked for in every cell. */
  readonly valueOpen: string;
  readonly valueClose: string;
};

/** Where a row stands: its tags from `start` to `openEnd` and from `close` to `end`. */
export type RowMark = {
  readonly row: number;
  readonly start: number;
  readonly openEnd: number;
  readonly close: number;
  readonly end: number;
};

/** Where a cell stands, like a row, and what its tag says. */
export type CellMark = RowMark & { readonly column: number; readonly style: number; readonly type: string };

const MAX_ROWS = 1_048_576;
const MAX_COLUMNS = 16_384;
/** A tag whose quotes are all closed. */
const WHOLE_TAG = /^<[^<"']*(?:"[^<"]*"[^<"']*|'[^<']*'[^<"']*)*>$/;
const SLASH = 47;
const EQUALS = 61;
const LETTER_R = 114;
const LETTER_S = 115;
const LETTER_T = 116;

export const sheetText = (source: string, prefix: string, part: string): SheetText => ({
  source,
  mask: maskMarkup(source, part),
  prefix,
  part,
  valueOpen: `<${prefix}v>`,
  valueClose: `</${prefix}v>`,
});

/** The rows of a sheet from top to bottom as the file has them; a row without number follows the one before it. */
export function* scanRows(text: SheetText): Generator<RowMark, undefined> {
  const { mask, source, prefix, part } = text;
  let previous = -1;
  const tag = elementTag(`${prefix}row`);
  const span: Span = { start: 0, openEnd: 0, close: 0, end: 0 };
  while (findElement(text, tag, span.end, mask.length, span)) {
    const open = source.slice(span.start, span.openEnd);
    if (!WHOLE_TAG.test(open)) throw damaged(part);
    const number = attributeOfTag(open, 'r');
    const row = number === undefined ? previous + 1 : rowOf(number, part);
    if (row >= MAX_ROWS) throw sheetTooLarge(part);
    previous = row;
    yield { row, ...span };
  }
}

const rowOf = (number: string, part: string): number => {
  if (!/^\d{1,9}$/.test(number) || Number(number) === 0) throw damaged(part);
  return Number(number) - 1;
};

/**
 * Visits the cells of a row from left to right as the file has them. Each is told by the same object, because there are
 * many: who wants to keep one takes a copy.
 */
export const eachCell = (
  text: SheetText,
  { row, openEnd, close }: RowMark,
  visit: (cell: CellMark) => void,
): void => {
  const nameLength = text.prefix.length + 2;
  const tag = elementTag(`${text.prefix}c`);
  const cell: Mutable<CellMark> = {
    row,
    column: -1,
    style: 0,
    type: '',
    start: openEnd,
    openEnd,
    close: openEnd,
    end: openEnd,
  };
  while (findElement(text, tag, cell.end, close, cell)) {
    const previous = cell.column;
    if (!readTag(text, cell.start + nameLength, cell)) readOddTag(text, previous, cell);
    if (cell.column >= MAX_COLUMNS) throw sheetTooLarge(text.part);
    visit(cell);
  }
};

type Mutable<Type> = { -readonly [Key in keyof Type]: Type[Key] };

type Span = Mutable<Omit<RowMark, 'row'>>;

type ElementTag = { readonly open: string; readonly closing: string };

const elementTag = (name: string): ElementTag => ({ open: `<${name}`, closing: `</${name}>` });

/** Finds the first element of a name between two places; others there (an `extLst`) are passed over. */
const findElement = (
  { mask, part }: SheetText,
  { open, closing }: ElementTag,
  from: number,
  to: number,
  found: Span,
): boolean => {
  let start = mask.indexOf('<', from);
  while (start >= 0 && start < to) {
    const openEnd = mask.indexOf('>', start) + 1;
    if (openEnd === 0 || openEnd > to) throw damaged(part);
    const isOurs = mask.startsWith(open, start) && isNameEnd(mask.charCodeAt(start + open.length));
    const wanted = isOurs ? closing : `</${/^<([^\s/>]*)/.exec(mask.slice(start, openEnd))?.[1] ?? ''}>`;
    const isEmpty = mask.charCodeAt(openEnd - 2) === SLASH;
    const close = isEmpty ? openEnd : mask.indexOf(wanted, openEnd);
    const end = isEmpty ? openEnd : close + wanted.length;
    if (close < 0 || end > to) throw damaged(part);
    if (isOurs) {
      found.start = start;
      found.openEnd = openEnd;
      found.close = close;
      found.end = end;
      return true;
    }
    start = mask.indexOf('<', end);
  }
  return false;
};

const isNameEnd = (code: number): boolean => code === 62 || code === SLASH || code <= 32;

/** Reads ` r="B7" s="3" t="s"` letter by letter, because there are many; false where it finds no `r`. */
const readTag = ({ mask, part }: SheetText, from: number, cell: Mutable<CellMark>): boolean => {
  const to = cell.openEnd;
  let hasReference = false;
  cell.style = 0;
  cell.type = '';
  for (let i = from; i < to; i++) {
    // One-letter names after a blank; every other attribute is passed over letter by letter.
    if (mask.charCodeAt(i) > 32 || mask.charCodeAt(i + 2) !== EQUALS) continue;
    const name = mask.charCodeAt(i + 1);
    const end = mask.indexOf(mask.charAt(i + 3), i + 4);
    if (end < 0 || end > to) throw damaged(part);
    if (name === LETTER_R) {
      cell.column = columnOf(mask, i + 4, end, cell.row, part);
      hasReference = true;
    } else if (name === LETTER_S)
      cell.style = wholeNumber(mask, i + 4, end) ?? Number(mask.slice(i + 4, end));
    else if (name === LETTER_T) cell.type = mask.slice(i + 4, end);
    i = end;
  }
  return hasReference;
};

const columnOf = (mask: string, from: number, to: number, row: number, part: string): number => {
  let column = 0;
  let i = from;
  for (; i < to; i++) {
    const letter = mask.charCodeAt(i);
    if (letter < 65 || letter > 90) break;
    column = column * 26 + letter - 64;
  }
  if (i === from || wholeNumber(mask, i, to) !== row + 1) return columnOfOdd(mask.slice(from, to), row, part);
  return column - 1;
};

/** A reference in small letters or with dollar signs is still one. */
const columnOfOdd = (reference: string, row: number, part: string): number => {
  const [, letters = '', digits = ''] = /^\$?([A-Za-z]{1,9})\$?(\d{1,9})$/.exec(reference) ?? [];
  if (Number(digits) !== row + 1) throw damaged(part);
  return columnFromLetters(letters);
};

/** A tag without `r`, or one that is spaced in a way nobody writes. */
const readOddTag = ({ source, part }: SheetText, previous: number, cell: Mutable<CellMark>): void => {
  const tag = source.slice(cell.start, cell.openEnd);
  const reference = attributeOfTag(tag, 'r');
  cell.column =
    reference === undefined ? previous + 1 : columnOf(reference, 0, reference.length, cell.row, part);
  cell.style = Number(attributeOfTag(tag, 's') ?? 0);
  cell.type = attributeOfTag(tag, 't') ?? '';
};
