import { figuresOf, gridBook, gridSheet, onlyReading, type GridValue } from '../../support/grid-reading';

type Rows = readonly (readonly GridValue[])[];

describe('a row of totals in a table', () => {
  const ITEM_HEADER = ['ข้อ', 'คะแนน'];
  const read = (...rows: Rows) =>
    onlyReading(gridBook(gridSheet('ก', [['ผลการประเมิน ITA ปีงบประมาณ 2567'], ...rows])));

  test('under the items of one instrument is nothing that we know', () => {
    const reading = read(ITEM_HEADER, ['i1', 99.33], ['i2', 100], ['รวม', 99.67]);
    expect(figuresOf(reading)).toEqual(["i1 99.33 'ก'!B3", "i2 100 'ก'!B4"]);
  });

  test('that adds the items up is no score out of range', () => {
    const reading = read(ITEM_HEADER, ['i1', 99.33], ['i2', 100], ['รวม', 199.33]);
    expect(reading.issues).toEqual([]);
  });

  test('that adds all indicators up is neither a total nor an issue, a wrong total of the instruments is one', () => {
    const sum = read(
      ['ตัวชี้วัด', 'คะแนน'],
      ['การปฏิบัติหน้าที่', 90],
      ['คุณภาพการดำเนินงาน', 90],
      ['การเปิดเผยข้อมูล', 90],
      ['รวม', 270],
    );
    expect([figuresOf(sum).length, sum.figures.length, sum.issues]).toEqual([3, 3, []]);
    const wrong = read(['เครื่องมือ', 'คะแนน'], ['IIT', 90], ['EIT', 90], ['OIT', 90], ['รวม', 9001]);
    expect(wrong.issues.map(({ code }) => code)).toEqual(['outOfRange']);
  });

  test('under the indicators of one instrument is the instrument’s score', () => {
    const reading = read(['ตัวชี้วัด', 'คะแนน'], ['การปฏิบัติหน้าที่', 90], ['การใช้งบประมาณ', 80], ['รวมเฉลี่ย', 85]);
    expect(figuresOf(reading)).toEqual(["1 90 'ก'!B3", "2 80 'ก'!B4", "IIT 85 'ก'!B5"]);
  });

  test('after each instrument is a subtotal, and the last one the total', () => {
    const reading = read(
      ['ตัวชี้วัด', 'คะแนน'],
      ['การปฏิบัติหน้าที่', 90],
      ['รวม', 91],
      ['คุณภาพการดำเนินงาน', 80],
      ['รวม', 81],
      ['การเปิดเผยข้อมูล', 70],
      ['รวม', 71],
      ['รวมทั้งสิ้น', 80.01],
    );
    expect(figuresOf(reading)).toEqual([
      "1 90 'ก'!B3",
      "IIT 91 'ก'!B4",
      "6 80 'ก'!B5",
      "EIT 81 'ก'!B6",
      "9 70 'ก'!B7",
      "OIT 71 'ก'!B8",
      "total 80.01 'ก'!B9",
    ]);
  });

  test('after other subtotals a last one may be the total as well, so it is neither', () => {
    const reading = read(
      ['ตัวชี้วัด', 'คะแนน'],
      ['การปฏิบัติหน้าที่', 90],
      ['รวม', 91],
      ['คุณภาพการดำเนินงาน', 80],
      ['รวม', 81],
      ['การเปิดเผยข้อมูล', 70],
      ['รวม', 80.01],
    );
    expect(figuresOf(reading).filter((figure) => /^[A-Zt]/.test(figure))).toEqual([
      "IIT 91 'ก'!B4",
      "EIT 81 'ก'!B6",
    ]);
  });

  test('under indicators and items mixed is nothing that we know', () => {
    const reading = read(['ตัวชี้วัด', 'คะแนน'], ['การปฏิบัติหน้าที่', 90], ['i4', 80], ['รวม', 85]);
    expect(figuresOf(reading)).toEqual(["1 90 'ก'!B3", "i4 80 'ก'!B4"]);
  });

  test.each<[string, Rows, string]>([
    [
      'under all indicators',
      [
        ['ตัวชี้วัด', 'คะแนน'],
        ['การปฏิบัติหน้าที่', 90],
        ['คุณภาพการดำเนินงาน', 90],
        ['การเปิดเผยข้อมูล', 90],
        ['รวม', 90.01],
      ],
      "total 90.01 'ก'!B6",
    ],
    [
      'above all indicators',
      [
        ['ตัวชี้วัด', 'คะแนน'],
        ['คะแนนรวม', 90.01],
        ['การปฏิบัติหน้าที่', 90],
        ['คุณภาพการดำเนินงาน', 90],
        ['การเปิดเผยข้อมูล', 90],
      ],
      "total 90.01 'ก'!B3",
    ],
    [
      'under the instruments',
      [
        ['เครื่องมือ', 'คะแนน'],
        ['IIT', 90],
        ['EIT', 90],
        ['OIT', 90],
        ['ผลรวม', 90.01],
      ],
      "total 90.01 'ก'!B6",
    ],
    [
      'under the items of all instruments',
      [ITEM_HEADER, ['i1', 90], ['e1', 90], ['o1', 100], ['คะแนนรวม ITA', 90.01]],
      "total 90.01 'ก'!B6",
    ],
    [
      'in a table of its own',
      [
        ['รายการ', 'คะแนน'],
        ['คะแนนรวม', 90.01],
      ],
      "total 90.01 'ก'!B3",
    ],
  ])('%s is the total', (_, rows, total) => {
    expect(figuresOf(read(...rows))).toContain(total);
  });
});

test.each(['OIT 35 ข้อ', 'IIT 5 ตัวชี้วัด', 'EIT 30%', 'IIT 30 คน', 'แบบวัด IIT 30', 'EIT 9.5 ข้อ'])(
  '«%s» in a label is a count or a weight, no score',
  (label) => {
    const sheet = gridSheet('ก', [['ปีงบประมาณ 2567'], ['เครื่องมือ', 'ข้อ', 'คะแนน'], [label, 'i1', 99.33]]);
    expect(figuresOf(onlyReading(gridBook(sheet)))).toEqual(["i1 99.33 'ก'!C3"]);
  },
);

test.each<[string, readonly string[]]>([
  ['คะแนนรวม IIT ๙๙.๖๙', ['IIT 99.69']],
  ['OIT 100', ['OIT 100']],
  ['IIT = 90', ['IIT 90']],
  ['EIT ส่วนที่ ๑ = ๙๔.๖๒ EIT ส่วนที่ ๒ = ๘๐.๘๙', ['EIT.1 94.62', 'EIT.2 80.89']],
  ['OIT 35 ข้อ', []],
  ['EIT 30 %', []],
  ['OIT 101', []],
  ['MOIT 90', []],
])('«%s» in the column of group scores gives %j', (text, figures) => {
  const sheet = gridSheet('ก', [['ปีงบประมาณ 2567'], ['ตัวชี้วัด', 'คะแนน', 'คะแนนรวมเฉลี่ย'], ['i1', 99.33, text]]);
  expect(figuresOf(onlyReading(gridBook(sheet))).slice(1)).toEqual(
    figures.map((figure) => `${figure} 'ก'!C3`),
  );
});
