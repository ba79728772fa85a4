import type { CellStyle, FormulaFormat } from '../../core/change-plan';
import { makeElement } from '../xml/xml-node';
import type { XmlNode } from '../xml/parse-xml';

type Look = FormulaFormat['look'];

/** Font of a planned style. */
export const fontXml = (p: string, style: CellStyle): XmlNode =>
  makeElement(`${p}font`, {}, [
    ...flag(p, 'b', style.bold),
    ...flag(p, 'i', style.italic),
    ...flag(p, 'u', style.underline),
    makeElement(`${p}sz`, { val: style.size }),
    ...color(p, style.color),
    makeElement(`${p}name`, { val: style.font }),
    makeElement(`${p}family`, { val: 2 }),
  ]);

/** Fill of a planned style. */
export const fillXml = (p: string, { fill }: CellStyle): XmlNode =>
  makeElement(`${p}fill`, {}, [
    fill === undefined
      ? makeElement(`${p}patternFill`, { patternType: 'none' })
      : makeElement(`${p}patternFill`, { patternType: 'solid' }, [
          makeElement(`${p}fgColor`, { rgb: argb(fill) }),
          makeElement(`${p}bgColor`, { indexed: 64 }),
        ]),
  ]);

/** Border of a planned style, the same on all four sides. */
export const borderXml = (p: string, { border }: CellStyle): XmlNode =>
  makeElement(`${p}border`, {}, [
    ...['left', 'right', 'top', 'bottom'].map((side) =>
      border === undefined
        ? makeElement(p + side, {})
        : makeElement(p + side, { style: border.weight }, color(p, border.color)),
    ),
    makeElement(`${p}diagonal`, {}),
  ]);

/** Alignment of a planned style; undefined where it is the default. */
export const alignmentXml = (p: string, style: CellStyle): XmlNode | undefined => {
  const { align, verticalAlign, wrap, indent } = style;
  const values = {
    horizontal: align,
    vertical: verticalAlign === 'bottom' ? undefined : verticalAlign,
    wrapText: wrap === true ? 1 : undefined,
    indent: indent === 0 ? undefined : indent,
  };
  return Object.values(values).every((value) => value === undefined)
    ? undefined
    : makeElement(`${p}alignment`, values);
};

/** What a conditional format lays over a cell's own formatting. */
export const differentialXml = (p: string, { bold, italic, color: text, fill }: Look): XmlNode => {
  const font = [...flag(p, 'b', bold), ...flag(p, 'i', italic), ...color(p, text)];
  return makeElement(`${p}dxf`, {}, [
    ...(font.length === 0 ? [] : [makeElement(`${p}font`, {}, font)]),
    ...(fill === undefined
      ? []
      : [
          makeElement(`${p}fill`, {}, [
            makeElement(`${p}patternFill`, { patternType: 'solid' }, [
              makeElement(`${p}fgColor`, { rgb: argb(fill) }),
              makeElement(`${p}bgColor`, { rgb: argb(fill) }),
            ]),
          ]),
        ]),
  ]);
};

/** Colour as the file writes it, with full opacity. */
export const argb = (color: string): string => `FF${color.toUpperCase()}`;

const flag = (p: string, name: string, isSet: boolean | undefined): readonly XmlNode[] =>
  isSet === true ? [makeElement(p + name, {})] : [];

const color = (p: string, value: string | undefined): readonly XmlNode[] =>
  value === undefined ? [] : [makeElement(`${p}color`, { rgb: argb(value) })];
