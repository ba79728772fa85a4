import { gridBook, gridSheet, onlyReading, readGrid, type GridValue } from '../../support/grid-reading';

type Rows = readonly (readonly GridValue[])[];

const TABLE: Rows = [
  ['ตัวชี้วัด', 'คะแนน'],
  ['การปฏิบัติหน้าที่', 94.56],
];
const sheetWith = (name: string, before: Rows, after: Rows = []) =>
  gridSheet(name, [['ผลการประเมิน ITA ปีงบประมาณ 2567'], ...before, ...TABLE, ...after]);
const agencyOf = (before: Rows, after: Rows = []) =>
  onlyReading(gridBook(sheetWith('ก', before, after))).agency;

test.each<[string, Rows, string | null]>([
  ['a line of its own', [['เทศบาลตำบลตัวอย่าง']], 'เทศบาลตำบลตัวอย่าง'],
  ['beside its word', [['หน่วยงาน', 'สถาบันตัวอย่าง']], 'สถาบันตัวอย่าง'],
  ['after a colon', [['ชื่อหน่วยงาน: กรมตัวอย่าง']], 'กรมตัวอย่าง'],
  ['a title', [['ผลการประเมินของอบต.ตัวอย่าง ประจำปี']], 'อบต.ตัวอย่าง'],
  ['a name with «และ» in a title', [['รายงานของเทศบาลตำบลแม่และ ปีที่แล้ว']], 'เทศบาลตำบลแม่และ'],
  ['a name with «มี» on its own line', [['องค์การบริหารส่วนตำบลบ้านมีชัย']], 'องค์การบริหารส่วนตำบลบ้านมีชัย'],
  ['a name with «แยก» in a title', [['ผลของเทศบาลตำบลสามแยก ปีนี้']], 'เทศบาลตำบลสามแยก'],
  ['a sentence that runs on in a title', [['การวิเคราะห์ของเทศบาลตำบลตัวอย่างตามตัวชี้วัด']], 'เทศบาลตำบลตัวอย่าง'],
  ['a sentence that runs on from the first cell', [['เทศบาลตำบลตัวอย่างมีผลคะแนน']], 'เทศบาลตำบลตัวอย่าง'],
  ['an address', [['อำเภอเมือง จังหวัดตัวอย่าง'], ['รายงานของเทศบาลตำบลหนึ่ง']], 'เทศบาลตำบลหนึ่ง'],
  ['a province below it', [['รายงานของเทศบาลตำบลหนึ่ง'], ['จังหวัดตัวอย่าง']], 'เทศบาลตำบลหนึ่ง'],
  ['a province that is scored itself', [['จังหวัดตัวอย่าง']], 'จังหวัดตัวอย่าง'],
  ['the kind of agency only', [['เทศบาลตำบล']], null],
  ['the assessor', [['สำนักงาน ป.ป.ช. แจ้งผล']], null],
])('the agency of %s', (_, before, agency) => {
  expect(agencyOf(before)).toBe(agency);
});

test('of names that run on the shortest is the agency', () => {
  const prose: Rows = [['องค์การบริหารส่วนตำบลตัวอย่างจัดให้มีการอบรม'], ['องค์การบริหารส่วนตำบลตัวอย่าง']];
  expect(agencyOf([], prose)).toBe('องค์การบริหารส่วนตำบลตัวอย่าง');
  expect(agencyOf(prose)).toBe('องค์การบริหารส่วนตำบลตัวอย่าง');
});

test('a column of responsible units names no agency', () => {
  const duties: Rows = [
    ['มาตรการ', 'วิธีการ', 'หน่วยงาน', 'ระยะเวลา'],
    ['อบรม', 'จัดอบรม', 'สำนักงานคลัง', 'ตลอดปี'],
    ['เผยแพร่', 'ประกาศ', 'สถาบันตัวอย่าง', 'ตลอดปี'],
  ];
  expect(agencyOf([['รายงานของเทศบาลตำบลตัวอย่าง']], duties)).toBe('เทศบาลตำบลตัวอย่าง');
  expect(agencyOf([], duties)).toBeNull();
});

test('a name written short on one sheet and in full on another is one agency', () => {
  const book = gridBook(sheetWith('ก', [['องค์การบริหารส่วนตำบลตัวอย่าง']]), sheetWith('ข', [['อบต.ตัวอย่าง']]));
  expect(onlyReading(book).agency).toBe('องค์การบริหารส่วนตำบลตัวอย่าง');
  expect(onlyReading(book, { agency: 'อบต. ตัวอย่าง' }).agency).toBe('องค์การบริหารส่วนตำบลตัวอย่าง');
});

test('two agencies are told apart, and one that is not there is refused', () => {
  const book = gridBook(sheetWith('ก', [['เทศบาลตำบลหนึ่ง']]), sheetWith('ข', [['เทศบาลตำบลสอง']]));
  expect(onlyReading(book, { agency: 'ทต.สอง' }).agency).toBe('เทศบาลตำบลสอง');
  expect(readGrid(book, { agency: 'เทศบาลตำบลสาม' })).toMatchObject({
    ok: false,
    error: { code: 'agencyNotFound', candidates: ['เทศบาลตำบลหนึ่ง', 'เทศบาลตำบลสอง'] },
  });
});
