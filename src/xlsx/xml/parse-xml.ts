import { damaged, tooLarge, unsafe } from '../refusal';
import { maskMarkup } from './xml-text';

/** An element with its tags as they stand in the file, so that writing it again gives the same characters. */
export type XmlNode = {
  /** Name with its prefix. */
  readonly tag: string;
  readonly open: string;
  /** Empty for `<a/>`. */
  readonly close: string;
  /** Elements, and between them everything else as it stands: text, comments, CDATA. */
  readonly children: readonly XmlContent[];
};

export type XmlContent = XmlNode | string;

export type XmlDocument = { readonly before: string; readonly root: XmlNode; readonly after: string };

type OpenNode = { readonly tag: string; readonly open: string; readonly children: XmlContent[] };

/** No part of a workbook is nested deeper than a few dozen levels; what writes the tree again calls itself. */
const MAX_DEPTH = 500;
/** A style sheet at every limit of Excel stays below; a tree of more would not fit in memory. */
const MAX_ELEMENTS = 2_000_000;

/** Reads a part into a tree. The content of the one element named `opaque` stays one string (a sheet's cells). */
export const parseXml = (text: string, part: string, opaque?: string): XmlDocument => {
  const stack: OpenNode[] = [{ tag: '', open: '', children: [] }];
  const add = (content: XmlContent): void => {
    if (content !== '') stack.at(-1)?.children.push(content);
  };
  let position = 0;
  let count = 0;
  while (position < text.length) {
    const start = text.indexOf('<', position);
    add(text.slice(position, start < 0 ? text.length : start));
    if (start < 0) break;
    const end = tokenEnd(text, start, part);
    const token = text.slice(start, end);
    position = end;
    if (++count > MAX_ELEMENTS) throw tooLarge(part);
    if (token.startsWith('<!') || token.startsWith('<?')) add(token);
    else if (token.startsWith('</')) closeNode(stack, token, part);
    else {
      const tag = tagOf(token, part);
      if (token.endsWith('/>')) add({ tag, open: token, close: '', children: [] });
      else stack.push({ tag, open: token, children: [] });
      if (stack.length > MAX_DEPTH) throw unsafe(part);
      if (opaque !== undefined && localName(tag) === opaque && !token.endsWith('/>')) {
        position = opaqueEnd(text, end, tag, part);
        add(text.slice(end, position));
      }
    }
  }
  if (stack.length !== 1) throw damaged(part);
  return toDocument(stack[0]?.children ?? [], part);
};

/** Characters of a document; equal to what was parsed where nothing was changed. */
export const serializeXml = ({ before, root, after }: XmlDocument): string =>
  before + serializeNode(root) + after;

/** Characters of one element. */
export const serializeNode = (node: XmlNode): string => {
  // To add up texts costs nothing until they are read; to join them copies a sheet's cells once more.
  let xml = node.open;
  for (const child of node.children) xml += typeof child === 'string' ? child : serializeNode(child);
  return xml + node.close;
};

/** Name without its prefix. */
export const localName = (tag: string): string => tag.slice(tag.indexOf(':') + 1);

const tagOf = (token: string, part: string): string => {
  const tag = /^<([^\s/>"'=<]+)[\s/>]/.exec(token)?.[1];
  if (tag === undefined) throw damaged(part);
  return tag;
};

const closeNode = (stack: OpenNode[], token: string, part: string): void => {
  const node = stack.pop();
  const parent = stack.at(-1);
  if (node === undefined || parent === undefined || token.slice(2, -1).trimEnd() !== node.tag)
    throw damaged(part);
  parent.children.push({ ...node, close: token });
};

const toDocument = (content: readonly XmlContent[], part: string): XmlDocument => {
  const index = content.findIndex((child) => typeof child !== 'string');
  const root = content[index];
  const others = content.filter((child) => typeof child === 'string');
  if (root === undefined || typeof root === 'string' || others.length !== content.length - 1)
    throw damaged(part);
  // Only a byte order mark, blanks, comments and the like may stand outside the root.
  if (others.some((text) => !/^(?:<|\uFEFF?\s*$)/.test(text) || text.startsWith('<![CDATA[')))
    throw damaged(part);
  return { before: others.slice(0, index).join(''), root, after: others.slice(index).join('') };
};

const opaqueEnd = (text: string, from: number, tag: string, part: string): number => {
  const end = maskMarkup(text.slice(from), part).indexOf(`</${tag}>`);
  if (end < 0) throw damaged(part);
  return from + end;
};

const tokenEnd = (text: string, start: number, part: string): number => {
  if (text.startsWith('<!--', start)) return endAfter(text, '-->', start + 4, part);
  if (text.startsWith('<![CDATA[', start)) return endAfter(text, ']]>', start + 9, part);
  if (text.startsWith('<?', start)) return endAfter(text, '?>', start + 2, part);
  // A document type may define entities; the packaging standard forbids it.
  if (text.startsWith('<!', start)) throw unsafe(part);
  let from = start;
  let end = text.indexOf('>', start);
  for (let quote = quoteBefore(text, from, end); quote >= 0; quote = quoteBefore(text, from, end)) {
    from = endAfter(text, text.charAt(quote), quote + 1, part);
    if (from > end) end = text.indexOf('>', from);
  }
  if (end < 0) throw damaged(part);
  return end + 1;
};

/** Place of the first quote before the end of a tag, or -1. */
const quoteBefore = (text: string, from: number, end: number): number => {
  for (let i = from; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code === 34 || code === 39) return i;
  }
  return -1;
};

const endAfter = (text: string, mark: string, from: number, part: string): number => {
  const at = text.indexOf(mark, from);
  if (at < 0) throw damaged(part);
  return at + mark.length;
};
