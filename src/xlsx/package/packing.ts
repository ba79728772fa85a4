import { deflateSync } from 'fflate';
import { crc32 } from './crc32';

/** How the contents of an archive are packed and checked; the machine may have something faster than our own code. */
export type Packing = {
  readonly crc32: (bytes: Uint8Array) => number;
  readonly deflate: (content: Uint8Array) => Uint8Array;
  /**
   * Unpacks a file in no more memory than `size` bytes; null where that is not what it holds, which the slower way then
   * says more of. Left out where there is only the slower way.
   */
  readonly inflate?: (raw: Uint8Array, size: number) => Uint8Array | null;
};

/** What runs everywhere. */
export const plainPacking: Packing = {
  crc32,
  deflate: (content) => deflateSync(content, { level: 6 }),
};
