import { gridBook, gridSheet, type GridValue } from '../../support/grid-reading';
import { down, EIT, IIT, OIT, thai, upTo } from '../../support/officer-books';
import { expectOnly } from '../../support/officer-readings';

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
