import { attribute, elements, makeElement, prefixOf, withLastChild, withoutChild } from '../xml/xml-node';
import { parseXml, serializeXml } from '../xml/parse-xml';
import { damaged } from '../refusal';
import type { Draft } from './part-store';

/** File of a package that says of each part what it holds. */
export const CONTENT_TYPES = '[Content_Types].xml';

/** Declares the content type of a new part. */
export const addContentType = (draft: Draft, part: string, type: string): void => {
  const document = readTypes(draft);
  const node = makeElement(`${prefixOf(document.root)}Override`, { PartName: `/${part}`, ContentType: type });
  draft.write(CONTENT_TYPES, serializeXml({ ...document, root: withLastChild(document.root, node) }));
};

/** Removes what is declared for a part that goes. */
export const dropContentType = (draft: Draft, part: string): void => {
  const document = readTypes(draft);
  const node = elements(document.root, 'Override').find(
    (child) => attribute(child, 'PartName')?.toLowerCase() === `/${part}`.toLowerCase(),
  );
  if (node !== undefined)
    draft.write(CONTENT_TYPES, serializeXml({ ...document, root: withoutChild(document.root, node) }));
};

const readTypes = (draft: Draft): ReturnType<typeof parseXml> => {
  const text = draft.text(CONTENT_TYPES);
  if (text === undefined) throw damaged(CONTENT_TYPES);
  return parseXml(text, CONTENT_TYPES);
};
