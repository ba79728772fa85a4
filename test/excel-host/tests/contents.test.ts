/** @jest-environment ./test/support/browser-environment.ts */
import { bookWith } from '../book/book-with';
import { displayText } from '../book/number-text';
import { codeOf, hostWith, onSheet } from './support';

const write = (address: string, field: 'values' | 'formulas', value: unknown): Promise<string | undefined> =>
  codeOf((context) => {
    context.workbook.worksheets.getFirst().getRange(address)[field] = value as string[][];
  });

test.each([
  ['text', 'text', 'String'],
  ['7', 7, 'Double'],
  ['-1.5e3', -1500, 'Double'],
  ["'7", '7', 'String'],
  ["'=1+1", '=1+1', 'String'],
  ["''x", "'x", 'String'],
  ['=1+1', 2, 'Double'],
  ['+1+1', 2, 'Double'],
  ['-A9', 0, 'Double'],
  ['@SUM(1,2)', 3, 'Double'],
  ['=', '=', 'String'],
  ['-', '-', 'String'],
  ['true', true, 'Boolean'],
  ['#N/A', '#N/A', 'Error'],
  ["'#N/A", '#N/A', 'String'],
  ['=1/0', '#DIV/0!', 'Error'],
  ['', '', 'Empty'],
  ['สอง\nบรรทัด', 'สอง\nบรรทัด', 'String'],
])('typed %j shows %j', async (typed, value, type) => {
  await hostWith();
  await expect(write('A1', 'values', [[typed]])).resolves.toBeUndefined();
  const cell = await onSheet(async (sheet, context) => {
    const range = sheet.getRange('A1').load('values,valueTypes');
    await context.sync();
    return [range.values, range.valueTypes];
  });
  expect(cell).toEqual([[[value]], [[type]]]);
});

test.each(['1/2', '12 ม.ค. 2567', '50%', '1,234', '๙๙.๗๘', '9:30'])(
  'typed %j depends on the locale and is refused by name',
  async (typed) => {
    await hostWith();
    await expect(write('A1', 'values', [[typed]])).resolves.toBe('FakeHostNotImplemented');
  },
);

test.each<[string, string, unknown]>([
  ['an array of another shape', 'A1:B2', [[1, 2, 3]]],
  ['an object', 'A1', [[{}]]],
  ['more than 32,767 characters', 'A1', [['x'.repeat(32_768)]]],
  ['a formula that does not close', 'A1', [['=SUM(A1']]],
  ['a formula of more than 8,192 characters', 'A1', [[`=${'1+'.repeat(4100)}1`]]],
])('%s is refused, and no cell of the range changes', async (_, address, value) => {
  const host = await hostWith({ S: [['old']] });
  await expect(write(address, 'values', value)).resolves.toBe('InvalidArgument');
  expect(host.snapshot().sheets[0]?.cells).toEqual({ A1: { value: 'old' } });
});

test('null leaves a cell, the empty text clears it, one value fills a range', async () => {
  const host = await hostWith({ S: [['a', 'b', 'c']] });
  await write('A1:C1', 'values', [[null, '', 'x']]);
  expect(host.snapshot().sheets[0]?.cells).toEqual({ A1: { value: 'a' }, C1: { value: 'x' } });
  await write('A2:B3', 'values', 5);
  expect(Object.keys(host.snapshot().sheets[0]?.cells ?? {})).toHaveLength(6);
});

test('cells formatted as text keep what is typed', async () => {
  const host = await hostWith();
  await onSheet((sheet, context) => {
    sheet.getRange('A1:A3').numberFormat = [['@'], ['@'], ['@']];
    sheet.getRange('A1:A3').values = [['=1+1'], [5], ['007']];
    return context.sync();
  });
  expect(host.snapshot().sheets[0]?.cells).toEqual({
    A1: { value: '=1+1' },
    A2: { value: '5' },
    A3: { value: '007' },
  });
});

test.each<[string, unknown]>([
  ['=AVERAGE(A1:A4)', 25],
  ['=AVERAGEIF(A1:A4,">15")', 30],
  ['=SUMIF(B1:B4,"ก",A1:A4)', 40],
  ['=SUMPRODUCT(A1:A4,A1:A4)', 3000],
  ['=ROUND(1.005,2)', 1.01],
  ['=IF(AND(A1=10,OR(A2>5,FALSE)),"ใช่","ไม่")', 'ใช่'],
  ['=INDEX(B1:B4,MATCH(30,A1:A4,0))', 'ก'],
  ['=LOOKUP(25,A1:A4,B1:B4)', 'ข'],
  ['=RANK(A3,A1:A4)', 2],
  ['=LARGE(A1:A4,2)', 30],
  ['=QUARTILE(A1:A4,1)', 17.5],
  ['=COUNT(A1:B4)', 4],
  ['=COUNTA(A1:B4)', 8],
  ['=COUNTIF(B1:B4,"ข")', 2],
  ['=COUNTIFS(A1:A4,">10",B1:B4,"ข")', 2],
  ['=MIN(A1:A4)+MAX(A1:A4)', 50],
  ['=IFERROR(1/0,"หาร")', 'หาร'],
  ['=IF(ISNUMBER(B1),1,ABS(-2))', 2],
  ['=HYPERLINK("#\'S\'!A1","ไปที่ (1)")&"!"', 'ไปที่ (1)!'],
  ['=\'แผ่น ที่สอง\'!A1&"x"', 'ที่สองx'],
  ['=SUM(Scores)', 100],
  ['=Rate*2', 1],
  ['=SUM(Table1[คะแนน])', 3],
  ['=SUM(Table1[#All])', 3],
  ['=COUNTA(Table1[[#Headers],[ชื่อ]:[คะแนน]])', 2],
  ['="Rate & \'แผ่น ที่สอง\'!A1"', "Rate & 'แผ่น ที่สอง'!A1"],
])('%s', async (formula, value) => {
  const host = await hostWith({
    S: [
      [10, 'ก', null, 'ชื่อ', 'คะแนน'],
      [20, 'ข', null, 'a', 1],
      [30, 'ก', null, 'b', 2],
      [40, 'ข'],
    ],
    'แผ่น ที่สอง': [['ที่สอง']],
  });
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    sheet.tables.add('D1:E3', true);
    context.workbook.names.add('Scores', sheet.getRange('A1:A4'));
    context.workbook.names.add('Rate', '=0.5');
    sheet.getRange('G1').formulas = [[formula]];
    await context.sync();
  });
  expect(host.snapshot().sheets[0]?.cells['G1']).toEqual({ value, formula });
});

test('what the engine cannot compute fails by name', async () => {
  await hostWith({ S: [['=A1+1']] });
  await expect(
    codeOf((context) => {
      context.workbook.worksheets.getFirst().getRange('A1').load('values');
    }),
  ).resolves.toBe('FakeHostNotImplemented');
});

test.each<[string | number | boolean | null, string, string]>([
  [95.824, 'General', '95.824'],
  [1 / 3, 'General', '0.3333333333'],
  [1e12, 'General', '1E+12'],
  [95.825, '0.00', '95.83'],
  [1.005, '0.00', '1.01'],
  [1234567.5, '#,##0', '1,234,568'],
  [0.256, '0.0%', '25.6%'],
  [3, '+0.00;-0.00;0.00', '+3.00'],
  [-3, '+0.00;-0.00;0.00', '-3.00'],
  [0, '+0.00;-0.00;0.00', '0.00'],
  [-0.001, '0.00', '0.00'],
  [99.78, '[$-D00041E]0.00', '๙๙.๗๘'],
  [45678, '[$-D07041E]d mmmm yyyy', '๒๑ มกราคม ๒๕๖๘'],
  [45678, '[$-107041E]d mmmm yyyy', '21 มกราคม 2568'],
  [45678, 'yyyy-mm-dd', '2025-01-21'],
  [5, '0 "คะแนน"', '5 คะแนน'],
  ['x', '0.00', 'x'],
  ['x', '@" !"', 'x !'],
  [true, '0', 'TRUE'],
  [null, '0', ''],
])('%j in the format %s shows %s', (value, format, text) => {
  expect(displayText(value, format)).toBe(text);
});

test('a format that is not emulated is refused by name', () => {
  for (const format of ['[>5]0;0', '* 0', '0.0E+0', 'h:mm'])
    expect(() => displayText(7, format)).toThrow('does not emulate');
});

test('a book made by hand is what was typed', () => {
  const book = bookWith({ A: [['=B!A1*2']], B: [[21]] });
  expect(book.valueAt(book.sheet('A'), 0, 0)).toBe(42);
});
