import { columnLetters } from '../../../src/core/cell-address';
import { gridBook, gridSheet, type GridValue, merged } from '../../support/grid-reading';
import {
  down,
  EIT,
  GROUPED,
  IIT,
  ofTitle,
  OIT,
  SCORES,
  TEN,
  ten,
  TEN_2567,
  thai,
  titleOf,
  upTo,
} from '../../support/officer-books';
import { expectOnly } from '../../support/officer-readings';

// Groups, subtotals and totals. A sheet «ก» of 2565 unless said otherwise.

describe('groups and totals', () => {
  test('instruments as rows of their own above their indicators', () => {
    const rows = [
      ...titleOf(2565),
      ['รายการ', 'คะแนน'],
      [IIT, 90.42],
      ...TEN.slice(0, 5).map((name, index) => [`   ${index + 1}. ${name}`, SCORES[index] ?? null]),
      [EIT, 95.65],
      ...TEN.slice(5, 8).map((name, index) => [`   ${index + 6}. ${name}`, SCORES[index + 5] ?? null]),
      [OIT, 98.38],
      ...TEN.slice(8).map((name, index) => [`   ${index + 9}. ${name}`, SCORES[index + 8] ?? null]),
    ];
    expectOnly(gridBook(gridSheet('ก', rows)), {
      ...ofTitle(2565),
      figures: [
        ...down('ก', 'B', 4, ['IIT', 1, 2, 3, 4, 5], [90.42, ...SCORES.slice(0, 5)]),
        ...down('ก', 'B', 10, ['EIT', 6, 7, 8], [95.65, ...SCORES.slice(5, 8)]),
        ...down('ก', 'B', 14, ['OIT', 9, 10], [98.38, ...SCORES.slice(8)]),
      ],
    });
  });

  test.each<[string, string, string, string, string]>([
    ['their names', 'คะแนนรวม IIT', 'คะแนนรวม EIT', 'คะแนนรวม OIT', 'คะแนนรวมทั้งสิ้น'],
    ['«รวม» alone', 'รวม', 'รวม', 'รวม', 'รวมทั้งหมด'],
    ['means', 'เฉลี่ย IIT', 'เฉลี่ย EIT', 'เฉลี่ย OIT', 'คะแนนเฉลี่ยรวม'],
  ])('subtotals with %s', (_, iit, eit, oit, total) => {
    const rows = [
      ...titleOf(2565),
      ['เครื่องมือ', 'ตัวชี้วัด', 'คะแนน'],
      ...TEN.slice(0, 5).map((name, index) => [GROUPED[index] ?? null, name, SCORES[index] ?? null]),
      [null, iit, 90.42],
      ...TEN.slice(5, 8).map((name, index) => [GROUPED[index + 5] ?? null, name, SCORES[index + 5] ?? null]),
      [null, eit, 95.66],
      ...TEN.slice(8).map((name, index) => [GROUPED[index + 8] ?? null, name, SCORES[index + 8] ?? null]),
      [null, oit, 98.38],
      [null, total, 95.17],
    ];
    expectOnly(gridBook(gridSheet('ก', rows)), {
      ...ofTitle(2565),
      figures: [
        ...down('ก', 'C', 4, [...upTo(5), 'IIT'], [...SCORES.slice(0, 5), 90.42]),
        ...down('ก', 'C', 10, [6, 7, 8, 'EIT'], [...SCORES.slice(5, 8), 95.66]),
        ...down('ก', 'C', 14, [9, 10, 'OIT', 'total'], [...SCORES.slice(8), 98.38, 95.17]),
      ],
    });
  });

  test.each<[string, readonly string[]]>([
    ['คะแนนรวม IIT ๙๙.๖๙', ['IIT 99.69']],
    ['รวม IIT = 99.69 คะแนน', ['IIT 99.69']],
    ['IIT\n99.69', ['IIT 99.69']],
    ['คะแนนเฉลี่ย IIT : 99,69', ['IIT 99.69']],
    ['EIT ส่วนที่ ๑ = ๙๔.๖๒ EIT ส่วนที่ ๒ = ๘๐.๘๙', ['EIT.1 94.62', 'EIT.2 80.89']],
    ['EIT ส่วนที่ 1 = 94.62\nEIT ส่วนที่ 2 = 80.89', ['EIT.1 94.62', 'EIT.2 80.89']],
    ['EIT ส่วนที่ ๑ : ๙๔.๖๒ คะแนน, EIT ส่วนที่ ๒ : ๘๐.๘๙ คะแนน', ['EIT.1 94.62', 'EIT.2 80.89']],
    ['IIT ๙๙.๖๙ EIT ๘๗.๗๖ OIT ๙๖.๐๗', ['IIT 99.69', 'EIT 87.76', 'OIT 96.07']],
  ])('«%s» beside a group', (text, totals) => {
    const rows = [
      ...titleOf(2567),
      ['ตัวชี้วัด', 'คะแนนเฉลี่ย', 'คะแนนรวมเฉลี่ย'],
      ...TEN_2567.map((name, index) => [
        `${thai(index + 1)} ${name}`,
        SCORES[index] ?? null,
        index === 0 ? text : null,
      ]),
    ];
    expectOnly(gridBook(gridSheet('ก', rows)), {
      ...ofTitle(2567),
      figures: [...ten('B', 4), ...totals.map((total) => `${total} 'ก'!C4`)],
    });
  });

  test('labelled totals as a row of their own, in one cell', () => {
    const rows = [
      ...titleOf(2567),
      ['ตัวชี้วัด', 'คะแนน'],
      ...TEN_2567.map((name, index) => [name, SCORES[index] ?? null]),
      ['คะแนนรวม IIT ๙๐.๔๒'],
      ['EIT ส่วนที่ ๑ = ๙๔.๖๒ EIT ส่วนที่ ๒ = ๘๐.๘๙'],
      ['คะแนนรวม OIT ๙๘.๓๘'],
    ];
    expectOnly(gridBook(gridSheet('ก', rows)), {
      ...ofTitle(2567),
      figures: [
        ...ten('B', 4),
        "IIT 90.42 'ก'!A14",
        "EIT.1 94.62 'ก'!A15",
        "EIT.2 80.89 'ก'!A15",
        "OIT 98.38 'ก'!A16",
      ],
    });
  });

  test('a number beside merged groups is the score of the instrument', () => {
    const rows = [
      ...titleOf(2565),
      ['เครื่องมือ', 'ตัวชี้วัด', 'คะแนน', 'คะแนนเฉลี่ยรายเครื่องมือ'],
      ...TEN.map((name, index) => [
        GROUPED[index] ?? null,
        name,
        SCORES[index] ?? null,
        { 0: 90.42, 5: 95.66, 8: 98.38 }[index] ?? null,
      ]),
    ];
    const areas = [0, 3].flatMap((column) => [
      merged(3, column, 7, column),
      merged(8, column, 10, column),
      merged(11, column, 12, column),
    ]);
    expectOnly(gridBook(gridSheet('ก', rows, { merges: areas })), {
      ...ofTitle(2565),
      figures: [...ten('C', 4), "IIT 90.42 'ก'!D4", "EIT 95.66 'ก'!D9", "OIT 98.38 'ก'!D12"],
    });
  });

  test.each<[string, readonly string[], readonly GridValue[], number, number]>([
    ['weight before', ['เครื่องมือ', 'น้ำหนัก', 'คะแนน', 'คะแนนถ่วงน้ำหนัก'], [30, 30, 40, 100], 2, 3],
    [
      'weights in percent',
      ['แบบวัด', 'ค่าน้ำหนัก (ร้อยละ)', 'คะแนนที่ได้', 'คะแนนถ่วงน้ำหนัก'],
      ['30%', '30%', '40%', '100%'],
      2,
      3,
    ],
    [
      'Thai weights',
      ['ประเด็นการประเมิน', 'น้ำหนักคะแนน', 'คะแนนเฉลี่ย', 'ค่าถ่วงน้ำหนัก'],
      ['๓๐', '๓๐', '๔๐', '๑๐๐'],
      2,
      3,
    ],
    ['weighted score first', ['เครื่องมือ', 'น้ำหนัก', 'คะแนนถ่วงน้ำหนัก', 'คะแนน'], [30, 30, 40, 100], 3, 2],
  ])('the weighted table, %s', (_, header, weights, score, weighted) => {
    const scores = [90.42, 95.65, 98.38, null];
    const weightedScores = [27.13, 28.7, 39.35, 95.18];
    const rows = [
      ...titleOf(2565),
      header,
      ...[IIT, EIT, OIT, 'รวม'].map((label, index) => {
        const row: GridValue[] = [label, weights[index] ?? null];
        row[score] = scores[index] ?? null;
        row[weighted] = weightedScores[index] ?? null;
        return row;
      }),
    ];
    expectOnly(gridBook(gridSheet('ก', rows)), {
      ...ofTitle(2565),
      figures: [
        ...down('ก', columnLetters(score), 4, ['IIT', 'EIT', 'OIT'], scores),
        ...down(
          'ก',
          columnLetters(weighted),
          4,
          ['IIT weighted', 'EIT weighted', 'OIT weighted', 'total'],
          weightedScores,
        ),
      ],
    });
  });

  test('a ranking, ranks typed in words of rank', () => {
    const order = [9, 10, 7, 6, 8, 1, 3, 5, 2, 4];
    const rows = [
      ...titleOf(2565),
      ['คะแนน', 'ตัวชี้วัด', 'อันดับที่'],
      ...order.map((id, index) => [SCORES[id - 1] ?? null, TEN[id - 1] ?? null, index + 1]),
    ];
    expectOnly(gridBook(gridSheet('ก', rows)), {
      ...ofTitle(2565),
      figures: [
        ...down(
          'ก',
          'A',
          4,
          order,
          order.map((id) => SCORES[id - 1] ?? null),
        ),
        ...order.map((id, index) => `${id} rank ${index + 1} 'ก'!C${index + 4}`),
      ],
    });
  });
});
