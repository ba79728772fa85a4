import { zipSync, strToU8 } from 'fflate';
import { untouchedSheet, type PlannedCell, type SheetPlan } from '../../src/core/change-plan';
import type { CellRange } from '../../src/core/cell-address';
import type { Snapshot } from '../../src/core/snapshot';
import { openWorkbook, type XlsxWorkbook } from '../../src/xlsx/open-workbook';
import { structureProblems } from '../xlsx/check-structure';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** The smallest workbook that spreadsheet programs open, with sheets of these names and nothing in them. */
const emptyWorkbook = (names: readonly string[]): Uint8Array => {
  const xml = (text: string): Uint8Array =>
    strToU8(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${text}`);
  const relationships = (entries: string): Uint8Array =>
    xml(`<Relationships xmlns="${PACKAGE}/relationships">${entries}</Relationships>`);
  const overrides = names.map(
    (_, index) =>
      `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="${TYPES}.worksheet+xml"/>`,
  );
  const sheets = names.map(
    (name, index) => `<sheet name="${name}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  const links = names.map(
    (_, index) =>
      `<Relationship Id="rId${index + 1}" Type="${RELATIONSHIPS}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`,
  );
  return zipSync({
    '[Content_Types].xml': xml(
      `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPES}.sheet.main+xml"/>${overrides.join('')}</Types>`,
    ),
    '_rels/.rels': relationships(
      `<Relationship Id="rId1" Type="${RELATIONSHIPS}/officeDocument" Target="xl/workbook.xml"/>`,
    ),
    'xl/workbook.xml': xml(
      `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONSHIPS}"><sheets>${sheets.join('')}</sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': relationships(links.join('')),
    ...Object.fromEntries(
      names.map((_, index) => [
        `xl/worksheets/sheet${index + 1}.xml`,
        xml(`<worksheet xmlns="${MAIN}"><sheetData/></worksheet>`),
      ]),
    ),
  });
};

export type Typed = string | number | null;

const open = (bytes: Uint8Array): XlsxWorkbook => {
  const opened = openWorkbook(bytes);
  if (!opened.ok) throw new Error(opened.error.code);
  return opened.value;
};

/** A plan that types values into one sheet and leaves its looks alone. */
export const typing = (
  name: string,
  cells: readonly PlannedCell[],
  merges: readonly CellRange[] = [],
): SheetPlan => ({ ...untouchedSheet(name), cells, merges });

/** Bytes of a workbook with what an officer typed into its cells. */
export const typeInto = (bytes: Uint8Array, sheets: readonly SheetPlan[]): Uint8Array => {
  const applied = open(bytes).apply({ sources: [], sheets, names: [], styles: {} });
  if (!applied.ok) throw new Error(`${applied.error.code} ${applied.error.cell ?? ''}`);
  const problems = structureProblems(applied.value);
  if (problems.length > 0) throw new Error(problems.join('\n'));
  return applied.value;
};

/** Bytes of a new workbook whose sheets hold these rows from A1 on. */
export const workbookOf = (sheets: Readonly<Record<string, readonly (readonly Typed[])[]>>): Uint8Array =>
  typeInto(
    emptyWorkbook(Object.keys(sheets)),
    Object.entries(sheets).map(([name, rows]) =>
      typing(
        name,
        rows.flatMap((row, index) =>
          row.flatMap((value, column) => (value === null ? [] : [{ row: index, column, value }])),
        ),
      ),
    ),
  );

/** Snapshot of a workbook's bytes. */
export const snapshotOf = (bytes: Uint8Array): Snapshot => open(bytes).snapshot();
