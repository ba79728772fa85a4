import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { initSync, Model } from '@ironcalc/wasm';
import type { CellValue } from '../../../src/core/snapshot';
import { hostErrors } from '../host-error';
import { engineFormula } from './engine-formula';
import type { Book } from './book';
import { cellKey, positionOf, type BookCell, type BookSheet } from './model';

/** Fifteen digits, as many as Excel keeps of a number; the engine gives numbers as formatted text only. */
const RAW = '0.##############E+0';
const TYPE = { number: 1, logical: 4, error: 16 } as const;

let isLoaded = false;

const loadEngine = (): void => {
  if (isLoaded) return;
  const file = createRequire(__filename).resolve('@ironcalc/wasm/wasm_bg.wasm');
  initSync({ module: readFileSync(file) });
  isLoaded = true;
};

/** Computes the formulas of a workbook when a result is asked for. */
export class Calculation {
  readonly #book: Book;
  #model: Model | undefined;
  #aliases = new Map<string, { readonly index: number; readonly alias: string }>();
  #isStale = true;

  constructor(book: Book) {
    this.#book = book;
  }

  /** Forgets everything: sheets, names or tables are no longer what they were. */
  restart(): void {
    this.#model?.free();
    this.#model = undefined;
  }

  /** Takes over what a cell holds now. */
  update(sheet: BookSheet, row: number, column: number): void {
    if (this.#model === undefined) return;
    this.#set(this.#model, sheet, row, column, sheet.cells.get(cellKey(row, column)));
    this.#isStale = true;
  }

  /** Result of the formula of a cell. */
  result(sheet: BookSheet, row: number, column: number): CellValue {
    const model = (this.#model ??= this.#load());
    if (this.#isStale) model.evaluate();
    this.#isStale = false;
    const { index } = this.#placeOf(sheet);
    const text = model.getFormattedCellValue(index, row + 1, column + 1);
    const type: number = model.getCellType(index, row + 1, column + 1);
    if (type === TYPE.error) {
      if (/^#(?:ERROR|N\/?IMPL|CIRC)!?$/.test(text))
        throw hostErrors.notEmulated(
          `the formula ${sheet.cells.get(cellKey(row, column))?.formula ?? ''} (${text})`,
        );
      return { error: text };
    }
    if (type === TYPE.logical) return text === 'TRUE';
    return type === TYPE.number ? (text === '' ? 0 : Number(text)) : text;
  }

  #load(): Model {
    loadEngine();
    const model = new Model('book', 'en', 'UTC', 'en');
    model.pauseEvaluation();
    this.#aliases = new Map(
      this.#book.sheets.map(({ id }, index) => [id, { index, alias: `Sheet_${index + 1}` }]),
    );
    this.#book.sheets.forEach((_, index) => {
      if (index > 0) model.newSheet();
      model.renameSheet(index, `Sheet_${index + 1}`);
    });
    for (const sheet of this.#book.sheets)
      for (const [key, cell] of sheet.cells) this.#set(model, sheet, ...positionOf(key), cell);
    this.#isStale = true;
    return model;
  }

  #placeOf(sheet: BookSheet): { readonly index: number; readonly alias: string } {
    const place = this.#aliases.get(sheet.id);
    if (place === undefined) throw new Error(`The sheet ${sheet.name} is not in the workbook`);
    return place;
  }

  #set(model: Model, sheet: BookSheet, row: number, column: number, cell: BookCell | undefined): void {
    const { index } = this.#placeOf(sheet);
    if (cell?.formula !== undefined) {
      const aliasOf = (other: BookSheet): string => this.#placeOf(other).alias;
      const text = engineFormula(this.#book, aliasOf, cell.formula, sheet, row);
      model.setUserInput(index, row + 1, column + 1, text);
      const area = { sheet: index, row: row + 1, column: column + 1, width: 1, height: 1 };
      model.updateRangeStyle(area, 'num_fmt', RAW);
    } else if (cell?.value === undefined) {
      model.rangeClearContents(index, row + 1, column + 1, row + 1, column + 1);
    } else {
      model.setUserInput(index, row + 1, column + 1, plainInput(cell.value));
    }
  }
}

const plainInput = (value: NonNullable<BookCell['value']>): string => {
  if (typeof value === 'object') return value.error;
  if (typeof value === 'string') return `'${value}`;
  return typeof value === 'boolean' ? String(value).toUpperCase() : String(value);
};
