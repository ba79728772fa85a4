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
