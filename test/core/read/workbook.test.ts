import fc from 'fast-check';
import { analyze } from '../../../src/app/analyze';
import {
  figuresOf,
  gridBook,
  gridSheet,
  onlyReading,
  readGrid,
  type GridValue,
} from '../../support/grid-reading';

const table = (agency: string | null, year: string | null): readonly (readonly GridValue[])[] => [
  [agency],
  [year],
  ['ตัวชี้วัด', 'คะแนน'],
  ['การปฏิบัติหน้าที่', 94.56],
];
const scores = (agency: string | null, year: string | null, name = 'ก') =>
  gridSheet(name, table(agency, year));

test.each<[string, Parameters<typeof readGrid>, string, readonly string[]]>([
  ['an empty workbook', [gridBook(gridSheet('ก', []))], 'noScores', []],
  [
    'a phone list',
    [
      gridBook(
        gridSheet('ก', [
          ['ชื่อ', 'โทรศัพท์'],
          ['กองคลัง', '0 2123 4567'],
        ]),
      ),
    ],
    'noScores',
    [],
  ],
  [
    'headers without a score below them',
    [gridBook(gridSheet('ก', [['ปีงบประมาณ 2565'], ['ตัวชี้วัด', 'คะแนน'], ['การใช้งบประมาณ', null]]))],
    'noScores',
    [],
  ],
  [
    'no year',
    [gridBook(scores('เทศบาลตำบลตัวอย่าง', null))],
    'yearUnknown',
    expect.arrayContaining(['2568']) as never,
  ],
  [
    'a year before all rules',
    [gridBook(scores(null, 'ปีงบประมาณ 2560'))],
    'yearUnsupported',
    expect.anything() as never,
  ],
  [
    'a year of history',
    [gridBook(scores(null, 'ปีงบประมาณ 2561'))],
    'yearHistory',
    expect.anything() as never,
  ],
  [
    'two agencies',
    [
      gridBook(
        scores('เทศบาลตำบลหนึ่ง', 'ปีงบประมาณ 2565', 'ก'),
        scores('เทศบาลตำบลสอง', 'ปีงบประมาณ 2565', 'ข'),
      ),
    ],
    'severalAgencies',
    ['เทศบาลตำบลหนึ่ง', 'เทศบาลตำบลสอง'],
  ],
  ['another sheet', [gridBook(scores(null, 'ปีงบประมาณ 2565')), { sheet: 'ไม่มี' }], 'sheetNotFound', ['ก']],
])('%s is refused', (_, [snapshot, options], code, candidates) => {
  expect(readGrid(snapshot, options)).toMatchObject({ ok: false, error: { code, candidates } });
});

test('an agency or a year that the user names chooses', () => {
  const two = gridBook(
    scores('เทศบาลตำบลหนึ่ง', 'ปีงบประมาณ 2565', 'ก'),
    scores('เทศบาลตำบลสอง', 'ปีงบประมาณ 2566', 'ข'),
  );
  expect(onlyReading(two, { agency: 'เทศบาลตำบลสอง' })).toMatchObject({ fiscalYear: 2566 });
  expect(onlyReading(gridBook(scores(null, null)), { year: 2568 })).toMatchObject({ fiscalYear: 2568 });
});

test('a year that contradicts the workbook is used, and said', () => {
  const analysis = analyze(gridBook(scores(null, 'ปีงบประมาณ 2565')), { year: 2566 });
  const [first] = analysis.ok ? analysis.value.assessments : [];
  expect(first?.fiscalYear).toBe(2566);
  expect(first?.findings[0]).toMatchObject({
    code: 'yearContradiction',
    severity: 'warning',
    params: { stated: '2565' },
  });
});

test.each([
  ['หน่วยงาน : เทศบาลตำบลตัวอย่าง', 'เทศบาลตำบลตัวอย่าง'],
  ['องค์การบริหารส่วนตำบลบางสักได้คะแนนผลการประเมินตามแบบวัด', 'องค์การบริหารส่วนตำบลบางสัก'],
  ['ผลการประเมินของเทศบาลนครนครปฐม ประจำปี', 'เทศบาลนครนครปฐม'],
  ['สถาบันวิจัยและพัฒนาพื้นที่สูง', 'สถาบันวิจัยและพัฒนาพื้นที่สูง'],
  ['กรุงเทพมหานคร', 'กรุงเทพมหานคร'],
  ['เทศบาลตำบล', null],
  ['สำนักงานคณะกรรมการป้องกันและปราบปรามการทุจริตแห่งชาติ', null],
])('«%s» names the agency %s', (heading, agency) => {
  expect(onlyReading(gridBook(scores(heading, 'ปีงบประมาณ 2565'))).agency).toBe(agency);
});

test('the scores of a measures document belong to the year that was scored', () => {
  const sheet = gridSheet('ก', [
    ['มาตรการส่งเสริมคุณธรรมและความโปร่งใส ประจำปีงบประมาณ พ.ศ. 2568'],
    ['จากการวิเคราะห์ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. 2567'],
    ['ตัวชี้วัด', 'คะแนน'],
    ['การปฏิบัติหน้าที่', 94.56],
  ]);
  expect(onlyReading(gridBook(sheet)).fiscalYear).toBe(2567);
});

test('our own sheets are never a source', () => {
  const ours = gridSheet('ผลวิเคราะห์ ITA', table(null, 'ปีงบประมาณ 2565'));
  const book = {
    ...gridBook(scores(null, 'ปีงบประมาณ 2565'), ours),
    names: [{ name: 'ITA_Analysis', refersTo: "'ผลวิเคราะห์ ITA'!$A$1:$B$4", scope: null }],
  };
  expect(figuresOf(onlyReading(book))).toEqual(["1 94.56 'ก'!B4"]);
});

test('the order of sheets and rows does not matter', () => {
  const rows = [
    ['การปฏิบัติหน้าที่', 94.56],
    ['การใช้งบประมาณ', 88.13],
    ['การใช้อำนาจ', 90.81],
    ['คุณภาพการดำเนินงาน', 96.03],
    ['การเปิดเผยข้อมูล', 100],
  ];
  const valuesOf = (sheet: ReturnType<typeof gridSheet>) =>
    onlyReading(gridBook(gridSheet('ว่าง', []), sheet))
      .figures.map(({ subject, value }) => `${JSON.stringify(subject)} ${value ?? ''}`)
      .sort();
  const expected = valuesOf(gridSheet('ก', [['ปีงบประมาณ 2565'], ['ตัวชี้วัด', 'คะแนน'], ...rows]));
  fc.assert(
    fc.property(fc.shuffledSubarray(rows, { minLength: rows.length }), fc.nat(5), (shuffled, above) => {
      const blank = Array.from({ length: above }, () => []);
      expect(
        valuesOf(gridSheet('ก', [['ปีงบประมาณ 2565'], ...blank, ['ตัวชี้วัด', 'คะแนน'], ...shuffled])),
      ).toEqual(expected);
    }),
  );
});
