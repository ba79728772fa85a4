import { MAIN, OFFICE, type PartSpec } from './assemble';
import { protection } from './score-sheet';

const CONTENT = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const sheet = (content: string): string =>
  `<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}/relationships">${content}</worksheet>`;
const text = (ref: string, value: string): string =>
  `<c r="${ref}" t="inlineStr"><is><t>${value}</t></is></c>`;

/** Lists with a table of the officer's own style, its computed column and its row of totals. */
const lists: Readonly<Record<string, PartSpec>> = {
  'xl/worksheets/sheet2.xml': {
    type: `${CONTENT}.worksheet+xml`,
    content: sheet(
      `<sheetData><row r="1">${text('A1', 'กลุ่ม')}<c r="B1"><v>95</v></c></row><row r="2">${text('A2', 'เร่งด่วน')}</row><row r="3">${text('A3', 'พัฒนา')}</row><row r="4">${text('A4', 'รักษา')}</row>` +
        `<row r="6">${text('A6', 'กอง')}${text('B6', 'คน')}${text('C6', 'สองเท่า')}</row><row r="7">${text('A7', 'คลัง')}<c r="B7"><v>4</v></c><c r="C7"><f>กอง[[#This Row],[คน]]*2</f><v>8</v></c></row><row r="8">${text('A8', 'รวม')}<c r="B8"><f>SUBTOTAL(109,กอง[คน])</f><v>4</v></c></row></sheetData><tableParts count="1"><tablePart r:id="rId1"/></tableParts>`,
    ),
    links: [['rId1', 'table', '../tables/table1.xml']],
  },
  'xl/tables/table1.xml': {
    type: `${CONTENT}.table+xml`,
    content: `<table xmlns="${MAIN}" id="7" name="กอง" displayName="กอง" ref="A6:C8" totalsRowCount="1"><autoFilter ref="A6:C7"/><tableColumns count="3"><tableColumn id="1" name="กอง" totalsRowLabel="รวม"/><tableColumn id="2" name="คน" totalsRowFunction="sum"/><tableColumn id="3" name="สองเท่า"><calculatedColumnFormula>กอง[[#This Row],[คน]]*2</calculatedColumnFormula></tableColumn></tableColumns><tableStyleInfo name="สีของเทศบาล" showFirstColumn="1" showLastColumn="0" showRowStripes="1" showColumnStripes="0"/></table>`,
  },
};

const locked: Readonly<Record<string, PartSpec>> = {
  'xl/worksheets/sheet3.xml': {
    type: `${CONTENT}.worksheet+xml`,
    content: sheet(
      `<sheetData><row r="1">${text('A1', 'ห้ามแก้')}</row></sheetData><sheetProtection ${protection('')} sheet="1" objects="1" scenarios="1" formatCells="0"/><scenarios current="0"><scenario name="ดี" locked="1" count="1" user="ก"><inputCells r="B1" val="99"/></scenario></scenarios>`,
    ),
  },
  'xl/worksheets/sheet4.xml': {
    type: `${CONTENT}.worksheet+xml`,
    content: sheet(`<sheetData><row r="1">${text('A1', 'ลับ')}</row></sheetData>`),
  },
};

/** A pivot table over the lists, with its cache and the records of that. */
const pivot: Readonly<Record<string, PartSpec>> = {
  'xl/worksheets/sheet5.xml': {
    type: `${CONTENT}.worksheet+xml`,
    content: sheet(
      `<sheetData><row r="3">${text('A3', 'กอง')}${text('B3', 'รวมคน')}</row><row r="4">${text('A4', 'คลัง')}<c r="B4"><v>4</v></c></row><row r="5">${text('A5', 'ผลรวม')}<c r="B5"><v>4</v></c></row></sheetData>`,
    ),
    links: [['rId1', 'pivotTable', '../pivotTables/pivotTable1.xml']],
  },
  'xl/pivotTables/pivotTable1.xml': {
    type: `${CONTENT}.pivotTable+xml`,
    content: `<pivotTableDefinition xmlns="${MAIN}" name="สรุป" cacheId="7" dataCaption="ค่า" updatedVersion="6" minRefreshableVersion="3"><location ref="A3:B5" firstHeaderRow="1" firstDataRow="1" firstDataCol="1"/><pivotFields count="2"><pivotField axis="axisRow" showAll="0"><items count="2"><item x="0"/><item t="default"/></items></pivotField><pivotField dataField="1" showAll="0"/></pivotFields><rowFields count="1"><field x="0"/></rowFields><rowItems count="2"><i><x/></i><i t="grand"><x/></i></rowItems><colItems count="1"><i/></colItems><dataFields count="1"><dataField name="รวมคน" fld="1" baseField="0" baseItem="0"/></dataFields><pivotTableStyleInfo name="PivotStyleLight16" showRowHeaders="1" showColHeaders="1" showRowStripes="0" showColStripes="0" showLastColumn="1"/></pivotTableDefinition>`,
    links: [['rId1', 'pivotCacheDefinition', '../pivotCache/pivotCacheDefinition1.xml']],
  },
  'xl/pivotCache/pivotCacheDefinition1.xml': {
    type: `${CONTENT}.pivotCacheDefinition+xml`,
    content: `<pivotCacheDefinition xmlns="${MAIN}" xmlns:r="${OFFICE}/relationships" r:id="rId1" refreshedBy="ก" refreshedDate="44885" createdVersion="6" refreshedVersion="6" minRefreshableVersion="3" recordCount="1"><cacheSource type="worksheet"><worksheetSource ref="A6:B7" sheet="รายการ"/></cacheSource><cacheFields count="2"><cacheField name="กอง" numFmtId="0"><sharedItems count="1"><s v="คลัง"/></sharedItems></cacheField><cacheField name="คน" numFmtId="0"><sharedItems containsSemiMixedTypes="0" containsString="0" containsNumber="1" containsInteger="1" minValue="4" maxValue="4"/></cacheField></cacheFields></pivotCacheDefinition>`,
    links: [['rId1', 'pivotCacheRecords', 'pivotCacheRecords1.xml']],
  },
  'xl/pivotCache/pivotCacheRecords1.xml': {
    type: `${CONTENT}.pivotCacheRecords+xml`,
    content: `<pivotCacheRecords xmlns="${MAIN}" count="1"><r><x v="0"/><n v="4"/></r></pivotCacheRecords>`,
  },
};

/** Every other sheet: lists, one that is locked, one that is very hidden, and a pivot table. */
export const otherSheetParts: Readonly<Record<string, PartSpec>> = { ...lists, ...locked, ...pivot };
