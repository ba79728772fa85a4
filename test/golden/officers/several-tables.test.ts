import { analyze } from '../../../src/app/analyze';
import { cellName } from '../../../src/core/cell-address';
import { gridBook, gridSheet, merged } from '../../support/grid-reading';
import {
  down,
  ids,
  ofTitle,
  OTHERS,
  type Rows,
  SCORES,
  TEN,
  ten,
  tenRows,
  titleOf,
  upTo,
} from '../../support/officer-books';
import { expectOnly, readingsOf } from '../../support/officer-readings';

// Several tables in one workbook. A sheet «ก» of 2565 unless said otherwise.

describe('several tables on one sheet', () => {
  const indicators: Rows = [['ตัวชี้วัด', 'คะแนน'], ...tenRows()];
  const instruments: Rows = [
    ['เครื่องมือ', 'คะแนน'],
    ['IIT', 90.42],
    ['EIT', 95.65],
    ['OIT', 98.38],
  ];

  test('one below the other, with a blank row, without one, and with a title between', () => {
    for (const between of [[[]], [], [['ตารางที่ 2 คะแนนรายเครื่องมือ']]]) {
      const top = 3 + indicators.length + between.length;
      expectOnly(gridBook(gridSheet('ก', [...titleOf(2565), ...indicators, ...between, ...instruments])), {
        ...ofTitle(2565),
        figures: [...ten('B', 4), ...down('ก', 'B', top + 1, ['IIT', 'EIT', 'OIT'], [90.42, 95.65, 98.38])],
      });
    }
  });

  test('side by side', () => {
    const beside = indicators.map((row, index) => [...row, null, ...(instruments[index] ?? [])]);
    expectOnly(gridBook(gridSheet('ก', [...titleOf(2565), ...beside])), {
      ...ofTitle(2565),
      figures: [...ten('B', 4), ...down('ก', 'E', 4, ['IIT', 'EIT', 'OIT'], [90.42, 95.65, 98.38])],
    });
  });

  test('side by side, the halves of one table', () => {
    const half = (from: number) =>
      TEN.slice(from, from + 5).map((name, index) => [from + index + 1, name, SCORES[from + index] ?? null]);
    const header = ['ที่', 'ตัวชี้วัด', 'คะแนน'];
    const rows = [
      ...titleOf(2565),
      [...header, null, ...header],
      ...half(0).map((row, index) => [...row, null, ...(half(5)[index] ?? [])]),
    ];
    expectOnly(gridBook(gridSheet('ก', rows)), {
      ...ofTitle(2565),
      figures: [
        ...down('ก', 'C', 4, upTo(5), SCORES),
        ...down('ก', 'G', 4, [6, 7, 8, 9, 10], SCORES.slice(5)),
      ],
    });
  });

  test('the three instruments beside each other, each with its items', () => {
    const header = ['ข้อ', 'คะแนน', null, 'ข้อ', 'คะแนน', null, 'ข้อ', 'คะแนน'];
    const rows = [
      ...titleOf(2567),
      ['IIT', null, null, 'EIT', null, null, 'OIT', null],
      header,
      ...upTo(9).map((n) => [n, 80 + n, null, n, 70 + n, null, n, n % 2 === 0 ? 0 : 100]),
    ];
    const merges = [merged(2, 0, 2, 1), merged(2, 3, 2, 4), merged(2, 6, 2, 7)];
    expectOnly(gridBook(gridSheet('ก', rows, { merges })), {
      ...ofTitle(2567),
      figures: [
        ...down(
          'ก',
          'B',
          5,
          ids('i', 9),
          upTo(9).map((n) => 80 + n),
        ),
        ...down(
          'ก',
          'E',
          5,
          ids('e', 9),
          upTo(9).map((n) => 70 + n),
        ),
        ...down(
          'ก',
          'H',
          5,
          ids('o', 9),
          upTo(9).map((n) => (n % 2 === 0 ? 0 : 100)),
        ),
      ],
    });
  });
});

describe('the same item in two tables', () => {
  const bookOf = (second: number) =>
    gridBook(
      gridSheet('ก', [
        ...titleOf(2567),
        ['๑. กระบวนการปฏิบัติงาน'],
        ['เครื่องมือ', 'ข้อ', 'คะแนน'],
        ['IIT', 'i1', 99.33],
        [null, 'i2', 98],
        [],
        ['๒. การให้บริการ'],
        ['เครื่องมือ', 'ข้อ', 'คะแนน'],
        ['IIT', 'i1', second],
        ['EIT', 'e6', 97.5],
      ]),
    );
  const figures = (second: number) => [
    "i1 99.33 'ก'!C5",
    "i2 98 'ก'!C6",
    `i1 ${second} 'ก'!C10`,
    "e6 97.5 'ก'!C11",
  ];

  test('with the same score is fine', () => {
    expectOnly(bookOf(99.33), { ...ofTitle(2567), figures: figures(99.33) });
    const analysis = analyze(bookOf(99.33));
    expect(
      analysis.ok && analysis.value.assessments[0].findings.filter(({ code }) => code === 'conflict'),
    ).toEqual([]);
  });

  test('with another score is a finding that names both cells', () => {
    expectOnly(bookOf(89.33), { ...ofTitle(2567), figures: figures(89.33) });
    const analysis = analyze(bookOf(89.33));
    const conflicts = analysis.ok
      ? analysis.value.assessments[0].findings.filter(({ code }) => code === 'conflict')
      : [];
    expect(conflicts.map(({ cells }) => [...cells.map(cellName)].sort())).toEqual([["'ก'!C10", "'ก'!C5"]]);
  });
});

test('two tables of other scores for the same indicators would be another year: they are not mixed', () => {
  const sheet = (name: string, year: number, scores: readonly number[]) =>
    gridSheet(name, [
      [`ผล ITA ปีงบประมาณ ${year}`],
      ['ตัวชี้วัด', 'คะแนน'],
      ...TEN.map((label, index) => [label, scores[index] ?? null]),
    ]);
  const read = readingsOf(gridBook(sheet('ก', 2564, OTHERS), sheet('ข', 2565, SCORES)));
  expect(read.map(({ fiscalYear, figures }) => [fiscalYear, ...figures.map(({ value }) => value)])).toEqual([
    [2565, ...SCORES],
    [2564, ...OTHERS],
  ]);
});
