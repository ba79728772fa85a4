import { gridBook, gridSheet, type GridValue, merged } from '../../support/grid-reading';
import { down, EIT, ids, IIT, ofTitle, OIT, titleOf, upTo } from '../../support/officer-books';
import { expectOnly, readingsOf, scoresRead } from '../../support/officer-readings';

// Codes in two cells, codes that could be two items, and what is no code.

describe('codes in two cells', () => {
  const rows = [
    ['คะแนนรายข้อ ITA ปีงบประมาณ พ.ศ. 2567'],
    ['ข้อ', null, 'คะแนน'],
    ...['i', 'i', 'I', 'e', 'E', 'o', 'O', '๐'].map((letter, index) => [
      letter,
      [1, '๒', 3, 1, '๒', 1, '๑๒', '๑๓'][index] ?? null,
      [91.5, 92.5, 93.5, 81.5, 82.5, 100, 0, 100][index] ?? null,
    ]),
  ];
  const expected = {
    year: 2567,
    figures: down(
      'ก',
      'C',
      3,
      ['i1', 'i2', 'i3', 'e1', 'e2', 'o1', 'o12', 'o13'],
      [91.5, 92.5, 93.5, 81.5, 82.5, 100, 0, 100],
    ),
  };

  test('a letter and a number', () => {
    expectOnly(gridBook(gridSheet('ก', rows)), expected);
  });

  test('a letter and a number under a merged header', () => {
    expectOnly(gridBook(gridSheet('ก', rows, { merges: [merged(1, 0, 1, 1)] })), expected);
  });

  test('the name of the instrument and a number', () => {
    const split = [
      ['คะแนนรายข้อ ITA ปีงบประมาณ พ.ศ. 2567'],
      ['แบบวัด', 'ข้อ', 'คะแนน'],
      ['IIT', 1, 91.5],
      ['IIT', 2, 92.5],
      ['EIT', 1, 81.5],
      ['OIT', 1, 100],
      ['OIT', 35, 0],
    ];
    expectOnly(gridBook(gridSheet('ก', split)), {
      year: 2567,
      figures: down('ก', 'C', 3, ['i1', 'i2', 'e1', 'o1', 'o35'], [91.5, 92.5, 81.5, 100, 0]),
    });
  });
});

test('a code in one cell with its name, and one whose name stands beside it', () => {
  const sheet = gridSheet('ก', [
    ['คะแนนรายข้อ ITA ปีงบประมาณ พ.ศ. 2567'],
    ['ข้อ', 'รายการ', 'คะแนน'],
    ['o1 โครงสร้าง', null, 100],
    ['o2', 'ข้อมูลผู้บริหาร', 0],
    [null, 'o3 อำนาจหน้าที่', 100],
    // The same title twice, as it happens: the code decides.
    ['o4', 'อำนาจหน้าที่', 0],
  ]);
  expectOnly(gridBook(sheet), {
    year: 2567,
    figures: down('ก', 'C', 3, ['o1', 'o2', 'o3', 'o4'], [100, 0, 100, 0]),
  });
});

describe('what is no code of an item gives no score', () => {
  const sheetWith = (codes: readonly string[]) =>
    gridBook(
      gridSheet('รายข้อ', [
        ['คะแนนรายข้อ ITA ปีงบประมาณ พ.ศ. 2567'],
        ['เทศบาลตำบลตัวอย่าง'],
        ['ข้อ', 'คะแนน'],
        ['o1', 100],
        ...codes.map((code) => [code, 55.5]),
        ['o2', 0],
      ]),
    );
  test.each([
    ...['EB1', 'EB 1', 'MOIT1', 'MOIT 1', 'MOIT1 ข้อ 1.1', 'DAT-01'],
    ...[
      'O1–O5',
      'O1 - O6',
      'O1-O35',
      '(O26 - O29)',
      'ข้อ ๑๑ – ๑๓',
      'ข้อ ๐๑๒ - ๐๑๓',
      'ข้อ o1 ถึง o6',
      'e1 - e3',
      'o1, o2',
    ],
    ...['E-Service', 'IITA', 'o', 'o0', 'o100', '01 มกราคม 2567'],
  ])('«%s»', (code) => {
    const read = readingsOf(sheetWith([code]));
    expect(scoresRead(sheetWith([code]))).toEqual(["o1 100 'รายข้อ'!B4", "o2 0 'รายข้อ'!B6"]);
    // It may be said that such a row was left out, but not that its score was bad.
    expect(read[0]?.issues.map(({ code: said }) => said).filter((said) => said !== 'foreignItem')).toEqual(
      [],
    );
  });

  test.each([
    ['EB1', 'EB2', 'EB3'],
    ['MOIT 1', 'MOIT 2', 'MOIT 3'],
    ['DAT-01', 'DAT-02'],
    ['O1-O5', 'O6-O10'],
  ])('a table of nothing but %s and its like', (...codes) => {
    const book = gridBook(
      gridSheet('ก', [
        ['ผลการประเมิน ITA ปีงบประมาณ 2567'],
        ['ข้อ', 'คะแนน'],
        ...codes.map((code) => [code, 100]),
      ]),
    );
    expect(scoresRead(book)).toEqual([]);
  });

  test('an answer of a form, ans_i2101, is no other item than i21', () => {
    const book = gridBook(
      gridSheet('ก', [
        ['ผลการประเมิน ITA ปีงบประมาณ 2565'],
        ['ข้อ', 'คะแนน'],
        ['i20', 91.5],
        ['ans_i2101', 92.5],
      ]),
    );
    expect(["i20 91.5 'ก'!B3", "i20 91.5 'ก'!B3, i21 92.5 'ก'!B4"]).toContain(scoresRead(book).join(', '));
  });

  test('an item that the year does not have is named, not read', () => {
    const rows = [...titleOf(2568), [OIT], ['ข้อ', 'คะแนน'], ['o27', 100], ['o28', 0], ['o35', 100]];
    expectOnly(gridBook(gridSheet('ก', rows)), {
      ...ofTitle(2568),
      figures: down('ก', 'B', 5, ['o27', 'o28'], [100, 0]),
      issues: ["foreignItem 'ก'!A7"],
    });
  });
});

describe('codes that could be two items', () => {
  const book = (heading: string | null, codes: readonly GridValue[]) =>
    gridBook(
      gridSheet('ก', [
        ['คะแนนรายข้อ ITA ปีงบประมาณ พ.ศ. 2567'],
        [heading],
        ['ข้อ', 'คะแนน'],
        ...codes.map((code, index) => [code, 80.5 + index]),
      ]),
    );
  const figures = (...items: readonly string[]) =>
    down(
      'ก',
      'B',
      4,
      items,
      items.map((_, index) => 80.5 + index),
    );

  test.each<[string, string, readonly GridValue[], readonly string[]]>([
    ['ten to twelve', IIT, ['ข้อ ๑๐', 'ข้อ ๑๑', 'ข้อ ๑๒'], ['i10', 'i11', 'i12']],
    ['nine to twelve', IIT, ['9', '10', '11', '12'], ['i9', 'i10', 'i11', 'i12']],
    ['a one for the letter, one to four', IIT, ['1๑', '1๒', '1๓', '1๔'], ['i1', 'i2', 'i3', 'i4']],
    ['a one for the letter, thirteen to fifteen', IIT, ['ข้อ 1๑๓', 'ข้อ 1๑๔', 'ข้อ 1๑๕'], ['i13', 'i14', 'i15']],
    [
      'a one for the letter in Arabic digits, seven to ten',
      IIT,
      ['17', '18', '19', '110'],
      ['i7', 'i8', 'i9', 'i10'],
    ],
    ['a row of all numbers', IIT, upTo(15), ids('i', 15)],
    ['no number of EIT has two digits', EIT, ['1', '2', '3'], ['e1', 'e2', 'e3']],
  ])('%s: the instrument and the neighbours decide', (_, heading, codes, items) => {
    expectOnly(book(heading, codes), { year: 2567, figures: figures(...items) });
  });

  test.each<[string, readonly GridValue[]]>([
    ['bare numbers without an instrument', ['1', '2', '3']],
    ['«ข้อ ๑» without an instrument', ['ข้อ ๑', 'ข้อ ๒']],
  ])('%s: nothing is guessed', (_, codes) => {
    expect(scoresRead(book(null, codes))).toEqual([]);
  });
});
