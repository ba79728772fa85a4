import { damaged, unsafe } from '../refusal';

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
// eslint would rather not see control characters in a pattern, so the class is built from their codes.
const CONTROL = `[\\u0000-\\u0008\\u000B-\\u001F\\uFFFE\\uFFFF]|[\\uD800-\\uDBFF](?![\\uDC00-\\uDFFF])|(?<![\\uD800-\\uDBFF])[\\uDC00-\\uDFFF]`;
const UNWRITABLE = new RegExp(CONTROL, 'g');
const LITERAL_ESCAPE = new RegExp(`_(?=x[0-9A-Fa-f]{4}(?:_|${CONTROL}))`, 'g');

/** Text of element content: references and CDATA sections resolved, comments dropped, line ends as XML reads them. */
export const decodeText = (raw: string): string => {
  if (!raw.includes('<')) return decodeReferences(withLineFeeds(raw));
  let text = '';
  let position = 0;
  for (const { start, end } of findHidden(raw)) {
    text += decodeReferences(withLineFeeds(raw.slice(position, start)));
    if (raw.startsWith(CDATA, start)) text += withLineFeeds(raw.slice(start + CDATA.length, end - 3));
    position = end;
  }
  return text + decodeReferences(withLineFeeds(raw.slice(position)));
};

/** Value of an attribute: references resolved, line ends and tabs read as blanks. */
export const decodeAttribute = (raw: string): string =>
  decodeReferences(/[\t\n\r]/.test(raw) ? raw.replace(/\r\n|[\t\n\r]/g, ' ') : raw);

/** Resolves `&amp;` and `&#x0E01;`; what is no reference stays as it is. */
export const decodeReferences = (raw: string): string =>
  raw.includes('&')
    ? raw.replace(
        /&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|(\w+));/g,
        (all, hex?: string, decimal?: string, name = '') => {
          const code = hex === undefined ? Number(decimal ?? Number.NaN) : Number.parseInt(hex, 16);
          if (Number.isNaN(code)) return ENTITIES[String(name)] ?? all;
          return code <= 0x10ffff ? String.fromCodePoint(code) : all;
        },
      )
    : raw;

/** Resolves the `_x000D_` escapes of strings in cells and names of table columns. */
export const decodeEscapes = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text;

/** Writes what XML cannot hold as `_x000D_`, and a literal `_x000D_` so that it is not taken for one. */
export const encodeEscapes = (text: string): string =>
  text
    .replace(LITERAL_ESCAPE, '_x005F_')
    .replace(
      UNWRITABLE,
      (letter) => `_x${letter.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
    );

/** Element content. */
export const escapeText = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Attribute value for double quotes; white space is kept from being turned into blanks. */
export const escapeAttribute = (text: string): string =>
  escapeText(text)
    .replaceAll('"', '&quot;')
    .replace(/[\t\n\r]/g, (space) => `&#${space.charCodeAt(0)};`);

/**
 * Same text with comments, CDATA sections and processing instructions blanked out, so that a plain search finds only
 * markup; every place stays where it is. Throws where one is not closed, and for a document type.
 */
export const maskMarkup = (text: string, part: string): string => {
  if (!holds(text, '!', 0) && !holds(text, '?', 1)) return text;
  const pieces: string[] = [];
  let position = 0;
  for (const { start, end } of findHidden(text)) {
    pieces.push(text.slice(position, start), ' '.repeat(end - start));
    position = end;
  }
  const mask = pieces.join('') + text.slice(position);
  const odd = mask.search(/<[!?]/);
  if (odd >= 0) throw isHiddenStart(mask, odd) ? damaged(part) : unsafe(part);
  return mask;
};

/** Whether a `<` stands before a letter; the letter alone is looked for first, as that is far quicker. */
const holds = (text: string, letter: string, from: number): boolean =>
  text.includes(letter, from) && text.includes(`<${letter}`, from);

const CDATA = '<![CDATA[';
/** What a search for markup must not look into, by how it starts and ends. */
const HIDDEN = [
  ['<!--', '-->'],
  [CDATA, ']]>'],
  ['<?', '?>'],
] as const;

const isHiddenStart = (text: string, at: number): boolean =>
  HIDDEN.some(([open]) => text.startsWith(open, at));

/** Comments, CDATA sections and processing instructions in their order, up to one that is not closed. */
function* findHidden(text: string): Generator<{ readonly start: number; readonly end: number }, undefined> {
  const pattern = /<[!?]/g;
  for (let found = pattern.exec(text); found !== null; found = pattern.exec(text)) {
    const start = found.index;
    const [open, close] = HIDDEN.find(([candidate]) => text.startsWith(candidate, start)) ?? ['', ''];
    const at = open === '' ? -1 : text.indexOf(close, start + open.length);
    if (at < 0) return undefined;
    yield { start, end: at + close.length };
    pattern.lastIndex = at + close.length;
  }
  return undefined;
}

const withLineFeeds = (text: string): string => (text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text);
