import { attribute, elements, makeElement, prefixOf, withLastChild, withoutChild } from '../xml/xml-node';
import { parseXml, serializeXml } from '../xml/parse-xml';
import { unsafe } from '../refusal';
import type { Draft, PartStore } from './part-store';

/** A link from one part to another; `target` is the other part's name, or what stands there if it is outside. */
export type Relationship = {
  readonly id: string;
  readonly type: string;
  readonly target: string;
  readonly isExternal: boolean;
};

const EMPTY =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n' +
  '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>';

/** Relationships of a part, or of the package for ''. */
export const readRelationships = (store: PartStore, part: string): readonly Relationship[] => {
  const file = relationshipsPart(part);
  const text = store.text(file);
  if (text === undefined) return [];
  return elements(parseXml(text, file).root, 'Relationship').map((node) => {
    const target = attribute(node, 'Target') ?? '';
    const link = {
      id: attribute(node, 'Id') ?? '',
      type: attribute(node, 'Type') ?? '',
      isExternal: attribute(node, 'TargetMode') === 'External',
    };
    // What a hyperlink says is for the browser; we follow none.
    if (link.isExternal || kindOf(link) === 'hyperlink') return { ...link, target };
    return { ...link, target: findTarget(store, part, target, file) };
  });
};

/** Last segment of a relationship's type: the same word in both flavours of the standard. */
export const kindOf = ({ type }: Pick<Relationship, 'type'>): string => type.slice(type.lastIndexOf('/') + 1);

/** Adds a relationship between two parts and gives its id. */
export const addRelationship = (draft: Draft, part: string, type: string, target: string): string => {
  const file = relationshipsPart(part);
  const document = parseXml(draft.text(file) ?? EMPTY, file);
  const used = new Set(elements(document.root).map((node) => attribute(node, 'Id')));
  let number = used.size + 1;
  while (used.has(`rId${number}`)) number++;
  const id = `rId${number}`;
  const values = { Id: id, Type: type, Target: relativeTarget(part, target) };
  const node = makeElement(`${prefixOf(document.root)}Relationship`, values);
  draft.write(file, serializeXml({ ...document, root: withLastChild(document.root, node) }));
  return id;
};

/** Removes the relationship of that id. */
export const dropRelationship = (draft: Draft, part: string, id: string): void => {
  const file = relationshipsPart(part);
  const document = parseXml(draft.text(file) ?? EMPTY, file);
  const node = elements(document.root).find((child) => attribute(child, 'Id') === id);
  if (node !== undefined)
    draft.write(file, serializeXml({ ...document, root: withoutChild(document.root, node) }));
};

/** Folder of a part with the slash at its end, or ''. */
export const folderOf = (part: string): string => part.slice(0, part.lastIndexOf('/') + 1);

/** Part that holds the relationships of another. */
export const relationshipsPart = (part: string): string =>
  `${folderOf(part)}_rels/${part.slice(part.lastIndexOf('/') + 1)}.rels`;

const findTarget = (store: PartStore, part: string, target: string, file: string): string => {
  // A drive letter or the scheme of an address.
  if (/^[A-Za-z][A-Za-z0-9+.-]*:/.test(target)) throw unsafe(file);
  const path = resolveTarget(part, target.replace(/#.*$/, ''), file);
  return [path, ...otherSpellings(path)].find((name) => store.has(name)) ?? path;
};

/** Links are addresses, in which letters may stand as `%E0%B8%81`; the archive may hold the name either way. */
const otherSpellings = (path: string): readonly string[] => {
  try {
    return [decodeURIComponent(path), encodeURI(path)];
  } catch {
    return [];
  }
};

const resolveTarget = (part: string, target: string, file: string): string => {
  const segments = target.startsWith('/') ? [] : folderOf(part).split('/').slice(0, -1);
  for (const segment of target.replaceAll('\\', '/').split('/')) {
    if (segment === '..') {
      if (segments.pop() === undefined) throw unsafe(file);
    } else if (segment !== '.' && segment !== '') segments.push(segment);
  }
  return segments.join('/');
};

const relativeTarget = (part: string, target: string): string => {
  const from = folderOf(part).split('/').slice(0, -1);
  const to = target.split('/');
  let shared = 0;
  while (shared < from.length && shared < to.length - 1 && from[shared] === to[shared]) shared++;
  return [...from.slice(shared).map(() => '..'), ...to.slice(shared)].join('/');
};
