import { rangeA1 } from '../../core/cell-address';
import type { PlannedConditionalFormat, SheetPlan } from '../../core/change-plan';
import type { StyleEditor } from '../styles/style-editor';
import { attribute, element, elements, makeElement, prefixOf, textOf } from '../xml/xml-node';
import { withInserted, withoutChild } from '../xml/xml-node';
import type { XmlNode } from '../xml/parse-xml';
import { escapeText } from '../xml/xml-text';
import { isListWithin } from './ranges';
import { WORKSHEET_ORDER } from './sheet-order';

/**
 * The planned formats in the place of those by formula that cover the same cells; others go from an area that is ours
 * and stay elsewhere.
 */
export const withConditionalFormats = (
  sheet: XmlNode,
  { conditionalFormats: formats, owned }: SheetPlan,
  styles: StyleEditor,
): XmlNode => {
  const areas = [...new Set(formats.map(({ range }) => rangeA1(range)))];
  const stale = elements(sheet, 'conditionalFormatting').filter((node) => {
    const area = attribute(node, 'sqref') ?? '';
    return isListWithin(area, owned) && !(areas.includes(area) && isOurs(node, area));
  });
  return areas.reduce(
    (changed, area) => {
      const wanted = formats.filter(({ range }) => rangeA1(range) === area);
      return withArea(changed, area, wanted, styles);
    },
    stale.reduce(withoutChild, sheet),
  );
};

const withArea = (
  sheet: XmlNode,
  area: string,
  wanted: readonly PlannedConditionalFormat[],
  styles: StyleEditor,
): XmlNode => {
  const p = prefixOf(sheet);
  const ours = elements(sheet, 'conditionalFormatting').filter((node) => isOurs(node, area));
  const rules = ours.flatMap((node) => elements(node, 'cfRule'));
  const isSame =
    rules.length === wanted.length && wanted.every((format, i) => isSameRule(rules[i], format, styles));
  if (isSame) return sheet;
  const others = ours.reduce(withoutChild, sheet);
  const priority = highestPriority(others);
  const nodes = wanted.map((format, i) =>
    makeElement(
      `${p}cfRule`,
      { type: 'expression', dxfId: styles.dxfOf(format.look), priority: priority + i + 1 },
      [makeElement(`${p}formula`, {}, [escapeText(format.formula)])],
    ),
  );
  return withInserted(
    others,
    WORKSHEET_ORDER,
    makeElement(`${p}conditionalFormatting`, { sqref: area }, nodes),
  );
};

const isOurs = (node: XmlNode, area: string): boolean =>
  attribute(node, 'sqref') === area &&
  elements(node, 'cfRule').every((rule) => attribute(rule, 'type') === 'expression');

const isSameRule = (
  rule: XmlNode | undefined,
  { formula, look }: PlannedConditionalFormat,
  styles: StyleEditor,
): boolean => {
  const text = rule && element(rule, 'formula');
  if (rule === undefined || text === undefined) return false;
  return textOf(text) === formula && styles.isSameLook(Number(attribute(rule, 'dxfId')), look);
};

const highestPriority = (sheet: XmlNode): number =>
  elements(sheet, 'conditionalFormatting')
    .flatMap((node) => elements(node, 'cfRule'))
    .reduce((highest, rule) => Math.max(highest, Number(attribute(rule, 'priority') ?? 0)), 0);
