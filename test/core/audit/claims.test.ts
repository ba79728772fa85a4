import fc from 'fast-check';
import { auditClaims, type KnownScores } from '../../../src/core/audit/audit-claims';
import { claimsIn, type Claim } from '../../../src/core/audit/claims';
import { a1 } from '../../../src/core/cell-address';
import type { RuleSet } from '../../../src/core/rule-set';
import { ruleSets } from '../../../src/rules/rule-sets';
import { gridSheet, type GridValue } from '../../support/grid-reading';
import { TEN } from '../../support/officer-books';

const rules = (year = 2565): RuleSet => {
  const found = ruleSets.forYear(year);
  if (found === undefined) throw new Error(String(year));
  return found;
};

const claims = (...rows: readonly (readonly GridValue[])[]): readonly Claim[] =>
  claimsIn([gridSheet('ก', rows)], rules());

const short = (claim: Claim): string => {
  const place = a1(claim.cell);
  switch (claim.kind) {
    case 'total':
      return `${place} total ${claim.value}`;
    case 'score':
    case 'highest':
    case 'lowest':
      return `${place} ${claim.kind} ${claim.indicator} ${claim.value ?? '?'}`;
    case 'above':
      return `${place} above ${claim.limit}: ${claim.listed.map(({ indicator }) => indicator).join(' ')}`;
    case 'count':
      return `${place} count ${claim.count}: ${claim.listed.join(' ')}`;
  }
};

test.each<[string, readonly string[]]>([
  ['ผลการประเมิน ITA ของหน่วยงาน มีค่าคะแนนเท่ากับ 92.01 คะแนน อยู่ในระดับ A', ['A1 total 92.01']],
  ['ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. ๒๕๖๕ ได้คะแนนรวมเท่ากับ ๙๕.๘๒', ['A1 total 95.82']],
  ['ผลการประเมิน ITA ได้คะแนนรวมร้อยละ 95.82', ['A1 total 95.82']],
  ['ตัวชี้วัดการปฏิบัติหน้าที่ ได้คะแนนเท่ากับ 84.97 ซึ่งเป็นคะแนนที่สูงที่สุด', ['A1 highest 1 84.97']],
  ['ตัวชี้วัดการใช้อำนาจ ได้คะแนน ๗๐.๑๐ ซึ่งเป็นคะแนนที่ต่ำที่สุด', ['A1 lowest 3 70.1']],
  ['รองลงมาคือ ตัวชี้วัดการใช้งบประมาณ ได้คะแนนเท่ากับ 79.41', ['A1 score 2 79.41']],
  ['ตัวชี้วัดที่ 9 การเปิดเผยข้อมูล ได้คะแนน 99.25', ['A1 score 9 99.25']],
  ['ตัวชี้วัดที่ได้คะแนนสูงสุด คือ ตัวชี้วัดที่ ๙ การเปิดเผยข้อมูล (99.25 คะแนน)', ['A1 highest 9 99.25']],
  ['ตัวชี้วัดที่ได้คะแนนน้อยที่สุด คือ การใช้ทรัพย์สินของทางราชการ', ['A1 lowest 4 ?']],
  ['จำนวน 2 ตัวชี้วัด ได้แก่ การใช้งบประมาณ, การใช้อำนาจ', ['A1 count 2: 2 3']],
  ['จำนวน 3 ตัวชี้วัด ได้แก่ การใช้งบประมาณ และ การใช้อำนาจ', ['A1 count 3: 2 3']],
  ['ทุกตัวชี้วัดได้คะแนนมากกว่า 90', ['A1 above 90: 1 2 3 4 5 6 7 8 9 10']],
])('«%s» is read', (text, expected) => {
  expect(claims([text]).map(short)).toEqual(expected);
});

test.each([
  'ปีงบประมาณ พ.ศ. 2564 ผลการประเมิน ITA ได้คะแนนรวม 90.12',
  'ผลการประเมิน ITA ต้องได้คะแนนรวมไม่น้อยกว่า 85 คะแนน',
  'เป้าหมาย: ผลการประเมิน ITA ได้คะแนนรวม 90',
  'คะแนนเต็มของผลการประเมิน ITA มีคะแนนรวม 100',
  'ผลการประเมิน ITA ระดับประเทศ ได้คะแนนรวม 90.19',
  'ตัวชี้วัดความพึงพอใจ ได้คะแนน 88.50',
  'ตัวชี้วัดที่ได้คะแนนสูงสุด คือ ความพึงพอใจของประชาชน',
  'จำนวน 2 ตัวชี้วัด ได้แก่ ความพึงพอใจ, การใช้อำนาจ',
  'คะแนน',
])('«%s» claims nothing of this year’s scores', (text) => {
  expect(claims([text])).toEqual([]);
});

test('a list under its heading is read row by row, and ends with what is no indicator', () => {
  const rows = [
    ['3.1 จุดแข็ง (ตัวชี้วัดที่ได้คะแนนมากกว่า 90) มีดังนี้'],
    ['ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่'],
    ['ตัวชี้วัดที่ ๒ การใช้งบประมาณ'],
    ['3.2 จุดอ่อน'],
    ['ตัวชี้วัดที่ 9 การเปิดเผยข้อมูล'],
  ];
  expect(claims(...rows).map(short)).toEqual(['A1 above 90: 1 2']);
});

test.each<[string, readonly (readonly string[])[], readonly string[]]>([
  [
    'with text between them',
    [
      ['มีจำนวน 2 ตัวชี้วัด ดังนี้'],
      ['ตัวชี้วัดที่ 2 การใช้งบประมาณ คะแนนเฉลี่ยร้อยละ 88.13'],
      ['เป็นตัวชี้วัดที่ประเมินการรับรู้'],
      ['ตัวชี้วัดที่ 4 การใช้ทรัพย์สินของราชการ คะแนนเฉลี่ยร้อยละ 88.09'],
      ['เป็นตัวชี้วัดที่ประเมินการรับรู้'],
      ['มาตรการ', 'วิธีการดำเนินการ'],
      ['มีจำนวน 1 ตัวชี้วัด ดังนี้'],
      ['ตัวชี้วัดที่ 6 คุณภาพการดำเนินงาน'],
    ],
    ['A1 count 2: 2 4', 'A7 count 1: 6'],
  ],
  [
    'fewer than it says, before the next count',
    [
      ['มีจำนวน 3 ตัวชี้วัด ดังนี้'],
      ['ตัวชี้วัดที่ 2 การใช้งบประมาณ'],
      ['ข้อความ'],
      ['มีจำนวน 1 ตัวชี้วัด ดังนี้'],
      ['ตัวชี้วัดที่ 6 คุณภาพการดำเนินงาน'],
    ],
    ['A1 count 3: 2', 'A4 count 1: 6'],
  ],
])('a count is of the headings below it: %s', (_, rows, expected) => {
  const found = claims(...rows).filter(({ kind }) => kind === 'count');
  expect(found.map(short)).toEqual(expected);
});

const known = (scores: readonly (number | null)[], total: number | null): KnownScores => ({
  total,
  indicators: scores.map((score, index) => ({ id: index + 1, score })),
});

const NOTHING: KnownScores = { total: null, indicators: [] };
const SCORES = [94.56, 88.13, 90.81, 88.09, 90.53, 96.03, 96.2, 94.74, 99.25, 97.5];

const codes = (rows: readonly (readonly GridValue[])[], scores: KnownScores): readonly string[] =>
  auditClaims(claims(...rows), scores, rules()).map(
    ({ code, cells }) => `${code} ${cells.map(a1).join(' ')}`,
  );

test.each<[string, string, KnownScores, readonly string[]]>([
  ['a total that is the table’s', 'ผลการประเมิน ITA ได้คะแนนรวม 95.82', known(SCORES, 95.8242), []],
  ['a total that was cut off', 'ผลการประเมิน ITA ได้คะแนนรวม 95.82', known(SCORES, 95.8299), []],
  ['another total', 'ผลการประเมิน ITA ได้คะแนนรวม 95.84', known(SCORES, 95.8242), ['claimDiffers A1']],
  ['another score', 'ตัวชี้วัดการใช้อำนาจ ได้คะแนน 91.81', known(SCORES, null), ['claimDiffers A1']],
  ['the right highest', 'ตัวชี้วัดที่ได้คะแนนสูงสุด คือ การเปิดเผยข้อมูล (99.25 คะแนน)', known(SCORES, 95.82), []],
  ['the wrong highest', 'ตัวชี้วัดที่ได้คะแนนสูงสุด คือ การป้องกันการทุจริต', known(SCORES, 95.82), ['claimNotExtreme A1']],
  ['the wrong lowest', 'ตัวชี้วัดที่ได้คะแนนต่ำสุด คือ การใช้อำนาจ', known(SCORES, 95.82), ['claimNotExtreme A1']],
  ['one of two lowest', 'ตัวชี้วัดที่ได้คะแนนต่ำสุด คือ การใช้อำนาจ', known([90, 90, 90, 95], null), []],
  ['all above', 'ทุกตัวชี้วัดได้คะแนนมากกว่า 85', known(SCORES, 95.82), []],
  ['not all above', 'ทุกตัวชี้วัดได้คะแนนมากกว่า 90', known(SCORES, 95.82), ['claimNotAbove A1']],
  ['the right number', 'จำนวน 2 ตัวชี้วัด ได้แก่ การใช้งบประมาณ, การใช้อำนาจ', NOTHING, []],
  ['the wrong number', 'จำนวน 4 ตัวชี้วัด ได้แก่ การใช้งบประมาณ, การใช้อำนาจ', NOTHING, ['claimCount A1']],
])('%s', (_, text, scores, expected) => {
  expect(codes([[text]], scores)).toEqual(expected);
});

test('without scores claims are held against one another', () => {
  const rows = [
    ['ผลการประเมิน ITA ของหน่วยงาน มีค่าคะแนนเท่ากับ 92.01 คะแนน'],
    ['ตัวชี้วัดการปฏิบัติหน้าที่ ได้คะแนนเท่ากับ 84.97 ซึ่งเป็นคะแนนที่สูงที่สุด รองลงมาคือ ตัวชี้วัดการใช้งบประมาณ ได้คะแนนเท่ากับ 79.41'],
    ['ตัวชี้วัดที่ได้คะแนนมากกว่า 90 มีดังนี้'],
    ...TEN.map((name, index) => [`ตัวชี้วัดที่ ${index + 1} ${name}`]),
  ];
  expect(codes(rows, NOTHING)).toEqual(['claimBeyondTotal A2 A1', 'claimNotAbove A3 A4 A5']);
});

test('random texts never throw, and no claim gives a number that its cell does not hold', () => {
  const pieces = [
    'ตัวชี้วัด',
    'ที่',
    'ได้คะแนน',
    'คะแนนรวม',
    'ITA',
    'สูงสุด',
    'คือ',
    'มากกว่า',
    'จำนวน',
    'ได้แก่',
    '๙๐',
    '95.5',
    ' ',
    ',',
    ...TEN,
  ];
  const text = fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 4 })), { maxLength: 14 });
  fc.assert(
    fc.property(fc.array(text, { maxLength: 4 }), (rows) => {
      const sheet = rows.map((row) => [row.join('')]);
      for (const claim of claims(...sheet)) {
        const printed = (sheet[claim.cell.row]?.[0] ?? '').replace(/[๐-๙]/g, (digit) =>
          String(digit.charCodeAt(0) - 0x0e50),
        );
        const value =
          claim.kind === 'above' ? claim.limit : claim.kind === 'count' ? claim.count : claim.value;
        if (value !== null) expect((printed.match(/\d+(\.\d+)?/g) ?? []).map(Number)).toContain(value);
      }
    }),
    { numRuns: 2000 },
  );
});
