import type { CellRange } from '../../src/core/cell-address';
import { addressOf, areaOfAddress, heightOf, splitAddress, widthOf } from './book/area';
import type { Book } from './book/book';
import { changeFilters } from './book/filters';
import type { BookSheet } from './book/model';
import { moveCells } from './book/move-cells';
import { fixHeaders } from './book/tables';

/** What the person at the keyboard, or another one in the same workbook, does; none of it is refused. */
export type User = {
  /** Types into the cells of an address such as `'Sheet'!A1:B2`; without a sheet into the one in front. */
  readonly edit: (address: string, values: readonly (readonly (string | number | boolean)[])[]) => void;
  readonly select: (address: string) => void;
  readonly protect: (sheet: string, options?: Readonly<Record<string, unknown>>, password?: string) => void;
  readonly protectWorkbook: () => void;
  /** Shows only the rows below the first of a range whose text in a column, counted from 0, is one of these. */
  readonly filter: (address: string, column: number, values: readonly string[]) => void;
  readonly insertRows: (sheet: string, at: number, count?: number) => void;
  readonly deleteRows: (sheet: string, at: number, count?: number) => void;
  /** Begins to type into a cell; requests fail until that ends, or wait if they asked to. */
  readonly startCellEdit: () => void;
  /** Presses Enter or Esc. */
  readonly endCellEdit: () => void;
};

/** Whether a cell is being edited, and when that ends. */
export class CellEdit {
  #ended: Promise<void> | undefined;
  #end: () => void = () => undefined;

  get isOn(): boolean {
    return this.#ended !== undefined;
  }

  get ended(): Promise<void> {
    return this.#ended ?? Promise.resolve();
  }

  start(): void {
    this.#ended ??= new Promise((done) => {
      this.#end = done;
    });
  }

  end(): void {
    this.#end();
    this.#ended = undefined;
  }
}

/** Acts on a workbook as its user; `done` is called after each deed. */
export const userOf = (book: Book, cellEdit: CellEdit, done: () => void): User => {
  const at = (text: string): { readonly sheet: BookSheet; readonly range: CellRange } => {
    const { sheet, address } = splitAddress(text);
    const range = areaOfAddress(address);
    if (range === undefined) throw new Error(`${text} is no address`);
    return { sheet: sheet === undefined ? book.activeSheet : book.sheet(sheet), range };
  };
  return {
    edit: (address, values) => {
      const { sheet, range } = at(address);
      if (values.length !== heightOf(range) || values.some((line) => line.length !== widthOf(range)))
        throw new Error(`The values do not fit into ${address}`);
      values.forEach((line, i) => {
        line.forEach((value, j) => {
          book.type(sheet, range.top + i, range.left + j, value);
        });
      });
      for (const table of sheet.tables) fixHeaders(book, sheet, table);
      book.tell({ kind: 'changed', sheet: sheet.id, address: addressOf(range), changeType: 'RangeEdited' });
      done();
    },
    select: (address) => {
      const { sheet, range } = at(address);
      book.select(sheet, range);
      done();
    },
    protect: (name, options = {}, password) => {
      Object.assign(book.sheet(name).protection, { isOn: true, options, password });
    },
    protectWorkbook: () => {
      book.isProtected = true;
    },
    filter: (address, column, values) => {
      const { sheet, range } = at(address);
      const table = sheet.tables.find((entry) => addressOf(entry.range) === addressOf(range));
      changeFilters(book, sheet, () => {
        const criterion = { filterOn: 'Values', values };
        if (table !== undefined) table.criteria.set(column, criterion);
        else sheet.filter = { range, criteria: new Map([[column, criterion]]) };
      });
      done();
    },
    insertRows: (name, atRow, count = 1) => {
      moveCells(book, book.sheet(name), { axis: 'row', at: atRow, count });
      done();
    },
    deleteRows: (name, atRow, count = 1) => {
      moveCells(book, book.sheet(name), { axis: 'row', at: atRow, count: -count });
      done();
    },
    startCellEdit: () => {
      cellEdit.start();
    },
    endCellEdit: () => {
      cellEdit.end();
    },
  };
};
