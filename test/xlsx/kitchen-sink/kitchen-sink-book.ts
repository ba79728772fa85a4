import { assemble, MAIN, OFFICE, type PartLink, type PartSpec } from './assemble';
import { chartSheetParts } from './drawings';
import { otherSheetParts } from './other-sheets';
import { protection, scoreSheetParts, sharedTexts } from './score-sheet';

const CONTENT = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const A = 'http://schemas.openxmlformats.org/drawingml/2006/main';

/** Bytes where a macro project would be: nothing may read or change them. */
export const MACROS = Uint8Array.from({ length: 4000 }, (_, i) => (i * i * 31 + 7) % 256);

export type KitchenSink = { readonly hasMacros: boolean; readonly isStructureLocked?: boolean };

const NAMES =
  '<definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">คะแนน!$A$3:$C$13</definedName>' +
  '<definedName name="_xlnm.Print_Area" localSheetId="0">คะแนน!$A$1:$E$20</definedName>' +
  '<definedName name="_xlnm.Print_Titles" localSheetId="0">คะแนน!$A:$A,คะแนน!$3:$3</definedName>' +
  '<definedName name="ค่าเป้าหมาย">95</definedName><definedName name="คำ">"ผ่าน &amp; ดี"</definedName>' +
  '<definedName name="คะแนนทั้งหมด" comment="สิบตัวชี้วัด">คะแนน!$C$4:$C$13</definedName>' +
  '<definedName name="ปีก่อน">[1]ปีก่อน!$B$2</definedName><definedName name="ผสม" localSheetId="1" hidden="1">OFFSET(รายการ!$A$1,0,0,COUNTA(รายการ!$A:$A),1)</definedName>' +
  '<definedName name="อาร์เรย์">{1,2;3,4}</definedName><definedName name="หาย">#REF!</definedName>';

const LINKS: readonly PartLink[] = [
  ['rId1', 'worksheet', 'worksheets/sheet1.xml'],
  ['rId2', 'worksheet', 'worksheets/sheet2.xml'],
  ['rId3', 'worksheet', 'worksheets/sheet3.xml'],
  ['rId4', 'worksheet', 'worksheets/sheet4.xml'],
  ['rId5', 'worksheet', 'worksheets/sheet5.xml'],
  ['rId6', 'chartsheet', 'chartsheets/sheet1.xml'],
  ['rId7', 'externalLink', 'externalLinks/externalLink1.xml'],
  ['rId8', 'theme', 'theme/theme1.xml'],
  ['rId9', 'styles', 'styles.xml'],
  ['rId10', 'sharedStrings', 'sharedStrings.xml'],
  ['rId11', 'calcChain', 'calcChain.xml'],
  ['rId12', 'sheetMetadata', 'metadata.xml'],
  ['rId13', 'http://schemas.microsoft.com/office/2017/10/relationships/person', 'persons/person.xml'],
  ['rId14', 'customXml', '../customXml/item1.xml'],
  ['rId15', 'pivotCacheDefinition', 'pivotCache/pivotCacheDefinition1.xml'],
];

const workbookXml = (isStructureLocked: boolean): string =>
  `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}/relationships" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="x15 xr" xmlns:x15="http://schemas.microsoft.com/office/spreadsheetml/2010/11/main" xmlns:xr="http://schemas.microsoft.com/office/spreadsheetml/2014/revision"><fileVersion appName="xl" lastEdited="7" lowestEdited="7" rupBuild="25601"/><workbookPr codeName="ThisWorkbook" defaultThemeVersion="166925"/><mc:AlternateContent><mc:Choice Requires="x15"><x15ac:absPath url="C:\\งาน\\" xmlns:x15ac="http://schemas.microsoft.com/office/spreadsheetml/2010/11/ac"/></mc:Choice></mc:AlternateContent><xr:revisionPtr revIDLastSave="0" documentId="8_{EEEEEEEE-0000-4000-8000-000000000001}" xr6:coauthVersionLast="47" xmlns:xr6="http://schemas.microsoft.com/office/spreadsheetml/2016/revision6"/><workbookProtection ${protection('workbook')} ${isStructureLocked ? 'lockStructure="1"' : 'lockWindows="1"'}/><bookViews><workbookView xWindow="-110" yWindow="-110" windowWidth="19420" windowHeight="10300" tabRatio="700"/></bookViews><sheets><sheet name="คะแนน" sheetId="1" r:id="rId1"/><sheet name="รายการ" sheetId="2" r:id="rId2"/><sheet name="ล็อก" sheetId="3" r:id="rId3"/><sheet name="ลับ" sheetId="14" state="veryHidden" r:id="rId4"/><sheet name="สรุป" sheetId="5" state="hidden" r:id="rId5"/><sheet name="แผนภูมิ" sheetId="6" r:id="rId6"/></sheets><externalReferences><externalReference r:id="rId7"/></externalReferences><definedNames>${NAMES}</definedNames><calcPr calcId="191029" iterate="1" iterateCount="50"/><pivotCaches><pivotCache cacheId="7" r:id="rId15"/></pivotCaches><extLst><ext uri="{B58B0392-4F1F-4190-BB64-5DF3571DCE5F}" xmlns:xcalcf="http://schemas.microsoft.com/office/spreadsheetml/2018/calcfeatures"><xcalcf:calcFeatures><xcalcf:feature name="microsoft.com:RD"/></xcalcf:calcFeatures></ext></extLst></workbook>`;

const font = (more: string, name = 'TH Sarabun New'): string =>
  `<font>${more}<sz val="16"/><color theme="1"/><name val="${name}"/><family val="2"/></font>`;
const stylesXml = `<styleSheet xmlns="${MAIN}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="x14ac" xmlns:x14ac="http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac"><numFmts count="2"><numFmt numFmtId="187" formatCode="[$-D00041E]0.00"/><numFmt numFmtId="188" formatCode="[$-107041E]d\\ mmmm\\ yyyy;@"/></numFmts><fonts count="4" x14ac:knownFonts="1"><font><sz val="11"/><color theme="1"/><name val="Tahoma"/><family val="2"/><charset val="222"/><scheme val="minor"/></font>${font('')}${font('<b/>')}${font('<u/>', 'TH SarabunIT๙')}</fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><gradientFill degree="90"><stop position="0"><color theme="0"/></stop><stop position="1"><color rgb="FFDDEBF7"/></stop></gradientFill></fill></fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border diagonalUp="1"><left style="thin"><color auto="1"/></left><right style="thin"><color auto="1"/></right><top style="thin"><color auto="1"/></top><bottom style="double"><color auto="1"/></bottom><diagonal style="hair"><color auto="1"/></diagonal></border></borders><cellStyleXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/><xf numFmtId="0" fontId="2" fillId="2" borderId="1" applyFont="1"/></cellStyleXfs><cellXfs count="6"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="1" xfId="0" applyFont="1" applyBorder="1"/><xf numFmtId="0" fontId="2" fillId="2" borderId="1" xfId="1" applyFont="1"><alignment horizontal="center" vertical="center" textRotation="0" wrapText="1"/></xf><xf numFmtId="187" fontId="1" fillId="0" borderId="1" xfId="0" applyNumberFormat="1"><alignment horizontal="right"/><protection locked="0"/></xf><xf numFmtId="2" fontId="2" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" quotePrefix="1"/><xf numFmtId="188" fontId="3" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs><cellStyles count="2"><cellStyle name="หัวตาราง" xfId="1"/><cellStyle name="ปกติ" xfId="0" builtinId="0"/></cellStyles><dxfs count="3"><dxf><font><color rgb="FF9C0006"/></font><fill><patternFill><bgColor rgb="FFFFC7CE"/></patternFill></fill></dxf><dxf><font><b/></font></dxf><dxf><fill><patternFill patternType="solid"><fgColor theme="4"/></patternFill></fill></dxf></dxfs><tableStyles count="1" defaultTableStyle="TableStyleMedium2" defaultPivotStyle="PivotStyleLight16"><tableStyle name="สีของเทศบาล" pivot="0" count="1"><tableStyleElement type="headerRow" dxfId="2"/></tableStyle></tableStyles><colors><mruColors><color rgb="FF1F6FB2"/></mruColors></colors><extLst><ext uri="{EB79DEF2-80B8-43e5-95BD-54CBDDF9020C}" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"><x14:slicerStyles defaultSlicerStyle="SlicerStyleLight1"/></ext></extLst></styleSheet>`;

const scheme = [
  'dk1',
  'lt1',
  'dk2',
  'lt2',
  'accent1',
  'accent2',
  'accent3',
  'accent4',
  'accent5',
  'accent6',
  'hlink',
  'folHlink',
];
const themeXml = `<a:theme xmlns:a="${A}" name="เทศบาล"><a:themeElements><a:clrScheme name="เทศบาล">${scheme.map((name, i) => `<a:${name}><a:srgbClr val="${name === 'lt1' ? 'FFFFFF' : name === 'dk1' ? '000000' : `1F${40 + i}B2`}"/></a:${name}>`).join('')}</a:clrScheme><a:fontScheme name="ไทย">${['majorFont', 'minorFont'].map((name) => `<a:${name}><a:latin typeface="Tahoma"/><a:ea typeface=""/><a:cs typeface="TH Sarabun New"/><a:font script="Thai" typeface="Tahoma"/></a:${name}>`).join('')}</a:fontScheme><a:fmtScheme name="Office"><a:fillStyleLst>${'<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'.repeat(3)}</a:fillStyleLst><a:lnStyleLst>${'<a:ln w="6350"><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:ln>'.repeat(3)}</a:lnStyleLst><a:effectStyleLst>${'<a:effectStyle><a:effectLst/></a:effectStyle>'.repeat(3)}</a:effectStyleLst><a:bgFillStyleLst>${'<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'.repeat(3)}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>`;

const strings = [
  ...sharedTexts.map((text) => `<si><t>${text}</t></si>`),
  '<si><r><rPr><b/><sz val="16"/><rFont val="TH Sarabun New"/></rPr><t xml:space="preserve">ค่าเฉลี่ย </t></r><r><t>ทั้งหมด</t></r><rPh sb="0" eb="2"><t>chalia</t></rPh><phoneticPr fontId="0"/></si>',
];

const PROPERTIES = `${OFFICE}/docPropsVTypes`;

const bookParts = ({
  hasMacros,
  isStructureLocked = false,
}: KitchenSink): Readonly<Record<string, PartSpec>> => ({
  'xl/workbook.xml': {
    type: hasMacros ? 'application/vnd.ms-excel.sheet.macroEnabled.main+xml' : `${CONTENT}.sheet.main+xml`,
    content: workbookXml(isStructureLocked),
    links: hasMacros
      ? [
          ...LINKS,
          ['rId16', 'http://schemas.microsoft.com/office/2006/relationships/vbaProject', 'vbaProject.bin'],
        ]
      : LINKS,
  },
  ...scoreSheetParts,
  ...otherSheetParts,
  ...chartSheetParts,
  'xl/externalLinks/externalLink1.xml': {
    type: `${CONTENT}.externalLink+xml`,
    content: `<externalLink xmlns="${MAIN}"><externalBook xmlns:r="${OFFICE}/relationships" r:id="rId1"><sheetNames><sheetName val="ปีก่อน"/></sheetNames><sheetDataSet><sheetData sheetId="0"><row r="2"><cell r="B2"><v>91.5</v></cell></row></sheetData></sheetDataSet></externalBook></externalLink>`,
    links: [['rId1', 'externalLinkPath', 'file:///C:\\งาน\\ปีก่อน.xlsx', 'External']],
  },
  'xl/theme/theme1.xml': {
    type: 'application/vnd.openxmlformats-officedocument.theme+xml',
    content: themeXml,
  },
  'xl/styles.xml': { type: `${CONTENT}.styles+xml`, content: stylesXml },
  'xl/sharedStrings.xml': {
    type: `${CONTENT}.sharedStrings+xml`,
    content: `<sst xmlns="${MAIN}" count="${strings.length}" uniqueCount="${strings.length}">${strings.join('')}</sst>`,
  },
  'xl/calcChain.xml': {
    type: `${CONTENT}.calcChain+xml`,
    content: `<calcChain xmlns="${MAIN}"><c r="C15" i="1" l="1"/><c r="D15" l="1"/><c r="C16"/><c r="C17"/><c r="D17"/><c r="D18"/><c r="E18" cm="1"/><c r="C7" i="2"/><c r="B8"/></calcChain>`,
  },
  'xl/metadata.xml': {
    type: `${CONTENT}.sheetMetadata+xml`,
    content: `<metadata xmlns="${MAIN}" xmlns:xda="http://schemas.microsoft.com/office/spreadsheetml/2017/dynamicarray"><metadataTypes count="1"><metadataType name="XLDAPR" minSupportedVersion="120000" copy="1" pasteAll="1" pasteValues="1" merge="1" splitFirst="1" rowColShift="1" clearFormats="1" clearComments="1" assign="1" coerce="1" cellMeta="1"/></metadataTypes><futureMetadata name="XLDAPR" count="1"><bk><extLst><ext uri="{bdbb8cdc-fa1e-496e-a857-3c3f30c029c3}"><xda:dynamicArrayProperties fDynamic="1" fCollapsed="0"/></ext></extLst></bk></futureMetadata><cellMetadata count="1"><bk><rc t="1" v="0"/></bk></cellMetadata></metadata>`,
  },
  'customXml/item1.xml': {
    content: '<p:แบบ xmlns:p="urn:example:form"><p:เลขที่>๑๒๓</p:เลขที่></p:แบบ>',
    links: [['rId1', 'customXmlProps', 'itemProps1.xml']],
  },
  'customXml/itemProps1.xml': {
    type: 'application/vnd.openxmlformats-officedocument.customXmlProperties+xml',
    content: `<ds:datastoreItem ds:itemID="{FFFFFFFF-0000-4000-8000-000000000001}" xmlns:ds="${OFFICE}/customXml"><ds:schemaRefs/></ds:datastoreItem>`,
  },
  'docProps/core.xml': {
    type: 'application/vnd.openxmlformats-package.core-properties+xml',
    content:
      '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>คะแนน ITA</dc:title></cp:coreProperties>',
  },
  'docProps/custom.xml': {
    type: 'application/vnd.openxmlformats-officedocument.custom-properties+xml',
    content: `<Properties xmlns="${OFFICE}/custom-properties" xmlns:vt="${PROPERTIES}"><property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="เลขหนังสือ"><vt:lpwstr>นฐ ๕๒๐๐๑/ว ๑</vt:lpwstr></property></Properties>`,
  },
  ...(hasMacros
    ? { 'xl/vbaProject.bin': { type: 'application/vnd.ms-office.vbaProject', content: MACROS } }
    : {}),
});

/** A workbook with one of everything that officers' files hold, and a score table of 2565 in it. */
export const kitchenSink = (kind: KitchenSink): Uint8Array =>
  assemble(bookParts(kind), [
    ['rId1', 'officeDocument', 'xl/workbook.xml'],
    [
      'rId2',
      'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties',
      'docProps/core.xml',
    ],
    ['rId3', 'custom-properties', 'docProps/custom.xml'],
  ]);
