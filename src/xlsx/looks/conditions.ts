import { a1, parseRange, type CellRange } from '../../core/cell-address';
import { attribute, element, elements, isTrue, textOf } from '../xml/xml-node';
import { localName, type XmlNode } from '../xml/parse-xml';
import type { LookOver } from './cell-looks';
import type { ColorReader } from './colors';

/** Where a step of a scale begins: `num`, `percent`, `percentile`, `min`, `max` or `formula`, with its value. */
export type Step = { readonly kind: string; readonly value: string };

/** A conditional format as far as a grid can show it. */
export type Condition = { readonly ranges: readonly CellRange[] } & (
  | { readonly kind: 'formula'; readonly formula: string; readonly look: LookOver }
  | {
      readonly kind: 'icons';
      readonly set: string;
      readonly steps: readonly Step[];
      readonly showsValue: boolean;
      readonly isReversed: boolean;
    }
  | { readonly kind: 'colors'; readonly steps: readonly (Step & { readonly color: string })[] }
  | { readonly kind: 'bars'; readonly color: string }
);

type Context = { readonly color: ColorReader; readonly over: readonly LookOver[] };

/** Rules of a worksheet, the one that goes first in front; kinds that no grid of ours shows are left out. */
export const readConditions = (sheet: XmlNode, context: Context): readonly Condition[] =>
  elements(sheet, 'conditionalFormatting')
    .flatMap((node) => {
      const ranges = readRanges(attribute(node, 'sqref') ?? '');
      return elements(node, 'cfRule').map((rule) => ({
        priority: Number(attribute(rule, 'priority') ?? 0),
        condition: readRule(rule, ranges, context),
      }));
    })
    .sort((a, b) => a.priority - b.priority)
    .flatMap(({ condition }) => condition ?? []);

/** Ranges of a list such as `A1:B2 D4`. */
export const readRanges = (list: string): readonly CellRange[] =>
  list.split(/\s+/).flatMap((text) => parseRange(text) ?? []);

const readRule = (
  rule: XmlNode,
  ranges: readonly CellRange[],
  { color, over }: Context,
): Condition | undefined => {
  const type = attribute(rule, 'type') ?? '';
  const inner = element(rule, type);
  if (type === 'iconSet' && inner !== undefined)
    return {
      kind: 'icons',
      ranges,
      set: attribute(inner, 'iconSet') ?? '3TrafficLights1',
      steps: elements(inner, 'cfvo').map(readStep),
      showsValue: attribute(inner, 'showValue') === undefined || isTrue(attribute(inner, 'showValue')),
      isReversed: isTrue(attribute(inner, 'reverse')),
    };
  if (type === 'colorScale' && inner !== undefined) {
    const colors = elements(inner, 'color').map(color);
    const steps = elements(inner, 'cfvo').map((step, index) => ({
      ...readStep(step),
      color: colors[index] ?? 'FFFFFF',
    }));
    return { kind: 'colors', ranges, steps };
  }
  if (type === 'dataBar' && inner !== undefined)
    return { kind: 'bars', ranges, color: color(element(inner, 'color')) ?? '638EC6' };
  const formula = formulaOf(rule, type, ranges);
  const look = over[Number(attribute(rule, 'dxfId') ?? Number.NaN)];
  return formula === undefined || look === undefined ? undefined : { kind: 'formula', ranges, formula, look };
};

const readStep = (node: XmlNode): Step => ({
  kind: attribute(node, 'type') ?? 'num',
  value: attribute(node, 'val') ?? '',
});

const OPERATORS: Readonly<Record<string, string>> = {
  equal: '=',
  notEqual: '<>',
  greaterThan: '>',
  greaterThanOrEqual: '>=',
  lessThan: '<',
  lessThanOrEqual: '<=',
};

/** A rule as a formula for the first cell of its first range, as the standard counts relative references. */
const formulaOf = (rule: XmlNode, type: string, ranges: readonly CellRange[]): string | undefined => {
  const [first, second] = elements(rule)
    .filter(({ tag }) => localName(tag) === 'formula')
    .map(textOf);
  if (first === undefined) return undefined;
  if (type !== 'cellIs') return first;
  const head = ranges[0];
  if (head === undefined) return undefined;
  const cell = a1({ row: head.top, column: head.left });
  const operator = attribute(rule, 'operator') ?? '';
  if (operator === 'between') return `AND(${cell}>=${first},${cell}<=${second ?? first})`;
  if (operator === 'notBetween') return `OR(${cell}<${first},${cell}>${second ?? first})`;
  const sign = OPERATORS[operator];
  return sign === undefined ? undefined : `${cell}${sign}${first}`;
};
