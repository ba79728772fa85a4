import { rawFiles, rawZip, type RawArchive, type RawFile } from '../raw-zip';
import { LINKS, partsWith, SHEET, SOUND, WORKBOOK, type Kind } from './kind';

const FILES = rawFiles(partsWith({}));
const WORKBOOK_SIZE = partsWith({})[WORKBOOK]?.length ?? 0;
const SHEET_INDEX = FILES.findIndex(({ name }) => name === SHEET);

/** The sound workbook with other headers for one of its files. */
const headed = (part: string, says: Partial<RawFile>, archive: RawArchive = {}): Uint8Array =>
  rawZip(
    FILES.map((file) => (file.name === part ? { ...file, ...says } : file)),
    archive,
  );

/** The sound workbook with one more file. */
const withFile = (file: RawFile): Uint8Array => rawZip([...FILES, file]);

const MEGABYTE = 0x100000;
const zeros = (size: number): Uint8Array => new Uint8Array(size);
/** Bytes that cannot be packed. */
const noise = (size: number): Uint8Array => {
  let state = 1;
  return Uint8Array.from(
    { length: size },
    () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) >>> 24,
  );
};

const cut = (length: number): Uint8Array => SOUND.slice(0, length);

const flipped = (): Uint8Array => {
  const bytes = rawZip(FILES);
  const middle = new DataView(bytes.buffer).getUint16(26, true) + 60;
  bytes[middle] = (bytes[middle] ?? 0) ^ 0xff;
  return bytes;
};

const directoryAt = (place: number): Uint8Array => {
  const bytes = rawZip(FILES);
  new DataView(bytes.buffer).setUint32(bytes.length - 6, place, true);
  return bytes;
};

const spanned = (): Uint8Array => Uint8Array.from([0x50, 0x4b, 7, 8, ...SOUND.slice(0, 1000)]);

/** One more file that takes its data from where the sheet has its own. */
const shared = (name: string): Uint8Array =>
  rawZip([...FILES, { name, content: 'x', sharesPlaceOf: SHEET_INDEX }]);

/** Archives that are damaged, lie, or would fill the memory. */
export const ARCHIVES: readonly Kind[] = [
  { name: 'cut in the middle', bytes: cut(SOUND.length >> 1), code: 'damaged' },
  { name: 'cut by a byte', bytes: cut(SOUND.length - 1), code: 'damaged' },
  { name: 'cut after its first header', bytes: cut(30), code: 'damaged' },
  { name: 'cut at its beginning', bytes: SOUND.slice(100), code: 'damaged' },
  { name: 'a byte of the data changed', bytes: flipped(), code: 'damaged', names: '[Content_Types].xml' },
  { name: 'wrong checksum', bytes: headed(SHEET, { crc: 1 }), code: 'damaged', names: SHEET },
  {
    name: 'wrong checksum, stored',
    bytes: headed(WORKBOOK, { crc: 1, method: 0 }),
    code: 'damaged',
    names: WORKBOOK,
  },
  {
    name: 'unpacks to more than it says',
    bytes: headed(SHEET, { size: 500 }),
    code: 'damaged',
    names: SHEET,
  },
  {
    name: 'unpacks to less than it says',
    bytes: headed(SHEET, { size: 50_000 }),
    code: 'damaged',
    names: SHEET,
  },
  {
    name: 'stored with another size',
    bytes: headed(SHEET, { method: 0, size: 9 }),
    code: 'damaged',
    names: SHEET,
  },
  {
    name: 'packed data that reaches beyond the end',
    bytes: headed(SHEET, { packedSize: 10 * MEGABYTE }),
    code: 'damaged',
    names: SHEET,
  },
  {
    name: 'packed data that is none',
    bytes: headed(SHEET, { content: noise(4000), method: 8, packedSize: 20 }),
    code: 'damaged',
    names: SHEET,
  },
  { name: 'more files than there are', bytes: headed(SHEET, {}, { count: 90 }), code: 'damaged' },
  {
    name: 'fewer files than there are',
    bytes: headed(SHEET, {}, { count: FILES.length - 1 }),
    code: 'damaged',
  },
  { name: 'a directory that is not there', bytes: directoryAt(5), code: 'damaged' },
  { name: 'a directory beyond the end', bytes: directoryAt(0x7fffffff), code: 'damaged' },
  {
    name: 'another name before the data',
    bytes: headed(SHEET, { localName: 'xl/worksheets/sheet2.xml' }),
    code: 'damaged',
    names: SHEET,
  },
  {
    name: 'a file twice',
    bytes: withFile({ name: SHEET, content: '<worksheet/>' }),
    code: 'damaged',
    names: SHEET,
  },
  {
    name: 'a file twice in other letter case',
    bytes: withFile({ name: 'XL/Worksheets/SHEET1.xml', content: '<worksheet/>' }),
    code: 'damaged',
    names: 'XL/Worksheets/SHEET1.xml',
  },
  {
    name: 'a file twice with other slashes',
    bytes: withFile({ name: 'xl\\worksheets\\sheet1.xml', content: '<worksheet/>' }),
    code: 'damaged',
    names: SHEET,
  },
  {
    name: 'a file that reaches into the next',
    bytes: headed(WORKBOOK, { method: 0, packedSize: WORKBOOK_SIZE + 100 }),
    code: 'unsafe',
    names: LINKS,
  },
  {
    name: 'files that share their data',
    bytes: shared('xl/media/1.bin'),
    code: 'damaged',
    names: 'xl/media/1.bin',
  },
  { name: 'the same file under the same name', bytes: shared(SHEET), code: 'damaged', names: SHEET },
  { name: 'password on the archive', bytes: headed(SHEET, { flags: 0x0801 }), code: 'encrypted' },
  { name: 'Deflate64', bytes: headed(SHEET, { method: 9 }), code: 'unsupportedZip' },
  { name: 'LZMA', bytes: headed(SHEET, { method: 14 }), code: 'unsupportedZip' },
  { name: 'encrypted by WinZip', bytes: headed(SHEET, { method: 99, flags: 0x0801 }), code: 'encrypted' },
  { name: 'last of several disks', bytes: headed(SHEET, {}, { disk: 2 }), code: 'unsupportedZip' },
  {
    name: 'last of several disks, ZIP64',
    bytes: headed(SHEET, {}, { disk: 2, isZip64: true }),
    code: 'unsupportedZip',
  },
  { name: 'a file on another disk', bytes: headed(SHEET, { disk: 1 }), code: 'unsupportedZip' },
  { name: 'first of several disks', bytes: spanned(), code: 'damaged' },
  {
    name: 'a part of more than 200 : 1',
    bytes: withFile({ name: 'xl/media/image1.bmp', content: zeros(MEGABYTE) }),
    code: 'tooLarge',
    names: 'xl/media/image1.bmp',
  },
  {
    name: 'a sheet of more than 200 : 1',
    bytes: headed(SHEET, {
      content: new TextEncoder().encode(`<worksheet>${' '.repeat(MEGABYTE)}</worksheet>`),
    }),
    code: 'tooLarge',
    names: SHEET,
  },
  {
    name: 'a bomb that says it is small',
    bytes: headed(SHEET, { content: zeros(2 * MEGABYTE), size: 1000 }),
    code: 'tooLarge',
    names: SHEET,
  },
  {
    name: 'more than 1 GB in all',
    bytes: rawZip([
      ...FILES,
      ...Array.from({ length: 6 }, (_, i) => ({
        name: `xl/media/${i}.bin`,
        content: noise(MEGABYTE),
        method: 0,
        size: 200 * MEGABYTE,
      })),
    ]),
    code: 'tooLarge',
  },
  {
    name: 'more than 1 GB in many parts',
    bytes: rawZip([
      ...FILES,
      ...Array.from({ length: 4200 }, (_, i) => ({ name: `xl/media/${i}.bin`, content: 'x', size: 0x40000 })),
    ]),
    code: 'tooLarge',
  },
  {
    name: 'a sheet of more than 256 MB',
    bytes: headed(SHEET, { content: noise(1.5 * MEGABYTE), size: 257 * MEGABYTE }),
    code: 'tooLarge',
    names: SHEET,
  },
  {
    name: 'sizes that cannot be counted',
    bytes: headed(SHEET, { isZip64: true, size: 2 ** 60 }, { isZip64: true }),
    code: 'damaged',
  },
  {
    name: 'more files than any workbook has',
    bytes: headed(SHEET, {}, { isZip64: true, count: 200_000 }),
    code: 'tooLarge',
  },
  ...(
    [
      ['a path that climbs', '../../evil.xml'],
      ['a path that climbs further in', 'xl/../../evil.xml'],
      ['a path that climbs with backslashes', 'xl\\..\\..\\evil.xml'],
      ['a path from the root', '/etc/evil.xml'],
      ['a path from the root with backslashes', '\\\\server\\evil.xml'],
      ['a path on a drive', 'C:/evil.xml'],
      ['a path on a drive with backslashes', 'c:\\evil.xml'],
    ] as const
  ).map(([name, path]): Kind => ({
    name,
    bytes: withFile({ name: path, content: 'x' }),
    code: 'unsafe',
    names: path.replaceAll('\\', '/'),
  })),
  {
    name: 'a path that would steer a terminal',
    bytes: withFile({ name: 'xl/\u001b[2Jevil.xml', content: 'x' }),
    code: 'unsafe',
    names: 'xl/?[2Jevil.xml',
  },
  { name: 'a file without a name', bytes: withFile({ name: '', content: 'x' }), code: 'unsafe' },
];
