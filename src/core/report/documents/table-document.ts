import { absoluteA1, absoluteRangeA1, quotedSheet, type CellRange, type CellRef } from '../../cell-address';
import type { PlannedCell, PlannedValidation } from '../../change-plan';
import { KEY, type FoundTable, type KeyedRow, type KeyedTable } from '../../measures/keyed-table';
import { textAt } from '../../read/sheet-text';
import type { SheetSnapshot, Snapshot } from '../../snapshot';
import { withArabicDigits } from '../../text/thai-digits';
import { sheetNameFor } from '../sheet-name';
import { live, plain } from '../sheet-parts';
import type { StyleName } from '../styles';

/** What a cell of a row is given: a plain value, or a formula with the value that it has now. */
export type DocumentValue =
  string | number | null | { readonly formula: string; readonly value: string | number | null };

/** A column of a table in which officers work. */
export type TableColumn = {
  readonly role: string;
  /** Today's heading first, then those of other layouts. */
  readonly headings: readonly [string, ...string[]];
  readonly width: number;
  /** Whether it belongs to the printed page; the others stand right of it. */
  readonly isPrinted: boolean;
  readonly style: StyleName;
  /** Whether its cells are ours and follow the scores on every run; the others are written once, with their row. */
  readonly isLive: boolean;
  /** What can be picked in it; anything else may be typed too. */
  readonly choices: PlannedValidation['source'] | null;
};

/** A row that a document asks for: its key, and what stands in the other columns. */
export type TableRow = { readonly key: string; readonly values: ReadonlyMap<string, DocumentValue> };

/** A document as a native table in which officers work. */
export type TableDocument = Omit<KeyedTable, 'columns'> & {
  readonly columns: readonly TableColumn[];
  readonly sheetTitle: string;
  /** Title, subtitle and hint over the table. */
  readonly heading: readonly [string, string, string];
  readonly rows: readonly TableRow[];
  /** What the live cells of a row say that the document does not ask for (any more), with a key or without one. */
  readonly staleValues: (row: KeyedRow) => ReadonlyMap<string, DocumentValue>;
  /** Words of the status of a row: as it is made, and once the officer has changed every draft of it; null without a status. */
  readonly status: { readonly draft: string; readonly edited: string } | null;
  readonly orientation: 'portrait' | 'landscape';
  readonly tab: string;
};

/** Why rows that a document asks for were not added; the message table has the sentence for each code. */
export type DocumentObstacle = {
  readonly code: 'blocked' | 'filtered' | 'noKeyColumn';
  readonly cell: CellRef;
  readonly rows: number;
};

/** A row as it stands once the plan is applied, and what of it is written now where it was there before. */
export type LaidRow = KeyedRow & {
  readonly isNew: boolean;
  readonly live: ReadonlyMap<string, DocumentValue>;
};

/** A table as it stands once the plan is applied. */
export type LaidTable = {
  readonly document: TableDocument;
  readonly sheet: string;
  readonly exists: boolean;
  readonly found: FoundTable | undefined;
  /** With the header row. */
  readonly range: CellRange;
  readonly headings: readonly string[];
  readonly columns: ReadonlyMap<string, number>;
  readonly rows: readonly LaidRow[];
  readonly obstacle: DocumentObstacle | null;
};

/** Row of the headings in a sheet that is made anew. */
export const HEADER_ROW = 4;

export const valueOf = (value: DocumentValue): string | number | null =>
  typeof value === 'object' && value !== null ? value.value : value;

/** A value as the text that its cell shows. */
export const textOf = (value: DocumentValue): string => String(valueOf(value) ?? '');

/** A value as a cell that will be written. */
export const documentCell = (
  row: number,
  column: number,
  value: DocumentValue,
  style: StyleName,
): PlannedCell =>
  typeof value === 'object' && value !== null
    ? live(row, column, value.formula, value.value, style)
    : plain(row, column, value, style);

/** What a row that is asked for says in the column of a role. */
export const valueOfRole = ({ key, values }: TableRow, role: string): DocumentValue =>
  role === KEY ? key : (values.get(role) ?? null);

/** Whether a row is found by its key; without one, or without their column, it is found by place. */
export const isKeyed = ({ columns }: LaidTable, { key }: LaidRow): boolean =>
  key !== null && columns.has(KEY);

/** A cell of a row as formulas of other sheets find it; the formula that gives the row's key is not needed where it has none. */
export const referenceTo = (laid: LaidTable, row: LaidRow, column: number, keyFormula: string): string => {
  const sheet = `${quotedSheet(laid.sheet)}!`;
  const keys = laid.columns.get(KEY);
  if (!isKeyed(laid, row) || keys === undefined) return `${sheet}${absoluteA1({ row: row.row, column })}`;
  const { top, bottom } = laid.range;
  const cells = (own: number): string =>
    `${sheet}${absoluteRangeA1({ top: top + 1, left: own, bottom, right: own })}`;
  return `INDEX(${cells(column)},MATCH(${keyFormula},${cells(keys)},0))`;
};

const textsIn = (values: ReadonlyMap<string, DocumentValue>): ReadonlyMap<string, string> =>
  new Map([...values].map(([role, value]) => [role, textOf(value)]));

const NOTHING: ReadonlyMap<string, DocumentValue> = new Map();

/** New rows as they stand in a table with these columns; what it has no column for is nowhere. */
const laidRows = (
  rows: readonly TableRow[],
  first: number,
  columns: LaidTable['columns'],
): readonly LaidRow[] =>
  rows.map((row, index) => ({
    key: row.key,
    row: first + index,
    texts: new Map([...columns.keys()].map((role) => [role, textOf(valueOfRole(row, role))])),
    isNew: true,
    live: NOTHING,
  }));

const layNew = (
  snapshot: Snapshot,
  document: TableDocument,
  freeName: (title: string, n: number) => string,
): LaidTable => {
  const { anchor, columns, rows, sheetTitle } = document;
  // A sheet that has lost its table is the officer's; ours gets a new one.
  const others = { ...snapshot, names: snapshot.names.filter(({ name }) => name !== anchor) };
  const { name, exists } = sheetNameFor(others, anchor, sheetTitle, freeName);
  const bottom = HEADER_ROW + Math.max(1, rows.length);
  const places = new Map(columns.map(({ role }, index) => [role, index]));
  return {
    document,
    sheet: name,
    exists,
    found: undefined,
    range: { top: HEADER_ROW, left: 0, bottom, right: columns.length - 1 },
    headings: columns.map(({ headings }) => headings[0]),
    columns: places,
    rows: laidRows(rows, HEADER_ROW + 1, places),
    obstacle: null,
  };
};

const firstFilled = (sheet: SheetSnapshot, area: CellRange): CellRef | null => {
  for (let row = area.top; row <= area.bottom; row += 1) {
    for (let column = area.left; column <= area.right; column += 1) {
      if (textAt(sheet, { row, column }) !== '') return { sheet: sheet.name, row, column };
    }
  }
  return null;
};

/** What keeps so many rows from coming below a table; null where nothing does. */
export const obstacleTo = (found: FoundTable, missing: number): DocumentObstacle | null => {
  const { sheet, range, columns } = found;
  const corner = { sheet: sheet.name, row: range.top, column: range.left };
  if (!columns.has(KEY)) return { code: 'noKeyColumn', cell: corner, rows: missing };
  if (missing === 0) return null;
  if (sheet.isFiltered) return { code: 'filtered', cell: corner, rows: missing };
  const area = { ...range, top: range.bottom + 1, bottom: range.bottom + missing };
  const cell = firstFilled(sheet, area);
  return cell === null ? null : { code: 'blocked', cell, rows: missing };
};

/** Whether the officer has changed every draft of a row. */
const isEdited = ({ columns }: TableDocument, { values }: TableRow, row: KeyedRow): boolean => {
  const drafted = columns.flatMap(({ role, isPrinted, isLive }) => {
    const text = textOf(values.get(role) ?? null);
    return isPrinted && !isLive && text !== '' ? [{ role, text }] : [];
  });
  // A draft in the other digits is a draft still.
  const isKept = (role: string, text: string): boolean =>
    withArabicDigits(row.texts.get(role) ?? '') === withArabicDigits(text);
  return drafted.length > 0 && !drafted.some(({ role, text }) => isKept(role, text));
};

/** What is ours in a row that is there: its live cells, and its status as long as the officer has not set another. */
const liveValues = (document: TableDocument, row: KeyedRow): ReadonlyMap<string, DocumentValue> => {
  const { columns, rows, staleValues, status } = document;
  const asked = row.key === null ? undefined : rows.find(({ key }) => key === row.key);
  const values = asked?.values ?? staleValues(row);
  const isDraft = status !== null && row.texts.get('status') === status.draft;
  return new Map([
    ...columns.flatMap(({ role, isLive }): readonly (readonly [string, DocumentValue])[] => {
      const value = values.get(role);
      return isLive && value !== undefined ? [[role, value]] : [];
    }),
    ...(isDraft && asked !== undefined && isEdited(document, asked, row)
      ? [['status', status.edited] as const]
      : []),
  ]);
};

/** Rows that are there stay as they are; those that are missing come below them. */
const layFound = (found: FoundTable, document: TableDocument): LaidTable => {
  const { sheet, range, headings, columns, rows } = found;
  const keys = new Set(rows.map(({ key }) => key));
  const missing = document.rows.filter(({ key }) => !keys.has(key));
  const obstacle = obstacleTo(found, missing.length);
  const added = obstacle === null ? missing : [];
  return {
    document,
    sheet: sheet.name,
    exists: true,
    found,
    range: { ...range, bottom: range.bottom + added.length },
    headings,
    columns,
    rows: [
      ...rows.map((row) => {
        // Over filtered rows nothing is written.
        const live = sheet.isFiltered || !columns.has(KEY) ? NOTHING : liveValues(document, row);
        return { ...row, texts: new Map([...row.texts, ...textsIn(live)]), isNew: false, live };
      }),
      ...laidRows(added, range.bottom + 1, columns),
    ],
    obstacle,
  };
};

/** Says how a document's table stands once the plan is applied: what was found, and the rows that come to it. */
export const layTable = (
  snapshot: Snapshot,
  document: TableDocument,
  found: FoundTable | undefined,
  freeName: (title: string, counter: number) => string,
): LaidTable => (found === undefined ? layNew(snapshot, document, freeName) : layFound(found, document));
