import { damaged, RefusedError, tooLarge, unsafe } from '../refusal';
import { crc32 } from './crc32';
import { isCompoundFile, refusalOfBytes } from './file-kind';
import { inflateEntry, isBomb } from './inflate-entry';
import { findDirectory, readUint64 } from './zip-directory';

/** One file of an archive; its places are offsets into the archive's bytes. */
export type ZipEntry = {
  readonly name: string;
  readonly flags: number;
  readonly method: number;
  readonly time: number;
  readonly crc: number;
  readonly compressedSize: number;
  readonly size: number;
  readonly dataStart: number;
  readonly headerStart: number;
  readonly headerEnd: number;
};

/** An archive as its central directory lists it. */
export type ZipArchive = {
  readonly bytes: Uint8Array;
  readonly entries: readonly ZipEntry[];
  readonly comment: Uint8Array;
};

/** Extra field that holds the sizes and the place of a file in eight bytes each. */
export const ZIP64_FIELD = 0x0001;

const CENTRAL_SIGNATURE = 0x02014b50;
const LOCAL_SIGNATURE = 0x04034b50;
const NOT_HERE = 0xffffffff;
const MAX_UNPACKED = 0x40000000;

/** Lists the files of an archive; sizes come from the central directory, so streamed archives read like others. */
export const readZip = (bytes: Uint8Array): ZipArchive => {
  if (isCompoundFile(bytes)) throw refusalOfBytes(bytes);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const directory = findDirectory(view);
  if (directory === undefined) throw refusalOfBytes(bytes);
  const entries: ZipEntry[] = [];
  const names = new Set<string>();
  let position = directory.start;
  let unpacked = 0;
  for (let i = 0; i < directory.count; i++) {
    const entry = readEntryHeader(view, position, directory.limit);
    // Names match in any letter case, as the packaging standard says.
    const key = entry.name.toLowerCase();
    if (names.has(key)) throw damaged(entry.name);
    names.add(key);
    entries.push(entry);
    position = entry.headerEnd;
    unpacked += entry.size;
    if (unpacked > MAX_UNPACKED) throw tooLarge();
  }
  return { bytes, entries, comment: directory.comment };
};

/** Contents of one file, checked against its size and checksum. */
export const readZipEntry = ({ bytes }: ZipArchive, entry: ZipEntry): Uint8Array => {
  const { name, size } = entry;
  const raw = bytes.subarray(entry.dataStart, entry.dataStart + entry.compressedSize);
  const content = entry.method === 0 ? raw : inflateEntry({ name, raw, size });
  if (content.length !== size || crc32(content) !== entry.crc) throw damaged(name);
  return content;
};

const readEntryHeader = (view: DataView, at: number, limit: number): ZipEntry => {
  if (at + 46 > limit || view.getUint32(at, true) !== CENTRAL_SIGNATURE) throw damaged();
  const nameEnd = at + 46 + view.getUint16(at + 28, true);
  const extraEnd = nameEnd + view.getUint16(at + 30, true);
  const headerEnd = extraEnd + view.getUint16(at + 32, true);
  if (headerEnd > limit) throw damaged();
  const name = new TextDecoder().decode(
    new Uint8Array(view.buffer, view.byteOffset + at + 46, nameEnd - at - 46),
  );
  if (!isPlainPath(name)) throw unsafe(name);
  const flags = view.getUint16(at + 8, true);
  const method = view.getUint16(at + 10, true);
  if ((flags & 1) !== 0 || (method !== 0 && method !== 8)) {
    throw new RefusedError({ code: 'unsupportedZip', part: name });
  }
  const [size, compressedSize, local] = readPlace(view, at, nameEnd, extraEnd, name);
  if (isBomb(size, compressedSize)) throw tooLarge(name);
  if (local + 30 > limit || view.getUint32(local, true) !== LOCAL_SIGNATURE) throw damaged(name);
  const dataStart = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  if (dataStart + compressedSize > limit) throw damaged(name);
  const time = view.getUint32(at + 12, true);
  const crc = view.getUint32(at + 16, true);
  return { name, flags, method, time, crc, compressedSize, size, dataStart, headerStart: at, headerEnd };
};

/** Paths that leave the folder in which they are unpacked have no place in a workbook. */
const isPlainPath = (name: string): boolean =>
  // eslint would rather not see control characters in a pattern.
  !/^\/|\\|^[A-Za-z]:|(?:^|\/)\.\.(?:\/|$)/.test(name) && Array.from(name).every((letter) => letter >= ' ');

/** Size, packed size and place; in big archives some stand in an extra field, in this order. */
const readPlace = (
  view: DataView,
  at: number,
  extraStart: number,
  extraEnd: number,
  name: string,
): readonly [number, number, number] => {
  let position = zip64Field(view, extraStart, extraEnd);
  const read = (offset: number): number => {
    const value = view.getUint32(at + offset, true);
    if (value !== NOT_HERE) return value;
    if (position === undefined || position + 8 > extraEnd) throw damaged(name);
    position += 8;
    return readUint64(view, position - 8);
  };
  const size = read(24);
  const compressedSize = read(20);
  return [size, compressedSize, read(42)];
};

const zip64Field = (view: DataView, start: number, end: number): number | undefined => {
  for (let at = start; at + 4 <= end; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) === ZIP64_FIELD) return at + 4;
  }
  return undefined;
};
