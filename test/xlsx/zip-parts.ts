import { strToU8, unzipSync, zipSync, type Zippable } from 'fflate';

/** Files of an archive by name; texts are UTF-8. */
export type Parts = Readonly<Record<string, string | Uint8Array>>;

/** Packs parts the way a plain producer does; `method` 0 stores, 6 deflates. */
export const zipParts = (parts: Parts, level: 0 | 6 = 6): Uint8Array => {
  const files: Zippable = {};
  for (const [name, content] of Object.entries(parts)) {
    files[name] = [
      typeof content === 'string' ? strToU8(content) : content,
      { level, mtime: '2024-01-02T03:04:06' },
    ];
  }
  return zipSync(files);
};

/** Contents of every file, unpacked by someone else's reader. */
export const unzipParts = (bytes: Uint8Array): Readonly<Record<string, Uint8Array>> => unzipSync(bytes);

/** Text of one part. */
export const partText = (bytes: Uint8Array, name: string): string => {
  const content = unzipParts(bytes)[name];
  if (content === undefined) throw new Error(`No part ${name}`);
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(content);
};

/** The same archive as a streaming producer writes it: sizes only behind the data, not in the local header. */
export const withDescriptors = (bytes: Uint8Array): Uint8Array => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = bytes.length - 22;
  const count = view.getUint16(end + 10, true);
  const locals: Uint8Array[] = [];
  const centrals: Uint8Array[] = [];
  let offset = 0;
  for (let i = 0, at = view.getUint32(end + 16, true); i < count; i++) {
    const size = 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true);
    const central = bytes.slice(at, at + size);
    const old = new DataView(central.buffer);
    const local = old.getUint32(42, true);
    const data = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    const header = bytes.slice(local, data);
    const headerView = new DataView(header.buffer);
    headerView.setUint16(6, headerView.getUint16(6, true) | 8, true);
    header.fill(0, 14, 26);
    const descriptor = new Uint8Array(16);
    descriptor.set([0x50, 0x4b, 7, 8]);
    descriptor.set(central.subarray(16, 28), 4);
    const packed = bytes.slice(data, data + old.getUint32(20, true));
    old.setUint16(8, old.getUint16(8, true) | 8, true);
    old.setUint32(42, offset, true);
    locals.push(header, packed, descriptor);
    offset += header.length + packed.length + descriptor.length;
    centrals.push(central);
    at += size;
  }
  const record = bytes.slice(end);
  new DataView(record.buffer).setUint32(16, offset, true);
  return new Uint8Array([...locals, ...centrals, record].flatMap((piece) => Array.from(piece)));
};
