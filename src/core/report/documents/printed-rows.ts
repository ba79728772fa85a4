import { columnLetters } from '../../cell-address';
import type { DocumentLayout } from '../../measures/layouts';
import { DOCUMENT_NAMES } from '../../our-names';
import { DOCUMENT_TABS } from '../styles';
import type { DocumentContext } from './document-context';
import type { PrintBlock, PrintCell, PrintDocument, PrintRow } from './print-sheet';
import { isKeyed, referenceTo, type LaidRow, type LaidTable } from './table-document';

/** A cell of the table that a printed document is made from, followed by its row's key, or by place where it has none. */
export const followedCell = (
  laid: LaidTable,
  row: LaidRow,
  role: string,
  keyColumn: number,
): PrintCell['value'] => {
  const column = laid.columns.get(role);
  const value = row.texts.get(role) ?? '';
  if (column === undefined) return value;
  return (at) => {
    const cell = referenceTo(laid, row, column, `$${columnLetters(keyColumn)}${at + 1}`);
    return { formula: isKeyed(laid, row) ? `IFERROR(${cell}&"","")` : `${cell}&""`, value };
  };
};

/** A row of a table as it is printed under the columns of a layout, with its key right of them. */
export const followedRow = (laid: LaidTable, row: LaidRow, columns: DocumentLayout['columns']): PrintRow => ({
  key: row.key,
  cells: columns.map(({ role }, column) => ({
    column,
    value: followedCell(laid, row, role, columns.length),
    style: role === 'code' ? 'documentCentered' : 'documentText',
  })),
});

/** A heading across the printed page. */
export const headingRow = (text: string, columns: number): PrintRow => ({
  key: null,
  cells: [{ column: 0, columns, value: text, style: 'documentGroup' }],
});

/** Blocks of a group; its heading is in one block with the first of them, so that they are not parted. */
export const underHeading = (
  head: readonly PrintRow[],
  body: readonly PrintBlock[],
): readonly PrintBlock[] => {
  const [first = [], ...rest] = body;
  return [[...head, ...first], ...rest].filter((block) => block.length > 0);
};

/** Rows of a table by the group that each is in, in the order of the groups; rows of no group come last. */
export const rowsByGroup = (
  laid: LaidTable,
  groups: readonly string[],
  otherGroup: string,
): readonly (readonly [group: string, rows: readonly LaidRow[]])[] => {
  const groupOf = (row: LaidRow): string => row.texts.get('group') ?? '';
  const others = [...new Set(laid.rows.map(groupOf))].filter((group) => !groups.includes(group));
  return [...groups, ...others].flatMap((group) => {
    const rows = laid.rows.filter((row) => groupOf(row) === group);
    return rows.length === 0 && !groups.includes(group)
      ? []
      : [[group === '' ? otherGroup : group, rows] as const];
  });
};

/** What is the same for the printed documents of all kinds. */
export const printFrame = (
  { kind, title, orientation }: DocumentLayout,
  { assessment, texts: { documents, page } }: DocumentContext,
  tableSheet: string,
): Omit<PrintDocument, 'blocks' | 'columns'> => ({
  anchor: DOCUMENT_NAMES[kind].print,
  sheetTitle: documents.print[kind],
  title,
  subtitle: documents.subtitle(assessment.agency, assessment.fiscalYear),
  orientation,
  side: { key: documents.side.key, hint: documents.printHint(tableSheet) },
  footer: page.footer,
  tab: DOCUMENT_TABS[kind],
});
