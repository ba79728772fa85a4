import { damaged, sheetTooLarge } from '../refusal';
import { decodeEscapes, decodeText, maskMarkup } from '../xml/xml-text';

/** Reads the texts of the shared strings part, in order; a scan rather than a tree, for it can be very long. */
export const readSharedStrings = (text: string, part: string): readonly string[] => {
  const mask = maskMarkup(text, part);
  const root = /<([^\s:>]+:)?sst[\s>/]/.exec(mask);
  if (root === null) throw damaged(part);
  const prefix = root[1] ?? '';
  const open = `<${prefix}si`;
  const close = `</${prefix}si>`;
  const strings: string[] = [];
  let start = mask.indexOf(open, root.index);
  while (start >= 0) {
    const openEnd = mask.indexOf('>', start) + 1;
    if (openEnd === 0) throw damaged(part);
    const isEmpty = mask.charCodeAt(openEnd - 2) === 47;
    const end = isEmpty ? openEnd : mask.indexOf(close, openEnd);
    if (end < 0) throw damaged(part);
    strings.push(isEmpty ? '' : readRichText(text.slice(openEnd, end), prefix, part));
    start = mask.indexOf(open, end);
  }
  if (!/\/>\s*$/.test(mask) && !mask.includes(`</${prefix}sst>`)) throw damaged(part);
  return strings;
};

/** Text of a string item or an inline string: runs joined, phonetic guides left out. */
export const readRichText = (raw: string, prefix: string, part: string): string => {
  const mask = maskMarkup(raw, part);
  let text = '';
  let depth = 0;
  for (let start = mask.indexOf('<'); start >= 0;) {
    const openEnd = mask.indexOf('>', start) + 1;
    if (openEnd === 0) throw damaged(part);
    const name = nameAt(mask, start);
    const isEmpty = mask.charCodeAt(openEnd - 2) === SLASH;
    const isLeaf = !isEmpty && (name === `${prefix}t` || name === `${prefix}rPh`);
    const end = isLeaf ? mask.indexOf(`</${name}>`, openEnd) : openEnd;
    if (isLeaf && name === `${prefix}t`) {
      // A text holds no elements: the next tag must be its own end.
      if (mask.indexOf('<', openEnd) !== end) throw damaged(part);
      text += decodeText(raw.slice(openEnd, end));
    } else if (!isEmpty && !isLeaf) depth += name.startsWith('/') ? -1 : 1;
    if (end < 0) throw damaged(part);
    start = mask.indexOf('<', isLeaf ? end + name.length + 3 : end);
  }
  if (depth !== 0) throw damaged(part);
  return withinLimit(decodeEscapes(text), part);
};

/** A cell's text, which must not be longer than one of Excel can be. */
export const withinLimit = (text: string, part: string): string => {
  if (text.length > MAX_TEXT) throw sheetTooLarge(part);
  return text;
};

const SLASH = 47;
const MAX_TEXT = 32_767;

/** Name of the element whose tag starts there, with the slash of a closing tag. */
export const nameAt = (mask: string, start: number): string => {
  let end = start + 2;
  for (
    let code = mask.charCodeAt(end);
    code > 32 && code !== 62 && code !== SLASH;
    code = mask.charCodeAt(end)
  )
    end++;
  return mask.slice(start + 1, end);
};
