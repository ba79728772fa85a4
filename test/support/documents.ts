import { analyze, type Analysis, type AnalysisOptions } from '../../src/app/analyze';
import { reportTextsTh } from '../../src/app/messages/report-texts-th';
import type { DocumentKind } from '../../src/core/measures/layouts';
import type { Readiness } from '../../src/core/measures/checked-documents';
import { DOCUMENT_NAMES, placeOfName } from '../../src/core/our-names';
import { textAt } from '../../src/core/read/sheet-text';
import type { SheetSnapshot, Snapshot, SnapshotTable } from '../../src/core/snapshot';
import { openWorkbook } from '../../src/xlsx/open-workbook';
import { structureProblems } from '../xlsx/check-structure';
import { snapshotOf, typeInto, typing, type Typed } from './workbook-of';

/** What an analysis of a workbook gives; it must be possible. */
export const analysed = (snapshot: Snapshot, options: AnalysisOptions = {}): Analysis => {
  const analysis = analyze(snapshot, options);
  if (!analysis.ok) throw new Error(analysis.error.code);
  return analysis.value;
};

/** Bytes of the workbook after one run. */
export const run = (bytes: Uint8Array, options: AnalysisOptions = {}): Uint8Array => {
  const opened = openWorkbook(bytes);
  if (!opened.ok) throw new Error(opened.error.code);
  const applied = opened.value.apply(analysed(opened.value.snapshot(), options).plan);
  if (!applied.ok) throw new Error(`${applied.error.code} ${applied.error.cell ?? ''}`);
  const problems = structureProblems(applied.value);
  if (problems.length > 0) throw new Error(problems.join('\n'));
  return applied.value;
};

/** Bytes of the workbook with the documents of these kinds. */
export const withDocuments = (bytes: Uint8Array, ...documents: readonly DocumentKind[]): Uint8Array =>
  run(bytes, { documents });

/** Whether the documents of a workbook are ready, as the next run would say. */
export const readinessOf = (bytes: Uint8Array): Readiness => {
  const { readiness } = analysed(snapshotOf(bytes)).documents;
  if (readiness === null) throw new Error('No measures');
  return readiness;
};

/** The table of a document in a workbook, and its sheet. */
export const tableOf = (
  snapshot: Snapshot,
  kind: DocumentKind,
): { readonly sheet: SheetSnapshot; readonly table: SnapshotTable } => {
  for (const sheet of snapshot.sheets) {
    const table = sheet.tables.find(({ name }) => name === DOCUMENT_NAMES[kind].table);
    if (table !== undefined) return { sheet, table };
  }
  throw new Error(`No table of ${kind}`);
};

/** A row of a document's table: its texts under the headings, and where it stands. */
export type DocumentRow = { readonly row: number; readonly texts: Readonly<Record<string, string>> };

/** Rows of a document's table. */
export const rowsOf = (bytes: Uint8Array, kind: DocumentKind): readonly DocumentRow[] => {
  const { sheet, table } = tableOf(snapshotOf(bytes), kind);
  const { top, bottom, left } = table.range;
  return Array.from({ length: bottom - top }, (_, index) => ({
    row: top + 1 + index,
    texts: Object.fromEntries(
      table.columns.map((heading, column) => [
        heading,
        textAt(sheet, { row: top + 1 + index, column: left + column }),
      ]),
    ),
  }));
};

/** Heading of the keys. */
export const KEY_HEADING = reportTextsTh.documents.side.key;

/** Keys of the rows of a document's table, from top to bottom. */
export const keysOf = (bytes: Uint8Array, kind: DocumentKind): readonly string[] =>
  rowsOf(bytes, kind).map(({ texts }) => texts[KEY_HEADING] ?? '');

/** Types a value under a heading of a document's table. */
export const typeUnder = (
  bytes: Uint8Array,
  kind: DocumentKind,
  row: number,
  heading: string,
  value: Typed,
): Uint8Array => {
  const { sheet, table } = tableOf(snapshotOf(bytes), kind);
  const column = table.range.left + table.columns.indexOf(heading);
  return typeInto(bytes, [typing(sheet.name, [{ row, column, value }])]);
};

/** Texts of a sheet, row by row, blanks left out. */
export const textRows = (snapshot: Snapshot, sheetName: string): readonly (readonly string[])[] => {
  const sheet = snapshot.sheets.find(({ name }) => name === sheetName);
  if (sheet === undefined) throw new Error(sheetName);
  return sheet.rows.map((cells, row) =>
    (cells ?? []).map((_, column) => textAt(sheet, { row, column })).filter((text) => text !== ''),
  );
};

/** Sets a setting on the settings sheet, as an officer does. */
export const setting = (bytes: Uint8Array, name: string, value: Typed): Uint8Array => {
  const place = placeOfName(snapshotOf(bytes), name);
  if (place === undefined) throw new Error(name);
  const { top: row, left: column } = place.range;
  return typeInto(bytes, [typing(place.sheet, [{ row, column, value }])]);
};
