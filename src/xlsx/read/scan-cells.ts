import { columnFromLetters } from '../../core/cell-address';
import { damaged, sheetTooLarge } from '../refusal';
import { attributeOfTag } from '../xml/xml-node';
import { maskMarkup } from '../xml/xml-text';

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
  for (
    let span = nextElement(text, tag, 0, mask.length);
    span !== undefined;
    span = nextElement(text, tag, span.end, mask.length)
  ) {
    const { start, openEnd, close, end } = span;
    const open = source.slice(start, openEnd);
    if (!WHOLE_TAG.test(open)) throw damaged(part);
    const number = attributeOfTag(open, 'r');
    const row = number === undefined ? previous + 1 : rowOf(number, part);
    if (row >= MAX_ROWS) throw sheetTooLarge(part);
    previous = row;
    yield { row, start, openEnd, close, end };
  }
}

const rowOf = (number: string, part: string): number => {
  if (!/^\d{1,9}$/.test(number) || Number(number) === 0) throw damaged(part);
  return Number(number) - 1;
};

/** The cells of a row from left to right as the file has them. */
export const scanCells = (
  text: SheetText,
  { row, openEnd: from, close: to }: RowMark,
): readonly CellMark[] => {
  const cells: CellMark[] = [];
  let previous = -1;
  const nameEnd = text.prefix.length + 2;
  const name = elementTag(`${text.prefix}c`);
  for (
    let span = nextElement(text, name, from, to);
    span !== undefined;
    span = nextElement(text, name, span.end, to)
  ) {
    const tag = readTag(text, span.start + nameEnd, span.openEnd, row) ?? readOddTag(text, span, row);
    const column = tag.column ?? previous + 1;
    if (column >= MAX_COLUMNS) throw sheetTooLarge(text.part);
    previous = column;
    const { start, openEnd, close, end } = span;
    cells.push({ row, column, style: tag.style, type: tag.type, start, openEnd, close, end });
  }
  return cells;
};

type Span = Omit<RowMark, 'row'>;

type ElementTag = { readonly open: string; readonly closing: string };

const elementTag = (name: string): ElementTag => ({ open: `<${name}`, closing: `</${name}>` });

/** First element of a name between two places; others there (an `extLst`) are passed over. */
const nextElement = (
  { mask, part }: SheetText,
  { open, closing }: ElementTag,
  from: number,
  to: number,
): Span | undefined => {
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
    if (isOurs) return { start, openEnd, close, end };
    start = mask.indexOf('<', end);
  }
  return undefined;
};

const isNameEnd = (code: number): boolean => code === 62 || code === SLASH || code <= 32;

type CellTag = { readonly column: number | undefined; readonly style: number; readonly type: string };

/** Reads ` r="B7" s="3" t="s"` letter by letter, because there are many; undefined where it finds no `r`. */
const readTag = ({ mask, part }: SheetText, from: number, to: number, row: number): CellTag | undefined => {
  let column: number | undefined;
  let style = 0;
  let type = '';
  for (let i = from; i < to; i++) {
    // One-letter names after a blank; every other attribute is passed over letter by letter.
    if (mask.charCodeAt(i) > 32 || mask.charCodeAt(i + 2) !== EQUALS) continue;
    const name = mask.charAt(i + 1);
    const quote = mask.charAt(i + 3);
    const end = mask.indexOf(quote, i + 4);
    if (end < 0 || end > to) throw damaged(part);
    if (name === 'r') column = columnOf(mask, i + 4, end, row, part);
    else if (name === 's') style = Number(mask.slice(i + 4, end));
    else if (name === 't') type = mask.slice(i + 4, end);
    i = end;
  }
  return column === undefined ? undefined : { column, style, type };
};

const columnOf = (mask: string, from: number, to: number, row: number, part: string): number => {
  let column = 0;
  let i = from;
  for (; i < to; i++) {
    const letter = mask.charCodeAt(i);
    if (letter < 65 || letter > 90) break;
    column = column * 26 + letter - 64;
  }
  if (i === from || i === to || Number(mask.slice(i, to)) !== row + 1)
    return columnOfOdd(mask.slice(from, to), row, part);
  return column - 1;
};

/** A reference in small letters or with dollar signs is still one. */
const columnOfOdd = (reference: string, row: number, part: string): number => {
  const [, letters = '', digits = ''] = /^\$?([A-Za-z]{1,9})\$?(\d{1,9})$/.exec(reference) ?? [];
  if (Number(digits) !== row + 1) throw damaged(part);
  return columnFromLetters(letters);
};

/** A tag without `r`, or one that is spaced in a way nobody writes. */
const readOddTag = ({ source, part }: SheetText, { start, openEnd }: Span, row: number): CellTag => {
  const tag = source.slice(start, openEnd);
  const reference = attributeOfTag(tag, 'r');
  const column = reference === undefined ? undefined : columnOf(reference, 0, reference.length, row, part);
  return { column, style: Number(attributeOfTag(tag, 's') ?? 0), type: attributeOfTag(tag, 't') ?? '' };
};
