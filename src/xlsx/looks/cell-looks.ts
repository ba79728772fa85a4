import { customFormats, formatCode } from '../read/number-formats';
import { attribute, element, elements, isTrue } from '../xml/xml-node';
import { localName, type XmlNode } from '../xml/parse-xml';
import type { ColorReader } from './colors';

/** One line of a border; `weight` is the file's own word. */
export type EdgeLook = { readonly weight: string; readonly color: string };

/** How a cell looks; colours are RRGGBB, sizes points. */
export type CellLook = {
  readonly font: string;
  readonly size: number;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline: boolean;
  readonly strike: boolean;
  readonly color: string | undefined;
  readonly fill: string | undefined;
  readonly edges: Readonly<Partial<Record<'left' | 'right' | 'top' | 'bottom', EdgeLook>>>;
  readonly align: string | undefined;
  readonly verticalAlign: string | undefined;
  readonly wraps: boolean;
  readonly indent: number;
  readonly rotation: number;
  readonly format: string;
};

/** What a conditional format lays over the look of a cell. */
export type LookOver = Pick<CellLook, 'color' | 'fill' | 'bold' | 'italic'>;

const SIDES = ['left', 'right', 'top', 'bottom'] as const;

/** Looks of a workbook's cells by style index. */
export const readCellLooks = (styles: XmlNode, color: ColorReader): readonly CellLook[] => {
  const list = (name: string): readonly XmlNode[] => {
    const node = element(styles, name);
    return node === undefined ? [] : elements(node);
  };
  const custom = customFormats(styles);
  const fonts = list('fonts').map((font) => fontLook(font, color));
  const fills = list('fills').map((fill) => fillColor(fill, color));
  const borders = list('borders').map((border) => edgeLooks(border, color));
  const looks = list('cellXfs').map((xf): CellLook => {
    const id = (name: string): number => Number(attribute(xf, name) ?? 0);
    return {
      ...(fonts[id('fontId')] ?? PLAIN_FONT),
      ...alignmentLook(element(xf, 'alignment')),
      fill: fills[id('fillId')],
      edges: borders[id('borderId')] ?? {},
      format: formatCode(id('numFmtId'), custom),
    };
  });
  return looks.length > 0 ? looks : [PLAIN_LOOK];
};

/** Looks that conditional formats lay over cells, by index. */
export const readLooksOver = (styles: XmlNode, color: ColorReader): readonly LookOver[] => {
  const list = element(styles, 'dxfs');
  return (list === undefined ? [] : elements(list)).map((dxf) => {
    const font = element(dxf, 'font');
    const fill = element(dxf, 'fill');
    const pattern = fill === undefined ? undefined : elements(fill)[0];
    const look = font === undefined ? undefined : fontLook(font, color);
    return {
      color: look?.color,
      bold: look?.bold ?? false,
      italic: look?.italic ?? false,
      // Of a plain fill it is the ground that shows.
      fill: pattern && (color(element(pattern, 'bgColor')) ?? color(element(pattern, 'fgColor'))),
    };
  });
};

type FontLook = Pick<CellLook, 'font' | 'size' | 'bold' | 'italic' | 'underline' | 'strike' | 'color'>;

const PLAIN_FONT: FontLook = {
  font: 'Calibri',
  size: 11,
  bold: false,
  italic: false,
  underline: false,
  strike: false,
  color: undefined,
};

const fontLook = (font: XmlNode, color: ColorReader): FontLook => {
  const isSet = (name: string): boolean => {
    const node = element(font, name);
    const value = node === undefined ? 'none' : attribute(node, 'val');
    return value === undefined || (value !== 'none' && value !== '0' && value !== 'false');
  };
  const value = (name: string): string | undefined => {
    const node = element(font, name);
    return node === undefined ? undefined : attribute(node, 'val');
  };
  return {
    font: value('name') ?? PLAIN_FONT.font,
    size: Number(value('sz') ?? PLAIN_FONT.size),
    bold: isSet('b'),
    italic: isSet('i'),
    underline: isSet('u'),
    strike: isSet('strike'),
    color: color(element(font, 'color')),
  };
};

const fillColor = (fill: XmlNode, color: ColorReader): string | undefined => {
  const inner = elements(fill)[0];
  if (inner === undefined) return undefined;
  if (localName(inner.tag) === 'gradientFill') {
    const stop = elements(inner)[0];
    return stop === undefined ? undefined : color(elements(stop)[0]);
  }
  const pattern = attribute(inner, 'patternType') ?? 'none';
  return pattern === 'none' ? undefined : color(element(inner, 'fgColor'));
};

const edgeLooks = (border: XmlNode, color: ColorReader): CellLook['edges'] =>
  Object.fromEntries(
    SIDES.flatMap((side) => {
      const node = element(border, side);
      const weight = node === undefined ? undefined : attribute(node, 'style');
      if (node === undefined || weight === undefined || weight === 'none') return [];
      return [[side, { weight, color: color(element(node, 'color')) ?? '000000' }]];
    }),
  );

type AlignmentLook = Pick<CellLook, 'align' | 'verticalAlign' | 'wraps' | 'indent' | 'rotation'>;

const alignmentLook = (node: XmlNode | undefined): AlignmentLook => {
  const value = (name: string): string | undefined =>
    node === undefined ? undefined : attribute(node, name);
  return {
    align: value('horizontal'),
    verticalAlign: value('vertical'),
    wraps: isTrue(value('wrapText')),
    indent: Number(value('indent') ?? 0),
    rotation: Number(value('textRotation') ?? 0),
  };
};

const PLAIN_LOOK: CellLook = {
  ...PLAIN_FONT,
  ...alignmentLook(undefined),
  fill: undefined,
  edges: {},
  format: 'General',
};
