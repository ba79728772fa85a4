import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { messagesTh } from '../../src/app/messages/th';
import { analyzeFile } from '../../src/cli/analyze-file';
import { readArguments } from '../../src/cli/arguments';

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

/** What the command writes about a workbook; it runs in this process, for starting it costs more than an analysis. */
export const analysisOf = (file: string, ...options: readonly string[]): Uint8Array => {
  const out = join(mkdtempSync(join(tmpdir(), 'ita-analysis-')), 'out.xlsx');
  const read = readArguments([file, '--out', out, ...options], messagesTh);
  if (!read.ok) throw new Error(read.error);
  const { exitCode, errors } = analyzeFile(file, { ...read.value, folder: null }, messagesTh);
  if (exitCode !== 0 || errors.length > 0) throw new Error([exitCode, ...errors].join('\n'));
  return new Uint8Array(readFileSync(out));
};
