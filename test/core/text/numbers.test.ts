import fc from 'fast-check';
import { formatDecimal, mean, readNumberText, roundHalfUp } from '../../../src/core/text/numbers';
import { withArabicDigits, withPlainSpaces } from '../../../src/core/text/thai-digits';

test.each([
  [1.005, 1.01],
  [2.675, 2.68],
  [94.995, 95],
  [89.995, 90],
  [89.9949999, 89.99],
  [0.285, 0.29],
  [-1.005, -1.01],
  [1e-9, 0],
  [99.999, 100],
  [100, 100],
  [95.65666666666667, 95.66],
])('%d rounds half up to %d', (value, rounded) => {
  expect(roundHalfUp(value, 2)).toBe(rounded);
});

test('rounding is never further than half of the last digit, and done twice it changes nothing', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 100, noNaN: true }), (value) => {
      const rounded = roundHalfUp(value, 2);
      expect(Math.abs(rounded - value)).toBeLessThanOrEqual(0.005 + 1e-9);
      expect(roundHalfUp(rounded, 2)).toBe(rounded);
      expect(formatDecimal(value)).toMatch(/^\d{1,3}\.\d\d$/);
    }),
  );
});

test('what is no number stays what it is', () => {
  expect(roundHalfUp(Number.NaN, 2)).toBeNaN();
  expect(roundHalfUp(Infinity, 2)).toBe(Infinity);
});

test.each<[string, number]>([
  ['99.78', 99.78],
  [' 99.78 ', 99.78],
  ['๙๙.๗๘', 99.78],
  ['๙9.๗8', 99.78],
  ['99,78', 99.78],
  ['94.56%', 94.56],
  ['94.56 %', 94.56],
  ['94.56 คะแนน', 94.56],
  ['ร้อยละ ๙๔.๕๖', 94.56],
  ['94 .56', 94.56],
  ['94. 56', 94.56],
  ['คะแนน 94.56', 94.56],
  ['\u00a0100.00\u200b', 100],
  ['0', 0],
  ['-5', -5],
  ['120', 120],
])('«%s» is the number %d', (text, value) => {
  expect(readNumberText(text)).toEqual({ kind: 'number', value });
});

test.each(['', ' ', '-', '–', '—', '...', '…', '\u200b', 'ไม่มีข้อมูล', 'ไม่มีคะแนน'])('«%s» is blank', (text) => {
  expect(readNumberText(text)).toEqual({ kind: 'blank' });
});

test.each(['N/A', 'n/a', 'NA', 'ไม่ประเมิน', 'ไม่ได้ประเมิน', 'ไม่มี', 'ยกเว้น'])('«%s» is not assessed', (text) => {
  expect(readNumberText(text)).toEqual({ kind: 'notAssessed' });
});

test.each(['AA', '9.5.1', '1,234', '99.78 จาก 100', 'เก้าสิบ', '๙๙.๗๘ (ผ่าน)', '12345', '1e2', '0x10'])(
  '«%s» is unreadable, never a number',
  (text) => {
    expect(readNumberText(text)).toEqual({ kind: 'unreadable' });
  },
);

test('Thai digits read as Arabic ones, whatever is around them', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10_000 }), (hundredths) => {
      const arabic = (hundredths / 100).toFixed(2);
      const thai = arabic.replace(/\d/g, (digit) => String.fromCharCode(0xe50 + Number(digit)));
      expect(withArabicDigits(`ก ${thai} ข`)).toBe(`ก ${arabic} ข`);
      expect(readNumberText(` ${thai} `)).toEqual({ kind: 'number', value: Number(arabic) });
    }),
  );
});

test('invisible marks go, and every kind of blank is one space', () => {
  expect(withPlainSpaces(' ก\u200b\u00a0\n ข\ufeff ')).toBe('ก ข');
});

test('the mean of nothing is nothing', () => {
  expect([mean([]), mean([97, 98, 97.5])]).toEqual([null, 97.5]);
});
