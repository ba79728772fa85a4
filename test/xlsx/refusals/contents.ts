import { zipParts } from '../zip-parts';
import { byEdit, LINKS, partsWith, ROOT_LINKS, SHEET, WORKBOOK, type Kind } from './kind';

const STRINGS = 'xl/sharedStrings.xml';
const STYLES = 'xl/styles.xml';
const TABLE = 'xl/tables/table1.xml';
const SHEET_LINKS = 'xl/worksheets/_rels/sheet1.xml.rels';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const ENTITY = '<!DOCTYPE a [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;">]>';

const link = (kind: string, target: string, more = ''): string =>
  `<Relationship Id="rId90" Type="${OFFICE}/${kind}" Target="${target}"${more}/></Relationships>`;

/** A kind in which the workbook leads to something more. */
const byLink = (name: string, code: Kind['code'], kind: string, target: string, names: string): Kind =>
  byEdit(name, code, [LINKS, '</Relationships>', link(kind, target)], names);

/** A kind with a last row of other cells; the place is what the sentence must name. */
const byRow = (name: string, code: Kind['code'], row: string, place: string): Kind =>
  byEdit(name, code, [SHEET, '</sheetData>', `${row}</sheetData>`], place);

const byParts = (
  name: string,
  code: Kind['code'],
  changes: Parameters<typeof partsWith>[0],
  names: string,
): Kind => ({ name, code, bytes: zipParts(partsWith(changes)), names });

const linkedTo = (part: string, kind: string, content: string): Record<string, string> => ({
  [part]: content,
  [SHEET_LINKS]: `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${link(kind, `/${part}`)}`,
});

/** Packages whose parts are missing, lead astray, or cannot be followed. */
const PACKAGES: readonly Kind[] = [
  byParts('no links of the package', 'damaged', { [ROOT_LINKS]: null }, ROOT_LINKS),
  byParts('no workbook part', 'damaged', { [WORKBOOK]: null }, WORKBOOK),
  byParts('no links of the workbook', 'damaged', { [LINKS]: null }, WORKBOOK),
  byParts('no sheet part', 'damaged', { [SHEET]: null }, SHEET),
  byLink('no part of texts', 'damaged', 'sharedStrings', 'sharedStrings.xml', STRINGS),
  byEdit('no part of styles', 'damaged', [LINKS, '"styles.xml"', '"other.xml"'], 'xl/other.xml'),
  byParts(
    'no part of a table',
    'damaged',
    linkedTo('xl/tables/other.xml', 'table', ''),
    'xl/tables/other.xml',
  ),
  byParts('a table without cells', 'damaged', linkedTo(TABLE, 'table', `<table xmlns="${MAIN}"/>`), TABLE),
  byParts('a table that is a sheet', 'damaged', linkedTo(TABLE, 'table', '<worksheet/>'), TABLE),
  byEdit('a sheet that no link knows', 'damaged', [WORKBOOK, 'r:id="rId1"', 'r:id="rId77"']),
  byEdit('a sheet without a name', 'damaged', [WORKBOOK, / name="[^"]*"/, '']),
  byEdit('a sheet without a number', 'damaged', [WORKBOOK, 'sheetId="1"', '']),
  byEdit('no sheets', 'damaged', [WORKBOOK, /<sheet .*?\/>/, '']),
  byEdit('no list of sheets', 'damaged', [WORKBOOK, /<sheets>.*<\/sheets>/, '']),
  byEdit('two sheets of one part', 'damaged', [
    WORKBOOK,
    '</sheets>',
    '<sheet name="สอง" sheetId="9" r:id="rId1"/></sheets>',
  ]),
  byEdit('two sheets of one name', 'damaged', [WORKBOOK, /(<sheet .*?\/>)/, '$1$1']),
  byEdit(
    'a sheet that is the workbook',
    'damaged',
    [LINKS, 'worksheets/sheet1.xml', 'workbook.xml'],
    WORKBOOK,
  ),
  byEdit(
    'a sheet that is a list of links',
    'damaged',
    [LINKS, 'worksheets/sheet1.xml', '../_rels/.rels'],
    ROOT_LINKS,
  ),
  byEdit('a workbook that is its own links', 'notWorkbook', [ROOT_LINKS, 'xl/workbook.xml', LINKS], ''),
  byLink('texts that are a sheet', 'damaged', 'sharedStrings', 'worksheets/sheet1.xml', SHEET),
  byEdit('styles that are a sheet', 'damaged', [LINKS, '"styles.xml"', '"worksheets/sheet1.xml"'], SHEET),
  byLink('a link that climbs', 'unsafe', 'theme', '../../../etc/passwd', LINKS),
  byLink('a link to a drive', 'unsafe', 'theme', 'C:\\theme.xml', LINKS),
  byLink('a link to a server as if inside', 'unsafe', 'theme', 'https://example.org/theme.xml', LINKS),
  byEdit(
    'a workbook elsewhere',
    'unsafe',
    [ROOT_LINKS, /Target="[^"]*"/, 'Target="https://example.org/a.xml" TargetMode="External"'],
    ROOT_LINKS,
  ),
  byEdit(
    'a sheet elsewhere',
    'unsafe',
    [LINKS, 'Target="worksheets/sheet1.xml"', 'Target="https://example.org/a.xml" TargetMode="External"'],
    WORKBOOK,
  ),
];

/** Markup that no reader may follow, or that is broken. */
const MARKUP: readonly Kind[] = [
  byEdit('entities in the workbook', 'unsafe', [WORKBOOK, '<workbook', `${ENTITY}<workbook`]),
  byEdit('entities in the links', 'unsafe', [LINKS, '<Relationships', `${ENTITY}<Relationships`]),
  byEdit('entities in a sheet', 'unsafe', [SHEET, '<worksheet', `${ENTITY}<worksheet`]),
  byEdit('entities among the cells', 'unsafe', [SHEET, '</sheetData>', `${ENTITY}</sheetData>`]),
  byEdit('entities in the styles', 'unsafe', [STYLES, '<styleSheet', `${ENTITY}<styleSheet`]),
  byEdit('a document type elsewhere', 'unsafe', [
    WORKBOOK,
    '<workbook',
    '<!DOCTYPE workbook SYSTEM "https://example.org/a.dtd"><workbook',
  ]),
  byEdit('nesting without end', 'unsafe', [
    WORKBOOK,
    '</workbook>',
    `${'<a>'.repeat(600)}${'</a>'.repeat(600)}</workbook>`,
  ]),
  byEdit('an element that is not closed', 'damaged', [WORKBOOK, '</sheets>', '']),
  byEdit('an element closed by another', 'damaged', [STYLES, '</fonts>', '</fills>']),
  byEdit('two roots', 'damaged', [WORKBOOK, '</workbook>', '</workbook><workbook/>']),
  byEdit('text behind the root', 'damaged', [WORKBOOK, '</workbook>', '</workbook>text']),
  byEdit('a comment that is not closed', 'damaged', [WORKBOOK, '<sheets>', '<!-- <sheets>']),
  byParts('nothing in a sheet', 'damaged', { [SHEET]: '' }, SHEET),
  byParts('no XML in a sheet', 'damaged', { [SHEET]: Uint8Array.of(0xff, 1, 2, 3) }, SHEET),
  byParts(
    'letters of another encoding',
    'damaged',
    { [WORKBOOK]: Uint8Array.of(0x3c, 0xa1, 0xa2, 0x3e) },
    WORKBOOK,
  ),
  byEdit('an encoding that packages do not have', 'damaged', [WORKBOOK, 'UTF-8', 'windows-874']),
];

const LONG = 'ก'.repeat(32_768);
const inline = (text: string): string => `<c t="inlineStr"><is><t>${text}</t></is></c>`;

/** Cells that are damaged, or beyond what Excel can hold. */
const CELLS: readonly Kind[] = [
  byRow('a row beyond the last', 'sheetTooLarge', '<row r="1048577"/>', 'คะแนน'),
  byRow('a row far beyond the last', 'sheetTooLarge', '<row r="999999999"/>', 'คะแนน'),
  byRow('rows without numbers beyond the last', 'sheetTooLarge', '<row r="1048576"/><row/>', 'คะแนน'),
  byRow('a column beyond the last', 'sheetTooLarge', '<row r="90"><c r="XFE90"/></row>', "'คะแนน'!90:90"),
  byRow(
    'a cell without a name beyond the last',
    'sheetTooLarge',
    '<row r="90"><c r="XFD90"/><c/></row>',
    "'คะแนน'!90:90",
  ),
  byRow(
    'a text that is too long',
    'sheetTooLarge',
    `<row r="90"><c r="B90"/>${inline(LONG)}</row>`,
    "'คะแนน'!C90",
  ),
  byParts(
    'a shared text that is too long',
    'sheetTooLarge',
    {
      [STRINGS]: `<sst xmlns="${MAIN}"><si><t>${LONG}</t></si></sst>`,
      [LINKS]: new TextDecoder()
        .decode(partsWith({})[LINKS] as Uint8Array)
        .replace('</Relationships>', link('sharedStrings', 'sharedStrings.xml')),
    },
    STRINGS,
  ),
  byRow(
    'a shared formula that is too long',
    'sheetTooLarge',
    `<row r="90"><c r="D90"><f t="shared" si="0">${'A1+'.repeat(6000)}1</f><v>1</v></c></row>`,
    "'คะแนน'!",
  ),
  byRow('a tag of a row that is not closed', 'damaged', '<row r="90 ><c r="A90"/></row>', 'คะแนน'),
  byRow(
    'a tag of a cell that is not closed',
    'damaged',
    '<row r="90"><c r="A90 ><v>1</v></c></row>',
    'คะแนน',
  ),
  byRow('a cell of another row', 'damaged', '<row r="90"><c r="A91"/></row>', "'คะแนน'!90:90"),
  byRow('a cell without a row', 'damaged', '<row r="90"><c r="A"/></row>', "'คะแนน'!90:90"),
  byRow('a cell without a column', 'damaged', '<row r="90"><c r="90"/></row>', "'คะแนน'!90:90"),
  byRow('a cell with a name of nothing', 'damaged', '<row r="90"><c r="#REF!"/></row>', "'คะแนน'!90:90"),
  byRow('row 0', 'damaged', '<row r="0"/>', 'คะแนน'),
  byRow('a row that is no number', 'damaged', '<row r="ninety"/>', 'คะแนน'),
  byRow(
    'a text that is not there',
    'damaged',
    '<row r="90"><c r="E90" t="s"><v>0</v></c></row>',
    "'คะแนน'!E90",
  ),
  byRow(
    'a text before the first',
    'damaged',
    '<row r="90"><c r="E90" t="s"><v>-1</v></c></row>',
    "'คะแนน'!E90",
  ),
  byRow(
    'a text without a number',
    'damaged',
    '<row r="90"><c r="E90" t="s"><v>x</v></c></row>',
    "'คะแนน'!E90",
  ),
  byRow('a value that is not closed', 'damaged', '<row r="90"><c r="F90"><v>1</c></row>', "'คะแนน'!F90"),
  byRow(
    'a text that is not closed',
    'damaged',
    '<row r="90"><c r="F90"><is><t>1</is></c></row>',
    "'คะแนน'!F90",
  ),
  byRow('a cell that is not closed', 'damaged', '<row r="90"><c r="G90"><v>1</v></row>', 'คะแนน'),
  byRow('a row that is not closed', 'damaged', '<row r="90"><c r="G90"/>', 'คะแนน'),
  byEdit('no cells', 'damaged', [SHEET, /<sheetData>.*<\/sheetData>/s, '']),
];

/** What cannot be written because the officer has locked it. */
const LOCKED: readonly Kind[] = [
  byEdit(
    'a workbook whose structure is protected',
    'protectedWorkbook',
    [WORKBOOK, '<sheets>', '<workbookProtection lockStructure="1"/><sheets>'],
    '',
  ),
  byEdit(
    'a workbook whose structure is protected by a password',
    'protectedWorkbook',
    [WORKBOOK, '<sheets>', '<workbookProtection workbookPassword="CC1A" lockStructure="true"/><sheets>'],
    '',
  ),
];

export const CONTENTS: readonly Kind[] = [...PACKAGES, ...MARKUP, ...CELLS, ...LOCKED];
