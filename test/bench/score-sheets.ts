import type { SheetSnapshot } from '../../src/core/snapshot';
import { ruleSets } from '../../src/rules/rule-sets';

export const SHEETS = 40;
export const SHEET_ROWS = 2000;
export const SHEET_COLUMNS = 30;
/** Scores that the sheets hold: the ten indicators on each. */
export const SCORES_IN_SHEETS = SHEETS * 10;

/** What the words of the other cells are: a few that score tables have too, or each another one. */
export type Wording = 'few' | 'different';

const WORDS = [
  ...['งบดำเนินงาน', 'อบต. ตัวอย่าง', 'ครบถ้วน', 'การดำเนินการแล้วเสร็จตามตัวชี้วัด', 'กองคลัง', 'หมายเหตุ'],
  ...['1', '-', 'ร้อยละ', 'สำนักปลัด', 'ปี 2567'],
];

const wordAt = (row: number, column: number, wording: Wording): string =>
  wording === 'few' ? (WORDS[(row * 7 + column) % WORDS.length] ?? '') : `ข้อความ ${row} ${column}`;

/** What offices keep beside their scores: a third of the cells words, the others numbers. */
const bodyRow = (row: number, wording: Wording): readonly (string | number)[] =>
  Array.from({ length: SHEET_COLUMNS }, (_, column) =>
    column % 3 === 0 ? wordAt(row, column, wording) : ((row * 31 + column * 17) % 977) / 7,
  );

const titles: readonly (readonly (string | number)[])[] = [
  ['ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. 2567'],
  ['เทศบาลตำบลตัวอย่าง'],
  ['ที่', 'ตัวชี้วัด', 'คะแนน'],
];

/** Forty sheets of 2,000 × 30 cells, each with a table of the ten indicators above what else an office keeps. */
export const scoreSheets = (wording: Wording): readonly SheetSnapshot[] => {
  const indicators = ruleSets.forYear(2567)?.indicators ?? [];
  const scores = [...titles, ...indicators.map(({ id, name }) => [id, name, 90 + id])];
  const gap = [[], [], [], []];
  const body = Array.from({ length: SHEET_ROWS - scores.length - gap.length }, (_, row) =>
    bodyRow(row, wording),
  );
  return Array.from({ length: SHEETS }, (_, number) => ({
    name: `แผ่น ${number}`,
    visibility: 'visible',
    rows: [...scores, ...gap, ...body].map((row) =>
      row.map((value) => ({ value, formula: null, format: 'General' })),
    ),
    merges: [],
    hiddenRows: new Set<number>(),
    tables: [],
    isProtected: false,
    isFiltered: false,
  }));
};
