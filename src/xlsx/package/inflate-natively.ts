import { RefusedError } from '../refusal';
import type { Unpacked } from './part-store';
import { isDeflated, packedBytes, readZip, type ZipArchive, type ZipEntry } from './read-zip';

/** Smaller files are unpacked sooner than they are handed over. */
const WORTHWHILE = 0x40000;

/**
 * Unpacks the big files of an archive with what the browser or Node has for it, several times as fast as code of ours.
 * What is damaged or lies about its size is left out: who reads it finds that out and says so.
 */
export const inflateNatively = async (bytes: Uint8Array): Promise<Unpacked> => {
  const unpacked = new Map<string, Uint8Array>();
  for (const { archive, entry } of worthwhile(bytes)) {
    const content = await inflate(archive, entry).catch(() => null);
    if (content !== null) unpacked.set(entry.name, content);
  }
  return unpacked;
};

const worthwhile = (bytes: Uint8Array): readonly { archive: ZipArchive; entry: ZipEntry }[] => {
  try {
    const archive = readZip(bytes);
    return archive.entries
      .filter((entry) => isDeflated(entry) && entry.size >= WORTHWHILE && /\.xml$/i.test(entry.name))
      .map((entry) => ({ archive, entry }));
  } catch (error) {
    if (error instanceof RefusedError) return [];
    throw error;
  }
};

/** The contents of a file, never in more memory than its header promises; null where it is not as it promises. */
const inflate = async (archive: ZipArchive, entry: ZipEntry): Promise<Uint8Array | null> => {
  const out = new Uint8Array(entry.size);
  const packed = new Blob([packedBytes(archive, entry).slice()]);
  const reader = packed.stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader();
  let length = 0;
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
    if (length + piece.value.length > entry.size) {
      await reader.cancel();
      return null;
    }
    out.set(piece.value, length);
    length += piece.value.length;
  }
  return length === entry.size ? out : null;
};
