import { cellsOfText } from '../../src/workbench/grid/paste';

test.each([
  [
    'a\tb\r\nc\td\r\n',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  [
    '๙๕.๕\tรวม\t\r\n88.50\t\t=1+1\r\n',
    [
      ['๙๕.๕', 'รวม', ''],
      ['88.50', '', '=1+1'],
    ],
  ],
  ['"สอง\nบรรทัด"\t"เขา ""ว่า"""\n', [['สอง\nบรรทัด', 'เขา "ว่า"']]],
  ['คำเดียว', [['คำเดียว']]],
  ['a\n\nb', [['a'], [''], ['b']]],
  ['5" x 3"', [['5" x 3"']]],
])('the clipboard’s text %j is %j', (text, cells) => {
  expect(cellsOfText(text)).toEqual(cells);
});
