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
