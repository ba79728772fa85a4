import { makeElement } from '../../xml/xml-node';
import type { XmlNode } from '../../xml/parse-xml';
import { encodeEscapes, escapeText } from '../../xml/xml-text';

/** A font that every office of the state has, with Thai letters and Latin ones of one size. */
const FONT = 'TH Sarabun New';
const TEXT_COLOR = '262626';
const LINE_COLOR = '8C8C8C';
const GRID_COLOR = 'D9D9D9';
/** In hundredths of a point. */
export const TITLE_SIZE = 1800;
const TEXT_SIZE = 1400;

const EMU_PER_POINT = 12_700;
const HAIR = 0.75;
const LINE = 2.25;

/** Fills of further series differ by pattern too, so that they can be told apart in grey and by the colour-blind. */
const PATTERNS = ['wdUpDiag', 'dkHorz', 'pct40', 'wdDnDiag', 'dkVert', 'lgCheck'] as const;
const MARKERS = ['circle', 'square', 'triangle', 'diamond', 'x', 'star'] as const;
const DASHES = ['dash', 'sysDot', 'lgDashDot', 'sysDash', 'lgDash'] as const;

const pick = <Value>(list: readonly [Value, ...Value[]], index: number): Value =>
  list[index % list.length] ?? list[0];

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
  if (index === 0) return shape(solid(color), line(color, HAIR));
  const pattern = makeElement('a:pattFill', { prst: pick(PATTERNS, index - 1) }, [
    makeElement('a:fgClr', {}, [makeElement('a:srgbClr', { val: color.toUpperCase() })]),
    makeElement('a:bgClr', {}, [makeElement('a:srgbClr', { val: 'FFFFFF' })]),
  ]);
  return shape(pattern, line(color, HAIR));
};

/** Line of a series, and the marker by which it differs from others. */
export const lineLook = (color: string, index: number): readonly XmlNode[] => [
  shape(line(color, LINE)),
  makeElement('c:marker', {}, [
    setting('symbol', pick(MARKERS, index)),
    setting('size', 7),
    shape(solid(color), line(color, HAIR)),
  ]),
];

/** Dashed line of a limit, without markers. */
export const limitLook = (color: string, index: number): readonly XmlNode[] => [
  shape(line(color, LINE, pick(DASHES, index))),
  makeElement('c:marker', {}, [setting('symbol', 'none')]),
];

export const gridLines = (): XmlNode => makeElement('c:majorGridlines', {}, [shape(line(GRID_COLOR, HAIR))]);

export const axisLook = (): XmlNode => shape(line(LINE_COLOR, HAIR));

/** White ground behind a figure. */
export const labelLook = (): XmlNode => shape(solid('FFFFFF'));

/** White ground with a thin frame. */
export const chartLook = (): XmlNode => shape(solid('FFFFFF'), line(GRID_COLOR, HAIR));

const letters = (tag: string, size: number, isBold: boolean): XmlNode =>
  makeElement(tag, { lang: tag === 'a:rPr' ? 'th-TH' : undefined, sz: size, b: isBold ? 1 : 0 }, [
    solid(TEXT_COLOR),
    ...['latin', 'ea', 'cs'].map((script) => makeElement(`a:${script}`, { typeface: FONT })),
  ]);

const frame = (name: string, paragraphs: readonly XmlNode[]): XmlNode =>
  makeElement(`c:${name}`, {}, [makeElement('a:bodyPr', {}), makeElement('a:lstStyle', {}), ...paragraphs]);

const defaults = (size: number, isBold: boolean): XmlNode =>
  makeElement('a:pPr', {}, [letters('a:defRPr', size, isBold)]);

/** Font of all texts that have none of their own. */
export const textLook = (): XmlNode =>
  frame('txPr', [
    makeElement('a:p', {}, [defaults(TEXT_SIZE, false), makeElement('a:endParaRPr', { lang: 'th-TH' })]),
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
            defaults(TITLE_SIZE, true),
            makeElement('a:r', {}, [
              letters('a:rPr', TITLE_SIZE, true),
              makeElement('a:t', {}, [escapeText(encodeEscapes(part))]),
            ]),
          ]),
        ),
    ),
  ]);
