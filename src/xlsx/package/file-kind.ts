import type { WorkbookRefusal } from '../../app/workbook-port';
import { damaged, RefusedError } from '../refusal';

type Code = WorkbookRefusal['code'];

const OLE_HEADER = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
/** First bytes of a file in an archive, and of an archive in several files. */
const ZIP_HEADERS = [
  [0x50, 0x4b, 3, 4],
  [0x50, 0x4b, 7, 8],
];
/** First records of the sheets that Excel 2, 3, 4 and 5 wrote without a container. */
const OLD_SHEETS = [
  [0x09, 0x00, 0x04, 0x00],
  [0x09, 0x02, 0x06, 0x00],
  [0x09, 0x04, 0x06, 0x00],
  [0x09, 0x08, 0x08, 0x00],
];
/** How PDF, PNG, JPEG, GIF, RAR, 7z and gzip begin: nothing in them that Excel could open. */
const OTHERS = [
  [0x25, 0x50, 0x44, 0x46],
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x47, 0x49, 0x46, 0x38],
  [0x52, 0x61, 0x72, 0x21],
  [0x37, 0x7a, 0xbc, 0xaf],
  [0x1f, 0x8b, 0x08],
];
/** How much of a text is looked at; what tells its kind stands at its beginning. */
const HEAD_LENGTH = 4096;

/** What a file without a readable directory is, from its first bytes. */
export const refusalOfBytes = (bytes: Uint8Array): RefusedError => {
  if (ZIP_HEADERS.some((header) => startsWith(bytes, header))) return damaged();
  return new RefusedError({ code: kindOfBytes(bytes) });
};

/** Whether the bytes begin as those compound files do in which Office keeps encrypted and old workbooks. */
export const isCompoundFile = (bytes: Uint8Array): boolean => startsWith(bytes, OLE_HEADER);

/** What an archive without the parts of an Office file is, by the contents of its `mimetype` file. */
export const refusalOfMimetype = (mimetype: string): RefusedError =>
  new RefusedError({ code: mimetype.includes('opendocument.spreadsheet') ? 'ods' : 'notWorkbook' });

const kindOfBytes = (bytes: Uint8Array): Code => {
  // Zeros are what a download leaves that was never finished.
  if (bytes.every((byte) => byte === 0)) return 'emptyFile';
  if (isCompoundFile(bytes)) return kindOfCompound(bytes);
  if (OLD_SHEETS.some((header) => startsWith(bytes, header))) return 'oldXls';
  if (OTHERS.some((header) => startsWith(bytes, header))) return 'notWorkbook';
  return isFlatOds(bytes) ? 'ods' : 'notZip';
};

/** The names of the streams in a compound file tell an encrypted workbook from an old one, and that from others. */
const kindOfCompound = (bytes: Uint8Array): Code => {
  if (holdsStream(bytes, 'EncryptedPackage')) return 'encrypted';
  // A document may hold a workbook, not the other way round.
  if (holdsStream(bytes, 'WordDocument') || holdsStream(bytes, 'PowerPoint Document')) return 'notWorkbook';
  return holdsStream(bytes, 'Workbook') || holdsStream(bytes, 'Book') ? 'oldXls' : 'notWorkbook';
};

/** An OpenDocument spreadsheet that is one XML file rather than an archive. */
const isFlatOds = (bytes: Uint8Array): boolean =>
  new TextDecoder().decode(bytes.subarray(0, HEAD_LENGTH)).includes('oasis.opendocument.spreadsheet');

const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean =>
  start.every((byte, i) => bytes[i] === byte);

const ENTRY_SIZE = 128;
const NAME_SIZE = 64;

/**
 * Whether the directory of a compound file names a stream. Its entries may lie in any sector but are aligned; each
 * begins with the name in UTF-16, padded with zeros, and the name's length in bytes with the zero that ends it.
 */
const holdsStream = (bytes: Uint8Array, name: string): boolean => {
  const entry = new Uint8Array(NAME_SIZE + 2);
  Array.from(name).forEach((letter, i) => (entry[2 * i] = letter.charCodeAt(0)));
  entry[NAME_SIZE] = 2 * name.length + 2;
  for (let at = 0; at + ENTRY_SIZE <= bytes.length; at += ENTRY_SIZE) {
    if (entry.every((byte, i) => bytes[at + i] === byte)) return true;
  }
  return false;
};
