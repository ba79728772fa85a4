import { attribute, attributes, element, elements, isTrue } from '../xml/xml-node';
import { localName, type XmlNode } from '../xml/parse-xml';

/*
 * Keys that are equal where two pieces of formatting look the same, however a producer spelled them: an attribute that
 * says the default equals one that is absent.
 */

/** Key of a font; the hints for choosing a substitute (`family`, `charset`) do not count. */
export const fontKey = (font: XmlNode | undefined): string =>
  (font === undefined ? [] : elements(font))
    .flatMap((child) => {
      const name = localName(child.tag);
      const value = attribute(child, 'val');
      if (name === 'family' || name === 'charset') return [];
      if (name === 'color') return [`color ${colorKey(child)}`];
      if (name === 'sz') return [`sz ${Number(value)}`];
      if (name === 'u') return value === 'none' ? [] : [`u ${value ?? 'single'}`];
      if (name === 'name' || name === 'rFont') return [`name ${value ?? ''}`];
      if (name === 'scheme' || name === 'vertAlign') {
        return value === 'none' || value === 'baseline' ? [] : [`${name} ${value ?? ''}`];
      }
      return value === undefined || isTrue(value) ? [name] : [];
    })
    .sort()
    .join(', ');

/** Key of a fill; '' for none. */
export const fillKey = (fill: XmlNode | undefined): string => {
  const inner = fill && elements(fill)[0];
  if (inner === undefined) return '';
  if (localName(inner.tag) !== 'patternFill') return plainKey(inner);
  const pattern = attribute(inner, 'patternType') ?? 'none';
  if (pattern === 'none') return '';
  const front = colorKey(element(inner, 'fgColor'));
  return pattern === 'solid'
    ? `solid ${front}`
    : `${pattern} ${front} ${colorKey(element(inner, 'bgColor'))}`;
};

/** Key of a border; '' for none. */
export const borderKey = (border: XmlNode | undefined): string => {
  if (border === undefined) return '';
  const sides = elements(border).flatMap((side) => {
    const style = attribute(side, 'style') ?? 'none';
    return style === 'none' ? [] : [`${localName(side.tag)} ${style} ${colorKey(element(side, 'color'))}`];
  });
  const diagonals = ['diagonalUp', 'diagonalDown'].filter((name) => isTrue(attribute(border, name)));
  return [...sides, ...diagonals].sort().join(', ');
};

/** Key of the alignment and protection within an xf; '' for the defaults. */
export const detailKey = (detail: XmlNode | undefined): string =>
  (detail === undefined ? [] : attributes(detail))
    .filter(([name, value]) => !isDefault(name, value))
    .map(([name, value]) => `${name} ${value === 'true' ? '1' : value}`)
    .sort()
    .join(', ');

/** Key of any other element: its names, attributes and children in order. */
export const plainKey = (node: XmlNode): string => {
  const values = attributes(node)
    .map(([name, value]) => `${name}=${value}`)
    .sort();
  return `${localName(node.tag)}(${[...values, ...elements(node).map(plainKey)].join(' ')})`;
};

const isDefault = (name: string, value: string): boolean => {
  if (name === 'horizontal') return value === 'general';
  if (name === 'vertical') return value === 'bottom';
  if (name === 'locked') return isTrue(value);
  return value === '0' || value === 'false';
};

const colorKey = (color: XmlNode | undefined): string =>
  (color === undefined ? [] : attributes(color))
    .map(([name, value]) => `${name}=${name === 'rgb' ? value.toUpperCase() : value}`)
    .sort()
    .join(' ');
