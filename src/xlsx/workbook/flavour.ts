import { attributes, prefixOf } from '../xml/xml-node';
import type { XmlNode } from '../xml/parse-xml';

/** The standard comes in two flavours that differ in namespaces; new parts must be of the workbook's own. */
export type Flavour = { readonly main: string; readonly relationships: string };

/** Flavour that Excel writes unless it is told otherwise. */
export const TRANSITIONAL: Flavour = {
  main: 'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
  relationships: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
};
const STRICT: Flavour = {
  main: 'http://purl.oclc.org/ooxml/spreadsheetml/main',
  relationships: 'http://purl.oclc.org/ooxml/officeDocument/relationships',
};

/** Flavour of a part, from its root element. */
export const flavourOf = (root: XmlNode): Flavour => {
  const prefix = prefixOf(root).slice(0, -1);
  const main = attributes(root).find(([name]) => name === (prefix === '' ? 'xmlns' : `xmlns:${prefix}`))?.[1];
  return main === STRICT.main ? STRICT : TRANSITIONAL;
};

/** Attributes that give an element its `r:id`; the prefix is declared with it where the root does not do so. */
export const relationshipAttributes = (root: XmlNode, id: string): Readonly<Record<string, string>> => {
  const { relationships } = flavourOf(root);
  const declared = attributes(root).find(
    ([name, value]) => name.startsWith('xmlns:') && value === relationships,
  );
  const prefix = declared?.[0].slice('xmlns:'.length);
  return prefix === undefined ? { 'xmlns:r': relationships, 'r:id': id } : { [`${prefix}:id`]: id };
};

/** First lines of every part that we add. */
export const XML_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n';

/** Content type of a part of a spreadsheet, such as `worksheet`. */
export const contentType = (kind: string): string =>
  `application/vnd.openxmlformats-officedocument.spreadsheetml.${kind}+xml`;
