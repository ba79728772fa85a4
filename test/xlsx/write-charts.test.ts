import type { ChangePlan, PlannedChart, SheetRange } from '../../src/core/change-plan';
import { applied, BODY, columnOf, opened, planFor } from './plans';
import { makeWorkbook, prefixed, RELATIONSHIPS, STYLES, workbookParts, type TestWorkbook } from './workbooks';
import { partText, unzipParts, zipParts } from './zip-parts';

const NAME = 'ผล <1>';
const area = (column: number, sheet = NAME): SheetRange => ({
  sheet,
  range: { top: 1, left: column, bottom: 3, right: column },
});
const BASE = {
  name: 'คะแนน',
  title: 'คะแนน & <ระดับ>',
  altText: 'แผนภูมิ "คะแนน" รายตัวชี้วัด',
  place: { top: 5, left: 0, bottom: 20, right: 6 },
  categories: area(0),
  series: [{ name: 'ปี 2565', values: area(1), color: '1f6fb2' }],
  min: 0,
  max: 100,
} as const;
const LIMITS = [{ name: 'เกณฑ์ 90', values: area(2), color: 'C00000' }];
const bar: PlannedChart = { ...BASE, kind: 'bar' };
const column: PlannedChart = { ...BASE, kind: 'column', limits: LIMITS };

const cells = (scores: readonly (number | null)[]) => [
  ...columnOf(['ตัวชี้วัด', 'ก', 'ข', 'ค']),
  ...columnOf(['คะแนน', ...scores], 1).map((cell, row) => ({ ...cell, style: row === 0 ? 'body' : 'score' })),
  ...columnOf(['เกณฑ์', 90, 90, 90], 2),
];
const plan = (
  charts: readonly PlannedChart[],
  scores: readonly (number | null)[] = [94.5, null, 100],
): ChangePlan =>
  planFor(
    NAME,
    { exists: false, cells: cells(scores), charts },
    { styles: { body: BODY, score: { ...BODY, numberFormat: '[$-D00041E]0.00' } } },
  );
const book: TestWorkbook = { sheets: [{ name: 'S', xml: '<sheetData/>' }], styles: STYLES };
const bytes = makeWorkbook(book);
const CHART = 'xl/charts/chart1.xml';
const DRAWING = 'xl/drawings/drawing1.xml';

const written = (source: Uint8Array, change: ChangePlan): Uint8Array => {
  const out = applied(source, change);
  expect(applied(out, change)).toEqual(out);
  return out;
};

test.each<[string, PlannedChart, RegExp]>([
  ['lying bars', bar, /<c:barDir val="bar"\/>.*<c:orientation val="maxMin"\/>/],
  ['columns with a limit', column, /<c:barDir val="col"\/>.*<c:lineChart>.*<a:prstDash val="dash"\/>/],
  [
    'figures within columns where limits run above',
    column,
    /<c:dLbls>.*<c:spPr><a:solidFill><a:srgbClr val="FFFFFF"\/>.*<c:dLblPos val="inBase"\/>/,
  ],
  ['figures above columns without limits', { ...column, limits: [] }, /<c:dLblPos val="outEnd"\/>/],
  [
    'a line',
    { ...column, kind: 'line' },
    /<c:lineChart>.*<c:symbol val="circle"\/>.*<c:symbol val="none"\/>/,
  ],
  [
    'a net',
    { ...column, kind: 'radar' },
    /<c:radarChart><c:radarStyle val="marker"\/>.*<a:prstDash val="dash"\/>/,
  ],
])('draws %s with what the cells hold', (_, chart, expected) => {
  const out = written(bytes, plan([chart]));
  const xml = partText(out, CHART);
  expect(xml).toMatch(expected);
  expect(xml).toContain('<a:t>คะแนน &amp; &lt;ระดับ&gt;</a:t>');
  expect(xml).toContain(
    `<c:cat><c:strRef><c:f>'ผล &lt;1&gt;'!$A$2:$A$4</c:f><c:strCache><c:ptCount val="3"/><c:pt idx="0"><c:v>ก</c:v></c:pt>`,
  );
  expect(xml).toContain(
    `<c:f>'ผล &lt;1&gt;'!$B$2:$B$4</c:f><c:numCache><c:formatCode>[$-D00041E]0.00</c:formatCode><c:ptCount val="3"/><c:pt idx="0"><c:v>94.5</c:v></c:pt><c:pt idx="2"><c:v>100</c:v></c:pt></c:numCache>`,
  );
  expect(xml).toContain('<c:max val="100"/><c:min val="0"/>');
  expect(xml).toContain('<a:cs typeface="TH Sarabun New"/>');
  expect(partText(out, DRAWING)).toContain(
    '<xdr:from><xdr:col>0</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>5</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:to><xdr:col>7</xdr:col>',
  );
  expect(partText(out, DRAWING)).toContain(
    '<xdr:cNvPr id="2" name="คะแนน" descr="แผนภูมิ &quot;คะแนน&quot; รายตัวชี้วัด"/>',
  );
});

test('leaves the ends of the axis to the spreadsheet, and tells series apart without colours', () => {
  const series = [1, 2, 1].map((values, i) => ({ name: `ปี ${i}`, values: area(values), color: 'AA0000' }));
  const xml = partText(written(bytes, plan([{ ...column, min: null, max: null, series }])), CHART);
  expect(xml).toContain(
    '<c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="l"/>',
  );
  const patterns = Array.from(xml.matchAll(/<a:pattFill prst="(\w+)"/g), ([, name]) => name);
  expect(new Set(patterns).size).toBe(2);
  expect(xml).toContain('<c:legend>');
  const lines = partText(written(bytes, plan([{ ...column, kind: 'line', series }])), CHART);
  const symbols = Array.from(lines.matchAll(/<c:symbol val="(\w+)"/g), ([, name]) => name);
  expect(new Set(symbols).size).toBe(4);
});

test('shows cells of other sheets as the workbook has them', () => {
  const source = makeWorkbook({
    ...book,
    sheets: [
      {
        name: 'S',
        xml: '<sheetData><row r="2"><c r="B2"><v>7</v></c></row><row r="3"><c r="B3" t="str"><f>A1</f><v>x</v></c></row><row r="4"><c r="B4" t="b"><v>1</v></c></row></sheetData>',
      },
    ],
  });
  const xml = partText(
    written(
      source,
      plan([{ ...bar, categories: area(1, 'S'), series: [{ ...BASE.series[0], values: area(1, 's') }] }]),
    ),
    CHART,
  );
  expect(xml).toContain(
    '<c:strCache><c:ptCount val="3"/><c:pt idx="0"><c:v>7</c:v></c:pt><c:pt idx="1"><c:v>x</c:v></c:pt><c:pt idx="2"><c:v>TRUE</c:v></c:pt></c:strCache>',
  );
  expect(xml).toContain('<c:ptCount val="3"/><c:pt idx="0"><c:v>7</c:v></c:pt></c:numCache>');
});

test('changes a chart in place, found by its name', () => {
  const first = written(bytes, plan([bar, { ...column, name: 'ที่สอง' }]));
  const second = written(first, plan([bar, { ...column, name: 'ที่สอง', title: 'ใหม่' }]));
  expect(Object.keys(unzipParts(second))).toEqual(Object.keys(unzipParts(first)));
  expect(partText(second, CHART)).toBe(partText(first, CHART));
  expect(partText(second, DRAWING)).toBe(partText(first, DRAWING));
  expect(partText(second, 'xl/charts/chart2.xml')).toContain('<a:t>ใหม่</a:t>');
  const third = written(second, plan([bar, column], [1, 2, 3]));
  expect(partText(third, CHART)).toContain('<c:pt idx="0"><c:v>1</c:v></c:pt>');
});

test.each<[string, Partial<typeof BASE>, string]>([
  ['its place', { place: { ...BASE.place, left: 2, right: 9 } } as object, DRAWING],
  ['its alternative text', { altText: 'อื่น' } as object, DRAWING],
  ['its colour', { series: [{ ...BASE.series[0], color: '00AA00' }] } as object, CHART],
  ['an end of its axis', { max: 110 } as object, CHART],
  ['the name of a series', { series: [{ ...BASE.series[0], name: 'อื่น' }] } as object, CHART],
])('writes %s anew where the plan has another, and nothing else', (_, change, part) => {
  const first = written(bytes, plan([bar]));
  const [before, after] = [unzipParts(first), unzipParts(written(first, plan([{ ...bar, ...change }])))];
  const differing = Object.keys(after).filter(
    (name) => !Buffer.from(after[name] ?? []).equals(Buffer.from(before[name] ?? [])),
  );
  expect(differing).toEqual([part]);
});

test('what another program says in other words, and what the officer did to the looks, stays', () => {
  const first = written(bytes, plan([column]));
  const parts = unzipParts(first);
  const text = partText(first, CHART)
    .replaceAll("'ผล &lt;1&gt;'", 'ผล &lt;1&gt;')
    .replaceAll('<c:v>94.5</c:v>', '<c:v>94.50</c:v>')
    .replaceAll('TH Sarabun New', 'Tahoma')
    .replace('<c:gapWidth val="60"/>', '<c:gapWidth val="200"/>');
  const changed = zipParts({ ...parts, [CHART]: text });
  expect(partText(applied(changed, plan([column])), CHART)).toBe(text);
  expect(partText(applied(changed, plan([column], [1, 2, 3])), CHART)).toContain('TH Sarabun New');
});

const PICTURE =
  '<xdr:twoCellAnchor><xdr:from><xdr:col>1</xdr:col><xdr:colOff>5</xdr:colOff><xdr:row>1</xdr:row><xdr:rowOff>5</xdr:rowOff></xdr:from><xdr:to><xdr:col>3</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>9</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to><xdr:sp macro="" textlink=""><xdr:nvSpPr><xdr:cNvPr id="7" name="คะแนน"/><xdr:cNvSpPr/></xdr:nvSpPr><xdr:spPr/></xdr:sp><xdr:clientData/></xdr:twoCellAnchor>';

const withDrawing = (drawing: string): Uint8Array => {
  const parts = workbookParts({
    ...book,
    sheets: [
      { name: NAME.replace('<', '&lt;').replace('>', '&gt;'), xml: '<sheetData/><drawing r:id="rId1"/>' },
    ],
    extra: { [DRAWING]: drawing },
  });
  const type = `<Override PartName="/${DRAWING}" ContentType="application/vnd.openxmlformats-officedocument.drawing+xml"/>`;
  return zipParts({
    ...parts,
    'xl/worksheets/_rels/sheet1.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${RELATIONSHIPS}/drawing" Target="../drawings/drawing1.xml"/></Relationships>`,
    '[Content_Types].xml': String(parts['[Content_Types].xml']).replace('</Types>', `${type}</Types>`),
  });
};
const SPACE = 'http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing';

test('adds a chart to a drawing that the sheet has, and leaves what is in it', () => {
  const drawing = `<xdr:wsDr xmlns:xdr="${SPACE}">${PICTURE}</xdr:wsDr>`;
  const out = written(withDrawing(drawing), plan([bar]));
  const xml = partText(out, DRAWING);
  expect(xml).toContain(`${PICTURE}<xdr:twoCellAnchor editAs="oneCell">`);
  expect(xml).toContain('<xdr:cNvPr id="8" name="คะแนน"');
  expect(partText(out, 'xl/worksheets/sheet1.xml').match(/<drawing/g)).toHaveLength(1);
});

test('adds a chart to a drawing without prefixes or contents', () => {
  const xml = partText(written(withDrawing(`<wsDr xmlns="${SPACE}"/>`), plan([bar])), DRAWING);
  expect(xml).toMatch(/^<wsDr xmlns="[^"]+"><twoCellAnchor editAs="oneCell"><from><col>0<\/col>/);
});

test('puts the drawing where the standard wants it', () => {
  const xml = partText(
    written(
      makeWorkbook({
        ...book,
        sheets: [
          {
            name: 'S',
            xml: '<sheetData/><pageMargins left="1" right="1" top="1" bottom="1" header="1" footer="1"/><extLst><ext uri="x"/></extLst>',
          },
        ],
      }),
      planFor('S', {
        cells: cells([1, 2, 3]).map((cell) => ({ ...cell, style: 'body' })),
        charts: [{ ...bar, categories: area(0, 'S'), series: [{ ...BASE.series[0], values: area(1, 'S') }] }],
      }),
    ),
    'xl/worksheets/sheet1.xml',
  );
  expect(xml).toMatch(/<pageSetup [^>]*\/><drawing r:id="rId1"\/><extLst>/);
});

test('writes into a workbook of the strict flavour, and one with prefixes', () => {
  const strict = Object.fromEntries(
    Object.entries(workbookParts(book)).map(([name, content]) => [
      name,
      String(content)
        .replaceAll(
          'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
          'http://purl.oclc.org/ooxml/spreadsheetml/main',
        )
        .replaceAll(RELATIONSHIPS, 'http://purl.oclc.org/ooxml/officeDocument/relationships'),
    ]),
  );
  const out = written(zipParts(strict), plan([bar]));
  expect(partText(out, CHART)).toContain('xmlns:c="http://purl.oclc.org/ooxml/drawingml/chart"');
  expect(partText(out, DRAWING)).toContain('http://purl.oclc.org/ooxml/officeDocument/relationships');
  expect(
    [...Object.values(unzipParts(out))].map((part) => new TextDecoder().decode(part)).join(''),
  ).not.toContain('schemas.openxmlformats.org/drawingml');
  written(zipParts(prefixed(workbookParts(book))), plan([bar]));
});

const without = (...removedCharts: readonly string[]): ChangePlan =>
  planFor(NAME, { removedCharts, frame: null });

test('takes a chart away with what belongs to it, and nothing else', () => {
  const drawing = `<xdr:wsDr xmlns:xdr="${SPACE}">${PICTURE.replaceAll('คะแนน', 'รูป')}</xdr:wsDr>`;
  const other = { ...column, name: 'ที่สอง' };
  const first = applied(withDrawing(drawing), plan([bar, other]));
  const parts = unzipParts(first);
  const type = (name: string): string =>
    `<Override PartName="/xl/charts/${name}" ContentType="application/vnd.ms-office.chartstyle+xml"/>`;
  const styled = zipParts({
    ...parts,
    'xl/charts/style1.xml':
      '<cs:chartStyle xmlns:cs="http://schemas.microsoft.com/office/drawing/2012/chartStyle"/>',
    'xl/charts/_rels/chart1.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.microsoft.com/office/2011/relationships/chartStyle" Target="style1.xml"/></Relationships>`,
    '[Content_Types].xml': partText(first, '[Content_Types].xml').replace(
      '</Types>',
      `${type('style1.xml')}</Types>`,
    ),
  });
  const out = written(styled, without('คะแนน', 'ไม่มี'));
  const alone = applied(withDrawing(drawing), plan([other]));
  expect(partText(out, DRAWING)).toContain('name="ที่สอง"');
  expect(partText(out, DRAWING)).toContain('name="รูป"');
  expect(partText(out, DRAWING)).not.toContain('name="คะแนน"');
  expect(Object.keys(unzipParts(out)).filter((name) => name.startsWith('xl/charts/'))).toEqual([
    'xl/charts/chart2.xml',
  ]);
  expect(partText(out, '[Content_Types].xml').match(/\/xl\/charts\//g)).toHaveLength(1);
  expect(Object.keys(unzipParts(alone))).toHaveLength(Object.keys(unzipParts(out)).length);
  expect(applied(alone, without('คะแนน'))).toEqual(alone);
});

test('refuses to draw on a protected sheet, or into a drawing that is not there', () => {
  const first = applied(bytes, plan([bar]));
  const parts = unzipParts(first);
  const locked = zipParts({
    ...parts,
    'xl/worksheets/sheet2.xml': partText(first, 'xl/worksheets/sheet2.xml').replace(
      '</sheetData>',
      '</sheetData><sheetProtection sheet="1"/>',
    ),
  });
  expect(opened(locked).apply(plan([{ ...bar, title: 'ใหม่' }]))).toEqual({
    ok: false,
    error: { code: 'protectedSheet', sheet: NAME },
  });
  expect(applied(locked, plan([bar]))).toEqual(locked);
  expect(opened(locked).apply(without(bar.name))).toMatchObject({
    ok: false,
    error: { code: 'protectedSheet' },
  });
  const broken = zipParts(Object.fromEntries(Object.entries(parts).filter(([name]) => name !== DRAWING)));
  expect(opened(broken).apply(plan([bar]))).toMatchObject({
    ok: false,
    error: { code: 'damaged', part: DRAWING },
  });
});
