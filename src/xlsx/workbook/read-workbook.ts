import type { DefinedName } from '../../core/snapshot';
import type { PartStore } from '../package/part-store';
import { kindOf, readRelationships, type Relationship } from '../package/relationships';
import { damaged, RefusedError, unsafe } from '../refusal';
import { attribute, element, elements, isTrue, relationshipId, textOf } from '../xml/xml-node';
import { localName, parseXml, type XmlDocument } from '../xml/parse-xml';

/** A tab of the workbook; `part` is null for what is no worksheet (chart, macro and dialog sheets). */
export type WorkbookSheet = {
  readonly name: string;
  readonly sheetId: number;
  readonly visibility: 'visible' | 'hidden' | 'veryHidden';
  readonly part: string | null;
};

/** What the workbook part says, and the parts that it leads to. */
export type WorkbookModel = {
  readonly part: string;
  readonly document: XmlDocument;
  readonly sheets: readonly WorkbookSheet[];
  readonly names: readonly DefinedName[];
  readonly relationships: readonly Relationship[];
  /** Whether days count from 1904, as old Macintosh workbooks do. */
  readonly is1904: boolean;
  readonly isStructureLocked: boolean;
};

/** Reads the workbook part of a package; throws a refusal where there is none. */
export const readWorkbook = (store: PartStore): WorkbookModel => {
  const part = findWorkbookPart(store);
  const text = store.text(part);
  if (text === undefined) throw damaged(part);
  const document = parseXml(text, part);
  const { root } = document;
  if (localName(root.tag) !== 'workbook') throw new RefusedError({ code: 'notWorkbook', part });
  const relationships = readRelationships(store, part);
  const sheets = readSheets(root, relationships, part);
  checkSheets(store, sheets, part);
  const properties = element(root, 'workbookPr');
  const protection = element(root, 'workbookProtection');
  return {
    part,
    document,
    sheets,
    names: readNames(root, sheets),
    relationships,
    is1904: properties !== undefined && isTrue(attribute(properties, 'date1904')),
    isStructureLocked: protection !== undefined && isTrue(attribute(protection, 'lockStructure')),
  };
};

/** The part to which the workbook leads by a kind of relationship, such as `styles`. */
export const workbookPart = (model: WorkbookModel, kind: string): string | undefined =>
  model.relationships.find((link) => kindOf(link) === kind && !link.isExternal)?.target;

/** A sheet by name, in any letter case, as spreadsheets compare them. */
export const sheetIndex = (model: WorkbookModel, name: string): number =>
  model.sheets.findIndex((sheet) => sheet.name.toLowerCase() === name.toLowerCase());

const findWorkbookPart = (store: PartStore): string => {
  if (!store.has(PACKAGE_LINKS)) throw damaged(PACKAGE_LINKS);
  const link = readRelationships(store, '').find((candidate) => kindOf(candidate) === 'officeDocument');
  if (link === undefined) throw new RefusedError({ code: 'notWorkbook' });
  if (link.isExternal) throw unsafe(PACKAGE_LINKS);
  if (/\.bin$/i.test(link.target)) throw new RefusedError({ code: 'xlsb' });
  return link.target;
};

const PACKAGE_LINKS = '_rels/.rels';

/** Sheets must be there, each with a name and a part of its own: who leads to another part twice leads in a circle. */
const checkSheets = (store: PartStore, sheets: readonly WorkbookSheet[], workbook: string): void => {
  const taken = new Set([workbook.toLowerCase()]);
  const names = new Set<string>();
  for (const { name, part } of sheets) {
    if (names.has(name.toLowerCase())) throw damaged(workbook);
    names.add(name.toLowerCase());
    if (part === null) continue;
    if (taken.has(part.toLowerCase())) throw damaged(workbook);
    taken.add(part.toLowerCase());
    if (!store.has(part)) throw damaged(part);
  }
  if (sheets.length === 0) throw damaged(workbook);
};

const readSheets = (
  root: XmlDocument['root'],
  relationships: readonly Relationship[],
  part: string,
): readonly WorkbookSheet[] => {
  const list = element(root, 'sheets');
  if (list === undefined) throw damaged(part);
  return elements(list, 'sheet').map((node) => {
    const id = relationshipId(node);
    const link = relationships.find((candidate) => candidate.id === id);
    const name = attribute(node, 'name');
    const sheetId = Number(attribute(node, 'sheetId'));
    if (link === undefined || name === undefined || !Number.isInteger(sheetId)) throw damaged(part);
    if (link.isExternal) throw unsafe(part);
    const state = attribute(node, 'state');
    return {
      name,
      sheetId,
      visibility: state === 'hidden' || state === 'veryHidden' ? state : 'visible',
      part: kindOf(link) === 'worksheet' ? link.target : null,
    };
  });
};

const readNames = (root: XmlDocument['root'], sheets: readonly WorkbookSheet[]): readonly DefinedName[] => {
  const list = element(root, 'definedNames');
  if (list === undefined) return [];
  return elements(list, 'definedName').flatMap((node) => {
    const local = attribute(node, 'localSheetId');
    const scope = local === undefined ? null : sheets[Number(local)]?.name;
    // A name limited to a sheet that is gone means nothing anywhere.
    return scope === undefined
      ? []
      : [{ name: attribute(node, 'name') ?? '', refersTo: textOf(node), scope }];
  });
};
