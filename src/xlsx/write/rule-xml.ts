import type {
  ColorsFormat,
  FormulaFormat,
  IconsFormat,
  Limit,
  PlannedConditionalFormat,
} from '../../core/change-plan';
import { argb } from '../styles/style-xml';
import type { StyleEditor } from '../styles/style-editor';
import { attribute, element, elements, isTrue, makeElement, prefixOf, textOf } from '../xml/xml-node';
import { localName, type XmlNode } from '../xml/parse-xml';
import { escapeText } from '../xml/xml-text';

const RULE_TYPES: Readonly<Record<PlannedConditionalFormat['kind'], string>> = {
  formula: 'expression',
  icons: 'iconSet',
  colors: 'colorScale',
};

const ICON_SETS: Readonly<Record<IconsFormat['icons'], string>> = {
  trafficLights: '3TrafficLights1',
  signs: '3Signs',
  symbols: '3Symbols',
  arrows: '3Arrows',
  flags: '3Flags',
};

/** The set that a rule has which names none. */
const DEFAULT_ICONS = ICON_SETS.trafficLights;

/** The type that a planned format has in the file. */
export const ruleType = ({ kind }: PlannedConditionalFormat): string => RULE_TYPES[kind];

/** The `cfRule` element of a planned format. */
export const ruleXml = (
  p: string,
  format: PlannedConditionalFormat,
  priority: number,
  styles: StyleEditor,
): XmlNode => {
  const type = ruleType(format);
  return format.kind === 'formula'
    ? makeElement(`${p}cfRule`, { type, dxfId: styles.dxfOf(format.look), priority }, [
        makeElement(`${p}formula`, {}, [escapeText(format.formula)]),
      ])
    : makeElement(`${p}cfRule`, { type, priority }, [scaleXml(p, format)]);
};

/** Whether a rule of the file says what is planned, however the producer wrote it. */
export const isSameRule = (
  rule: XmlNode | undefined,
  format: PlannedConditionalFormat,
  styles: StyleEditor,
): boolean => {
  if (rule === undefined || attribute(rule, 'type') !== ruleType(format)) return false;
  if (format.kind === 'formula') return isSameFormula(rule, format, styles);
  const scale = element(rule, ruleType(format));
  return scale !== undefined && scaleKey(scale) === scaleKey(scaleXml(prefixOf(scale), format));
};

const isSameFormula = (rule: XmlNode, { formula, look }: FormulaFormat, styles: StyleEditor): boolean => {
  const text = element(rule, 'formula');
  return (
    text !== undefined &&
    textOf(text) === formula &&
    styles.isSameLook(Number(attribute(rule, 'dxfId')), look)
  );
};

const scaleXml = (p: string, format: IconsFormat | ColorsFormat): XmlNode => {
  if (format.kind === 'colors') {
    return makeElement(`${p}colorScale`, {}, [
      ...format.stops.map(({ at }) => limitXml(p, at)),
      ...format.stops.map(({ color }) => makeElement(`${p}color`, { rgb: argb(color) })),
    ]);
  }
  const values = {
    iconSet: ICON_SETS[format.icons],
    showValue: format.showsValue ? undefined : 0,
    reverse: format.isReversed ? 1 : undefined,
  };
  // The lowest level has no limit, yet the standard wants one for each icon.
  const lowest = makeElement(`${p}cfvo`, { type: 'percent', val: 0 });
  return makeElement(`${p}iconSet`, values, [lowest, ...format.limits.map((limit) => limitXml(p, limit))]);
};

const limitXml = (p: string, limit: Limit): XmlNode =>
  makeElement(`${p}cfvo`, { type: typeof limit === 'number' ? 'num' : 'formula', val: limit });

/** Equal for scales that look the same; what is left out is the default. */
const scaleKey = (scale: XmlNode): string => {
  const isOn = (name: string, byDefault: string): boolean => isTrue(attribute(scale, name) ?? byDefault);
  const parts = elements(scale).map((child) =>
    localName(child.tag) === 'color'
      ? (attribute(child, 'rgb')?.toUpperCase() ?? child.open)
      : [attribute(child, 'type'), attribute(child, 'val'), attribute(child, 'gte') ?? '1'].join(' '),
  );
  const icons = attribute(scale, 'iconSet') ?? DEFAULT_ICONS;
  return [icons, isOn('showValue', '1'), isOn('reverse', '0'), ...parts].join(' | ');
};
