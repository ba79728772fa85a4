import { figuresOf, gridBook, gridSheet, onlyReading, type GridValue } from '../../support/grid-reading';

// What stands around score tables where a whole report was pasted into one sheet.
const PROSE =
  'เป็นตัวชี้วัดที่ประเมินการรับรู้ของบุคลากรภายในหน่วยงานต่อการดำเนินการต่าง ๆ ของหน่วยงานของตนเอง ในประเด็นที่เกี่ยวข้องกับการใช้จ่ายเงินงบประมาณ';

type Rows = readonly (readonly GridValue[])[];

const TITLE: Rows = [['ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. 2567'], ['เทศบาลตำบลตัวอย่าง']];
const ITEMS: Rows = [
  ['เครื่องมือ', 'ข้อ', 'คะแนน'],
  ['OIT', 'o1', 100],
  [null, 'o2', 0],
];

const read = (...rows: Rows) => onlyReading(gridBook(gridSheet('ก', [...TITLE, ...ITEMS, ...rows])));
const SCORES = ["o1 100 'ก'!C4", "o2 0 'ก'!C5"];

test.each<[string, Rows]>([
  [
    'steps and periods',
    [
      ['ขั้นตอน', 'ระยะเวลา', 'วิธีปฏิบัติ'],
      ['เตรียมการ', 'o3', 'ก.ย. 2566 – ม.ค. 2567'],
    ],
  ],
  [
    'what each OIT item asks for',
    [
      ['ข้อ', 'ข้อมูล', 'องค์ประกอบด้านข้อมูล'],
      ['o3', 'o3', 'แสดงแผนผังโครงสร้าง'],
    ],
  ],
  [
    'who is responsible for each OIT item',
    [
      ['ข้อ', 'ข้อมูล', 'องค์ประกอบด้านข้อมูล', 'หน่วยงานรับผิดชอบ'],
      ['o3', 'o3', 'สำนักปลัด', 'สำนักปลัด'],
    ],
  ],
  [
    'measures in five columns',
    [
      ['มาตรการ/แนวทาง', 'วิธีการดำเนินการ', 'ผู้รับผิดชอบ', 'ระยะเวลาการดำเนินการ', 'การติดตามและรายงานผล'],
      ['มาตรการที่หนึ่ง', 'o3', 'กองคลัง', 'ตลอดปีงบประมาณ', 'ทุก 6 เดือน'],
    ],
  ],
  [
    'the result report',
    [
      ['กิจกรรม', 'หน่วยงาน', 'ผลการดำเนินการ (output)', 'ผลลัพธ์ (outcome)', 'หมายเหตุ'],
      ['อบรม', 'o3', 'สำนักปลัด', 'ดีขึ้น', null],
    ],
  ],
  [
    'links to what was published',
    [
      ['ข้อ', 'ประเด็นคำถาม', 'รายละเอียด / URL', 'หมายเหตุ'],
      ['o3', 'o3', 'www.example.go.th', null],
    ],
  ],
  [
    'the scale of grades',
    [
      ['ช่วงผลการประเมิน', 'ระดับ'],
      ['95 – 100', 'o3'],
    ],
  ],
])('a table of %s ends the scores above it', (_, rows) => {
  const reading = read(...rows);
  expect(figuresOf(reading)).toEqual(SCORES);
  expect(reading.issues).toEqual([]);
  // Only the two rows of the table itself are about anything.
  expect(reading.figures).toHaveLength(2);
});

test('a paragraph ends the scores where none follows it', () => {
  const reading = read([PROSE], [null, 'o3', 'ทุกหน่วยงาน']);
  expect(figuresOf(reading)).toEqual(SCORES);
  expect(reading.issues).toEqual([]);
});

test('a paragraph between the rows of a table costs none of its scores', () => {
  expect(figuresOf(read([PROSE], [null, 'o3', 100]))).toEqual([...SCORES, "o3 100 'ก'!C7"]);
});

test('a header of two rows is one header', () => {
  const sheet = gridSheet('ก', [
    ...TITLE,
    ['เครื่องมือ', 'ข้อ', 'คะแนน', 'การติดตาม'],
    [null, 'ข้อ', null, 'ระยะเวลา'],
    ['OIT', 'o1', 100, 'ทุก 6 เดือน'],
  ]);
  expect(figuresOf(onlyReading(gridBook(sheet)))).toEqual(["o1 100 'ก'!C5"]);
});

test('a score that was not typed yet does not end the table', () => {
  const rows: Rows = [
    [null, 'o3', null],
    [null, 'o4', 'รอผล'],
    ['ข้อมูลพื้นฐาน', 'o5', 'รอผลการประเมิน'],
    ['ตัวชี้วัดที่ 9 การเปิดเผยข้อมูล', 'ข้อ', 'รอผลการประเมิน'],
    [null, 'o6', 100],
  ];
  const reading = read(...rows);
  expect(figuresOf(reading)).toEqual([...SCORES, "o6 100 'ก'!C10"]);
  expect(reading.issues.map(({ code }) => code)).toEqual(['unreadableScore', 'unreadableScore']);
});
