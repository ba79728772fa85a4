import type { CellStyle, FormulaFormat } from '../../core/change-plan';
import { addContentType } from '../package/content-types';
import type { Draft } from '../package/part-store';
import { addRelationship, folderOf } from '../package/relationships';
import { builtInId, customFormats, formatCode } from '../read/number-formats';
import { damaged } from '../refusal';
import { contentType, flavourOf, XML_DECLARATION } from '../workbook/flavour';
import { workbookPart, type WorkbookModel } from '../workbook/read-workbook';
import { attribute, element, elements, makeElement, prefixOf } from '../xml/xml-node';
import { withAttribute, withInserted, withLastChild, withReplaced } from '../xml/xml-node';
import { parseXml, serializeXml, type XmlDocument, type XmlNode } from '../xml/parse-xml';
import { borderKey, detailKey, fillKey, fontKey, plainKey } from './style-keys';
import { alignmentXml, borderXml, differentialXml, fillXml, fontXml } from './style-xml';

type Look = FormulaFormat['look'];

/** Finds styles by what they look like and appends those that are missing; no index ever moves. */
export type StyleEditor = {
  readonly isSame: (index: number, style: CellStyle) => boolean;
  readonly indexOf: (style: CellStyle) => number;
  readonly isSameLook: (dxfId: number, look: Look) => boolean;
  readonly dxfOf: (look: Look) => number;
  /** Writes the part if anything was appended. */
  readonly save: () => void;
};

const ORDER = [
  ...['numFmts', 'fonts', 'fills', 'borders', 'cellStyleXfs', 'cellXfs', 'cellStyles', 'dxfs', 'tableStyles'],
  ...['colors', 'extLst'],
];
const FIRST_CUSTOM_FORMAT = 164;

/** Opens the styles of a workbook for appending; where it has none, a part is made once one is needed. */
export const openStyles = (draft: Draft, model: WorkbookModel): StyleEditor => {
  const part = workbookPart(model, 'styles');
  const original = readStyles(draft, model, part);
  let { root } = original;
  const p = prefixOf(root);
  const keys: string[] = [];
  const list = (name: string): readonly XmlNode[] => children(root, name);

  const append = (name: string, node: XmlNode): number => {
    root = withList(root, name);
    const old = element(root, name);
    if (old === undefined) throw damaged(part);
    const index = elements(old).length;
    root = withReplaced(root, old, withAttribute(withLastChild(old, node), 'count', index + 1));
    return index;
  };
  const find = (name: string, node: XmlNode, key: (node: XmlNode) => string): number => {
    root = withList(root, name);
    const index = list(name).findIndex((candidate) => key(candidate) === key(node));
    return index >= 0 ? index : append(name, node);
  };
  const numberFormat = (code: string): number => {
    const custom = customFormats(root);
    const known = builtInId(code) ?? [...custom].find(([, other]) => other === code)?.[0];
    if (known !== undefined) return known;
    const id = Math.max(FIRST_CUSTOM_FORMAT - 1, ...custom.keys()) + 1;
    append('numFmts', makeElement(`${p}numFmt`, { numFmtId: id, formatCode: code }));
    return id;
  };
  const keyAt = (index: number): string => {
    const xf = list('cellXfs')[index];
    return xf === undefined ? '' : (keys[index] ??= xfKey(root, xf));
  };
  const appendXf = (style: CellStyle): number => {
    for (const name of ['fonts', 'fills', 'borders', 'cellStyleXfs', 'cellXfs']) root = withList(root, name);
    const ids = {
      numFmtId: numberFormat(style.numberFormat ?? 'General'),
      fontId: find('fonts', fontXml(p, style), fontKey),
      fillId: find('fills', fillXml(p, style), fillKey),
      borderId: find('borders', borderXml(p, style), borderKey),
    };
    return append('cellXfs', xfXml(p, style, ids));
  };

  return {
    isSame: (index, style) => keyAt(index) === plannedKey(p, style),
    indexOf: (style) => {
      const wanted = plannedKey(p, style);
      const index = list('cellXfs').findIndex((_, candidate) => keyAt(candidate) === wanted);
      return index >= 0 ? index : appendXf(style);
    },
    isSameLook: (dxfId, look) => {
      const dxf = list('dxfs')[dxfId];
      return dxf !== undefined && plainKey(dxf) === plainKey(differentialXml(p, look));
    },
    dxfOf: (look) => find('dxfs', differentialXml(p, look), plainKey),
    save: () => {
      if (root === original.root) return;
      saveStyles(draft, model, part, { ...original, root });
    },
  };
};

const readStyles = (draft: Draft, model: WorkbookModel, part: string | undefined): XmlDocument => {
  const { main } = flavourOf(model.document.root);
  const empty = `${XML_DECLARATION}<styleSheet xmlns="${main}"></styleSheet>`;
  const text = part === undefined ? empty : draft.text(part);
  if (text === undefined) throw damaged(part);
  return parseXml(text, part ?? 'styles.xml');
};

const saveStyles = (
  draft: Draft,
  model: WorkbookModel,
  part: string | undefined,
  document: XmlDocument,
): void => {
  if (part !== undefined) {
    draft.write(part, serializeXml(document));
    return;
  }
  const folder = folderOf(model.part);
  const name = draft.has(`${folder}styles.xml`) ? `${folder}styles-ita.xml` : `${folder}styles.xml`;
  draft.write(name, serializeXml(document));
  addContentType(draft, name, contentType('styles'));
  addRelationship(draft, model.part, `${flavourOf(model.document.root).relationships}/styles`, name);
};

const listEntries = new WeakMap<XmlNode, readonly XmlNode[]>();

/** Entries of a list; remembered, because a workbook may have thousands and every style looks into them. */
const children = (root: XmlNode, name: string): readonly XmlNode[] => {
  const list = element(root, name);
  if (list === undefined) return [];
  const entries = listEntries.get(list) ?? elements(list);
  listEntries.set(list, entries);
  return entries;
};

/** The style sheet with a list of that name; a new one starts with what index 0 must mean. */
const withList = (root: XmlNode, name: string): XmlNode => {
  const old = element(root, name);
  const isFilled = old !== undefined && (elements(old).length > 0 || name === 'dxfs' || name === 'numFmts');
  if (isFilled) return root;
  const p = prefixOf(root);
  const first = firstEntries(p)[name] ?? [];
  const list = makeElement(p + name, { count: first.length }, first.length > 0 ? first : ['']);
  return old === undefined ? withInserted(root, ORDER, list) : withReplaced(root, old, list);
};

const firstEntries = (p: string): Readonly<Record<string, readonly XmlNode[]>> => {
  const plain = { font: 'Calibri', size: 11 };
  const xf = { numFmtId: 0, fontId: 0, fillId: 0, borderId: 0 };
  const gray = makeElement(`${p}fill`, {}, [makeElement(`${p}patternFill`, { patternType: 'gray125' })]);
  return {
    fonts: [fontXml(p, plain)],
    fills: [fillXml(p, plain), gray],
    borders: [borderXml(p, plain)],
    cellStyleXfs: [makeElement(`${p}xf`, xf)],
    cellXfs: [makeElement(`${p}xf`, { ...xf, xfId: 0 })],
  };
};

type XfIds = {
  readonly numFmtId: number;
  readonly fontId: number;
  readonly fillId: number;
  readonly borderId: number;
};

const xfXml = (p: string, style: CellStyle, ids: XfIds): XmlNode => {
  const alignment = alignmentXml(p, style);
  const values = {
    ...ids,
    xfId: 0,
    applyNumberFormat: ids.numFmtId === 0 ? undefined : 1,
    applyFont: 1,
    applyFill: ids.fillId === 0 ? undefined : 1,
    applyBorder: ids.borderId === 0 ? undefined : 1,
    applyAlignment: alignment === undefined ? undefined : 1,
  };
  return makeElement(`${p}xf`, values, alignment === undefined ? [] : [alignment]);
};

const plannedKeys = new WeakMap<CellStyle, string>();

const plannedKey = (p: string, style: CellStyle): string => {
  const known = plannedKeys.get(style);
  if (known !== undefined) return known;
  const key = joinKey([
    fontKey(fontXml(p, style)),
    fillKey(fillXml(p, style)),
    borderKey(borderXml(p, style)),
    style.numberFormat ?? 'General',
    detailKey(alignmentXml(p, style)),
    '',
    '0',
  ]);
  plannedKeys.set(style, key);
  return key;
};

const xfKey = (root: XmlNode, xf: XmlNode): string => {
  const id = (name: string): number => Number(attribute(xf, name) ?? 0);
  const extra = ['quotePrefix', 'pivotButton'].filter((name) => id(name) !== 0).join(' ');
  return joinKey([
    fontKey(children(root, 'fonts')[id('fontId')]),
    fillKey(children(root, 'fills')[id('fillId')]),
    borderKey(children(root, 'borders')[id('borderId')]),
    formatCode(id('numFmtId'), customFormats(root)),
    detailKey(element(xf, 'alignment')),
    detailKey(element(xf, 'protection')),
    String(id('xfId')) + extra,
  ]);
};

const joinKey = (parts: readonly string[]): string => parts.join(' | ');
