import type { Packing } from './packing';
import { ZIP64_FIELD, type ZipArchive, type ZipEntry } from './read-zip';

/** New contents by file name; null drops the file. */
export type ZipChanges = ReadonlyMap<string, Uint8Array | null>;

/** 1 January 1980, the format's first day: the same workbook always gives the same bytes. */
const FIXED_TIME = 0x00210000;
const UTF8_NAME = 0x0800;
const HAS_DESCRIPTOR = 0x0008;
const SLASH = 0x2f;
const BACKSLASH = 0x5c;

type Packed = {
  readonly name: Uint8Array;
  readonly flags: number;
  readonly method: number;
  readonly time: number;
  readonly crc: number;
  readonly size: number;
  readonly data: Uint8Array;
  /** The old central header, kept for what it says besides (attributes, extra fields). */
  readonly oldHeader: Uint8Array | null;
};

/** The archive with some files changed: others are copied still compressed, in their old order, new ones follow. */
export const writeZip = (archive: ZipArchive, changes: ZipChanges): Uint8Array => {
  const packed: Packed[] = [];
  const known = new Set<string>();
  for (const entry of archive.entries) {
    known.add(entry.name);
    const content = changes.get(entry.name);
    if (content === undefined) packed.push(keep(archive, entry));
    else if (content !== null) packed.push(pack(entry.name, content, entry.time, archive.packing));
  }
  for (const [name, content] of changes) {
    if (content !== null && !known.has(name)) packed.push(pack(name, content, FIXED_TIME, archive.packing));
  }
  return join(packed, archive.comment);
};

const keep = ({ bytes }: ZipArchive, entry: ZipEntry): Packed => {
  const oldHeader = withoutZip64(bytes.slice(entry.headerStart, entry.headerEnd));
  const nameLength = new DataView(oldHeader.buffer).getUint16(28, true);
  const name = oldHeader.subarray(46, 46 + nameLength);
  // Paths are written with forward slashes, the only ones that the standard knows.
  name.forEach((byte, i) => {
    if (byte === BACKSLASH) name[i] = SLASH;
  });
  return {
    name,
    // Sizes stand in the header that we write, so no descriptor follows the data.
    flags: entry.flags & ~HAS_DESCRIPTOR,
    method: entry.method,
    time: entry.time,
    crc: entry.crc,
    size: entry.size,
    data: bytes.subarray(entry.dataStart, entry.dataStart + entry.compressedSize),
    oldHeader,
  };
};

/** A central header without the field for sizes of eight bytes: what we write always fits in four. */
const withoutZip64 = (header: Uint8Array): Uint8Array => {
  const view = new DataView(header.buffer);
  const start = 46 + view.getUint16(28, true);
  const end = start + view.getUint16(30, true);
  for (let at = start; at + 4 <= end;) {
    const next = Math.min(at + 4 + view.getUint16(at + 2, true), end);
    if (view.getUint16(at, true) === ZIP64_FIELD) {
      const out = new Uint8Array(header.length - (next - at));
      out.set(header.subarray(0, at));
      out.set(header.subarray(next), at);
      new DataView(out.buffer).setUint16(30, end - start - (next - at), true);
      return out;
    }
    at = next;
  }
  return header;
};

const pack = (name: string, content: Uint8Array, time: number, { crc32, deflate }: Packing): Packed => ({
  name: new TextEncoder().encode(name),
  flags: UTF8_NAME,
  method: 8,
  time,
  crc: crc32(content),
  size: content.length,
  data: deflate(content),
  oldHeader: null,
});

const join = (packed: readonly Packed[], comment: Uint8Array): Uint8Array => {
  const locals: Uint8Array[] = [];
  const centrals: Uint8Array[] = [];
  let offset = 0;
  for (const file of packed) {
    const header = localHeader(file);
    locals.push(header, file.data);
    centrals.push(centralHeader(file, offset));
    offset += header.length + file.data.length;
  }
  const directorySize = centrals.reduce((sum, header) => sum + header.length, 0);
  const end = endRecord(packed.length, directorySize, offset, comment);
  const out = new Uint8Array(offset + directorySize + end.length);
  let at = 0;
  for (const piece of [...locals, ...centrals, end]) {
    out.set(piece, at);
    at += piece.length;
  }
  return out;
};

const writeCommon = (view: DataView, at: number, file: Packed): void => {
  view.setUint16(at, file.flags, true);
  view.setUint16(at + 2, file.method, true);
  view.setUint32(at + 4, file.time, true);
  view.setUint32(at + 8, file.crc, true);
  view.setUint32(at + 12, file.data.length, true);
  view.setUint32(at + 16, file.size, true);
  view.setUint16(at + 20, file.name.length, true);
};

const localHeader = (file: Packed): Uint8Array => {
  const header = new Uint8Array(30 + file.name.length);
  const view = new DataView(header.buffer);
  view.setUint32(0, 0x04034b50, true);
  view.setUint16(4, 20, true);
  writeCommon(view, 6, file);
  header.set(file.name, 30);
  return header;
};

const centralHeader = (file: Packed, offset: number): Uint8Array => {
  const header = file.oldHeader?.slice() ?? new Uint8Array(46 + file.name.length);
  const view = new DataView(header.buffer);
  if (file.oldHeader === null) {
    view.setUint32(0, 0x02014b50, true);
    view.setUint16(4, 20, true);
    view.setUint16(6, 20, true);
    header.set(file.name, 46);
  }
  writeCommon(view, 8, file);
  view.setUint32(42, offset, true);
  return header;
};

const endRecord = (count: number, size: number, offset: number, comment: Uint8Array): Uint8Array => {
  const end = new Uint8Array(22 + comment.length);
  const view = new DataView(end.buffer);
  view.setUint32(0, 0x06054b50, true);
  view.setUint16(8, count, true);
  view.setUint16(10, count, true);
  view.setUint32(12, size, true);
  view.setUint32(16, offset, true);
  view.setUint16(20, comment.length, true);
  end.set(comment, 22);
  return end;
};
