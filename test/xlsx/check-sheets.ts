import { parseRange } from '../../src/core/cell-address';
import { WORKSHEET_ORDER } from '../../src/xlsx/write/sheet-order';
import { familiesOf } from './check-drawings';
import { type Parts, type Tag, type Cell, tagsOf, entriesOf, cellsOf, tablesOf, repeated } from './read-tags';

/** What is wrong with the styles part. */
export const styleProblems = (styles: string): string[] => {
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
  for (const { values } of [...(entries['cellXfs'] ?? []), ...(entries['cellStyleXfs'] ?? [])]) {
    const id = values['numFmtId'] ?? '0';
    if (Number(id) >= 164 && !formats.includes(id)) problems.push(`styles: no number format ${id}`);
  }
  for (const { values } of entries['cellStyles'] ?? []) {
    if (Number(values['xfId'] ?? 0) >= (entries['cellStyleXfs'] ?? []).length)
      problems.push('styles: xfId of a named style out of range');
  }
  for (const { values } of tags.filter(({ name }) => name === 'tableStyleElement')) {
    if (Number(values['dxfId'] ?? -1) >= (entries['dxfs'] ?? []).length)
      problems.push('styles: dxf of a table style out of range');
  }
  return [...problems, ...repeated(formats).map((id) => `styles: two number formats ${id}`)];
};

/** What is wrong with a worksheet, given the styles part and the texts that cells share. */
export const sheetProblems = (
  parts: Parts,
  part: string,
  styles: string,
  strings: readonly string[],
): string[] => {
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
  const highest = cells.reduce((most, { style }) => Math.max(most, style), 0);
  if (highest > 0 && highest >= (entries['cellXfs'] ?? []).length)
    problems.push(`${part}: style ${highest} out of range`);
  for (const { values } of tags.filter(({ name }) => name === 'cfRule')) {
    if (Number(values['dxfId'] ?? -1) >= (entries['dxfs'] ?? []).length)
      problems.push(`${part}: dxf out of range`);
  }
  // The second half of a data bar, in an extension, has no priority of its own.
  const priorities = tags
    .filter(({ name }) => name === 'cfRule')
    .flatMap(({ values }) => values['priority'] ?? []);
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
    ...countProblems(part, tags, ['mergeCells', 'tableParts', 'dataValidations']),
    ...indexProblems(part, text, tags, (entries['cellXfs'] ?? []).length, strings),
    ...scaleProblems(part, tags),
    ...validationProblems(part, tags),
    ...areaProblems(part, tags),
    ...tablesOf(parts, part).flatMap((table) => tableProblems(table, cells)),
  ];
};

/** Styles of rows and columns, and texts that cells share, by their number. */
const indexProblems = (
  part: string,
  text: string,
  tags: readonly Tag[],
  styles: number,
  strings: readonly string[],
): string[] => {
  const used = tags.flatMap(({ name, values }) =>
    name === 'row' ? (values['s'] ?? []) : name === 'col' ? (values['style'] ?? []) : [],
  );
  const shared = Array.from(
    text.matchAll(/<(?:\w+:)?c\s[^>]*\bt="s"[^>]*>\s*<(?:\w+:)?v>([^<]*)</g),
    ([, index]) => Number(index),
  );
  return [
    ...used
      .filter((style) => Number(style) > 0 && Number(style) >= styles)
      .map((style) => `${part}: style ${style} of a row or column out of range`),
    ...shared.filter((index) => !(index < strings.length)).map((index) => `${part}: no shared text ${index}`),
  ];
};

/** A scale has as many limits as its icons or colours need. */
const scaleProblems = (part: string, tags: readonly Tag[]): string[] =>
  familiesOf(tags).flatMap(({ parent, children }) => {
    const count = (name: string): number => children.filter((child) => child.name === name).length;
    const wanted =
      parent.name === 'iconSet'
        ? Number((parent.values['iconSet'] ?? '3').charAt(0))
        : parent.name === 'colorScale'
          ? count('color')
          : count('cfvo');
    return count('cfvo') === wanted ? [] : [`${part}: ${parent.name} with ${count('cfvo')} limits`];
  });

const validationProblems = (part: string, tags: readonly Tag[]): string[] =>
  tags
    .filter(({ name }) => name === 'dataValidation')
    .flatMap(({ values }) => [
      ...['errorTitle', 'promptTitle'].filter((name) => (values[name] ?? '').length > 32),
      ...['error', 'prompt'].filter((name) => (values[name] ?? '').length > 225),
    ])
    .map((name) => `${part}: ${name} too long`);

/** What names cells by their place must name cells. */
const areaProblems = (part: string, tags: readonly Tag[]): string[] =>
  tags.flatMap(({ name, values }) =>
    ['sqref', ...(['hyperlink', 'dimension', 'mergeCell', 'autoFilter'].includes(name) ? ['ref'] : [])]
      .flatMap((attribute) => values[attribute]?.split(/\s+/) ?? [])
      .filter((area) => parseRange(area) === undefined)
      .map((area) => `${part}: ${name} at ${area}`),
  );

/** A table whose column names ride along as its name. */
const tableProblems = ({ name, values }: Tag, cells: readonly Cell[]): string[] => {
  const names = JSON.parse(name) as readonly string[];
  const range = parseRange(values['ref'] ?? '');
  if (range === undefined) return [`table ${values['displayName'] ?? ''}: no range`];
  if (values['headerRowCount'] === '0') return repeated(names).map((column) => `two columns ${column}`);
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

/** Children of a part's root that stand in another order than the standard's. */
export const orderProblems = (part: string, tags: readonly Tag[], order: readonly string[]): string[] => {
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
