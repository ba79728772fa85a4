import { damaged } from '../refusal';
import { decodeEscapes, decodeText, maskMarkup } from '../xml/xml-text';

/** Reads the texts of the shared strings part, in order; a scan rather than a tree, for it can be very long. */
export const readSharedStrings = (text: string, part: string): readonly string[] => {
  const mask = maskMarkup(text);
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
    strings.push(isEmpty ? '' : readRichText(text.slice(openEnd, end), prefix));
    start = mask.indexOf(open, end);
  }
  if (!/\/>\s*$/.test(mask) && !mask.includes(`</${prefix}sst>`)) throw damaged(part);
  return strings;
};

/** Text of a string item or an inline string: runs joined, phonetic guides left out. */
export const readRichText = (raw: string, prefix: string): string => {
  const mask = maskMarkup(raw);
  const open = `<${prefix}t`;
  const close = `</${prefix}t>`;
  let text = '';
  let position = 0;
  for (;;) {
    const start = mask.indexOf(open, position);
    const guide = mask.indexOf(`<${prefix}rPh`, position);
    if (guide >= 0 && (start < 0 || guide < start)) {
      const guideEnd = mask.indexOf(`</${prefix}rPh>`, guide);
      position = guideEnd < 0 ? raw.length : guideEnd;
      continue;
    }
    if (start < 0) return decodeEscapes(text);
    const openEnd = mask.indexOf('>', start) + 1;
    const end = mask.charCodeAt(openEnd - 2) === 47 ? openEnd : mask.indexOf(close, openEnd);
    // `<t` also begins names that are not ours; those end otherwise and hold no text of the cell.
    const isText = /[\s/>]/.test(mask.charAt(start + open.length));
    if (openEnd === 0 || (isText && end < 0)) throw damaged();
    if (isText) text += decodeText(raw.slice(openEnd, end));
    position = isText ? end : start + open.length;
  }
};
