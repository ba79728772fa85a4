import { yearsIn } from '../../../src/core/text/years';

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
  ['โทร 02567', []],
  ['คะแนน 25.67', []],
])('«%s» names %j', (text, years) => {
  expect(yearsIn(text).map(({ year, isFiscal }) => [year, isFiscal])).toEqual(years);
});
