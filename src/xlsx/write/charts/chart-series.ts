import { labelPlace } from '../../../core/chart-looks';
import type { ChartSeries, PlannedChart } from '../../../core/change-plan';
import { makeElement } from '../../xml/xml-node';
import type { XmlNode } from '../../xml/parse-xml';
import { encodeEscapes, escapeText } from '../../xml/xml-text';
import type { ChartPoints, PointReader } from './chart-points';
import { barLook, labelLook, limitLook, lineLook, setting } from './chart-looks';

/** The `c:ser` elements of a chart's series and of its limits, in the order of the legend. */
export type SeriesXml = {
  readonly series: readonly XmlNode[];
  readonly limits: readonly XmlNode[];
  /** Number format of the first series. */
  readonly format: string;
};

/** Series with the values that the cells hold; spreadsheets show these until they read the cells themselves. */
export const seriesXml = (chart: PlannedChart, read: PointReader): SeriesXml => {
  const categories = read(chart.categories);
  const limits = chart.kind === 'bar' ? [] : chart.limits;
  const [first] = chart.series;
  return {
    series: chart.series.map((series, i) => ofSeries(chart, series, i, categories, read(series.values))),
    limits: limits.map((limit, i) => ofLimit(chart, limit, i, categories, read(limit.values))),
    format: first === undefined ? 'General' : read(first.values).format,
  };
};

const ofSeries = (
  chart: PlannedChart,
  { name, color }: ChartSeries,
  index: number,
  categories: ChartPoints,
  points: ChartPoints,
): XmlNode => {
  const { kind } = chart;
  const isBar = kind === 'bar' || kind === 'column';
  const labels = labelPlace(chart);
  return makeElement('c:ser', {}, [
    ...head(name, index),
    ...(isBar ? [barLook(color, index), setting('invertIfNegative', 0)] : lineLook(color, index)),
    ...(labels === null ? [] : [labelsXml(labels)]),
    ...dataXml(categories, points),
    ...(kind === 'line' ? [setting('smooth', 0)] : []),
  ]);
};

const ofLimit = (
  { kind, series }: PlannedChart,
  { name, color }: ChartSeries,
  index: number,
  categories: ChartPoints,
  points: ChartPoints,
): XmlNode =>
  makeElement('c:ser', {}, [
    ...head(name, series.length + index),
    ...limitLook(color, index),
    ...dataXml(categories, points),
    ...(kind === 'radar' ? [] : [setting('smooth', 0)]),
  ]);

const dataXml = (categories: ChartPoints, points: ChartPoints): readonly XmlNode[] => [
  makeElement('c:cat', {}, [categoriesXml(categories)]),
  makeElement('c:val', {}, [numbersXml(points)]),
];

const head = (name: string, index: number): readonly XmlNode[] => [
  setting('idx', index),
  setting('order', index),
  makeElement('c:tx', {}, [makeElement('c:v', {}, [textXml(name)])]),
];

const textXml = (text: string): string => escapeText(encodeEscapes(text));

const categoriesXml = (points: ChartPoints): XmlNode => {
  if (points.values.every((value) => typeof value !== 'string')) return numbersXml(points);
  return makeElement('c:strRef', {}, [
    makeElement('c:f', {}, [escapeText(points.reference)]),
    makeElement('c:strCache', {}, pointsXml(points.values)),
  ]);
};

const numbersXml = ({ reference, values, format }: ChartPoints): XmlNode =>
  makeElement('c:numRef', {}, [
    makeElement('c:f', {}, [escapeText(reference)]),
    makeElement('c:numCache', {}, [
      makeElement('c:formatCode', {}, [escapeText(format)]),
      ...pointsXml(values.map((value) => (typeof value === 'number' ? value : null))),
    ]),
  ]);

/** A place without a point is a gap: what is missing is never drawn as 0. */
const pointsXml = (values: readonly (string | number | null)[]): readonly XmlNode[] => [
  setting('ptCount', values.length),
  ...values.flatMap((value, idx) =>
    value === null ? [] : [makeElement('c:pt', { idx }, [makeElement('c:v', {}, [textXml(String(value))])])],
  ),
];

const LABEL_PLACES = { inside: 'inBase', outside: 'outEnd', above: 't' } as const;

/** The figure of each point; within a bar it stands on white. */
const labelsXml = (place: keyof typeof LABEL_PLACES): XmlNode =>
  makeElement('c:dLbls', {}, [
    makeElement('c:numFmt', { formatCode: 'General', sourceLinked: 1 }),
    ...(place === 'inside' ? [labelLook()] : []),
    setting('dLblPos', LABEL_PLACES[place]),
    ...['showLegendKey', 'showVal', 'showCatName', 'showSerName', 'showPercent', 'showBubbleSize'].map(
      (name) => setting(name, name === 'showVal' ? 1 : 0),
    ),
  ]);
