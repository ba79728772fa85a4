import type { CellRange } from '../../core/cell-address';
import { elements, textOf, withAttribute, withChanged, withChildren } from '../xml/xml-node';
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

/**
 * The sheet without what its extensions say of an area that is ours: a data bar's second half there would point to a
 * rule that is gone.
 */
export const withoutOwnedExtensions = (sheet: XmlNode, owned: CellRange | null): XmlNode =>
  owned === null
    ? sheet
    : withoutExtensions(
        sheet,
        (node) => [FORMATS, VALIDATIONS].includes(localName(node.tag)) && isAreaWithin(node, owned),
      );

/** The sheet without some of its extended formats or validations; lists that become empty go with them. */
export const withoutExtensions = (sheet: XmlNode, isGone: (node: XmlNode) => boolean): XmlNode =>
  withChanged(sheet, WORKSHEET_ORDER, 'extLst', (list) => {
    if (list === undefined || !elements(list).some((ext) => hasAny(ext, isGone))) return list;
    return pruned(list, isGone);
  });

const hasAny = (node: XmlNode, isGone: (node: XmlNode) => boolean): boolean =>
  isGone(node) || elements(node).some((child) => hasAny(child, isGone));

const pruned = (node: XmlNode, isGone: (node: XmlNode) => boolean): XmlNode | undefined => {
  if (isGone(node)) return undefined;
  if (!hasAny(node, isGone)) return node;
  const children = node.children.flatMap((child): readonly XmlContent[] => {
    const kept = typeof child === 'string' ? child : pruned(child, isGone);
    return kept === undefined ? [] : [kept];
  });
  const count = children.filter((child) => typeof child !== 'string').length;
  if (count === 0) return undefined;
  const isCounted = localName(node.tag) === `${VALIDATIONS}s`;
  const kept = withChildren(node, children);
  return isCounted ? withAttribute(kept, 'count', count) : kept;
};

const isAreaWithin = (node: XmlNode, owned: CellRange): boolean => {
  const area = extendedArea(node);
  return area !== '' && isListWithin(area, owned);
};
