import { damaged } from '../refusal';
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

/** Reads a part into a tree. The content of the one element named `opaque` stays one string (a sheet's cells). */
export const parseXml = (text: string, part: string, opaque?: string): XmlDocument => {
  const stack: OpenNode[] = [{ tag: '', open: '', children: [] }];
  const add = (content: XmlContent): void => {
    if (content !== '') stack.at(-1)?.children.push(content);
  };
  let position = 0;
  while (position < text.length) {
    const start = text.indexOf('<', position);
    add(text.slice(position, start < 0 ? text.length : start));
    if (start < 0) break;
    const end = tokenEnd(text, start);
    if (end < 0) throw damaged(part);
    const token = text.slice(start, end);
    position = end;
    if (token.startsWith('<!') || token.startsWith('<?')) {
      add(token);
    } else if (token.startsWith('</')) {
      const node = stack.pop();
      if (node === undefined || stack.length === 0 || closingName(token) !== node.tag) throw damaged(part);
      add({ ...node, close: token });
    } else {
      const tag = /^<([^\s/>]+)/.exec(token)?.[1];
      if (tag === undefined) throw damaged(part);
      if (token.endsWith('/>')) add({ tag, open: token, close: '', children: [] });
      else stack.push({ tag, open: token, children: [] });
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
export const serializeNode = (node: XmlNode): string =>
  node.open +
  node.children.map((child) => (typeof child === 'string' ? child : serializeNode(child))).join('') +
  node.close;

/** Name without its prefix. */
export const localName = (tag: string): string => tag.slice(tag.indexOf(':') + 1);

const toDocument = (content: readonly XmlContent[], part: string): XmlDocument => {
  const index = content.findIndex((child) => typeof child !== 'string');
  const root = content[index];
  const others = content.filter((child) => typeof child === 'string');
  if (root === undefined || typeof root === 'string' || others.length !== content.length - 1)
    throw damaged(part);
  return { before: others.slice(0, index).join(''), root, after: others.slice(index).join('') };
};

const closingName = (token: string): string => token.slice(2, -1).trimEnd();

const opaqueEnd = (text: string, from: number, tag: string, part: string): number => {
  const end = maskMarkup(text.slice(from)).indexOf(`</${tag}>`);
  if (end < 0) throw damaged(part);
  return from + end;
};

const tokenEnd = (text: string, start: number): number => {
  if (text.startsWith('<!--', start)) return endAfter(text, '-->', start + 4);
  if (text.startsWith('<![CDATA[', start)) return endAfter(text, ']]>', start + 9);
  if (text.startsWith('<?', start)) return endAfter(text, '?>', start + 2);
  // A document type may define entities; the packaging standard forbids it.
  if (text.startsWith('<!', start)) return -1;
  let end = text.indexOf('>', start);
  for (;;) {
    const quote = openQuote(text, start, end);
    if (end < 0 || quote === '') return end < 0 ? -1 : end + 1;
    end = text.indexOf('>', end + 1);
  }
};

/** The quote within which a tag's text ends, or ''. */
const openQuote = (text: string, start: number, end: number): string => {
  let open = '';
  for (let i = start; i < end; i++) {
    const letter = text.charAt(i);
    if (open === '' ? letter === '"' || letter === "'" : letter === open) open = open === '' ? letter : '';
  }
  return open;
};

const endAfter = (text: string, mark: string, from: number): number => {
  const at = text.indexOf(mark, from);
  return at < 0 ? -1 : at + mark.length;
};
