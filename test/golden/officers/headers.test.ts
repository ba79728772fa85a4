import { columnLetters } from '../../../src/core/cell-address';
import { gridBook, gridSheet, type GridValue, merged } from '../../support/grid-reading';
import {
  down,
  GROUPED,
  ids,
  ofTitle,
  printed,
  type Rows,
  SCORES,
  TEN,
  ten,
  tenRows,
  thai,
  titleOf,
  upTo,
} from '../../support/officer-books';
import { expectOnly } from '../../support/officer-readings';

// Columns and headers of score tables. A sheet «ก» of 2565 unless said otherwise.

describe('columns in any order', () => {
  const columns: Readonly<Record<string, (index: number) => GridValue>> = {
    ที่: (index) => index + 1,
    เครื่องมือ: (index) => GROUPED[index] ?? null,
    ตัวชี้วัด: (index) => TEN[index] ?? null,
    คะแนนเต็ม: () => 100,
    คะแนน: (index) => SCORES[index] ?? null,
    ร้อยละของเป้าหมาย: (index) => printed(((SCORES[index] ?? 0) / 85) * 100),
    หมายเหตุ: () => 'ตามหนังสือแจ้งผล',
  };
  test.each([
    ['ที่', 'ตัวชี้วัด', 'คะแนน'],
    ['คะแนน', 'ตัวชี้วัด'],
    ['ตัวชี้วัด', 'เครื่องมือ', 'คะแนน', 'หมายเหตุ'],
    ['หมายเหตุ', 'คะแนน', 'เครื่องมือ', 'ที่', 'ตัวชี้วัด'],
    ['เครื่องมือ', 'ที่', 'ตัวชี้วัด', 'คะแนนเต็ม', 'คะแนน'],
    ['คะแนนเต็ม', 'คะแนน', 'ที่', 'ตัวชี้วัด'],
    ['ตัวชี้วัด', 'คะแนน', 'ร้อยละของเป้าหมาย'],
  ])('%s, %s, …', (...headers) => {
    const rows = [
      ...titleOf(2565),
      headers,
      ...upTo(10).map((n) => headers.map((header) => columns[header]?.(n - 1) ?? null)),
    ];
    expectOnly(gridBook(gridSheet('ก', rows)), {
      ...ofTitle(2565),
      figures: ten(columnLetters(headers.indexOf('คะแนน')), 4),
    });
  });

  test.each([
    ...['ผลคะแนน', 'คะแนนที่ได้', 'คะแนนที่ได้รับ', 'คะแนนเฉลี่ย', 'คะแนน (ร้อยละ)', 'คะแนนเฉลี่ยร้อยละ', 'ผลการประเมิน'],
    ...[
      'ค่าคะแนน',
      'คะแนน ITA',
      'ผลประเมิน',
      'ร้อยละ',
      'คะแนน\nปี 2565',
      'คะแนนรวม',
      'Score',
      'คะแนนประเมิน (๑๐๐)',
    ],
  ])('scores under «%s»', (header) => {
    const rows = [...titleOf(2565), ['ตัวชี้วัด', header], ...tenRows()];
    expectOnly(gridBook(gridSheet('ก', rows)), { ...ofTitle(2565), figures: ten('B', 4) });
  });

  test.each([
    'ประเด็นการประเมิน',
    'รายการ',
    'หัวข้อการประเมิน',
    'ประเด็นตัวชี้วัด',
    'ชื่อตัวชี้วัด',
    'ด้าน',
    'ตัวชี้วัดที่',
    'Indicator',
    'เกณฑ์',
  ])('names under «%s»', (header) => {
    const rows = [
      ...titleOf(2565),
      ['ลำดับที่', header, 'คะแนน'],
      ...TEN.map((name, index) => [thai(index + 1), name, SCORES[index] ?? null]),
    ];
    expectOnly(gridBook(gridSheet('ก', rows)), { ...ofTitle(2565), figures: ten('C', 4) });
  });
});

describe('headers', () => {
  const body = TEN.map((name, index) => [
    GROUPED[index] ?? null,
    name,
    100,
    SCORES[index] ?? null,
    index < 5 ? 'ก' : null,
  ]);

  test('over two rows, with merged areas', () => {
    const rows = [
      ...titleOf(2565),
      ['เครื่องมือ', 'ตัวชี้วัด', 'ผลการประเมิน', null, 'หมายเหตุ'],
      [null, null, 'คะแนนเต็ม', 'คะแนนที่ได้', null],
      ...body,
    ];
    const merges = [merged(2, 0, 3, 0), merged(2, 1, 3, 1), merged(2, 2, 2, 3), merged(2, 4, 3, 4)];
    expectOnly(gridBook(gridSheet('ก', rows, { merges })), { ...ofTitle(2565), figures: ten('D', 5) });
  });

  test('over two rows, without merged areas', () => {
    const rows = [
      ...titleOf(2565),
      ['เครื่องมือ', 'ตัวชี้วัด', 'คะแนน', 'คะแนน', null],
      [null, null, '(เต็ม)', '(ได้)', null],
      ...body,
    ];
    expectOnly(gridBook(gridSheet('ก', rows)), { ...ofTitle(2565), figures: ten('D', 5) });
  });

  test('over three rows, the year in the middle', () => {
    const rows = [
      ['เทศบาลตำบลตัวอย่าง'],
      ['เครื่องมือ', 'ตัวชี้วัด', 'ผลการประเมิน ITA', null, 'หมายเหตุ'],
      [null, null, 'ปีงบประมาณ พ.ศ. ๒๕๖๕', null, null],
      [null, null, 'คะแนนเต็ม', 'คะแนนที่ได้', null],
      ...body,
    ];
    const merges = [
      merged(1, 0, 3, 0),
      merged(1, 1, 3, 1),
      merged(1, 2, 1, 3),
      merged(2, 2, 2, 3),
      merged(1, 4, 3, 4),
    ];
    expectOnly(gridBook(gridSheet('ก', rows, { merges })), { ...ofTitle(2565), figures: ten('D', 5) });
  });

  test('whose words stand in different rows of one header', () => {
    const rows = [
      ...titleOf(2565),
      ['เครื่องมือ', 'ตัวชี้วัด', null, null],
      [null, null, 'คะแนนเต็ม', 'คะแนนที่ได้'],
      ...body,
    ];
    expectOnly(gridBook(gridSheet('ก', rows)), { ...ofTitle(2565), figures: ten('D', 5) });
  });

  test('repeated in the middle of the table, as page breaks do', () => {
    const rows = (from: number, to: number) =>
      TEN.slice(from, to).map((name, index) => [name, SCORES[from + index] ?? null]);
    const header = ['ตัวชี้วัด', 'คะแนน'];
    expectOnly(gridBook(gridSheet('ก', [...titleOf(2565), header, ...rows(0, 6), header, ...rows(6, 10)])), {
      ...ofTitle(2565),
      figures: [...down('ก', 'B', 4, upTo(6), SCORES), ...down('ก', 'B', 11, [7, 8, 9, 10], SCORES.slice(6))],
    });
  });

  test('broken by line breaks and blanks', () => {
    const rows = [...titleOf(2565), ['ตัว\nชี้วัด', ' คะแนน \n(ร้อยละ) '], ...tenRows()];
    expectOnly(gridBook(gridSheet('ก', rows)), { ...ofTitle(2565), figures: ten('B', 4) });
  });
});

describe('no header at all', () => {
  test('names and scores', () => {
    const rows = [...titleOf(2565), ...tenRows()];
    expectOnly(gridBook(gridSheet('ก', rows)), { ...ofTitle(2565), figures: ten('B', 3) });
  });

  test('code, name and score of items', () => {
    const items: Rows = [
      ['o1', 'โครงสร้างและอำนาจหน้าที่', 100],
      ['o2', 'ข้อมูลผู้บริหาร', 0],
      ['o3', 'ข้อมูลการติดต่อ', 100],
      ['o4', 'ข่าวประชาสัมพันธ์', 100],
    ];
    expectOnly(gridBook(gridSheet('ก', [['ITA ปีงบประมาณ 2568 อบต.ตัวอย่าง'], ...items])), {
      year: 2568,
      figures: down('ก', 'C', 2, ids('o', 4), [100, 0, 100, 100]),
    });
  });

  test('codes and scores in the first rows of a sheet that is named by its year', () => {
    const rows = ['i1', 'i2', 'i3', 'e1', 'e2', 'o1', 'o2'].map((id, index) => [
      id,
      [97.5, 98.5, 99.5, 90.5, 91.5, 100, 0][index] ?? null,
    ]);
    expectOnly(gridBook(gridSheet('ITA 2567', rows)), {
      year: 2567,
      figures: down(
        'ITA 2567',
        'B',
        1,
        ['i1', 'i2', 'i3', 'e1', 'e2', 'o1', 'o2'],
        [97.5, 98.5, 99.5, 90.5, 91.5, 100, 0],
      ),
    });
  });
});
