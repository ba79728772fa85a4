import type { IBorderStyleData, IStyleData } from '@univerjs/core';
import {
  BooleanNumber,
  BorderStyleTypes,
  HorizontalAlign,
  VerticalAlign,
  WrapStrategy,
} from '@univerjs/core';
import type { CellLook, EdgeLook } from '../../xlsx/looks/cell-looks';

/** The id under which the grid keeps a style of the file. */
export const styleId = (index: number): string => `x${index}`;

const EDGES: Readonly<Record<string, BorderStyleTypes>> = {
  thin: BorderStyleTypes.THIN,
  hair: BorderStyleTypes.HAIR,
  dotted: BorderStyleTypes.DOTTED,
  dashed: BorderStyleTypes.DASHED,
  dashDot: BorderStyleTypes.DASH_DOT,
  dashDotDot: BorderStyleTypes.DASH_DOT_DOT,
  double: BorderStyleTypes.DOUBLE,
  medium: BorderStyleTypes.MEDIUM,
  mediumDashed: BorderStyleTypes.MEDIUM_DASHED,
  mediumDashDot: BorderStyleTypes.MEDIUM_DASH_DOT,
  mediumDashDotDot: BorderStyleTypes.MEDIUM_DASH_DOT_DOT,
  slantDashDot: BorderStyleTypes.SLANT_DASH_DOT,
  thick: BorderStyleTypes.THICK,
};

const ACROSS: Readonly<Record<string, HorizontalAlign>> = {
  left: HorizontalAlign.LEFT,
  center: HorizontalAlign.CENTER,
  centerContinuous: HorizontalAlign.CENTER,
  right: HorizontalAlign.RIGHT,
  justify: HorizontalAlign.JUSTIFIED,
};

const UPRIGHT: Readonly<Record<string, VerticalAlign>> = {
  top: VerticalAlign.TOP,
  center: VerticalAlign.MIDDLE,
  bottom: VerticalAlign.BOTTOM,
};

/** Pixels of one step of an indent. */
const INDENT = 9;
const UPRIGHT_TEXT = 255;

/** A look of the file as the grid draws it. */
export const gridStyle = (look: CellLook): IStyleData => ({
  ff: look.font,
  fs: look.size,
  ...(look.bold ? { bl: BooleanNumber.TRUE } : {}),
  ...(look.italic ? { it: BooleanNumber.TRUE } : {}),
  ...(look.underline ? { ul: { s: BooleanNumber.TRUE } } : {}),
  ...(look.strike ? { st: { s: BooleanNumber.TRUE } } : {}),
  ...(look.color === undefined ? {} : { cl: { rgb: `#${look.color}` } }),
  ...(look.fill === undefined ? {} : { bg: { rgb: `#${look.fill}` } }),
  ...borders(look.edges),
  ...(look.align !== undefined && look.align in ACROSS ? { ht: ACROSS[look.align] } : {}),
  vt: UPRIGHT[look.verticalAlign ?? 'bottom'] ?? VerticalAlign.BOTTOM,
  tb: look.wraps ? WrapStrategy.WRAP : WrapStrategy.OVERFLOW,
  ...(look.indent === 0 ? {} : { pd: { l: look.indent * INDENT } }),
  ...rotation(look.rotation),
  ...(look.format === 'General' ? {} : { n: { pattern: look.format } }),
});

const borders = ({ left, right, top, bottom }: CellLook['edges']): IStyleData => {
  const all = { l: edge(left), r: edge(right), t: edge(top), b: edge(bottom) };
  const drawn = Object.entries(all).filter(([, value]) => value !== undefined);
  return drawn.length === 0 ? {} : { bd: Object.fromEntries(drawn) };
};

const edge = (look: EdgeLook | undefined): IBorderStyleData | undefined =>
  look === undefined
    ? undefined
    : { s: EDGES[look.weight] ?? BorderStyleTypes.THIN, cl: { rgb: `#${look.color}` } };

/** Files count 0–90 upwards and 91–180 downwards; the grid counts downwards from 0. */
const rotation = (angle: number): IStyleData => {
  if (angle === 0) return {};
  if (angle === UPRIGHT_TEXT) return { tr: { a: 0, v: BooleanNumber.TRUE } };
  return { tr: { a: angle <= 90 ? -angle : angle - 90 } };
};
