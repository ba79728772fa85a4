import { measureLibrary } from '../../src/rules/measure-library';

test('the library has one draft for each indicator', () => {
  expect(measureLibrary.map(({ indicator }) => indicator)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
});

describe.each(measureLibrary)('the draft for indicator $indicator', ({ measure, steps, followUp }) => {
  const texts = [measure, ...steps, followUp];

  test('says what to do, in two or three steps, and how it is followed up', () => {
    expect(steps.length).toBeGreaterThanOrEqual(2);
    expect(steps.length).toBeLessThanOrEqual(3);
    expect(texts.filter((text) => text.length < 20 || text !== text.trim())).toEqual([]);
    expect(followUp).toMatch(/ทุกเดือน|ทุกไตรมาส|ทุกหกเดือน/);
  });

  test('is finished Thai: no placeholder and no markup', () => {
    expect(
      texts.filter((text) => !/^[\u0E00-\u0E7F]/.test(text) || /[<>{}[\]…_]|\.\.|xxx|TODO/i.test(text)),
    ).toEqual([]);
  });

  test('leaves unit and date to the officer', () => {
    expect(texts.filter((text) => /สำนักปลัด|กองคลัง|กองช่าง|กองวิชาการ|กองการ|ฝ่าย|งานนิติการ/.test(text))).toEqual(
      [],
    );
    expect(texts.filter((text) => /[0-9๐-๙]|ต\.ค\.|ก\.ย\.|ตุลาคม|กันยายน|พ\.ศ\./.test(text))).toEqual([]);
  });
});

test('no text of the library stands in it twice', () => {
  const texts = measureLibrary.flatMap(({ measure, steps, followUp }) => [measure, ...steps, followUp]);
  expect(new Set(texts).size).toBe(texts.length);
});
