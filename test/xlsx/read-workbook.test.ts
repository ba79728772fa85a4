import { cellAt, type CellValue } from '../../src/core/snapshot';
import { openWorkbook } from '../../src/xlsx/open-workbook';
import { structureProblems } from './check-structure';
import { sheetOf, snapshotOf } from './plans';
import { MAIN, makeWorkbook, prefixed, RELATIONSHIPS, STYLES, workbookParts } from './workbooks';
import { withDescriptors, zipParts } from './zip-parts';

const data = (rows: string): string => `<sheetData>${rows}</sheetData>`;

const excelLike = {
  sheets: [
    {
      name: 'คะแนน',
      xml:
        '<sheetViews><sheetView workbookViewId="0"/></sheetViews>' +
        data(
          '<row r="1" spans="1:3"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>' +
            '<row r="3" hidden="1"><c r="A3" s="1"><v>98.5</v></c><c r="B3" s="2"><v>0.5</v></c><c r="C3"><f>A3*2</f><v>197</v></c></row>' +
            '<row r="4"/>',
        ) +
        '<mergeCells count="1"><mergeCell ref="A5:B6"/></mergeCells>',
    },
    { name: 'ซ่อน', state: 'veryHidden', xml: `${data('')}<!-- no rows -->` },
  ],
  strings: [
    '<t>รวม</t>',
    '<r><t xml:space="preserve">น้ำ </t></r><r><rPr><b/></rPr><t>ใส</t></r><rPh sb="0" eb="1"><t>x</t></rPh>',
  ],
  styles: STYLES,
  names:
    '<definedName name="_xlnm.Print_Area" localSheetId="1">ซ่อน!$A$1</definedName><definedName name="ค่า">"ก&amp;ข"</definedName>',
};

/** What one cell of a sheet shows. */
const valueOf = (xml: string): CellValue | undefined => {
  const bytes = makeWorkbook({
    sheets: [{ name: 'S', xml: data(`<row r="1">${xml}</row>`) }],
    strings: ['<t>one</t>', '<t/>'],
  });
  return sheetOf(bytes, 'S').rows[0]?.[0]?.value;
};

describe.each([
  ['Excel', zipParts(workbookParts(excelLike))],
  ['a producer that stores', zipParts(workbookParts(excelLike), 0)],
  ['a producer that streams', withDescriptors(zipParts(workbookParts(excelLike)))],
  ['a producer with prefixes', zipParts(prefixed(workbookParts(excelLike)))],
])('a workbook of %s', (_, bytes) => {
  test('is sound', () => {
    expect(structureProblems(bytes)).toEqual([]);
  });

  test('shows its cells', () => {
    const sheet = sheetOf(bytes, 'คะแนน');
    expect(sheet.rows[0]).toEqual([
      { value: 'รวม', formula: null, format: 'General' },
      { value: 'น้ำ ใส', formula: null, format: 'General' },
    ]);
    expect(1 in sheet.rows).toBe(false);
    expect(sheet.rows[2]).toEqual([
      { value: 98.5, formula: null, format: '0.00' },
      { value: 0.5, formula: null, format: '0.00%' },
      { value: 197, formula: 'A3*2', format: 'General' },
    ]);
    expect(sheet.rows).toHaveLength(3);
  });

  test('shows its structure', () => {
    const { sheets, names } = snapshotOf(bytes);
    expect(sheets.map(({ name, visibility }) => [name, visibility])).toEqual([
      ['คะแนน', 'visible'],
      ['ซ่อน', 'veryHidden'],
    ]);
    expect(sheets[0]?.merges).toEqual([{ top: 4, left: 0, bottom: 5, right: 1 }]);
    expect(sheets[0]?.hiddenRows).toEqual(new Set([2]));
    expect(names).toEqual([
      { name: '_xlnm.Print_Area', refersTo: 'ซ่อน!$A$1', scope: 'ซ่อน' },
      { name: 'ค่า', refersTo: '"ก&ข"', scope: null },
    ]);
  });
});

test.each<[string, string, CellValue | undefined]>([
  ['shared string', '<c r="A1" t="s"><v>0</v></c>', 'one'],
  ['empty shared string', '<c r="A1" t="s"><v>1</v></c>', undefined],
  ['inline string', '<c r="A1" t="inlineStr"><is><t xml:space="preserve"> a &lt; b </t></is></c>', ' a < b '],
  ['inline runs', '<c r="A1" t="inlineStr"><is><r><t>a</t></r><r><t>b</t></r></is></c>', 'ab'],
  ['CDATA', '<c r="A1" t="inlineStr"><is><t><![CDATA[a</c><b>]]></t></is></c>', 'a</c><b>'],
  ['a comment', '<!-- <c r="A1"><v>5</v></c> --><c r="A1"><v>6</v></c>', 6],
  ['escaped characters', '<c r="A1" t="inlineStr"><is><t>_x005F_x0041__x000D_</t></is></c>', '_x0041_\r'],
  ['text result', '<c r="A1" t="str"><f>B1</f><v>x</v></c>', 'x'],
  ['empty text result', '<c r="A1" t="str"><f>B1</f><v></v></c>', ''],
  ['boolean', '<c r="A1" t="b"><v>1</v></c>', true],
  ['error', '<c r="A1" t="e"><v>#DIV/0!</v></c>', { error: '#DIV/0!' }],
  ['number', '<c r="A1" t="n"><v>1.5E-3</v></c>', 0.0015],
  ['ISO date', '<c r="A1" t="d"><v>2024-01-01T12:00:00</v></c>', 45292.5],
  ['empty value', '<c r="A1"><v></v></c>', undefined],
  ['self-closed value', '<c r="A1"><v/></c>', undefined],
  ['only a style', '<c r="A1" s="1"/>', undefined],
  ['no reference', '<c><v>7</v></c>', 7],
  ['single quotes', "<c t='b' r='A1'><v>0</v></c>", false],
  ['spaced attributes', '<c\n r = "A1"\n t = "b"><v>0</v></c>', false],
  ['no number', '<c r="A1"><v>abc</v></c>', 'abc'],
])('reads a cell with %s', (_, xml, expected) => {
  expect(valueOf(xml)).toEqual(expected);
});

test('places rows and cells without reference after the one before', () => {
  const xml = data(
    '<row><c><v>1</v></c><c r="C1"><v>2</v></c><c><v>3</v></c></row><row r="4"/><row><c><v>4</v></c></row>',
  );
  const sheet = sheetOf(makeWorkbook({ sheets: [{ name: 'S', xml }] }), 'S');
  expect([0, 2, 3].map((column) => cellAt(sheet, { row: 0, column })?.value)).toEqual([1, 2, 3]);
  expect(cellAt(sheet, { row: 4, column: 0 })?.value).toBe(4);
});

test('gives shared formulas their text only in the first cell', () => {
  const xml = data(
    '<row r="1"><c r="A1"><f t="shared" ref="A1:A2" si="0">B1+1</f><v>1</v></c></row><row r="2"><c r="A2"><f t="shared" si="0"/><v>2</v></c></row>',
  );
  const sheet = sheetOf(makeWorkbook({ sheets: [{ name: 'S', xml }] }), 'S');
  expect(sheet.rows.map((row) => row?.[0]?.formula)).toEqual(['B1+1', '']);
});

test('reads native tables and protection', () => {
  const table = `<table xmlns="${MAIN}" id="1" name="t" displayName="ตาราง" ref="A1:B3"><tableColumns count="2"><tableColumn id="1" name="บรรทัด_x000a_สอง"/><tableColumn id="2" name="b"/></tableColumns></table>`;
  const bytes = makeWorkbook({
    sheets: [{ name: 'S', xml: `${data('')}<sheetProtection sheet="1"/>` }],
    tables: { 0: [table] },
  });
  const sheet = sheetOf(bytes, 'S');
  expect(sheet.isProtected).toBe(true);
  expect(sheet.tables).toEqual([
    { name: 'ตาราง', range: { top: 0, left: 0, bottom: 2, right: 1 }, columns: ['บรรทัด\nสอง', 'b'] },
  ]);
});

test('reads the strict flavour, odd part names and chart sheets', () => {
  const parts = workbookParts({
    sheets: [
      { name: 'S', xml: data('<row r="1"><c r="A1"><v>1</v></c></row>') },
      { name: 'C', xml: '' },
    ],
  });
  const strict = Object.fromEntries(
    Object.entries(parts).map(([name, content]) => [
      name.replace('sheet1', 'แผ่น งาน'),
      String(content)
        .replaceAll('sheet1.xml', '%E0%B9%81%E0%B8%9C%E0%B9%88%E0%B8%99%20%E0%B8%87%E0%B8%B2%E0%B8%99.xml')
        .replaceAll('/worksheet" Target="worksheets/sheet2', '/chartsheet" Target="worksheets/sheet2')
        .replaceAll(MAIN, 'http://purl.oclc.org/ooxml/spreadsheetml/main')
        .replaceAll(RELATIONSHIPS, 'http://purl.oclc.org/ooxml/officeDocument/relationships'),
    ]),
  );
  const { sheets } = snapshotOf(zipParts(strict));
  expect(sheets.map(({ name, rows }) => [name, rows[0]?.[0]?.value])).toEqual([['S', 1]]);
});

test('reads parts in UTF-16', () => {
  const parts = workbookParts({
    sheets: [{ name: 'S', xml: data('<row r="1"><c r="A1" t="inlineStr"><is><t>ก้</t></is></c></row>') }],
  });
  const text = `\uFEFF${String(parts['xl/worksheets/sheet1.xml']).replace('UTF-8', 'UTF-16')}`;
  const utf16 = new Uint8Array(Buffer.from(text, 'utf16le'));
  expect(sheetOf(zipParts({ ...parts, 'xl/worksheets/sheet1.xml': utf16 }), 'S').rows[0]?.[0]?.value).toBe(
    'ก้',
  );
});

const ole = (name: string): Uint8Array =>
  new Uint8Array([
    0xd0,
    0xcf,
    0x11,
    0xe0,
    0xa1,
    0xb1,
    0x1a,
    0xe1,
    ...new Uint8Array(600),
    ...Buffer.from(name, 'utf16le'),
    0,
    0,
  ]);
const plainParts = workbookParts({ sheets: [{ name: 'S', xml: data('') }] });
const without = (name: string): Uint8Array =>
  zipParts(Object.fromEntries(Object.entries(plainParts).filter(([other]) => other !== name)));
const withSheet = (xml: string): Uint8Array => makeWorkbook({ sheets: [{ name: 'S', xml }] });

test.each<[string, Uint8Array, string]>([
  ['nothing', new Uint8Array(), 'emptyFile'],
  ['a text', new TextEncoder().encode('a,b\n1,2'), 'notZip'],
  ['an encrypted workbook', ole('EncryptedPackage'), 'encrypted'],
  ['an old workbook', ole('Workbook'), 'oldXls'],
  ['an old document', ole('WordDocument'), 'notWorkbook'],
  ['another archive', zipParts({ 'a.txt': 'a' }), 'notWorkbook'],
  ['a document', zipParts({ ...plainParts, 'xl/workbook.xml': '<w:document xmlns:w="w"/>' }), 'notWorkbook'],
  ['no content types', without('[Content_Types].xml'), 'notWorkbook'],
  ['a missing sheet', without('xl/worksheets/sheet1.xml'), 'damaged'],
  ['a missing workbook part', without('xl/workbook.xml'), 'damaged'],
  ['an open row', withSheet('<sheetData><row r="1"></sheetData>'), 'damaged'],
  ['an open cell', withSheet(data('<row r="1"><c r="A1"><v>1</v></row>')), 'damaged'],
  ['no cells', withSheet('<cols/>'), 'damaged'],
  ['a cell of another row', withSheet(data('<row r="1"><c r="A2"><v>1</v></c></row>')), 'damaged'],
  ['a row beyond the last', withSheet(data('<row r="1048577"/>')), 'sheetTooLarge'],
  ['a column beyond the last', withSheet(data('<row r="1"><c r="XFE1"/></row>')), 'sheetTooLarge'],
  ['a text that is not there', withSheet(data('<row r="1"><c r="A1" t="s"><v>0</v></c></row>')), 'damaged'],
  [
    'a document type',
    zipParts({ ...plainParts, 'xl/workbook.xml': `<!DOCTYPE a [<!ENTITY b "c">]><workbook/>` }),
    'unsafe',
  ],
])('refuses %s', (_, bytes, code) => {
  const result = openWorkbook(bytes);
  expect(result.ok ? 'ok' : result.error.code).toBe(code);
});
