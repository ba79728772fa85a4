import { inflateSync } from 'fflate';
import { damaged, RefusedError } from '../refusal';
import { crc32 } from './crc32';

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

const END_SIGNATURE = 0x06054b50;
const CENTRAL_SIGNATURE = 0x02014b50;
const LOCAL_SIGNATURE = 0x04034b50;
const END_SIZE = 22;
const MAX_COMMENT = 0xffff;
const OLE_HEADER = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
/** Deflate cannot shrink more than this; a bigger promise is a damaged header, not a reason to take memory. */
const MAX_DEFLATE_RATIO = 1040;

/** Lists the files of an archive; sizes come from the central directory, so streamed archives read like others. */
export const readZip = (bytes: Uint8Array): ZipArchive => {
  if (OLE_HEADER.every((byte, i) => bytes[i] === byte)) throw oleRefusal(bytes);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end < 0) {
    const startsAsZip = bytes.length >= 4 && view.getUint32(0, true) === LOCAL_SIGNATURE;
    throw new RefusedError({ code: startsAsZip ? 'damaged' : 'notZip' });
  }
  const count = view.getUint16(end + 10, true);
  const start = view.getUint32(end + 16, true);
  if (count === 0xffff || start === 0xffffffff) throw new RefusedError({ code: 'unsupportedZip' });
  const entries: ZipEntry[] = [];
  const names = new Set<string>();
  let position = start;
  for (let i = 0; i < count; i++) {
    const entry = readEntryHeader(view, position, end);
    if (names.has(entry.name)) throw damaged(entry.name);
    names.add(entry.name);
    entries.push(entry);
    position = entry.headerEnd;
  }
  return {
    bytes,
    entries,
    comment: bytes.subarray(end + END_SIZE, end + END_SIZE + view.getUint16(end + 20, true)),
  };
};

/** Contents of one file, checked against its size and checksum. */
export const readZipEntry = ({ bytes }: ZipArchive, entry: ZipEntry): Uint8Array => {
  const raw = bytes.subarray(entry.dataStart, entry.dataStart + entry.compressedSize);
  const content = entry.method === 0 ? raw : inflate(raw, entry);
  if (content.length !== entry.size || crc32(content) !== entry.crc) throw damaged(entry.name);
  return content;
};

const inflate = (raw: Uint8Array, entry: ZipEntry): Uint8Array => {
  if (entry.size > raw.length * MAX_DEFLATE_RATIO + 64) throw damaged(entry.name);
  try {
    return inflateSync(raw, { out: new Uint8Array(entry.size) });
  } catch {
    throw damaged(entry.name);
  }
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

const readEntryHeader = (view: DataView, at: number, limit: number): ZipEntry => {
  if (at + 46 > limit || view.getUint32(at, true) !== CENTRAL_SIGNATURE) throw damaged();
  const nameLength = view.getUint16(at + 28, true);
  const headerEnd = at + 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  if (headerEnd > limit) throw damaged();
  const name = new TextDecoder().decode(new Uint8Array(view.buffer, view.byteOffset + at + 46, nameLength));
  const flags = view.getUint16(at + 8, true);
  const method = view.getUint16(at + 10, true);
  const compressedSize = view.getUint32(at + 20, true);
  const size = view.getUint32(at + 24, true);
  const local = view.getUint32(at + 42, true);
  const isZip64 = [compressedSize, size, local].includes(0xffffffff);
  if (isZip64 || (flags & 1) !== 0 || (method !== 0 && method !== 8)) {
    throw new RefusedError({ code: 'unsupportedZip', part: name });
  }
  if (local + 30 > limit || view.getUint32(local, true) !== LOCAL_SIGNATURE) throw damaged(name);
  const dataStart = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  if (dataStart + compressedSize > limit) throw damaged(name);
  const time = view.getUint32(at + 12, true);
  const crc = view.getUint32(at + 16, true);
  return { name, flags, method, time, crc, compressedSize, size, dataStart, headerStart: at, headerEnd };
};

/** Compound files hold the names of their streams in UTF-16; that tells an encrypted workbook from an old one. */
const oleRefusal = (bytes: Uint8Array): RefusedError => {
  if (holdsUtf16(bytes, 'EncryptedPackage')) return new RefusedError({ code: 'encrypted' });
  const isOld = holdsUtf16(bytes, 'Workbook') || holdsUtf16(bytes, 'Book');
  return new RefusedError({ code: isOld ? 'oldXls' : 'notWorkbook' });
};

const holdsUtf16 = (bytes: Uint8Array, text: string): boolean => {
  const wanted = Array.from(text).flatMap((letter) => [letter.charCodeAt(0), 0]);
  for (let at = bytes.indexOf(wanted[0] ?? 0); at >= 0; at = bytes.indexOf(wanted[0] ?? 0, at + 1)) {
    if (wanted.every((byte, i) => bytes[at + i] === byte)) return true;
  }
  return false;
};
