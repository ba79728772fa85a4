import type { Flavour } from '../../workbook/flavour';

/** Namespaces of what is drawn, in one of the two flavours of the standard. */
export type DrawingNamespaces = {
  readonly main: string;
  readonly chart: string;
  readonly sheetDrawing: string;
  readonly relationships: string;
};

/** Namespaces of drawings that go with a workbook's own. */
export const drawingNamespaces = ({ relationships }: Flavour): DrawingNamespaces => {
  const stem = relationships.startsWith('http://purl.oclc.org/')
    ? 'http://purl.oclc.org/ooxml/drawingml'
    : 'http://schemas.openxmlformats.org/drawingml/2006';
  return {
    main: `${stem}/main`,
    chart: `${stem}/chart`,
    sheetDrawing: `${stem}/spreadsheetDrawing`,
    relationships,
  };
};

/** Content types of the parts of drawings. */
export const DRAWING_TYPE = 'application/vnd.openxmlformats-officedocument.drawing+xml';
export const CHART_TYPE = 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml';
