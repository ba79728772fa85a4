import { RefusedError } from '../refusal';
import { CONTENT_TYPES } from './content-types';
import type { Packing } from './packing';
import { openPackage, type Package, type Unpacked } from './part-store';

/** Opens the bytes of a package of Office; see `openPackage`. */
export const openWorkbookPackage = (bytes: Uint8Array, unpacked?: Unpacked, packing?: Packing): Package => {
  // A copy, because the caller may reuse its buffer before something is written.
  const source = openPackage(bytes.slice(), unpacked, packing);
  if (!source.has(CONTENT_TYPES)) throw new RefusedError({ code: 'notWorkbook' });
  return source;
};
