import { gridBook, gridSheet, merged } from '../../support/grid-reading';
import {
  across,
  down,
  GROUPED,
  ids,
  ofTitle,
  printed,
  SCORES,
  TEN,
  ten,
  thai,
  titleOf,
  upTo,
} from '../../support/officer-books';
import { expectOnly } from '../../support/officer-readings';

// Native tables, exports, what is pasted from documents, and tables laid on their side.

describe('native tables, exports and what is pasted', () => {
  const columns = ['ลำดับ', 'ตัวชี้วัด', 'คะแนน'];
  const body = TEN.map((name, index) => [index + 1, name, SCORES[index] ?? null]);

  test('a native table, alone and beside notes', () => {
    const table = { name: 'ตาราง1', range: merged(3, 1, 13, 3), columns };
    const rows = [
      ...titleOf(2565),
      [],
      [null, ...columns],
      ...body.map((row, index) => [index === 2 ? 'ดูหมายเหตุ' : null, ...row]),
    ];
    expectOnly(gridBook(gridSheet('ก', rows, { tables: [table] })), {
      ...ofTitle(2565),
      figures: ten('D', 5),
    });
  });

  test('a native table whose headers are only column 1, 2, 3', () => {
    const header = ['คอลัมน์1', 'คอลัมน์2', 'คอลัมน์3'];
    const table = { name: 'ตาราง1', range: merged(2, 0, 12, 2), columns: header };
    expectOnly(gridBook(gridSheet('ก', [...titleOf(2565), header, ...body], { tables: [table] })), {
      ...ofTitle(2565),
      figures: ten('C', 4),
    });
  });

  test('an export: labels on the first row of a group only, blank cells, blank columns and rows between', () => {
    const row = (index: number) => [
      null,
      GROUPED[index] ?? null,
      null,
      TEN[index] ?? null,
      null,
      SCORES[index] ?? null,
    ];
    const rows = [
      ...titleOf(2565),
      [null, 'เครื่องมือ', null, 'ตัวชี้วัด', null, 'คะแนน'],
      [],
      ...upTo(5).map((n) => row(n - 1)),
      [],
      ...[5, 6, 7].map(row),
      [],
      ...[8, 9].map(row),
    ];
    expectOnly(gridBook(gridSheet('ก', rows)), {
      ...ofTitle(2565),
      figures: [
        ...down('ก', 'F', 5, upTo(5), SCORES),
        ...down('ก', 'F', 11, [6, 7, 8], SCORES.slice(5)),
        ...down('ก', 'F', 15, [9, 10], SCORES.slice(8)),
      ],
    });
  });

  test('a table pasted from a document: every paragraph of a cell a row of its own', () => {
    const rows = [
      ...titleOf(2565),
      ['เครื่องมือการประเมิน', 'ตัวชี้วัด', 'คะแนนเฉลี่ย'],
      ['แบบวัดการรับรู้ของผู้มีส่วนได้', '๑ การปฏิบัติหน้าที่', '๙๔.๕๖'],
      ['ส่วนเสียภายใน (IIT)', '๒ การใช้งบประมาณ', '๘๘.๑๓'],
      [null, '๓ การใช้อำนาจ', '๙๐.๘๑'],
      [null, '๔ การใช้ทรัพย์สิน', '๘๘.๐๙'],
      [null, 'ของราชการ', null],
      [null, '๕ การแก้ไขปัญหาการทุจริต', '๙๐.๕๓'],
    ];
    expectOnly(gridBook(gridSheet('ก', rows, { merges: [merged(6, 2, 7, 2)] })), {
      ...ofTitle(2565),
      figures: [...down('ก', 'C', 4, upTo(4), SCORES), "5 90.53 'ก'!C9"],
    });
  });

  test('a table pasted with blanks in front of every cell and stars of bold type', () => {
    const rows = [
      ['**ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. ๒๕๖๕**'],
      ['**เทศบาลตำบลตัวอย่าง**'],
      [' **ตัวชี้วัด** ', ' **คะแนน** '],
      ...TEN.map((name, index) => [` ${name} `, ` ${thai(printed(SCORES[index] ?? 0))} `]),
    ];
    expectOnly(gridBook(gridSheet('ก', rows)), { year: 2565, figures: ten('B', 4) });
  });
});

test('on its side: names across the columns, scores below them', () => {
  const rows = [
    ...titleOf(2565),
    ['ตัวชี้วัด', ...TEN],
    ['คะแนน', ...SCORES],
    ['ระดับ', ...SCORES.map(() => 'A')],
  ];
  expectOnly(gridBook(gridSheet('ก', rows)), {
    ...ofTitle(2565),
    figures: across('ก', 1, 4, upTo(10), SCORES),
  });
});

test('on its side with instruments, numbers and full marks above', () => {
  const rows = [
    ...titleOf(2565),
    ['เครื่องมือ', ...GROUPED],
    ['ที่', ...upTo(10)],
    ['ตัวชี้วัด', ...TEN],
    ['คะแนนเต็ม', ...upTo(10).map(() => 100)],
    ['คะแนนที่ได้', ...SCORES],
  ];
  const merges = [merged(2, 1, 2, 5), merged(2, 6, 2, 8), merged(2, 9, 2, 10)];
  expectOnly(gridBook(gridSheet('ก', rows, { merges })), {
    ...ofTitle(2565),
    figures: across('ก', 1, 7, upTo(10), SCORES),
  });
});

test.each([
  ['codes', (id: string) => id],
  ['capitals', (id: string) => id.toUpperCase()],
  ['Thai digits', (id: string) => `ข้อ ${id.slice(0, 1)}${thai(id.slice(1))}`],
])('items across the columns by %s', (_, spell) => {
  const items = [...ids('i', 3), ...ids('e', 3), ...ids('o', 3)];
  const scores = [91.5, 92.5, 93.5, 81.5, 82.5, 83.5, 100, 0, 100];
  const rows = [...titleOf(2567), ['ข้อ', ...items.map(spell)], ['คะแนน', ...scores]];
  expectOnly(gridBook(gridSheet('ก', rows)), { ...ofTitle(2567), figures: across('ก', 1, 4, items, scores) });
});
