import type { CellRef } from '../cell-address';
import { cellOfRole, KEY, type FoundTable, type KeyedRow, type TablePlace } from './keyed-table';

/** A table as one of the copies that were mailed holds it. */
export type CopyTable = { readonly file: string; readonly found: FoundTable };

/** What a table must be known by to take over what the copies hold. */
export type MergedDocument = {
  /** The workbook into which everything comes; its table has a column of keys. */
  readonly main: CopyTable;
  readonly copies: readonly CopyTable[];
  /** Roles of the columns that officers fill in, that of the status among them. */
  readonly roles: readonly string[];
  /** Roles by whose texts rows of the officers' own are told apart. */
  readonly printedRoles: readonly string[];
  /** Whether a text that is not blank is what we wrote or ask for in a cell; a row of the officers' own has no key. */
  readonly isDraft: (key: string | null, role: string, text: string) => boolean;
  /** Words of a status that says less than any other one. */
  readonly weakStatus: string | null;
};

/** A text and where it stands. */
export type CopyText = { readonly file: string; readonly text: string; readonly cell: CellRef };

/** A cell that gets the text of a copy. */
export type TakenCell = {
  readonly key: string;
  readonly role: string;
  readonly cell: CellRef;
  readonly file: string;
  readonly text: string;
};

/** A row that comes below the table, its texts by role; the key is null for one of the officers' own. */
export type AddedRow = {
  readonly key: string | null;
  readonly file: string;
  readonly row: number;
  readonly texts: ReadonlyMap<string, string>;
};

/** A cell in which different texts were written; it stays as it is. */
export type MergeConflict = {
  readonly key: string;
  readonly role: string;
  readonly cell: CellRef;
  readonly values: readonly CopyText[];
};

/** What the copies of a table bring. */
export type MergedCopies = {
  readonly taken: readonly TakenCell[];
  readonly added: readonly AddedRow[];
  readonly conflicts: readonly MergeConflict[];
};

/** A text as two copies are compared: line ends and what stands around it do not count. */
export const plainText = (text: string): string => text.replace(/\r\n?/g, '\n').trim();

const textIn = (row: KeyedRow, role: string): string => plainText(row.texts.get(role) ?? '');

/** The texts of a cell, each once, with the files that hold it. */
export const filesByText = (
  values: readonly CopyText[],
): readonly { readonly text: string; readonly files: readonly string[] }[] =>
  [...new Set(values.map(({ text }) => text))].map((text) => ({
    text,
    files: values.flatMap((value) => (value.text === text ? [value.file] : [])),
  }));

/** How much a text says: nothing or a draft, a status that yields to others, or an officer's own words. */
const weightOf = (
  { isDraft, weakStatus }: MergedDocument,
  key: string,
  role: string,
  text: string,
): number => (text === '' || isDraft(key, role, text) ? 0 : role === 'status' && text === weakStatus ? 1 : 2);

const placeOf = ({ sheet, columns }: FoundTable): TablePlace => ({ sheet: sheet.name, columns });

const textsOf = (copies: readonly CopyTable[], key: string, role: string): readonly CopyText[] =>
  copies.flatMap(({ file, found }) =>
    found.rows.flatMap((row) => {
      const cell = row.key === key ? cellOfRole(placeOf(found), row.row, role) : null;
      return cell === null ? [] : [{ file, text: textIn(row, role), cell }];
    }),
  );

/** The texts of a cell that say the most; empty where nobody wrote into it. */
const strongest = (document: MergedDocument, key: string, role: string): readonly CopyText[] => {
  const texts = textsOf([document.main, ...document.copies], key, role);
  const weighed = texts.map((entry) => ({ entry, weight: weightOf(document, key, role, entry.text) }));
  const most = Math.max(0, ...weighed.map(({ weight }) => weight));
  return most === 0 ? [] : weighed.flatMap(({ entry, weight }) => (weight === most ? [entry] : []));
};

const isOneText = (values: readonly CopyText[]): boolean => filesByText(values).length === 1;

/** What comes into the cells of the rows that are there. */
const mergeCells = (document: MergedDocument): Omit<MergedCopies, 'added'> => {
  const { main, roles } = document;
  const taken: TakenCell[] = [];
  const conflicts: MergeConflict[] = [];
  for (const row of main.found.rows) {
    const { key } = row;
    if (key === null) continue;
    for (const role of roles) {
      const cell = cellOfRole(placeOf(main.found), row.row, role);
      const values = strongest(document, key, role);
      const [first] = values;
      if (cell === null || first === undefined) continue;
      if (!isOneText(values)) conflicts.push({ key, role, cell, values });
      else if (first.text !== textIn(row, role))
        taken.push({ key, role, cell, file: first.file, text: first.text });
    }
  }
  return { taken, conflicts };
};

type NewRow = Omit<AddedRow, 'row'> & { readonly conflicts: readonly Omit<MergeConflict, 'cell'>[] };

/** Rows with a key that the main workbook does not have, if somebody wrote into them. */
const newKeyedRows = (document: MergedDocument, known: ReadonlySet<string>): readonly NewRow[] => {
  const { main, copies, roles } = document;
  const seen = new Set(known);
  const rows: NewRow[] = [];
  for (const { file, found } of copies) {
    for (const { key, texts } of found.rows) {
      if (key === null || seen.has(key)) continue;
      const edited = roles.flatMap((role) => {
        const values = main.found.columns.has(role) ? strongest(document, key, role) : [];
        return values.length === 0 ? [] : [{ key, role, values }];
      });
      const [first] = edited.flatMap(({ values }) => values);
      if (first === undefined) continue;
      seen.add(key);
      const chosen = edited.map(({ role, values }): readonly [string, string] => [
        role,
        // Of texts that contradict each other none is chosen.
        isOneText(values) ? (values[0]?.text ?? '') : '',
      ]);
      rows.push({
        key,
        file: edited.some(({ values }) => values.some((value) => value.file === file)) ? file : first.file,
        texts: new Map([...texts, ...chosen]),
        conflicts: edited.filter(({ values }) => !isOneText(values)),
      });
    }
  }
  return rows;
};

/** The officers' own rows that the main workbook does not have, each once. */
const newOwnRows = (
  { main, copies, printedRoles }: MergedDocument,
  taken: readonly TakenCell[],
): readonly NewRow[] => {
  const printed = (row: Pick<KeyedRow, 'texts'>): string =>
    JSON.stringify(printedRoles.map((role) => plainText(row.texts.get(role) ?? '')));
  const afterwards = ({ key, texts }: KeyedRow): Pick<KeyedRow, 'texts'> => ({
    texts: new Map([
      ...texts,
      ...taken.flatMap((cell) => (cell.key === key ? [[cell.role, cell.text] as const] : [])),
    ]),
  });
  const known = new Set(main.found.rows.flatMap((row) => [printed(row), printed(afterwards(row))]));
  return copies.flatMap(({ file, found }) => {
    // A row that was copied as it is says nothing of its own.
    const copied = new Set(found.rows.flatMap((row) => (row.key === null ? [] : [printed(row)])));
    return found.rows.flatMap((row): readonly NewRow[] => {
      const filled = printedRoles.filter((role) => textIn(row, role) !== '').length;
      // Without a native table a signature below it would count as a row.
      const isRow = row.key === null && filled >= (found.isNative ? 1 : 2);
      const own = printed(row);
      if (!isRow || known.has(own) || copied.has(own)) return [];
      known.add(own);
      const texts = new Map([...row.texts].filter(([role]) => role !== KEY));
      return [{ key: null, file, texts, conflicts: [] }];
    });
  });
};

/**
 * Says what the copies of a table bring: rows are matched by their keys, drafts and blanks yield to what somebody wrote,
 * and of texts that contradict each other none is chosen. Rows of their own come below the table.
 */
export const mergeCopies = (document: MergedDocument): MergedCopies => {
  const { found } = document.main;
  const keys = new Set(found.rows.flatMap(({ key }) => key ?? []));
  const { taken, conflicts } = mergeCells(document);
  const rows = [...newKeyedRows(document, keys), ...newOwnRows(document, taken)].map((row, index) => ({
    ...row,
    row: found.range.bottom + 1 + index,
  }));
  return {
    taken,
    added: rows.map(({ key, file, row, texts }) => ({ key, file, row, texts })),
    conflicts: [
      ...conflicts,
      ...rows.flatMap((row) =>
        row.conflicts.flatMap((conflict) => {
          const cell = cellOfRole(placeOf(found), row.row, conflict.role);
          return cell === null ? [] : [{ ...conflict, cell }];
        }),
      ),
    ],
  };
};
