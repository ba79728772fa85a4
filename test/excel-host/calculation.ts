import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { initSync, Model } from '@ironcalc/wasm';
import type { CellValue } from '../../src/core/snapshot';

/** All digits of a double; the engine gives numbers as formatted text only. */
const RAW = '0.##############E+0';
const TYPE = { number: 1, logical: 4, error: 16 } as const;

let isLoaded = false;

const loadEngine = (): void => {
  if (isLoaded) return;
  const file = createRequire(__filename).resolve('@ironcalc/wasm/wasm_bg.wasm');
  initSync({ module: readFileSync(file) });
  isLoaded = true;
};

/** Computes the formulas of a workbook; rows and columns count from 0. */
export class Calculation {
  readonly #model: Model;
  /** The engine does not find sheets again whose names have Thai vowels above, so it knows them by others. */
  readonly #sheets: { readonly id: string; readonly name: string; readonly alias: string }[] = [];
  #added = 0;
  #isStale = false;

  constructor() {
    loadEngine();
    this.#model = new Model('book', 'en', 'UTC', 'en');
    this.#model.pauseEvaluation();
  }

  addSheet(id: string, name: string): void {
    if (this.#sheets.length > 0) this.#model.newSheet();
    this.#added += 1;
    const alias = `Sheet_${this.#added}`;
    this.#model.renameSheet(this.#sheets.length, alias);
    this.#sheets.push({ id, name, alias });
    this.#isStale = true;
  }

  deleteSheet(id: string): void {
    const index = this.#indexOf(id);
    this.#model.deleteSheet(index);
    this.#sheets.splice(index, 1);
    this.#isStale = true;
  }

  /** Sets a cell to a value, or to a formula with its `=`; undefined empties it. */
  set(
    id: string,
    row: number,
    column: number,
    input: string | number | boolean | undefined,
    isFormula: boolean,
  ) {
    const sheet = this.#indexOf(id);
    this.#isStale = true;
    if (input === undefined) {
      this.#model.rangeClearContents(sheet, row + 1, column + 1, row + 1, column + 1);
      return;
    }
    const plain = typeof input === 'boolean' ? String(input).toUpperCase() : String(input);
    const text = isFormula ? this.#withAliases(plain) : plain;
    const isText = typeof input === 'string' && !isFormula;
    this.#model.setUserInput(sheet, row + 1, column + 1, isText ? `'${text}` : text);
    if (!isFormula) return;
    const area = { sheet, row: row + 1, column: column + 1, width: 1, height: 1 };
    this.#model.updateRangeStyle(area, 'num_fmt', RAW);
  }

  /** Result of a formula. */
  result(id: string, row: number, column: number): CellValue {
    if (this.#isStale) this.#model.evaluate();
    this.#isStale = false;
    const sheet = this.#indexOf(id);
    const text = this.#model.getFormattedCellValue(sheet, row + 1, column + 1);
    const type: number = this.#model.getCellType(sheet, row + 1, column + 1);
    if (type === TYPE.error) return { error: text };
    if (type === TYPE.logical) return text === 'TRUE';
    return type === TYPE.number && text !== '' ? Number(text) : text;
  }

  #indexOf(id: string): number {
    return this.#sheets.findIndex((sheet) => sheet.id === id);
  }

  /** A formula with the engine's names of sheets; text constants in it stay as they are. */
  #withAliases(formula: string): string {
    const pieces = formula.split(/("(?:[^"]|"")*")/);
    return pieces
      .map((piece, index) =>
        index % 2 === 1
          ? piece
          : this.#sheets.reduce(
              (text, { name, alias }) =>
                text
                  .replaceAll(`'${name.replaceAll("'", "''")}'!`, `${alias}!`)
                  .replaceAll(new RegExp(`(?<![\\p{L}\\p{M}\\p{N}_'])${escaped(name)}!`, 'gu'), `${alias}!`),
              piece,
            ),
      )
      .join('');
  }
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
