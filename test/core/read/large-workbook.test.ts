import { readWorkbook } from '../../../src/core/read/read-workbook';
import type { SheetSnapshot } from '../../../src/core/snapshot';
import { ruleSets } from '../../../src/rules/rule-sets';
import { SCORES_IN_SHEETS, scoreSheets, type Wording } from '../../bench/score-sheets';

const RUNS = 3;
/** Bare passes over all cells that reading may cost; it takes 25 to 45. `npm run bench` holds the seconds. */
const MOST_PASSES = 120;
const PATTERN = /^(?:iit|eit)$/i;

/** Least processor time of several runs in milliseconds. */
const leastTime = (run: () => void): number =>
  Math.min(
    ...Array.from({ length: RUNS }, () => {
      const before = process.cpuUsage();
      run();
      const { user, system } = process.cpuUsage(before);
      return (user + system) / 1000;
    }),
  );

/** The least that looking at every cell can cost: a pattern against its text. */
const passOver = (sheets: readonly SheetSnapshot[]): number =>
  sheets.reduce(
    (found, { rows }) =>
      rows.reduce(
        (sum, cells) =>
          sum +
          (cells ?? []).filter((cell) => typeof cell?.value === 'string' && PATTERN.test(cell.value)).length,
        found,
      ),
    0,
  );

test.each<Wording>(['few', 'different'])(
  'forty large sheets with %s words are read at the cost of a bounded number of passes over their cells',
  (wording) => {
    const sheets = scoreSheets(wording);
    let figures = 0;
    const reading = leastTime(() => {
      const read = readWorkbook({ sheets, names: [] }, ruleSets);
      figures = read.ok ? (read.value.readings[0]?.figures.length ?? 0) : 0;
    });
    const pass = leastTime(() => {
      expect(passOver(sheets)).toBe(0);
    });
    expect(figures).toBe(SCORES_IN_SHEETS);
    expect(reading / pass).toBeLessThan(MOST_PASSES);
  },
);
