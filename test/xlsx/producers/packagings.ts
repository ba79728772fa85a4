import { rawFiles, rawZip, type RawArchive, type RawFile } from '../raw-zip';
import { STYLES, workbookParts } from '../workbooks';
import { zipParts, type Parts } from '../zip-parts';
import type { Producer } from './producer';

/** Values, a formula, a merged area and a table, in whatever way they are packed. */
const PARTS = workbookParts({
  sheets: [
    {
      name: 'S',
      xml: '<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row><row r="2"><c r="A2" s="1"><v>91.5</v></c><c r="B2" s="2"><f>A2/100</f><v>0.915</v></c></row></sheetData><mergeCells count="1"><mergeCell ref="A4:B5"/></mergeCells>',
    },
  ],
  strings: ['<t>ข้อ</t>', '<t>ร้อยละ</t>'],
  styles: STYLES,
  tables: {
    0: [
      '<table xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" id="1" displayName="T" ref="A1:B2"><tableColumns count="2"><tableColumn id="1" name="ข้อ"/><tableColumn id="2" name="ร้อยละ"/></tableColumns></table>',
    ],
  },
});
const SHEET = 'xl/worksheets/sheet1.xml';
const SHEET_LINKS = 'xl/worksheets/_rels/sheet1.xml.rels';
const LINKS = 'xl/_rels/workbook.xml.rels';
const CHANGES = ['xl/styles.xml', 'xl/workbook.xml', SHEET];

type Packing = Partial<Pick<Producer, 'changes' | 'isOdd'>> & {
  readonly pack?: (parts: Parts) => Uint8Array;
};

const packed = (name: string, parts: Parts, { pack = zipParts, ...rest }: Packing = {}): Producer => ({
  name,
  bytes: pack(parts),
  parts,
  sheets: [
    {
      name: 'S',
      cells: {
        A1: ['ข้อ'],
        B1: ['ร้อยละ'],
        A2: [91.5, null, '0.00'],
        B2: [0.915, 'A2/100', '0.00%'],
      },
      merges: ['A4:B5'],
      tables: [{ name: 'T', range: 'A1:B2', columns: ['ข้อ', 'ร้อยละ'] }],
    },
  ],
  changes: CHANGES,
  ...rest,
});

/** Parts with some texts replaced. */
const edited = (...edits: readonly (readonly [part: string, from: string | RegExp, to: string])[]): Parts =>
  edits.reduce(
    (parts, [part, from, to]) => ({ ...parts, [part]: String(parts[part]).replace(from, to) }),
    PARTS,
  );

const renamed = (parts: Parts, names: Readonly<Record<string, string>>): Parts =>
  Object.fromEntries(Object.entries(parts).map(([name, content]) => [names[name] ?? name, content]));

const utf16 = (encoding: 'utf16le' | 'utf16be'): Parts =>
  Object.fromEntries(
    Object.entries(PARTS).map(([name, content]) => {
      const text = `\uFEFF${String(content).replace('encoding="UTF-8"', 'encoding="UTF-16"')}`;
      const bytes = Buffer.from(text, 'utf16le');
      return [name, new Uint8Array(encoding === 'utf16be' ? bytes.swap16() : bytes)];
    }),
  );

const withMark = (parts: Parts): Parts =>
  Object.fromEntries(Object.entries(parts).map(([name, content]) => [name, `\uFEFF${String(content)}`]));

const backslashed = (parts: Parts): Parts =>
  Object.fromEntries(Object.entries(parts).map(([name, content]) => [name.replaceAll('/', '\\'), content]));

const THAI_SHEET = 'xl/แผ่นงาน/คะแนน ๑.xml';

const raw =
  (way: Partial<RawFile>, archive: RawArchive = {}) =>
  (parts: Parts): Uint8Array =>
    rawZip(rawFiles(parts, way), archive);

/** Ways of packing a workbook and of naming its parts, each met in files of some program. */
export const PACKAGINGS: readonly Producer[] = [
  packed('stored', PARTS, { pack: (parts) => zipParts(parts, 0) }),
  packed('streamed, a signature before the sizes', PARTS, { pack: raw({ descriptor: 'signed' }) }),
  packed('streamed, no signature before the sizes', PARTS, { pack: raw({ descriptor: 'bare' }) }),
  packed('ZIP64', PARTS, { pack: raw({ isZip64: true }, { isZip64: true }) }),
  packed('ZIP64, streamed', PARTS, { pack: raw({ isZip64: true, descriptor: 'bare' }, { isZip64: true }) }),
  packed('an archive with a comment', PARTS, { pack: raw({}, { comment: 'สำเนา' }) }),
  packed('paths with backslashes', PARTS, { pack: (parts) => rawZip(rawFiles(backslashed(parts))) }),
  packed('names of files not marked as UTF-8', PARTS, { pack: raw({ flags: 0 }) }),
  packed('links with backslashes', edited([LINKS, 'worksheets/sheet1.xml', 'worksheets\\sheet1.xml'])),
  packed(
    'links from the root of the package',
    edited(
      ['_rels/.rels', 'Target="xl/', 'Target="/xl/'],
      [LINKS, /Target="/g, 'Target="/xl/'],
      [SHEET_LINKS, '../', '/xl/'],
    ),
  ),
  packed('links with dots', edited([LINKS, 'worksheets/', './charts/../worksheets/'])),
  packed(
    'names of parts in other letter case',
    renamed(edited([LINKS, 'worksheets/', 'Worksheets/']), { 'xl/styles.xml': 'xl/Styles.xml' }),
    { changes: ['xl/Styles.xml', 'xl/workbook.xml', SHEET], isOdd: true },
  ),
  packed('UTF-16, low byte first', utf16('utf16le')),
  packed('UTF-16, high byte first', utf16('utf16be')),
  packed('a byte order mark before each part', withMark(PARTS)),
  packed('no numbers of rows', edited([SHEET, /<row r="\d">/g, '<row>'])),
  packed('no names of cells', edited([SHEET, /<c r="\w+"/g, '<c']), { isOdd: true }),
  packed('neither', edited([SHEET, /<(row|c) r="\w+"/g, '<$1']), { isOdd: true }),
  packed(
    'attributes in other quotes, order and spacing',
    edited([SHEET, /<c r="(\w+)" t="s">/g, "<c\n  t = 's'\n  r = '$1' >"]),
    { isOdd: true },
  ),
  packed(
    'comments and CDATA among the cells',
    edited(
      [SHEET, '<row r="2">', '<!-- <row r="2"><c r="A2"><v>0</v></c></row> --><row r="2">'],
      [SHEET, 'A2/100', '<![CDATA[A2/100]]>'],
      ['xl/sharedStrings.xml', '<t>ข้อ</t>', '<t><![CDATA[ข้]]>&#xE2D;</t>'],
    ),
    { isOdd: true },
  ),
  packed(
    'parts in folders of any name',
    renamed(
      edited(
        [LINKS, 'worksheets/sheet1.xml', encodeURI('แผ่นงาน/คะแนน ๑.xml')],
        ['[Content_Types].xml', `/${SHEET}`, encodeURI(`/${THAI_SHEET}`)],
      ),
      { [SHEET]: THAI_SHEET, [SHEET_LINKS]: 'xl/แผ่นงาน/_rels/คะแนน ๑.xml.rels' },
    ),
    { changes: ['xl/styles.xml', 'xl/workbook.xml', THAI_SHEET], isOdd: true },
  ),
];

const LEAST = workbookParts({
  sheets: [{ name: 'S', xml: '<sheetData><row><c><v>7</v></c></row></sheetData>' }],
});

/** A sheet with nothing but a cell: no styles, no texts, no dimension. */
export const BARE: Producer = {
  name: 'the least that is a workbook',
  bytes: zipParts(LEAST),
  parts: LEAST,
  sheets: [{ name: 'S', cells: { A1: [7] } }],
  changes: ['+xl/styles.xml', '[Content_Types].xml', LINKS, 'xl/workbook.xml', SHEET],
};
