import { readWorkbook } from '../../../src/core/read/read-workbook';
import type { SheetSnapshot } from '../../../src/core/snapshot';
import { ruleSets } from '../../../src/rules/rule-sets';
import { gridSheet, type GridValue } from '../../support/grid-reading';
import { indicatorSheet } from '../../support/typed-workbooks';

const SHEETS = 40;
const ROWS = 2000;
const COLUMNS = 30;

const WORDS = [
  ...['งบดำเนินงาน', 'อบต. ตัวอย่าง', 'ครบถ้วน', 'การดำเนินการแล้วเสร็จตามตัวชี้วัด', 'กองคลัง', 'หมายเหตุ'],
  ...['1', '-', 'ร้อยละ', 'สำนักปลัด', 'ปี 2567'],
];

/** What offices keep beside their scores: a third of the cells words, some of which score tables have too. */
const bodyRow = (row: number, word: (row: number, column: number) => string): readonly GridValue[] =>
  Array.from({ length: COLUMNS }, (_, column) =>
    column % 3 === 0 ? word(row, column) : ((row * 31 + column * 17) % 977) / 7,
  );

const largeSheet = (number: number, word: (row: number, column: number) => string): SheetSnapshot => {
  const scores = indicatorSheet('เทศบาลตำบลตัวอย่าง', 2567, [91, 92, 93, 94, 95, 96, 97, 98, 99, 100]);
  const body = Array.from({ length: ROWS - scores.length - 4 }, (_, row) => bodyRow(row, word));
  return gridSheet(`แผ่น ${number}`, [...scores, [], [], [], [], ...body]);
};

/** Least processor time of several runs in milliseconds: what else the machine does must not count. */
const leastTime = (times: number, run: () => void): number =>
  Math.min(
    ...Array.from({ length: times }, () => {
      const before = process.cpuUsage();
      run();
      const { user, system } = process.cpuUsage(before);
      return (user + system) / 1000;
    }),
  );

test.each<[string, (row: number, column: number) => string]>([
  ['few words', (row, column) => WORDS[(row * 7 + column) % WORDS.length] ?? ''],
  ['nothing but different words', (row, column) => `ข้อความ ${row} ${column}`],
])(
  `${SHEETS} sheets of ${ROWS} × ${COLUMNS} cells with a score table each, in %s, are read within a second`,
  (_, word) => {
    const sheets = Array.from({ length: SHEETS }, (__, number) => largeSheet(number, word));
    let figures = 0;
    const took = leastTime(5, () => {
      const read = readWorkbook({ sheets, names: [] }, ruleSets);
      figures = read.ok ? (read.value.readings[0]?.figures.length ?? 0) : 0;
    });
    expect(figures).toBe(SHEETS * 10);
    expect(took).toBeLessThan(1000);
  },
);
