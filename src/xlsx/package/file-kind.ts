import type { WorkbookRefusal } from '../../app/workbook-port';
import { damaged, RefusedError } from '../refusal';

type Code = WorkbookRefusal['code'];

const OLE_HEADER = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const ZIP_HEADER = [0x50, 0x4b, 3, 4];
/** First records of the sheets that Excel 2, 3, 4 and 5 wrote without a container. */
const OLD_SHEETS = [
  [0x09, 0x00, 0x04, 0x00],
  [0x09, 0x02, 0x06, 0x00],
  [0x09, 0x04, 0x06, 0x00],
  [0x09, 0x08, 0x08, 0x00],
];
/** How much of a text is looked at; what tells its kind stands at its beginning. */
const HEAD_LENGTH = 4096;

/** What a file without a readable directory is, from its first bytes. */
export const refusalOfBytes = (bytes: Uint8Array): RefusedError => {
  if (startsWith(bytes, ZIP_HEADER)) return damaged();
  return new RefusedError({ code: kindOfBytes(bytes) });
};

/** Whether the bytes begin as those compound files do in which Office keeps encrypted and old workbooks. */
export const isCompoundFile = (bytes: Uint8Array): boolean => startsWith(bytes, OLE_HEADER);

/** What an OpenDocument file says of itself, by the contents of its `mimetype` file. */
export const refusalOfMimetype = (mimetype: string): RefusedError =>
  new RefusedError({ code: mimetype.includes('opendocument.spreadsheet') ? 'ods' : 'notWorkbook' });

const kindOfBytes = (bytes: Uint8Array): Code => {
  if (bytes.length === 0) return 'emptyFile';
  if (isCompoundFile(bytes)) return kindOfCompound(bytes);
  if (OLD_SHEETS.some((header) => startsWith(bytes, header))) return 'oldXls';
  return kindOfText(headText(bytes));
};

/** Compound files hold the names of their streams in UTF-16; that tells an encrypted workbook from an old one. */
const kindOfCompound = (bytes: Uint8Array): Code => {
  if (holdsUtf16(bytes, 'EncryptedPackage')) return 'encrypted';
  return holdsUtf16(bytes, 'Workbook') || holdsUtf16(bytes, 'Book') ? 'oldXls' : 'notWorkbook';
};

/** Pages and XML that programs save as `.xls` can be saved anew by Excel, like a real one. */
const kindOfText = (head: string): Code => {
  if (/urn:schemas-microsoft-com:office:(?:spreadsheet|excel)/.test(head)) return 'oldXls';
  if (/<(?:\w+:)?document\b/.test(head) && head.includes('opendocument.spreadsheet')) return 'ods';
  return /^\s*(?:<!doctype html|<html|<table|<meta)/i.test(head) && /<(?:html|table)\b/i.test(head)
    ? 'oldXls'
    : 'notZip';
};

const headText = (bytes: Uint8Array): string => {
  const head = bytes.subarray(0, HEAD_LENGTH);
  const isWide = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff);
  const encoding = isWide ? (head[0] === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8';
  return new TextDecoder(encoding).decode(head);
};

const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean =>
  start.every((byte, i) => bytes[i] === byte);

const holdsUtf16 = (bytes: Uint8Array, text: string): boolean => {
  const wanted = Array.from(text).flatMap((letter) => [letter.charCodeAt(0), 0]);
  for (let at = bytes.indexOf(wanted[0] ?? 0); at >= 0; at = bytes.indexOf(wanted[0] ?? 0, at + 1)) {
    if (wanted.every((byte, i) => bytes[at + i] === byte)) return true;
  }
  return false;
};
