import { a1, type CellPosition } from '../../core/cell-address';
import { dropContentType } from '../package/content-types';
import type { Draft } from '../package/part-store';
import { dropRelationship, kindOf } from '../package/relationships';
import { damaged } from '../refusal';
import type { WorkbookModel } from '../workbook/read-workbook';
import { attribute, elements, withAttribute } from '../xml/xml-node';
import { parseXml, serializeXml, type XmlNode } from '../xml/parse-xml';

/** Takes cells that hold no formula any more out of the calculation chain; a chain that is empty goes. */
export const dropFromCalcChain = (
  draft: Draft,
  model: WorkbookModel,
  sheetId: number,
  cells: readonly CellPosition[],
): void => {
  const link = model.relationships.find((candidate) => kindOf(candidate) === 'calcChain');
  if (link === undefined || cells.length === 0 || !draft.has(link.target)) return;
  const text = draft.text(link.target);
  if (text === undefined) throw damaged(link.target);
  const document = parseXml(text, link.target);
  const gone = new Set(cells.map(a1));
  const kept = keptEntries(document.root, sheetId, gone);
  if (kept.length === 0) {
    draft.remove(link.target);
    dropContentType(draft, link.target);
    dropRelationship(draft, model.part, link.id);
    return;
  }
  draft.write(link.target, serializeXml({ ...document, root: { ...document.root, children: kept } }));
};

/** An entry without sheet belongs to the sheet of the one before, so what follows a dropped one must say it. */
const keptEntries = (chain: XmlNode, sheetId: number, gone: ReadonlySet<string>): readonly XmlNode[] => {
  let sheet = 0;
  let written = 0;
  return elements(chain).flatMap((entry) => {
    const stated = attribute(entry, 'i');
    sheet = stated === undefined ? sheet : Number(stated);
    if (sheet === sheetId && gone.has(attribute(entry, 'r') ?? '')) return [];
    const needsSheet = stated === undefined && written !== sheet;
    written = sheet;
    return [needsSheet ? withAttribute(entry, 'i', sheet) : entry];
  });
};
