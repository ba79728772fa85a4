import { absoluteRangeA1, columnLetters, quotedSheet, union, type CellRange } from '../../cell-address';
import {
  untouchedSheet,
  type PlannedCell,
  type PlannedConditionalFormat,
  type PlannedName,
  type PlannedValidation,
  type SheetPlan,
} from '../../change-plan';
import { placeOfName } from '../../our-names';
import type { Snapshot } from '../../snapshot';
import { at, heightOf, linesOf, plain, quoted, rowHeightOf, rowOf, wrappedLines } from '../sheet-parts';
import { LOOKS } from '../styles';
import type { DocumentTexts } from './document-texts';
import {
  documentCell,
  HEADER_ROW,
  valueOf,
  valueOfRole,
  type DocumentValue,
  type LaidTable,
  type TableColumn,
  type TableRow,
} from './table-document';

/** What tells drafts and open cells of a table. */
export type TableLooks = {
  readonly texts: DocumentTexts;
  readonly footer: string;
  /** Roles whose cells are drafts as long as they hold a text of the library. */
  readonly libraryRoles: readonly string[];
  /** Name of the cells with the library's texts. */
  readonly libraryTexts: string;
  /** Roles that the officer must fill in. */
  readonly openRoles: readonly string[];
  /** Other roles with a draft, as long as the status of their row says so. */
  readonly draftRoles: readonly string[];
};

const lines = (value: DocumentValue, width: number): number => {
  const shown = valueOf(value);
  return typeof shown === 'string' ? wrappedLines(shown, width) : 1;
};

const rowCells = ({ columns, document }: LaidTable, row: number, source: TableRow): readonly PlannedCell[] =>
  document.columns.flatMap(({ role, style }) => {
    const column = columns.get(role);
    return column === undefined ? [] : [documentCell(row, column, valueOfRole(source, role), style)];
  });

const rowHeight = ({ document }: LaidTable, row: TableRow): number =>
  rowHeightOf(Math.max(...document.columns.map(({ role, width }) => lines(valueOfRole(row, role), width))));

const liveCells = ({ document, columns, rows }: LaidTable): readonly PlannedCell[] =>
  rows.flatMap(({ row, live: values }) =>
    document.columns.flatMap(({ role, style }) => {
      const column = columns.get(role);
      const value = values.get(role);
      return column === undefined || value === undefined ? [] : [documentCell(row, column, value, style)];
    }),
  );

const headingCells = ({ document, headings, columns }: LaidTable): readonly PlannedCell[] => {
  const [title, subtitle, hint] = document.heading;
  const isSide = (index: number): boolean =>
    document.columns.some(({ role, isPrinted }) => !isPrinted && columns.get(role) === index);
  return [
    plain(0, 0, title, 'measureTitle'),
    plain(1, 0, subtitle, 'measureSubtitle'),
    plain(2, 0, hint, 'note'),
    ...headings.map((heading, index) =>
      plain(HEADER_ROW, index, heading, isSide(index) ? 'measureSideHeader' : 'measureHeader'),
    ),
  ];
};

const body = ({ range, columns }: LaidTable, role: string): CellRange | undefined => {
  const column = columns.get(role);
  return column === undefined
    ? undefined
    : { top: range.top + 1, left: column, bottom: range.bottom, right: column };
};

const formats = (laid: LaidTable, looks: TableLooks): readonly PlannedConditionalFormat[] => {
  const { texts } = looks;
  const first = laid.range.top + 1;
  const statusColumn = laid.columns.get('status');
  const status = statusColumn === undefined ? null : `$${columnLetters(statusColumn)}${first + 1}`;
  const rule = (
    role: string,
    look: { readonly italic?: boolean; readonly color?: string; readonly fill?: string },
    formula: (cell: string) => string,
  ): readonly PlannedConditionalFormat[] => {
    const range = body(laid, role);
    return range === undefined
      ? []
      : [{ kind: 'formula', range, formula: formula(at(first, range.left)), look }];
  };
  const isOpen = (cell: string): string =>
    `OR(${cell}="",COUNTIF(${cell},${quoted(`${texts.prompt.begin}*`)})>0)`;
  const accepted = status === null ? '' : `${status}<>${quoted(texts.status.accepted)},`;
  return [
    ...looks.openRoles.flatMap((role) => rule(role, LOOKS.open, isOpen)),
    ...looks.libraryRoles.flatMap((role) =>
      rule(
        role,
        LOOKS.draft,
        (cell) => `AND(${accepted}${cell}<>"",SUMPRODUCT(--(${looks.libraryTexts}=${cell}))>0)`,
      ),
    ),
    ...(status === null
      ? []
      : looks.draftRoles.flatMap((role) =>
          rule(role, LOOKS.draft, () => `${status}=${quoted(texts.status.draft)}`),
        )),
  ];
};

const validations = (laid: LaidTable): readonly PlannedValidation[] =>
  laid.document.columns.flatMap(({ role, choices }) => {
    const range = body(laid, role);
    return choices === null || range === undefined
      ? []
      : [{ range, source: choices, allowBlank: true, prompt: null, error: null }];
  });

const isPrinted = ({ document, columns }: LaidTable, column: number): boolean =>
  document.columns.some((own) => own.isPrinted && columns.get(own.role) === column);

/** From the top of the sheet to the last column that is printed. */
const printedArea = (laid: LaidTable): CellRange => {
  const { range, found, document } = laid;
  const printed = Array.from(
    { length: range.right - range.left + 1 },
    (_, index) => range.left + index,
  ).filter((column) => isPrinted(laid, column));
  const count = document.columns.filter((column) => column.isPrinted).length;
  return {
    top: found === undefined ? 0 : Math.max(0, range.top - HEADER_ROW),
    left: range.left,
    bottom: range.bottom,
    right: printed.length === count ? Math.max(...printed) : range.right,
  };
};

const newHeights = ({ document }: LaidTable): readonly (readonly [number, number])[] => {
  const width = document.columns.reduce((sum, column) => sum + (column.isPrinted ? column.width : 0), 0);
  const headerLines = document.columns.map(({ headings, width: own }) => linesOf(headings[0], own));
  return [
    [0, 32],
    [1, heightOf(linesOf(document.heading[1], width))],
    [2, heightOf(linesOf(document.heading[2], width))],
    [3, 8],
    [HEADER_ROW, heightOf(Math.max(...headerLines))],
  ];
};

const newMerges = ({ document }: LaidTable): readonly CellRange[] => {
  const right = document.columns.filter((column) => column.isPrinted).length - 1;
  return right < 1 ? [] : [0, 1, 2].map((row) => ({ top: row, left: 0, bottom: row, right }));
};

/** Whether a native table may be put around cells that have lost theirs: each heading is there, and once only. */
const canBeNative = ({ found, headings }: LaidTable, snapshot: Snapshot, name: string): boolean => {
  if (found === undefined || found.isNative) return true;
  const isTaken = snapshot.names.some((entry) => entry.name.toLowerCase() === name.toLowerCase());
  const inTheWay =
    found.sheet.tables.length > 0 || found.sheet.merges.some(({ bottom }) => bottom >= found.range.top);
  return !isTaken && !inTheWay && headings.every((text, i) => text !== '' && headings.indexOf(text) === i);
};

/** Plans the sheet of a table: a new one, or the rows that come to the one that is there, whose other cells stay. */
export const planTableSheet = (
  snapshot: Snapshot,
  laid: LaidTable,
  looks: TableLooks,
): { readonly sheet: SheetPlan; readonly names: readonly PlannedName[] } => {
  const { document, found, range, rows, headings } = laid;
  const isNew = found === undefined;
  const added = rows.filter((row) => row.isNew);
  const asked = new Map(document.rows.map((row) => [row.key, row]));
  const newRows = added.flatMap(({ key, row }) => {
    const source = asked.get(key ?? '');
    return source === undefined ? [] : [{ row, source }];
  });
  const cells = [
    ...(isNew ? headingCells(laid) : liveCells(laid)),
    ...newRows.flatMap(({ row, source }) => rowCells(laid, row, source)),
    ...(isNew && newRows.length === 0
      ? rowOf(
          HEADER_ROW + 1,
          0,
          headings.map(() => null),
          'measureOpen',
        )
      : []),
  ];
  // The name keeps what it covered: an officer's formula may go by it.
  const before = placeOfName(snapshot, document.anchor);
  const area =
    before?.sheet === laid.sheet ? union(before.range, range) : isNew ? { ...range, top: 0 } : range;
  return {
    sheet: {
      ...untouchedSheet(laid.sheet),
      exists: laid.exists,
      cells,
      columnWidths: isNew ? document.columns.map(({ width }: TableColumn) => width) : [],
      rowHeights: new Map([
        ...(isNew ? newHeights(laid) : []),
        // Rows that wait for texts grow with them.
        ...newRows
          .filter(({ source }) => source.values.size > 0)
          .map(({ row, source }) => [row, rowHeight(laid, source)] as const),
      ]),
      merges: isNew ? newMerges(laid) : [],
      tables: canBeNative(laid, snapshot, document.table)
        ? [{ name: document.table, range, columns: headings, style: 'TableStyleLight1', hasFilter: true }]
        : [],
      conditionalFormats: formats(laid, looks),
      validations: validations(laid),
      frame: {
        freeze: { rows: range.top + 1, columns: 0 },
        page: {
          orientation: document.orientation,
          printArea: printedArea(laid),
          repeatRows: { first: range.top, last: range.top },
          footer: looks.footer,
        },
        tabColor: document.tab,
      },
    },
    names: [{ name: document.anchor, refersTo: `${quotedSheet(laid.sheet)}!${absoluteRangeA1(area)}` }],
  };
};
