import { linksXml, MAIN, OFFICE, packaged, typesXml, type Producer } from './producer';

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

const libreSheet = `${XML}<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}" xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><sheetPr filterMode="false"><pageSetUpPr fitToPage="false"/></sheetPr><dimension ref="A1:D4"/><sheetViews><sheetView showFormulas="false" showGridLines="true" tabSelected="true" workbookViewId="0"/></sheetViews><sheetFormatPr defaultColWidth="11.5703125" defaultRowHeight="12.8" zeroHeight="false" outlineLevelRow="0" outlineLevelCol="0"/><cols><col collapsed="false" customWidth="true" hidden="false" outlineLevel="0" max="1" min="1" style="0" width="30.1"/></cols><sheetData><row r="1" customFormat="false" ht="12.8" hidden="false" customHeight="false" outlineLevel="0" collapsed="false"><c r="A1" s="0" t="s"><v>0</v></c><c r="B1" s="1" t="n"><v>94.5</v></c><c r="C1" s="1" t="n"><f aca="false">B1*0.3</f><v>28.35</v></c></row><row r="2" customFormat="false" ht="12.8" hidden="true" customHeight="false" outlineLevel="0" collapsed="false"><c r="A2" s="0" t="s"><v>1</v></c><c r="B2" s="2" t="n"><v>0.945</v></c><c r="C2" s="0" t="b"><f aca="false">B1&gt;90</f><v>1</v></c><c r="D2" s="0" t="e"><f aca="false">#REF!</f><v>#REF!</v></c></row><row r="3" customFormat="false" ht="12.8" hidden="false" customHeight="false" outlineLevel="0" collapsed="false"><c r="B3" s="0" t="n"><f t="array" ref="B3:B4" aca="false">TRANSPOSE(B1:C1)</f><v>94.5</v></c><c r="C3" s="0" t="str"><f aca="false">A1&amp;"!"</f><v>IIT!</v></c></row><row r="4" customFormat="false" ht="12.8" hidden="false" customHeight="false" outlineLevel="0" collapsed="false"><c r="B4" s="0" t="n"><v>28.35</v></c></row></sheetData><mergeCells count="1"><mergeCell ref="A3:A4"/></mergeCells><printOptions headings="false" gridLines="false"/><pageMargins left="0.7875" right="0.7875" top="1.05" bottom="1.05" header="0.7875" footer="0.7875"/></worksheet>`;

const libreStyles = `${XML}<styleSheet xmlns="${MAIN}"><numFmts count="3"><numFmt numFmtId="164" formatCode="General"/><numFmt numFmtId="165" formatCode="0.00"/><numFmt numFmtId="166" formatCode="0.00%"/></numFmts><fonts count="4"><font><sz val="10"/><name val="Arial"/><family val="2"/></font><font><sz val="10"/><name val="Arial"/><family val="0"/></font><font><sz val="10"/><name val="Arial"/><family val="0"/></font><font><sz val="10"/><name val="Arial"/><family val="0"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border diagonalUp="false" diagonalDown="false"><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="20">${'<xf numFmtId="164" fontId="0" fillId="0" borderId="0" applyFont="true" applyBorder="true" applyAlignment="true" applyProtection="true"><alignment horizontal="general" vertical="bottom" textRotation="0" wrapText="false" indent="0" shrinkToFit="false"/><protection locked="true" hidden="false"/></xf>'.repeat(20)}</cellStyleXfs><cellXfs count="3">${[
  164, 165, 166,
]
  .map(
    (id) =>
      `<xf numFmtId="${id}" fontId="0" fillId="0" borderId="0" xfId="0" applyFont="false" applyBorder="false" applyAlignment="false" applyProtection="false"/>`,
  )
  .join(
    '',
  )}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

/** LibreOffice says every attribute, streams its archive, and numbers General as a format of its own. */
const libreOffice: Producer = {
  name: 'LibreOffice',
  ...packaged(
    {
      'xl/_rels/workbook.xml.rels': linksXml(
        [
          ['rId1', 'styles', 'styles.xml'],
          ['rId2', 'worksheet', 'worksheets/sheet1.xml'],
          ['rId3', 'sharedStrings', 'sharedStrings.xml'],
        ],
        XML,
      ),
      'xl/worksheets/sheet1.xml': libreSheet,
      'xl/sharedStrings.xml': `${XML}<sst xmlns="${MAIN}" count="2" uniqueCount="2"><si><t xml:space="preserve">IIT</t></si><si><t xml:space="preserve">สัดส่วน</t></si></sst>`,
      'xl/styles.xml': libreStyles,
      'xl/workbook.xml': `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><fileVersion appName="Calc"/><workbookPr backupFile="false" showObjects="all" date1904="false"/><workbookProtection/><bookViews><workbookView showHorizontalScroll="true" showVerticalScroll="true" firstSheet="0" activeTab="0"/></bookViews><sheets><sheet name="คะแนน" sheetId="1" state="visible" r:id="rId2"/></sheets><definedNames><definedName function="false" hidden="false" name="ค่าเฉลี่ย" vbProcedure="false">คะแนน!$B$1</definedName></definedNames><calcPr iterateCount="100" refMode="A1" iterate="false" iterateDelta="0.001"/></workbook>`,
      '_rels/.rels': linksXml([['rId1', 'officeDocument', 'xl/workbook.xml']], XML),
      '[Content_Types].xml': typesXml(
        {
          '/xl/workbook.xml': 'sheet.main',
          '/xl/worksheets/sheet1.xml': 'worksheet',
          '/xl/sharedStrings.xml': 'sharedStrings',
          '/xl/styles.xml': 'styles',
        },
        XML,
      ),
    },
    { descriptor: 'signed' },
  ),
  sheets: [
    {
      name: 'คะแนน',
      cells: {
        A1: ['IIT'],
        B1: [94.5, null, '0.00'],
        C1: [28.35, 'B1*0.3', '0.00'],
        A2: ['สัดส่วน'],
        B2: [0.945, null, '0.00%'],
        C2: [true, 'B1>90'],
        D2: [{ error: '#REF!' }, '#REF!'],
        B3: [94.5, 'TRANSPOSE(B1:C1)'],
        C3: ['IIT!', 'A1&"!"'],
        B4: [28.35],
      },
      merges: ['A3:A4'],
      hiddenRows: [2],
    },
  ],
  names: [{ name: 'ค่าเฉลี่ย', refersTo: 'คะแนน!$B$1', scope: null }],
  changes: ['xl/styles.xml', 'xl/workbook.xml', 'xl/worksheets/sheet1.xml'],
};

/** Google Sheets gives each sheet a drawing, most of them empty, and no dimension; ranges may reach the last row. */
const google: Producer = {
  name: 'Google Sheets',
  ...packaged({
    'xl/drawings/drawing1.xml': `${XML}<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"/>`,
    'xl/worksheets/sheet1.xml': `${XML}<worksheet xmlns="${MAIN}" xmlns:mx="http://schemas.microsoft.com/office/mac/excel/2008/main" xmlns:r="${OFFICE}" xmlns:x14ac="http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac"><sheetPr><outlinePr summaryBelow="0" summaryRight="0"/></sheetPr><sheetViews><sheetView workbookViewId="0"/></sheetViews><sheetFormatPr customHeight="1" defaultColWidth="12.63" defaultRowHeight="15.75"/><sheetData><row r="1"><c r="A1" s="1" t="s"><v>0</v></c><c r="B1" s="2"><v>95.0</v></c></row><row r="2"><c r="A2" s="1" t="s"><v>1</v></c><c r="B2" s="2"><f>AVERAGE(B1:B1)</f><v>95</v></c><c r="C2" s="1" t="b"><v>0</v></c></row><row r="3"><c r="B3" s="1" t="str"><f>IFERROR(__xludf.DUMMYFUNCTION("""COMPUTED_VALUE"""),"ผ่าน")</f><v>ผ่าน</v></c></row><row r="1000"/></sheetData><mergeCells count="1"><mergeCell ref="C3:D4"/></mergeCells><drawing r:id="rId1"/></worksheet>`,
    'xl/worksheets/_rels/sheet1.xml.rels': linksXml([['rId1', 'drawing', '../drawings/drawing1.xml']], XML),
    'xl/styles.xml': `${XML}<styleSheet xmlns="${MAIN}" xmlns:x14ac="http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><numFmts count="1"><numFmt numFmtId="164" formatCode="0.0"/></numFmts><fonts count="2"><font><sz val="10.0"/><color rgb="FF000000"/><name val="Arial"/><scheme val="minor"/></font><font><color theme="1"/><name val="Arial"/><scheme val="minor"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="lightGray"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf borderId="0" fillId="0" fontId="0" numFmtId="0" applyAlignment="1" applyFont="1"/></cellStyleXfs><cellXfs count="3"><xf borderId="0" fillId="0" fontId="0" numFmtId="0" xfId="0" applyAlignment="1" applyFont="1"><alignment readingOrder="0" shrinkToFit="0" vertical="bottom" wrapText="0"/></xf><xf borderId="0" fillId="0" fontId="1" numFmtId="0" xfId="0" applyAlignment="1" applyFont="1"><alignment readingOrder="0"/></xf><xf borderId="0" fillId="0" fontId="1" numFmtId="164" xfId="0" applyNumberFormat="1"/></cellXfs><cellStyles count="1"><cellStyle xfId="0" name="Normal" builtinId="0"/></cellStyles><dxfs count="0"/></styleSheet>`,
    'xl/sharedStrings.xml': `${XML}<sst xmlns="${MAIN}" count="2" uniqueCount="2"><si><t>OIT</t></si><si><r><rPr><rFont val="Arial"/><b/></rPr><t xml:space="preserve">เฉลี่ย </t></r><r><rPr><rFont val="Arial"/></rPr><t>ทุกข้อ</t></r></si></sst>`,
    'xl/workbook.xml': `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><workbookPr/><sheets><sheet state="visible" name="ชีต1" sheetId="1" r:id="rId3"/></sheets><definedNames/><calcPr/></workbook>`,
    'xl/_rels/workbook.xml.rels': linksXml(
      [
        ['rId1', 'styles', 'styles.xml'],
        ['rId2', 'sharedStrings', 'sharedStrings.xml'],
        ['rId3', 'worksheet', 'worksheets/sheet1.xml'],
      ],
      XML,
    ),
    '[Content_Types].xml': typesXml(
      {
        '/xl/drawings/drawing1.xml': 'application/vnd.openxmlformats-officedocument.drawing+xml',
        '/xl/worksheets/sheet1.xml': 'worksheet',
        '/xl/workbook.xml': 'sheet.main',
        '/xl/styles.xml': 'styles',
        '/xl/sharedStrings.xml': 'sharedStrings',
      },
      XML,
    ),
    '_rels/.rels': linksXml([['rId1', 'officeDocument', 'xl/workbook.xml']], XML),
  }),
  sheets: [
    {
      name: 'ชีต1',
      cells: {
        A1: ['OIT'],
        B1: [95, null, '0.0'],
        A2: ['เฉลี่ย ทุกข้อ'],
        B2: [95, 'AVERAGE(B1:B1)', '0.0'],
        C2: [false],
        B3: ['ผ่าน', 'IFERROR(__xludf.DUMMYFUNCTION("""COMPUTED_VALUE"""),"ผ่าน")'],
      },
      merges: ['C3:D4'],
    },
  ],
  changes: ['xl/styles.xml', 'xl/workbook.xml', 'xl/worksheets/sheet1.xml'],
};

/** WPS Office has elements of its own namespaces in the workbook, and custom data behind the last standard element. */
const wps: Producer = {
  name: 'WPS Office',
  ...packaged({
    '[Content_Types].xml': typesXml(
      {
        '/xl/workbook.xml': 'sheet.main',
        '/xl/worksheets/sheet1.xml': 'worksheet',
        '/xl/worksheets/sheet2.xml': 'worksheet',
        '/xl/styles.xml': 'styles',
        '/xl/sharedStrings.xml': 'sharedStrings',
      },
      XML,
    ),
    '_rels/.rels': linksXml([['rId1', 'officeDocument', 'xl/workbook.xml']], XML),
    'xl/workbook.xml': `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><fileVersion appName="xl" lastEdited="3" lowestEdited="5" rupBuild="9302"/><workbookPr/><bookViews><workbookView windowWidth="22368" windowHeight="9420"/></bookViews><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/><sheet name="Sheet2" sheetId="2" state="hidden" r:id="rId2"/></sheets><definedNames><definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">Sheet1!$A$1:$B$2</definedName></definedNames><calcPr calcId="144525"/></workbook>`,
    'xl/_rels/workbook.xml.rels': linksXml(
      [
        ['rId1', 'worksheet', 'worksheets/sheet1.xml'],
        ['rId2', 'worksheet', 'worksheets/sheet2.xml'],
        ['rId4', 'styles', 'styles.xml'],
        ['rId5', 'sharedStrings', 'sharedStrings.xml'],
      ],
      XML,
    ),
    'xl/worksheets/sheet1.xml': `${XML}<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" xmlns:etc="http://www.wps.cn/officeDocument/2017/etCustomData"><sheetPr/><dimension ref="A1:B3"/><sheetViews><sheetView tabSelected="1" workbookViewId="0"/></sheetViews><sheetFormatPr defaultColWidth="8.88888888888889" defaultRowHeight="14.4" outlineLevelCol="1"/><sheetData><row r="1" spans="1:2"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row><row r="2" spans="1:2"><c r="A2" t="s"><v>2</v></c><c r="B2"><v>100</v></c></row><row r="3" spans="1:2"><c r="A3"/><c r="B3"><f>SUM(B2:B2)</f><v>100</v></c></row></sheetData><autoFilter ref="A1:B2" etc:filterBottomFollowUsedRange="0"/><pageMargins left="0.75" right="0.75" top="1" bottom="1" header="0.5" footer="0.5"/><headerFooter/></worksheet>`,
    'xl/worksheets/sheet2.xml': `${XML}<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheetPr/><dimension ref="A1"/><sheetData/></worksheet>`,
    'xl/styles.xml': libreStyles,
    'xl/sharedStrings.xml': `${XML}<sst xmlns="${MAIN}" count="3" uniqueCount="3"><si><t>ตัวชี้วัด</t></si><si><t>คะแนน</t></si><si><t>การเปิดเผยข้อมูล</t></si></sst>`,
  }),
  sheets: [
    {
      name: 'Sheet1',
      cells: {
        A1: ['ตัวชี้วัด'],
        B1: ['คะแนน'],
        A2: ['การเปิดเผยข้อมูล'],
        B2: [100],
        B3: [100, 'SUM(B2:B2)'],
      },
    },
    { name: 'Sheet2', visibility: 'hidden', cells: {} },
  ],
  names: [{ name: '_xlnm._FilterDatabase', refersTo: 'Sheet1!$A$1:$B$2', scope: 'Sheet1' }],
  changes: ['xl/styles.xml', 'xl/workbook.xml', 'xl/worksheets/sheet1.xml'],
};

export const OFFICES: readonly Producer[] = [libreOffice, google, wps];
