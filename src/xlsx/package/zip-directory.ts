import { damaged, RefusedError, tooLarge } from '../refusal';

/** Where an archive's central directory lies, and the record that ends the archive. */
export type ZipDirectory = {
  readonly start: number;
  readonly count: number;
  /** End of the directory: nothing of the files' data may reach beyond it. */
  readonly limit: number;
  readonly comment: Uint8Array;
};

const END_SIGNATURE = 0x06054b50;
const END64_SIGNATURE = 0x06064b50;
const LOCATOR_SIGNATURE = 0x07064b50;
const END_SIZE = 22;
const LOCATOR_SIZE = 20;
const END64_SIZE = 56;
const MAX_COMMENT = 0xffff;
const MAX_ENTRIES = 100_000;
/** What stands in the four and two bytes for a number that has its place elsewhere. */
const NOT_HERE_16 = 0xffff;
const NOT_HERE_32 = 0xffffffff;

/** Finds the central directory from the end of an archive; undefined where there is no archive. */
export const findDirectory = (view: DataView): ZipDirectory | undefined => {
  const end = findEnd(view);
  if (end < 0) return undefined;
  const commentStart = end + END_SIZE;
  const commentEnd = commentStart + view.getUint16(end + 20, true);
  const comment = new Uint8Array(view.buffer, view.byteOffset + commentStart, commentEnd - commentStart);
  const count = view.getUint16(end + 10, true);
  const start = view.getUint32(end + 16, true);
  refuseSeveralDisks(view.getUint16(end + 4, true), view.getUint16(end + 6, true));
  const directory =
    count === NOT_HERE_16 || start === NOT_HERE_32
      ? (findDirectory64(view, end) ?? { count, start, limit: end })
      : { count, start, limit: end };
  if (directory.count > MAX_ENTRIES) throw tooLarge();
  return { ...directory, comment };
};

/** A number of eight bytes; beyond what can be counted exactly it is damage in any file that fits in memory. */
export const readUint64 = (view: DataView, at: number): number => {
  const value = view.getUint32(at, true) + view.getUint32(at + 4, true) * 2 ** 32;
  if (!Number.isSafeInteger(value)) throw damaged();
  return value;
};

/** An archive in several files, of which this is one. */
const refuseSeveralDisks = (...disks: readonly number[]): void => {
  if (disks.some((disk) => disk !== 0 && disk !== NOT_HERE_16))
    throw new RefusedError({ code: 'unsupportedZip' });
};

const findDirectory64 = (view: DataView, end: number): Omit<ZipDirectory, 'comment'> | undefined => {
  const locator = end - LOCATOR_SIZE;
  if (locator < 0 || view.getUint32(locator, true) !== LOCATOR_SIGNATURE) return undefined;
  const record = readUint64(view, locator + 8);
  if (record + END64_SIZE > locator || view.getUint32(record, true) !== END64_SIGNATURE) throw damaged();
  refuseSeveralDisks(view.getUint32(record + 16, true), view.getUint32(record + 20, true));
  return { count: readUint64(view, record + 32), start: readUint64(view, record + 48), limit: record };
};

const findEnd = (view: DataView): number => {
  const last = view.byteLength - END_SIZE;
  for (let at = last; at >= 0 && at >= last - MAX_COMMENT; at--) {
    if (
      view.getUint32(at, true) === END_SIGNATURE &&
      at + END_SIZE + view.getUint16(at + 20, true) <= view.byteLength
    )
      return at;
  }
  return -1;
};
