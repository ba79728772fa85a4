import type { PlannedChart } from '../../src/core/change-plan';
import { structureProblems } from './check-structure';
import { applied, columnOf, planFor } from './plans';
import { MAIN, makeWorkbook, STYLES, workbookParts, type TestWorkbook } from './workbooks';
import { partText, unzipParts, zipParts } from './zip-parts';

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
  ['odd.png: nothing leads to it', { ...sound, extra: { 'xl/odd.png': 'x' } }],
  ['style 9 of a row or column', withSheet(`<cols><col min="1" max="1" style="9"/></cols>${cells()}`)],
  ['no shared text 3', withSheet(cells('<c r="C1" t="s"><v>3</v></c>'))],
  [
    'dataValidations counts wrong',
    withSheet(`${cells()}<dataValidations count="2"><dataValidation sqref="A1"/></dataValidations>`),
  ],
  [
    'dataValidation at A',
    withSheet(`${cells()}<dataValidations><dataValidation sqref="A1 A"/></dataValidations>`),
  ],
  [
    'iconSet with 2 limits',
    withSheet(
      `${cells()}<conditionalFormatting sqref="A1"><cfRule type="iconSet" priority="1"><iconSet><cfvo/><cfvo/></iconSet></cfRule></conditionalFormatting>`,
    ),
  ],
  [
    'errorTitle too long',
    withSheet(
      `${cells()}<dataValidations><dataValidation sqref="A1" errorTitle="${'x'.repeat(33)}"/></dataValidations>`,
    ),
  ],
  [
    'no number format 164',
    { ...sound, styles: STYLES.replace('numFmtId="164" formatCode', 'numFmtId="165" formatCode') },
  ],
  [
    'named style out of range',
    { ...sound, styles: STYLES.replace('name="Normal" xfId="0"', 'name="Normal" xfId="1"') },
  ],
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

test.each<[string, (xml: string) => string]>([
  [
    'valAx out of order',
    (xml) => xml.replace('<c:delete val="0"/><c:axPos val="l"/>', '<c:axPos val="l"/><c:delete val="0"/>'),
  ],
  ['no axis 9', (xml) => xml.replace('<c:crossAx val="1"/>', '<c:crossAx val="9"/>')],
  ['two axes 1', (xml) => xml.replace('<c:valAx><c:axId val="2"/>', '<c:valAx><c:axId val="1"/>')],
  ['two series of order 0', (xml) => xml.replace('<c:order val="1"/>', '<c:order val="0"/>')],
  ['a point beyond the count', (xml) => xml.replace('<c:pt idx="1">', '<c:pt idx="2">')],
  ['no sheet T', (xml) => xml.replace("<c:f>'S'!", "<c:f>'T'!")],
  ['odd in ser', (xml) => xml.replace('<c:ser>', '<c:ser><c:odd/>')],
])('finds %s in a chart', (problem, change) => {
  const cellsOf = (left: number) => ({ sheet: 'S', range: { top: 0, left, bottom: 1, right: left } });
  const chart: PlannedChart = {
    kind: 'column',
    name: 'C',
    title: 'C',
    altText: 'C',
    place: { top: 3, left: 0, bottom: 9, right: 5 },
    categories: cellsOf(0),
    series: [{ name: 'a', values: cellsOf(1), color: '000000' }],
    limits: [{ name: 'b', values: cellsOf(1), color: '000000' }],
    min: null,
    max: null,
  };
  const drawn = applied(
    makeWorkbook({ sheets: [{ name: 'S', xml: '<sheetData/>' }] }),
    planFor('S', { cells: [...columnOf(['x', 'y']), ...columnOf([1, 2], 1)], charts: [chart] }),
  );
  const name = 'xl/charts/chart1.xml';
  const broken = zipParts({ ...unzipParts(drawn), [name]: change(partText(drawn, name)) });
  expect(structureProblems(broken).join('\n')).toContain(problem);
});

test('finds a part of the wrong content type', () => {
  const parts = workbookParts(sound);
  const types = String(parts['[Content_Types].xml']).replace('spreadsheetml.table+xml', 'drawing+xml');
  expect(structureProblems(zipParts({ ...parts, '[Content_Types].xml': types })).join('\n')).toContain(
    'xl/tables/table1.xml: a table of content type',
  );
});
