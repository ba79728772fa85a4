import type { CellRange } from '../../src/core/cell-address';
import { columnWidthOf, rowHeightOf, type BookSheet } from '../excel-host/book/model';
import type { Host } from '../excel-host/host';
import { linksOf, partAsText, plain, tagsOf, type Parts } from '../xlsx/read-tags';
import { unzipParts } from '../xlsx/zip-parts';

/** What a chart shows and where, whichever port made it; references have no quotes. */
export type ChartFacts = {
  readonly sheet: string;
  readonly name: string;
  readonly title: string;
  readonly place: CellRange;
  readonly ends: readonly [min: number | null, max: number | null];
  readonly series: readonly {
    readonly type: string;
    readonly name: string;
    readonly values: string;
    readonly categories: string;
    readonly color: string;
  }[];
};

const bare = (reference: string): string => reference.replace(/^=/, '').replaceAll("'", '');

const first = (text: string, pattern: RegExp): string => pattern.exec(text)?.[1] ?? '';

const numberIn = (text: string, pattern: RegExp): number | null => {
  const found = first(text, pattern);
  return found === '' ? null : Number(found);
};

const typeOf = (plot: string, body: string, series: string): string => {
  const isPlain = /<c:symbol val="none"\/>/.test(series);
  if (plot === 'barChart') return body.includes('<c:barDir val="bar"/>') ? 'BarClustered' : 'ColumnClustered';
  return (plot === 'lineChart' ? 'Line' : 'Radar') + (isPlain ? '' : 'Markers');
};

const seriesIn = (xml: string): ChartFacts['series'] =>
  Array.from(xml.matchAll(/<c:(barChart|lineChart|radarChart)>(.*?)<\/c:\1>/gs)).flatMap(
    ([, plot = '', body = '']) =>
      Array.from(body.matchAll(/<c:ser>(.*?)<\/c:ser>/gs), ([, ser = '']) => ({
        type: typeOf(plot, body, ser),
        name: plain(first(ser, /<c:tx><c:v>(.*?)<\/c:v>/s)),
        values: bare(plain(first(ser, /<c:val>.*?<c:f>(.*?)<\/c:f>/s))),
        categories: bare(plain(first(ser, /<c:cat>.*?<c:f>(.*?)<\/c:f>/s))),
        color: first(ser, /<a:srgbClr val="(\w+)"/),
      })),
  );

const cornerIn = (anchor: string, name: string): readonly [row: number, column: number] => {
  const corner = first(anchor, new RegExp(`<xdr:${name}>(.*?)</xdr:${name}>`, 's'));
  return [Number(first(corner, /<xdr:row>(\d+)/)), Number(first(corner, /<xdr:col>(\d+)/))];
};

const chartsOfDrawing = (parts: Parts, sheet: string, drawing: string): readonly ChartFacts[] =>
  Array.from((parts.get(drawing) ?? '').matchAll(/<xdr:twoCellAnchor.*?<\/xdr:twoCellAnchor>/gs)).flatMap(
    ([anchor]) => {
      const id = first(anchor, /<c:chart [^>]*r:id="(\w+)"/);
      const part = linksOf(parts, drawing).find((link) => link.id === id)?.target;
      if (part === undefined) return [];
      const xml = parts.get(part) ?? '';
      const axis = first(xml, /<c:valAx>(.*?)<\/c:valAx>/s);
      const [top, left] = cornerIn(anchor, 'from');
      const [below, right] = cornerIn(anchor, 'to');
      return [
        {
          sheet,
          name: plain(first(anchor, /<xdr:cNvPr [^>]*name="([^"]*)"/)),
          title: plain(first(xml, /<a:t>(.*?)<\/a:t>/s)),
          place: { top, left, bottom: below - 1, right: right - 1 },
          ends: [numberIn(axis, /<c:min val="([^"]+)"/), numberIn(axis, /<c:max val="([^"]+)"/)],
          series: seriesIn(xml),
        },
      ];
    },
  );

/** Charts of a file, sheet by sheet. */
export const chartsInFile = (bytes: Uint8Array): readonly ChartFacts[] => {
  const parts: Parts = new Map(
    Object.entries(unzipParts(bytes)).map(([name, part]) => [name, partAsText(part)]),
  );
  const workbook = 'xl/workbook.xml';
  const links = linksOf(parts, workbook);
  return tagsOf(parts.get(workbook) ?? '')
    .filter(({ name }) => name === 'sheet')
    .flatMap(({ values }) => {
      const part = links.find(({ id }) => id === values['r:id'])?.target ?? '';
      const drawing = linksOf(parts, part).find(({ type }) => type === 'drawing')?.target;
      return drawing === undefined ? [] : chartsOfDrawing(parts, values['name'] ?? '', drawing);
    });
};

/** Index at which a place in points begins. */
const indexAt = (points: number, size: (index: number) => number): number => {
  let index = 0;
  for (let start = 0; start < points - 0.01; index += 1) start += size(index);
  return index;
};

const placeIn = (sheet: BookSheet, properties: Readonly<Record<string, unknown>>): CellRange => {
  const [top, left, height, width] = ['Top', 'Left', 'Height', 'Width'].map((name) =>
    Number(properties[name]),
  );
  const row = (points: number): number => indexAt(points, (index) => rowHeightOf(sheet, index));
  const column = (points: number): number => indexAt(points, (index) => columnWidthOf(sheet, index));
  const [y = 0, x = 0] = [top, left];
  return {
    top: row(y),
    left: column(x),
    bottom: row(y + (height ?? 0)) - 1,
    right: column(x + (width ?? 0)) - 1,
  };
};

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

const numberOf = (value: unknown): number | null => (typeof value === 'number' ? value : null);

/** Charts of a workbook behind office.js, sheet by sheet. */
export const chartsInHost = ({ book }: Host): readonly ChartFacts[] =>
  book.sheets.flatMap((sheet) =>
    sheet.charts.map(({ name, series, properties, parts }) => ({
      sheet: sheet.name,
      name,
      title: textOf(parts['Title']?.['Text']),
      place: placeIn(sheet, properties),
      ends: [numberOf(parts['Axes/ValueAxis']?.['Minimum']), numberOf(parts['Axes/ValueAxis']?.['Maximum'])],
      series: series.map((entry) => ({
        type: entry.chartType,
        name: entry.name,
        values: bare(entry.values ?? ''),
        categories: bare(entry.categories ?? ''),
        color: textOf(entry.parts['Format/Line']?.['Color']).replace('#', ''),
      })),
    })),
  );
