import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ROOT } from './equipment';
import { mailedWorkbooks } from './mailed-workbooks';
import { judged, report } from './side-by-side';

const MANY = { files: 1000, damaged: 50 };
const FEW = { files: 100, damaged: 5 };
const LIMITS = { seconds: 60, growthMb: 100 };
const SAMPLE_MS = 200;

/** Kilobytes that a process and those that it started hold. */
const memoryOf = (pid: number): number => {
  const lines = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,rss='], { encoding: 'utf8' }).split('\n');
  const rows = lines.map((line) => line.trim().split(/\s+/).map(Number));
  const own = rows.filter(([id, parent]) => id === pid || parent === pid);
  return own.reduce((sum, [, , rss = 0]) => sum + rss, 0);
};

type Answer = { readonly agencies: readonly object[]; readonly failures: readonly object[] };

/** Collects so many workbooks with the command itself. */
const collect = async ({ files, damaged }: typeof MANY) => {
  const folder = mkdtempSync(join(tmpdir(), 'ita-collect-'));
  try {
    for (const { name, bytes } of mailedWorkbooks(files, damaged)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), bytes);
    }
    const begun = performance.now();
    const command = spawn(
      process.execPath,
      ['--import', 'tsx', join(ROOT, 'src/cli/collect.ts'), folder, '--json'],
      { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'] },
    );
    let said = '';
    command.stdout.setEncoding('utf8').on('data', (text: string) => (said += text));
    let peak = 0;
    const sampling = setInterval(() => {
      peak = Math.max(peak, memoryOf(command.pid ?? 0));
    }, SAMPLE_MS);
    await once(command, 'close');
    clearInterval(sampling);
    const { agencies, failures } = JSON.parse(said) as Answer;
    if (agencies.length !== files - damaged || failures.length !== damaged)
      throw new Error(`${agencies.length} agencies and ${failures.length} failures of ${files} files`);
    return { seconds: (performance.now() - begun) / 1000, peakMb: peak / 1024 };
  } finally {
    rmSync(folder, { recursive: true });
  }
};

/** Collects mailed workbooks, a hundred and a thousand: all in a minute, and hardly more memory for ten times as many. */
export const measureCollect = async (): Promise<boolean> => {
  const few = await collect(FEW);
  const many = await collect(MANY);
  return report(`Collecting mailed workbooks of three layouts, some damaged`, [
    `${FEW.files} workbooks: ${few.seconds.toFixed(1)} s, all processes at most ${few.peakMb.toFixed(0)} MB`,
    judged(`${MANY.files} workbooks, s`, many.seconds, 'at most', LIMITS.seconds),
    judged(`${MANY.files} workbooks, MB more`, many.peakMb - few.peakMb, 'at most', LIMITS.growthMb),
  ]);
};
