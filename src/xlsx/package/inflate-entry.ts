import { Inflate } from 'fflate';
import { damaged, RefusedError, tooLarge } from '../refusal';

/** How a file lies in an archive: its packed bytes, and the size that its header promises. */
export type PackedFile = { readonly name: string; readonly raw: Uint8Array; readonly size: number };

/** More than 200 : 1 is what bombs have; sheets have 10 : 1, and only small pictures of one colour have more. */
export const MAX_RATIO = 200;
/** What is smaller does no harm at any ratio. */
const HARMLESS_SIZE = 0x40000;
/** One push can give a thousand times as much before the bound is seen. */
const PUSH_SIZE = 0x8000;

/** Whether so many bytes from so few are more than honest data gives. */
export const isBomb = (size: number, packedSize: number): boolean =>
  size > HARMLESS_SIZE && size > packedSize * MAX_RATIO;

/** Unpacks one file, never into more memory than its header promises: a promise may be a lie. */
export const inflateEntry = ({ name, raw, size }: PackedFile): Uint8Array => {
  const out = new Uint8Array(size);
  let length = 0;
  const stream = new Inflate((chunk) => {
    if (length + chunk.length > size)
      throw isBomb(length + chunk.length, raw.length) ? tooLarge(name) : damaged(name);
    out.set(chunk, length);
    length += chunk.length;
  });
  try {
    for (let at = 0; at < raw.length; at += PUSH_SIZE) {
      stream.push(raw.subarray(at, at + PUSH_SIZE), at + PUSH_SIZE >= raw.length);
    }
  } catch (error) {
    throw error instanceof RefusedError ? error : damaged(name);
  }
  if (length !== size) throw damaged(name);
  return out;
};
