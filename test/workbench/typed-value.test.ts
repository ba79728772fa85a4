import { typedValue } from '../../src/workbench/files/typed-value';

test.each([
  // What is typed, the format of the cell, what it means.
  ['95.5', 'General', 95.5],
  [' 95 ', 'General', 95],
  ['-.5', '0.00', -0.5],
  ['1,234.5', 'General', 1234.5],
  ['12,34', 'General', '12,34'],
  ['๙๕.๕', 'General', '๙๕.๕'],
  ['95%', 'General', '95%'],
  ['95.1%', '0.00%', 0.951],
  ['95', '0%', 95],
  ['95', '@', '95'],
  [95, '@', '95'],
  ['0105555000011', 'General', '0105555000011'],
  ['12345678901234567', 'General', '12345678901234567'],
  ['1/10/2567', 'General', '1/10/2567'],
  ['30/9/2568', 'd/m/bbbb', 45930],
  ['๓๐ ก.ย. ๒๕๖๘', '[$-107041E]d mmm yyyy', 45930],
  ['30 กันยายน พ.ศ. 2568', 'dd/mm/yyyy', 45930],
  ['30-09-68', 'd-mmm-yy', 45930],
  ['2025-09-30', 'yyyy-mm-dd', 45930],
  ['30/9/2025', 'd/m/yyyy', 45930],
  ['31/9/2568', 'd/m/yyyy', '31/9/2568'],
  ['9/30/2568', 'd/m/yyyy', '9/30/2568'],
  ['กันยายน', 'd/m/yyyy', 'กันยายน'],
  ['=1+1', 'General', '=1+1'],
  ['', 'General', ''],
  [true, 'General', true],
  [null, 'General', null],
])('%p typed into a cell of format %s is %p', (value, format, meant) => {
  expect(typedValue(value, format)).toBe(meant);
});

test('in a workbook that counts from 1904 a day is one of its own', () => {
  expect(typedValue('30/9/2568', 'd/m/yyyy', true)).toBe(45930 - 1462);
});
