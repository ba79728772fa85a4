import { auditDocument, type DocumentOf } from '../../../src/core/audit/audit-document';
import { likeness } from '../../../src/core/audit/similar';
import { a1 } from '../../../src/core/cell-address';
import { monthsIn } from '../../../src/core/text/thai-months';
import { gridSheet, type GridValue } from '../../support/grid-reading';

type Rows = readonly (readonly GridValue[])[];

const OWN: DocumentOf = { agency: 'เทศบาลตำบลตัวอย่าง', fiscalYear: 2566, hasScores: false };
const TITLE: Rows = [['รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใส ประจำปีงบประมาณ พ.ศ. 2566']];
const HEAD = ['มาตรการ/แนวทาง', 'วิธีการดำเนินการ', 'ผู้รับผิดชอบ', 'ระยะเวลาดำเนินการ', 'ผลการดำเนินงาน'];

const found = (rows: Rows, of: Partial<DocumentOf> = {}): readonly string[] =>
  auditDocument([gridSheet('ก', rows)], { ...OWN, ...of }).map(
    ({ code, cells }) => `${code} ${cells.map(a1).join(' ')}`,
  );

test.each<[string, number, number, number]>([
  ['เดือนตุลาคม ๒๕๖๘', 10, 2568, 2569],
  ['ก.ย. ๖๖', 9, 2566, 2566],
  ['เมื่อวันที่ ๔ เม.ย. ๖๕', 4, 2565, 2565],
  ['ธ.ค. 2565', 12, 2565, 2566],
  ['มีนาคม พ.ศ. 2566', 3, 2566, 2566],
])('«%s» is a month of a fiscal year', (text, month, year, fiscalYear) => {
  expect(monthsIn(text)).toMatchObject([{ month, year, fiscalYear }]);
});

test('the first month of a period takes its year from the last', () => {
  expect(monthsIn('ก.ย. - ต.ค. 2566')).toMatchObject([
    { month: 9, year: 2566, fiscalYear: 2566, text: 'ก.ย.' },
    { month: 10, year: 2566, fiscalYear: 2567, text: 'ต.ค. 2566' },
  ]);
  expect(monthsIn('พ.ย. ถึง ม.ค. ๖๖')).toMatchObject([
    { month: 11, year: 2565 },
    { month: 1, year: 2566 },
  ]);
});

test.each(['ทุกเดือน', 'ม.ค. - ก.ย.', 'ตลอดปี 2566', 'เวลา 10.30 น.'])(
  '«%s» names no month with a year',
  (text) => {
    expect(monthsIn(text)).toEqual([]);
  },
);

test.each<[string, readonly GridValue[], readonly string[]]>([
  ['within the year', ['ก', 'ข', 'ค', 'ต.ค. 65 - ก.ย. 66', 'แล้วเสร็จเมื่อ 15 ก.พ. 66'], []],
  ['a year too late', ['ก', 'ข', 'ค', 'ตุลาคม 2566 – กันยายน 2567', ''], ['dateOutsideYear D3']],
  ['done a year before', ['ก', 'ข', 'ค', 'ตลอดปี', 'ประชุมเมื่อ 4 เม.ย. 65'], ['dateOutsideYear E3']],
  ['a period that ends after the year', ['ก', 'ข', 'ค', 'ก.ย. - ต.ค. 2566', ''], []],
  ['a period that began before the year', ['ก', 'ข', 'ค', 'ส.ค. 65 - ก.ย. 66', ''], []],
])('dates %s', (_, row, expected) => {
  expect(found([...TITLE, HEAD, row])).toEqual(expected);
});

test('a document with scores plans the year after them too', () => {
  const rows = [...TITLE, HEAD, ['ก', 'ข', 'ค', 'ต.ค. 66 - ก.ย. 67', '']];
  expect(found(rows, { hasScores: true })).toEqual([]);
});

test.each<[string, readonly string[]]>([
  ['1. ประชุม 2. รายงาน 3. เผยแพร่', []],
  ['๑. ประชุม ๒. รายงาน ๓. เผยแพร่ ๔. สรุป ๓. จัดจ้าง ๔. จัดทำ', ['numberingJumps A3']],
  ['1. ประชุม 3. เผยแพร่', ['numberingJumps A3']],
  ['1.1. จัดทำแผน 2.เผยแพร่', ['numberingJumps A3']],
  ['1.1 จัดทำ 1.2 เผยแพร่', []],
  ['1.1. จัดทำ 1.2. เผยแพร่ 2. สรุป', []],
  ['4. ประชุม 5. รายงาน', []],
  ['1. ก 2. ข 1. ค 2. ง', []],
  ['พ.ศ. 2540 และข้อ 9 ข้อ 13', []],
])('the numbering of «%s»', (text, expected) => {
  expect(found([...TITLE, [], [text]])).toEqual(expected);
});

test('numbers of rows that jump are said at the row', () => {
  const rows = [
    ...TITLE,
    HEAD,
    ...['๑. ก', '๒. ข', '๔. ค'].map((text) => [text, 'ทำ', 'สำนักปลัด', 'ตลอดปี', '']),
  ];
  expect(found(rows)).toEqual(['numberingJumps A5']);
});

const LONG = 'จัดทำมาตรการตรวจสอบและกำหนดบทลงโทษเจ้าหน้าที่ภายในหน่วยงานที่กระทำการทุจริตทั้งทางอาญาและทางวินัย';

test.each<[string, readonly GridValue[], readonly GridValue[], readonly string[]]>([
  [
    'copied whole',
    ['ก', LONG, 'กองคลัง', '', `${LONG}แล้ว`],
    ['ข', LONG, 'สำนักปลัด', '', `${LONG} แล้ว`],
    ['rowsRepeated B3 B4 E3 E4'],
  ],
  [
    'with the same steps only',
    ['ก', LONG, 'กองคลัง', '', 'ประชุมแล้วหนึ่งครั้งในเดือนนี้'],
    ['ข', LONG, 'กองช่าง', '', 'เผยแพร่บนเว็บไซต์ของหน่วยงาน'],
    [],
  ],
  ['that are short', ['ก', 'ประชุม', 'กองคลัง', '', 'แล้วเสร็จ'], ['ข', 'ประชุม', 'กองคลัง', '', 'แล้วเสร็จ'], []],
])('rows %s', (_, first, second, expected) => {
  expect(found([...TITLE, HEAD, first, second])).toEqual(expected);
});

test('another agency in a sentence about the scores is named, in one cell or two', () => {
  const sentence = 'ผลการประเมิน ITA ของหน่วยงานองค์การบริหารส่วนตำบลอื่น มีค่าคะแนนเท่ากับ 92.01';
  expect(found([...TITLE, [sentence]])).toEqual(['otherAgency A2']);
  expect(found([...TITLE, ['ผลการประเมิน ITA ของเทศบาลตำบลตัวอย่าง มีค่าคะแนนเท่ากับ 92.01']])).toEqual([]);
  expect(found([...TITLE, [sentence]], { agency: null })).toEqual([]);
});

test('a document that speaks of many agencies is left alone', () => {
  const rows = ['บางหนึ่ง', 'บางสอง', 'บางสาม'].map((name) => [
    `ผลการประเมิน ITA ของเทศบาลตำบล${name} ได้ 90 คะแนน`,
  ]);
  expect(found([...TITLE, ...rows])).toEqual([]);
});

test('the document’s own year is not the past one', () => {
  expect(found([...TITLE, ['จากผลการประเมินในปี พ.ศ.๒๕๖๖ ที่ผ่านมา']])).toEqual(['pastYear A2']);
  expect(found([...TITLE, ['จากผลการประเมินในปี พ.ศ.๒๕๖๕ ที่ผ่านมา']])).toEqual([]);
});

test('a sheet that does not speak of the assessment is not looked at', () => {
  expect(found([HEAD, ['ก', 'ข', 'ค', 'ต.ค. 70', ''], ['1. ก 3. ข']])).toEqual([]);
});

test('likeness is 1 for the same text, 0 for nothing in common, and between for slips', () => {
  expect(likeness(LONG, LONG)).toBe(1);
  expect(likeness('กขค', 'งจฉ')).toBe(0);
  expect(likeness(LONG, LONG.replace('ตรวจสอบ', 'ตรวจสอ'))).toBeGreaterThan(0.9);
});
