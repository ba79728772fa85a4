import { rangeA1, type CellRange } from '../../core/cell-address';
import type { CellMessage, PlannedValidation, SheetPlan } from '../../core/change-plan';
import { attribute, elements, isTrue, makeElement, prefixOf, textOf } from '../xml/xml-node';
import { withAttribute, withChanged, withChildren } from '../xml/xml-node';
import { localName, type XmlNode } from '../xml/parse-xml';
import { decodeEscapes, encodeEscapes, escapeText } from '../xml/xml-text';
import { extendedArea, extendedValidations, withExtendedArea, withExtensions } from './extensions';
import { isListWithin, parseList, withoutRange } from './ranges';
import { WORKSHEET_ORDER } from './sheet-order';

const MAX_TITLE = 32;
const MAX_MESSAGE = 225;
const MAX_LIST = 255;

/**
 * The planned validations; a cell has but one, so others give up the cells that are planned. Those within an area that
 * is ours go, those elsewhere stay.
 */
export const withValidations = (sheet: XmlNode, { validations, owned }: SheetPlan): XmlNode => {
  const isPlanned = (node: XmlNode, area: string): boolean =>
    validations.some((planned) => rangeA1(planned.range) === area && nodeKey(node) === planKey(planned));
  const extended = extendedValidations(sheet).filter((node) => isPlanned(node, extendedArea(node)));
  const done = new Set(extended.map(extendedArea));
  const ranges = validations.map(({ range }) => range);
  const bare = withExtensions(sheet, (node) => {
    if (localName(node.tag) !== 'dataValidation' || extended.includes(node)) return node;
    const area = extendedArea(node);
    const left = isListWithin(area, owned) ? '' : areaWithout(node, area, ranges);
    if (left === area) return node;
    return left === '' ? undefined : withExtendedArea(node, left);
  });
  return withChanged(bare, WORKSHEET_ORDER, 'dataValidations', (old) => {
    const existing = old === undefined ? [] : elements(old, 'dataValidation');
    const kept = existing.flatMap((node) => {
      if (isPlanned(node, areaOf(node)) && !done.has(areaOf(node))) return [node];
      if (isListWithin(areaOf(node), owned) || isResized(node, validations)) return [];
      const left = areaWithout(node, areaOf(node), ranges);
      return left === '' ? [] : [withAttribute(node, 'sqref', left)];
    });
    const present = new Set([...done, ...kept.map(areaOf)]);
    const added = validations.filter(({ range }) => !present.has(rangeA1(range)));
    const nodes = [...kept, ...added.map((planned) => validationXml(prefixOf(sheet), planned))];
    if (nodes.length === existing.length && nodes.every((node, i) => node === existing[i])) return old;
    if (nodes.length === 0) return undefined;
    const list = withChildren(old ?? makeElement(`${prefixOf(sheet)}dataValidations`, {}), nodes);
    return withAttribute(list, 'count', nodes.length);
  });
};

const areaOf = (node: XmlNode): string => attribute(node, 'sqref') ?? '';

const validationXml = (p: string, planned: PlannedValidation): XmlNode => {
  const { range, allowBlank, prompt, error } = planned;
  return makeElement(
    `${p}dataValidation`,
    {
      type: typeOf(planned),
      allowBlank: allowBlank ? 1 : undefined,
      showInputMessage: prompt === null ? undefined : 1,
      showErrorMessage: error === null ? undefined : 1,
      ...messageValues('errorTitle', 'error', error),
      ...messageValues('promptTitle', 'prompt', prompt),
      sqref: rangeA1(range),
    },
    formulasOf(planned).map((formula, i) => makeElement(`${p}formula${i + 1}`, {}, [escapeText(formula)])),
  );
};

const messageValues = (
  title: string,
  text: string,
  message: CellMessage | null,
): Readonly<Record<string, string>> => {
  if (message === null) return {};
  if (message.title.length > MAX_TITLE || message.text.length > MAX_MESSAGE)
    throw new Error(`Message too long: ${message.title}`);
  return { [title]: encodeEscapes(message.title), [text]: encodeEscapes(message.text) };
};

const typeOf = ({ source }: PlannedValidation): string => (source.kind === 'decimal' ? 'decimal' : 'list');

/** A list has one formula, numbers have their ends; `between` is what a file means where it names no operator. */
const formulasOf = ({ source }: PlannedValidation): readonly string[] => {
  if (source.kind === 'formula') return [source.formula];
  if (source.kind === 'decimal') return [String(source.min), String(source.max)];
  const list = source.values.join(',');
  if (list.length > MAX_LIST || source.values.some((value) => value.includes(',') || value.trim() !== value))
    throw new Error(`Values that a list cannot hold: ${list}`);
  return [`"${list.replaceAll('"', '""')}"`];
};

const joinKey = (values: readonly (string | boolean)[]): string => values.join('\n');

const planKey = (planned: PlannedValidation): string => {
  const { allowBlank, prompt, error } = planned;
  const messages = [error?.title, error?.text, prompt?.title, prompt?.text].map((text) => text ?? '');
  const flags = [allowBlank, prompt !== null, error !== null];
  const formulas = formulasOf(planned).map(withoutQuotes);
  return joinKey([typeOf(planned), 'between', 'stop', ...flags, ...messages, ...formulas]);
};

/** Equal to the plan's where a validation of the file, in its own list or in an extension, does the same. */
const nodeKey = (node: XmlNode): string => {
  const text = (name: string): string => decodeEscapes(attribute(node, name) ?? '');
  const flags = ['allowBlank', 'showInputMessage', 'showErrorMessage'].map((name) =>
    isTrue(attribute(node, name)),
  );
  // The standard's word says the opposite of what it does: `showDropDown` hides the arrow.
  const isHidden = isTrue(attribute(node, 'showDropDown'));
  const messages = ['errorTitle', 'error', 'promptTitle', 'prompt'].map(text);
  const formulas = elements(node)
    .filter((child) => localName(child.tag).startsWith('formula'))
    .map((child) => withoutQuotes(textOf(child)));
  const kind = isHidden ? '' : text('type');
  const operator = text('operator') || 'between';
  return joinKey([kind, operator, text('errorStyle') || 'stop', ...flags, ...messages, ...formulas]);
};

/** Spreadsheets drop quotes that a sheet's name does not need. */
const withoutQuotes = (formula: string): string => formula.replaceAll("'", '');

/** Whether this is a planned validation from when its area was longer or shorter. */
const isResized = (node: XmlNode, validations: readonly PlannedValidation[]): boolean => {
  const [first, ...more] = parseList(areaOf(node)) ?? [];
  return validations.some(
    (planned) =>
      more.length === 0 &&
      first?.top === planned.range.top &&
      first.left === planned.range.left &&
      nodeKey(node) === planKey(planned),
  );
};

/** Those cells of a validation that are not planned, '' where none is left. */
const areaWithout = (node: XmlNode, area: string, planned: readonly CellRange[]): string => {
  const ranges = parseList(area);
  if (ranges === undefined) return area;
  const left = planned.reduce<readonly CellRange[]>(
    (rest, cut) => rest.flatMap((range) => withoutRange(range, cut)),
    ranges,
  );
  const isSame = left.length === ranges.length && left.every((range, i) => range === ranges[i]);
  if (isSame) return area;
  // Relative references count from the first cell; a formula that would shift keeps its cells.
  const [first, old] = [left[0], ranges[0]];
  const isMoved = first !== undefined && (first.top !== old?.top || first.left !== old.left);
  return isMoved && holdsRelativeReference(node) ? area : left.map(rangeA1).join(' ');
};

const holdsRelativeReference = (node: XmlNode): boolean =>
  elements(node).some((child) => {
    if (!localName(child.tag).startsWith('formula')) return false;
    const formula = textOf(child).replace(/"[^"]*"|'[^']*'/g, '');
    return /(?<![$\w])\$?[A-Z]{1,3}\d|(?<![$\w])[A-Z]{1,3}\$?\d/i.test(formula);
  });
