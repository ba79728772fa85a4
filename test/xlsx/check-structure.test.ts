import { structureProblems } from './check-structure';
import { MAIN, makeWorkbook, STYLES, workbookParts, type TestWorkbook } from './workbooks';
import { zipParts } from './zip-parts';

const cells = (more = ''): string =>
  `<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>a</t></is></c><c r="B1" s="3"><f>1</f></c>${more}</row></sheetData>`;
const table = (ref: string, name = 'a'): string =>
  `<table xmlns="${MAIN}" id="1" displayName="T" ref="${ref}"><tableColumns count="1"><tableColumn id="1" name="${name}"/></tableColumns></table>`;
const sound: TestWorkbook = {
  sheets: [{ name: 'S', xml: cells() }],
  styles: STYLES,
  calcChain: '<c r="B1" i="1"/>',
  tables: { 0: [table('A1:A2')] },
};
const withSheet = (xml: string): TestWorkbook => ({ ...sound, sheets: [{ name: 'S', xml }] });

test('finds nothing in a sound file', () => {
  expect(structureProblems(makeWorkbook(sound))).toEqual([]);
});

test.each<[string, TestWorkbook]>([
  ['elements out of order', withSheet(`${cells()}<cols><col min="1" max="1"/></cols>`)],
  ['cells out of order', withSheet(cells('<c r="A1"/>'))],
  ['style 9 out of range', withSheet(cells('<c r="C1" s="9"/>'))],
  [
    'dxf out of range',
    withSheet(
      `${cells()}<conditionalFormatting sqref="A1"><cfRule dxfId="0" priority="1"/></conditionalFormatting>`,
    ),
  ],
  [
    'merged areas overlap',
    withSheet(`${cells()}<mergeCells><mergeCell ref="A1:B2"/><mergeCell ref="B2:C3"/></mergeCells>`),
  ],
  [
    'mergeCells counts wrong',
    withSheet(`${cells()}<mergeCells count="2"><mergeCell ref="A1:B2"/></mergeCells>`),
  ],
  ['columns overlap', withSheet(`<cols><col min="1" max="2"/><col min="2" max="2"/></cols>${cells()}`)],
  ['closes nothing', withSheet(`${cells()}<a>`)],
  ['characters that XML does not allow', withSheet(`${cells()}<a b="&nbsp;"/>`)],
  ['headers ["a"], columns ["b"]', { ...sound, tables: { 0: [table('A1:A2', 'b')] } }],
  [
    'two tables with id 1',
    { ...sound, tables: { 0: [table('A1:A2'), table('A1:A2').replace('"T"', '"U"')] } },
  ],
  ['two tables or names t', { ...sound, names: '<definedName name="T">1</definedName>' }],
  ['no such sheet', { ...sound, names: '<definedName name="a" localSheetId="1">1</definedName>' }],
  ['calcChain: 1 A1 holds no formula', { ...sound, calcChain: '<c r="A1" i="1"/>' }],
  ['no content type', { ...sound, extra: { 'xl/odd.bin': 'x' } }],
  ['fontId out of range', { ...sound, styles: STYLES.replace('fontId="1"', 'fontId="2"') }],
  ['cellXfs counts wrong', { ...sound, styles: STYLES.replace('cellXfs count="4"', 'cellXfs count="5"') }],
])('finds %s', (problem, book) => {
  expect(structureProblems(makeWorkbook(book)).join('\n')).toContain(problem);
});

test('finds links that lead nowhere', () => {
  const parts = workbookParts(sound);
  const others = Object.fromEntries(
    Object.entries(parts).filter(([name]) => name !== 'xl/tables/table1.xml'),
  );
  const problems = structureProblems(zipParts(others)).join('\n');
  expect(problems).toContain('no part xl/tables/table1.xml');
  expect(problems).toContain('content type of a part that is not there');
  const unlinked = String(parts['xl/workbook.xml']).replace('r:id="rId1"', 'r:id="rId9"');
  expect(structureProblems(zipParts({ ...parts, 'xl/workbook.xml': unlinked })).join('\n')).toContain(
    'no relationship rId9',
  );
});
