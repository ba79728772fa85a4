import fc from 'fast-check';
import { assess } from '../../../src/core/assess/assess';
import { cellAt, isCellError, type SnapshotCell } from '../../../src/core/snapshot';
import { readWorkbook } from '../../../src/core/read/read-workbook';
import type { AgencyReading, ReadFigure } from '../../../src/core/read/reading';
import { withArabicDigits } from '../../../src/core/text/thai-digits';
import { ruleSets } from '../../../src/rules/rule-sets';
import { year } from '../../rules/year';
import { gridBook, gridSheet, merged, type GridValue } from '../../support/grid-reading';

const GRIDS = 10_000;

const cell = (value: SnapshotCell['value'], format: string): SnapshotCell => ({
  value,
  formula: null,
  format,
});

const label = fc.constantFrom(
  ...['การปฏิบัติหน้าที่', 'ตัวชี้วัดที่ 2 การใช้งบประมาณ', '๙ การเปิดเผยข้อมูล', 'ตัวชี้วัดย่อยที่ 9.2', '10.1'],
  ...['ข้อ 1๑', 'ข้อ ๐๙', 'o12', 'e3', 'ข้อ ๑๑', 'o1 - o6', 'o99', '7', 'EB1', 'IIT', 'EIT ส่วนที่ 2', 'รวม'],
  ...['รวมทั้งสิ้น', 'ผลรวม', 'หมายเหตุ', 'แบบตรวจการเปิดเผยข้อมูลสาธารณะ (OIT)', 'OIT 35 ข้อ', 'ระดับ', 'AA'],
);
const score = fc.oneof(
  { weight: 4, arbitrary: fc.double({ min: 0, max: 100, noNaN: true }) },
  {
    weight: 2,
    arbitrary: fc.constantFrom('๙๙.๗๘', '99,5', ' 88.09 ', '94.56%', 'ร้อยละ ๙๐', 0, 100, '0', '100'),
  },
  { weight: 1, arbitrary: fc.constantFrom('-', 'N/A', 'รอผล', '1,234', 'AA', -1, 101, 1e300, true, '') },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      cell(0.8813, '0.00%'),
      cell(45_055, 'd mmm yyyy'),
      cell({ error: '#DIV/0!' }, 'General'),
      cell(88.13, '"คะแนน" 0.00'),
      cell(null, 'General'),
    ),
  },
  { weight: 1, arbitrary: fc.constantFrom('คะแนนรวม IIT ๙๙.๖๙', 'EIT ส่วนที่ ๑ = ๙๔.๖๒ EIT ส่วนที่ ๒ = ๘๐.๘๙') },
  { weight: 1, arbitrary: fc.constant(null) },
);
const header = fc.constantFrom<readonly GridValue[]>(
  ['ตัวชี้วัด', 'คะแนน'],
  ['ข้อ', 'คะแนน', 'หมายเหตุ'],
  ['เครื่องมือ', 'ข้อคำถาม', 'คะแนน', 'คะแนนรวมเฉลี่ย'],
  ['อันดับ', 'ตัวชี้วัด', 'คะแนน'],
  ['ประเด็นการประเมิน', 'น้ำหนัก', 'คะแนนเฉลี่ย', 'คะแนนถ่วงน้ำหนัก'],
  ['ตัวชี้วัด', 'ปี 2566', 'ปี 2567'],
  ['ตัวชี้วัด', 'อบต.หนึ่ง', 'อบต.สอง'],
  ['หน่วยงาน', 'IIT', 'EIT', 'OIT', 'คะแนนรวม', 'ระดับ'],
  ['ปี', 'i1', 'i2', 'e1', 'o9'],
  ['ตัวชี้วัด', 1, 2, 3, 4],
  ['ที่', 'หน่วยงาน', 'การปฏิบัติหน้าที่', 'การใช้อำนาจ', 'คุณภาพการดำเนิน…'],
  ['มาตรการ', 'ผู้รับผิดชอบ', 'ระยะเวลา'],
);
const heading = fc.constantFrom<readonly GridValue[]>(
  ['ผลการประเมิน ITA ปีงบประมาณ 2567'],
  ['ปีงบประมาณ', 2565],
  ['ปี 2561'],
  ['เทศบาลตำบลตัวอย่าง'],
  ['คะแนนรวม', '94.66'],
  ['ระดับผลการประเมิน', 'ผ่าน'],
  [],
);
const series = fc.constantFrom<GridValue>(
  'อบต.หนึ่ง',
  'อบต.สอง',
  'ปี 2566',
  2567,
  'คะแนน',
  'ค่าเฉลี่ย',
  'o',
  1,
  null,
);
const anything = fc.oneof(label, score, fc.string({ maxLength: 12 }));
const row = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(label, score, score).map((cells): readonly GridValue[] => cells) },
  { weight: 2, arbitrary: fc.tuple(label, label, score, score).map((cells): readonly GridValue[] => cells) },
  { weight: 1, arbitrary: fc.array(anything, { maxLength: 5 }) },
  {
    weight: 2,
    arbitrary: fc.tuple(series, score, score, score, score).map((cells): readonly GridValue[] => cells),
  },
  { weight: 1, arbitrary: heading },
  { weight: 1, arbitrary: header },
);
const sheetRows = fc
  .tuple(fc.array(heading, { maxLength: 2 }), header, fc.array(row, { maxLength: 10 }))
  .map(([before, first, body]) => [...before, first, ...body]);
const area = fc
  .tuple(fc.nat(8), fc.nat(3), fc.nat(3), fc.nat(2))
  .map(([top, left, height, width]) => merged(top, left, top + height, left + width));
const book = fc
  .array(fc.tuple(sheetRows, fc.array(area, { maxLength: 2 })), { minLength: 1, maxLength: 2 })
  .map((sheets) =>
    gridBook(...sheets.map(([rows, merges], index) => gridSheet(`แผ่น ${index + 1}`, rows, { merges }))),
  );

const agency = fc.constantFrom(undefined, 'อบต.หนึ่ง');

/** Whether a cell holds the figure: as its number, or as a number that stands in its text. */
const holds = (content: SnapshotCell | undefined, { value, factor }: ReadFigure): boolean => {
  const held = content?.value ?? null;
  if (value === null || held === null || isCellError(held) || typeof held === 'boolean') return false;
  if (typeof held === 'number') return value === held * (factor ?? Number.NaN);
  const numbers =
    withArabicDigits(held)
      .replaceAll(',', '.')
      .match(/\d+(\.\d+)?/g) ?? [];
  return factor === null && numbers.map(Number).includes(value);
};

const wrongFigures = (reading: AgencyReading, snapshot: ReturnType<typeof gridBook>): readonly ReadFigure[] =>
  reading.figures.filter((figure) => {
    const sheet = snapshot.sheets.find(({ name }) => name === figure.cell.sheet);
    const content = sheet && cellAt(sheet, figure.cell);
    if (figure.status !== 'scored') return figure.value !== null;
    const [least, most] = figure.figure === 'rank' ? [1, 10] : [0, 100];
    const isOnScale = figure.value !== null && figure.value >= least && figure.value <= most;
    return !isOnScale || !holds(content, figure);
  });

test(`${GRIDS} random workbooks never throw, and never yield a score that is not in its cell`, () => {
  let read = 0;
  fc.assert(
    fc.property(book, fc.constantFrom(undefined, 2565, 2567, 2568), agency, (snapshot, fiscalYear, name) => {
      const result = readWorkbook(snapshot, ruleSets, { year: fiscalYear, agency: name });
      if (!result.ok) return;
      read += 1;
      for (const reading of result.value.readings) {
        expect(wrongFigures(reading, snapshot)).toEqual([]);
        const ruleSet = year(reading.fiscalYear);
        const { total, instruments, indicators, items } = assess(reading, ruleSet, ruleSet.triageLimits);
        const scores = [total, ...instruments, ...indicators, ...items].flatMap(
          ({ score: value }) => value ?? [],
        );
        expect(scores.filter((value) => !(value >= 0 && value <= 100 + 1e-9))).toEqual([]);
      }
    }),
    { numRuns: GRIDS },
  );
  // The property says little unless many of the workbooks hold scores.
  expect(read).toBeGreaterThan(GRIDS / 3);
}, 240_000);
