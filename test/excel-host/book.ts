import { parseRange, type CellRange } from '../../src/core/cell-address';
import type { CellValue, DefinedName, Snapshot } from '../../src/core/snapshot';
import { Calculation } from './calculation';

/** What one cell holds; a formula has its `=`. */
export type BookCell = { value?: string | number | boolean; formula?: string; format?: string };

/** Looks of one cell by path on the wire, such as `Font/Name` or `Borders/EdgeTop/Style`. */
export type Look = Record<string, unknown>;

export type BookTable = {
  readonly id: string;
  name: string;
  range: CellRange;
  style: string;
  showFilterButton: boolean;
  isFiltered: boolean;
};

export type BookFormat = {
  readonly id: string;
  readonly type: string;
  readonly range: CellRange;
  readonly parts: Record<string, Record<string, unknown>>;
};

export type BookValidation = { readonly range: CellRange; readonly settings: Record<string, unknown> };

export type BookSheet = {
  readonly id: string;
  name: string;
  visibility: 'Visible' | 'Hidden' | 'VeryHidden';
  readonly cells: Map<string, BookCell>;
  readonly looks: Map<string, Look>;
  readonly links: Map<string, unknown>;
  readonly columnWidths: Map<number, number>;
  readonly rowHeights: Map<number, number>;
  readonly hiddenRows: Set<number>;
  merges: CellRange[];
  tables: BookTable[];
  formats: BookFormat[];
  validations: BookValidation[];
  isProtected: boolean;
  isFiltered: boolean;
  tabColor: string;
  showGridlines: boolean;
  freeze: string | null;
  readonly page: Record<string, unknown>;
};

export type BookName = { readonly name: string; formula: string; readonly scope: string | null };

export const cellKey = (row: number, column: number): string => `${row}:${column}`;

export const positionOf = (key: string): readonly [row: number, column: number] => {
  const [row = '0', column = '0'] = key.split(':');
  return [Number(row), Number(column)];
};

/** Smallest range that holds all these cells. */
const boundsOf = (keys: Iterable<string>): CellRange | null => {
  const range = { top: Infinity, left: Infinity, bottom: -1, right: -1 };
  for (const key of keys) {
    const [row, column] = positionOf(key);
    range.top = Math.min(range.top, row);
    range.left = Math.min(range.left, column);
    range.bottom = Math.max(range.bottom, row);
    range.right = Math.max(range.right, column);
  }
  return range.bottom < 0 ? null : range;
};

/** A workbook in memory, with formulas that are computed whenever they are read. */
export class Book {
  readonly sheets: BookSheet[] = [];
  readonly names: BookName[] = [];
  active = '';
  selection = 'A1';
  isProtected = false;
  isReadOnly = false;
  readonly #calculation = new Calculation();
  #lastId = 0;

  newId(): string {
    this.#lastId += 1;
    return `{00000000-0001-0000-0000-${String(this.#lastId).padStart(12, '0')}}`;
  }

  sheetNamed(key: string): BookSheet | undefined {
    return this.sheets.find(({ id, name }) => id === key || name.toLowerCase() === key.toLowerCase());
  }

  addSheet(name: string): BookSheet {
    const sheet: BookSheet = {
      id: this.newId(),
      name,
      visibility: 'Visible',
      cells: new Map(),
      looks: new Map(),
      links: new Map(),
      columnWidths: new Map(),
      rowHeights: new Map(),
      hiddenRows: new Set(),
      merges: [],
      tables: [],
      formats: [],
      validations: [],
      isProtected: false,
      isFiltered: false,
      tabColor: '',
      showGridlines: true,
      freeze: null,
      page: {},
    };
    this.sheets.push(sheet);
    this.#calculation.addSheet(sheet.id, name);
    if (this.active === '') this.active = sheet.id;
    return sheet;
  }

  deleteSheet(sheet: BookSheet): void {
    this.sheets.splice(this.sheets.indexOf(sheet), 1);
    this.#calculation.deleteSheet(sheet.id);
    if (this.active === sheet.id) this.active = this.sheets[0]?.id ?? '';
  }

  /** Content of a cell, as if the user typed it: `=` begins a formula, an apostrophe a text. */
  type(sheet: BookSheet, row: number, column: number, input: string | number | boolean): void {
    const format = sheet.cells.get(cellKey(row, column))?.format;
    const typed = typeof input === 'string' ? typedText(input) : { value: input };
    const cell: BookCell = { ...typed, ...(format === undefined ? {} : { format }) };
    if (Object.keys(cell).length === 0) sheet.cells.delete(cellKey(row, column));
    else sheet.cells.set(cellKey(row, column), cell);
    this.#calculation.set(sheet.id, row, column, cell.formula ?? cell.value, cell.formula !== undefined);
  }

  /** Number format of a cell; `General` is none. */
  setFormat(sheet: BookSheet, row: number, column: number, format: string): void {
    const cell = { ...sheet.cells.get(cellKey(row, column)) };
    if (format === 'General') delete cell.format;
    else cell.format = format;
    if (Object.keys(cell).length === 0) sheet.cells.delete(cellKey(row, column));
    else sheet.cells.set(cellKey(row, column), cell);
  }

  /** What a cell shows: a formula's result, or its value; null for a blank one. */
  valueAt(sheet: BookSheet, row: number, column: number): CellValue {
    const cell = sheet.cells.get(cellKey(row, column));
    return cell?.formula === undefined
      ? (cell?.value ?? null)
      : this.#calculation.result(sheet.id, row, column);
  }

  /** What a cell shows as a text; '' for a blank one. */
  textAt(sheet: BookSheet, row: number, column: number): string {
    const value = this.valueAt(sheet, row, column);
    return value === null ? '' : typeof value === 'object' ? value.error : String(value);
  }

  /** Range of the cells that hold something or have a look of their own; null for an empty sheet. */
  usedRange(sheet: BookSheet, valuesOnly: boolean): CellRange | null {
    const filled = [...sheet.cells].flatMap(([key, { value, formula }]) =>
      valuesOnly && value === undefined && formula === undefined ? [] : [key],
    );
    return boundsOf(valuesOnly ? filled : [...filled, ...sheet.looks.keys()]);
  }

  /** Tables of the whole workbook. */
  tables(): readonly { readonly sheet: BookSheet; readonly table: BookTable }[] {
    return this.sheets.flatMap((sheet) => sheet.tables.map((table) => ({ sheet, table })));
  }

  /** The workbook as the product's own snapshot; made without the port under test. */
  snapshot(): Snapshot {
    return {
      sheets: this.sheets.map((sheet) => {
        const rows: { value: CellValue; formula: string | null; format: string }[][] = [];
        for (const [key, { value, formula, format }] of sheet.cells) {
          if (value === undefined && formula === undefined) continue;
          const [row, column] = positionOf(key);
          (rows[row] ??= [])[column] = {
            value: this.valueAt(sheet, row, column),
            formula: formula?.slice(1) ?? null,
            format: format ?? 'General',
          };
        }
        return {
          name: sheet.name,
          visibility: ({ Visible: 'visible', Hidden: 'hidden', VeryHidden: 'veryHidden' } as const)[
            sheet.visibility
          ],
          rows,
          merges: sheet.merges,
          hiddenRows: sheet.hiddenRows,
          tables: sheet.tables.map(({ name, range }) => ({
            name,
            range,
            columns: Array.from({ length: range.right - range.left + 1 }, (_, index) =>
              this.textAt(sheet, range.top, range.left + index),
            ),
          })),
          isProtected: sheet.isProtected,
          isFiltered: sheet.isFiltered || sheet.tables.some((table) => table.isFiltered),
        };
      }),
      names: this.names.map(({ name, formula, scope }): DefinedName => ({
        name,
        refersTo: formula.replace(/^=/, ''),
        scope,
      })),
    };
  }
}

/** What Excel makes of a typed text. */
const typedText = (input: string): BookCell => {
  if (input === '') return {};
  if (input.startsWith("'")) return { value: input.slice(1) };
  if (/^[=+\-@]./.test(input) && !Number.isFinite(Number(input))) {
    return { formula: input.startsWith('=') ? input : `=${input.replace(/^[+@]/, '')}` };
  }
  if (/^\s*[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?\s*$/i.test(input)) return { value: Number(input) };
  if (/^(true|false)$/i.test(input)) return { value: /^t/i.test(input) };
  // Dates, percents, fractions: what a real Excel makes of them depends on its locale; none may be written so.
  if (/^[-\d๐-๙/.: ]+$|^[\d.,๐-๙]+ ?%$|^\d{1,2}[ -/]\p{L}/u.test(input))
    throw new Error(`Excel would not keep this text as it is: ${input}`);
  return { value: input };
};

/** A workbook of the host that holds what a snapshot holds. */
export const bookOf = ({ sheets, names }: Snapshot): Book => {
  const book = new Book();
  for (const source of sheets) {
    const sheet = book.addSheet(source.name);
    sheet.visibility = ({ visible: 'Visible', hidden: 'Hidden', veryHidden: 'VeryHidden' } as const)[
      source.visibility
    ];
    sheet.isProtected = source.isProtected;
    sheet.merges = [...source.merges];
    for (const row of source.hiddenRows) sheet.hiddenRows.add(row);
  }
  // Formulas last, for they may look at sheets that come after theirs.
  sheets.forEach((source, index) => {
    const sheet = book.sheets[index];
    if (sheet === undefined) return;
    source.rows.forEach((cells, row) => {
      cells?.forEach((cell, column) => {
        if (cell === undefined) return;
        const { value, formula, format } = cell;
        const plain = typeof value === 'object' ? (value?.error ?? '') : value;
        book.type(
          sheet,
          row,
          column,
          formula !== null ? `=${formula}` : typeof plain === 'string' ? `'${plain}` : plain,
        );
        const typed = sheet.cells.get(cellKey(row, column)) ?? {};
        if (format !== 'General') sheet.cells.set(cellKey(row, column), { ...typed, format });
      });
    });
    for (const table of source.tables) {
      sheet.tables.push({
        id: book.newId(),
        name: table.name,
        range: table.range,
        style: 'TableStyleMedium2',
        showFilterButton: true,
        isFiltered: false,
      });
    }
  });
  for (const { name, refersTo, scope } of names) book.names.push({ name, formula: `=${refersTo}`, scope });
  return book;
};

/** Range of an address on one sheet: `A1:C5`, `$5:$6`, `B:D`; undefined for anything else. */
export const rangeOfAddress = (address: string): CellRange | undefined => {
  const rows = /^\$?(\d+):\$?(\d+)$/.exec(address);
  if (rows !== null) return { top: Number(rows[1]) - 1, left: 0, bottom: Number(rows[2]) - 1, right: 16_383 };
  const columns = /^\$?([A-Z]{1,3}):\$?([A-Z]{1,3})$/i.exec(address);
  const range = parseRange(columns === null ? address : `${columns[1] ?? ''}1:${columns[2] ?? ''}1048576`);
  return range;
};
