import { parseRange, rangeA1, rangesOverlap, type CellRange } from '../../core/cell-address';
import type { SheetPlan } from '../../core/change-plan';
import { readMerges } from '../read/read-sheet';
import {
  attribute,
  elements,
  makeElement,
  prefixOf,
  withAttribute,
  withChanged,
  withChildren,
} from '../xml/xml-node';
import type { XmlNode } from '../xml/parse-xml';
import { isWithin } from './ranges';
import { WORKSHEET_ORDER } from './sheet-order';

/** Merged areas that stay and are not the plan's: the plan's take the place of others, and ours go. */
export const keptMerges = (sheet: XmlNode, plan: SheetPlan): readonly CellRange[] =>
  readMerges(sheet).filter((merge) => isKept(merge, plan) && !isPlanned(merge, plan));

/** The planned merged areas besides those that stay. */
export const withMerges = (sheet: XmlNode, plan: SheetPlan): XmlNode => {
  const p = prefixOf(sheet);
  return withChanged(sheet, WORKSHEET_ORDER, 'mergeCells', (old) => {
    const existing = old === undefined ? [] : elements(old, 'mergeCell');
    const kept = existing.filter((node) => {
      const range = parseRange(attribute(node, 'ref') ?? '');
      return range === undefined || isKept(range, plan);
    });
    const present = new Set(kept.map((node) => attribute(node, 'ref')));
    const added = plan.merges.map(rangeA1).filter((ref) => !present.has(ref));
    if (added.length === 0 && kept.length === existing.length) return old;
    const nodes = [...kept, ...added.map((ref) => makeElement(`${p}mergeCell`, { ref }))];
    if (nodes.length === 0) return undefined;
    return withAttribute(
      withChildren(old ?? makeElement(`${p}mergeCells`, {}), nodes),
      'count',
      nodes.length,
    );
  });
};

const isPlanned = (range: CellRange, { merges }: SheetPlan): boolean =>
  merges.some((other) => rangeA1(other) === rangeA1(range));

const isKept = (range: CellRange, plan: SheetPlan): boolean =>
  isPlanned(range, plan) ||
  !(isWithin(range, plan.owned) || plan.merges.some((other) => rangesOverlap(other, range)));
