import { figuresOf, gridBook, gridSheet, onlyReading, type GridValue } from '../../support/grid-reading';

type Rows = readonly (readonly GridValue[])[];

const readWith = (fiscalYear: number, before: Rows, after: Rows = []) =>
  onlyReading(
    gridBook(
      gridSheet('ก', [
        [`ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. ${fiscalYear}`],
        ...before,
        [],
        ['ตัวชี้วัด', 'คะแนน'],
        ['การปฏิบัติหน้าที่', 94.56],
        ['คุณภาพการดำเนินงาน', 94.56],
        ['การเปิดเผยข้อมูล', 94.56],
        [],
        [],
        [],
        ...after,
      ]),
    ),
  );

describe('the grade that a workbook states', () => {
  test.each<[string, Rows, string]>([
    ['beside its word', [['ระดับผลการประเมิน', 'AA']], 'AA'],
    ['some cells away', [['ระดับ', null, null, ' aa ']], 'AA'],
    ['in one cell', [['ระดับ: A']], 'A'],
    ['in quotation marks', [['ผลการประเมินระดับ', null], ['ระดับ “B”']], 'B'],
    ['as a grade word', [['เกรด', 'C']], 'C'],
  ])('%s', (_, rows, code) => {
    expect(readWith(2565, rows).grade?.code).toBe(code);
    expect(readWith(2565, [], rows).grade?.code).toBe(code);
  });

  test.each<[string, string]>([
    ['ผ่านดีเยี่ยม', 'excellent'],
    ['ผ่านดี', 'good'],
    ['ผ่าน', 'pass'],
    ['ต้องปรับปรุง', 'needsImprovement'],
    ['ต้องปรับปรุงโดยด่วน', 'needsUrgentImprovement'],
  ])('from 2566 «%s» is %s', (label, code) => {
    expect(readWith(2567, [['ระดับผลการประเมิน', label]]).grade?.code).toBe(code);
  });

  test.each<[string, Rows]>([
    ['a row of all grades', [['ระดับ', 'AA', 'A', 'B', 'C', 'D', 'E', 'F']]],
    [
      'a column of all grades after their ranges',
      [
        ['คะแนน', 'ระดับ'],
        ['95 – 100', 'ระดับ AA'],
        ['85 – 94', 'ระดับ A'],
      ],
    ],
    [
      'a column of all grades before their ranges',
      [
        ['ระดับ AA', '95.00 – 100'],
        ['ระดับ A', '85.00 – 94.99'],
      ],
    ],
    [
      'words of the scale with their limits',
      [
        ['ระดับ', 'A', 'คะแนน 85.00 ขึ้นไป'],
        ['ระดับ', 'B', 'ต่ำกว่า 85'],
      ],
    ],
    ['a range in one cell', [['เกณฑ์: 95–100 ระดับ AA']]],
    ['the pass mark', [['ระดับ A', 'ไม่น้อยกว่า 85']]],
    [
      'two years side by side',
      [
        ['ระดับผลการประเมิน', 'AA'],
        ['ระดับผลการประเมิน', 'B'],
      ],
    ],
  ])('is not in %s', (_, rows) => {
    expect(readWith(2565, rows).grade).toBeNull();
    expect(readWith(2565, [], rows).grade).toBeNull();
  });

  test('a list of grades without limits does not hide it either', () => {
    const list: Rows = [['ระดับ AA', 95], ['ระดับ A', 85], ['ระดับ B', 75], [], ['ระดับผลการประเมิน', 'A']];
    expect(readWith(2565, list).grade).toMatchObject({ code: 'A', cell: { row: 5, column: 1 } });
  });

  test('a scale of grades does not hide the one that is stated', () => {
    const scale: Rows = [
      ['คะแนน', 'ระดับ'],
      ['95 – 100', 'ระดับ AA'],
      ['85 – 94', 'ระดับ A'],
    ];
    expect(readWith(2565, [...scale, [], ['ระดับผลการประเมิน', 'A']]).grade?.code).toBe('A');
  });
});

describe('the total that a workbook states', () => {
  const totalsOf = (reading: ReturnType<typeof readWith>): readonly string[] =>
    figuresOf(reading).filter((figure) => figure.startsWith('total'));

  test.each<[string, Rows, readonly string[]]>([
    ['beside its word', [['คะแนนรวม', '๙๔.๖๖']], ["total 94.66 'ก'!B2"]],
    ['of this year', [['คะแนน ITA ปี 2567', 94.66]], ["total 94.66 'ก'!B2"]],
    ['of another year', [['คะแนน ITA ปีงบประมาณ 2566', 94.04]], []],
    ['that is no number', [['คะแนนรวม', 'รอผล']], []],
    ['of one instrument', [['คะแนนรวม IIT', 99.69]], []],
  ])('%s', (_, rows, totals) => {
    expect(totalsOf(readWith(2567, rows))).toEqual(totals);
  });
});

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
