import { gridBook, gridSheet } from '../../support/grid-reading';
import { down, SCORES, TEN, TEN_2567, TEN_EN, thai, upTo } from '../../support/officer-books';
import { expectOnly, refusalOf, scoresRead } from '../../support/officer-readings';

// How the names of indicators are typed. Each workbook has ten names in A4:A13 and their scores in B4:B13.

const bookOf = (names: readonly string[], year = 2565, header = ['ตัวชี้วัด', 'คะแนน']) =>
  gridBook(
    gridSheet('คะแนน', [
      [`ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. ${year}`],
      ['เทศบาลตำบลตัวอย่าง'],
      header,
      ...names.map((name, index) => [name, SCORES[index] ?? null]),
    ]),
  );
const expectTen = (names: readonly string[], year = 2565, header?: string[]) =>
  expectOnly(bookOf(names, year, header), {
    agency: 'เทศบาลตำบลตัวอย่าง',
    year,
    figures: down('คะแนน', 'B', 4, upTo(10), SCORES),
  });

describe('official names and what is typed around them', () => {
  test.each([2562, 2563, 2564, 2565, 2566, 2567, 2568, 2569])(
    'the names of 2562 and of 2567 in %d',
    (year) => {
      expectTen(TEN, year);
      expectTen(TEN_2567, year);
    },
  );

  test.each<[string, (name: string, number: number) => string]>([
    ['«ตัวชี้วัดที่ 1»', (name, n) => `ตัวชี้วัดที่ ${n} ${name}`],
    ['«ตัวชี้วัดที่ ๑»', (name, n) => `ตัวชี้วัดที่ ${thai(n)} ${name}`],
    ['«ตัวชี้วัดที่ ๑ :»', (name, n) => `ตัวชี้วัดที่ ${thai(n)} : ${name}`],
    ['«ตัวชี้วัดที่ 1:»', (name, n) => `ตัวชี้วัดที่ ${n}: ${name}`],
    ['«ตัวชี้วัดที่1» without blanks', (name, n) => `ตัวชี้วัดที่${n}${name}`],
    ['«ตัวชี้วัด»', (name) => `ตัวชี้วัด${name}`],
    ['«ตัวชี้วัด 1»', (name, n) => `ตัวชี้วัด ${n} ${name}`],
    ['«ด้านที่ ๑»', (name, n) => `ด้านที่ ${thai(n)} ${name}`],
    ['«1.»', (name, n) => `${n}. ${name}`],
    ['«๑.» without a blank', (name, n) => `${thai(n)}.${name}`],
    ['«๑)»', (name, n) => `${thai(n)}) ${name}`],
    ['«(๑)»', (name, n) => `(${thai(n)}) ${name}`],
    ['«1 -»', (name, n) => `${n} - ${name}`],
    ['«1 –»', (name, n) => `${n} – ${name}`],
    ['a number alone', (name, n) => `${n} ${name}`],
    ['a dash', (name) => `- ${name}`],
    ['a bullet', (name) => `• ${name}`],
    ['quotation marks', (name) => `“${name}”`],
    ['stars', (name) => `**${name}**`],
    ['a star behind', (name) => `${name}*`],
    ['blanks on both sides', (name) => `   ${name}  `],
    ['the number behind', (name, n) => `${name} (ตัวชี้วัดที่ ${n})`],
    ['the English name behind', (name, n) => `${name} (${TEN_EN[n - 1] ?? ''})`],
    ['the instrument behind', (name, n) => `${name} (${n <= 5 ? 'IIT' : n <= 8 ? 'EIT' : 'OIT'})`],
  ])('%s', (_, type) => {
    expectTen(TEN.map((name, index) => type(name, index + 1)));
  });

  test('numbers without names', () => {
    expectTen(upTo(10).map((n) => `ตัวชี้วัดที่ ${thai(n)}`));
  });

  test.each<[string, (name: string) => string]>([
    ['a line break in the middle', (name) => `${name.slice(0, 9)}\n${name.slice(9)}`],
    ['line breaks before and after', (name) => `\n${name}\r\n`],
    ['two blanks inside', (name) => `${name.slice(0, 3)}  ${name.slice(3)}`],
    ['a non-breaking blank inside', (name) => `${name.slice(0, 7)}\u00a0${name.slice(7)}`],
    ['a zero-width blank between words', (name) => `${name.slice(0, 3)}\u200b${name.slice(3)}`],
    ['a tab in front', (name) => `\t${name}`],
  ])('%s', (_, type) => {
    expectTen(TEN.map(type));
  });
});

const SLIPS: readonly (readonly [number, readonly string[]])[] = [
  [1, ['การปฎิบัติหน้าที่', 'การปฏิบัติหน้าที', 'การปฏิบัตหน้าที่', 'การปฏิบัติหน้าทึ่', 'การปฏิบัติหน้้าที่', 'การปฏิบัติหนาที่']],
  [2, ['การใช้งบประมาน', 'การใช้งบประมาณณ', 'การใช้งปประมาณ', 'การใช้ งบประมาณ', 'การใช่งบประมาณ']],
  // The sign am in two characters, as text copied from documents has it; and typed with one character too many.
  [3, ['การใช้อํานาจ', 'การใช้อำานาจ', 'การใช้อำนาจน์', 'การใชอำนาจ', 'การใช้อำนาด']],
  [
    4,
    [
      'การใช้ทรัพย์สินของทางราชการ',
      'การใช้ทรัพย์สินราชการ',
      'การใช้ทรัพสินของราชการ',
      'การใช้ทรัพย์สินของราชาการ',
      'การใช้ทรัพย์สิ้นของราชการ',
    ],
  ],
  [
    5,
    [
      'การแก้ปัญหาการทุจริต',
      'การแก้ไขปัญหาทุจริต',
      'การแก้ไขปัญหาการทุจริต์',
      'การแก้้ไขปัญหาการทุจริต',
      'การแก้ไขปํญหาการทุจริต',
      'การเเก้ไขปัญหาการทุจริต',
    ],
  ],
  [
    6,
    [
      'คุณภาพการดําเนินงาน',
      'คุณภาพการด�ำเนินงาน',
      'คุณภาพการดำเนินการ',
      'คุณภาพการดำเนนงาน',
      'คุณภาพในการดำเนินงาน',
      'คุณภาพการดำเนินงาณ',
    ],
  ],
  [
    7,
    [
      'ประสิทธิภาพในการสื่อสาร',
      'ประสิทธิภาพการสือสาร',
      'ประสิทธภาพการสื่อสาร',
      'ประสิทธิภาพการสี่อสาร',
      'ประสิทธิภาพการสื่่อสาร',
    ],
  ],
  [
    8,
    [
      'การปรับปรุงการทำงาน',
      'การปรับปรุงระบบการทำงาน',
      'การปรับปรุงระบบการทํางาน',
      'การปรับปรุงระบบทำงาน',
      'การปรุบปรุงการทำงาน',
    ],
  ],
  [9, ['การเปิดเผยข้อมูน', 'การเปิดเผยข้อมุล', 'การเปืดเผยข้อมูล', 'การเปิดเผยขอมูล', 'เปิดเผยข้อมูล']],
  [10, ['การป้องกันการทุจจริต', 'การปัองกันการทุจริต', 'การป้องกันทุจริต', 'การป้องกันการทุริต', 'การป้้องกันการทุจริต']],
];
const casesOf = (list: typeof SLIPS): readonly (readonly [string, number])[] =>
  list.flatMap(([indicator, names]) => names.map((name) => [name, indicator] as const));

test.each(casesOf(SLIPS))('a slip: «%s» is the name of indicator %d', (slip, indicator) => {
  const names = TEN.map((name, index) => (index + 1 === indicator ? slip : name));
  expectTen(names, 2565);
  expectTen(names, 2567);
});

const CUT: readonly (readonly [number, readonly string[]])[] = [
  [1, ['การปฏิบัติ', 'การปฏิบัติหน้า', 'การปฏิบัติหน้าที่…']],
  [2, ['การใช้งบ', 'การใช้งบประ', 'การใช้งบ...']],
  [4, ['การใช้ทรัพย์สิน', 'การใช้ทรัพย์สินของ', 'การใช้ทรัพย์สินของทาง', 'การใช้ทรัพย์...']],
  [5, ['การแก้ไขปัญหา', 'การแก้ไขปัญหาการ', 'การแก้ไข…']],
  [6, ['คุณภาพการ', 'คุณภาพการดำเนิน', 'คุณภาพการดำเ...']],
  [7, ['ประสิทธิภาพการ', 'ประสิทธิภาพการสื่อ', 'ประสิทธิภาพ…']],
  [8, ['การปรับปรุง', 'การปรับปรุงระบบ', 'การปรับปรุงการ…']],
  [9, ['การเปิดเผย', 'การเปิดเผยข้อ', 'การเปิดเผยข้อ...']],
  [10, ['การป้องกัน', 'การป้องกันการ', 'การป้องกันการทุ…']],
];

test.each(casesOf(CUT))('cut off: «%s» is the name of indicator %d', (cut, indicator) => {
  expectTen(TEN.map((name, index) => (index + 1 === indicator ? cut : name)));
});

test('a name cut off so early that it could be several is not guessed', () => {
  const read = scoresRead(bookOf(TEN.map((name, index) => (index === 2 ? 'การใช้' : name))));
  expect(read).toEqual(down('คะแนน', 'B', 4, upTo(10), SCORES).filter((_, index) => index !== 2));
});

describe('English', () => {
  const header = ['Indicator', 'Score'];
  test.each<[string, (name: string, number: number) => string]>([
    ['names', (name) => name],
    ['small letters', (name) => name.toLowerCase()],
    ['capitals', (name) => name.toUpperCase()],
    ['numbers in front', (name, n) => `${n}. ${name}`],
    ['«Indicator 1:»', (name, n) => `Indicator ${n}: ${name}`],
    ['two blanks', (name) => name.replace(' ', '  ')],
    ['a blank for the hyphen', (name) => name.replace('-', ' ')],
    ['a slip', (name) => name.replace('ti', 't')],
  ])('%s', (_, type) => {
    expectTen(
      TEN_EN.map((name, index) => type(name, index + 1)),
      2567,
      header,
    );
  });

  test('a whole sheet in English', () => {
    const sheet = gridSheet('ITA', [
      ['Integrity and Transparency Assessment (ITA) FY2024'],
      ['No.', 'Indicator', 'Score'],
      ...TEN_EN.map((name, index) => [index + 1, name, SCORES[index] ?? null]),
      [null, 'Total', 93.9],
      [null, 'Grade', 'Good'],
    ]);
    expectOnly(gridBook(sheet), {
      year: 2567,
      figures: down('ITA', 'C', 3, [...upTo(10), 'total'], [...SCORES, 93.9]),
    });
  });
});

describe('what is near a name and means something else', () => {
  test('instruments, sub-indicators and indicators in one table', () => {
    const rows: readonly (readonly [string, number, string | number])[] = [
      ['แบบตรวจการเปิดเผยข้อมูลสาธารณะ (OIT)', 96.01, 'OIT'],
      ['ตัวชี้วัดที่ 9 การเปิดเผยข้อมูล', 92.02, 9],
      ['ตัวชี้วัดย่อยที่ 9.1 ข้อมูลพื้นฐาน', 91.03, '9.1'],
      ['9.2 การบริหารงาน', 90.04, '9.2'],
      ['๙.๓ การจัดซื้อจัดจ้าง', 89.05, '9.3'],
      ['9.4 การบริหารและพัฒนาทรัพยากรบุคคล', 88.06, '9.4'],
      ['ตัวชี้วัดย่อย 9.5 การส่งเสริมความโปร่งใส', 87.07, '9.5'],
      ['ตัวชี้วัดที่ 10 การป้องกันการทุจริต', 86.08, 10],
      ['10.1 การดำเนินการเพื่อป้องกันการทุจริต', 85.09, '10.1'],
      ['๑๐.๒ มาตรการส่งเสริมคุณธรรมและความโปร่งใส', 84.11, '10.2'],
    ];
    const sheet = gridSheet('ก', [
      ['ผลการประเมิน ITA ปีงบประมาณ 2566'],
      ['ตัวชี้วัด', 'คะแนน'],
      ...rows.map(([name, score]) => [name, score]),
    ]);
    expectOnly(gridBook(sheet), {
      year: 2566,
      figures: down(
        'ก',
        'B',
        3,
        rows.map(([, , subject]) => subject),
        rows.map(([, score]) => score),
      ),
    });
  });

  test('sub-indicators by their names alone', () => {
    const names = [
      'ข้อมูลพื้นฐาน',
      'การบริหารงาน',
      'การจัดซื้อจัดจ้าง',
      'การบริหารและพัฒนาทรัพยากรบุคคล',
      'การส่งเสริมความโปร่งใส',
    ];
    const sheet = gridSheet('ก', [
      ['ผลการประเมิน ITA ปีงบประมาณ 2566'],
      ['ตัวชี้วัดย่อย', 'คะแนน'],
      ...names.map((name, index) => [name, 91 + index]),
      ['การดำเนินการเพื่อป้องกันการทุจริต', 96],
      ['มาตรการส่งเสริมคุณธรรมและความโปร่งใส', 97],
    ]);
    expectOnly(gridBook(sheet), {
      year: 2566,
      figures: down(
        'ก',
        'B',
        3,
        ['9.1', '9.2', '9.3', '9.4', '9.5', '10.1', '10.2'],
        [91, 92, 93, 94, 95, 96, 97],
      ),
    });
  });

  test('mistakes in use: a sub-indicator called 9, the indicators of OIT counted anew', () => {
    expectTen([...TEN.slice(0, 8), 'ตัวชี้วัดย่อยที่ 9 การเปิดเผยข้อมูล', 'ตัวชี้วัดย่อยที่ 10 การป้องกันการทุจริต']);
    expectTen([...TEN.slice(0, 8), 'OIT 1 การเปิดเผยข้อมูล', 'OIT 2 การป้องกันการทุจริต']);
  });

  test('names of other assessments are not taken for them', () => {
    const others = [
      'การใช้ห้องสมุด',
      'การบริการ',
      'ประสิทธิภาพการผลิต',
      'คุณภาพการศึกษา',
      'การแก้ไขปัญหาการจราจร',
      'การป้องกันอุบัติเหตุ',
      'การปรับปรุงภูมิทัศน์',
    ];
    expect(refusalOf(bookOf(others)).code).toBe('noScores');
  });
});
