import { columnLetters } from '../../src/core/cell-address';
import { makeWorkbook, STYLES } from '../xlsx/workbooks';

export const ROWS = 8300;
export const COLUMNS = 75;
/** One cell in so many is blank, which leaves 615,000 that are not. */
const BLANK_EVERY = 83;
export const CELLS = ROWS * COLUMNS - Math.floor((ROWS * COLUMNS) / BLANK_EVERY);

const UNITS = 200;

/** The biggest sheet that an agency is known to keep: a text and the name of a unit, then scores, in each row. */
export const bigWorkbook = (): Uint8Array => {
  const letters = Array.from({ length: COLUMNS }, (_, column) => columnLetters(column));
  const rows: string[] = [];
  for (let row = 0; row < ROWS; row++) {
    const cells: string[] = [];
    letters.forEach((letter, column) => {
      const index = row * COLUMNS + column + 1;
      if (index % BLANK_EVERY === 0) return;
      const head = `<c r="${letter}${row + 1}"`;
      if (column === 0) cells.push(`${head} t="s"><v>${row + UNITS}</v></c>`);
      else if (column === 1) cells.push(`${head} t="s"><v>${row % UNITS}</v></c>`);
      else if (column === COLUMNS - 1)
        cells.push(`${head} s="1"><f>AVERAGE(C${row + 1}:BV${row + 1})</f><v>${score(index)}</v></c>`);
      else cells.push(`${head} s="${(column % 3) + 1}"><v>${score(index)}</v></c>`);
    });
    rows.push(`<row r="${row + 1}" spans="1:${COLUMNS}">${cells.join('')}</row>`);
  }
  const strings = [
    ...Array.from({ length: UNITS }, (_, unit) => `<t>หน่วยงานที่ ${unit + 1}</t>`),
    ...Array.from({ length: ROWS }, (_, row) => `<t>แบบตอบที่ ${row + 1} น้ำใส</t>`),
  ];
  const xml = `<dimension ref="A1:${letters.at(-1) ?? ''}${ROWS}"/><sheetData>${rows.join('')}</sheetData>`;
  return makeWorkbook({ sheets: [{ name: 'แบบตอบ', xml }], strings, styles: STYLES });
};

/** A score of two decimals, the same on every run. */
const score = (index: number): number => ((index * 7919) % 10_001) / 100;
