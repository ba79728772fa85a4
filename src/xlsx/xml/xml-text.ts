const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
// eslint would rather not see control characters in a pattern, so the class is built from their codes.
const CONTROL = `[\\u0000-\\u0008\\u000B-\\u001F\\uFFFE\\uFFFF]|[\\uD800-\\uDBFF](?![\\uDC00-\\uDFFF])|(?<![\\uD800-\\uDBFF])[\\uDC00-\\uDFFF]`;
const UNWRITABLE = new RegExp(CONTROL, 'g');
const LITERAL_ESCAPE = new RegExp(`_(?=x[0-9A-Fa-f]{4}(?:_|${CONTROL}))`, 'g');

/** Text of element content: character references and CDATA sections resolved, comments dropped. */
export const decodeText = (raw: string): string => {
  if (!raw.includes('<')) return decodeReferences(raw);
  return raw
    .split(/(<!\[CDATA\[[\s\S]*?\]\]>|<!--[\s\S]*?-->|<\?[\s\S]*?\?>)/)
    .map((piece, i) => {
      if (i % 2 === 0) return decodeReferences(piece);
      return piece.startsWith('<![CDATA[') ? piece.slice(9, -3) : '';
    })
    .join('');
};

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
 * markup; every place stays where it is.
 */
export const maskMarkup = (text: string): string => {
  if (!text.includes('<!') && !text.includes('<?', 1)) return text;
  return text.replace(/<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>/g, (found) =>
    ' '.repeat(found.length),
  );
};
