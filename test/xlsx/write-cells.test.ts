import fc from 'fast-check';
import type { PlannedCell } from '../../src/core/change-plan';
import { cellAt } from '../../src/core/snapshot';
import { applied, columnOf, opened, planFor, sheetOf } from './plans';
import { makeWorkbook, prefixed, STYLES, workbookParts, type TestWorkbook } from './workbooks';
import { rawFiles, rawZip } from './raw-zip';
import { partText, unzipParts, zipParts } from './zip-parts';

const data = (rows: string): string => `<sheetData>${rows}</sheetData>`;
const PART = 'xl/worksheets/sheet1.xml';

const book: TestWorkbook = {
  sheets: [
    {
      name: 'S',
      xml:
        '<dimension ref="A1:C3"/>' +
        data(
          '<row r="1" spans="1:3"><c r="A1" t="s"><v>0</v></c><c r="C1" s="2"><f>A3*2</f><v>4</v></c></row>' +
            '<row r="3"><c r="A3" s="1"><v>2</v></c><extLst><ext/></extLst></row>',
        ) +
        '<mergeCells count="1"><mergeCell ref="A5:B6"/></mergeCells>',
    },
    { name: 'อื่น', xml: data('<row r="1"><c r="A1"><f>1+1</f><v>2</v></c></row>') },
  ],
  strings: ['<t>หัวข้อ</t>'],
  styles: STYLES,
  calcChain: '<c r="C1" i="1"/><c r="A1" i="2"/>',
  extra: { 'xl/media/image1.png': new Uint8Array([1, 2, 3]), 'docProps/note.xml': '<a>  <b/> </a>' },
};
const bytes = makeWorkbook(book);

const cell = (
  row: number,
  column: number,
  value: PlannedCell['value'],
  more: Partial<PlannedCell> = {},
): PlannedCell => ({
  row,
  column,
  value,
  style: 'body',
  ...more,
});

/** Applies a plan and checks that applying it again changes nothing. */
const written = (
  source: Uint8Array,
  cells: readonly PlannedCell[],
  more: Parameters<typeof planFor>[1] = {},
): Uint8Array => {
  const plan = planFor('S', { ...more, cells });
  const out = applied(source, plan);
  expect(applied(out, plan)).toEqual(out);
  return out;
};

test.each([
  ['=1+1'],
  ['+66'],
  ['-'],
  ['@name'],
  ['a\tb'],
  ['บรรทัดแรก\nบรรทัดสอง'],
  [' lead and trail '],
  ['two  blanks'],
  ['_x0041_'],
  ['_x0041\u0001'],
  ['\r\n'],
  ['\u0000\u001f\ufffe'],
  ['😀 น้ำใจ ก็ ที่ ปั๊ม'],
  ['\ud83d'],
  ['<a href="x">&amp;</a>]]>'],
  ['ก'.repeat(32_767)],
])('the text %j comes back as it was', (text) => {
  const out = written(bytes, [cell(9, 0, text), cell(10, 0, text, { formula: '"x"' })]);
  const sheet = sheetOf(out, 'S');
  expect(cellAt(sheet, { row: 9, column: 0 })).toEqual({ value: text, formula: null, format: 'General' });
  expect(cellAt(sheet, { row: 10, column: 0 })).toEqual({ value: text, formula: '"x"', format: 'General' });
});

test('every text, number and truth comes back', () => {
  const value = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.boolean(),
  );
  fc.assert(
    fc.property(fc.array(value, { minLength: 1, maxLength: 20 }), (values) => {
      const sheet = sheetOf(applied(bytes, planFor('S', { cells: columnOf(values, 7) })), 'S');
      values.forEach((expected, row) => {
        const shown = cellAt(sheet, { row, column: 7 })?.value;
        expect(shown).toEqual(expected === '' ? undefined : Object.is(expected, -0) ? 0 : expected);
      });
    }),
    { numRuns: 150 },
  );
});

test('touches only the parts that it must', () => {
  const before = unzipParts(bytes);
  const after = unzipParts(written(bytes, [cell(0, 1, 'ใหม่')]));
  const changed = Object.keys(after).filter(
    (name) => !Buffer.from(after[name] ?? []).equals(Buffer.from(before[name] ?? [])),
  );
  expect(changed.sort()).toEqual(['xl/styles.xml', 'xl/workbook.xml', PART]);
  expect(Object.keys(after)).toEqual(Object.keys(before));
});

test('puts cells and rows where they belong and keeps what is around', () => {
  const out = written(bytes, [cell(0, 1, 1), cell(1, 0, true), cell(2, 1, 'x'), cell(8, 0, 0)]);
  const xml = partText(out, PART);
  expect(xml).toContain(
    '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="4"><v>1</v></c><c r="C1" s="2"><f>A3*2</f><v>4</v></c></row>',
  );
  expect(xml).toContain(
    '<row r="2"><c r="A2" s="4" t="b"><v>1</v></c></row><row r="3"><c r="A3" s="1"><v>2</v></c>',
  );
  expect(xml).toContain('<is><t>x</t></is></c><extLst><ext/></extLst></row>');
  expect(xml).toContain('<dimension ref="A1:C9"/>');
});

test('clears a cell and keeps its style; a formula leaves the calculation chain', () => {
  const out = written(bytes, [{ row: 0, column: 2, value: null }]);
  expect(partText(out, PART)).toContain('<c r="C1" s="2"/>');
  expect(partText(out, 'xl/calcChain.xml')).toContain('<c r="A1" i="2"/></calcChain>');
});

test('drops an empty calculation chain with everything that points to it', () => {
  const only = makeWorkbook({ ...book, calcChain: '<c r="C1" i="1"/>' });
  const out = written(only, [cell(0, 2, 5)]);
  expect(unzipParts(out)['xl/calcChain.xml']).toBeUndefined();
});

test('gives what follows a dropped entry of the chain its sheet', () => {
  const xml = data('<row r="1"><c r="A1"><f>1</f></c><c r="B1"><f>2</f></c></row>');
  const chained = makeWorkbook({ sheets: [{ name: 'S', xml }], calcChain: '<c r="A1" i="1"/><c r="B1"/>' });
  expect(partText(written(chained, [cell(0, 0, 1)]), 'xl/calcChain.xml')).toContain(
    '<c r="B1" i="1"/></calcChain>',
  );
});

test('a formula has its value', () => {
  const out = written(bytes, [
    cell(0, 3, 4.25, { formula: 'A3*2 & "<"' }),
    cell(0, 4, '', { formula: '""' }),
  ]);
  expect(cellAt(sheetOf(out, 'S'), { row: 0, column: 3 })).toEqual({
    value: 4.25,
    formula: 'A3*2 & "<"',
    format: 'General',
  });
  expect(cellAt(sheetOf(out, 'S'), { row: 0, column: 4 })?.value).toBe('');
});

test('a number that is none is a mistake of ours', () => {
  expect(() => opened(bytes).apply(planFor('S', { cells: [cell(0, 0, Number.NaN)] }))).toThrow();
});

const group = data(
  '<row r="1"><c r="A1"><f t="shared" ref="A1:A2" si="0">B1</f><v>1</v></c><c r="C1"><f t="array" ref="C1:C2">D1:D2</f><v>3</v></c></row>' +
    '<row r="2"><c r="A2"><f t="shared" si="0"/><v>2</v></c><c r="C2"><v>4</v></c></row>',
);

test.each<[string, string, PlannedCell, string, string]>([
  [
    'a cell under a merged area',
    `${data('')}<mergeCells><mergeCell ref="A1:B2"/></mergeCells>`,
    cell(1, 1, 1),
    'mergedCell',
    "'S'!B2",
  ],
  ['a part of an array formula', group, cell(1, 2, 9), 'arrayFormula', "'S'!C2"],
  ['the head of an array formula', group, cell(0, 2, 9), 'arrayFormula', "'S'!C1"],
  ['the head of a shared formula', group, cell(0, 0, 9), 'sharedFormula', "'S'!A1"],
  [
    'a cell that a dynamic array fills',
    data(
      '<row r="1"><c r="A1" cm="1"><f t="array" ref="A1:A3">SORT(D1:D3)</f><v>1</v></c></row><row r="3"><c r="A3"><v>3</v></c></row>',
    ),
    cell(2, 0, 9),
    'arrayFormula',
    "'S'!A3",
  ],
  [
    'a result of a what-if table',
    data(
      '<row r="2"><c r="B2"><f t="dataTable" ref="B2:C3" dt2D="1" dtr="1" r1="A9" r2="A8"/><v>1</v></c></row>',
    ),
    cell(2, 2, 9),
    'arrayFormula',
    "'S'!C3",
  ],
  ['a text that is too long', data(''), cell(0, 0, 'x'.repeat(32_768)), 'textTooLong', "'S'!A1"],
])('refuses %s', (_, xml, planned, code, name) => {
  const result = opened(makeWorkbook({ sheets: [{ name: 'S', xml }] })).apply(
    planFor('S', { cells: [planned] }),
  );
  expect(result).toEqual({ ok: false, error: { code, cell: name } });
});

test('refuses a protected sheet, and a new sheet in a protected workbook', () => {
  const locked = makeWorkbook({ sheets: [{ name: 'S', xml: `${data('')}<sheetProtection sheet="1"/>` }] });
  expect(opened(locked).apply(planFor('S', { cells: [cell(0, 0, 1)] }))).toMatchObject({
    error: { code: 'protectedSheet', sheet: 'S', cell: "'S'!A1" },
  });
  const closed = makeWorkbook({
    sheets: [{ name: 'S', xml: data('') }],
    workbookPr: '<workbookProtection lockStructure="1"/>',
  });
  expect(opened(closed).apply(planFor('T', {}))).toMatchObject({ error: { code: 'protectedWorkbook' } });
});

test('replaces a shared formula only as a whole', () => {
  const source = makeWorkbook({ sheets: [{ name: 'S', xml: group }] });
  expect(opened(source).apply(planFor('S', { cells: [cell(1, 0, 9)] }))).toMatchObject({
    error: { code: 'sharedFormula', cell: "'S'!A2" },
  });
  written(source, [cell(0, 0, 8), cell(1, 0, 9)]);
});

test('cells that the plan repeats may stand in groups', () => {
  const source = makeWorkbook({ sheets: [{ name: 'S', xml: group }] });
  written(source, [
    { row: 1, column: 2, value: 4 },
    { row: 0, column: 0, value: 1, formula: 'B1' },
  ]);
});

test('the own merged areas of the plan cover their cells', () => {
  const xml = `${data('')}<mergeCells count="2"><mergeCell ref="A1:A3"/><mergeCell ref="D1:D2"/></mergeCells>`;
  const merges = [{ top: 0, left: 0, bottom: 1, right: 1 }];
  const out = written(makeWorkbook({ sheets: [{ name: 'S', xml }] }), [cell(0, 0, 'a'), cell(1, 1, null)], {
    merges,
  });
  expect(partText(out, PART)).toContain(
    '<mergeCells count="2"><mergeCell ref="D1:D2"/><mergeCell ref="A1:B2"/></mergeCells>',
  );
});

test('an area of ours holds nothing but the plan', () => {
  const xml =
    data(
      '<row r="1"><c r="A1"><v>1</v></c><c r="B1" s="1"><v>2</v></c><c r="F1"><v>3</v></c></row>' +
        '<row r="2"><c r="A2" s="1"/><c r="B2"><f>1</f><v>1</v></c></row><row r="20"><c r="A20"><v>4</v></c></row>',
    ) +
    '<mergeCells count="2"><mergeCell ref="A3:A4"/><mergeCell ref="A20:B20"/></mergeCells>' +
    '<conditionalFormatting sqref="A1:A2"><cfRule type="duplicateValues" priority="1"/></conditionalFormatting>' +
    '<conditionalFormatting sqref="A20"><cfRule type="duplicateValues" priority="2"/></conditionalFormatting>' +
    '<hyperlinks><hyperlink ref="A2" location="x"/><hyperlink ref="F1" location="y"/></hyperlinks>';
  const source = makeWorkbook({
    sheets: [{ name: 'S', xml }],
    styles: STYLES,
    calcChain: '<c r="B2" i="1"/>',
  });
  const out = written(source, [cell(0, 0, 1)], { owned: { top: 0, left: 0, bottom: 9, right: 3 } });
  const sheet = partText(out, PART);
  expect(sheet).toContain('<c r="A1" s="4"><v>1</v></c><c r="B1"/><c r="F1"><v>3</v></c>');
  expect(sheet).toContain('<c r="A2"/><c r="B2"/></row><row r="20"><c r="A20"><v>4</v></c></row>');
  expect(sheet).toContain(
    '<mergeCells count="1"><mergeCell ref="A20:B20"/></mergeCells><conditionalFormatting sqref="A20">',
  );
  expect(sheet).toContain('<hyperlinks><hyperlink ref="F1" location="y"/></hyperlinks>');
});

test.each([
  ['prefixes', zipParts(prefixed(workbookParts(book)))],
  ['descriptors', rawZip(rawFiles(workbookParts(book), { descriptor: 'signed' }))],
  ['stored files', zipParts(workbookParts(book), 0)],
  ['no styles', makeWorkbook({ sheets: [{ name: 'S', xml: data('') }] })],
  ['no rows at all', makeWorkbook({ sheets: [{ name: 'S', xml: '<sheetData/>' }] })],
])('writes into a workbook with %s', (_, source) => {
  const out = written(source, columnOf(['a', 1, true, null, 'b']), {
    merges: [{ top: 7, left: 0, bottom: 7, right: 2 }],
  });
  expect(
    sheetOf(out, 'S')
      .rows.map((row) => row?.[0]?.value)
      .slice(0, 5),
  ).toEqual(['a', 1, true, undefined, 'b']);
  if (partText(source, 'xl/workbook.xml').includes('<x:workbook'))
    expect(partText(out, PART)).not.toMatch(/<[a-z]+[ >/]/i);
});
