import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bigWorkbook, CELLS, COLUMNS, ROWS } from './big-workbook';
import type { Measurement, Task } from './measure';
import { SCORES_IN_SHEETS, SHEETS } from './score-sheets';
import { toJavaScript } from './to-javascript';

const RUNS = 5;
const LIMITS = { readMs: 600, readMb: 200, editMs: 1500, scoresMs: 1000, ratio: 3 };
const PROCESS_TIMEOUT = 120_000;
const INSTALL_TIMEOUT = 300_000;

const ROOT = resolve(fileURLToPath(import.meta.url), '../../..');

/** exceljs in a folder of its own; an old dependency of it cannot be installed without the override. */
const installExcelJs = (folder: string): void => {
  mkdirSync(folder);
  writeFileSync(
    join(folder, 'package.json'),
    JSON.stringify({
      private: true,
      dependencies: { exceljs: '4.4.0' },
      overrides: { 'typedarray.prototype.slice': '1.0.5' },
    }),
  );
  execFileSync('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error'], {
    cwd: folder,
    timeout: INSTALL_TIMEOUT,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
};

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

const main = (folder: string): boolean => {
  const file = join(folder, 'big.xlsx');
  const compiled = join(folder, 'compiled');
  const other = join(folder, 'exceljs');
  mkdirSync(compiled);
  writeFileSync(file, bigWorkbook());
  toJavaScript(ROOT, ['src/core', 'src/rules', 'src/xlsx', 'test/bench'], compiled);
  installExcelJs(other);

  const measure = (task: Task): Measurement =>
    JSON.parse(
      execFileSync(process.execPath, [join(compiled, 'test/bench/measure.js'), task, file, other], {
        encoding: 'utf8',
        timeout: PROCESS_TIMEOUT,
      }),
    ) as Measurement;
  const tasks = ['bare', 'read', 'edit', 'scores', 'exceljs'] as const;
  // Turn about, so that a machine that is busy for a while does not slow one of them alone.
  const runs = Array.from({ length: RUNS }, () => tasks.map(measure));
  const of = (task: Task): readonly Measurement[] =>
    runs.flatMap((results) => results[tasks.indexOf(task)] ?? []);
  const ms = (task: Task): number => median(of(task).map((result) => result.ms));
  const mb = (task: Task): number => median(of(task).map((result) => result.peakMb));
  for (const task of ['read', 'exceljs'] as const) {
    const [counted] = of(task);
    if (counted?.cells !== CELLS) throw new Error(`${task} found ${counted?.cells ?? 0} cells, not ${CELLS}`);
  }

  const [found] = of('scores');
  if (found?.cells !== SCORES_IN_SHEETS) throw new Error(`${found?.cells ?? 0} scores were found`);

  const ratio = ms('exceljs') / ms('read');
  const rows = [
    row('read, ms', ms('read'), LIMITS.readMs, 'at most'),
    row('read, MB above bare Node', mb('read') - mb('bare'), LIMITS.readMb, 'at most'),
    row('edit a column and save, ms', ms('edit'), LIMITS.editMs, 'at most'),
    row(`scores of ${SHEETS} sheets, ms`, ms('scores'), LIMITS.scoresMs, 'at most'),
    row('exceljs reads, times as long', ratio, LIMITS.ratio, 'at least'),
  ];
  const lines = [
    `${ROWS} × ${COLUMNS}, ${CELLS} cells, medians of ${RUNS} runs, Node ${process.versions.node}`,
    ...rows.map(({ line }) => line),
    `exceljs 4.4.0: ${ms('exceljs').toFixed(0)} ms, ${(mb('exceljs') - mb('bare')).toFixed(0)} MB above bare Node`,
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
  return rows.every(({ isGood }) => isGood);
};

const row = (
  name: string,
  value: number,
  limit: number,
  side: 'at most' | 'at least',
): { readonly line: string; readonly isGood: boolean } => {
  const isGood = side === 'at most' ? value <= limit : value >= limit;
  const figure = value.toFixed(value < 10 ? 1 : 0).padStart(7);
  return { line: `${name.padEnd(30)}${figure}   ${side} ${limit}   ${isGood ? 'ok' : 'FAILED'}`, isGood };
};

const folder = mkdtempSync(join(tmpdir(), 'ita-bench-'));
try {
  process.exitCode = main(folder) ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
