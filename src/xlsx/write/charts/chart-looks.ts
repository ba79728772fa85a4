import { CHART_DASHES, CHART_LOOK, CHART_MARKERS, inTurn } from '../../../core/chart-looks';
import { makeElement } from '../../xml/xml-node';
import type { XmlNode } from '../../xml/parse-xml';
import { encodeEscapes, escapeText } from '../../xml/xml-text';

const EMU_PER_POINT = 12_700;
/** Text sizes are written in hundredths of a point. */
const PER_POINT = 100;

/** Fills of further series differ by pattern too, so that they can be told apart in grey and by the colour-blind. */
const PATTERNS = ['wdUpDiag', 'dkHorz', 'pct40', 'wdDnDiag', 'dkVert', 'lgCheck'] as const;
const DASHES = { dash: 'dash', dot: 'sysDot', dashDot: 'lgDashDot' } as const;

/** A `c:` element that says one value. */
export const setting = (name: string, val: string | number): XmlNode => makeElement(`c:${name}`, { val });

const solid = (color: string): XmlNode =>
  makeElement('a:solidFill', {}, [makeElement('a:srgbClr', { val: color.toUpperCase() })]);

const line = (color: string, points: number, dash?: string): XmlNode =>
  makeElement('a:ln', { w: Math.round(points * EMU_PER_POINT), cap: 'rnd' }, [
    solid(color),
    ...(dash === undefined ? [] : [makeElement('a:prstDash', { val: dash })]),
    makeElement('a:round', {}),
  ]);

const shape = (...children: readonly XmlNode[]): XmlNode => makeElement('c:spPr', {}, children);

/** Fill of the bars of a series: the first plain, each further one with a pattern of its own. */
export const barLook = (color: string, index: number): XmlNode => {
  if (index === 0) return shape(solid(color), line(color, CHART_LOOK.hairWeight));
  const pattern = makeElement('a:pattFill', { prst: inTurn(PATTERNS, index - 1) }, [
    makeElement('a:fgClr', {}, [makeElement('a:srgbClr', { val: color.toUpperCase() })]),
    makeElement('a:bgClr', {}, [makeElement('a:srgbClr', { val: 'FFFFFF' })]),
  ]);
  return shape(pattern, line(color, CHART_LOOK.hairWeight));
};

/** Line of a series, and the marker by which it differs from others. */
export const lineLook = (color: string, index: number): readonly XmlNode[] => [
  shape(line(color, CHART_LOOK.lineWeight)),
  makeElement('c:marker', {}, [
    setting('symbol', inTurn(CHART_MARKERS, index)),
    setting('size', CHART_LOOK.markerSize),
    shape(solid(color), line(color, CHART_LOOK.hairWeight)),
  ]),
];

/** Dashed line of a limit, without markers. */
export const limitLook = (color: string, index: number): readonly XmlNode[] => [
  shape(line(color, CHART_LOOK.lineWeight, DASHES[inTurn(CHART_DASHES, index)])),
  makeElement('c:marker', {}, [setting('symbol', 'none')]),
];

export const gridLines = (): XmlNode =>
  makeElement('c:majorGridlines', {}, [shape(line(CHART_LOOK.gridColor, CHART_LOOK.hairWeight))]);

export const axisLook = (): XmlNode => shape(line(CHART_LOOK.axisColor, CHART_LOOK.hairWeight));

/** White ground behind a figure. */
export const labelLook = (): XmlNode => shape(solid(CHART_LOOK.groundColor));

/** White ground with a thin frame. */
export const chartLook = (): XmlNode =>
  shape(solid(CHART_LOOK.groundColor), line(CHART_LOOK.gridColor, CHART_LOOK.hairWeight));

const letters = (tag: string, size: number, isBold: boolean): XmlNode =>
  makeElement(tag, { lang: tag === 'a:rPr' ? 'th-TH' : undefined, sz: size * PER_POINT, b: isBold ? 1 : 0 }, [
    solid(CHART_LOOK.textColor),
    ...['latin', 'ea', 'cs'].map((script) => makeElement(`a:${script}`, { typeface: CHART_LOOK.font })),
  ]);

const frame = (name: string, paragraphs: readonly XmlNode[]): XmlNode =>
  makeElement(`c:${name}`, {}, [makeElement('a:bodyPr', {}), makeElement('a:lstStyle', {}), ...paragraphs]);

const defaults = (size: number, isBold: boolean): XmlNode =>
  makeElement('a:pPr', {}, [letters('a:defRPr', size, isBold)]);

/** Font of all texts that have none of their own. */
export const textLook = (): XmlNode =>
  frame('txPr', [
    makeElement('a:p', {}, [
      defaults(CHART_LOOK.textSize, false),
      makeElement('a:endParaRPr', { lang: 'th-TH' }),
    ]),
  ]);

/** A heading, one paragraph for each of its lines. */
export const richText = (text: string): XmlNode =>
  makeElement('c:tx', {}, [
    frame(
      'rich',
      text
        .split('\n')
        .map((part) =>
          makeElement('a:p', {}, [
            defaults(CHART_LOOK.titleSize, true),
            makeElement('a:r', {}, [
              letters('a:rPr', CHART_LOOK.titleSize, true),
              makeElement('a:t', {}, [escapeText(encodeEscapes(part))]),
            ]),
          ]),
        ),
    ),
  ]);
