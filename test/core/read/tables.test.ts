import { readWorkbook } from '../../../src/core/read/read-workbook';
import { ruleSets } from '../../../src/rules/rule-sets';
import { figuresOf, gridBook, gridSheet, merged, onlyReading } from '../../support/grid-reading';

const TITLE = ['ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. ๒๕๖๕'];
const AGENCY = ['เทศบาลนครนครปฐม'];

test('names and scores as officers type them, with the cell of every score', () => {
  const sheet = gridSheet('ก', [
    TITLE,
    AGENCY,
    ['ประเด็นตัวชี้วัด', 'คะแนน(ร้อยละ)', 'เครื่องมือการประเมิน'],
    ['ตัวชี้วัดที่ ๑ การปฏิบัติหน้าที่', '94.56', 'แบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายใน (IIT)'],
    ['ตัวชี้วัดที่ 2 การใช้งบประมาณ', 88.13, null],
    ['ตัวชี้วัดที่ 3\nการใช้อำนาจ', '๙๐.๘๑', null],
    ['ตัวชี้วัดที่ 4 การใช้ทรัพย์สินของทางราชการ', ' 88.09 ', null],
    ['5. การแก้ไขปัญหาการทุจริต', 90.53, null],
    ['ตัวชี้วัดที่ 6 คุณภาพการดำเนินงาน', 96.03, 'แบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายนอก (EIT)'],
    ['7 ประสิทธิภาพการสื่อสาร', 96.2, null],
    ['ตัวชี้วัดที่ 8 การปรับปรุงการทำงาน', 94.74, null],
    ['ตัวชี้วัดที่ 9 การเปิดเผยข้อมูล', 100, 'แบบตรวจการเปิดเผยข้อมูลสาธารณะ (OIT)'],
    ['ตัวชี้วัดที่ 10 การป้องกันการทุจริต', 100, null],
  ]);
  const reading = onlyReading(gridBook(sheet));
  expect([reading.agency, reading.fiscalYear]).toEqual(['เทศบาลนครนครปฐม', 2565]);
  expect(figuresOf(reading)).toEqual([
    "1 94.56 'ก'!B4",
    "2 88.13 'ก'!B5",
    "3 90.81 'ก'!B6",
    "4 88.09 'ก'!B7",
    "5 90.53 'ก'!B8",
    "6 96.03 'ก'!B9",
    "7 96.2 'ก'!B10",
    "8 94.74 'ก'!B11",
    "9 100 'ก'!B12",
    "10 100 'ก'!B13",
  ]);
  expect(reading.issues).toEqual([]);
});

test('a grade in the last row of the weighted table is the one that is stated', () => {
  const sheet = gridSheet('ก', [
    TITLE,
    ['ประเด็นการประเมิน', 'น้ำหนัก', 'คะแนนเฉลี่ย', 'คะแนนถ่วงน้ำหนัก'],
    ['แบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายใน (IIT)', 30, 90.42, 27.13],
    ['ผลรวม', 100, null, 95.82],
    ['ระดับผลการประเมิน', null, null, 'AA'],
  ]);
  expect(onlyReading(gridBook(sheet)).grade).toMatchObject({ code: 'AA', cell: { row: 4, column: 3 } });
});

test('items under merged instruments; a blank is missing, words are not assessed or unreadable', () => {
  const sheet = gridSheet(
    'ค',
    [
      ['คะแนนรายข้อ ปีงบประมาณ 2567'],
      ['เครื่องมือ', 'ข้อคำถาม', 'คะแนน', 'ข้อบกพร่อง'],
      ['IIT', 'ข้อ 1๑', 99.33, 'รักษาระดับ'],
      [null, 'ข้อ 1๒', '๑๐๐.๐๐', null],
      ['EIT', 'ข้อ e๘', null, null],
      [null, 'ข้อ e๙', 'ไม่ประเมิน', null],
      ['OIT', 'ข้อ ๐๘', 'รอผล', null],
      [null, 'ข้อ ๐๙', 0, 'ไม่พบข้อมูล'],
      [null, 'ข้อ ๐๙๙', 100, null],
    ],
    { merges: [merged(2, 0, 3, 0), merged(4, 0, 5, 0), merged(6, 0, 8, 0)] },
  );
  const reading = onlyReading(gridBook(sheet));
  expect(figuresOf(reading)).toEqual(["i1 99.33 'ค'!C3", "i2 100 'ค'!C4", "o9 0 'ค'!C8"]);
  const status = Object.fromEntries(
    reading.figures.map(({ subject, status: found }) => [subject.kind === 'item' ? subject.id : '', found]),
  );
  expect(status).toMatchObject({ e8: 'missing', e9: 'notAssessed', o8: 'unreadable' });
  expect(reading.issues.map(({ code, params }) => `${code} ${params['cell'] ?? ''}`)).toEqual([
    "foreignItem 'ค'!B9",
    "unreadableScore 'ค'!C7",
  ]);
});

test('a score merged over several rows is the first row’s, and nobody else’s', () => {
  const sheet = gridSheet('ก', [TITLE, ['ตัวชี้วัด', 'คะแนน'], ['การปฏิบัติหน้าที่', 94.56], ['การใช้งบประมาณ', null]], {
    merges: [merged(2, 1, 3, 1)],
  });
  const reading = onlyReading(gridBook(sheet));
  expect(reading.figures.map(({ subject, value }) => [subject, value])).toEqual([
    [{ kind: 'indicator', indicator: 1 }, 94.56],
  ]);
});

test('formulas count by their result, percents by what they show; errors and dates are issues', () => {
  const cell = (
    value: number | { readonly error: string },
    format: string,
    formula: string | null = null,
  ) => ({
    value,
    formula,
    format,
  });
  const sheet = gridSheet('ง', [
    TITLE,
    ['ตัวชี้วัด', 'คะแนน'],
    ['การปฏิบัติหน้าที่', cell(94.56, '0.00', 'AVERAGE(D1:D5)')],
    ['การใช้งบประมาณ', cell(0.8813, '0.00%')],
    ['การใช้อำนาจ', cell({ error: '#DIV/0!' }, '0.00', 'D1/D2')],
    ['การใช้ทรัพย์สินของราชการ', cell(45055, 'd mmm yyyy')],
    ['การแก้ไขปัญหาการทุจริต', cell(120, '0.00')],
  ]);
  const reading = onlyReading(gridBook(sheet));
  expect(figuresOf(reading)).toEqual(["1 94.56 'ง'!B3", "2 88.13 'ง'!B4"]);
  expect(reading.figures[1]?.factor).toBe(100);
  expect(reading.issues.map(({ code }) => code)).toEqual(['errorInCell', 'scoreIsDate', 'outOfRange']);
});

test('columns in any order, a table anywhere, hidden rows and sheets: all are read', () => {
  const rows = [
    [null, null, 'ประจำปีงบประมาณ พ.ศ. 2565'],
    [],
    [null, null, 'คะแนน', 'หมายเหตุ', 'ตัวชี้วัด'],
    [null, null, 94.56, 'ดี', 'การปฏิบัติหน้าที่'],
    [null, null, 88.13, null, 'การใช้งบประมาณ'],
  ];
  const sheet = gridSheet('จ', rows, { visibility: 'hidden', hiddenRows: new Set([4]) });
  expect(figuresOf(onlyReading(gridBook(sheet)))).toEqual(["1 94.56 'จ'!C4", "2 88.13 'จ'!C5"]);
});

test('a year per column makes a reading of each year', () => {
  const sheet = gridSheet('ฉ', [
    ['เทศบาลตำบลตัวอย่าง เปรียบเทียบผลการประเมิน'],
    ['ตัวชี้วัด', 'ปี 2564', 'ปี 2565'],
    ['การปฏิบัติหน้าที่', 80, 90],
    ['การใช้งบประมาณ', 81, 91],
  ]);
  const read = (year: number): readonly (readonly [number, readonly (number | null)[]])[] => {
    const reading = readWorkbook(gridBook(sheet), ruleSets, { year });
    if (!reading.ok) throw new Error(reading.error.code);
    return reading.value.readings.map(({ fiscalYear, figures }) => [
      fiscalYear,
      figures.map(({ value }) => value),
    ]);
  };
  expect(read(2564)).toEqual([[2564, [80, 81]]]);
  // The years before the one that is chosen are there to be compared with it.
  expect(read(2565)).toEqual([
    [2565, [90, 91]],
    [2564, [80, 81]],
  ]);
});

test('tables of other things that follow the scores are not read into them', () => {
  const sheet = gridSheet('ช', [
    TITLE,
    ['ตัวชี้วัด', 'คะแนน'],
    ['การปฏิบัติหน้าที่', 94.56],
    ['มาตรการ/แนวทาง', 'วิธีการดำเนินการ', 'ผู้รับผิดชอบ', 'ระยะเวลา'],
    ['การใช้งบประมาณ', 'เผยแพร่แผน', 'กองคลัง', 'ต.ค. 2565'],
    ['ขั้นตอน', 'ระยะเวลา'],
    ['การใช้อำนาจ', 'ม.ค. - เม.ย. 2566'],
  ]);
  const reading = onlyReading(gridBook(sheet));
  expect(figuresOf(reading)).toEqual(["1 94.56 'ช'!B3"]);
  expect(reading.issues).toEqual([]);
});

test('a table that explains the grades states none', () => {
  const sheet = gridSheet('ซ', [
    TITLE,
    ['ตัวชี้วัด', 'คะแนน'],
    ['การปฏิบัติหน้าที่', 94.56],
    [],
    [],
    [],
    ['ระดับ', 'AA', 'A', 'B', 'C'],
    ['คะแนน', '95 – 100', '85 – 94.99', '75 – 84.99', '65 – 74.99'],
  ]);
  expect(onlyReading(gridBook(sheet)).grade).toBeNull();
});
