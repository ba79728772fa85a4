import { analyze } from '../../../src/app/analyze';
import { cellName } from '../../../src/core/cell-address';
import { gridBook, gridSheet, type GridValue } from '../../support/grid-reading';
import { cell, down, OIT, printed, SCORES, TEN, tenRows, thai, upTo } from '../../support/officer-books';
import { type ExpectedReading, expectOnly, readingsOf } from '../../support/officer-readings';

// How scores are typed. Each workbook has the ten indicators of 2565 in B4:B13 beside their names.

const AGENCY = 'เทศบาลตำบลตัวอย่าง';
const bookOf = (typed: readonly GridValue[]) =>
  gridBook(
    gridSheet('คะแนน', [
      ['ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. 2565'],
      [AGENCY],
      ['ตัวชี้วัด', 'คะแนน'],
      ...TEN.map((name, index) => [name, typed[index] ?? null]),
    ]),
  );
const ten = (scores: readonly (number | null)[]): readonly string[] =>
  down('คะแนน', 'B', 4, upTo(10), scores);
const expectTen = (typed: readonly GridValue[], more: Partial<ExpectedReading> = {}) =>
  expectOnly(bookOf(typed), { agency: AGENCY, year: 2565, figures: ten(SCORES), ...more });

describe('ten scores that are all typed', () => {
  test.each<[string, (score: number) => GridValue]>([
    ['as numbers', (score) => score],
    ['as text', printed],
    ['in Thai digits', (score) => thai(printed(score))],
    [
      'in Thai digits before the point and Arabic ones after it',
      (score) => printed(score).replace(/^\d+/, thai),
    ],
    [
      'in Arabic digits before the point and Thai ones after it',
      (score) => printed(score).replace(/\d+$/, thai),
    ],
    ['with a decimal comma', (score) => printed(score).replace('.', ',')],
    ['in Thai digits with a decimal comma', (score) => thai(printed(score)).replace('.', ',')],
    ['with a percent sign', (score) => `${printed(score)}%`],
    ['with a percent sign after a blank', (score) => `${thai(printed(score))} %`],
    ['with the word for points', (score) => `${printed(score)} คะแนน`],
    ['with the word for points right behind', (score) => `${thai(printed(score))}คะแนน`],
    ['after «ร้อยละ»', (score) => `ร้อยละ ${thai(printed(score))}`],
    ['right after «ร้อยละ»', (score) => `ร้อยละ${printed(score)}`],
    ['between blanks', (score) => `   ${printed(score)}  `],
    ['between non-breaking blanks', (score) => `\u00a0${printed(score)}\u00a0`],
    ['with a zero-width blank in front', (score) => `\u200b${printed(score)}`],
    ['with a zero-width blank inside', (score) => printed(score).replace('.', '\u200b.')],
    ['with a byte order mark', (score) => `\ufeff${thai(printed(score))}`],
    ['with a line break behind', (score) => `${printed(score)}\n`],
    ['with four decimals', (score) => score.toFixed(4)],
    ['as formulas', (score) => cell(score, '0.00', 'AVERAGE(E4:G4)')],
    ['as formulas that give text', (score) => cell(thai(printed(score)), 'General', 'TEXT(E4,"0.00")')],
    ['as numbers shown in Thai digits', (score) => cell(score, '[$-D00041E]0.00')],
    ['as numbers shown in Thai digits by the old format', (score) => cell(score, 't0.00')],
    [
      'as numbers in an accounting format',
      (score) => cell(score, '_-* #,##0.00_-;-* #,##0.00_-;_-* "-"??_-;_-@_-'),
    ],
    ['as numbers with the word for points in their format', (score) => cell(score, '0.00" คะแนน"')],
    ['as numbers with a percent sign that is only text in their format', (score) => cell(score, '0.00"%"')],
    ['as text cells', (score) => cell(printed(score), '@')],
  ])('%s', (_, typed) => {
    expectTen(SCORES.map(typed));
  });

  test('as fractions shown as percents: their value is on the scale, and how they are multiplied is known', () => {
    const reading = readingsOf(bookOf(SCORES.map((score) => cell(score / 100, '0.00%'))))[0];
    expect(reading?.figures.map(({ value }) => Number(value?.toFixed(9)))).toEqual([...SCORES]);
    expect(new Set(reading?.figures.map(({ factor }) => factor))).toEqual(new Set([100]));
    expect(reading?.issues).toEqual([]);
  });

  test('as bare fractions: said, as no agency has less than one point everywhere', () => {
    const reading = readingsOf(bookOf(SCORES.map((score) => score / 100)))[0];
    expect(reading?.figures.map(({ value }) => Number(value?.toFixed(9)))).toEqual([...SCORES]);
    expect(new Set(reading?.issues.map(({ code }) => code))).toEqual(new Set(['fractions']));
  });

  test('each in its own way', () => {
    const typed = [
      ...['๙๔.๕๖', '88,13', 'ร้อยละ 90.81', '๘๘.๐9', '90.53 คะแนน', '\u00a096.03'],
      ...[cell(0.962, '0.00%'), cell(94.74, '0.00', 'D11'), '99.25%', 97.5],
    ];
    expectTen(typed);
  });
});

const unscored = (row: number, status: string) => `${row - 3} ${status} 'คะแนน'!B${row}`;
const without = (...rows: readonly number[]) =>
  ten(SCORES.map((score, index) => (rows.includes(index + 4) ? null : score)));
const withTyped = (row: number, typed: GridValue) =>
  SCORES.map((score, index) => (index + 4 === row ? typed : score));

describe('what is no score is never zero', () => {
  test.each<[string, GridValue]>([
    ['nothing', null],
    ['an empty text', ''],
    ['blanks', '  '],
    ['a formula that gives an empty text', cell('', 'General', 'IF(E5="","",E5)')],
    ['a dash', '-'],
    ['a long dash', '–'],
  ])('%s is a score that is missing', (_, typed) => {
    expectTen(withTyped(5, typed), { figures: without(5), unscored: [unscored(5, 'missing')] });
  });

  test.each(['N/A', 'n/a', 'ไม่ประเมิน', 'ไม่ได้ประเมิน', ' ไม่ประเมิน '])(
    '«%s» is a score that was not assessed',
    (typed) => {
      expectTen(withTyped(6, typed), { figures: without(6), unscored: [unscored(6, 'notAssessed')] });
    },
  );

  test('«ไม่มี» is no score, and nothing that is wrong', () => {
    const reading = readingsOf(bookOf(withTyped(6, 'ไม่มี')))[0];
    const figure = reading?.figures.find(
      ({ subject }) => subject.kind === 'indicator' && subject.indicator === 3,
    );
    expect(['missing', 'notAssessed']).toContain(figure?.status);
    expect(reading?.issues).toEqual([]);
  });

  test.each<[string, GridValue, string]>([
    ['an error of a formula', cell({ error: '#DIV/0!' }, '0.00', 'E7/F7'), 'errorInCell'],
    ['a lost reference', cell({ error: '#REF!' }, 'General', 'Sheet9!#REF!'), 'errorInCell'],
    [
      'the error #N/A, which is not the words «N/A»',
      cell({ error: '#N/A' }, 'General', 'VLOOKUP(A7,E:F,2,0)'),
      'errorInCell',
    ],
    ['words', 'รอประกาศผล', 'unreadableScore'],
    ['a grade', 'AA', 'unreadableScore'],
    ['a number with thousands', '1,234', 'unreadableScore'],
    ['two numbers', '94.56/88.13', 'unreadableScore'],
    ['a range', '85 - 94', 'unreadableScore'],
    ['a number above the scale', 945.6, 'outOfRange'],
    ['a number above the scale in Thai digits', '๑๒๐', 'outOfRange'],
    ['a number below the scale', -5, 'outOfRange'],
    ['a percent above the scale', cell(94.56, '0.00%'), 'outOfRange'],
  ])('%s is unreadable, and its cell is named', (_, typed, code) => {
    expectTen(withTyped(7, typed), {
      figures: without(7),
      unscored: [unscored(7, 'unreadable')],
      issues: [`${code} 'คะแนน'!B7`],
    });
  });

  test('all three kinds in one table', () => {
    expectOnly(bookOf([null, 'ไม่ประเมิน', cell({ error: '#VALUE!' }), ...SCORES.slice(3)]), {
      agency: AGENCY,
      year: 2565,
      figures: without(4, 5, 6),
      unscored: [unscored(4, 'missing'), unscored(5, 'notAssessed'), unscored(6, 'unreadable')],
      issues: ["errorInCell 'คะแนน'!B6"],
    });
  });
});

test.each<[string, GridValue, number]>([
  ['9.5 that became 9 May', cell(45055, 'd-mmm'), 9.5],
  ['10.12 that became 10 December, in the Thai calendar', cell(45270, '[$-107041E]d mmm yy'), 10.12],
])('%s is said; the serial number of the day is never the score', (_, typed, meant) => {
  const reading = readingsOf(bookOf(withTyped(8, typed)))[0];
  expect(reading?.issues.map(({ code, cell: at }) => `${code} ${cellName(at)}`)).toEqual([
    "scoreIsDate 'คะแนน'!B8",
  ]);
  const figure = reading?.figures.find(
    ({ subject }) => subject.kind === 'indicator' && subject.indicator === 5,
  );
  expect([null, meant]).toContain(figure?.value ?? null);
  expect(reading?.figures.filter(({ status }) => status === 'scored').length).toBeGreaterThanOrEqual(9);
});

test('an item of OIT that is neither 0 nor 100 is read as it stands, and is a finding with its cell', () => {
  const book = gridBook(
    gridSheet('OIT', [
      ['คะแนนรายข้อ ITA ปีงบประมาณ 2567'],
      [AGENCY],
      [OIT],
      ['ข้อ', 'คะแนน'],
      ...[100, 50, 0, 100].map((score, index) => [`o${index + 1}`, score]),
    ]),
  );
  expectOnly(book, {
    agency: AGENCY,
    year: 2567,
    figures: down('OIT', 'B', 5, ['o1', 'o2', 'o3', 'o4'], [100, 50, 0, 100]),
  });
  const analysis = analyze(book);
  const findings = analysis.ok ? analysis.value.assessments[0].findings : [];
  expect(
    findings.filter(({ code }) => code === 'scoreNotAllowed').map(({ cells }) => cells.map(cellName)),
  ).toEqual([["'OIT'!B6"]]);
});

test.each<[string, number]>([
  ['94.82 (ระดับ A)', 94.82],
  ['๙๔.๘๒ คะแนน (ระดับ A)', 94.82],
  ['94.82 คะแนน ระดับ A', 94.82],
])('a total with its grade in one cell, «%s»', (typed, total) => {
  const book = gridBook(
    gridSheet('คะแนน', [
      ['ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. 2565'],
      [AGENCY],
      ['ตัวชี้วัด', 'คะแนน'],
      ...tenRows(),
      ['คะแนนรวม', typed],
    ]),
  );
  expectOnly(book, {
    agency: AGENCY,
    year: 2565,
    grade: 'A',
    figures: [...ten(SCORES), `total ${total} 'คะแนน'!B14`],
  });
});
