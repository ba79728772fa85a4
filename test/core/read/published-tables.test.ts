import { cellName } from '../../../src/core/cell-address';
import { figuresOf, gridBook, gridSheet, merged, onlyReading } from '../../support/grid-reading';
import {
  HEADINGS as BANG_SAK,
  instrumentMerges,
  ITEM_TABLES,
  itemGrid,
  PASTED as BANG_SAK_PASTED,
  SUMMARY,
} from '../../support/published/bang-sak-2567';
import {
  GRADE_SCALE,
  HEADINGS as NAKHON_PATHOM,
  INDICATORS,
  PASTED as NAKHON_PATHOM_PASTED,
  RANKING,
  WEIGHTED,
} from '../../support/published/nakhon-pathom-2565';

const sorted = (texts: readonly string[]): readonly string[] => [...texts].sort();
const at = (column: string, row: number): string => `'ก'!${column}${row}`;

describe('เทศบาลนครนครปฐม 2565', () => {
  const scores = [94.56, 88.13, 90.81, 88.09, 90.53, 96.03, 96.2, 94.74, 100, 100];

  test('the indicator table: every score with its cell', () => {
    const reading = onlyReading(gridBook(gridSheet('ก', [...NAKHON_PATHOM, ...INDICATORS])));
    expect([reading.agency, reading.fiscalYear]).toEqual(['เทศบาลนครนครปฐม', 2565]);
    expect(figuresOf(reading)).toEqual(
      scores.map((score, index) => `${index + 1} ${score} ${at('B', index + 6)}`),
    );
    expect(reading.issues).toEqual([]);
  });

  test('the ranking: every rank and score with its cell', () => {
    const reading = onlyReading(gridBook(gridSheet('ก', [...NAKHON_PATHOM, ...RANKING])));
    const order = [9, 10, 7, 6, 8, 1, 3, 5, 2, 4];
    expect(figuresOf(reading)).toEqual(
      order.flatMap((id, index) => [
        `${id} rank ${index + 1} ${at('A', index + 5)}`,
        `${id} ${scores[id - 1] ?? ''} ${at('C', index + 5)}`,
      ]),
    );
    expect(reading.issues).toEqual([]);
  });

  test('the weighted table: every score, weighted score and the total with its cell', () => {
    const reading = onlyReading(gridBook(gridSheet('ก', [...NAKHON_PATHOM, ...WEIGHTED])));
    expect(figuresOf(reading)).toEqual([
      `IIT 90.42 ${at('C', 5)}`,
      `IIT weighted 27.13 ${at('D', 5)}`,
      `EIT 95.65 ${at('C', 6)}`,
      `EIT weighted 28.69 ${at('D', 6)}`,
      `OIT 100 ${at('C', 7)}`,
      `OIT weighted 40 ${at('D', 7)}`,
      `total 95.82 ${at('D', 8)}`,
    ]);
    expect(reading.issues).toEqual([]);
  });

  test('the scale of grades above the scores states no grade', () => {
    const rows = [...NAKHON_PATHOM, ...GRADE_SCALE, [], ...INDICATORS];
    const reading = onlyReading(gridBook(gridSheet('ก', rows)));
    expect(reading.grade).toBeNull();
    expect(figuresOf(reading)).toHaveLength(10);
  });

  test('the whole report in one sheet: the three tables and nothing else', () => {
    const reading = onlyReading(gridBook(gridSheet('ก', NAKHON_PATHOM_PASTED)));
    expect([reading.agency, reading.fiscalYear, reading.grade]).toEqual(['เทศบาลนครนครปฐม', 2565, null]);
    expect(figuresOf(reading)).toHaveLength(20 + 7 + 10);
    expect(reading.issues).toEqual([]);
  });
});

describe('องค์การบริหารส่วนตำบลบางสัก 2567', () => {
  const summary = (top: number): readonly string[] => [
    `1 99.78 ${at('C', top + 1)}`,
    `2 99.56 ${at('C', top + 2)}`,
    `3 99.78 ${at('C', top + 3)}`,
    `4 100 ${at('C', top + 4)}`,
    `5 99.33 ${at('C', top + 5)}`,
    `6 92.92 ${at('C', top + 6)}`,
    `7 89.75 ${at('C', top + 7)}`,
    `8 80.58 ${at('C', top + 8)}`,
    `9 92.14 ${at('C', top + 9)}`,
    `10 100 ${at('C', top + 10)}`,
    `IIT 99.69 ${at('D', top + 1)}`,
    `EIT.1 94.62 ${at('D', top + 6)}`,
    `EIT.2 80.89 ${at('D', top + 6)}`,
    `OIT 96.07 ${at('D', top + 9)}`,
  ];

  test.each([
    [
      'with merged areas',
      [merged(9, 0, 13, 0), merged(14, 0, 16, 0), merged(17, 0, 18, 0), merged(9, 3, 13, 3)],
    ],
    ['with blank cells', []],
  ])('the summary table %s: every score with its cell', (_, merges) => {
    const reading = onlyReading(gridBook(gridSheet('ก', [...BANG_SAK, ...SUMMARY], { merges })));
    expect([reading.agency, reading.fiscalYear]).toEqual(['องค์การบริหารส่วนตำบลบางสัก', 2567]);
    expect(sorted(figuresOf(reading))).toEqual(sorted(summary(9)));
    expect(reading.issues).toEqual([]);
  });

  const cases = ITEM_TABLES.flatMap((table, index) => [
    { name: `${index + 1}, merged`, table, isMerged: true },
    { name: `${index + 1}, with blanks`, table, isMerged: false },
  ]);

  test.each(cases)('item table $name: every score with its cell', ({ table, isMerged }) => {
    const merges = isMerged ? instrumentMerges(table, BANG_SAK.length) : [];
    const rows = [...BANG_SAK, ...itemGrid(table)];
    const reading = onlyReading(gridBook(gridSheet('ก', rows, { merges })));
    expect(reading.agency).toBe('องค์การบริหารส่วนตำบลบางสัก');
    expect(figuresOf(reading)).toEqual(
      table.rows.map(([, , , item, value], row) => `${item} ${value} ${at('C', BANG_SAK.length + 3 + row)}`),
    );
    expect(reading.issues).toEqual([]);
  });

  test('the whole report in one sheet: all tables, and nothing of what stands between them', () => {
    const reading = onlyReading(gridBook(gridSheet('ก', BANG_SAK_PASTED)));
    expect([reading.agency, reading.fiscalYear]).toEqual(['องค์การบริหารส่วนตำบลบางสัก', 2567]);
    expect(reading.yearCell && cellName(reading.yearCell)).toBe("'ก'!A8");
    const items = ITEM_TABLES.flatMap(({ rows }) => rows.map(([, , , item, value]) => `${item} ${value}`));
    const expected = [...summary(11).map((figure) => figure.replace(/ '.*$/, '')), ...items];
    expect(sorted(figuresOf(reading).map((figure) => figure.replace(/ '.*$/, '')))).toEqual(sorted(expected));
    expect(reading.issues).toEqual([]);
  });

  test('the tables on sheets of their own, in any order, are one agency and year', () => {
    const sheets = ITEM_TABLES.map((table, index) => gridSheet(`ตาราง ${index + 1}`, itemGrid(table)));
    const book = gridBook(...sheets.reverse(), gridSheet('สรุป', [...BANG_SAK, ...SUMMARY]));
    const reading = onlyReading(book);
    const count = ITEM_TABLES.reduce((sum, { rows }) => sum + rows.length, 0);
    expect([reading.fiscalYear, figuresOf(reading).length]).toEqual([2567, 14 + count]);
    expect(reading.issues).toEqual([]);
  });
});
