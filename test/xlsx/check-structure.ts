import { parseRange } from '../../src/core/cell-address';
import { WORKBOOK_ORDER, WORKSHEET_ORDER } from '../../src/xlsx/write/sheet-order';
import { unzipParts } from './zip-parts';

type Parts = ReadonlyMap<string, string>;
type Tag = {
  readonly name: string;
  readonly depth: number;
  readonly values: Readonly<Record<string, string>>;
};
type Link = {
  readonly id: string;
  readonly type: string;
  readonly target: string;
  readonly isExternal: boolean;
};

/** What would make a spreadsheet program complain about a file; empty for a sound one. */
export const structureProblems = (bytes: Uint8Array): string[] => {
  const parts: Parts = new Map(
    Object.entries(unzipParts(bytes)).map(([name, content]) => [name, new TextDecoder().decode(content)]),
  );
  const xml = [...parts.keys()].filter((name) => /\.(xml|rels)$/.test(name));
  return [
    ...duplicateEntries(bytes),
    ...xml.flatMap((name) => balanceProblems(name, parts.get(name) ?? '')),
    ...contentTypeProblems(parts),
    ...xml.filter((name) => name.endsWith('.rels')).flatMap((name) => linkProblems(parts, name)),
    ...workbookProblems(parts),
  ];
};

const duplicateEntries = (bytes: Uint8Array): string[] => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = bytes.length - 22;
  const names: string[] = [];
  for (let i = 0, at = view.getUint32(end + 16, true); i < view.getUint16(end + 10, true); i++) {
    const length = view.getUint16(at + 28, true);
    names.push(new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + length)).toLowerCase());
    at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return repeated(names).map((name) => `duplicate entry ${name}`);
};

/** Opening tags of a part with their depth, the root at 0; written apart from the code under test. */
const tagsOf = (text: string): readonly Tag[] => {
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

const balanceProblems = (part: string, text: string): string[] => {
  const stack: string[] = [];
  for (const [all, slash, name = ''] of bare(text).matchAll(
    /<(\/?)([\w:.-]+)(?:"[^"]*"|'[^']*'|[^"'>])*>/g,
  )) {
    if (slash === '/') {
      if (stack.pop() !== name) return [`${part}: </${name}> closes nothing`];
    } else if (!all.endsWith('/>')) stack.push(name);
  }
  const hasControl = Array.from(text).some((letter) => letter < ' ' && !'\t\n\r'.includes(letter));
  const badReference = /&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[0-9a-fA-F]+);)/.test(text);
  return [
    ...(stack.length > 0 ? [`${part}: <${stack.join('> <')}> not closed`] : []),
    ...(hasControl || badReference ? [`${part}: characters that XML does not allow`] : []),
  ];
};

const contentTypeProblems = (parts: Parts): string[] => {
  const tags = tagsOf(parts.get('[Content_Types].xml') ?? '');
  const overrides = tags
    .filter(({ name }) => name === 'Override')
    .map(({ values }) => values['PartName'] ?? '');
  const defaults = new Set(
    tags.filter(({ name }) => name === 'Default').map(({ values }) => values['Extension']?.toLowerCase()),
  );
  const untyped = [...parts.keys()].filter(
    (name) =>
      name !== '[Content_Types].xml' &&
      !overrides.includes(`/${name}`) &&
      !defaults.has(name.split('.').at(-1)?.toLowerCase()),
  );
  return [
    ...untyped.map((name) => `${name}: no content type`),
    ...overrides
      .filter((name) => !parts.has(name.slice(1)))
      .map((name) => `${name}: content type of a part that is not there`),
    ...repeated(overrides).map((name) => `${name}: two content types`),
  ];
};

const linksOf = (parts: Parts, part: string): readonly Link[] => {
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

const linkProblems = (parts: Parts, file: string): string[] => {
  const part = file.replace('_rels/', '').replace(/\.rels$/, '');
  const links = linksOf(parts, part);
  const used = part === '' ? [] : tagsOf(parts.get(part) ?? '').flatMap(({ values }) => values['r:id'] ?? []);
  return [
    ...links
      .filter(({ target, isExternal }) => !isExternal && !parts.has(target))
      .map(({ target }) => `${file}: no part ${target}`),
    ...repeated(links.map(({ id }) => id)).map((id) => `${file}: two relationships ${id}`),
    ...used
      .filter((id) => !links.some((link) => link.id === id))
      .map((id) => `${part}: no relationship ${id}`),
  ];
};

const workbookProblems = (parts: Parts): string[] => {
  const part = linksOf(parts, '').find(({ type }) => type === 'officeDocument')?.target ?? '';
  const tags = tagsOf(parts.get(part) ?? '');
  const links = linksOf(parts, part);
  const sheets = tags
    .filter(({ name }) => name === 'sheet')
    .map(({ values }) => {
      const link = Object.entries(values).find(([name]) => name.endsWith(':id'))?.[1];
      return {
        name: values['name'] ?? '',
        id: values['sheetId'] ?? '',
        part: links.find(({ id }) => id === link)?.target ?? '',
      };
    });
  const names = tags.filter(({ name }) => name === 'definedName').map(({ values }) => values);
  const textsOf = (kind: string): string =>
    parts.get(links.find(({ type }) => type === kind)?.target ?? '') ?? '';
  const tables = sheets.flatMap((sheet) => tablesOf(parts, sheet.part));
  const displayNames = tables.map(({ values }) => values['displayName']?.toLowerCase() ?? '');
  const globals = names
    .filter((values) => values['localSheetId'] === undefined)
    .map((values) => values['name']?.toLowerCase() ?? '');
  return [
    ...orderProblems(part, tags, WORKBOOK_ORDER),
    ...repeated(sheets.map(({ id }) => id)).map((id) => `two sheets with id ${id}`),
    ...repeated(sheets.map(({ name }) => name.toLowerCase())).map((name) => `two sheets ${name}`),
    ...names
      .filter((values) => Number(values['localSheetId'] ?? 0) >= sheets.length)
      .map((values) => `${values['name'] ?? ''}: no such sheet`),
    ...repeated(
      names.map((values) => `${values['name'] ?? ''} ${values['localSheetId'] ?? ''}`.toLowerCase()),
    ).map((name) => `two names ${name}`),
    ...repeated([...displayNames, ...globals]).map((name) => `two tables or names ${name}`),
    ...repeated(tables.map(({ values }) => values['id'] ?? '')).map((id) => `two tables with id ${id}`),
    ...styleProblems(textsOf('styles')),
    ...sheets.flatMap(({ part: sheet }) =>
      sheetProblems(parts, sheet, textsOf('styles'), stringsOf(textsOf('sharedStrings'))),
    ),
    ...chainProblems(
      textsOf('calcChain'),
      new Map(sheets.map((sheet) => [sheet.id, parts.get(sheet.part) ?? ''])),
    ),
  ];
};

const styleProblems = (styles: string): string[] => {
  const tags = tagsOf(styles);
  const order = [
    'numFmts',
    'fonts',
    'fills',
    'borders',
    'cellStyleXfs',
    'cellXfs',
    'cellStyles',
    'dxfs',
    'tableStyles',
    'colors',
    'extLst',
  ];
  const problems = orderProblems('styles', tags, order);
  const entries = entriesOf(tags);
  for (const { name, values } of tags.filter(({ depth }) => depth === 1)) {
    const count = values['count'];
    if (count !== undefined && Number(count) !== (entries[name] ?? []).length)
      problems.push(`styles: ${name} counts wrong`);
  }
  for (const { values } of entries['cellXfs'] ?? []) {
    for (const [attribute, list] of [
      ['fontId', 'fonts'],
      ['fillId', 'fills'],
      ['borderId', 'borders'],
      ['xfId', 'cellStyleXfs'],
    ] as const) {
      if (Number(values[attribute] ?? 0) >= (entries[list] ?? []).length)
        problems.push(`styles: ${attribute} out of range`);
    }
  }
  const formats = (entries['numFmts'] ?? []).map(({ values }) => values['numFmtId'] ?? '');
  return [...problems, ...repeated(formats).map((id) => `styles: two number formats ${id}`)];
};

const entriesOf = (tags: readonly Tag[]): Readonly<Record<string, readonly Tag[]>> => {
  const entries: Record<string, Tag[]> = {};
  let list = '';
  for (const tag of tags) {
    if (tag.depth === 1) list = tag.name;
    else if (tag.depth === 2) (entries[list] ??= []).push(tag);
  }
  return entries;
};

const sheetProblems = (parts: Parts, part: string, styles: string, strings: readonly string[]): string[] => {
  const text = parts.get(part) ?? '';
  const tags = tagsOf(text);
  if (tags[0]?.name !== 'worksheet') return [];
  const entries = entriesOf(tagsOf(styles));
  const problems = orderProblems(part, tags, WORKSHEET_ORDER);
  const cells = cellsOf(text, strings);
  const seen = tags
    .filter(({ name }) => name === 'row')
    .map(({ values }) => Number(values['r'] ?? Number.NaN));
  if (seen.some((row, i) => row <= (seen[i - 1] ?? 0))) problems.push(`${part}: rows out of order`);
  if (cells.some((cell, i) => isBefore(cell.ref, cells[i - 1]?.ref)))
    problems.push(`${part}: cells out of order`);
  const highest = Math.max(0, ...cells.map(({ style }) => style));
  if (highest > 0 && highest >= (entries['cellXfs'] ?? []).length)
    problems.push(`${part}: style ${highest} out of range`);
  for (const { values } of tags.filter(({ name }) => name === 'cfRule')) {
    if (Number(values['dxfId'] ?? -1) >= (entries['dxfs'] ?? []).length)
      problems.push(`${part}: dxf out of range`);
  }
  const priorities = tags
    .filter(({ name }) => name === 'cfRule')
    .map(({ values }) => values['priority'] ?? '');
  const merges = tags
    .filter(({ name }) => name === 'mergeCell')
    .flatMap(({ values }) => parseRange(values['ref'] ?? '') ?? []);
  const overlap = merges.some((a, i) =>
    merges.some(
      (b, j) => i < j && a.top <= b.bottom && b.top <= a.bottom && a.left <= b.right && b.left <= a.right,
    ),
  );
  const columns = tags
    .filter(({ name }) => name === 'col')
    .map(({ values }) => [Number(values['min']), Number(values['max'])] as const);
  return [
    ...problems,
    ...repeated(priorities).map((priority) => `${part}: two rules of priority ${priority}`),
    ...(overlap ? [`${part}: merged areas overlap`] : []),
    ...(columns.some(([min, max], i) => max < min || min <= (columns[i - 1]?.[1] ?? 0))
      ? [`${part}: columns overlap`]
      : []),
    ...countProblems(part, tags, ['mergeCells', 'tableParts']),
    ...tablesOf(parts, part).flatMap((table) => tableProblems(table, cells)),
  ];
};

type Cell = {
  readonly ref: string;
  readonly style: number;
  readonly text: string | undefined;
  readonly hasFormula: boolean;
};

const cellsOf = (text: string, strings: readonly string[]): readonly Cell[] =>
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

const tablesOf = (parts: Parts, sheet: string): readonly Tag[] =>
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

/** A table whose column names ride along as its name. */
const tableProblems = ({ name, values }: Tag, cells: readonly Cell[]): string[] => {
  const names = JSON.parse(name) as readonly string[];
  const range = parseRange(values['ref'] ?? '');
  if (range === undefined) return [`table ${values['displayName'] ?? ''}: no range`];
  const headers = cells.filter(({ ref }) => {
    const at = parseRange(ref);
    return at?.top === range.top && at.left >= range.left && at.left <= range.right;
  });
  const texts = JSON.stringify(headers.map(({ text }) => text));
  return [
    ...(texts === JSON.stringify(names)
      ? []
      : [`table ${values['displayName'] ?? ''}: headers ${texts}, columns ${name}`]),
    ...repeated(names.map((column) => column.toLowerCase())).map((column) => `two columns ${column}`),
  ];
};

const chainProblems = (chain: string, sheets: ReadonlyMap<string, string>): string[] => {
  let sheet = '';
  return tagsOf(chain)
    .filter(({ name }) => name === 'c')
    .flatMap(({ values }) => {
      sheet = values['i'] ?? sheet;
      const cell = cellsOf(sheets.get(sheet) ?? '', []).find(({ ref }) => ref === values['r']);
      return cell?.hasFormula === true ? [] : [`calcChain: ${sheet} ${values['r'] ?? ''} holds no formula`];
    });
};

const orderProblems = (part: string, tags: readonly Tag[], order: readonly string[]): string[] => {
  const ranks = tags
    .filter(({ depth, name }) => depth === 1 && order.includes(name))
    .map(({ name }) => order.indexOf(name));
  return ranks.some((rank, i) => rank < (ranks[i - 1] ?? 0)) ? [`${part}: elements out of order`] : [];
};

const countProblems = (part: string, tags: readonly Tag[], lists: readonly string[]): string[] => {
  const entries = entriesOf(tags);
  return tags
    .filter(({ depth, name, values }) => depth === 1 && lists.includes(name) && values['count'] !== undefined)
    .filter(({ name, values }) => Number(values['count']) !== (entries[name] ?? []).length)
    .map(({ name }) => `${part}: ${name} counts wrong`);
};

const isBefore = (ref: string, previous: string | undefined): boolean => {
  const [a, b] = [parseRange(ref), parseRange(previous ?? '')];
  return a !== undefined && b !== undefined && (a.top < b.top || (a.top === b.top && a.left <= b.left));
};

const stringsOf = (text: string): readonly string[] =>
  Array.from(text.matchAll(/<(?:\w+:)?si>(.*?)<\/(?:\w+:)?si>/gs), ([, si = '']) =>
    plain(Array.from(si.matchAll(/<(?:\w+:)?t(?:\s[^>]*)?>(.*?)<\//gs), (m) => m[1]).join('')),
  );

const plain = (text: string): string =>
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

const bare = (text: string): string => text.replace(/<!--.*?-->|<!\[CDATA\[.*?\]\]>|<\?.*?\?>/gs, '');
const local = (name: string): string => name.slice(name.indexOf(':') + 1);
const repeated = (names: readonly string[]): string[] => [
  ...new Set(names.filter((name, i) => names.indexOf(name) !== i)),
];
