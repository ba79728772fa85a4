import { rangeA1, type CellRange } from '../../../src/core/cell-address';
import type { CellValue, Snapshot } from '../../../src/core/snapshot';
import { boundingArea, cellArea, WHOLE_SHEET } from './area';
import { Calculation } from './calculation';
import { withNameChanged, withSheetDeleted, withSheetRenamed } from './formula-text';
import { lookAt } from './looks';
import {
  cellKey,
  newSheet,
  positionOf,
  type BookCell,
  type BookEvent,
  type BookName,
  type BookSheet,
  type BookTable,
} from './model';
import { coreSnapshot } from './to-snapshot';
import { cellOf } from './typed-text';

const isSame = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** A workbook in memory, with formulas that are computed whenever they are read. It knows nothing of protection. */
export class Book {
  readonly sheets: BookSheet[] = [];
  readonly names: BookName[] = [];
  fileName = 'Book1.xlsx';
  /** Id of the sheet in front. */
  active = '';
  isReadOnly = false;
  /** Whether sheets can be neither added nor deleted, renamed, moved, hidden. */
  isProtected = false;
  password: string | undefined;
  calculationMode = 'Automatic';
  /** Files that were opened as workbooks in windows of their own, in base64. */
  readonly openedBeside: string[] = [];
  /** Results of formulas by sheet, row and column, for workbooks that are too large for the engine; it computes if undefined. */
  knownResults: ((sheet: string, row: number, column: number) => CellValue) | undefined;
  readonly #calculation = new Calculation(this);
  #events: BookEvent[] = [];
  #lastId = 0;

  newId(): string {
    this.#lastId += 1;
    return `{00000000-0001-0000-0000-${String(this.#lastId).padStart(12, '0')}}`;
  }

  /** What happened since it was last asked. */
  takeEvents(): readonly BookEvent[] {
    const events = this.#events;
    this.#events = [];
    return events;
  }

  tell(event: BookEvent): void {
    this.#events.push(event);
  }

  /** Says that formulas may mean something else than before. */
  restartCalculation(): void {
    this.#calculation.restart();
  }

  sheetNamed(key: string): BookSheet | undefined {
    return this.sheets.find(({ id, name }) => id === key || isSame(name, key));
  }

  /** A sheet that must be there. */
  sheet(key: string): BookSheet {
    const sheet = this.sheetNamed(key);
    if (sheet === undefined) throw new Error(`The workbook has no sheet ${key}`);
    return sheet;
  }

  get activeSheet(): BookSheet {
    return this.sheet(this.active);
  }

  /** Selected cells, `Sheet!A1:B2`. */
  get selection(): string {
    const { name, selection } = this.activeSheet;
    return `${name}!${rangeA1(selection)}`;
  }

  addSheet(name: string): BookSheet {
    const sheet = newSheet(this.newId(), name);
    this.sheets.push(sheet);
    this.restartCalculation();
    if (this.active === '') this.active = sheet.id;
    this.tell({ kind: 'added', sheet: sheet.id });
    return sheet;
  }

  deleteSheet(sheet: BookSheet): void {
    const index = this.sheets.indexOf(sheet);
    this.sheets.splice(index, 1);
    for (const { scope, name } of [...this.names]) if (scope === sheet.id) this.deleteName(name, scope);
    this.rewriteFormulas((formula) => withSheetDeleted(formula, sheet.name));
    this.tell({ kind: 'deleted', sheet: sheet.id });
    const isVisible = ({ visibility }: BookSheet): boolean => visibility === 'Visible';
    const next = this.sheets.slice(index).find(isVisible) ?? this.sheets.filter(isVisible).at(-1);
    if (this.active === sheet.id) this.activate(next ?? this.sheet(this.sheets[0]?.id ?? ''));
  }

  renameSheet(sheet: BookSheet, name: string): void {
    const before = sheet.name;
    sheet.name = name;
    this.rewriteFormulas((formula) => withSheetRenamed(formula, before, name));
  }

  moveSheet(sheet: BookSheet, position: number): void {
    this.sheets.splice(this.sheets.indexOf(sheet), 1);
    this.sheets.splice(position, 0, sheet);
    this.restartCalculation();
  }

  activate(sheet: BookSheet): void {
    if (this.active === sheet.id) return;
    if (this.sheetNamed(this.active) !== undefined) this.tell({ kind: 'deactivated', sheet: this.active });
    this.active = sheet.id;
    this.tell({ kind: 'activated', sheet: sheet.id });
  }

  select(sheet: BookSheet, range: CellRange): void {
    this.activate(sheet);
    sheet.selection = range;
    this.tell({ kind: 'selectionChanged', sheet: sheet.id, address: rangeA1(range) });
  }

  deleteName(name: string, scope: string | null): void {
    const index = this.names.findIndex((entry) => entry.scope === scope && isSame(entry.name, name));
    if (index >= 0) this.names.splice(index, 1);
    this.restartCalculation();
  }

  renameTable(table: BookTable, name: string): void {
    const before = table.name;
    table.name = name;
    this.rewriteFormulas((formula) => withNameChanged(formula, before, name));
  }

  /** Changes every formula of the workbook: of cells, names, conditional formats, validations, charts. */
  rewriteFormulas(rewrite: (formula: string, sheet: BookSheet | null) => string): void {
    for (const sheet of this.sheets) {
      const here = (formula: string): string => rewrite(formula, sheet);
      for (const [key, cell] of sheet.cells)
        if (cell.formula !== undefined) sheet.cells.set(key, { formula: here(cell.formula) });
      for (const { parts } of sheet.formats)
        for (const [name, part] of Object.entries(parts)) parts[name] = deepRewrite(part, here);
      sheet.validations = sheet.validations.map(({ ranges, settings }) => ({
        ranges,
        settings: deepRewrite(settings, here),
      }));
      for (const chart of sheet.charts)
        for (const series of chart.series) {
          series.values = series.values === null ? null : here(series.values);
          series.categories = series.categories === null ? null : here(series.categories);
        }
    }
    for (const name of this.names) name.formula = rewrite(name.formula, null);
    this.restartCalculation();
  }

  /** Content of a cell, as if the user typed it: `=` begins a formula, an apostrophe a text. */
  type(
    sheet: BookSheet,
    row: number,
    column: number,
    input: string | number | boolean,
    location = 'Range.values',
  ): void {
    const isText = lookAt(sheet, row, column, 'NumberFormat') === '@';
    this.put(sheet, row, column, cellOf(input, isText, location));
  }

  /** Content of a cell just as given; an empty one is blank. */
  put(sheet: BookSheet, row: number, column: number, cell: BookCell): void {
    const key = cellKey(row, column);
    if (cell.value === undefined && cell.formula === undefined) sheet.cells.delete(key);
    else sheet.cells.set(key, cell);
    this.#calculation.update(sheet, row, column);
  }

  /** What a cell shows: a formula's result, or its value; null for a blank one. */
  valueAt(sheet: BookSheet, row: number, column: number): CellValue {
    const cell = sheet.cells.get(cellKey(row, column));
    if (cell?.formula === undefined) return cell?.value ?? null;
    return this.knownResults === undefined
      ? this.#calculation.result(sheet, row, column)
      : this.knownResults(sheet.name, row, column);
  }

  /** What a cell shows as a text, without its number format; '' for a blank one. */
  textAt(sheet: BookSheet, row: number, column: number): string {
    const value = this.valueAt(sheet, row, column);
    if (typeof value === 'boolean') return String(value).toUpperCase();
    return value === null ? '' : typeof value === 'object' ? value.error : String(value);
  }

  /** Range of the cells that hold something, or have a look of their own; null for an empty sheet. */
  usedRange(sheet: BookSheet, valuesOnly: boolean, within: CellRange = WHOLE_SHEET): CellRange | null {
    let used: CellRange | null = null;
    const take = (key: string): void => {
      const [row, column] = positionOf(key);
      if (row < within.top || row > within.bottom || column < within.left || column > within.right) return;
      used = used === null ? cellArea(row, column) : boundingArea(used, cellArea(row, column));
    };
    for (const key of sheet.cells.keys()) take(key);
    if (!valuesOnly) for (const key of sheet.looks.cells.keys()) take(key);
    return used;
  }

  /** Tables of the whole workbook. */
  tables(): readonly { readonly sheet: BookSheet; readonly table: BookTable }[] {
    return this.sheets.flatMap((sheet) => sheet.tables.map((table) => ({ sheet, table })));
  }

  /** Names of a table's columns. */
  headersOf(sheet: BookSheet, { range, showHeaders }: BookTable): readonly string[] {
    return Array.from({ length: range.right - range.left + 1 }, (_, index) =>
      showHeaders ? this.textAt(sheet, range.top, range.left + index) : `Column${index + 1}`,
    );
  }

  /** The workbook as the product's own snapshot; made without the port under test. */
  snapshot(): Snapshot {
    return coreSnapshot(this);
  }
}

/** Every text that is a formula, however deep it lies. */
const deepRewrite = <Value>(value: Value, rewrite: (formula: string) => string): Value => {
  if (typeof value === 'string') return (value.startsWith('=') ? rewrite(value) : value) as Value;
  if (Array.isArray(value)) return value.map((item: unknown) => deepRewrite(item, rewrite)) as Value;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]: [string, unknown]) => [name, deepRewrite(item, rewrite)]),
  ) as Value;
};
