import { indicatorSheet } from '../../support/typed-workbooks';
import { MAIN, OFFICE, type PartSpec } from './assemble';
import { SHEET_DRAWING, sheetDrawingParts } from './drawings';

const SCORES = [94.56, 88.13, 90.81, 88.09, 90.53, 96.03, 96.2, 94.74, 100, 95];
const CONTENT = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const X14 = 'http://schemas.microsoft.com/office/spreadsheetml/2009/9/main';
const XM = 'http://schemas.microsoft.com/office/excel/2006/main';
const PERSON = '{5A0B2B9E-0C5D-4C8B-9B0E-0A1B2C3D4E5F}';
const THREAD = '{0F1E2D3C-4B5A-4968-8776-655443322110}';

const letters = 'ABCDEFG';
const rows = indicatorSheet('เทศบาลตำบลตัวอย่าง', 2565, SCORES);

/** Texts that cells share: those of the score table, then a rich one with a phonetic run. */
export const sharedTexts = [...new Set(rows.flat().filter((value) => typeof value === 'string'))];

/** The table of indicator scores of 2565, as an officer types and styles it, from A1 on. */
const scoreRows = rows
  .map((row, r) => {
    const cells = row.map((value, c) => {
      const head = `<c r="${letters.charAt(c)}${r + 1}" s="${r < 3 ? 2 : c === 2 ? 3 : 1}"`;
      if (value === null) return `${head}/>`;
      return typeof value === 'string'
        ? `${head} t="s"><v>${sharedTexts.indexOf(value)}</v></c>`
        : `${head}><v>${value}</v></c>`;
    });
    return `<row r="${r + 1}" spans="1:5" ht="24" customHeight="1" x14ac:dyDescent="0.55">${cells.join('')}</row>`;
  })
  .join('');

const lastRows =
  '<row r="15" x14ac:dyDescent="0.55"><c r="B15" s="1" t="s"><v>RICH</v></c><c r="C15" s="4"><f>AVERAGE(C4:C13)</f><v>93.409</v></c><c r="D15" t="str"><f>IF(C15&gt;=90,"ผ่าน","ไม่ผ่าน")</f><v>ผ่าน</v></c></row>' +
  '<row r="16" x14ac:dyDescent="0.55"><c r="C16" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="D16" t="b"><v>1</v></c><c r="E16" s="5"><v>243527</v></c></row>' +
  '<row r="17" x14ac:dyDescent="0.55"><c r="C17"><f>[1]ปีก่อน!$B$2</f><v>91.5</v></c><c r="D17"><f t="shared" ref="D17:D18" si="0">C17*2</f><v>183</v></c></row>' +
  '<row r="18" x14ac:dyDescent="0.55"><c r="D18"><f t="shared" si="0"/><v>0</v></c><c r="E18" cm="1"><f t="array" ref="E18:E20">_xlfn._xlws.SORT(C4:C6)</f><v>88.13</v></c></row>' +
  '<row r="19" x14ac:dyDescent="0.55"><c r="E19"><v>90.81</v></c></row><row r="20" x14ac:dyDescent="0.55"><c r="E20"><v>94.56</v></c></row>';

const rule = (sqref: string, content: string): string =>
  `<conditionalFormatting sqref="${sqref}">${content}</conditionalFormatting>`;
const cf = (priority: number, type: string, more: string, body = ''): string =>
  `<cfRule type="${type}" ${more}priority="${priority}"${body === '' ? '/>' : `>${body}</cfRule>`}`;

/** Every kind of conditional format that the first edition of the standard has. */
const formats = [
  rule('C4:C13', cf(1, 'cellIs', 'dxfId="0" operator="lessThan" ', '<formula>90</formula>')),
  rule('B4:B13', cf(2, 'expression', 'dxfId="1" stopIfTrue="1" ', '<formula>$C4&gt;=95</formula>')),
  rule(
    'C4:C13',
    cf(
      3,
      'colorScale',
      '',
      '<colorScale><cfvo type="min"/><cfvo type="percentile" val="50"/><cfvo type="max"/><color rgb="FFF8696B"/><color rgb="FFFFEB84"/><color rgb="FF63BE7B"/></colorScale>',
    ),
  ),
  rule(
    'C4:C13',
    cf(
      4,
      'iconSet',
      '',
      '<iconSet iconSet="5Arrows"><cfvo type="percent" val="0"/><cfvo type="percent" val="20"/><cfvo type="percent" val="40"/><cfvo type="percent" val="60"/><cfvo type="percent" val="80"/></iconSet>',
    ),
  ),
  rule(
    'C4:C13',
    cf(
      5,
      'dataBar',
      '',
      '<dataBar><cfvo type="min"/><cfvo type="max"/><color rgb="FF638EC6"/></dataBar><extLst><ext xmlns:x14="' +
        X14 +
        '" uri="{B025F937-C7B1-47D3-B67F-A62EFF666E3E}"><x14:id>{AAAAAAAA-0000-4000-8000-000000000001}</x14:id></ext></extLst>',
    ),
  ),
  rule('C4:C13', cf(6, 'top10', 'dxfId="0" percent="1" bottom="1" rank="20" ')),
  rule('C4:C13', cf(7, 'aboveAverage', 'dxfId="1" aboveAverage="0" stdDev="1" ')),
  rule('B4:B13', cf(8, 'duplicateValues', 'dxfId="0" ')),
  rule('B4:B13', cf(9, 'uniqueValues', 'dxfId="1" ')),
  rule(
    'B4:B13',
    cf(
      10,
      'containsText',
      'dxfId="0" operator="containsText" text="ทุจริต" ',
      '<formula>NOT(ISERROR(SEARCH("ทุจริต",B4)))</formula>',
    ),
  ),
  rule(
    'B4:B13',
    cf(
      11,
      'notContainsText',
      'dxfId="0" operator="notContains" text="งบ" ',
      '<formula>ISERROR(SEARCH("งบ",B4))</formula>',
    ),
  ),
  rule(
    'B4:B13',
    cf(
      12,
      'beginsWith',
      'dxfId="0" operator="beginsWith" text="การ" ',
      '<formula>LEFT(B4,3)="การ"</formula>',
    ),
  ),
  rule(
    'B4:B13',
    cf(13, 'endsWith', 'dxfId="0" operator="endsWith" text="งาน" ', '<formula>RIGHT(B4,3)="งาน"</formula>'),
  ),
  rule('D4:D13', cf(14, 'containsBlanks', 'dxfId="0" ', '<formula>LEN(TRIM(D4))=0</formula>')),
  rule('D4:D13', cf(15, 'notContainsBlanks', 'dxfId="1" ', '<formula>LEN(TRIM(D4))&gt;0</formula>')),
  rule('C16', cf(16, 'containsErrors', 'dxfId="0" ', '<formula>ISERROR(C16)</formula>')),
  rule('C16', cf(17, 'notContainsErrors', 'dxfId="1" ', '<formula>NOT(ISERROR(C16))</formula>')),
  rule(
    'E16',
    cf(
      18,
      'timePeriod',
      'dxfId="0" timePeriod="lastMonth" ',
      '<formula>AND(MONTH(E16)=MONTH(EDATE(TODAY(),-1)))</formula>',
    ),
  ),
].join('');

/** What newer versions keep in extensions: bars with borders, icons of several sets, validation over a sheet, sparklines. */
const extensions =
  '<extLst><ext uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}" xmlns:x14="' +
  X14 +
  '"><x14:conditionalFormattings>' +
  `<x14:conditionalFormatting xmlns:xm="${XM}"><x14:cfRule type="dataBar" id="{AAAAAAAA-0000-4000-8000-000000000001}"><x14:dataBar minLength="0" maxLength="100" border="1" negativeBarBorderColorSameAsPositive="0"><x14:cfvo type="autoMin"/><x14:cfvo type="autoMax"/><x14:borderColor rgb="FF638EC6"/><x14:negativeFillColor rgb="FFFF0000"/><x14:negativeBorderColor rgb="FFFF0000"/><x14:axisColor rgb="FF000000"/></x14:dataBar></x14:cfRule><xm:sqref>C4:C13</xm:sqref></x14:conditionalFormatting>` +
  `<x14:conditionalFormatting xmlns:xm="${XM}"><x14:cfRule type="iconSet" priority="19" id="{AAAAAAAA-0000-4000-8000-000000000002}"><x14:iconSet custom="1"><x14:cfvo type="percent"><xm:f>0</xm:f></x14:cfvo><x14:cfvo type="num"><xm:f>90</xm:f></x14:cfvo><x14:cfvo type="num"><xm:f>รายการ!$B$1</xm:f></x14:cfvo><x14:cfIcon iconSet="3Flags" iconId="0"/><x14:cfIcon iconSet="NoIcons" iconId="0"/><x14:cfIcon iconSet="3Stars" iconId="2"/></x14:iconSet></x14:cfRule><xm:sqref>D4:D13</xm:sqref></x14:conditionalFormatting>` +
  '</x14:conditionalFormattings></ext>' +
  `<ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}" xmlns:x14="${X14}"><x14:dataValidations xmlns:xm="${XM}" count="1"><x14:dataValidation type="list" allowBlank="1" showErrorMessage="1" xr:uid="{BBBBBBBB-0000-4000-8000-000000000001}"><x14:formula1><xm:f>รายการ!$A$2:$A$4</xm:f></x14:formula1><xm:sqref>E4:E13</xm:sqref></x14:dataValidation></x14:dataValidations></ext>` +
  `<ext uri="{05C60535-1F16-4fd2-B633-F4F36F0B64E0}" xmlns:x14="${X14}"><x14:sparklineGroups xmlns:xm="${XM}"><x14:sparklineGroup type="column" displayEmptyCellsAs="gap" xr2:uid="{CCCCCCCC-0000-4000-8000-000000000001}"><x14:colorSeries rgb="FF376092"/><x14:sparklines><x14:sparkline><xm:f>คะแนน!C4:C13</xm:f><xm:sqref>F4</xm:sqref></x14:sparkline></x14:sparklines></x14:sparklineGroup></x14:sparklineGroups></ext></extLst>`;

const HASH =
  'algorithmName="SHA-512" hashValue="b2xkIGhhc2ggdGhhdCBtdXN0IHN0YXkgYXMgaXQgaXM=" saltValue="c2FsdHNhbHRzYWx0c2FsdA==" spinCount="100000"';

/** Attributes by which a sheet or a workbook is locked with a password. */
export const protection = (prefix: string): string =>
  prefix === ''
    ? HASH
    : HASH.replace(
        /(\w+)=/g,
        (_, name: string) => `${prefix}${name.charAt(0).toUpperCase()}${name.slice(1)}=`,
      );

const sheetXml = `<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}/relationships" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="x14ac xr xr2" xmlns:x14ac="http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac" xmlns:xr="http://schemas.microsoft.com/office/spreadsheetml/2014/revision" xmlns:xr2="http://schemas.microsoft.com/office/spreadsheetml/2015/revision2" xr:uid="{DDDDDDDD-0000-4000-8000-000000000001}"><sheetPr codeName="Sheet1" filterMode="1"><tabColor theme="4"/><outlinePr summaryBelow="0"/><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="A1:F20"/><sheetViews><sheetView tabSelected="1" zoomScale="90" zoomScaleNormal="90" workbookViewId="0"><pane ySplit="3" topLeftCell="A4" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="C5" sqref="C5"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="24" x14ac:dyDescent="0.55"/><cols><col min="1" max="1" width="6" style="1" customWidth="1"/><col min="2" max="2" width="48.5" customWidth="1"/><col min="3" max="5" width="12" customWidth="1" outlineLevel="1"/></cols><sheetData>${scoreRows}${lastRows.replace('RICH', String(sharedTexts.length))}</sheetData><protectedRanges><protectedRange sqref="D4:D13" name="กรอกได้"/></protectedRanges><autoFilter ref="A3:C13"><filterColumn colId="2"><customFilters><customFilter operator="greaterThan" val="0"/></customFilters></filterColumn></autoFilter><mergeCells count="2"><mergeCell ref="A1:C1"/><mergeCell ref="A2:C2"/></mergeCells><phoneticPr fontId="0" type="noConversion"/>${formats}<dataValidations count="2"><dataValidation type="list" allowBlank="1" showInputMessage="1" showErrorMessage="1" errorTitle="ผิด" error="เลือกจากรายการ" sqref="D4:D13"><formula1>"ผ่าน,ไม่ผ่าน"</formula1></dataValidation><dataValidation type="decimal" errorStyle="warning" allowBlank="1" showErrorMessage="1" sqref="C4:C13"><formula1>0</formula1><formula2>100</formula2></dataValidation></dataValidations><hyperlinks><hyperlink ref="F1" r:id="rId1" tooltip="สำนักงาน"/><hyperlink ref="F2" location="รายการ!A1" display="รายการ"/></hyperlinks><printOptions horizontalCentered="1"/><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="portrait" horizontalDpi="300" r:id="rId2"/><headerFooter differentFirst="1"><oddHeader>&amp;L&amp;"TH Sarabun New,ตัวหนา"&amp;14คะแนน&amp;R&amp;D</oddHeader><oddFooter>&amp;Cหน้า &amp;P/&amp;N</oddFooter><firstHeader>&amp;Cหน้าแรก</firstHeader></headerFooter><rowBreaks count="1" manualBreakCount="1"><brk id="13" max="16383" man="1"/></rowBreaks><ignoredErrors><ignoredError sqref="C4:C13" numberStoredAsText="1"/></ignoredErrors><drawing r:id="rId3"/><legacyDrawing r:id="rId4"/>${extensions}</worksheet>`;

/** The sheet with the scores and all that hangs on it. */
export const scoreSheetParts: Readonly<Record<string, PartSpec>> = {
  'xl/worksheets/sheet1.xml': {
    type: `${CONTENT}.worksheet+xml`,
    content: sheetXml,
    links: [
      ['rId1', 'hyperlink', 'https://example.org/?a=1&amp;b=2', 'External'],
      ['rId2', 'printerSettings', '../printerSettings/printerSettings1.bin'],
      ['rId3', 'drawing', '../drawings/drawing1.xml'],
      ['rId4', 'vmlDrawing', '../drawings/vmlDrawing1.vml'],
      ['rId5', 'comments', '../comments1.xml'],
      [
        'rId6',
        'http://schemas.microsoft.com/office/2017/10/relationships/threadedComment',
        '../threadedComments/threadedComment1.xml',
      ],
    ],
  },
  'xl/printerSettings/printerSettings1.bin': {
    content: Uint8Array.from({ length: 700 }, (_, i) => (i * 37) % 256),
  },
  'xl/comments1.xml': {
    type: `${CONTENT}.comments+xml`,
    content: `<comments xmlns="${MAIN}"><authors><author>งานนโยบายและแผน</author><author>tc=${THREAD}</author></authors><commentList><comment ref="C5" authorId="0" shapeId="0"><text><r><rPr><b/><sz val="9"/><rFont val="Tahoma"/></rPr><t>ตรวจแล้ว:</t></r><r><t xml:space="preserve"> ตามรายงาน</t></r></text></comment><comment ref="C7" authorId="1" shapeId="0"><text><t>[Threaded comment] ตรวจอีกครั้ง</t></text></comment></commentList></comments>`,
  },
  'xl/threadedComments/threadedComment1.xml': {
    type: 'application/vnd.ms-excel.threadedcomments+xml',
    content: `<ThreadedComments xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"><threadedComment ref="C7" dT="2022-11-20T10:00:00.00" personId="${PERSON}" id="${THREAD}"><text>ตรวจอีกครั้ง</text></threadedComment></ThreadedComments>`,
  },
  'xl/persons/person.xml': {
    type: 'application/vnd.ms-excel.person+xml',
    content: `<personList xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"><person displayName="ผู้ตรวจ" id="${PERSON}" userId="u" providerId="None"/></personList>`,
  },
  'xl/drawings/vmlDrawing1.vml': {
    content:
      '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"/>' +
      [4, 6]
        .map(
          (row, i) =>
            `<v:shape id="_x0000_s102${i + 5}" type="#_x0000_t202" style="position:absolute;visibility:hidden" fillcolor="#ffffe1"><v:textbox/><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Row>${row}</x:Row><x:Column>2</x:Column></x:ClientData></v:shape>`,
        )
        .join('') +
      '</xml>',
  },
  'xl/drawings/drawing1.xml': SHEET_DRAWING,
  ...sheetDrawingParts,
};
