/*
 * A plain reader for what tests write, made apart from the code under test.
 */

export type Parts = ReadonlyMap<string, string>;

export type Tag = {
  readonly name: string;
  readonly depth: number;
  readonly values: Readonly<Record<string, string>>;
};

export type Link = {
  readonly id: string;
  readonly type: string;
  readonly target: string;
  readonly isExternal: boolean;
};

export type Cell = {
  readonly ref: string;
  readonly style: number;
  readonly text: string | undefined;
  readonly hasFormula: boolean;
};

/** Opening tags of a part with their depth, the root at 0; written apart from the code under test. */
export const tagsOf = (text: string): readonly Tag[] => {
  const tags: Tag[] = [];
  let depth = 0;
  for (const [all, slash, name = '', rest = ''] of bare(text).matchAll(
    /<(\/?)([\w:.-]+)((?:"[^"]*"|'[^']*'|[^"'>])*)>/g,
  )) {
    if (slash === '/') depth--;
    else {
      const values = Array.from(rest.matchAll(/([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g));
      tags.push({
        name: local(name),
        depth,
        values: Object.fromEntries(values.map((m) => [m[1] ?? '', unescape(m[2] ?? m[3] ?? '')])),
      });
      if (!all.endsWith('/>')) depth++;
    }
  }
  return tags;
};

export const entriesOf = (tags: readonly Tag[]): Readonly<Record<string, readonly Tag[]>> => {
  const entries: Record<string, Tag[]> = {};
  let list = '';
  for (const tag of tags) {
    if (tag.depth === 1) list = tag.name;
    else if (tag.depth === 2) (entries[list] ??= []).push(tag);
  }
  return entries;
};

export const linksOf = (parts: Parts, part: string): readonly Link[] => {
  const folder = part.slice(0, part.lastIndexOf('/') + 1);
  const file = `${folder}_rels/${part.slice(folder.length)}.rels`;
  return tagsOf(parts.get(file) ?? '')
    .filter(({ name }) => name === 'Relationship')
    .map(({ values }) => {
      const target = values['Target'] ?? '';
      const url = new URL(target, `file:///${folder}`);
      return {
        id: values['Id'] ?? '',
        type: (values['Type'] ?? '').split('/').at(-1) ?? '',
        target: decodeURIComponent(url.pathname.slice(1)),
        isExternal: values['TargetMode'] === 'External',
      };
    });
};

export const cellsOf = (text: string, strings: readonly string[]): readonly Cell[] =>
  Array.from(
    bare(text).matchAll(/<(\w+:)?c((?:\s[^>]*?)?)(?:\/>|>(.*?)<\/(?:\w+:)?c>)/gs),
    ([, , head = '', body = '']) => {
      const values = Object.fromEntries(
        Array.from(head.matchAll(/(\w+)="([^"]*)"/g), (m) => [m[1] ?? '', m[2] ?? '']),
      );
      const value = /<(?:\w+:)?v>(.*?)<\//s.exec(body)?.[1];
      const texts = Array.from(body.matchAll(/<(?:\w+:)?t(?:\s[^>]*)?>(.*?)<\//gs), (m) => m[1]).join('');
      const content =
        values['t'] === 's'
          ? strings[Number(value)]
          : values['t'] === 'inlineStr'
            ? plain(texts)
            : values['t'] === 'str'
              ? plain(value ?? '')
              : undefined;
      return {
        ref: values['r'] ?? '',
        style: Number(values['s'] ?? 0),
        text: content,
        hasFormula: /<(?:\w+:)?f[\s>/]/.test(body),
      };
    },
  );

export const tablesOf = (parts: Parts, sheet: string): readonly Tag[] =>
  linksOf(parts, sheet)
    .filter(({ type }) => type === 'table')
    .flatMap(({ target }) => {
      const tags = tagsOf(parts.get(target) ?? '');
      const names = tags
        .filter(({ name }) => name === 'tableColumn')
        .map(({ values }) => plain(values['name'] ?? ''));
      const [table] = tags;
      return table === undefined ? [] : [{ ...table, name: JSON.stringify(names) }];
    });

export const stringsOf = (text: string): readonly string[] =>
  Array.from(withoutPhonetics(text).matchAll(/<(?:\w+:)?si>(.*?)<\/(?:\w+:)?si>/gs), ([, si = '']) =>
    plain(Array.from(si.matchAll(/<(?:\w+:)?t(?:\s[^>]*)?>(.*?)<\//gs), (m) => m[1]).join('')),
  );

/** How a text is pronounced stands beside it and is no part of it. */
const withoutPhonetics = (text: string): string => text.replace(/<((?:\w+:)?rPh)[\s>].*?<\/\1>/gs, '');

/** A part as text: UTF-8, or UTF-16 where its first bytes say so. */
export const partAsText = (content: Uint8Array): string => {
  const [first, second] = content;
  const encoding = first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding).decode(content);
};

export const plain = (text: string): string =>
  unescape(text).replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );

const unescape = (text: string): string =>
  text
    .replace(/&#x?([0-9a-fA-F]+);/g, (all, code: string) =>
      String.fromCodePoint(Number.parseInt(code, all.includes('x') ? 16 : 10)),
    )
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');

export const bare = (text: string): string => text.replace(/<!--.*?-->|<!\[CDATA\[.*?\]\]>|<\?.*?\?>/gs, '');

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

export const repeated = (names: readonly string[]): string[] => [
  ...new Set(names.filter((name, i) => names.indexOf(name) !== i)),
];
