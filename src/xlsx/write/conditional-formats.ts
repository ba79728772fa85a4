import { parseRange, rangeA1, type CellRange } from '../../core/cell-address';
import type { PlannedConditionalFormat, SheetPlan } from '../../core/change-plan';
import type { StyleEditor } from '../styles/style-editor';
import { attribute, elements, makeElement, prefixOf, withInserted, withoutChild } from '../xml/xml-node';
import type { XmlNode } from '../xml/parse-xml';
import { descendants } from './extensions';
import { isListWithin } from './ranges';
import { isSameRule, ruleType, ruleXml } from './rule-xml';
import { WORKSHEET_ORDER } from './sheet-order';

type Area = {
  readonly range: CellRange;
  readonly ref: string;
  readonly wanted: readonly PlannedConditionalFormat[];
};

/**
 * The planned formats in the place of those of their kinds that cover the same cells; others go from an area that is
 * ours and stay elsewhere.
 */
export const withConditionalFormats = (
  sheet: XmlNode,
  { conditionalFormats: formats, owned }: SheetPlan,
  styles: StyleEditor,
): XmlNode => {
  const areas = areasOf(formats);
  const stale = elements(sheet, 'conditionalFormatting').filter((node) => {
    if (areas.some((area) => isOurs(node, area))) return false;
    return (
      isListWithin(attribute(node, 'sqref') ?? '', owned) ||
      areas.some((area) => isResized(node, area, styles))
    );
  });
  return areas.reduce((changed, area) => withArea(changed, area, styles), stale.reduce(withoutChild, sheet));
};

const areasOf = (formats: readonly PlannedConditionalFormat[]): readonly Area[] => {
  const ranges = new Map(formats.map(({ range }) => [rangeA1(range), range]));
  return Array.from(ranges, ([ref, range]) => ({
    range,
    ref,
    wanted: formats.filter((format) => rangeA1(format.range) === ref),
  }));
};

const withArea = (sheet: XmlNode, area: Area, styles: StyleEditor): XmlNode => {
  const p = prefixOf(sheet);
  const ours = elements(sheet, 'conditionalFormatting').filter((node) => isOurs(node, area));
  if (
    hasRules(
      ours.flatMap((node) => elements(node, 'cfRule')),
      area,
      styles,
    )
  )
    return sheet;
  const others = ours.reduce(withoutChild, sheet);
  const priority = highestPriority(others);
  const nodes = area.wanted.map((format, i) => ruleXml(p, format, priority + i + 1, styles));
  return withInserted(
    others,
    WORKSHEET_ORDER,
    makeElement(`${p}conditionalFormatting`, { sqref: area.ref }, nodes),
  );
};

const isOurs = (node: XmlNode, { ref, wanted }: Area): boolean => {
  const types = new Set<string | undefined>(wanted.map(ruleType));
  return (
    attribute(node, 'sqref') === ref &&
    elements(node, 'cfRule').every((rule) => types.has(attribute(rule, 'type')))
  );
};

/** Whether these are the planned formats from when the area was longer or shorter. */
const isResized = (node: XmlNode, area: Area, styles: StyleEditor): boolean => {
  const range = parseRange(attribute(node, 'sqref') ?? '');
  const isSameCorner = range?.top === area.range.top && range.left === area.range.left;
  return isSameCorner && hasRules(elements(node, 'cfRule'), area, styles);
};

const hasRules = (rules: readonly XmlNode[], { wanted }: Area, styles: StyleEditor): boolean =>
  rules.length === wanted.length && wanted.every((format, i) => isSameRule(rules[i], format, styles));

const highestPriority = (sheet: XmlNode): number =>
  sheet.children
    .flatMap((child) => (typeof child === 'string' ? [] : descendants(child, 'cfRule')))
    .reduce((highest, rule) => Math.max(highest, Number(attribute(rule, 'priority') ?? 0)), 0);
