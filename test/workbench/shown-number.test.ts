import { shownNumber } from '../../src/workbench/grid/shown-number';

test.each([
  [95.82, '[$-D00041E]0.00', '๙๕.๘๒'],
  [1234.5, '[$-D00041E]#,##0.00', '๑,๒๓๔.๕๐'],
  [7, 't0', '๗'],
  // 1 October 2566 of the Buddhist era.
  [45200, '[$-D07041E]d mmmm yyyy', '๑ ตุลาคม ๒๕๖๖'],
  [45200, '[$-107041E]d mmmm yyyy', '1 ตุลาคม 2566'],
  [45200, 'd/m/bbbb', '1/10/2566'],
  [95.82, '0.00', null],
  [95.82, 'General', null],
  [45200, 'd mmm yyyy', null],
])('%d in %s shows %p', (value, format, text) => {
  expect(shownNumber(value, format)).toBe(text);
});
