import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';

const ROOT = resolve(__dirname, '../..');

/** Path of a sample workbook of the project. */
export const sample = (name: string): string => join(ROOT, 'assets/sample', name);

/** Runs the command as its user does; gives what it printed and its exit code. */
export const runAnalyze = (
  words: readonly string[],
): { readonly status: number | null; readonly stdout: string; readonly stderr: string } => {
  const { status, stdout, stderr } = spawnSync('npm', ['run', '-s', 'analyze', '--', ...words], {
    cwd: ROOT,
    encoding: 'utf8',
    env: { ...process.env, INIT_CWD: ROOT },
  });
  return { status, stdout, stderr };
};
