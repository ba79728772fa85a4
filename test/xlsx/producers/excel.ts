import { linksXml, MAIN, OFFICE, packaged, typesXml, type Packaged, type Producer } from './producer';

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n';
const IGNORABLE =
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="x14ac xr" xmlns:x14ac="http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac" xmlns:xr="http://schemas.microsoft.com/office/spreadsheetml/2014/revision"';

/** General, two decimals, percent, Thai digits, and a date of the Buddhist era. */
const stylesXml = (main: string): string =>
  `${XML}<styleSheet xmlns="${main}"><numFmts count="2"><numFmt numFmtId="187" formatCode="[$-D00041E]0.00"/><numFmt numFmtId="188" formatCode="[$-D07041E]d\\ mmmm\\ yyyy"/></numFmts><fonts count="1" x14ac:knownFonts="1" xmlns:x14ac="http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac"><font><sz val="11"/><color theme="1"/><name val="Tahoma"/><family val="2"/><charset val="222"/><scheme val="minor"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="5">${[
    0, 2, 10, 187, 188,
  ]
    .map((id) => `<xf numFmtId="${id}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>`)
    .join(
      '',
    )}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles><dxfs count="0"/></styleSheet>`;

const THEME = `${XML}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Office"><a:themeElements/></a:theme>`;

const windowsSheet = `${XML}<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}" ${IGNORABLE} xr:uid="{00000000-0001-0000-0000-000000000000}"><sheetPr codeName="Sheet1"/><dimension ref="A1:F7"/><sheetViews><sheetView tabSelected="1" workbookViewId="0"><selection activeCell="B3" sqref="B3"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="14.25" x14ac:dyDescent="0.2"/><sheetData>
<row r="1" spans="1:6" x14ac:dyDescent="0.2"><c r="A1" t="s"><v>0</v></c></row>
<row r="2" spans="1:6" x14ac:dyDescent="0.2"><c r="A2" t="s"><v>1</v></c><c r="B2" t="s"><v>2</v></c><c r="C2" t="s"><v>3</v></c></row>
<row r="3" spans="1:6" x14ac:dyDescent="0.2"><c r="A3"><v>1</v></c><c r="B3" s="1"><v>98.5</v></c><c r="C3" s="1"><f t="shared" ref="C3:C5" si="0">ROUND(B3*$B$7,2)+SUM(B$3:B3)</f><v>128.05</v></c><c r="D3" s="2"><v>0.3</v></c><c r="E3" t="b"><v>1</v></c><c r="F3" s="4"><v>45292</v></c></row>
<row r="4" spans="1:6" hidden="1" x14ac:dyDescent="0.2"><c r="A4"><v>2</v></c><c r="B4" s="3"><v>88.129999999999995</v></c><c r="C4" s="1"><f t="shared" si="0"/><v>213.07</v></c><c r="D4" t="e"><f>B4/0</f><v>#DIV/0!</v></c></row>
<row r="5" spans="1:6" x14ac:dyDescent="0.2"><c r="A5" s="1"/><c r="C5" s="1"><f t="shared" si="0"/><v>186.63</v></c><c r="D5" t="str"><f>IF(B5="","ยังไม่มี &lt;&amp;&gt;",B5)</f><v>ยังไม่มี &lt;&amp;&gt;</v></c></row>
<row r="6" spans="1:6" x14ac:dyDescent="0.2"><c r="A6" cm="1"><f t="array" ref="A6:B6">_xlfn._xlws.SORT(A3:B3)</f><v>1</v></c><c r="B6"><v>98.5</v></c><c r="C6"><f t="array" ref="C6">SUM(A3:A4*B3:B4)</f><v>274.76</v></c><c r="D6" t="str"><f>""</f><v></v></c></row>
<row r="7" spans="1:6" x14ac:dyDescent="0.2"><c r="B7"><v>0.3</v></c></row></sheetData><mergeCells count="2"><mergeCell ref="A1:F1"/><mergeCell ref="E4:F5"/></mergeCells><phoneticPr fontId="0"/><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="portrait" r:id="rId1"/><tableParts count="1"><tablePart r:id="rId2"/></tableParts></worksheet>`;

const windowsStrings = `${XML}<sst xmlns="${MAIN}" count="4" uniqueCount="4"><si><r><rPr><b/><sz val="16"/><rFont val="TH Sarabun New"/></rPr><t xml:space="preserve">ผลการประเมิน </t></r><r><rPr><sz val="16"/><rFont val="TH Sarabun New"/></rPr><t>ITA</t></r></si><si><t>ข้อ</t></si><si><t>ได้</t><rPh sb="0" eb="2"><t>ダイ</t></rPh><phoneticPr fontId="1"/></si><si><t xml:space="preserve">ถ่วง_x000D_
น้ำหนัก </t></si></sst>`;

/** Rich text, phonetic runs, shared and array formulas, a table, a chart sheet, a very hidden sheet. */
const windows: Producer = {
  name: 'Excel for Windows',
  ...packaged({
    '[Content_Types].xml': typesXml(
      {
        '/xl/workbook.xml': 'sheet.main',
        '/xl/worksheets/sheet1.xml': 'worksheet',
        '/xl/worksheets/sheet2.xml': 'worksheet',
        '/xl/chartsheets/sheet1.xml': 'chartsheet',
        '/xl/drawings/drawing1.xml': 'application/vnd.openxmlformats-officedocument.drawing+xml',
        '/xl/theme/theme1.xml': 'application/vnd.openxmlformats-officedocument.theme+xml',
        '/xl/styles.xml': 'styles',
        '/xl/sharedStrings.xml': 'sharedStrings',
        '/xl/metadata.xml': 'sheetMetadata',
        '/xl/calcChain.xml': 'calcChain',
        '/xl/tables/table1.xml': 'table',
        '/xl/printerSettings/printerSettings1.bin':
          'application/vnd.openxmlformats-officedocument.spreadsheetml.printerSettings',
      },
      XML,
    ),
    '_rels/.rels': linksXml([['rId1', 'officeDocument', 'xl/workbook.xml']], XML),
    'xl/workbook.xml': `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}" ${IGNORABLE}><fileVersion appName="xl" lastEdited="7" lowestEdited="7" rupBuild="27928"/><workbookPr codeName="ThisWorkbook" defaultThemeVersion="166925"/><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="x15"><x15ac:absPath url="C:\\ita\\" xmlns:x15ac="http://schemas.microsoft.com/office/spreadsheetml/2010/11/ac"/></mc:Choice></mc:AlternateContent><bookViews><workbookView xWindow="0" yWindow="0" windowWidth="28800" windowHeight="12225"/></bookViews><sheets><sheet name="คะแนน" sheetId="1" r:id="rId1"/><sheet name="แผนภูมิ" sheetId="5" r:id="rId2"/><sheet name="ซ่อน" sheetId="3" state="veryHidden" r:id="rId3"/></sheets><definedNames><definedName name="_xlnm.Print_Titles" localSheetId="0">คะแนน!$2:$2</definedName><definedName name="น้ำหนัก">คะแนน!$B$7</definedName></definedNames><calcPr calcId="191029"/></workbook>`,
    'xl/_rels/workbook.xml.rels': linksXml(
      [
        ['rId3', 'worksheet', 'worksheets/sheet2.xml'],
        ['rId7', 'sheetMetadata', 'metadata.xml'],
        ['rId2', 'chartsheet', 'chartsheets/sheet1.xml'],
        ['rId1', 'worksheet', 'worksheets/sheet1.xml'],
        ['rId6', 'sharedStrings', 'sharedStrings.xml'],
        ['rId5', 'styles', 'styles.xml'],
        ['rId4', 'theme', 'theme/theme1.xml'],
        ['rId8', 'calcChain', 'calcChain.xml'],
      ],
      XML,
    ),
    'xl/worksheets/sheet1.xml': windowsSheet,
    'xl/worksheets/_rels/sheet1.xml.rels': linksXml(
      [
        ['rId2', 'table', '../tables/table1.xml'],
        ['rId1', 'printerSettings', '../printerSettings/printerSettings1.bin'],
      ],
      XML,
    ),
    'xl/worksheets/sheet2.xml': `${XML}<worksheet xmlns="${MAIN}"><dimension ref="A1"/><sheetData/></worksheet>`,
    'xl/chartsheets/sheet1.xml': `${XML}<chartsheet xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheetPr/><sheetViews><sheetView zoomScale="115" workbookViewId="0"/></sheetViews><drawing r:id="rId1"/></chartsheet>`,
    'xl/chartsheets/_rels/sheet1.xml.rels': linksXml([['rId1', 'drawing', '../drawings/drawing1.xml']], XML),
    'xl/drawings/drawing1.xml': `${XML}<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"/>`,
    'xl/theme/theme1.xml': THEME,
    'xl/styles.xml': stylesXml(MAIN),
    'xl/sharedStrings.xml': windowsStrings,
    'xl/metadata.xml': `${XML}<metadata xmlns="${MAIN}"><metadataTypes count="1"><metadataType name="XLDAPR" minSupportedVersion="120000" cellMeta="1"/></metadataTypes><cellMetadata count="1"><bk><rc t="1" v="0"/></bk></cellMetadata></metadata>`,
    'xl/calcChain.xml': `${XML}<calcChain xmlns="${MAIN}"><c r="C3" i="1" l="1"/><c r="C4" l="1"/><c r="C5" l="1"/><c r="D4"/><c r="D5"/><c r="A6" a="1"/><c r="C6" a="1"/><c r="D6"/></calcChain>`,
    'xl/tables/table1.xml': `${XML}<table xmlns="${MAIN}" id="1" name="ตาราง1" displayName="ตาราง1" ref="A2:C4" totalsRowShown="0"><autoFilter ref="A2:C4"/><tableColumns count="3"><tableColumn id="1" name="ข้อ"/><tableColumn id="2" name="ได้"/><tableColumn id="3" name="ถ่วง_x000d__x000a_น้ำหนัก "/></tableColumns><tableStyleInfo name="TableStyleMedium2" showRowStripes="1"/></table>`,
    'xl/printerSettings/printerSettings1.bin': Uint8Array.from({ length: 400 }, (_, i) => i % 251),
  }),
  sheets: [
    {
      name: 'คะแนน',
      cells: {
        A1: ['ผลการประเมิน ITA'],
        A2: ['ข้อ'],
        B2: ['ได้'],
        C2: ['ถ่วง\r\nน้ำหนัก '],
        A3: [1],
        B3: [98.5, null, '0.00'],
        C3: [128.05, 'ROUND(B3*$B$7,2)+SUM(B$3:B3)', '0.00'],
        D3: [0.3, null, '0.00%'],
        E3: [true],
        F3: [45292, null, '[$-D07041E]d\\ mmmm\\ yyyy'],
        A4: [2],
        B4: [88.13, null, '[$-D00041E]0.00'],
        C4: [213.07, 'ROUND(B4*$B$7,2)+SUM(B$3:B4)', '0.00'],
        D4: [{ error: '#DIV/0!' }, 'B4/0'],
        C5: [186.63, 'ROUND(B5*$B$7,2)+SUM(B$3:B5)', '0.00'],
        D5: ['ยังไม่มี <&>', 'IF(B5="","ยังไม่มี <&>",B5)'],
        A6: [1, '_xlfn._xlws.SORT(A3:B3)'],
        B6: [98.5],
        C6: [274.76, 'SUM(A3:A4*B3:B4)'],
        D6: ['', '""'],
        B7: [0.3],
      },
      merges: ['A1:F1', 'E4:F5'],
      hiddenRows: [4],
      tables: [{ name: 'ตาราง1', range: 'A2:C4', columns: ['ข้อ', 'ได้', 'ถ่วง\r\nน้ำหนัก '] }],
    },
    { name: 'ซ่อน', visibility: 'veryHidden', cells: {} },
  ],
  names: [
    { name: '_xlnm.Print_Titles', refersTo: 'คะแนน!$2:$2', scope: 'คะแนน' },
    { name: 'น้ำหนัก', refersTo: 'คะแนน!$B$7', scope: null },
  ],
  changes: ['xl/styles.xml', 'xl/workbook.xml', 'xl/worksheets/sheet1.xml'],
};

type Simple = {
  readonly workbookPr: string;
  readonly rows: string;
  readonly main?: string;
  readonly office?: string;
  readonly conformance?: string;
};

/** A workbook of one sheet as Excel lays it out, in either flavour of the standard. */
const oneSheet = ({ workbookPr, rows, main = MAIN, office = OFFICE, conformance = '' }: Simple): Packaged =>
  packaged({
    '[Content_Types].xml': typesXml(
      {
        '/xl/workbook.xml': 'sheet.main',
        '/xl/worksheets/sheet1.xml': 'worksheet',
        '/xl/styles.xml': 'styles',
      },
      XML,
    ),
    '_rels/.rels': linksXml([['rId1', 'officeDocument', 'xl/workbook.xml']], XML, office),
    'xl/workbook.xml': `${XML}<workbook xmlns="${main}" xmlns:r="${office}"${conformance}>${workbookPr}<bookViews><workbookView/></bookViews><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets><calcPr calcId="0"/></workbook>`,
    'xl/_rels/workbook.xml.rels': linksXml(
      [
        ['rId1', 'worksheet', 'worksheets/sheet1.xml'],
        ['rId2', 'styles', 'styles.xml'],
      ],
      XML,
      office,
    ),
    'xl/worksheets/sheet1.xml': `${XML}<worksheet xmlns="${main}" xmlns:r="${office}"><dimension ref="A1:C2"/><sheetData>${rows}</sheetData></worksheet>`,
    'xl/styles.xml': stylesXml(main),
  });

const CHANGES = ['xl/styles.xml', 'xl/workbook.xml', 'xl/worksheets/sheet1.xml'];
const DATE = '[$-D07041E]d\\ mmmm\\ yyyy';

/** Days count from 1904 on old Macintosh workbooks; a date keeps its number, and its format says what it is. */
const mac: Producer = {
  name: 'Excel for Mac, dates from 1904',
  ...oneSheet({
    workbookPr: '<workbookPr date1904="1" defaultThemeVersion="124226"/>',
    rows: '<row r="1" spans="1:3"><c r="A1" s="4"><v>43830</v></c><c r="B1" s="4" t="d"><v>2024-01-01T12:00:00</v></c><c r="C1" t="e"><v>#N/A</v></c></row>',
  }),
  sheets: [
    {
      name: 'Sheet1',
      cells: { A1: [43830, null, DATE], B1: [43830.5, null, DATE], C1: [{ error: '#N/A' }] },
    },
  ],
  changes: CHANGES,
};

/** Excel on the web writes a row that was never touched, and results without a value while it has not computed. */
const web: Producer = {
  name: 'Excel on the web',
  ...oneSheet({
    workbookPr: '<workbookPr filterPrivacy="1"/>',
    rows: '<row r="1"><c r="A1" t="inlineStr"><is><t>ก</t></is></c><c r="B1"><f>1+1</f></c><c r="C1" t="str"><f>A1</f><v/></c></row><row r="2" ht="15" customHeight="1"/>',
  }),
  sheets: [{ name: 'Sheet1', cells: { A1: ['ก'], B1: [null, '1+1'], C1: ['', 'A1'] } }],
  changes: CHANGES,
};

const STRICT = 'http://purl.oclc.org/ooxml';

/** Strict flavour: other namespaces, and dates as texts, among them two before the day that never was. */
const strict: Producer = {
  name: 'Excel, strict Open XML',
  ...oneSheet({
    main: `${STRICT}/spreadsheetml/main`,
    office: `${STRICT}/officeDocument/relationships`,
    conformance: ' conformance="strict"',
    workbookPr: '<workbookPr dateCompatibility="0"/>',
    rows: '<row r="1"><c r="A1" s="4" t="d"><v>2024-01-01T00:00:00</v></c><c r="B1" s="4" t="d"><v>1900-01-01</v></c><c r="C1" s="4" t="d"><v>1900-03-01T06:00:00Z</v></c></row>',
  }),
  sheets: [
    { name: 'Sheet1', cells: { A1: [45292, null, DATE], B1: [1, null, DATE], C1: [61.25, null, DATE] } },
  ],
  changes: CHANGES,
};

export const EXCEL: readonly Producer[] = [windows, mac, web, strict];
