import { deflateSync, strToU8 } from 'fflate';
import { crc32 } from '../../src/xlsx/package/crc32';
import type { Parts } from './zip-parts';

/** A file of an archive, and what its headers say of it where that is not the plain truth. */
export type RawFile = {
  readonly name: string | Uint8Array;
  readonly content: string | Uint8Array;
  /** 0 stores, 8 deflates; anything else is only said. */
  readonly method?: number;
  readonly flags?: number;
  /** Sizes behind the data rather than before it, with or without the signature that nobody needs. */
  readonly descriptor?: 'signed' | 'bare';
  /** Sizes and place in a field of eight bytes each. */
  readonly isZip64?: boolean;
  readonly localName?: string;
  readonly crc?: number;
  readonly size?: number;
  readonly packedSize?: number;
  readonly disk?: number;
  /** Place of another file, by its index, that this one claims too. */
  readonly sharesPlaceOf?: number;
};

export type RawArchive = {
  readonly isZip64?: boolean;
  readonly count?: number;
  readonly disk?: number;
  readonly comment?: string;
};

/** Files of parts, all written the same way. */
export const rawFiles = (parts: Parts, way: Partial<RawFile> = {}): readonly RawFile[] =>
  Object.entries(parts).map(([name, content]) => ({ name, content, ...way }));

/** Packs files byte by byte, so that a test can write what no library would. */
export const rawZip = (files: readonly RawFile[], archive: RawArchive = {}): Uint8Array => {
  const pieces: Uint8Array[] = [];
  const places: number[] = [];
  const centrals: Uint8Array[] = [];
  let offset = 0;
  for (const file of files) {
    places.push(offset);
    const { local, central } = packed(file, places[file.sharesPlaceOf ?? places.length - 1] ?? 0);
    if (file.sharesPlaceOf === undefined) pieces.push(local);
    offset = pieces.reduce((sum, { length }) => sum + length, 0);
    centrals.push(central);
  }
  const directory = joined(centrals);
  return joined([...pieces, directory, endOf(archive, files.length, offset, directory.length)]);
};

const ABSENT = 0xffffffff;
const UTF8_NAME = 0x0800;
const HAS_DESCRIPTOR = 8;

const packed = (
  file: RawFile,
  place: number,
): { readonly local: Uint8Array; readonly central: Uint8Array } => {
  const content = bytesOf(file.content);
  const method = file.method ?? 8;
  const data = method === 8 ? deflateSync(content) : content;
  const flags = (file.flags ?? UTF8_NAME) | (file.descriptor === undefined ? 0 : HAS_DESCRIPTOR);
  const crc = file.crc ?? crc32(content);
  const size = file.size ?? content.length;
  const packedSize = file.packedSize ?? data.length;
  const name = bytesOf(file.name);
  const localName = bytesOf(file.localName ?? file.name);
  const wide = file.isZip64 === true;
  const sizes = wide ? [u32(ABSENT), u32(ABSENT)] : [u32(packedSize), u32(size)];
  const common = [u16(flags), u16(method), u32(0x58220000)];
  const isStreamed = file.descriptor !== undefined;
  const localExtra = wide ? joined([u16(1), u16(16), u64(size), u64(packedSize)]) : new Uint8Array();
  const extra = wide ? joined([u16(1), u16(24), u64(size), u64(packedSize), u64(place)]) : new Uint8Array();
  const local = [u32(0x04034b50), u16(wide ? 45 : 20), ...common];
  const descriptor = wide ? [u32(crc), u64(packedSize), u64(size)] : [u32(crc), u32(packedSize), u32(size)];
  return {
    local: joined([
      ...local,
      ...(isStreamed ? [u32(0), u32(0), u32(0)] : [u32(crc), ...sizes]),
      u16(localName.length),
      u16(localExtra.length),
      localName,
      localExtra,
      data,
      ...(file.descriptor === 'signed' ? [u32(0x08074b50)] : []),
      ...(isStreamed ? descriptor : []),
    ]),
    central: joined([
      u32(0x02014b50),
      u16(wide ? 45 : 20),
      u16(wide ? 45 : 20),
      ...common,
      u32(crc),
      ...sizes,
      ...[name.length, extra.length, 0, file.disk ?? 0, 0].map(u16),
      u32(0),
      u32(wide ? ABSENT : place),
      name,
      extra,
    ]),
  };
};

const endOf = (archive: RawArchive, files: number, start: number, size: number): Uint8Array => {
  const count = archive.count ?? files;
  const comment = bytesOf(archive.comment ?? '');
  const disk = archive.disk ?? 0;
  const wide = archive.isZip64 === true;
  const record = joined([
    ...[u32(0x06064b50), u64(44), u16(45), u16(45), u32(disk), u32(disk)],
    ...[u64(count), u64(count), u64(size), u64(start)],
  ]);
  const locator = joined([u32(0x07064b50), u32(0), u64(start + size), u32(1)]);
  return joined([
    ...(wide ? [record, locator] : []),
    u32(0x06054b50),
    ...(wide ? [0xffff, 0xffff, 0xffff, 0xffff] : [disk, disk, count, count]).map(u16),
    u32(wide ? ABSENT : size),
    u32(wide ? ABSENT : start),
    u16(comment.length),
    comment,
  ]);
};

const bytesOf = (content: string | Uint8Array): Uint8Array =>
  typeof content === 'string' ? strToU8(content) : content;

const joined = (pieces: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(pieces));

const little = (value: number, length: number): Uint8Array =>
  Uint8Array.from({ length }, (_, i) => Math.floor(value / 256 ** i) % 256);
const u16 = (value: number): Uint8Array => little(value, 2);
const u32 = (value: number): Uint8Array => little(value, 4);
const u64 = (value: number): Uint8Array => little(value, 8);
