import { attribute, elements, textOf } from '../../xml/xml-node';
import { localName, type XmlNode } from '../../xml/parse-xml';
import { descendants } from '../extensions';

/**
 * Equal for charts that show the same: kind, heading, series with their cells, values and colours, and the ends of the
 * axis of values. The rest is how they are drawn, which is the officer's to change.
 */
export const chartKey = (chartSpace: XmlNode): string => {
  const [chart] = childrenOf(chartSpace, 'chart');
  if (chart === undefined) return '';
  const titles = childrenOf(chart, 'title').flatMap((title) => descendants(title, 't').map(textOf));
  const plots = childrenOf(chart, 'plotArea').flatMap((area) => elements(area));
  return JSON.stringify([
    titles.join(''),
    plots.filter((plot) => localName(plot.tag).endsWith('Chart')).map(plotKey),
    plots.filter((plot) => localName(plot.tag) === 'valAx').map(scaleKey),
  ]);
};

const childrenOf = (node: XmlNode, name: string): readonly XmlNode[] =>
  elements(node).filter((child) => localName(child.tag) === name);

const valueOf = (node: XmlNode, name: string): string | undefined => {
  const [child] = childrenOf(node, name);
  return child === undefined ? undefined : attribute(child, 'val');
};

const numberOf = (node: XmlNode, name: string): number | null => {
  const value = valueOf(node, name);
  return value === undefined ? null : Number(value);
};

const scaleKey = (axis: XmlNode): unknown =>
  childrenOf(axis, 'scaling').map((scaling) => [numberOf(scaling, 'min'), numberOf(scaling, 'max')]);

const plotKey = (plot: XmlNode): unknown => [
  localName(plot.tag),
  valueOf(plot, 'barDir') ?? '',
  childrenOf(plot, 'ser').map(seriesKey),
];

const seriesKey = (series: XmlNode): unknown => [
  numberOf(series, 'order'),
  ...['tx', 'cat', 'val'].map((name) => childrenOf(series, name).map(dataKey)),
  childrenOf(series, 'spPr')
    .flatMap((look) => descendants(look, 'srgbClr'))
    .slice(0, 1)
    .map((color) => attribute(color, 'val')?.toUpperCase()),
];

/** Spreadsheets drop quotes that a sheet's name does not need, and write numbers with more or fewer digits. */
const dataKey = (data: XmlNode): unknown => [
  descendants(data, 'f').map((formula) => textOf(formula).replaceAll("'", '')),
  descendants(data, 'formatCode').map(textOf),
  descendants(data, 'ptCount').map((count) => attribute(count, 'val')),
  descendants(data, 'pt').map((point) => [attribute(point, 'idx'), pointKey(textOf(point))]),
  childrenOf(data, 'v').map(textOf),
];

const pointKey = (text: string): string | number =>
  text.trim() === '' || Number.isNaN(Number(text)) ? text : Number(text);
