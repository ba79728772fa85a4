import fc from 'fast-check';
import { plainDecimal, wholeNumber } from '../../src/xlsx/read/read-number';

const decimal = (text: string): number | undefined => plainDecimal(text, 0, text.length);
const whole = (text: string): number | undefined => wholeNumber(text, 0, text.length);

test('plain decimals are read to the last bit', () => {
  const digits = (maxLength: number) =>
    fc.string({ unit: fc.integer({ min: 0, max: 9 }).map(String), maxLength });
  fc.assert(
    fc.property(digits(9), fc.constantFrom('', '.'), digits(6), (before, point, after) => {
      const text = before + point + after;
      const expected = text === '' || text === '.' ? undefined : Number(text);
      if (text.length <= 15) expect(decimal(text)).toBe(expected);
    }),
    { numRuns: 5000 },
  );
});

test('the scores of a country are read to the last bit', () => {
  for (let hundredths = 0; hundredths <= 10_000; hundredths += 1) {
    const text = String(hundredths / 100);
    expect(decimal(text)).toBe(hundredths / 100);
  }
});

test.each(['', '.', '-1', '+1', '1e3', '1.2.3', ' 1', '1 ', '๑', 'Infinity', '1234567890123456', '0x10'])(
  '«%s» is left to the language',
  (text) => {
    expect(decimal(text)).toBeUndefined();
  },
);

test('whole numbers', () => {
  expect(whole('0042')).toBe(42);
  expect(whole('123456789012345')).toBe(123_456_789_012_345);
  for (const text of ['', '1.0', '-1', '1234567890123456', 'A']) expect(whole(text)).toBeUndefined();
});

test('only what stands between the two places is read', () => {
  expect(plainDecimal('<v>83.27</v>', 3, 8)).toBe(83.27);
  expect(wholeNumber('AB17"', 2, 4)).toBe(17);
});
