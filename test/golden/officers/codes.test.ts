import { gridBook, gridSheet, merged, type GridValue } from '../../support/grid-reading';
import {
  down,
  EIT,
  expectOnly,
  ids,
  IIT,
  OIT,
  readingsOf,
  scoresRead,
  thai,
  upTo,
} from '../../support/officer-books';

// How the codes of items are typed. Scores are told apart by their decimals, so that no code can take another's.

const HEADING = { IIT, EIT, OIT };
const LETTER = { IIT: 'i', EIT: 'e', OIT: 'o' } as const;
const scoreOf = (instrument: keyof typeof HEADING, number: number): number =>
  instrument === 'OIT' ? (number % 7 === 3 ? 0 : 100) : 60 + number;

/** A table of one instrument's items under its heading. */
const bookOf = (
  instrument: keyof typeof HEADING,
  year: number,
  codes: readonly GridValue[],
  numbers: readonly number[],
) =>
  gridBook(
    gridSheet('รายข้อ', [
      [`คะแนนรายข้อ ITA ปีงบประมาณ พ.ศ. ${year}`],
      ['เทศบาลตำบลตัวอย่าง'],
      [HEADING[instrument]],
      ['ข้อ', 'คะแนน'],
      ...numbers.map((number, index) => [codes[index] ?? null, scoreOf(instrument, number)]),
    ]),
  );

const expectItems = (
  instrument: keyof typeof HEADING,
  year: number,
  codes: readonly GridValue[],
  numbers: readonly number[] = upTo(codes.length),
) =>
  expectOnly(bookOf(instrument, year, codes, numbers), {
    agency: 'เทศบาลตำบลตัวอย่าง',
    year,
    figures: down(
      'รายข้อ',
      'B',
      5,
      numbers.map((number) => `${LETTER[instrument]}${number}`),
      numbers.map((number) => scoreOf(instrument, number)),
    ),
  });

type Spelling = readonly [example: string, spell: (number: number) => GridValue];

const FIFTEEN: readonly Spelling[] = [
  ['i1', (n) => `i${n}`],
  ['I1', (n) => `I${n}`],
  ['l1 (the letter L)', (n) => `l${n}`],
  ['ข้อ l1', (n) => `ข้อ l${n}`],
  ['๑1', (n) => `๑${n}`],
  ['1๑', (n) => `1${thai(n)}`],
  ['ข้อ 1๑', (n) => `ข้อ 1${thai(n)}`],
  ['11, 12 … 110: a one for the letter', (n) => `1${n}`],
  ['๑๑, ๑๒ … ๑๑๐: a one for the letter', (n) => thai(`1${n}`)],
  ['11, 12 … 110 as numbers', (n) => Number(`1${n}`)],
  ['i๑', (n) => `i${thai(n)}`],
  ['ข้อ i๑', (n) => `ข้อ i${thai(n)}`],
  ['ข้อi๑', (n) => `ข้อi${thai(n)}`],
  ['ข้อ 1', (n) => `ข้อ ${n}`],
  ['ข้อ ๑', (n) => `ข้อ ${thai(n)}`],
  ['ข้อที่ ๑', (n) => `ข้อที่ ${thai(n)}`],
  ['1', (n) => n],
  ['๑.', (n) => `${thai(n)}.`],
  ['ไอ1', (n) => `ไอ${n}`],
  ['ไอ ๑', (n) => `ไอ ${thai(n)}`],
  ['I01', (n) => `I${String(n).padStart(2, '0')}`],
  ['I 1', (n) => `I ${n}`],
  ['i-1', (n) => `i-${n}`],
  ['i.1', (n) => `i.${n}`],
  ['i1.', (n) => `i${n}.`],
  ['(i1)', (n) => `(i${n})`],
  ['i1 with a non-breaking blank', (n) => `\u00a0i\u00a0${n}`],
  ['i\u200b1 with a zero-width blank', (n) => `i\u200b${n}`],
];

describe('items of IIT', () => {
  test.each(FIFTEEN)('all fifteen of 2567 as «%s»', (_, spell) => {
    expectItems('IIT', 2567, upTo(15).map(spell));
  });

  test.each(FIFTEEN)('all thirty of 2565 as «%s»', (_, spell) => {
    expectItems('IIT', 2565, upTo(30).map(spell));
  });

  test('120, 123 and 124 in a list of advice are i20, i23 and i24, for there is no item 120', () => {
    expectItems('IIT', 2565, ['120', '123', '124'], [20, 23, 24]);
    expectItems('IIT', 2565, [120, 123, 124], [20, 23, 24]);
    expectItems('IIT', 2565, ['I20', 'I23', 'I24'], [20, 23, 24]);
  });

  test('a mixed list, as people type on', () => {
    expectItems('IIT', 2567, [
      'i1',
      'I2',
      'l3',
      '1๔',
      'ข้อ i๕',
      'ข้อ 6',
      'ไอ7',
      '๘',
      'i 9',
      '๑๐',
      'l11',
      'ข้อ ๑๒',
    ]);
  });
});

describe('items of EIT', () => {
  const spellings: readonly Spelling[] = [
    ['e7', (n) => `e${n}`],
    ['E7', (n) => `E${n}`],
    ['อี7', (n) => `อี${n}`],
    ['อี ๗', (n) => `อี ${thai(n)}`],
    ['ข้อ e๗', (n) => `ข้อ e${thai(n)}`],
    ['ข้อ 7', (n) => `ข้อ ${n}`],
    ['๗', (n) => thai(n)],
    ['7', (n) => n],
    ['E-7', (n) => `E-${n}`],
    ['E07', (n) => `E0${n}`],
    ['E7 with words', (n) => `E${n} หน่วยงานควรนำเสนอผลงาน`],
  ];
  test.each(spellings)('all nine of 2567 as «%s»', (_, spell) => {
    expectItems('EIT', 2567, upTo(9).map(spell));
  });
});

describe('items of OIT', () => {
  const spellings: readonly Spelling[] = [
    ['o9', (n) => `o${n}`],
    ['O9', (n) => `O${n}`],
    ['O9.', (n) => `O${n}.`],
    ['O09', (n) => `O${String(n).padStart(2, '0')}`],
    ['0 9', (n) => `0 ${n}`],
    ['09, 012: a zero for the letter', (n) => `0${n}`],
    ['๐๙', (n) => thai(`0${n}`)],
    ['๐9', (n) => `๐${n}`],
    ['0๙', (n) => `0${thai(n)}`],
    ['ข้อ ๐๙', (n) => `ข้อ ${thai(`0${n}`)}`],
    ['ข้อ๐๙', (n) => `ข้อ${thai(`0${n}`)}`],
    ['ข้อ ๐9', (n) => `ข้อ ๐${n}`],
    ['o๙', (n) => `o${thai(n)}`],
    ['ข้อ o๙', (n) => `ข้อ o${thai(n)}`],
    ['โอ 9', (n) => `โอ ${n}`],
    ['ข้อ 9', (n) => `ข้อ ${n}`],
    ['9', (n) => n],
    ['๙', (n) => thai(n)],
    ['O 9', (n) => `O ${n}`],
    ['O42 - name', (n) => `O${n} - มาตรการส่งเสริมคุณธรรม`],
    ['o6_name', (n) => `o${n}_แผนดำเนินงาน`],
    ['o_06_name', (n) => `o_${String(n).padStart(2, '0')}_แผนดำเนินงาน`],
    ['(O9)', (n) => `(O${n})`],
    ['ita2567-o24-01', (n) => `ita2567-o${n}-01`],
    ['manual-o20-03', (n) => `manual-o${n}-03`],
  ];
  test.each(spellings)('all thirty-five of 2567 as «%s»', (_, spell) => {
    expectItems('OIT', 2567, upTo(35).map(spell));
  });

  test('all forty-three of 2565 with an Arabic one behind a Thai zero, ๐1๘ and its like', () => {
    expectItems(
      'OIT',
      2565,
      upTo(43).map((n) => `ข้อ ๐${String(n).slice(0, -1)}${thai(String(n).slice(-1))}`),
    );
  });

  test.each<[string, readonly string[], readonly number[]]>([
    [
      'names of files',
      [
        'o1_โครงสร้าง',
        'o_16_สรุป',
        'ข้อ_020_รูปเล่มประชาสัมพันธ์',
        'ita2569-o24-01',
        'manual-o22-03',
        'o15…(2.2.1)',
        'o19_v3',
      ],
      [1, 16, 20, 24, 22, 15, 19],
    ],
    ['folders', ['01', '02', '010', '011', '026'], [1, 2, 10, 11, 26]],
    [
      'letters of both kinds',
      ['O1', 'o2', '๐๓', '04', '0 5', 'ข้อ ๐๖', 'O07', '๐8.'],
      [1, 2, 3, 4, 5, 6, 7, 8],
    ],
  ])('%s', (_, codes, numbers) => {
    expectItems('OIT', 2569, codes, numbers);
  });
});

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
    expectOnly(bookOf('OIT', 2568, ['o27', 'o28', 'o35'], [27, 28, 35]), {
      year: 2568,
      figures: down('รายข้อ', 'B', 5, ['o27', 'o28'], [scoreOf('OIT', 27), scoreOf('OIT', 28)]),
      issues: ["foreignItem 'รายข้อ'!A7"],
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
