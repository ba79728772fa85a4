import { WORKBOOK_ORDER } from '../../src/xlsx/write/sheet-order';
import { styleProblems, sheetProblems, orderProblems } from './check-sheets';
import { drawingProblems } from './check-drawings';
import {
  type Parts,
  tagsOf,
  linksOf,
  cellsOf,
  tablesOf,
  stringsOf,
  bare,
  repeated,
  partAsText,
} from './read-tags';
import { unzipParts } from './zip-parts';

/** What would make a spreadsheet program complain about a file; empty for a sound one. */
export const structureProblems = (bytes: Uint8Array): string[] => {
  const parts: Parts = new Map(
    Object.entries(unzipParts(bytes)).map(([name, content]) => [name, partAsText(content)]),
  );
  const xml = [...parts.keys()].filter((name) => /\.(xml|rels)$/.test(name));
  return [
    ...duplicateEntries(bytes),
    ...xml.flatMap((name) => balanceProblems(name, parts.get(name) ?? '')),
    ...contentTypeProblems(parts),
    ...reachProblems(parts),
    ...xml.filter((name) => name.endsWith('.rels')).flatMap((name) => linkProblems(parts, name)),
    ...workbookProblems(parts),
  ];
};

const END_SIGNATURE = Buffer.from([0x50, 0x4b, 5, 6]);

const duplicateEntries = (bytes: Uint8Array): string[] => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = Buffer.from(bytes).lastIndexOf(END_SIGNATURE);
  const names: string[] = [];
  for (let i = 0, at = view.getUint32(end + 16, true); i < view.getUint16(end + 10, true); i++) {
    const length = view.getUint16(at + 28, true);
    names.push(new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + length)).toLowerCase());
    at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return repeated(names).map((name) => `duplicate entry ${name}`);
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

const linkProblems = (parts: Parts, file: string): string[] => {
  const part = file.replace('_rels/', '').replace(/\.rels$/, '');
  const links = linksOf(parts, part);
  const used = part === '' ? [] : usedIds(parts.get(part) ?? '');
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

/** Ids that attributes of the namespace of relationships name, such as `r:id` or `r:embed`. */
const usedIds = (text: string): string[] => {
  const [, prefix = 'r'] = /xmlns:(\w+)="[^"]*\/relationships"/.exec(text) ?? [];
  return tagsOf(text).flatMap(({ values }) =>
    Object.entries(values)
      .filter(([name, value]) => name.startsWith(`${prefix}:`) && value !== '')
      .map(([, value]) => value),
  );
};

/** Every part is led to from the package, by relationships whose kind goes with the part's content type. */
const reachProblems = (parts: Parts): string[] => {
  const types = contentTypes(parts);
  const reached = new Set<string>();
  const problems: string[] = [];
  const visit = (part: string): void => {
    for (const { target, type, isExternal } of linksOf(parts, part)) {
      if (isExternal || type === 'hyperlink' || !parts.has(target)) continue;
      const expected = TYPE_OF_KIND[type];
      if (expected !== undefined && !expected.test(types(target)))
        problems.push(`${target}: a ${type} of content type ${types(target)}`);
      if (reached.has(target)) continue;
      reached.add(target);
      visit(target);
    }
  };
  visit('');
  const others = [...parts.keys()].filter(
    (name) => !reached.has(name) && name !== '[Content_Types].xml' && !name.endsWith('.rels'),
  );
  return [...problems, ...others.map((name) => `${name}: nothing leads to it`)];
};

const TYPE_OF_KIND: Readonly<Record<string, RegExp>> = {
  officeDocument: /\b(?:sheet|template)\.(?:main|macroEnabled\.main)\+xml$/,
  ...Object.fromEntries(
    [
      ...['worksheet', 'chartsheet', 'styles', 'sharedStrings', 'calcChain', 'table', 'comments'],
      ...['pivotTable', 'pivotCacheDefinition', 'pivotCacheRecords', 'externalLink', 'sheetMetadata'],
    ].map((kind) => [kind, new RegExp(`spreadsheetml\\.${kind}\\+xml$`)]),
  ),
  drawing: /officedocument\.drawing\+xml$/,
  chart: /drawingml\.chart\+xml$/,
  theme: /officedocument\.theme\+xml$/,
  vmlDrawing: /vmlDrawing$/,
  image: /^image\//,
  vbaProject: /vbaProject$/,
  threadedComment: /threadedcomments\+xml$/,
  person: /ms-excel\.person\+xml$/,
  printerSettings: /printerSettings$/,
};

const contentTypes = (parts: Parts): ((part: string) => string) => {
  const tags = tagsOf(parts.get('[Content_Types].xml') ?? '');
  const typeOf = (attribute: string, value: string): string | undefined =>
    tags.find(({ values }) => values[attribute]?.toLowerCase() === value.toLowerCase())?.values[
      'ContentType'
    ];
  return (part) =>
    typeOf('PartName', `/${part}`) ?? typeOf('Extension', part.split('.').at(-1) ?? '') ?? 'none';
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
    ...sheets.flatMap(({ part: sheet }) => drawingProblems(parts, sheet)),
    ...chainProblems(
      textsOf('calcChain'),
      new Map(sheets.map((sheet) => [sheet.id, parts.get(sheet.part) ?? ''])),
    ),
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
