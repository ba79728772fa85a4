import { analyze } from '../../../src/app/analyze';
import { messagesEn } from '../../../src/app/messages/en';
import { messagesTh } from '../../../src/app/messages/th';
import { parseSheetRange } from '../../../src/core/cell-address';
import { readWorkbook } from '../../../src/core/read/read-workbook';
import { ruleSets } from '../../../src/rules/rule-sets';
import { snapshotOf, workbookOf, type Typed } from '../../support/workbook-of';

const NAMES = [
  'การปฏิบัติหน้าที่',
  'การใช้งบประมาณ',
  'การใช้อำนาจ',
  'การใช้ทรัพย์สินของราชการ',
  'การแก้ไขปัญหาการทุจริต',
  'คุณภาพการดำเนินงาน',
  'ประสิทธิภาพการสื่อสาร',
  'การปรับปรุงระบบการทำงาน',
  'การเปิดเผยข้อมูล',
  'การป้องกันการทุจริต',
];
const SCORES = [94.56, 88.13, 90.81, 88.09, 90.53, 96.03, 96.2, 94.74, 100, 100];

const read = (rows: readonly (readonly Typed[])[], area: string, year?: number) => {
  const pointed = parseSheetRange(area);
  if (pointed === undefined) throw new Error(area);
  return readWorkbook(snapshotOf(workbookOf({ ก: rows, ข: [['x']] })), ruleSets, { area: pointed, year });
};

const scoresRead = (result: ReturnType<typeof read>): readonly (number | null)[] => {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value.readings[0]?.figures.map(({ value }) => value) ?? [];
};

/** A sheet on which the reader alone finds nothing: foreign heads, and a number beside them. */
const ODD = [
  ['ผลงานประจำปี 2565', null, null],
  ['เรื่อง', 'ผลลัพธ์', 55],
  ...NAMES.map((name, index) => [name, SCORES[index] ?? null, null]),
];

test('a table that is not found by itself is read where somebody points', () => {
  const alone = readWorkbook(snapshotOf(workbookOf({ ก: ODD })), ruleSets);
  expect(alone.ok || alone.error.code).toBe('noScores');
  expect(scoresRead(read(ODD, "'ก'!A2:B12", 2565))).toEqual(SCORES);
  // One cell stands for the block around it, with the year in its title.
  expect(scoresRead(read(ODD, "'ก'!A5"))).toEqual(SCORES);
});

test('what stands outside the area does not count', () => {
  const rows = ODD.map((row) => row.slice(0, 2));
  expect(scoresRead(read(rows, "'ก'!A2:B7", 2565))).toEqual(SCORES.slice(0, 5));
  expect(read(rows, "'ก'!A2:B12")).toMatchObject({ ok: false, error: { code: 'yearUnknown' } });
});

test('a table of one row is read, too', () => {
  expect(scoresRead(read([['การใช้งบประมาณ', 88.13]], "'ก'!A1:B1", 2565))).toEqual([88.13]);
});

test.each<[string, readonly (readonly Typed[])[], string, string, RegExp]>([
  ['nothing', [['ก']], "'ก'!B3:C9", "'ก'!B3", /ไม่มีข้อมูล/],
  ['no number of a score', [['การใช้งบประมาณ', 2500]], "'ก'!A1:B1", "'ก'!B1", /'ก'!B1 «2500»/],
  [
    'numbers alone',
    [
      ['การใช้งบประมาณ', 88],
      ['', 90],
    ],
    "'ก'!B1:B2",
    "'ก'!B1",
    /คะแนนของอะไร/,
  ],
  [
    'foreign names',
    [
      ['ชื่อ', 'คะแนน'],
      ['สมชาย', 88],
      ['สมศรี', 90],
    ],
    "'ก'!A1:B3",
    "'ก'!A2",
    /«สมชาย»/,
  ],
  [
    'names and numbers apart',
    [
      ['การใช้งบประมาณ', null],
      [null, 88],
    ],
    "'ก'!A1:B2",
    "'ก'!A1",
    /แถวเดียวกัน/,
  ],
])('%s: the cell is named with what to do', (_, rows, area, cell, sentence) => {
  const result = read(rows, area);
  if (result.ok) throw new Error('Read');
  expect(result.error.code).toBe('areaUnread');
  expect(result.error.params['cell']).toBe(cell);
  expect(messagesTh.readingRefusal(result.error)).toMatch(sentence);
  const english = messagesEn.readingRefusal(result.error).replace(/“[^”]*”|'[^']*'/g, '');
  expect(english).not.toMatch(/undefined|[ก-๙]/);
});

test('heads that are no scores are said with the cell to mend', () => {
  const rows = [
    ['ตัวชี้วัด', 'คะแนนเต็ม'],
    ['การใช้งบประมาณ', 88],
    ['การใช้อำนาจ', 90],
  ];
  const result = read(rows, "'ก'!A1:B3");
  if (result.ok) throw new Error('Read');
  expect(result.error).toMatchObject({ code: 'areaUnread', cell: { sheet: 'ก', row: 1, column: 1 } });
  expect(messagesTh.readingRefusal(result.error)).toContain("เหนือ 'ก'!B2 เป็น «คะแนน»");
  expect(messagesEn.readingRefusal(result.error)).toContain("above 'ก'!B2");
});

test('a sheet of ours is no source', () => {
  const snapshot = snapshotOf(workbookOf({ ก: [['x']] }));
  const own = {
    ...snapshot,
    names: [{ name: 'ITA_Analysis', refersTo: "'ก'!$A$1:$C$9", scope: null }],
  };
  const area = { sheet: 'ก', range: { top: 0, left: 0, bottom: 3, right: 3 } };
  const result = analyze(own, { area });
  if (result.ok) throw new Error('Read');
  expect(messagesTh.readingRefusal(result.error)).toMatch(/แผ่นงานที่ระบบเขียนขึ้น/);
});
