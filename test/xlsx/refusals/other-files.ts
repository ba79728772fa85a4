import { zipParts, type Parts } from '../zip-parts';
import { partsWith, ROOT_LINKS, WORKBOOK, type Kind } from './kind';

const SECTOR = 512;
const ENTRY = 128;

/** A compound file as far as anyone looks: its header, and a directory that names the streams. */
const compoundFile = (streams: readonly string[], before = 1): Uint8Array => {
  const bytes = new Uint8Array(SECTOR * (before + 1 + Math.ceil((streams.length + 1) / 4)));
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  ['Root Entry', ...streams].forEach((name, i) => {
    const at = SECTOR * (before + 1) + ENTRY * i;
    bytes.set(Buffer.from(name, 'utf16le'), at);
    bytes[at + 64] = 2 * name.length + 2;
  });
  return bytes;
};

/** A compound file in whose text a word stands that is also the name of a stream. */
const documentAbout = (word: string): Uint8Array => {
  const bytes = compoundFile(['WordDocument', '1Table']);
  bytes.set(Buffer.from(word, 'utf16le'), SECTOR + 2);
  return bytes;
};

const text = (content: string): Uint8Array => new TextEncoder().encode(content);
const begin = (...bytes: readonly number[]): Uint8Array =>
  Uint8Array.from([...bytes, ...new Uint8Array(600)]);

const office = (main: string, content: string): Parts => ({
  '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
  '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="${main}"/></Relationships>`,
  [main]: content,
});

const openDocument = (kind: string): Uint8Array =>
  zipParts(
    { mimetype: `application/vnd.oasis.opendocument.${kind}`, 'content.xml': '<office:document-content/>' },
    0,
  );

/** Files that bear the ending of a workbook and are something else. */
export const OTHER_FILES: readonly Kind[] = [
  { name: 'nothing', bytes: new Uint8Array(), code: 'emptyFile' },
  {
    name: 'encrypted workbook',
    bytes: compoundFile(['\u0006DataSpaces', 'EncryptionInfo', 'EncryptedPackage']),
    code: 'encrypted',
  },
  {
    name: 'encrypted workbook whose directory stands far behind',
    bytes: compoundFile(['EncryptionInfo', 'EncryptedPackage'], 300),
    code: 'encrypted',
  },
  { name: '.xls of Excel 97', bytes: compoundFile(['Workbook', '\u0005SummaryInformation']), code: 'oldXls' },
  { name: '.xls of Excel 95', bytes: compoundFile(['Book']), code: 'oldXls' },
  { name: '.xls of Excel 4', bytes: begin(0x09, 0x04, 0x06, 0x00), code: 'oldXls' },
  { name: '.xls of Excel 3', bytes: begin(0x09, 0x02, 0x06, 0x00), code: 'oldXls' },
  { name: '.xls of Excel 2', bytes: begin(0x09, 0x00, 0x04, 0x00), code: 'oldXls' },
  { name: '.doc', bytes: documentAbout('Letter'), code: 'notWorkbook' },
  { name: '.doc about workbooks', bytes: documentAbout('Workbook'), code: 'notWorkbook' },
  {
    name: '.doc with a workbook in it',
    bytes: compoundFile(['WordDocument', 'ObjectPool', 'Workbook']),
    code: 'notWorkbook',
  },
  { name: '.ppt', bytes: compoundFile(['PowerPoint Document', 'Current User']), code: 'notWorkbook' },
  { name: '.msg', bytes: compoundFile(['__nameid_version1.0']), code: 'notWorkbook' },
  { name: '.ods', bytes: openDocument('spreadsheet'), code: 'ods' },
  { name: '.ots', bytes: openDocument('spreadsheet-template'), code: 'ods' },
  { name: '.odt', bytes: openDocument('text'), code: 'notWorkbook' },
  {
    name: '.fods',
    bytes: text(
      '<?xml version="1.0"?><office:document office:mimetype="application/vnd.oasis.opendocument.spreadsheet"/>',
    ),
    code: 'ods',
  },
  { name: '.xlsb', bytes: zipParts(office('xl/workbook.bin', 'x')), code: 'xlsb' },
  {
    name: '.docx',
    bytes: zipParts(office('word/document.xml', '<w:document xmlns:w="w"><w:body/></w:document>')),
    code: 'notWorkbook',
  },
  {
    name: '.pptx',
    bytes: zipParts(office('ppt/presentation.xml', '<p:presentation xmlns:p="p"/>')),
    code: 'notWorkbook',
  },
  { name: '.zip of pictures', bytes: zipParts({ 'a/1.png': 'x', 'a/2.png': 'y' }), code: 'notWorkbook' },
  { name: '.zip with nothing in it', bytes: zipParts({}), code: 'notWorkbook' },
  { name: '.csv', bytes: text('ที่,ตัวชี้วัด,คะแนน\r\n1,การใช้อำนาจ,94\r\n'), code: 'notZip' },
  {
    name: '.txt of Excel in UTF-16',
    bytes: new Uint8Array(Buffer.from('\uFEFFที่\tคะแนน\r\n', 'utf16le')),
    code: 'notZip',
  },
  {
    name: '.html',
    bytes: text('<html><body><table><tr><td>94</td></tr></table></body></html>'),
    code: 'notZip',
  },
  {
    name: '.xml of Excel 2003',
    bytes: text('<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>'),
    code: 'notZip',
  },
  { name: '.json', bytes: text('{"url":"https://example.org"}'), code: 'notZip' },
  { name: 'zeros of a download that failed', bytes: new Uint8Array(4096), code: 'emptyFile' },
  { name: '.pdf', bytes: text('%PDF-1.7\n1 0 obj'), code: 'notWorkbook' },
  { name: '.png', bytes: begin(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a), code: 'notWorkbook' },
  { name: '.jpg', bytes: begin(0xff, 0xd8, 0xff, 0xe0), code: 'notWorkbook' },
  { name: '.rar', bytes: begin(0x52, 0x61, 0x72, 0x21, 0x1a, 0x07), code: 'notWorkbook' },
  {
    name: 'a workbook part that is no workbook',
    bytes: zipParts(partsWith({ [WORKBOOK]: '<worksheet/>' })),
    code: 'notWorkbook',
  },
  {
    name: 'no content types',
    bytes: zipParts(partsWith({ '[Content_Types].xml': null })),
    code: 'notWorkbook',
  },
  {
    name: 'a package that leads to nothing',
    bytes: zipParts(
      partsWith({
        [ROOT_LINKS]: '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>',
      }),
    ),
    code: 'notWorkbook',
  },
];
