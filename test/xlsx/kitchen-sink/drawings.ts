import { OFFICE, type PartSpec } from './assemble';

const A = 'http://schemas.openxmlformats.org/drawingml/2006/main';
const C = 'http://schemas.openxmlformats.org/drawingml/2006/chart';
const XDR = 'http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing';
const R = `${OFFICE}/relationships`;
const TYPE = 'application/vnd.openxmlformats-officedocument';

const corner = (name: string, column: number, row: number): string =>
  `<xdr:${name}><xdr:col>${column}</xdr:col><xdr:colOff>9525</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:${name}>`;
const anchor = (left: number, content: string): string =>
  `<xdr:twoCellAnchor>${corner('from', left, 2)}${corner('to', left + 4, 14)}${content}<xdr:clientData/></xdr:twoCellAnchor>`;
const chartFrame = (id: number, link: string): string =>
  `<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="${id}" name="แผนภูมิ ${id}" descr="คะแนน"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="${C}"><c:chart xmlns:c="${C}" r:id="${link}"/></a:graphicData></a:graphic></xdr:graphicFrame>`;
const root = (content: string): string =>
  `<xdr:wsDr xmlns:xdr="${XDR}" xmlns:a="${A}" xmlns:r="${R}">${content}</xdr:wsDr>`;

/** A chart, a picture of which an edge is cut off, a text box, and a group. */
export const SHEET_DRAWING: PartSpec = {
  type: `${TYPE}.drawing+xml`,
  content: root(
    anchor(7, chartFrame(2, 'rId1')) +
      anchor(
        12,
        '<xdr:pic><xdr:nvPicPr><xdr:cNvPr id="3" name="ตรา"/><xdr:cNvPicPr><a:picLocks noChangeAspect="1"/></xdr:cNvPicPr></xdr:nvPicPr><xdr:blipFill><a:blip r:embed="rId2"/><a:srcRect l="10000" t="5000" r="12500" b="2500"/><a:stretch><a:fillRect/></a:stretch></xdr:blipFill><xdr:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="900000" cy="900000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr></xdr:pic>',
      ) +
      anchor(
        17,
        '<xdr:sp macro="" textlink=""><xdr:nvSpPr><xdr:cNvPr id="4" name="กล่องข้อความ"/><xdr:cNvSpPr txBox="1"/></xdr:nvSpPr><xdr:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="900000" cy="900000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr><xdr:txBody><a:bodyPr/><a:lstStyle/><a:p><a:r><a:rPr lang="th-TH" sz="1400"><a:cs typeface="TH Sarabun New"/></a:rPr><a:t>หมายเหตุ</a:t></a:r></a:p></xdr:txBody></xdr:sp>',
      ),
  ),
  links: [
    ['rId1', 'chart', '../charts/chart1.xml'],
    ['rId2', 'image', '../media/image1.png'],
  ],
};

const values = (
  name: string,
  kind: 'str' | 'num',
  column: string,
  points: readonly (string | number)[],
): string =>
  `<c:${name}><c:${kind}Ref><c:f>คะแนน!$${column}$4:$${column}$6</c:f><c:${kind}Cache>${kind === 'num' ? '<c:formatCode>0.00</c:formatCode>' : ''}<c:ptCount val="${points.length}"/>${points.map((point, i) => `<c:pt idx="${i}"><c:v>${point}</c:v></c:pt>`).join('')}</c:${kind}Cache></c:${kind}Ref></c:${name}>`;
const series = values('cat', 'str', 'B', ['ก', 'ข', 'ค']) + values('val', 'num', 'C', [94.56, 88.13, 90.81]);
const axes =
  '<c:catAx><c:axId val="111"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="b"/><c:crossAx val="222"/></c:catAx><c:valAx><c:axId val="222"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="l"/><c:crossAx val="111"/></c:valAx>';
const chart = (plot: string, more = ''): string =>
  `<c:chartSpace xmlns:c="${C}" xmlns:a="${A}" xmlns:r="${R}"><c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/><c:plotArea><c:layout/>${plot}</c:plotArea><c:plotVisOnly val="1"/></c:chart>${more}</c:chartSpace>`;

/** A tiny picture: one pixel. */
const PIXEL = Uint8Array.from(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
    'base64',
  ),
);

/** What the drawing of the score sheet leads to. */
export const sheetDrawingParts: Readonly<Record<string, PartSpec>> = {
  'xl/media/image1.png': { content: PIXEL },
  'xl/charts/chart1.xml': {
    type: `${TYPE}.drawingml.chart+xml`,
    content: chart(
      `<c:barChart><c:barDir val="col"/><c:grouping val="clustered"/><c:varyColors val="0"/><c:ser><c:idx val="0"/><c:order val="0"/>${series}</c:ser><c:axId val="111"/><c:axId val="222"/></c:barChart>${axes}`,
    ),
    links: [['rId1', 'http://schemas.microsoft.com/office/2011/relationships/chartStyle', 'style1.xml']],
  },
  'xl/charts/style1.xml': {
    type: 'application/vnd.ms-office.chartstyle+xml',
    content:
      '<cs:chartStyle xmlns:cs="http://schemas.microsoft.com/office/drawing/2012/chartStyle" id="201"/>',
  },
};

/** A sheet that is nothing but a chart. */
export const chartSheetParts: Readonly<Record<string, PartSpec>> = {
  'xl/chartsheets/sheet1.xml': {
    type: `${TYPE}.spreadsheetml.chartsheet+xml`,
    content: `<chartsheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${R}"><sheetPr/><sheetViews><sheetView workbookViewId="0" zoomToFit="1"/></sheetViews><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/><drawing r:id="rId1"/></chartsheet>`,
    links: [['rId1', 'drawing', '../drawings/drawing2.xml']],
  },
  'xl/drawings/drawing2.xml': {
    type: `${TYPE}.drawing+xml`,
    content: root(
      `<xdr:absoluteAnchor><xdr:pos x="0" y="0"/><xdr:ext cx="9000000" cy="6000000"/>${chartFrame(2, 'rId1')}<xdr:clientData/></xdr:absoluteAnchor>`,
    ),
    links: [['rId1', 'chart', '../charts/chart2.xml']],
  },
  'xl/charts/chart2.xml': {
    type: `${TYPE}.drawingml.chart+xml`,
    content: chart(
      `<c:pieChart><c:varyColors val="1"/><c:ser><c:idx val="0"/><c:order val="0"/>${series}</c:ser></c:pieChart>`,
    ),
  },
};
