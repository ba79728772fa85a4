import { untouchedSheet, type PlannedCell } from '../../src/core/change-plan';
import type { DocumentKind } from '../../src/core/measures/layouts';
import { textAt } from '../../src/core/read/sheet-text';
import { cellAt, isCellError } from '../../src/core/snapshot';
import { KEY_HEADING, tableOf } from './documents';
import { snapshotOf, typeInto, typing, workbookOf, type Typed } from './workbook-of';

/** What a division does to the table of a document in its copy; rows count from the first below the headings. */
export type CopyEdit =
  | { readonly kind: 'type'; readonly row: number; readonly column: number; readonly text: string }
  | { readonly kind: 'swap'; readonly first: number; readonly second: number }
  | { readonly kind: 'own'; readonly texts: readonly [string, string] };

const written = (text: string): Typed => (text === '' ? null : text);

/** Bytes of a copy after one edit; rows of their own come at the end of the native table. */
export const editedCopy = (bytes: Uint8Array, document: DocumentKind, edit: CopyEdit): Uint8Array => {
  const { sheet, table } = tableOf(snapshotOf(bytes), document);
  const { top, left, bottom, right } = table.range;
  const rowAt = (index: number): number => top + 1 + (index % (bottom - top));
  switch (edit.kind) {
    case 'type': {
      const cell = { row: rowAt(edit.row), column: left + edit.column, value: written(edit.text) };
      return typeInto(bytes, [typing(sheet.name, [cell])]);
    }
    case 'swap': {
      const [first, second] = [rowAt(edit.first), rowAt(edit.second)];
      const moved = (from: number, to: number): readonly PlannedCell[] =>
        Array.from({ length: right - left + 1 }, (_, index) => ({
          row: to,
          column: left + index,
          value: written(textAt(sheet, { row: from, column: left + index })),
        }));
      return first === second
        ? bytes
        : typeInto(bytes, [typing(sheet.name, [...moved(first, second), ...moved(second, first)])]);
    }
    case 'own': {
      const cells = edit.texts.map((value, index) => ({ row: bottom + 1, column: left + index, value }));
      const grown = {
        name: table.name,
        range: { ...table.range, bottom: bottom + 1 },
        columns: table.columns,
        style: 'TableStyleLight1',
        hasFilter: true,
      };
      return typeInto(bytes, [{ ...untouchedSheet(sheet.name), cells, tables: [grown] }]);
    }
  }
};

const inOrder = <Sheet>(sheets: readonly Sheet[], isReversed: boolean): readonly Sheet[] =>
  isReversed ? [...sheets].reverse() : sheets;

/** The same cells in a workbook without native tables, names and titles of sheets, as a program may save it that knows none. */
export const bareCopy = (bytes: Uint8Array, isReversed = false): Uint8Array =>
  workbookOf(
    Object.fromEntries(
      inOrder(snapshotOf(bytes).sheets, isReversed).map((sheet, number) => [
        `แผ่น ${number + 1}`,
        Array.from(sheet.rows, (cells, row) =>
          Array.from(cells ?? [], (_, column): Typed => {
            const value = cellAt(sheet, { row, column })?.value ?? null;
            return isCellError(value) || typeof value === 'boolean' ? null : value;
          }),
        ),
      ]),
    ),
  );

/** Texts of the columns that a document prints, by key, and the rows of the officers' own. */
export const tableTexts = (
  bytes: Uint8Array,
  document: DocumentKind,
  columns: number,
): { readonly keyed: ReadonlyMap<string, readonly string[]>; readonly own: readonly string[] } => {
  const { sheet, table } = tableOf(snapshotOf(bytes), document);
  const { top, left, bottom } = table.range;
  const keyColumn = left + table.columns.indexOf(KEY_HEADING);
  const rows = Array.from({ length: bottom - top }, (_, index) => {
    const row = top + 1 + index;
    const texts = Array.from({ length: columns }, (__, column) =>
      textAt(sheet, { row, column: left + column }),
    );
    return { key: textAt(sheet, { row, column: keyColumn }), texts };
  });
  return {
    keyed: new Map(rows.flatMap(({ key, texts }) => (key === '' ? [] : [[key, texts] as const]))),
    own: rows.flatMap(({ key, texts }) => (key === '' ? [texts.join('|')] : [])),
  };
};
