import { adviceBySubject, readAdvice } from '../../../src/core/measures/advice';
import type { KeyedRow } from '../../../src/core/measures/keyed-table';
import { ruleSets } from '../../../src/rules/rule-sets';
import { analysed } from '../../support/documents';
import { indicatorSheet } from '../../support/typed-workbooks';
import { snapshotOf, workbookOf } from '../../support/workbook-of';

const rules = ruleSets.forYear(2565);
if (rules === undefined) throw new Error('No rules');

const rowOf = (code: string, advice: string, row = 5): KeyedRow => ({
  key: null,
  row,
  texts: new Map([
    ['code', code],
    ['advice', advice],
  ]),
});

const subjectsIn = (code: string, advice: string): readonly (string | number)[] =>
  readAdvice([rowOf(code, advice)], rules).matched.map(({ subject }) =>
    subject.kind === 'indicator' ? subject.indicator : subject.id,
  );

const TEXT = 'หน่วยงานควรระบุขั้นตอนการขอยืมทรัพย์สินไว้ในคู่มือ';

describe('what a recommendation is about', () => {
  test.each([
    ['I20', 'i20'],
    ['i๒๐', 'i20'],
    ['ข้อ E 12', 'e12'],
    ['ข้อคำถามที่ e-14', 'e14'],
    ['(o43)', 'o43'],
    ['๐43', 'o43'],
    ['120', 'i20'],
    ['ตัวชี้วัดที่ 4', 4],
    ['ตัวชี้วัดที่ ๔ การใช้ทรัพย์สินของราชการ', 4],
    ['การใช้ทรัพย์สินของราชการ', 4],
    ['ความสะดวกในการขออนุญาตยืมทรัพย์สินของราชการ', 'i20'],
  ])('a code or name in a cell of its own: %s', (code, subject) => {
    expect(subjectsIn(code, TEXT)).toEqual([subject]);
  });

  test.each([
    [`I20 ${TEXT}`, 'i20'],
    [`• ข้อ i๒๐: ${TEXT}`, 'i20'],
    [`E14${TEXT}`, 'e14'],
    [`120 ${TEXT}`, 'i20'],
    [`๐๔๓ ${TEXT}`, 'o43'],
    [`- ตัวชี้วัดที่ 8 ${TEXT}`, 8],
  ])('a code before the text, in either column: %s', (text, subject) => {
    expect(subjectsIn('', text)).toEqual([subject]);
    expect(subjectsIn(text, '')).toEqual([subject]);
    expect(readAdvice([rowOf('', text)], rules).matched[0]?.text).toBe(TEXT);
  });

  test.each([
    TEXT,
    'i99 ไม่มีข้อนี้ในปี 2565',
    'I20 - I24 ควรปรับปรุงทั้งหมด',
    'E14 และ E15 ควรปรับปรุง',
    '12 หน่วยงานควรปรับปรุง',
    'ตัวชี้วัดที่ 11 ไม่มี',
    'e-Service ควรพัฒนา',
  ])('is not guessed: %s', (text) => {
    const { matched, unmatched } = readAdvice([rowOf('', text)], rules);
    expect(matched).toEqual([]);
    expect(unmatched).toHaveLength(1);
  });

  test('a list that was pasted into one cell is several, and lines without a code go on', () => {
    const { matched, unmatched } = readAdvice(
      [rowOf('', `I20 ${TEXT}\nพร้อมประชาสัมพันธ์\r\nI23 ควรเผยแพร่คู่มือ`)],
      rules,
    );
    expect(matched.map(({ text }) => text)).toEqual([`${TEXT}\nพร้อมประชาสัมพันธ์`, 'ควรเผยแพร่คู่มือ']);
    expect(unmatched).toEqual([]);
  });

  test('blank rows are nothing, and a code without a text is no recommendation', () => {
    expect(readAdvice([rowOf('', ''), rowOf('I20', '')], rules)).toEqual({ matched: [], unmatched: [] });
  });
});

test('advice on an item comes under its own point, else under the first of its indicator, else it is left over', () => {
  const book = workbookOf({
    คะแนน: indicatorSheet('เทศบาลตัวอย่าง', 2565, [80, 80, 99, 80, 99, 99, 99, 99, 99, 99]),
  });
  const assessment = analysed(snapshotOf(book)).assessments[0];
  const points = [
    { subject: { kind: 'indicator', indicator: 4 } },
    { subject: { kind: 'item', id: 'i23' } },
    { subject: { kind: 'issue', id: '1' } },
  ] as const;
  const { matched } = readAdvice(
    ['I20 ก', 'I23 ข', 'E12 ค', 'ตัวชี้วัดที่ 4 ง'].map((text, index) => rowOf('', text, index)),
    rules,
  );
  const { of, rest } = adviceBySubject(points, matched, assessment);
  expect(points.map((point) => of.get(point)?.map(({ text }) => text))).toEqual([['ก', 'ง'], ['ข'], []]);
  expect(rest.map(({ text }) => text)).toEqual(['ค']);
});
