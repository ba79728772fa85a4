import { localName, serializeNode, type XmlContent, type XmlNode } from './parse-xml';
import { decodeAttribute, decodeText, escapeAttribute } from './xml-text';

export type Attributes = Readonly<Record<string, string | number | undefined>>;

// One blank, not a run of them: a long run would be tried from each of its places.
const ATTRIBUTE = /\s([^\s=/>]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/** Prefix with its colon, or ''. */
export const prefixOf = (node: XmlNode): string =>
  node.tag.slice(0, node.tag.length - localName(node.tag).length);

/** Value of an attribute by its full name. */
export const attribute = (node: XmlNode, name: string): string | undefined => attributeOfTag(node.open, name);

/** Value of an attribute in an opening tag. */
export const attributeOfTag = (open: string, name: string): string | undefined => {
  if (!open.includes(name)) return undefined;
  for (const [, found, double, single] of open.matchAll(ATTRIBUTE)) {
    if (found === name) return decodeAttribute(double ?? single ?? '');
  }
  return undefined;
};

/** All attributes of an element, by full name. */
export const attributes = (node: XmlNode): readonly (readonly [string, string])[] =>
  Array.from(node.open.matchAll(ATTRIBUTE), ([, name = '', double, single]) => [
    name,
    decodeAttribute(double ?? single ?? ''),
  ]);

/** The `r:id` of an element, whatever the prefix is. */
export const relationshipId = (node: XmlNode): string | undefined =>
  attributes(node).find(([name]) => /^[^:]+:id$/.test(name) && !name.startsWith('xmlns:'))?.[1];

/** Whether an attribute says yes, in either spelling of the standard. */
export const isTrue = (value: string | undefined): boolean => value === '1' || value === 'true';

/** Child elements, those with the parent's own prefix and the given name where one is given. */
export const elements = (node: XmlNode, local?: string): readonly XmlNode[] => {
  const nodes = node.children.filter((child) => typeof child !== 'string');
  if (local === undefined) return nodes;
  const tag = prefixOf(node) + local;
  return nodes.filter((child) => child.tag === tag);
};

/** First child element of a name. */
export const element = (node: XmlNode, local: string): XmlNode | undefined => elements(node, local)[0];

/** Text within an element and its descendants. */
export const textOf = (node: XmlNode): string =>
  node.children.map((child) => (typeof child === 'string' ? decodeText(child) : textOf(child))).join('');

/** A new element; attributes that are undefined are left out. */
export const makeElement = (
  tag: string,
  values: Attributes,
  children: readonly XmlContent[] = [],
): XmlNode => {
  const written = Object.entries(values)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => ` ${name}="${escapeAttribute(String(value))}"`)
    .join('');
  if (children.length === 0) return { tag, open: `<${tag}${written}/>`, close: '', children };
  return { tag, open: `<${tag}${written}>`, close: `</${tag}>`, children };
};

/** The element with an attribute set, or removed where the value is null; the rest of its tag stays. */
export const withAttribute = (node: XmlNode, name: string, value: string | number | null): XmlNode => {
  const open = tagWithAttribute(node.open, name, value);
  return open === node.open ? node : { ...node, open };
};

/** An opening tag with an attribute set or removed. */
export const tagWithAttribute = (open: string, name: string, value: string | number | null): string => {
  const written = value === null ? '' : ` ${name}="${escapeAttribute(String(value))}"`;
  for (const match of open.matchAll(ATTRIBUTE)) {
    if (match[1] !== name) continue;
    const isSame = value !== null && decodeAttribute(match[2] ?? match[3] ?? '') === String(value);
    return isSame ? open : open.slice(0, match.index) + written + open.slice(match.index + match[0].length);
  }
  if (value === null) return open;
  const end = open.endsWith('/>') ? open.length - 2 : open.length - 1;
  return open.slice(0, end).trimEnd() + written + open.slice(end);
};

/** The element with other children; opens `<a/>` where children come, keeps both tags otherwise. */
export const withChildren = (node: XmlNode, children: readonly XmlContent[]): XmlNode => {
  if (node.close !== '' || children.length === 0) return { ...node, children };
  return { ...node, open: `${node.open.slice(0, -2).trimEnd()}>`, close: `</${node.tag}>`, children };
};

/** The element with one more child at the end. */
export const withLastChild = (node: XmlNode, child: XmlNode): XmlNode => {
  const end = endOfLast(node.children, (content) => typeof content !== 'string');
  return withChildren(node, [...node.children.slice(0, end), child, ...node.children.slice(end)]);
};

/** The element without one of its children. */
export const withoutChild = (node: XmlNode, child: XmlNode): XmlNode => ({
  ...node,
  children: node.children.filter((content) => content !== child),
});

/** The element with one child exchanged for another. */
export const withReplaced = (node: XmlNode, old: XmlNode, child: XmlNode): XmlNode => ({
  ...node,
  children: node.children.map((content) => (content === old ? child : content)),
});

/** The element with a child added where the standard's order of names puts it. */
export const withInserted = (node: XmlNode, order: readonly string[], child: XmlNode): XmlNode => {
  const rank = order.indexOf(localName(child.tag));
  const end = endOfLast(node.children, (content) => {
    if (typeof content === 'string' || prefixOf(content) !== prefixOf(node)) return false;
    const other = order.indexOf(localName(content.tag));
    return other >= 0 && other <= rank;
  });
  return withChildren(node, [...node.children.slice(0, end), child, ...node.children.slice(end)]);
};

/** Number of children up to and with the last one that matches. */
const endOfLast = (children: readonly XmlContent[], matches: (content: XmlContent) => boolean): number =>
  children.reduce((end, content, i) => (matches(content) ? i + 1 : end), 0);

/**
 * The element with its one child of a name changed: `change` gets the old child, or undefined where there is none, and
 * gives the new one, or undefined for none. The very same node comes back where nothing differs.
 */
export const withChanged = (
  node: XmlNode,
  order: readonly string[],
  local: string,
  change: (old: XmlNode | undefined) => XmlNode | undefined,
): XmlNode => {
  const old = element(node, local);
  const child = change(old);
  if (child === old) return node;
  if (old === undefined) return child === undefined ? node : withInserted(node, order, child);
  if (child === undefined) return withoutChild(node, old);
  return serializeNode(child) === serializeNode(old) ? node : withReplaced(node, old, child);
};

/** Content of an element that holds no elements, as it stands in the file. */
export const rawContent = (node: XmlNode): string =>
  node.children.map((child) => (typeof child === 'string' ? child : '')).join('');
