import type { CellRange } from '../../core/cell-address';
import { elements, textOf, withAttribute, withChanged, withChildren, withReplaced } from '../xml/xml-node';
import { localName, type XmlContent, type XmlNode } from '../xml/parse-xml';
import { isListWithin } from './ranges';
import { WORKSHEET_ORDER } from './sheet-order';

const FORMATS = 'conditionalFormatting';
const VALIDATIONS = 'dataValidation';

/** All elements of a name within another, at any depth and with any prefix. */
export const descendants = (node: XmlNode, local: string): readonly XmlNode[] => [
  ...(localName(node.tag) === local ? [node] : []),
  ...elements(node).flatMap((child) => descendants(child, local)),
];

/** Validations that newer versions keep in the sheet's list of extensions, such as those over another sheet. */
export const extendedValidations = (sheet: XmlNode): readonly XmlNode[] =>
  elements(sheet, 'extLst').flatMap((list) => descendants(list, VALIDATIONS));

/** Cells of an element of an extension, `A1:B2 D4`. */
export const extendedArea = (node: XmlNode): string =>
  elements(node)
    .filter((child) => localName(child.tag) === 'sqref')
    .map(textOf)
    .join(' ');

/** The element with other cells. */
export const withExtendedArea = (node: XmlNode, area: string): XmlNode =>
  elements(node)
    .filter((child) => localName(child.tag) === 'sqref')
    .reduce((changedNode, old) => withReplaced(changedNode, old, withChildren(old, [area])), node);

/**
 * The sheet without what its extensions say of an area that is ours: a data bar's second half there would point to a
 * rule that is gone.
 */
export const withoutOwnedExtensions = (sheet: XmlNode, owned: CellRange | null): XmlNode =>
  owned === null
    ? sheet
    : withExtensions(sheet, (node) =>
        [FORMATS, VALIDATIONS].includes(localName(node.tag)) && isAreaWithin(node, owned) ? undefined : node,
      );

/** The sheet with its extensions changed: `change` gives an element as it is, another, or undefined to drop it. */
export const withExtensions = (sheet: XmlNode, change: (node: XmlNode) => XmlNode | undefined): XmlNode =>
  withChanged(sheet, WORKSHEET_ORDER, 'extLst', (list) => list && changed(list, change));

/** Lists that become empty go with what was in them. */
const changed = (node: XmlNode, change: (node: XmlNode) => XmlNode | undefined): XmlNode | undefined => {
  const own = change(node);
  if (own !== node) return own;
  const children = node.children.flatMap((child): readonly XmlContent[] => {
    const kept = typeof child === 'string' ? child : changed(child, change);
    return kept === undefined ? [] : [kept];
  });
  if (children.length === node.children.length && children.every((child, i) => child === node.children[i]))
    return node;
  const count = children.filter((child) => typeof child !== 'string').length;
  if (count === 0) return undefined;
  const kept = withChildren(node, children);
  return localName(node.tag) === `${VALIDATIONS}s` ? withAttribute(kept, 'count', count) : kept;
};

const isAreaWithin = (node: XmlNode, owned: CellRange): boolean => {
  const area = extendedArea(node);
  return area !== '' && isListWithin(area, owned);
};
