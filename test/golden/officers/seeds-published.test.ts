import { gridBook, gridSheet, merged } from '../../support/grid-reading';
import { across, down, EIT, ids, IIT, OIT, saved, TEN_2567, thai } from '../../support/officer-books';
import { expectOnly } from '../../support/officer-readings';
import { ADVICE, CALENDAR, MEASURES as NAKHON_MEASURES } from '../../support/published/around-scores';
import { ITEM_TABLES } from '../../support/published/bang-sak-2567';

// The two reports that print their scores, typed into workbooks the way different officers would.

describe('เทศบาลนครนครปฐม 2565', () => {
  const scores = [94.56, 88.13, 90.81, 88.09, 90.53, 96.03, 96.2, 94.74, 100, 100];
  const TITLE = [
    ['รายงานผลการวิเคราะห์การประเมินคุณธรรมและความโปร่งใส'],
    ['ในการดำเนินงานของหน่วยงานภาครัฐ ประจำปีงบประมาณ พ.ศ. 2565'],
    ['เทศบาลนครนครปฐม'],
  ];

  test('one table with full marks, subtotals, total and grade, and a signature below', () => {
    const row = (instrument: string | null, id: number, name: string) => [
      instrument,
      id,
      name,
      100,
      scores[id - 1] ?? null,
    ];
    const rows = [
      ...TITLE,
      [],
      ['เครื่องมือ', 'ที่', 'ตัวชี้วัด', 'คะแนนเต็ม', 'คะแนนที่ได้', 'หมายเหตุ'],
      row(IIT, 1, 'การปฏิบัติหน้าที่'),
      row(null, 2, 'การใช้งบประมาณ'),
      row(null, 3, 'การใช้อำนาจ'),
      row(null, 4, 'การใช้ทรัพย์สินของราชการ'),
      row(null, 5, 'การแก้ไขปัญหาการทุจริต'),
      ['คะแนนเฉลี่ย IIT', null, null, 100, 90.42],
      row(EIT, 6, 'คุณภาพการดำเนินงาน'),
      row(null, 7, 'ประสิทธิภาพการสื่อสาร'),
      row(null, 8, 'การปรับปรุงการทำงาน'),
      ['คะแนนเฉลี่ย EIT', null, null, 100, 95.65],
      row(OIT, 9, 'การเปิดเผยข้อมูล'),
      row(null, 10, 'การป้องกันการทุจริต'),
      ['คะแนนเฉลี่ย OIT', null, null, 100, 100],
      ['คะแนนรวมทั้งสิ้น', null, null, 100, 95.82],
      ['ระดับผลการประเมิน', null, null, null, 'AA'],
      [],
      ['หมายเหตุ : หน่วยงานที่ผ่านเกณฑ์ต้องมีผลคะแนนการประเมิน 85 คะแนน (ระดับ A) ขึ้นไป'],
      ['กองวิชาการและแผนงาน ผู้รายงาน'],
    ];
    const merges = [merged(5, 0, 9, 0), merged(11, 0, 13, 0), merged(15, 0, 16, 0), merged(10, 0, 10, 2)];
    const sheet = gridSheet('ITA65', rows, { merges });
    const expected = {
      agency: 'เทศบาลนครนครปฐม',
      year: 2565,
      grade: 'AA',
      figures: [
        ...down('ITA65', 'E', 6, [1, 2, 3, 4, 5, 'IIT'], [...scores.slice(0, 5), 90.42]),
        ...down('ITA65', 'E', 12, [6, 7, 8, 'EIT'], [...scores.slice(5, 8), 95.65]),
        ...down('ITA65', 'E', 16, [9, 10, 'OIT', 'total'], [100, 100, 100, 95.82]),
      ],
    };
    expectOnly(gridBook(sheet), expected);
    expectOnly(saved(sheet), expected);
  });

  test('ranking and weighted table in Thai digits on sheets of their own, advice, calendar and measures on others', () => {
    const order = [9, 10, 7, 6, 8, 1, 3, 5, 2, 4];
    const names = ['การเปิดเผยข้อมูล', 'การป้องกันการทุจริต', 'ประสิทธิภาพการสื่อสาร', 'คุณภาพการดำเนินงาน'];
    const more = ['การปรับปรุงการทำงาน', 'การปฏิบัติหน้าที่', 'การใช้อำนาจ', 'การแก้ไขปัญหาการทุจริต'];
    const all = [...names, ...more, 'การใช้งบประมาณ', 'การใช้ทรัพย์สินของราชการ'];
    const inOrder = order.map((id) => scores[id - 1] ?? null);
    const ranking = gridSheet('อันดับ', [
      ...TITLE,
      ['คะแนนสูงสุดรายตัวชี้วัด'],
      ['อันดับ', 'ตัวชี้วัด', 'คะแนน'],
      ...all.map((name, index) => [thai(index + 1), name, thai((inOrder[index] ?? 0).toFixed(2))]),
      ['คะแนนสูงสุด ๑๐๐.๐๐ คะแนน คะแนนต่ำสุด ๘๘.๐๙ คะแนน'],
    ]);
    const weighted = gridSheet('ถ่วงน้ำหนัก', [
      ['ตารางแสดงค่าคะแนนการถ่วงน้ำหนักของเทศบาลนครนครปฐมตามเกณฑ์การประเมิน'],
      ['ประเด็นการประเมิน', 'น้ำหนัก', 'คะแนนเฉลี่ยที่ได้รับ', 'คะแนนถ่วงน้ำหนัก'],
      ['การรับรู้ของบุคลากรภายในหน่วยงาน (IIT)', 'ร้อยละ ๓๐', '๙๐.๔๒', '๒๗.๑๓'],
      ['การรับรู้ของผู้มีส่วนได้ส่วนเสียภายนอก (EIT)', 'ร้อยละ ๓๐', '๙๕.๖๕', '๒๘.๖๙'],
      ['การเปิดเผยข้อมูลสาธารณะ (OIT)', 'ร้อยละ ๔๐', '๑๐๐', '๔๐'],
      ['รวม', 'ร้อยละ ๑๐๐', null, '๙๕.๘๒'],
    ]);
    const sheets = [
      weighted,
      ranking,
      gridSheet('ข้อเสนอแนะ ป.ป.ช.', ADVICE),
      gridSheet('ปฏิทิน', CALENDAR),
      gridSheet('มาตรการ', NAKHON_MEASURES),
    ];
    const expected = {
      agency: 'เทศบาลนครนครปฐม',
      year: 2565,
      figures: [
        ...down('อันดับ', 'C', 6, order, inOrder),
        ...order.map((id, index) => `${id} rank ${index + 1} 'อันดับ'!A${index + 6}`),
        ...down('ถ่วงน้ำหนัก', 'C', 3, ['IIT', 'EIT', 'OIT'], [90.42, 95.65, 100]),
        ...down(
          'ถ่วงน้ำหนัก',
          'D',
          3,
          ['IIT weighted', 'EIT weighted', 'OIT weighted', 'total'],
          [27.13, 28.69, 40, 95.82],
        ),
      ],
    };
    expectOnly(gridBook(...sheets), expected);
    expectOnly(saved(...sheets), expected);
  });
});

describe('องค์การบริหารส่วนตำบลบางสัก 2567', () => {
  const scores = [99.78, 99.56, 99.78, 100, 99.33, 92.92, 89.75, 80.58, 92.14, 100];
  const items = new Map(ITEM_TABLES.flatMap(({ rows }) => rows.map(([, , , item, value]) => [item, value])));
  const valuesOf = (codes: readonly string[]) => codes.map((code) => items.get(code) ?? null);
  const codes = [...ids('i', 15), ...ids('e', 9), ...ids('o', 35)];
  const TITLE = [
    ['ผลการประเมินคุณธรรมและความโปร่งใสขององค์การบริหารส่วนตำบลบางสัก อำเภอกันตัง จังหวัดตรัง'],
    ['ประจำปีงบประมาณ พ.ศ.๒๕๖๗'],
  ];
  const summary = gridSheet('สรุป', [
    ...TITLE,
    [],
    ['ตัวชี้วัด', 'คะแนนเฉลี่ย'],
    ...TEN_2567.map((name, index) => [`${index + 1}. ${name}`, scores[index] ?? null]),
    [],
    ['เครื่องมือ', 'คะแนน'],
    ['IIT', 99.69],
    ['EIT ส่วนที่ ๑', 94.62],
    ['EIT ส่วนที่ ๒', 80.89],
    ['OIT', 96.07],
    [],
    ['คะแนนภาพรวม', 94.66],
    ['ระดับผลการประเมิน', 'ผ่าน'],
  ]);
  const summaryFigures = [
    ...down('สรุป', 'B', 5, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10], scores),
    ...down('สรุป', 'B', 17, ['IIT', 'EIT.1', 'EIT.2', 'OIT'], [99.69, 94.62, 80.89, 96.07]),
    "total 94.66 'สรุป'!B22",
  ];
  const measures = gridSheet('มาตรการ', [
    ['มาตรการส่งเสริมคุณธรรมและความโปร่งใสขององค์การบริหารส่วนตำบลบางสัก ประจำปีงบประมาณ พ.ศ. ๒๕๖๘'],
    ['มาตรการ/แนวทาง', 'ขั้นตอน/วิธีการดำเนินการ', 'ผู้รับผิดชอบ', 'ระยะเวลาดำเนินการ', 'การติดตามประเมินผล'],
    ['๑.กระบวนการปฏิบัติงานที่โปร่งใสและมีประสิทธิภาพ'],
    [
      '๑. สร้างเรียนรู้ให้แก่บุคลากร',
      '๑.๑ กำชับให้บุคลากร',
      'สำนักปลัด',
      'ต.ค. ๖๗ – ก.ย. ๖๘ (ตลอดปีงบประมาณ)',
      'รายงานผล ณ วันสิ้นปีงบประมาณ',
    ],
    ['๒.การให้บริการและระบบ E-service'],
    [
      '๑. ประชาสัมพันธ์ช่องทาง',
      '๑.๑ เผยแพร่ประชาสัมพันธ์',
      'ทุกสำนัก/กอง',
      'ต.ค. ๖๗ – ก.ย. ๖๘ (ตลอดปีงบประมาณ)',
      'รายงานผล ณ วันสิ้นปีงบประมาณ',
    ],
  ]);
  const missing = codes.filter((code) => !items.has(code));

  test('a summary, one long table of items with the unpublished ones left blank, and next year’s measures', () => {
    const long = gridSheet('รายข้อ', [
      ['คะแนนรายข้อคำถาม'],
      ['ข้อ', 'คะแนน'],
      ...codes.map((code) => [code, items.get(code) ?? null]),
    ]);
    const expected = {
      agency: 'องค์การบริหารส่วนตำบลบางสัก',
      year: 2567,
      grade: 'pass',
      figures: [...summaryFigures, ...down('รายข้อ', 'B', 3, codes, valuesOf(codes))],
      unscored: missing.map((code) => `${code} missing 'รายข้อ'!B${codes.indexOf(code) + 3}`),
    };
    expectOnly(gridBook(summary, long, measures), expected);
    expectOnly(gridBook(measures, long, summary), expected);
    expectOnly(saved(summary, long, measures), expected);
  });

  test('a sheet for each instrument, its items across the columns as bare numbers', () => {
    const wide = (instrument: 'IIT' | 'EIT' | 'OIT', letter: 'i' | 'e' | 'o', last: number) =>
      gridSheet(instrument, [
        [`คะแนนรายข้อ แบบวัด ${instrument}`],
        ['ข้อ', ...ids(letter, last).map((_, index) => index + 1)],
        ['คะแนน', ...valuesOf(ids(letter, last))],
      ]);
    const figures = (sheet: string, letter: 'i' | 'e' | 'o', last: number) =>
      across(sheet, 1, 3, ids(letter, last), valuesOf(ids(letter, last)));
    const sheets = [summary, wide('IIT', 'i', 15), wide('EIT', 'e', 9), wide('OIT', 'o', 35)];
    expectOnly(gridBook(...sheets), {
      agency: 'องค์การบริหารส่วนตำบลบางสัก',
      year: 2567,
      figures: [
        ...summaryFigures,
        ...figures('IIT', 'i', 15),
        ...figures('EIT', 'e', 9),
        ...figures('OIT', 'o', 35),
      ],
    });
  });
});
