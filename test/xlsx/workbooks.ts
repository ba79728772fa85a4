import { zipParts, type Parts } from './zip-parts';

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n';
export const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
export const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const CONTENT = 'application/vnd.openxmlformats-officedocument.spreadsheetml.';

/** A sheet of a test workbook: the children of `worksheet`, written without prefix. */
export type TestSheet = { readonly name: string; readonly xml: string; readonly state?: string };

export type TestWorkbook = {
  readonly sheets: readonly TestSheet[];
  readonly strings?: readonly string[];
  /** Inside of `styleSheet`; undefined leaves the part out. */
  readonly styles?: string;
  readonly names?: string;
  readonly calcChain?: string;
  /** Part names and inside of `table` elements by sheet index. */
  readonly tables?: Readonly<Record<number, readonly string[]>>;
  readonly workbookPr?: string;
  readonly extra?: Parts;
};

/** Two fonts and three styles: plain, two decimals, bold percent. */
export const STYLES =
  '<numFmts count="1"><numFmt numFmtId="164" formatCode="[$-D00041E]0.00"/></numFmts>' +
  '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="16"/><name val="TH Sarabun New"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
  '<xf numFmtId="2" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>' +
  '<xf numFmtId="10" fontId="1" fillId="0" borderId="0" xfId="0"/>' +
  '<xf numFmtId="164" fontId="1" fillId="0" borderId="0" xfId="0"><alignment horizontal="center"/></xf></cellXfs>' +
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>';

/** Parts of a workbook as Excel lays them out. */
export const workbookParts = (book: TestWorkbook): Parts => {
  const sheetTypes = book.sheets.map((_, i) => override(`xl/worksheets/sheet${i + 1}.xml`, 'worksheet'));
  const links = book.sheets.map((_, i) => link(`rId${i + 1}`, 'worksheet', `worksheets/sheet${i + 1}.xml`));
  const parts: Record<string, string | Uint8Array> = {};
  const types = [...sheetTypes, override('xl/workbook.xml', 'sheet.main')];
  const add = (name: string, kind: string, text: string): void => {
    parts[`xl/${name}.xml`] = DECLARATION + text;
    types.push(override(`xl/${name}.xml`, kind));
    links.push(link(`rId${links.length + 1}`, kind, `${name}.xml`));
  };
  if (book.styles !== undefined)
    add('styles', 'styles', `<styleSheet xmlns="${MAIN}">${book.styles}</styleSheet>`);
  if (book.strings !== undefined) {
    add(
      'sharedStrings',
      'sharedStrings',
      `<sst xmlns="${MAIN}">${book.strings.map((si) => `<si>${si}</si>`).join('')}</sst>`,
    );
  }
  if (book.calcChain !== undefined)
    add('calcChain', 'calcChain', `<calcChain xmlns="${MAIN}">${book.calcChain}</calcChain>`);
  let table = 0;
  book.sheets.forEach((sheet, i) => {
    const tables = book.tables?.[i] ?? [];
    const ids = tables.map(() => ++table);
    const tableParts = ids.map((id) => `<tablePart r:id="rId${id}"/>`).join('');
    const list = tables.length === 0 ? '' : `<tableParts count="${tables.length}">${tableParts}</tableParts>`;
    parts[`xl/worksheets/sheet${i + 1}.xml`] =
      `${DECLARATION}<worksheet xmlns="${MAIN}" xmlns:r="${RELATIONSHIPS}">${sheet.xml}${list}</worksheet>`;
    if (tables.length === 0) return;
    parts[`xl/worksheets/_rels/sheet${i + 1}.xml.rels`] = relationships(
      ids.map((id) => link(`rId${id}`, 'table', `../tables/table${id}.xml`)),
    );
    tables.forEach((xml, j) => {
      parts[`xl/tables/table${ids[j] ?? 0}.xml`] = DECLARATION + xml;
      types.push(override(`xl/tables/table${ids[j] ?? 0}.xml`, 'table'));
    });
  });
  const sheets = book.sheets.map(
    ({ name, state }, i) =>
      `<sheet name="${name}" sheetId="${i + 1}"${state === undefined ? '' : ` state="${state}"`} r:id="rId${i + 1}"/>`,
  );
  const names = book.names === undefined ? '' : `<definedNames>${book.names}</definedNames>`;
  return {
    '[Content_Types].xml': `${DECLARATION}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>${types.join('')}</Types>`,
    '_rels/.rels': relationships([link('rId1', 'officeDocument', 'xl/workbook.xml')]),
    'xl/workbook.xml': `${DECLARATION}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONSHIPS}">${book.workbookPr ?? '<workbookPr/>'}<bookViews><workbookView/></bookViews><sheets>${sheets.join('')}</sheets>${names}<calcPr calcId="191029"/></workbook>`,
    'xl/_rels/workbook.xml.rels': relationships(links),
    ...parts,
    ...book.extra,
  };
};

export const makeWorkbook = (book: TestWorkbook): Uint8Array => zipParts(workbookParts(book));

/** The same workbook as a producer that gives every element of the spreadsheet's own parts a prefix. */
export const prefixed = (parts: Parts): Parts =>
  Object.fromEntries(
    Object.entries(parts).map(([name, content]) => {
      if (typeof content !== 'string' || !content.includes(`xmlns="${MAIN}"`)) return [name, content];
      const named = content
        .replace(/<(\/?)([A-Za-z])/g, '<$1x:$2')
        .replace(`xmlns="${MAIN}"`, `xmlns:x="${MAIN}"`);
      return [name, named];
    }),
  );

const override = (part: string, kind: string): string =>
  `<Override PartName="/${part}" ContentType="${CONTENT}${kind}+xml"/>`;

const link = (id: string, kind: string, target: string): string =>
  `<Relationship Id="${id}" Type="${RELATIONSHIPS}/${kind}" Target="${target}"/>`;

const relationships = (links: readonly string[]): string =>
  `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships">${links.join('')}</Relationships>`;
