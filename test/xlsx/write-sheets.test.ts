import type { ChangePlan, SheetPlan } from '../../src/core/change-plan';
import { applied, BODY, columnOf, frameWith, opened, planFor, sheetOf, snapshotOf } from './plans';
import {
  MAIN,
  makeWorkbook,
  prefixed,
  RELATIONSHIPS,
  STYLES,
  workbookParts,
  type TestWorkbook,
} from './workbooks';
import { partText, unzipParts, zipParts } from './zip-parts';

const data = (rows: string): string => `<sheetData>${rows}</sheetData>`;
const book: TestWorkbook = {
  sheets: [
    { name: 'ข้อมูล', xml: data('<row r="1"><c r="A1"><v>1</v></c></row>') },
    { name: 'S', xml: data('') },
  ],
  styles: STYLES,
  names: '<definedName name="เดิม">ข้อมูล!$A$1</definedName>',
};
const bytes = makeWorkbook(book);
const written = (source: Uint8Array, plan: ChangePlan): Uint8Array => {
  const out = applied(source, plan);
  expect(applied(out, plan)).toEqual(out);
  return out;
};
const range = (top: number, left: number, bottom: number, right: number) => ({ top, left, bottom, right });

const FULL: Partial<SheetPlan> = {
  exists: false,
  cells: [
    { row: 0, column: 0, value: 'ผลวิเคราะห์', style: 'title', link: "'ข้อมูล'!A1" },
    { row: 2, column: 0, value: 'ตัวชี้วัด', style: 'body' },
    { row: 2, column: 1, value: 'คะแนน\nเต็ม', style: 'body' },
    { row: 3, column: 0, value: 'ข้อ ๑', style: 'body' },
    { row: 3, column: 1, value: 1, formula: "'ข้อมูล'!A1", style: 'number' },
    { row: 4, column: 1, value: 2, style: 'number' },
  ],
  columnWidths: [30, 12, null, 12],
  rowHeights: new Map([
    [0, 30],
    [9, 12.5],
  ]),
  merges: [range(0, 0, 0, 1)],
  tables: [
    {
      name: 'มาตรการ',
      range: range(2, 0, 4, 1),
      columns: ['ตัวชี้วัด', 'คะแนน\nเต็ม'],
      style: 'TableStyleMedium2',
      hasFilter: true,
    },
  ],
  conditionalFormats: [
    {
      kind: 'formula',
      range: range(3, 1, 4, 1),
      formula: '$B4<90',
      look: { fill: 'FFC7CE', color: '9C0006', bold: true },
    },
    { kind: 'formula', range: range(3, 1, 4, 1), formula: '$B4>=95', look: { fill: 'C6EFCE' } },
  ],
  frame: frameWith({
    freeze: { rows: 3, columns: 1 },
    page: {
      orientation: 'landscape',
      printArea: range(0, 0, 4, 1),
      repeatRows: { first: 2, last: 2 },
      header: '&C<ผล> & "x"',
      footer: '&P/&N',
    },
  }),
};
const REST: Partial<ChangePlan> = {
  names: [{ name: 'ITA_Analysis', refersTo: "'ผล วิเคราะห์'!$A$1" }],
  styles: {
    body: BODY,
    title: {
      ...BODY,
      size: 20,
      bold: true,
      color: 'FFFFFF',
      fill: '1f6fb2',
      align: 'center',
      verticalAlign: 'center',
    },
    number: {
      ...BODY,
      numberFormat: '[$-D00041E]0.00',
      border: { weight: 'thin', color: '999999' },
      wrap: true,
      indent: 1,
    },
  },
};
const fullPlan = planFor('ผล วิเคราะห์', FULL, REST);

describe.each([
  ['an ordinary workbook', bytes],
  ['a workbook with prefixes', zipParts(prefixed(workbookParts(book)))],
  ['a workbook without styles', makeWorkbook({ sheets: book.sheets })],
  [
    'a strict workbook that declares r on each sheet',
    zipParts(
      Object.fromEntries(
        Object.entries(workbookParts(book)).map(([name, content]) => [
          name,
          String(content)
            .replace(name === 'xl/workbook.xml' ? ` xmlns:r="${RELATIONSHIPS}"` : '\0', '')
            .replace(/<sheet /g, `<sheet xmlns:r="${RELATIONSHIPS}" `)
            .replaceAll(MAIN, 'http://purl.oclc.org/ooxml/spreadsheetml/main')
            .replaceAll(RELATIONSHIPS, 'http://purl.oclc.org/ooxml/officeDocument/relationships'),
        ]),
      ),
    ),
  ],
])('a new sheet in %s', (_, source) => {
  const out = written(source, fullPlan);

  test('stands last with all that it shows', () => {
    const { sheets, names } = snapshotOf(out);
    expect(sheets.map(({ name }) => name)).toEqual(['ข้อมูล', 'S', 'ผล วิเคราะห์']);
    const sheet = sheetOf(out, 'ผล วิเคราะห์');
    expect(sheet.rows[3]?.[1]).toEqual({ value: 1, formula: "'ข้อมูล'!A1", format: '[$-D00041E]0.00' });
    expect(sheet.tables).toEqual([
      { name: 'มาตรการ', range: range(2, 0, 4, 1), columns: ['ตัวชี้วัด', 'คะแนน\nเต็ม'] },
    ]);
    expect(sheet.merges).toEqual([range(0, 0, 0, 1)]);
    expect(names).toContainEqual({
      name: '_xlnm.Print_Titles',
      refersTo: "'ผล วิเคราะห์'!$3:$3",
      scope: 'ผล วิเคราะห์',
    });
    expect(names).toContainEqual({ name: 'ITA_Analysis', refersTo: "'ผล วิเคราะห์'!$A$1", scope: null });
  });

  test('has its looks', () => {
    const xml = partText(out, 'xl/worksheets/sheet3.xml');
    expect(xml).toContain(
      '<sheetPr><tabColor rgb="FF1F6FB2"/><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="A1:B5"/>',
    );
    expect(xml).toContain(
      '<sheetView workbookViewId="0" showGridLines="0"><pane xSplit="1" ySplit="3" topLeftCell="B4" activePane="bottomRight" state="frozen"/></sheetView>',
    );
    expect(xml).toContain(
      '<col min="1" max="1" width="30" customWidth="1"/><col min="2" max="2" width="12" customWidth="1"/><col min="4" max="4"',
    );
    expect(xml).toContain('<row r="1" ht="30" customHeight="1">');
    expect(xml).toContain('<row r="10" ht="12.5" customHeight="1"/>');
    expect(xml).toContain(
      '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>',
    );
    expect(xml).toContain(
      '<oddHeader>&amp;C&lt;ผล&gt; &amp; "x"</oddHeader><oddFooter>&amp;P/&amp;N</oddFooter>',
    );
    expect(xml).toContain(`<hyperlink ref="A1" location="'ข้อมูล'!A1" display="ผลวิเคราะห์"/>`);
    expect(xml.match(/<cfRule type="expression" dxfId="\d" priority="\d">/g)).toHaveLength(2);
  });

  test('leaves the other sheets as they are', () => {
    const [before, after] = [unzipParts(source), unzipParts(out)];
    for (const name of ['xl/worksheets/sheet1.xml', 'xl/worksheets/sheet2.xml'])
      expect(after[name]).toEqual(before[name]);
    expect(Object.keys(after).slice(0, Object.keys(before).length)).toEqual(Object.keys(before));
  });
});

test('the same workbook stays usable after a plan was applied or refused', () => {
  const workbook = opened(bytes);
  const first = workbook.apply(fullPlan);
  expect(workbook.apply(planFor('S', { cells: columnOf(['x'.repeat(40_000)]) })).ok).toBe(false);
  expect(workbook.apply(fullPlan)).toEqual(first);
  expect(workbook.snapshot()).toEqual(snapshotOf(bytes));
});

test('reuses styles that look the same and appends each other one once', () => {
  const plan = planFor(
    'S',
    {
      cells: [0, 1, 2, 3].map((row) => ({
        row,
        column: 0,
        value: row,
        style: ['two', 'thai', 'new', 'again'][row] ?? '',
      })),
    },
    {
      styles: {
        two: { font: 'Calibri', size: 11, numberFormat: '0.00' },
        thai: { ...BODY, bold: true, align: 'center', numberFormat: '[$-D00041E]0.00' },
        new: { ...BODY, italic: true },
        again: { ...BODY, italic: true, bold: false, verticalAlign: 'bottom', indent: 0 },
      },
    },
  );
  const xml = partText(written(bytes, plan), 'xl/worksheets/sheet2.xml');
  expect(Array.from(xml.matchAll(/<c r="A\d" s="(\d)"/g), ([, style]) => style)).toEqual([
    '1',
    '3',
    '4',
    '4',
  ]);
});

test.each<[string, string, (number | null)[], string]>([
  [
    'splits a range',
    '<col min="1" max="5" width="9" customWidth="1" style="2"/>',
    [null, null, 20],
    '<col min="1" max="2" width="9" customWidth="1" style="2"/><col min="3" max="3" width="20" customWidth="1" style="2"/><col min="4" max="5" width="9" customWidth="1" style="2"/>',
  ],
  [
    'keeps equal widths',
    '<col min="1" max="16384" width="9" customWidth="true"/>',
    [9, 9],
    '<col min="1" max="16384" width="9" customWidth="true"/>',
  ],
  ['joins equal new ones', '', [8, 8, 8], '<col min="1" max="3" width="8" customWidth="1"/>'],
  [
    'keeps hidden columns',
    '<col min="2" max="2" width="0" hidden="1"/>',
    [5, 6],
    '<col min="1" max="1" width="5" customWidth="1"/><col min="2" max="2" width="6" hidden="1" customWidth="1"/>',
  ],
])('%s of columns', (_, cols, columnWidths, expected) => {
  const xml = (cols === '' ? '' : `<cols>${cols}</cols>`) + data('');
  const out = written(
    makeWorkbook({ sheets: [{ name: 'S', xml }], styles: STYLES }),
    planFor('S', { columnWidths }),
  );
  expect(partText(out, 'xl/worksheets/sheet1.xml')).toContain(`<cols>${expected}</cols>`);
});

test('keeps what stands on a sheet besides', () => {
  const xml =
    '<sheetPr codeName="x"><outlinePr summaryBelow="0"/></sheetPr><sheetViews><sheetView tabSelected="1" workbookViewId="0"><pane ySplit="1" topLeftCell="A20" state="frozen" activePane="bottomLeft"/><selection pane="bottomLeft"/></sheetView></sheetViews>' +
    data('') +
    '<conditionalFormatting sqref="A1:A2"><cfRule type="cellIs" operator="equal" priority="3"><formula>1</formula></cfRule></conditionalFormatting>' +
    '<dataValidations count="1"><dataValidation sqref="A1"/></dataValidations><hyperlinks><hyperlink ref="B1" location="x"/></hyperlinks>' +
    '<pageMargins left="1" right="1" top="1" bottom="1" header="1" footer="1"/><pageSetup paperSize="9" orientation="portrait" fitToHeight="0" copies="3"/>';
  const out = written(
    makeWorkbook({ sheets: [{ name: 'S', xml }], styles: STYLES }),
    planFor('S', {
      frame: frameWith({ freeze: { rows: 1, columns: 0 } }),
      cells: [{ row: 0, column: 0, value: 1, style: 'body', link: "'S'!A1" }],
      conditionalFormats: [
        { kind: 'formula', range: range(0, 0, 1, 0), formula: 'A1>1', look: { fill: 'FF0000' } },
      ],
    }),
  );
  const sheet = partText(out, 'xl/worksheets/sheet1.xml');
  expect(sheet).toContain(
    '<sheetPr codeName="x"><tabColor rgb="FF1F6FB2"/><outlinePr summaryBelow="0"/><pageSetUpPr fitToPage="1"/></sheetPr>',
  );
  expect(sheet).toContain(
    'showGridLines="0"><pane ySplit="1" topLeftCell="A20" state="frozen" activePane="bottomLeft"/><selection pane="bottomLeft"/>',
  );
  expect(sheet).toContain(
    '<cfRule type="cellIs" operator="equal" priority="3"><formula>1</formula></cfRule></conditionalFormatting><conditionalFormatting sqref="A1:A2"><cfRule type="expression" dxfId="0" priority="4">',
  );
  expect(sheet).toContain(
    `<hyperlink ref="B1" location="x"/><hyperlink ref="A1" location="'S'!A1"/></hyperlinks><pageMargins left="1"`,
  );
  expect(sheet).toContain('<pageSetup paperSize="9" orientation="portrait" fitToHeight="0" copies="3"/>');
});

test('names are changed where they differ', () => {
  const names = [
    { name: 'เดิม', refersTo: "'S'!$B$2" },
    { name: 'ใหม่', refersTo: '"<&>"' },
  ];
  const out = written(bytes, planFor('S', {}, { names }));
  expect(snapshotOf(out).names.filter(({ scope }) => scope === null)).toEqual([
    { name: 'เดิม', refersTo: "'S'!$B$2", scope: null },
    { name: 'ใหม่', refersTo: '"<&>"', scope: null },
  ]);
});
