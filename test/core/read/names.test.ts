import fc from 'fast-check';
import { candidatesOf, matchName } from '../../../src/core/read/names';
import { keyOfLabel } from '../../../src/core/read/labels';
import { editDistance } from '../../../src/core/text/distance';
import { ruleSets } from '../../../src/rules/rule-sets';
import { year } from '../../rules/year';

const rules = year(2567);
const candidates = candidatesOf(
  rules.indicators.map(({ id, name, nameEn, aliases }) => ({ id, names: [name, nameEn, ...aliases] })),
);
const idOf = (text: string): number | undefined => matchName(text, candidates)?.id;

test.each<[string, number]>([
  ['การปฏิบัติหน้าที่', 1],
  ['การปฏิบัติ หน้าที่ ', 1],
  ['การปฏิบัต\nหน้าที่', 1],
  ['การใช้งบประมาน', 2],
  ['การใช้อำนาด', 3],
  ['การใช้อํานาจ', 3],
  ['การใช้ทรัพย์สินของ...', 4],
  ['การใช้ทรัพย์สินของทางราชการ', 4],
  ['การแก้ไขปัญหาทุจริต', 5],
  ['คุณภาพการดำเนินงาน (EIT)', 6],
  ['คุณภาพการดำเนิ…', 6],
  ['ประสิทธิภาพของการสื่อสาร', 7],
  ['การปรับปรุงระบบการทำงาน', 8],
  ['การปรับปรุงการทำงาน', 8],
  ['การเปิดเผยข้อมูล', 9],
  ['การป้องกันการทุจริต', 10],
  ['Service Quality', 6],
  ['procedure improvment', 8],
  ['Anti-Corruption Practice', 10],
])('«%s» is indicator %d', (text, id) => {
  expect(idOf(text)).toBe(id);
});

test.each([
  'การ',
  'การใช้',
  'การใช้จ่ายงบประมาณ',
  'แผนการใช้จ่ายงบประมาณ',
  'การปฏิบัติงาน',
  'การเปิดเผยข้อมูลสาธารณะ',
  'คุณภาพการให้บริการ',
  'การปรับปรุง',
  'Service',
  '',
])('«%s» is no indicator', (text) => {
  expect(idOf(text)).toBeUndefined();
});

test('every official name of every year is its indicator in every other year, also with one letter left out', () => {
  for (const from of ruleSets.supportedYears)
    for (const to of ruleSets.supportedYears)
      for (const { id, name, aliases } of year(from).indicators)
        for (const printed of [name, ...aliases]) {
          expect([printed, keyOfLabel(printed, year(to))]).toEqual([printed, String(id)]);
          const slipped = printed.slice(0, 7) + printed.slice(8);
          expect([slipped, keyOfLabel(slipped, year(to))]).toEqual([slipped, String(id)]);
        }
});

test('the distance is that of single letters, and stops counting beyond its limit', () => {
  expect([
    editDistance('abc', 'abc', 3),
    editDistance('abc', 'axc', 3),
    editDistance('abc', 'bc', 3),
  ]).toEqual([0, 1, 1]);
  expect([editDistance('kitten', 'sitting', 3), editDistance('kitten', 'sitting', 2)]).toEqual([3, 3]);
  const word = fc.string({ unit: fc.constantFrom('ก', 'า', 'ร', 'น'), maxLength: 8 });
  fc.assert(
    fc.property(word, word, fc.nat(8), (a, b, limit) => {
      const exact = editDistance(a, b, 99);
      expect(editDistance(b, a, 99)).toBe(exact);
      expect(editDistance(a, b, limit)).toBe(exact <= limit ? exact : limit + 1);
    }),
  );
});
