import { wholeYear, yearsIn, yearsInName } from '../../../src/core/text/years';

test.each<[string, readonly (readonly [number, boolean])[]]>([
  ['ประจำปีงบประมาณ พ.ศ. ๒๕๖๗', [[2567, true]]],
  ['ปี 2564', [[2564, false]]],
  ['FY2024', [[2567, true]]],
  ['ปีงบประมาณพ.ศ.2566', [[2566, true]]],
  ['พ.ศ..2568', []],
  ['ปีงบประมาณ พ.ศ..2568', [[2568, true]]],
  [
    'แผนปี 2568 จากผลปีงบประมาณ 2567',
    [
      [2568, false],
      [2567, true],
    ],
  ],
  ['ปี ๖๗', [[2567, false]]],
  ['ปีงบ 67', [[2567, true]]],
  ['FY24', [[2567, true]]],
  ['ผลคะแนน ITA 2568', [[2568, false]]],
  ['คะแนน (ITA) ๒๕๖๖', [[2566, false]]],
  ['ITA67', [[2567, false]]],
  ['ปี 12 เดือน', []],
  ['อายุ 65 ปี', []],
  ['พระราชบัญญัติ พ.ศ. 2561', []],
  ['ปีละ 2567.50 บาท', []],
  ['ปี 2567.5', []],
  ['โทร 02567', []],
  ['คะแนน 25.67', []],
])('«%s» names %j', (text, years) => {
  expect(yearsIn(text).map(({ year, isFiscal }) => [year, isFiscal])).toEqual(years);
});

test.each<[string, number | null]>([
  ['2567', 2567],
  ['๒๕๖๗', 2567],
  ['พ.ศ. 2567', 2567],
  ['2024', 2567],
  ['ปี 2566', 2566],
  ['ปีงบประมาณ พ.ศ. ๒๕๖๕', 2565],
  ['FY2024', 2567],
  ['67', null],
  ['1999', null],
  ['คะแนน ปี 2566', null],
  ['ปี 2566 และปี 2567', null],
  ['ITA 2567', null],
])('«%s» as a head of a column is %s', (text, year) => {
  expect(wholeYear(text)).toBe(year);
});

test.each<[string, readonly number[]]>([
  ['2567', [2567]],
  ['ITA ๒๕๖๗', [2567]],
  ['ปี67', [2567]],
  ['ITA_2567_v2.xlsx', [2567]],
  ['FY2024.xlsx', [2567]],
  ['2566-2567', [2566, 2567]],
  ['ITA ปี 2567 2567', [2567]],
  ['Sheet67', []],
  ['025671', []],
])('the name «%s» says %j', (name, years) => {
  expect(yearsInName(name)).toEqual(years);
});
