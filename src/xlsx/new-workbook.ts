import { CONTENT_TYPES } from './package/content-types';
import { plainPacking } from './package/packing';
import { writeZip } from './package/write-zip';
import { contentType, TRANSITIONAL, XML_DECLARATION } from './workbook/flavour';
import { emptySheet } from './write/add-sheet';
import { escapeAttribute } from './xml/xml-text';

const { main, relationships } = TRANSITIONAL;
const OFFICE = relationships.replace(/\/relationships$/, '');
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const NO_BYTES = new Uint8Array();

/** One plain style, without the theme whose fonts and colours it would take otherwise. */
const STYLES =
  `<styleSheet xmlns="${main}"><fonts count="1"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font></fonts>` +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>' +
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>';

const PROPERTIES = `<Properties xmlns="${OFFICE}/extended-properties"><Application>ITA for Excel</Application></Properties>`;

/**
 * Bytes of a new workbook with empty sheets of these names, the same each time: its properties hold no date and no
 * person's name.
 */
export const newWorkbook = (names: readonly string[]): Uint8Array => {
  const sheets = names.map((name, index) => ({
    name,
    id: index + 1,
    file: `worksheets/sheet${index + 1}.xml`,
  }));
  const parts: readonly (readonly [name: string, xml: string])[] = [
    [
      CONTENT_TYPES,
      `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>` +
        typeOf('docProps/app.xml', 'application/vnd.openxmlformats-officedocument.extended-properties+xml') +
        typeOf('xl/workbook.xml', contentType('sheet.main')) +
        typeOf('xl/styles.xml', contentType('styles')) +
        `${sheets.map(({ file }) => typeOf(`xl/${file}`, contentType('worksheet'))).join('')}</Types>`,
    ],
    [
      '_rels/.rels',
      linkList(
        link(1, 'officeDocument', 'xl/workbook.xml') + link(2, 'extended-properties', 'docProps/app.xml'),
      ),
    ],
    ['docProps/app.xml', PROPERTIES],
    [
      'xl/workbook.xml',
      `<workbook xmlns="${main}" xmlns:r="${relationships}"><sheets>${sheets
        .map(({ name, id }) => `<sheet name="${escapeAttribute(name)}" sheetId="${id}" r:id="rId${id}"/>`)
        .join('')}</sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      linkList(
        sheets.map(({ id, file }) => link(id, 'worksheet', file)).join('') +
          link(sheets.length + 1, 'styles', 'styles.xml'),
      ),
    ],
    ['xl/styles.xml', STYLES],
    ...sheets.map(({ file }) => [`xl/${file}`, emptySheet(main, relationships)] as const),
  ];
  const encoder = new TextEncoder();
  return writeZip(
    { bytes: NO_BYTES, entries: [], comment: NO_BYTES, packing: plainPacking },
    new Map(parts.map(([name, xml]) => [name, encoder.encode(XML_DECLARATION + xml)])),
  );
};

const typeOf = (part: string, type: string): string =>
  `<Override PartName="/${part}" ContentType="${type}"/>`;

const link = (id: number, kind: string, target: string): string =>
  `<Relationship Id="rId${id}" Type="${relationships}/${kind}" Target="${target}"/>`;

const linkList = (links: string): string =>
  `<Relationships xmlns="${PACKAGE}/relationships">${links}</Relationships>`;
