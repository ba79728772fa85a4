import { damaged } from '../refusal';

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

/** XML of a part as text. A byte order mark stays in it, so that encoding gives the same bytes again. */
export const decodePart = (bytes: Uint8Array, part: string): string => {
  const encoding = encodingOf(bytes);
  let text: string;
  try {
    text = new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw damaged(part);
  }
  const declared = /^\uFEFF?<\?xml[^>]*\sencoding\s*=\s*["']([^"']*)["']/.exec(text.slice(0, 200))?.[1];
  const isKnown = declared === undefined || /^(utf-?8|utf-?16(le|be)?|us-ascii)$/i.test(declared);
  if (!isKnown) throw damaged(part);
  return text;
};

/** Bytes of a part, in the encoding that its old bytes have. */
export const encodePart = (text: string, old: Uint8Array | undefined): Uint8Array => {
  const encoding = old === undefined ? 'utf-8' : encodingOf(old);
  if (encoding === 'utf-8') return new TextEncoder().encode(text);
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < text.length; i++) view.setUint16(i * 2, text.charCodeAt(i), encoding === 'utf-16le');
  return bytes;
};

const encodingOf = ([first, second]: Uint8Array): Encoding => {
  // A byte order mark, or the first letter of a part without one, which is always `<`.
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return 'utf-16le';
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return 'utf-16be';
  return 'utf-8';
};
