import { a1 } from '../../core/cell-address';
import type { PlannedCell, SheetPlan } from '../../core/change-plan';
import {
  attribute,
  elements,
  makeElement,
  prefixOf,
  relationshipId,
  withChanged,
  withChildren,
} from '../xml/xml-node';
import type { XmlNode } from '../xml/parse-xml';
import { encodeEscapes } from '../xml/xml-text';
import { isListWithin } from './ranges';
import { WORKSHEET_ORDER } from './sheet-order';

/**
 * Links of the planned cells. Where none is planned, a link within the workbook goes from a planned cell, and any link
 * from an area that is ours.
 */
export const withLinks = (sheet: XmlNode, { cells, owned }: SheetPlan): XmlNode => {
  return withChanged(sheet, WORKSHEET_ORDER, 'hyperlinks', (old) => {
    const existing = old === undefined ? [] : elements(old, 'hyperlink');
    const planned = new Map(existing.length === 0 ? [] : cells.map((cell) => [a1(cell), cell] as const));
    const kept = existing.filter((node) =>
      staysAsItIs(node, planned.get(refOf(node)), isListWithin(refOf(node), owned)),
    );
    const done = new Set(kept.map(refOf));
    const added = cells
      .filter((cell) => cell.link !== undefined && !done.has(a1(cell)))
      .map((cell) => linkXml(prefixOf(sheet), cell));
    if (added.length === 0 && kept.length === existing.length) return old;
    const nodes = [...kept, ...added];
    if (nodes.length === 0) return undefined;
    return withChildren(old ?? makeElement(`${prefixOf(sheet)}hyperlinks`, {}), nodes);
  });
};

const refOf = (node: XmlNode): string => attribute(node, 'ref') ?? '';

const staysAsItIs = (node: XmlNode, cell: PlannedCell | undefined, isOurs: boolean): boolean => {
  if (cell === undefined) return !isOurs;
  const isInternal = relationshipId(node) === undefined;
  return cell.link === undefined
    ? !isInternal && !isOurs
    : isInternal && attribute(node, 'location') === cell.link;
};

const linkXml = (p: string, cell: PlannedCell): XmlNode =>
  makeElement(`${p}hyperlink`, {
    ref: a1(cell),
    location: cell.link,
    display: typeof cell.value === 'string' ? encodeEscapes(cell.value) : undefined,
  });
