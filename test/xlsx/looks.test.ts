import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { analyze } from '../../src/app/analyze';
import { openToShow, type ShownWorkbook } from '../../src/xlsx/shown-workbook';
import { fileFormula, shownFormula } from '../../src/xlsx/write/newer-functions';
import { MAIN, makeWorkbook, RELATIONSHIPS } from './workbooks';

const open = (bytes: Uint8Array): ShownWorkbook => {
  const opened = openToShow(bytes);
  if (!opened.ok) throw new Error(opened.error.code);
  return opened.value;
};

const written = (): ShownWorkbook => {
  const file = join(__dirname, '../../assets/sample/nakhon-pathom-2565.xlsx');
  const workbook = open(new Uint8Array(readFileSync(file)));
  const analysis = analyze(workbook.snapshot);
  if (!analysis.ok) throw new Error(analysis.error.code);
  const applied = workbook.apply(analysis.value.plan);
  if (!applied.ok) throw new Error(applied.error.code);
  return open(applied.value.bytes());
};

test('what we write is seen as it looks: charts with their cells, conditions, frozen rows', () => {
  const workbook = written();
  const names = workbook.snapshot.sheets.map(({ name }) => name);
  const { sheets, styles } = workbook.looks();
  expect(sheets).toHaveLength(names.length);
  const analysis = sheets[names.indexOf('ผลวิเคราะห์ ITA')];
  expect(analysis?.hasGridLines).toBe(false);
  const [bars] = analysis?.charts ?? [];
  expect(bars).toMatchObject({ title: 'คะแนนรายตัวชี้วัด ปีงบประมาณ พ.ศ. 2565', max: 100 });
  expect(bars?.series.map(({ kind, isDashed }) => [kind, isDashed])).toEqual([
    ['column', false],
    ['line', true],
    ['line', true],
    ['line', true],
  ]);
  expect(bars?.series[0]?.values.points[1]).toBe(88.13);
  expect(bars?.series[0]?.values.cells?.sheet).toBe('ผลวิเคราะห์ ITA');
  expect(analysis?.conditions[0]).toMatchObject({ kind: 'formula', look: { fill: 'FBE3E4', bold: true } });
  expect(sheets[names.indexOf('มาตรการ')]?.freeze).toEqual({ rows: 5, columns: 0 });
  expect(styles.some(({ font, size, bold }) => font === 'TH Sarabun New' && size === 18 && bold)).toBe(true);
});

test('colours of the theme, of the old palette and tints are read; a broken drawing is left out', () => {
  const styles =
    '<fonts><font><sz val="11"/><color theme="4"/><name val="Calibri"/></font><font><b val="0"/><color indexed="10"/></font></fonts>' +
    '<fills><fill><patternFill patternType="solid"><fgColor theme="0" tint="-0.5"/></patternFill></fill></fills>' +
    '<borders><border><left style="thin"><color rgb="FF112233"/></left></border></borders>' +
    '<cellXfs><xf fontId="0" fillId="0" borderId="0"/><xf fontId="1" numFmtId="2"><alignment wrapText="1" horizontal="center"/></xf></cellXfs>';
  const xml =
    '<cols><col min="2" max="3" width="20" hidden="1"/></cols>' +
    '<sheetData><row r="2" ht="30"><c r="B2" s="1"/></row></sheetData><drawing r:id="rId9"/>';
  const workbook = open(makeWorkbook({ sheets: [{ name: 'S', xml }], styles }));
  const { styles: looks, sheets } = workbook.looks();
  expect(looks[0]).toMatchObject({
    color: '4F81BD',
    fill: '808080',
    edges: { left: { weight: 'thin', color: '112233' } },
  });
  expect(looks[1]).toMatchObject({
    color: 'FF0000',
    bold: false,
    wraps: true,
    align: 'center',
    format: '0.00',
  });
  expect(sheets[0]).toMatchObject({
    charts: [],
    columns: [{ first: 1, last: 2, width: 20, isHidden: true }],
  });
  expect(workbook.sheets[0]?.styles[1]?.[1]).toBe(1);
  expect(sheets[0]?.rows.get(1)).toEqual({ height: 30, style: undefined });
});

test('a rule that compares a cell becomes a formula for its first cell', () => {
  const styles = '<dxfs><dxf><font><color rgb="FFFF0000"/></font></dxf></dxfs>';
  const xml =
    '<sheetData/><conditionalFormatting sqref="B2:B9 D4"><cfRule type="cellIs" dxfId="0" priority="2" operator="lessThan"><formula>90</formula></cfRule>' +
    '<cfRule type="cellIs" dxfId="0" priority="1" operator="between"><formula>90</formula><formula>95</formula></cfRule></conditionalFormatting>';
  const [sheet] = open(makeWorkbook({ sheets: [{ name: 'S', xml }], styles })).looks().sheets;
  expect(sheet?.conditions.map((rule) => rule.kind === 'formula' && rule.formula)).toEqual([
    'AND(B2>=90,B2<=95)',
    'B2<90',
  ]);
  expect(sheet?.conditions[0]?.ranges).toHaveLength(2);
});

test.each([
  ['IFS(A1>1,7)', '_xlfn.IFS(A1>1,7)'],
  ['SUM(A1)+stdev.s(B1)', 'SUM(A1)+_xlfn.stdev.s(B1)'],
  ['"IFS("&A1', '"IFS("&A1'],
  ["'IFS(1)'!A1", "'IFS(1)'!A1"],
])('%s is written as %s and shown again', (typed, inFile) => {
  expect(fileFormula(typed)).toBe(inFile);
  expect(shownFormula(inFile)).toBe(typed);
  expect(fileFormula(inFile)).toBe(inFile);
});

test('lists to pick from are read, but not one whose arrow is hidden', () => {
  const xml =
    '<sheetData/><dataValidations count="4">' +
    '<dataValidation type="list" sqref="B1:B3 D1"><formula1>"กองคลัง, กองช่าง"</formula1></dataValidation>' +
    '<dataValidation type="list" sqref="C1"><formula1>Units</formula1></dataValidation>' +
    '<dataValidation type="list" showDropDown="1" sqref="E1"><formula1>"x"</formula1></dataValidation>' +
    '<dataValidation type="decimal" sqref="F1"><formula1>0</formula1></dataValidation></dataValidations>';
  const [look] = open(makeWorkbook({ sheets: [{ name: 'S', xml }] })).looks().sheets;
  expect(look?.pickLists).toEqual([
    {
      ranges: [
        { top: 0, left: 1, bottom: 2, right: 1 },
        { top: 0, left: 3, bottom: 0, right: 3 },
      ],
      source: { kind: 'values', values: ['กองคลัง', 'กองช่าง'] },
    },
    { ranges: [{ top: 0, left: 2, bottom: 0, right: 2 }], source: { kind: 'formula', formula: 'Units' } },
  ]);
});

test('bands of native tables follow their style and the theme; comments come with their cells', () => {
  const table = (style: string): string =>
    `<table xmlns="${MAIN}" id="1" name="T" displayName="T" ref="A1:B4"><tableColumns count="2">` +
    '<tableColumn id="1" name="a"/><tableColumn id="2" name="b"/></tableColumns>' +
    `<tableStyleInfo name="${style}" showRowStripes="1"/></table>`;
  const bandsOf = (style: string) => {
    const sheets = [{ name: 'S', xml: '<sheetData/>' }];
    return open(makeWorkbook({ sheets, tables: { 0: [table(style)] } })).looks().sheets[0]?.bands;
  };
  expect(bandsOf('TableStyleMedium2')).toEqual([
    {
      range: { top: 0, left: 0, bottom: 3, right: 1 },
      headers: 1,
      header: { fill: '4F81BD', color: 'FFFFFF' },
      stripe: 'DCE6F2',
    },
  ]);
  expect(bandsOf('TableStyleLight1')).toMatchObject([{ header: { fill: undefined }, stripe: 'D9D9D9' }]);
  expect(bandsOf('Own')).toEqual([]);
  const link = `<Relationship Id="rId1" Type="${RELATIONSHIPS}/comments" Target="../comments1.xml"/>`;
  const extra = {
    'xl/worksheets/_rels/sheet1.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${link}</Relationships>`,
    'xl/comments1.xml': `<comments xmlns="${MAIN}"><authors><author/></authors><commentList><comment ref="B2" authorId="0"><text><r><t>ตรวจ</t></r><r><t>แล้ว</t></r></text></comment></commentList></comments>`,
  };
  const commented = open(makeWorkbook({ sheets: [{ name: 'S', xml: '<sheetData/>' }], extra }));
  expect(commented.looks().sheets[0]?.notes).toEqual([{ cell: 'B2', text: 'ตรวจแล้ว' }]);
});
