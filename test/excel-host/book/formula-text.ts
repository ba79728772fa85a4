import { columnFromLetters, columnLetters } from '../../../src/core/cell-address';
import { LAST_COLUMN, LAST_ROW, sheetPrefix } from './area';
import type { Move } from './model';

/** A piece of a formula; a sheet's name stands with its exclamation mark, a function's with its parenthesis. */
export type Token = {
  readonly kind:
    'text' | 'sheet' | 'structured' | 'error' | 'reference' | 'function' | 'name' | 'number' | 'sign';
  readonly text: string;
};

const KINDS: readonly (readonly [Token['kind'], string])[] = [
  ['text', '"(?:[^"]|"")*"'],
  ['sheet', "(?:'(?:[^']|'')+'|[\\p{L}_][\\p{L}\\p{M}\\p{N}_.]*)!"],
  ['structured', '(?:[\\p{L}_\\\\][\\p{L}\\p{M}\\p{N}_.\\\\]*)?\\[(?:[^[\\]]|\\[[^[\\]]*\\])*\\]'],
  ['error', '#(?:N\\/A|[A-Z0-9]+[!?]|DIV\\/0!)'],
  [
    'reference',
    '(?:\\$?[A-Za-z]{1,3}\\$?[1-9][0-9]*(?::\\$?[A-Za-z]{1,3}\\$?[1-9][0-9]*)?|\\$?[A-Za-z]{1,3}:\\$?[A-Za-z]{1,3}|\\$?[1-9][0-9]*:\\$?[1-9][0-9]*)(?![\\p{L}\\p{M}\\p{N}_.(])',
  ],
  ['function', '[\\p{L}_][\\p{L}\\p{M}\\p{N}_.]*\\('],
  ['name', '[\\p{L}_\\\\][\\p{L}\\p{M}\\p{N}_.\\\\]*'],
  ['number', '(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][-+]?[0-9]+)?'],
  ['sign', '[\\s\\S]'],
];
const PATTERN = new RegExp(KINDS.map(([, pattern]) => `(${pattern})`).join('|'), 'gu');

/** Pieces of a formula in order; together they are the formula again. */
export const tokensOf = (formula: string): readonly Token[] =>
  [...formula.matchAll(PATTERN)].map((match) => {
    const index = match.slice(1).findIndex((group: string | undefined) => group !== undefined);
    return { kind: KINDS[index]?.[0] ?? 'sign', text: match[0] };
  });

const joined = (tokens: readonly Token[]): string => tokens.map(({ text }) => text).join('');

/** Name of the sheet in a token such as `'Sheet'!`. */
export const sheetOfToken = ({ text }: Token): string =>
  text.startsWith("'") ? text.slice(1, -2).replaceAll("''", "'") : text.slice(0, -1);

const isSheet = (token: Token | undefined, name: string): boolean =>
  token?.kind === 'sheet' && sheetOfToken(token).toLowerCase() === name.toLowerCase();

/** A formula after a sheet was renamed. */
export const withSheetRenamed = (formula: string, from: string, to: string): string =>
  joined(
    tokensOf(formula).map((token) => (isSheet(token, from) ? { ...token, text: sheetPrefix(to) } : token)),
  );

/** A formula after a sheet was deleted. */
export const withSheetDeleted = (formula: string, name: string): string =>
  joined(tokensOf(formula).map((token) => (isSheet(token, name) ? { ...token, text: '#REF!' } : token)));

/** A formula after a table or a name was renamed. */
export const withNameChanged = (formula: string, from: string, to: string): string =>
  joined(
    tokensOf(formula).map((token) => {
      if (token.kind === 'name' && token.text.toLowerCase() === from.toLowerCase())
        return { ...token, text: to };
      const [table = ''] = token.kind === 'structured' ? token.text.split('[') : [];
      return table !== '' && table.toLowerCase() === from.toLowerCase()
        ? { ...token, text: `${to}${token.text.slice(table.length)}` }
        : token;
    }),
  );

/** First and last of rows or columns after others were inserted or deleted; undefined where all are gone. */
export const movedSpan = (
  first: number,
  last: number,
  { at, count }: Move,
): readonly [first: number, last: number] | undefined => {
  if (count > 0) return [first >= at ? first + count : first, last >= at ? last + count : last];
  const end = at - count;
  const place = (index: number): number => (index < at ? index : index >= end ? index + count : at);
  const span = [place(first), last < at ? last : last >= end ? last + count : at - 1] as const;
  return span[0] > span[1] ? undefined : span;
};

const END = /^(\$?)([A-Za-z]{0,3})(\$?)(\d*)$/;

/** A reference after rows or columns of its sheet moved. */
const movedReference = (text: string, move: Move): string => {
  const parts = text.split(':');
  const ends = [parts[0] ?? '', parts.at(-1) ?? ''].map((part) => END.exec(part));
  const [first, last] = ends;
  if (first == null || last == null) return text;
  const isRow = move.axis === 'row';
  const [, firstLetters = '', , firstDigits = ''] = first.slice(1);
  // Whole columns stay when rows move, and whole rows when columns do.
  if (isRow ? firstDigits === '' && firstLetters !== '' : firstLetters === '') return text;
  const indexOf = (match: RegExpExecArray): number => {
    const [, letters = '', , digits = ''] = match.slice(1);
    return isRow ? Number(digits) - 1 : columnFromLetters(letters);
  };
  const span = movedSpan(indexOf(first), indexOf(last), move);
  if (span === undefined || span[1] > (isRow ? LAST_ROW : LAST_COLUMN)) return '#REF!';
  const written = [first, last].map((match, index) => {
    const [mark = '', letters = '', rowMark = '', digits = ''] = match.slice(1);
    const moved = span[index] ?? 0;
    // In whole rows such as `$1:$2` the first mark is the row's.
    return isRow
      ? `${letters === '' ? '' : mark}${letters}${letters === '' ? mark : rowMark}${moved + 1}`
      : `${mark}${columnLetters(moved)}${rowMark}${digits}`;
  });
  return parts.length === 1 ? (written[0] ?? text) : written.join(':');
};

/** A formula on one sheet after rows or columns of a sheet moved. */
export const withCellsMoved = (formula: string, ownSheet: string, movedSheet: string, move: Move): string => {
  const tokens = tokensOf(formula);
  return joined(
    tokens.map((token, index) => {
      if (token.kind !== 'reference') return token;
      const before = tokens[index - 1];
      const sheet = before?.kind === 'sheet' ? sheetOfToken(before) : ownSheet;
      return sheet.toLowerCase() === movedSheet.toLowerCase()
        ? { ...token, text: movedReference(token.text, move) }
        : token;
    }),
  );
};
