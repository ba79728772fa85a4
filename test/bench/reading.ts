import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bigWorkbook, CELLS, COLUMNS, ROWS } from './big-workbook';
import type { Equipment } from './equipment';
import { SCORES_IN_SHEETS, SHEETS } from './score-sheets';
import { figuresOf, judged, measurementOf, report, sideBySide } from './side-by-side';

const RUNS = 5;
const LIMITS = { readMs: 600, readMb: 200, editMs: 1500, scoresMs: 1000, ratio: 3 };
const TASKS = ['bare', 'read', 'edit', 'scores', 'exceljs'] as const;

/** Reading and editing the biggest sheet that an agency is known to keep, and finding scores on many. */
export const measureReading = ({ folder, program, exceljs }: Equipment): boolean => {
  const file = join(folder, 'big.xlsx');
  writeFileSync(file, bigWorkbook());
  const installed = exceljs();
  const of = sideBySide(TASKS, RUNS, (task) =>
    measurementOf(process.execPath, [program('measure'), task, file, installed]),
  );
  for (const task of ['read', 'exceljs'] as const) {
    const { count } = of(task);
    if (count !== CELLS) throw new Error(`${task} found ${count} cells, not ${CELLS}`);
  }
  const found = of('scores').count;
  if (found !== SCORES_IN_SHEETS) throw new Error(`${found} scores were found`);
  const ownMb = of('read').peakMb - of('bare').peakMb;
  return report(`${ROWS} × ${COLUMNS}, ${CELLS} cells, medians of ${RUNS} runs`, [
    judged('read, ms', of('read').ms, 'at most', LIMITS.readMs),
    judged('read, MB above bare Node', ownMb, 'at most', LIMITS.readMb),
    judged('edit a column and save, ms', of('edit').ms, 'at most', LIMITS.editMs),
    judged(`scores of ${SHEETS} sheets, ms`, of('scores').ms, 'at most', LIMITS.scoresMs),
    judged('exceljs reads, times as long', of('exceljs').ms / of('read').ms, 'at least', LIMITS.ratio),
    ...TASKS.map((task) => figuresOf(task, of(task))),
  ]);
};
