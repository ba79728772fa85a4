import { cellAt, type CellValue } from '../../src/core/snapshot';
import { sheetOf, snapshotOf } from './plans';
import { MAIN, makeWorkbook } from './workbooks';

const data = (rows: string): string => `<sheetData>${rows}</sheetData>`;

/** What one cell of a sheet shows. */
const valueOf = (xml: string): CellValue | undefined => {
  const bytes = makeWorkbook({
    sheets: [{ name: 'S', xml: data(`<row r="1">${xml}</row>`) }],
    strings: ['<t>one</t>', '<t/>'],
  });
  return sheetOf(bytes, 'S').rows[0]?.[0]?.value;
};

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

/** What the formula of A1 reads in B3, where it is shared. */
const sharedIn = (formula: string): string | null | undefined => {
  const xml = data(
    `<row r="1"><c r="A1"><f t="shared" ref="A1:B3" si="4">${formula}</f><v>1</v></c></row><row r="3"><c r="B3"><f t="shared" si="4"/><v>2</v></c></row>`,
  );
  return sheetOf(makeWorkbook({ sheets: [{ name: 'S', xml }] }), 'S').rows[2]?.[1]?.formula;
};

test.each([
  ['moves what is not fixed', 'C1+$C1+C$1+$C$1', 'D3+$C3+D$1+$C$1'],
  [
    'moves ranges, whole columns and whole rows',
    'SUM(A1:B2,$C:$D,E:E,1:3,$2:2)',
    'SUM(B3:C4,$C:$D,F:F,3:5,$2:4)',
  ],
  ['leaves functions, numbers and texts', 'LOG10(A1)*10&amp;"A1"&amp;1.5E3', 'LOG10(B3)*10&"A1"&1.5E3'],
  ['leaves names of sheets, moves their cells', "'A1 x'!B2+ข้อมูล!A1+Q1!B2", "'A1 x'!C4+ข้อมูล!B3+Q1!C4"],
  [
    'leaves columns of tables and other workbooks',
    'T1[[#This Row],[A1]]+[1]S!A1',
    'T1[[#This Row],[A1]]+[1]S!B3',
  ],
  ['leaves names', 'คะแนนA1+A1.5+A_1+XFE1+A0', 'คะแนนA1+A1.5+A_1+XFE1+A0'],
  ['moves one end of a range', 'A1:INDEX(B:B,2)', 'B3:INDEX(C:C,2)'],
  ['finds nothing beyond the last cell', 'A1048576+XFD1', '#REF!+#REF!'],
])('a shared formula %s', (_, formula, expected) => {
  expect(sharedIn(formula)).toBe(expected);
});

test('a shared formula whose first cell is gone is still a formula', () => {
  const xml = data('<row r="1"><c r="A1"><f t="shared" si="0"/><v>2</v></c></row>');
  expect(sheetOf(makeWorkbook({ sheets: [{ name: 'S', xml }] }), 'S').rows[0]?.[0]).toEqual({
    value: 2,
    formula: '',
    format: 'General',
  });
});

test('a group of shared formulas may begin anew', () => {
  const cell = (name: string, formula: string): string => `<c r="${name}"><f t="shared" si="0"${formula}</c>`;
  const xml = data(
    `<row r="1">${cell('A1', '>Z1</f>')}${cell('B1', '/>')}</row><row r="2">${cell('A2', '>Y1</f>')}${cell('B2', '/>')}</row>`,
  );
  const { rows } = sheetOf(makeWorkbook({ sheets: [{ name: 'S', xml }] }), 'S');
  expect(rows.map((row) => row?.map((shown) => shown?.formula))).toEqual([
    ['Z1', 'AA1'],
    ['Y1', 'Z1'],
  ]);
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

test('passes over names that are limited to a sheet that is gone', () => {
  const names = '<definedName name="a" localSheetId="7">1</definedName><definedName name="b">2</definedName>';
  const bytes = makeWorkbook({ sheets: [{ name: 'S', xml: data('') }], names });
  expect(snapshotOf(bytes).names).toEqual([{ name: 'b', refersTo: '2', scope: null }]);
});
