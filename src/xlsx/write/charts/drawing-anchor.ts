import type { CellRange } from '../../../core/cell-address';
import type { PlannedChart } from '../../../core/change-plan';
import {
  attribute,
  attributes,
  elements,
  makeElement,
  prefixOf,
  relationshipId,
  textOf,
} from '../../xml/xml-node';
import { withAttribute, withChildren, withReplaced } from '../../xml/xml-node';
import { localName, type XmlNode } from '../../xml/parse-xml';
import { encodeEscapes } from '../../xml/xml-text';
import { descendants } from '../extensions';
import type { DrawingNamespaces } from './namespaces';

/** A chart in a drawing: where it is anchored, and the `r:id` of its part. */
export type ChartFrame = { readonly anchor: XmlNode; readonly frame: XmlNode; readonly id: string };

/** The chart of that name in a drawing. */
export const findChart = (drawing: XmlNode, name: string): ChartFrame | undefined => {
  for (const anchor of elements(drawing)) {
    for (const frame of descendants(anchor, 'graphicFrame')) {
      const [chart] = descendants(frame, 'chart');
      const id = chart === undefined ? undefined : relationshipId(chart);
      const properties = propertiesOf(frame);
      if (
        id !== undefined &&
        properties !== undefined &&
        attribute(properties, 'name') === encodeEscapes(name)
      )
        return { anchor, frame, id };
    }
  }
  return undefined;
};

/** Whether a place is the chart's own; in a group, or among alternatives, it is not. */
const isAlone = ({ anchor, frame }: Pick<ChartFrame, 'anchor' | 'frame'>): boolean =>
  elements(anchor).includes(frame) && localName(anchor.tag) === 'twoCellAnchor';

const propertiesOf = (frame: XmlNode): XmlNode | undefined => descendants(frame, 'cNvPr')[0];

/** The drawing with a chart of its own anchor; `id` is the `r:id` of the chart's part. */
export const withNewChart = (
  drawing: XmlNode,
  chart: PlannedChart,
  id: string,
  { main, chart: chartSpace, relationships }: DrawingNamespaces,
): XmlNode => {
  const p = prefixOf(drawing);
  const ids = descendants(drawing, 'cNvPr').map((node) => Number(attribute(node, 'id') ?? 0));
  const declared = attributes(drawing).some(([name, value]) => name === 'xmlns:a' && value === main);
  const frame = makeElement(`${p}graphicFrame`, { macro: '', ...(declared ? {} : { 'xmlns:a': main }) }, [
    makeElement(`${p}nvGraphicFramePr`, {}, [
      makeElement(`${p}cNvPr`, { id: Math.max(1, ...ids) + 1, ...textsOf(chart) }),
      makeElement(`${p}cNvGraphicFramePr`, {}),
    ]),
    makeElement(`${p}xfrm`, {}, [
      makeElement('a:off', { x: 0, y: 0 }),
      makeElement('a:ext', { cx: 0, cy: 0 }),
    ]),
    makeElement('a:graphic', {}, [
      makeElement('a:graphicData', { uri: chartSpace }, [
        makeElement('c:chart', { 'xmlns:c': chartSpace, 'xmlns:r': relationships, 'r:id': id }),
      ]),
    ]),
  ]);
  // Wider columns move the chart but do not stretch it.
  const anchor = makeElement(`${p}twoCellAnchor`, { editAs: 'oneCell' }, [
    ...cornersXml(p, chart.place),
    frame,
    makeElement(`${p}clientData`, {}),
  ]);
  return withChildren(drawing, [...drawing.children, anchor]);
};

/** The drawing with a chart that it has already at its planned place and with its planned alternative text. */
export const withUpdatedChart = (
  drawing: XmlNode,
  { anchor, frame }: Pick<ChartFrame, 'anchor' | 'frame'>,
  chart: PlannedChart,
): XmlNode => {
  const described = withDescription(anchor, frame, chart);
  const isPlaced = !isAlone({ anchor, frame }) || isAt(anchor, chart.place);
  const placed = isPlaced ? described : withCorners(described, chart.place);
  return placed === anchor ? drawing : withReplaced(drawing, anchor, placed);
};

const textsOf = ({ name, altText }: PlannedChart): { readonly name: string; readonly descr: string } => ({
  name: encodeEscapes(name),
  descr: encodeEscapes(altText),
});

const withDescription = (node: XmlNode, frame: XmlNode, chart: PlannedChart): XmlNode => {
  const old = propertiesOf(frame);
  if (old === undefined || attribute(old, 'descr') === textsOf(chart).descr) return node;
  return exchanged(node, old, withAttribute(old, 'descr', textsOf(chart).descr));
};

const exchanged = (node: XmlNode, old: XmlNode, next: XmlNode): XmlNode =>
  node === old
    ? next
    : {
        ...node,
        children: node.children.map((child) =>
          typeof child === 'string' ? child : exchanged(child, old, next),
        ),
      };

/** The first cell, and the one after the last: the chart ends where the latter begins. */
const cornersOf = ({
  top,
  left,
  bottom,
  right,
}: CellRange): readonly (readonly [string, number, number])[] => [
  ['from', left, top],
  ['to', right + 1, bottom + 1],
];

const cornersXml = (p: string, place: CellRange): readonly XmlNode[] =>
  cornersOf(place).map(([name, column, row]) =>
    makeElement(
      p + name,
      {},
      [
        ['col', column],
        ['colOff', 0],
        ['row', row],
        ['rowOff', 0],
      ].map(([tag, value]) => makeElement(`${p}${String(tag)}`, {}, [String(value)])),
    ),
  );

const isAt = (anchor: XmlNode, place: CellRange): boolean =>
  cornersOf(place).every(([name, column, row]) => {
    const corner = elements(anchor, name)[0];
    const count = (tag: string): number =>
      Number(corner === undefined ? Number.NaN : elements(corner, tag).map(textOf).join(''));
    return count('col') === column && count('row') === row;
  });

const withCorners = (anchor: XmlNode, place: CellRange): XmlNode =>
  cornersXml(prefixOf(anchor), place).reduce((node, corner) => {
    const old = elements(node).find((child) => child.tag === corner.tag);
    return old === undefined ? node : withReplaced(node, old, corner);
  }, anchor);
