import { parseSheetRange, type CellRange } from '../../core/cell-address';
import type { SheetRange } from '../../core/change-plan';
import type { PartStore } from '../package/part-store';
import { readRelationships } from '../package/relationships';
import { descendants } from '../write/extensions';
import { attribute, element, elements, relationshipId, textOf } from '../xml/xml-node';
import { localName, parseXml, type XmlNode } from '../xml/parse-xml';
import { drawingColor } from './colors';

/** What a chart shows of one series: the cells if it names them, and the points that the file remembers. */
export type SeriesView = {
  readonly name: string;
  readonly kind: 'bar' | 'column' | 'line' | 'radar';
  readonly color: string | undefined;
  readonly isDashed: boolean;
  readonly values: PointsView;
};

export type PointsView = {
  readonly cells: SheetRange | undefined;
  readonly points: readonly (string | number | null)[];
};

/** A chart of a sheet, as far as it can be drawn; others have no series. */
export type ChartView = {
  readonly title: string;
  readonly altText: string;
  /** Cells that it covers. */
  readonly place: CellRange;
  readonly categories: PointsView;
  readonly series: readonly SeriesView[];
  readonly min: number | undefined;
  readonly max: number | undefined;
};

/** Charts of a worksheet. */
export const readSheetCharts = (
  store: PartStore,
  sheetPart: string,
  sheet: XmlNode,
  theme: readonly string[],
): readonly ChartView[] => {
  const drawing = element(sheet, 'drawing');
  const part = drawing === undefined ? undefined : linkedPart(store, sheetPart, relationshipId(drawing));
  const root = part === undefined ? undefined : readRoot(store, part);
  if (part === undefined || root === undefined) return [];
  return elements(root).flatMap((anchor) => {
    const place = placeOf(anchor);
    const [frame] = descendants(anchor, 'graphicFrame');
    const [chart] = frame === undefined ? [] : descendants(frame, 'chart');
    const target = chart === undefined ? undefined : linkedPart(store, part, relationshipId(chart));
    const space = target === undefined ? undefined : readRoot(store, target);
    if (frame === undefined || place === undefined || space === undefined) return [];
    const [properties] = descendants(frame, 'cNvPr');
    const altText = properties === undefined ? undefined : attribute(properties, 'descr');
    return [{ place, altText: altText ?? '', ...readChart(space, theme) }];
  });
};

const linkedPart = (store: PartStore, part: string, id: string | undefined): string | undefined =>
  readRelationships(store, part).find((link) => link.id === id && !link.isExternal)?.target;

const readRoot = (store: PartStore, part: string): XmlNode | undefined => {
  const text = store.text(part);
  return text === undefined ? undefined : parseXml(text, part).root;
};

const childrenOf = (node: XmlNode, name: string): readonly XmlNode[] =>
  elements(node).filter((child) => localName(child.tag) === name);

const valueOf = (node: XmlNode | undefined, name: string): string | undefined => {
  const child = node === undefined ? undefined : childrenOf(node, name)[0];
  return child === undefined ? undefined : attribute(child, 'val');
};

const placeOf = (anchor: XmlNode): CellRange | undefined => {
  const corner = (name: string, part: string): number => {
    const node = childrenOf(anchor, name)[0];
    const text = node === undefined ? undefined : childrenOf(node, part)[0];
    return text === undefined ? Number.NaN : Number(textOf(text));
  };
  const [top, left, bottom, right] = [
    corner('from', 'row'),
    corner('from', 'col'),
    corner('to', 'row') - 1,
    corner('to', 'col') - 1,
  ];
  return [top, left, bottom, right].every(Number.isInteger) ? { top, left, bottom, right } : undefined;
};

const KINDS: Readonly<Record<string, SeriesView['kind']>> = {
  barChart: 'column',
  lineChart: 'line',
  radarChart: 'radar',
};

const readChart = (space: XmlNode, theme: readonly string[]): Omit<ChartView, 'place' | 'altText'> => {
  const chart = childrenOf(space, 'chart')[0];
  const area = chart === undefined ? undefined : childrenOf(chart, 'plotArea')[0];
  const plots = area === undefined ? [] : elements(area).filter(({ tag }) => localName(tag) in KINDS);
  const scale = area && childrenOf(area, 'valAx').flatMap((axis) => childrenOf(axis, 'scaling'))[0];
  const limit = (name: string): number | undefined => {
    const value = valueOf(scale, name);
    return value === undefined ? undefined : Number(value);
  };
  const all = plots.flatMap((plot) => {
    const kind = KINDS[localName(plot.tag)] ?? 'column';
    const isLying = kind === 'column' && valueOf(plot, 'barDir') === 'bar';
    return childrenOf(plot, 'ser').map((node) => ({
      node,
      view: readSeries(node, isLying ? 'bar' : kind, theme),
    }));
  });
  const titles = chart === undefined ? [] : childrenOf(chart, 'title');
  return {
    title: titles.flatMap((node) => descendants(node, 't').map(textOf)).join(''),
    categories: readPoints(all[0]?.node, 'cat'),
    series: all.map(({ view }) => view),
    min: limit('min'),
    max: limit('max'),
  };
};

const readSeries = (node: XmlNode, kind: SeriesView['kind'], theme: readonly string[]): SeriesView => {
  const look = childrenOf(node, 'spPr')[0];
  const line = look && childrenOf(look, 'ln')[0];
  const fill = (kind === 'line' || kind === 'radar' ? line : look) ?? look;
  const name = childrenOf(node, 'tx')[0];
  return {
    kind,
    name: name === undefined ? '' : descendants(name, 'v').map(textOf).join(''),
    color: drawingColor(theme, fill && childrenOf(fill, 'solidFill')[0]),
    isDashed: line !== undefined && (valueOf(line, 'prstDash') ?? 'solid') !== 'solid',
    values: readPoints(node, 'val'),
  };
};

const readPoints = (series: XmlNode | undefined, name: string): PointsView => {
  const data = series && childrenOf(series, name)[0];
  if (data === undefined) return { cells: undefined, points: [] };
  const reference = descendants(data, 'f')[0];
  const [cache] = [...descendants(data, 'numCache'), ...descendants(data, 'strCache')];
  const isNumber = cache !== undefined && localName(cache.tag) === 'numCache';
  const points: (string | number | null)[] = [];
  for (const node of cache === undefined ? [] : childrenOf(cache, 'pt')) {
    const text = childrenOf(node, 'v').map(textOf).join('');
    points[Number(attribute(node, 'idx'))] = isNumber ? Number(text) : text;
  }
  const count = Number(valueOf(cache, 'ptCount') ?? points.length);
  return {
    cells: reference === undefined ? undefined : parseSheetRange(textOf(reference)),
    points: Array.from({ length: Math.min(count, MAX_POINTS) }, (_, index) => points[index] ?? null),
  };
};

/** More could not be told apart on a screen. */
const MAX_POINTS = 1000;
