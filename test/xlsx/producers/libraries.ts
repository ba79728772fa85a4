import type { Parts } from '../zip-parts';
import { linksXml, MAIN, OFFICE, packaged, typesXml, type Link, type Producer } from './producer';

type Layout = {
  readonly declaration: string;
  readonly types?: Readonly<Record<string, string>>;
  readonly links: readonly Link[];
  readonly rootLink?: string;
  readonly workbook: string;
  readonly parts: Parts;
};

/** Parts of a package with a workbook part, in the order in which most libraries write them. */
const laidOut = ({ declaration, types = {}, links, rootLink, workbook, parts }: Layout): Parts => ({
  '[Content_Types].xml': typesXml(
    { '/xl/workbook.xml': 'sheet.main', '/xl/worksheets/sheet1.xml': 'worksheet', ...types },
    declaration,
  ),
  '_rels/.rels': linksXml([['rId1', 'officeDocument', rootLink ?? 'xl/workbook.xml']], declaration),
  'xl/workbook.xml': declaration + workbook,
  'xl/_rels/workbook.xml.rels': linksXml(links, declaration),
  ...parts,
});

const SHEET_LINK: Link = ['rId1', 'worksheet', 'worksheets/sheet1.xml'];
const BOOK = `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="Sheet" sheetId="1" r:id="rId1"/></sheets></workbook>`;
const sheet = (rows: string, more = ''): string =>
  `<worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData>${more}</worksheet>`;
const styles = (p: string, formats: readonly number[]): string =>
  `<${p}fonts><${p}font><${p}sz val="11"/><${p}name val="Calibri"/></${p}font></${p}fonts><${p}fills><${p}fill><${p}patternFill/></${p}fill><${p}fill><${p}patternFill patternType="gray125"/></${p}fill></${p}fills><${p}borders><${p}border/></${p}borders><${p}cellStyleXfs><${p}xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></${p}cellStyleXfs><${p}cellXfs>${formats.map((id) => `<${p}xf numFmtId="${id}" fontId="0" fillId="0" borderId="0" xfId="0"/>`).join('')}</${p}cellXfs>`;

/** openpyxl: no declaration, targets from the root of the package, formulas whose result is not known. */
const openpyxl: Producer = {
  name: 'openpyxl',
  ...packaged(
    laidOut({
      declaration: '',
      types: { '/xl/styles.xml': 'styles', '/xl/sharedStrings.xml': 'sharedStrings' },
      links: [
        ['rId1', 'worksheet', '/xl/worksheets/sheet1.xml'],
        ['rId2', 'styles', '/xl/styles.xml'],
        ['rId3', 'sharedStrings', '/xl/sharedStrings.xml'],
      ],
      workbook: `<workbook xmlns="${MAIN}"><workbookPr/><workbookProtection/><bookViews><workbookView visibility="visible" minimized="0"/></bookViews><sheets><sheet xmlns:r="${OFFICE}" name="ITA" sheetId="1" state="visible" r:id="rId1"/></sheets><definedNames><definedName name="weight">ITA!$B$2</definedName></definedNames><calcPr calcId="124519" fullCalcOnLoad="1"/></workbook>`,
      parts: {
        'xl/worksheets/sheet1.xml': `<worksheet xmlns="${MAIN}"><sheetPr><outlinePr summaryBelow="1" summaryRight="1"/><pageSetUpPr/></sheetPr><dimension ref="A1:C3"/><sheetViews><sheetView workbookViewId="0"><selection activeCell="A1" sqref="A1"/></sheetView></sheetViews><sheetFormatPr baseColWidth="8" defaultRowHeight="15"/><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>เขียนตรง</t></is></c></row><row r="2"><c r="A2" s="1" t="n"><v>0.875</v></c><c r="B2" t="n"><v>30</v></c><c r="C2"><f>A2*B2</f><v/></c></row><row r="3"><c r="A3" s="2" t="d"><v>2024-02-29T08:30:00</v></c><c r="B3" t="b"><v>1</v></c><c r="C3"><f>SUM(B2)</f><v></v></c></row></sheetData><mergeCells count="1"><mergeCell ref="B1:C1"/></mergeCells><pageMargins left="0.75" right="0.75" top="1" bottom="1" header="0.5" footer="0.5"/></worksheet>`,
        'xl/sharedStrings.xml': `<sst xmlns="${MAIN}" uniqueCount="1"><si><t>สัดส่วน</t></si></sst>`,
        'xl/styles.xml': `<styleSheet xmlns="${MAIN}"><numFmts count="0"/>${styles('', [0, 9, 22])}</styleSheet>`,
      },
    }),
  ),
  sheets: [
    {
      name: 'ITA',
      cells: {
        A1: ['สัดส่วน'],
        B1: ['เขียนตรง'],
        A2: [0.875, null, '0%'],
        B2: [30],
        C2: [null, 'A2*B2'],
        A3: [45351 + 8.5 / 24, null, 'm/d/yy h:mm'],
        B3: [true],
        C3: [null, 'SUM(B2)'],
      },
      merges: ['B1:C1'],
    },
  ],
  names: [{ name: 'weight', refersTo: 'ITA!$B$2', scope: null }],
  changes: ['xl/styles.xml', 'xl/worksheets/sheet1.xml'],
};

/** exceljs: shared formulas of its own, dates as numbers, and a file whose texts may stand in the cells. */
const exceljs: Producer = {
  name: 'exceljs',
  ...packaged(
    laidOut({
      declaration: '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
      types: { '/xl/styles.xml': 'styles' },
      links: [
        ['rId1', 'styles', 'styles.xml'],
        ['rId3', 'worksheet', 'worksheets/sheet1.xml'],
      ],
      workbook: BOOK.replace('rId1', 'rId3'),
      parts: {
        'xl/styles.xml': `<styleSheet xmlns="${MAIN}">${styles('', [0, 14])}</styleSheet>`,
        'xl/worksheets/sheet1.xml': sheet(
          '<row r="1" spans="1:4"><c r="A1"><v>1</v></c><c r="B1"><f t="shared" ref="B1:D2" si="0">$A1+A$1+A1</f><v>3</v></c><c r="C1"><f t="shared" si="0"/><v>7</v></c><c r="D1"><f t="shared" si="0"></f><v>15</v></c></row><row r="2" spans="1:4"><c r="A2" s="1"><v>45292</v></c><c r="B2"><f t="shared" si="0"/><v>90585</v></c><c r="C2" t="inlineStr"><is><r><rPr><b/></rPr><t xml:space="preserve"> หนา</t></r><r><t>บาง </t></r></is></c></row>',
        ),
      },
    }),
  ),
  sheets: [
    {
      name: 'Sheet',
      cells: {
        A1: [1],
        B1: [3, '$A1+A$1+A1'],
        C1: [7, '$A1+B$1+B1'],
        D1: [15, '$A1+C$1+C1'],
        A2: [45292, null, 'mm-dd-yy'],
        B2: [90585, '$A2+A$1+A2'],
        C2: [' หนาบาง '],
      },
    },
  ],
  changes: ['xl/styles.xml', 'xl/workbook.xml', 'xl/worksheets/sheet1.xml'],
};

/** SheetJS: texts as results without a formula, stored rather than packed, no styles. */
const sheetJs: Producer = {
  name: 'SheetJS',
  ...packaged(
    laidOut({
      declaration: '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n',
      links: [SHEET_LINK],
      workbook: BOOK,
      parts: {
        'xl/worksheets/sheet1.xml': sheet(
          '<row r="1"><c r="A1" t="str"><v>คะแนน &amp; ระดับ</v></c><c r="B1" t="n"><v>97.25</v></c><c r="C1" t="e"><v>#VALUE!</v></c><c r="D1" t="b"><v>0</v></c><c r="E1" t="str"><f>A1</f><v>x</v></c></row>',
          '<mergeCells count="1"><mergeCell ref="F1:G1"/></mergeCells><ignoredErrors><ignoredError numberStoredAsText="1" sqref="A1:E1"/></ignoredErrors>',
        ),
      },
    }),
    { method: 0 },
  ),
  sheets: [
    {
      name: 'Sheet',
      cells: {
        A1: ['คะแนน & ระดับ'],
        B1: [97.25],
        C1: [{ error: '#VALUE!' }],
        D1: [false],
        E1: ['x', 'A1'],
      },
      merges: ['F1:G1'],
    },
  ],
  changes: [
    '+xl/styles.xml',
    '[Content_Types].xml',
    'xl/_rels/workbook.xml.rels',
    'xl/workbook.xml',
    'xl/worksheets/sheet1.xml',
  ],
};

/** ClosedXML: a prefix before every element, targets from the root, ids that are no numbers. */
const closedXml: Producer = {
  name: 'ClosedXML',
  ...packaged(
    laidOut({
      declaration: '\uFEFF<?xml version="1.0" encoding="utf-8"?>',
      types: {
        '/xl/styles.xml': 'styles',
        '/xl/sharedStrings.xml': 'sharedStrings',
        '/xl/tables/table1.xml': 'table',
      },
      rootLink: '/xl/workbook.xml',
      links: [
        ['R0a1b', 'worksheet', '/xl/worksheets/sheet1.xml'],
        ['Rfe42', 'styles', '/xl/styles.xml'],
        ['R77c0', 'sharedStrings', '/xl/sharedStrings.xml'],
      ],
      workbook: `<x:workbook xmlns:x="${MAIN}"><x:workbookPr codeName="ThisWorkbook"/><x:sheets><x:sheet name="ผล" sheetId="2" r:id="R0a1b" xmlns:r="${OFFICE}"/></x:sheets><x:definedNames/><x:calcPr calcId="125725"/></x:workbook>`,
      parts: {
        'xl/worksheets/sheet1.xml': `\uFEFF<?xml version="1.0" encoding="utf-8"?><x:worksheet xmlns:r="${OFFICE}" xmlns:x="${MAIN}"><x:dimension ref="A1:B3"/><x:sheetData><x:row r="1"><x:c r="A1" s="0" t="s"><x:v>0</x:v></x:c><x:c r="B1" s="0" t="s"><x:v>1</x:v></x:c></x:row><x:row r="2"><x:c r="A2" s="1" t="n"><x:v>99.5</x:v></x:c><x:c r="B2"><x:f>SUM(A2:A2)</x:f><x:v>99.5</x:v></x:c></x:row><x:row r="3"><x:c r="A3" t="inlineStr"><x:is><x:r><x:t>รวม</x:t></x:r><x:rPh sb="0" eb="1"><x:t>x</x:t></x:rPh></x:is></x:c></x:row></x:sheetData><x:mergeCells><x:mergeCell ref="A4:B4"/></x:mergeCells><x:tableParts count="1"><x:tablePart r:id="rId9"/></x:tableParts></x:worksheet>`,
        'xl/worksheets/_rels/sheet1.xml.rels': linksXml([['rId9', 'table', '/xl/tables/table1.xml']], ''),
        'xl/tables/table1.xml': `<x:table xmlns:x="${MAIN}" id="1" name="T" displayName="T" ref="A1:B2"><x:tableColumns count="2"><x:tableColumn id="1" name="ข้อ"/><x:tableColumn id="2" name="รวม"/></x:tableColumns></x:table>`,
        'xl/sharedStrings.xml': `<x:sst xmlns:x="${MAIN}" count="2" uniqueCount="2"><x:si><x:t>ข้อ</x:t></x:si><x:si><x:t>รวม</x:t></x:si></x:sst>`,
        'xl/styles.xml': `<x:styleSheet xmlns:x="${MAIN}">${styles('x:', [0, 4])}</x:styleSheet>`,
      },
    }),
  ),
  sheets: [
    {
      name: 'ผล',
      cells: {
        A1: ['ข้อ'],
        B1: ['รวม'],
        A2: [99.5, null, '#,##0.00'],
        B2: [99.5, 'SUM(A2:A2)'],
        A3: ['รวม'],
      },
      merges: ['A4:B4'],
      tables: [{ name: 'T', range: 'A1:B2', columns: ['ข้อ', 'รวม'] }],
    },
  ],
  changes: ['xl/styles.xml', 'xl/workbook.xml', 'xl/worksheets/sheet1.xml'],
};

/** Apache POI streams with sizes of eight bytes; its streaming writer has neither dimension nor shared texts. */
const poi: Producer = {
  name: 'Apache POI',
  ...packaged(
    laidOut({
      declaration: '<?xml version="1.0" encoding="UTF-8" standalone="no"?>',
      types: { '/xl/sharedStrings.xml': 'sharedStrings', '/xl/styles.xml': 'styles' },
      links: [SHEET_LINK, ['rId2', 'sharedStrings', 'sharedStrings.xml'], ['rId3', 'styles', 'styles.xml']],
      workbook: BOOK.replace(
        '<sheets>',
        '<workbookPr date1904="false"/><bookViews><workbookView activeTab="0"/></bookViews><sheets>',
      ),
      parts: {
        'xl/sharedStrings.xml': `<sst count="0" uniqueCount="0" xmlns="${MAIN}"/>`,
        'xl/styles.xml': `<styleSheet xmlns="${MAIN}"><numFmts count="0"/>${styles('', [0, 10])}</styleSheet>`,
        'xl/worksheets/sheet1.xml': `<?xml version="1.0" encoding="UTF-8"?>\n<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"/></sheetViews><sheetFormatPr defaultRowHeight="15.0"/><sheetData>\n<row r="1">\n<c r="A1" t="inlineStr"><is><t>การใช้อำนาจ</t></is></c><c r="B1" s="1" t="n"><v>0.9</v></c><c r="C1"><f>B1*100</f><v>0.0</v></c></row>\n<row r="2" hidden="true"><c r="A2" t="inlineStr"><is><t xml:space="preserve"> ก\nข</t></is></c></row>\n</sheetData><mergeCells><mergeCell ref="A3:C3"/></mergeCells></worksheet>`,
      },
    }),
    { descriptor: 'signed', isZip64: true },
  ),
  sheets: [
    {
      name: 'Sheet',
      cells: {
        A1: ['การใช้อำนาจ'],
        B1: [0.9, null, '0.00%'],
        C1: [0, 'B1*100'],
        A2: [' ก\nข'],
      },
      merges: ['A3:C3'],
      hiddenRows: [2],
    },
  ],
  changes: ['xl/styles.xml', 'xl/workbook.xml', 'xl/worksheets/sheet1.xml'],
};

export const LIBRARIES: readonly Producer[] = [openpyxl, exceljs, sheetJs, closedXml, poi];
