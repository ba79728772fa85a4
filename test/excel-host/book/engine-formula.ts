import { addressOf } from './area';
import { sheetOfToken, tokensOf, type Token } from './formula-text';
import type { Book } from './book';
import type { BookSheet, BookTable } from './model';

/** Names of sheets by which the engine knows them; it does not find those with Thai vowels above again. */
export type AliasOf = (sheet: BookSheet) => string;

/** Excel rounds on 15 digits, so that 1.005 becomes 1.01, the engine on all; this moves a number by less than the last. */
const ABOVE_ONE = '1.0000000000000009';

const isSame = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** Range of a structured reference as `Sheet!A1:B2`; undefined where there is no such table or column. */
const structuredRange = (
  book: Book,
  aliasOf: AliasOf,
  text: string,
  own: BookSheet,
  row: number,
): string | undefined => {
  const [, name = '', spec = ''] = /^([^[]*)\[(.*)\]$/s.exec(text) ?? [];
  const found = book
    .tables()
    .find(({ sheet, table }) =>
      name === ''
        ? sheet === own && row >= table.range.top && row <= table.range.bottom
        : isSame(table.name, name),
    );
  if (found === undefined) return undefined;
  const { sheet, table } = found;
  const parts = spec.includes('[')
    ? [...spec.matchAll(/(@?)\[([^\]]*)\]/g)].flatMap(([, at, part = '']) =>
        at === '@' ? ['#This Row', part] : [part],
      )
    : spec.startsWith('@')
      ? ['#This Row', ...(spec.length > 1 ? [spec.slice(1)] : [])]
      : [spec].filter((part) => part !== '');
  const headers = book.headersOf(sheet, table);
  const columns = parts
    .filter((part) => !part.startsWith('#'))
    .map((part) => headers.findIndex((header) => isSame(header, part)));
  if (columns.includes(-1)) return undefined;
  const rows = parts.find((part) => part.startsWith('#')) ?? '#Data';
  const [top, bottom] = rowsOf(table, rows, row);
  const { left, right } = table.range;
  const range = {
    top,
    bottom,
    left: columns.length === 0 ? left : left + Math.min(...columns),
    right: columns.length === 0 ? right : left + Math.max(...columns),
  };
  return `${aliasOf(sheet)}!${addressOf(range, true)}`;
};

const rowsOf = (
  { range, showHeaders, showTotals }: BookTable,
  which: string,
  row: number,
): readonly [top: number, bottom: number] => {
  const top = range.top + (showHeaders ? 1 : 0);
  const bottom = range.bottom - (showTotals ? 1 : 0);
  switch (which.toLowerCase()) {
    case '#all':
      return [range.top, range.bottom];
    case '#headers':
      return [range.top, range.top];
    case '#totals':
      return [range.bottom, range.bottom];
    case '#this row':
      return [row, row];
    default:
      return [top, bottom];
  }
};

/** Arguments of a call that begins at a token, and where it ends; the parenthesis of the call is its token's. */
const argumentsAt = (
  tokens: readonly Token[],
  start: number,
): { readonly list: readonly (readonly Token[])[]; readonly end: number } => {
  const list: Token[][] = [[]];
  let depth = 1;
  for (let index = start + 1; index < tokens.length; index++) {
    const token = tokens[index];
    if (token === undefined) break;
    if (token.kind === 'function' || token.text === '(') depth += 1;
    if (token.text === ')') depth -= 1;
    if (depth === 0) return { list, end: index };
    if (depth === 1 && token.text === ',') list.push([]);
    else list.at(-1)?.push(token);
  }
  return { list, end: tokens.length };
};

/** A formula of a cell as the engine understands it: its names of sheets, no names, no tables, no HYPERLINK. */
export const engineFormula = (
  book: Book,
  aliasOf: AliasOf,
  formula: string,
  own: BookSheet,
  row: number,
  depth = 0,
): string => {
  const write = (tokens: readonly Token[]): string => {
    let text = '';
    for (let index = 0; index < tokens.length; index++) {
      const token = tokens[index];
      if (token === undefined) break;
      if (token.kind === 'function' && isSame(token.text, 'HYPERLINK(')) {
        // It shows its second argument, or the address.
        const { list, end } = argumentsAt(tokens, index);
        text += `(${write(list[1] ?? list[0] ?? [])})`;
        index = end;
      } else if (token.kind === 'function' && isSame(token.text, 'ROUND(')) {
        const { list, end } = argumentsAt(tokens, index);
        const [number = '', digits = '0'] = list.map((argument) => write(argument));
        text += `(SIGN(${number})*INT(ABS(${number})*10^(${digits})*${ABOVE_ONE}+0.5)/10^(${digits}))`;
        index = end;
      } else if (token.kind === 'sheet' && tokens[index + 1]?.kind === 'error') {
        // What is left of a reference whose cells are gone: `Sheet!#REF!`.
      } else if (token.kind === 'reference' && tokens[index - 1]?.kind === 'error') {
        // What is left of one whose sheet is gone: `#REF!A1`.
      } else if (token.kind === 'sheet') {
        const sheet = book.sheetNamed(sheetOfToken(token));
        text += sheet === undefined ? '#REF!' : `${aliasOf(sheet)}!`;
      } else if (token.kind === 'structured') {
        text += structuredRange(book, aliasOf, token.text, own, row) ?? '#REF!';
      } else if (token.kind === 'name') {
        text += named(token.text);
      } else text += token.text;
    }
    return text;
  };
  const named = (name: string): string => {
    if (/^(?:true|false)$/i.test(name)) return name;
    const table = book.tables().find((entry) => isSame(entry.table.name, name));
    if (table !== undefined) return structuredRange(book, aliasOf, `${name}[]`, own, row) ?? '#REF!';
    const found =
      book.names.find((entry) => entry.scope === own.id && isSame(entry.name, name)) ??
      book.names.find((entry) => entry.scope === null && isSame(entry.name, name));
    if (found === undefined || depth > 20) return name;
    const inner = engineFormula(book, aliasOf, found.formula.replace(/^=/, ''), own, row, depth + 1);
    return /^[\w!$:]+$/.test(inner) ? inner : `(${inner})`;
  };
  return write(tokensOf(formula));
};
