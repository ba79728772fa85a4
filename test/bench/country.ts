import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { snapshotOf } from '../support/workbook-of';
import { countryJob } from './country-job';
import { AGENCIES, HEADS } from './country-list';
import { mustAgree, resultsIn } from './country-results';
import { countryWorkbook } from './country-sheet';
import type { CountryTask } from './country-task';
import { ROOT, type Equipment } from './equipment';
import { figuresOf, judged, measurementOf, report, sideBySide } from './side-by-side';

const RUNS = 3;
const PYTHON = '/usr/bin/python3';
const LIMITS = { jobMs: 3000, jobMb: 400, coreMs: 500, exceljsReads: 3, openpyxlReads: 6 };

const OURS = ['read', 'core', 'job'] as const satisfies readonly CountryTask[];
const EXCELJS = ['exceljs-read', 'exceljs-job'] as const satisfies readonly CountryTask[];
const OPENPYXL = ['openpyxl-read', 'openpyxl-read-only', 'openpyxl-job'] as const;
type Task = (typeof OURS | typeof EXCELJS | typeof OPENPYXL)[number];

const hasOpenpyxl = (): boolean => spawnSync(PYTHON, ['-c', 'import openpyxl']).status === 0;

/**
 * The sheet of the whole country, file to file, against openpyxl and exceljs: each reads it and writes the results of
 * every agency into the workbook. Ours writes them as formulas with a summary, charts and remarks, the others as values.
 */
export const measureCountry = ({ folder, program, exceljs }: Equipment): boolean => {
  const given = join(folder, 'country.xlsx');
  const job = join(folder, 'job.json');
  writeFileSync(given, countryWorkbook());
  writeFileSync(job, JSON.stringify(countryJob()));
  const outOf = (task: Task): string => join(folder, `country-${task}.xlsx`);
  const isPython = (task: Task): boolean => task.startsWith('openpyxl-');
  const withPython = hasOpenpyxl();
  const tasks: readonly Task[] = [...OURS, ...EXCELJS, ...(withPython ? OPENPYXL : [])];
  const installed = exceljs();
  const of = sideBySide(tasks, RUNS, (task) =>
    isPython(task)
      ? measurementOf(PYTHON, [
          join(ROOT, 'test/bench/country.py'),
          task.slice('openpyxl-'.length),
          given,
          outOf(task),
          job,
        ])
      : measurementOf(process.execPath, [program('country-task'), task, given, outOf(task), installed, job]),
  );

  const cells = of('read').count;
  for (const task of tasks) {
    const expected = task.includes('read') ? cells : AGENCIES;
    if (of(task).count !== expected) throw new Error(`${task}: ${of(task).count}, not ${expected}`);
  }
  const results = (task: Task) => resultsIn(snapshotOf(new Uint8Array(readFileSync(outOf(task)))));
  const ours = results('job');
  for (const task of tasks)
    if (task.endsWith('-job')) mustAgree(task.replace('-job', ''), ours, results(task));

  const times = (other: Task, own: Task): number => of(other).ms / of(own).ms;
  return report(
    `The country's sheet: ${AGENCIES} agencies × ${HEADS.length} columns, ${cells} cells, medians of ${RUNS} runs; every total and grade agrees`,
    [
      judged('file to file, ms', of('job').ms, 'at most', LIMITS.jobMs),
      judged('file to file, MB in all', of('job').peakMb, 'at most', LIMITS.jobMb),
      judged('core alone, ms', of('core').ms, 'at most', LIMITS.coreMs),
      judged('exceljs reads, times as long', times('exceljs-read', 'read'), 'at least', LIMITS.exceljsReads),
      judged('exceljs does the job, times as long', times('exceljs-job', 'job'), 'more than', 1),
      ...(withPython
        ? [
            judged(
              'openpyxl reads, times as long',
              times('openpyxl-read', 'read'),
              'at least',
              LIMITS.openpyxlReads,
            ),
            judged('openpyxl does the job, times as long', times('openpyxl-job', 'job'), 'more than', 1),
          ]
        : [`openpyxl is not compared: ${PYTHON} has none (Debian: python3-openpyxl)`]),
      ...tasks.map((task) => figuresOf(task, of(task))),
    ],
  );
};

const SIZES = [10, 100, 1000, 10_000, 100_000];
const FIRST_JUDGED = 1000;
/** What two runs of the same work differ by. */
const NOISE = 1.1;

/** The core alone by the number of agencies: no agency may cost more because there are others. */
export const measureGrowth = ({ program }: Equipment): boolean => {
  const tasks = SIZES.map((size) => `grow-${size}` as const);
  const of = sideBySide(tasks, RUNS, (task) =>
    measurementOf(process.execPath, [program('country-task'), task]),
  );
  const each = SIZES.map((size) => {
    const figures = of(`grow-${size}`);
    if (figures.count !== size) throw new Error(`${figures.count} agencies, not ${size}`);
    return { size, figures, us: (figures.ms * 1000) / size };
  });
  const first = each.find(({ size }) => size === FIRST_JUDGED)?.us ?? Number.NaN;
  return report(`The core alone by the number of agencies, medians of ${RUNS} runs`, [
    ...each.map(({ size, figures, us }) =>
      figuresOf(`${size} agencies, ${us.toFixed(us < 100 ? 1 : 0)} µs each`, figures),
    ),
    ...each
      .filter(({ size }) => size > FIRST_JUDGED)
      .map(({ size, us }) =>
        judged(`one of ${size} against one of ${FIRST_JUDGED}`, us / first, 'at most', NOISE),
      ),
  ]);
};
