import { damaged, RefusedError, tooLarge, unsafe } from '../refusal';
import { isCompoundFile, refusalOfBytes } from './file-kind';
import { inflateEntry, isBomb } from './inflate-entry';
import { plainPacking, type Packing } from './packing';
import { findDirectory, readUint64, type ZipDirectory } from './zip-directory';

/** One file of an archive; its places are offsets into the archive's bytes. */
export type ZipEntry = {
  /** Path with forward slashes, whichever way they lean in the archive. */
  readonly name: string;
  readonly flags: number;
  readonly method: number;
  readonly time: number;
  readonly crc: number;
  readonly compressedSize: number;
  readonly size: number;
  readonly localStart: number;
  readonly dataStart: number;
  readonly headerStart: number;
  readonly headerEnd: number;
};

/** An archive as its central directory lists it. */
export type ZipArchive = {
  readonly bytes: Uint8Array;
  readonly entries: readonly ZipEntry[];
  readonly comment: Uint8Array;
  readonly packing: Packing;
};

/** Extra field that holds the sizes and the place of a file in eight bytes each. */
export const ZIP64_FIELD = 0x0001;

const CENTRAL_SIGNATURE = 0x02014b50;
const CENTRAL_SIZE = 46;
const LOCAL_SIGNATURE = 0x04034b50;
const LOCAL_SIZE = 30;
const NOT_HERE = 0xffffffff;
const IS_ENCRYPTED = 1;
const STORED = 0;
const DEFLATED = 8;
const MAX_UNPACKED = 0x40000000;

/** Lists the files of an archive; sizes come from the central directory, so streamed archives read like others. */
export const readZip = (bytes: Uint8Array, packing = plainPacking): ZipArchive => {
  if (isCompoundFile(bytes)) throw refusalOfBytes(bytes);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const directory = findDirectory(view);
  if (directory === undefined) throw refusalOfBytes(bytes);
  const entries = readEntries(view, directory);
  refuseOverlaps(entries);
  return { bytes, entries, comment: directory.comment, packing };
};

/** Contents of one file, checked against its size and checksum; `unpacked` where somebody has them already. */
export const readZipEntry = (archive: ZipArchive, entry: ZipEntry, unpacked?: Uint8Array): Uint8Array => {
  const { name, size } = entry;
  const content = unpacked ?? unpack(archive, entry);
  if (content.length !== size || archive.packing.crc32(content) !== entry.crc) throw damaged(name);
  return content;
};

const unpack = (archive: ZipArchive, entry: ZipEntry): Uint8Array => {
  const { name, size, method } = entry;
  const raw = packedBytes(archive, entry);
  if (method === STORED) return raw;
  return archive.packing.inflate?.(raw, size) ?? inflateEntry({ name, raw, size });
};

/** The bytes of one file as they lie in the archive. */
export const packedBytes = ({ bytes }: ZipArchive, entry: ZipEntry): Uint8Array =>
  bytes.subarray(entry.dataStart, entry.dataStart + entry.compressedSize);

/** Whether a file is packed in the way that every browser unpacks. */
export const isDeflated = ({ method }: ZipEntry): boolean => method === DEFLATED;

const readEntries = (view: DataView, directory: ZipDirectory): readonly ZipEntry[] => {
  const entries: ZipEntry[] = [];
  const names = new Set<string>();
  let position = directory.start;
  let unpacked = 0;
  for (let i = 0; i < directory.count; i++) {
    const entry = readEntry(view, position, directory.limit);
    // Names match in any letter case, as the packaging standard says.
    const key = entry.name.toLowerCase();
    if (names.has(key)) throw damaged(entry.name);
    names.add(key);
    entries.push(entry);
    position = entry.headerEnd;
    unpacked += entry.size;
    if (unpacked > MAX_UNPACKED) throw tooLarge();
  }
  // More files than the directory counts would be there for some programs and not for others.
  if (position + 4 <= directory.limit && view.getUint32(position, true) === CENTRAL_SIGNATURE)
    throw damaged();
  return entries;
};

/** Files that share bytes make a bomb out of little data; no program writes them. */
const refuseOverlaps = (entries: readonly ZipEntry[]): void => {
  const inPlace = [...entries].sort((a, b) => a.localStart - b.localStart);
  inPlace.forEach(({ localStart, name }, i) => {
    const before = inPlace[i - 1];
    if (before !== undefined && before.dataStart + before.compressedSize > localStart) throw unsafe(name);
  });
};

const readEntry = (view: DataView, at: number, limit: number): ZipEntry => {
  if (at + CENTRAL_SIZE > limit || view.getUint32(at, true) !== CENTRAL_SIGNATURE) throw damaged();
  const nameEnd = at + CENTRAL_SIZE + view.getUint16(at + 28, true);
  const extraEnd = nameEnd + view.getUint16(at + 30, true);
  const headerEnd = extraEnd + view.getUint16(at + 32, true);
  if (headerEnd > limit) throw damaged();
  const nameBytes = bytesOf(view, at + CENTRAL_SIZE, nameEnd);
  const name = readName(nameBytes);
  const flags = view.getUint16(at + 8, true);
  const method = view.getUint16(at + 10, true);
  if ((flags & IS_ENCRYPTED) !== 0) throw new RefusedError({ code: 'encrypted', part: name });
  if ((method !== STORED && method !== DEFLATED) || view.getUint16(at + 34, true) !== 0) {
    throw new RefusedError({ code: 'unsupportedZip', part: name });
  }
  const [size, compressedSize, localStart] = readPlace(view, at, nameEnd, extraEnd, name);
  if (isBomb(size, compressedSize)) throw tooLarge(name);
  const dataStart = readDataStart(view, localStart, limit, nameBytes, name);
  if (dataStart + compressedSize > limit) throw damaged(name);
  const time = view.getUint32(at + 12, true);
  const crc = view.getUint32(at + 16, true);
  const places = { localStart, dataStart, headerStart: at, headerEnd };
  return { name, flags, method, time, crc, compressedSize, size, ...places };
};

/** Where a file's data begins; its own header must bear the name that the directory gives it. */
const readDataStart = (
  view: DataView,
  local: number,
  limit: number,
  nameBytes: Uint8Array,
  name: string,
): number => {
  if (local + LOCAL_SIZE > limit || view.getUint32(local, true) !== LOCAL_SIGNATURE) throw damaged(name);
  const nameEnd = local + LOCAL_SIZE + view.getUint16(local + 26, true);
  const end = nameEnd + view.getUint16(local + 28, true);
  if (end > limit) throw damaged(name);
  const own = bytesOf(view, local + LOCAL_SIZE, nameEnd);
  if (own.length !== nameBytes.length || !own.every((byte, i) => byte === nameBytes[i])) throw damaged(name);
  return end;
};

const bytesOf = (view: DataView, start: number, end: number): Uint8Array =>
  new Uint8Array(view.buffer, view.byteOffset + start, end - start);

/** Some programs lean the slashes of a path as Windows does; in Excel such a file opens. */
const readName = (bytes: Uint8Array): string => {
  const name = decodeName(bytes).replaceAll('\\', '/');
  if (!isPlainPath(name)) throw unsafe(name);
  return name;
};

/** Names are UTF-8 or, from old programs, in one byte a letter; in which alphabet matters to nobody. */
const decodeName = (bytes: Uint8Array): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return new TextDecoder('latin1').decode(bytes);
  }
};

/** Paths that leave the folder in which they are unpacked have no place in a workbook. */
const isPlainPath = (name: string): boolean =>
  // eslint would rather not see control characters in a pattern.
  !/^\/|^[A-Za-z]:|(?:^|\/)\.\.(?:\/|$)|^$/.test(name) && Array.from(name).every((letter) => letter >= ' ');

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
