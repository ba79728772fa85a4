import fc from 'fast-check';
import type { CellRange } from '../../../src/core/cell-address';
import { cellName } from '../../../src/core/cell-address';
import { ruleSets } from '../../../src/rules/rule-sets';
import { figuresOf, gridBook, gridSheet, readGrid, type GridValue } from '../../support/grid-reading';
import { TEN, thai } from '../../support/officer-books';

// A table moved anywhere, its rows shuffled, its columns swapped, its digits changed, with blanks, merged titles and
// notes around it, gives the same scores, each at its new place.

const SHEET = 'คะแนน';
const RUNS = 300;

type Body = {
  /** Heads of the columns, in any order; a head of several columns is their years or subjects. */
  readonly heads: readonly string[];
  readonly rows: readonly (readonly GridValue[])[];
  /** What stands in a cell of the body as a score: its agency, year and subject. */
  readonly keyAt: (row: number, column: number) => string | null;
};

type Layout = {
  readonly top: number;
  readonly left: number;
  readonly rowOrder: readonly number[];
  readonly columnOrder: readonly number[];
  readonly rowGaps: readonly number[];
  readonly columnGaps: readonly number[];
  /** For each cell in turn: as a number, or as a text in one kind of digits or the other. */
  readonly spellings: readonly ('number' | 'arabic' | 'thai' | 'percent')[];
  readonly isTitleMerged: boolean;
  readonly hasThaiTitle: boolean;
  readonly hasNotes: boolean;
  readonly hasAgency: boolean;
};

const shuffled = (count: number): fc.Arbitrary<readonly number[]> =>
  fc.shuffledSubarray(
    Array.from({ length: count }, (_, index) => index),
    { minLength: count, maxLength: count },
  );

const layouts = (rows: number, columns: number, fixedColumns = 0): fc.Arbitrary<Layout> =>
  fc.record({
    top: fc.nat(12),
    left: fc.nat(9),
    rowOrder: shuffled(rows),
    columnOrder: shuffled(columns - fixedColumns).map((order) => [
      ...Array.from({ length: fixedColumns }, (_, index) => index),
      ...order.map((column) => column + fixedColumns),
    ]),
    rowGaps: fc.array(fc.constantFrom(0, 0, 0, 0, 1, 2), { minLength: rows, maxLength: rows }),
    columnGaps: fc.array(fc.constantFrom(0, 0, 0, 1), { minLength: columns, maxLength: columns }),
    spellings: fc.array(fc.constantFrom('number', 'number', 'arabic', 'thai', 'percent'), {
      minLength: rows * columns,
      maxLength: rows * columns,
    }),
    isTitleMerged: fc.boolean(),
    hasThaiTitle: fc.boolean(),
    hasNotes: fc.boolean(),
    hasAgency: fc.boolean(),
  });

const spelled = (value: number, spelling: Layout['spellings'][number]): GridValue => {
  switch (spelling) {
    case 'number':
      return value;
    case 'arabic':
      return value.toFixed(2);
    case 'thai':
      return thai(value.toFixed(2));
    case 'percent':
      return `${value.toFixed(2)}%`;
  }
};

const running = (start: number, gaps: readonly number[]): readonly number[] => {
  let at = start;
  return gaps.map((gap) => {
    const place = at;
    at += gap + 1;
    return place;
  });
};

/** The sheet that a layout makes of a table, and where each score stands on it. */
const laidOut = (
  body: Body,
  layout: Layout,
): {
  readonly rows: readonly (readonly GridValue[])[];
  readonly merges: readonly CellRange[];
  readonly scores: readonly string[];
} => {
  const grid: GridValue[][] = [];
  const put = (row: number, column: number, value: GridValue): void => {
    while (grid.length <= row) grid.push([]);
    const cells = grid[row] ?? [];
    while (cells.length <= column) cells.push(null);
    cells[column] = value;
  };
  const { top, left } = layout;
  const title = 'ผลการประเมินคุณธรรมและความโปร่งใส (ITA) ประจำปีงบประมาณ พ.ศ. 2565';
  put(top, left, layout.hasThaiTitle ? thai(title) : title);
  if (layout.hasAgency) put(top + 1, left, 'เทศบาลตำบลตัวอย่าง');
  const headRow = top + 2;
  const columns = running(left, layout.columnGaps);
  const last = columns.at(-1) ?? left;
  layout.columnOrder.forEach((column, index) => {
    put(headRow, columns[index] ?? 0, body.heads[column] ?? '');
  });
  const rows = running(headRow + 1, layout.rowGaps);
  const scores: string[] = [];
  layout.rowOrder.forEach((from, index) => {
    layout.columnOrder.forEach((column, at) => {
      const place = { row: rows[index] ?? 0, column: columns[at] ?? 0 };
      const value = body.rows[from]?.[column] ?? null;
      const key = body.keyAt(from, column);
      const spelling = layout.spellings[from * body.heads.length + column] ?? 'number';
      put(
        place.row,
        place.column,
        key !== null && typeof value === 'number' ? spelled(value, spelling) : value,
      );
      if (key !== null && typeof value === 'number')
        scores.push(`${key} ${value} ${cellName({ sheet: SHEET, ...place })}`);
    });
  });
  if (layout.hasNotes) {
    const below = (rows.at(-1) ?? 0) + 4;
    put(below, left, 'หมายเหตุ คะแนนตามประกาศของสำนักงาน ป.ป.ช. ข้อ ๑ – ๕ และ 30 วันหลังประกาศ');
    put(below + 2, last, 'ลงชื่อ ................................ ผู้รายงาน');
    put(below + 3, last, 'วันที่ 15 สิงหาคม 2565');
  }
  const merges = layout.isTitleMerged && last > left ? [{ top, left, bottom: top, right: last }] : [];
  return { rows: grid, merges, scores: scores.sort() };
};

/** Scores with the agency and year that they were read for, where the table names several. */
const scoresRead = (
  rows: readonly (readonly GridValue[])[],
  merges: readonly CellRange[],
  prefix: (reading: { agency: string | null; fiscalYear: number }) => string,
  agency?: string,
): readonly string[] => {
  const read = readGrid(gridBook(gridSheet(SHEET, rows, { merges })), agency === undefined ? {} : { agency });
  if (!read.ok) return [read.error.code];
  return read.value.flatMap((reading) => figuresOf(reading).map((text) => prefix(reading) + text)).sort();
};

const scoreOf = (row: number, column = 0): number => (6005 + ((row * 370 + column * 110) % 3900)) / 100;

const indicators: Body = {
  heads: ['ที่', 'ตัวชี้วัด', 'คะแนน', 'หมายเหตุ'],
  rows: TEN.map((name, index) => [index + 1, name, scoreOf(index), index % 4 === 0 ? 'ทบทวนแล้ว' : null]),
  keyAt: (row, column) => (column === 2 ? String(row + 1) : null),
};

const ITEMS = ruleSets.forYear(2565)?.items ?? [];
const items: Body = {
  heads: ['ข้อ', 'ข้อคำถาม', 'คะแนน'],
  rows: ITEMS.map(({ id, name, allowedScores }, index) => [
    id,
    name,
    allowedScores === null ? scoreOf(index) : index % 5 === 0 ? 0 : 100,
  ]),
  keyAt: (row, column) => (column === 2 ? (ITEMS[row]?.id ?? null) : null),
};

const YEARS = [2563, 2564, 2565];
const byYear: Body = {
  heads: ['ตัวชี้วัด', ...YEARS.map((year) => `ปี ${year}`)],
  rows: TEN.map((name, index) => [name, ...YEARS.map((_, column) => scoreOf(index, column))]),
  keyAt: (row, column) => (column === 0 ? null : `${YEARS[column - 1] ?? ''}: ${row + 1}`),
};

const AGENCIES = [
  'เทศบาลตำบลบางตัวอย่าง',
  'องค์การบริหารส่วนตำบลหนองตัวอย่าง',
  'เทศบาลเมืองตัวอย่างใหม่',
  'อบต.ตัวอย่างเหนือ',
];
const province: Body = {
  heads: ['ที่', 'หน่วยงาน', ...TEN],
  rows: AGENCIES.map((name, row) => [row + 1, name, ...TEN.map((_, column) => scoreOf(row, column))]),
  keyAt: (row, column) => (column < 2 ? null : `${row}: ${column - 1}`),
};

test.each<[string, Body]>([
  ['indicators', indicators],
  ['items', items],
])('a table of %s gives the same scores wherever and however it stands', (_, body) => {
  fc.assert(
    fc.property(layouts(body.rows.length, body.heads.length), (layout) => {
      const { rows, merges, scores } = laidOut(body, layout);
      expect(scoresRead(rows, merges, () => '')).toEqual(scores);
    }),
    { numRuns: RUNS },
  );
});

test('a year to each column gives the same scores of each year', () => {
  fc.assert(
    fc.property(layouts(byYear.rows.length, byYear.heads.length), (layout) => {
      const { rows, merges, scores } = laidOut(byYear, layout);
      expect(scoresRead(rows, merges, ({ fiscalYear }) => `${fiscalYear}: `)).toEqual(scores);
    }),
    { numRuns: RUNS },
  );
});

test('an agency to each row gives the same scores of each agency', () => {
  fc.assert(
    fc.property(layouts(province.rows.length, province.heads.length, 2), (layout) => {
      const { rows, merges, scores } = laidOut(province, { ...layout, hasAgency: false });
      const read = AGENCIES.flatMap((agency, index) =>
        scoresRead(rows, merges, () => `${index}: `, agency),
      ).sort();
      expect(read).toEqual(scores);
    }),
    { numRuns: RUNS },
  );
});
