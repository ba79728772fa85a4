import { spawn } from 'node:child_process';
import { resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '..');

type Command = readonly [file: string, ...words: readonly string[]];

/** Two rows of commands that take about as long as each other, one for each core of a small machine. */
const ROWS: readonly (readonly Command[])[] = [
  [['eslint/bin/eslint.js', '.', '--max-warnings=0']],
  [
    ['typescript/bin/tsc', '--noEmit'],
    ['typescript/bin/tsc', '--noEmit', '-p', 'src/core'],
    ['prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.'],
  ],
];

/** Runs one command of a package; what it says is printed in one piece, and anything but success is a failure. */
const passes = ([file, ...words]: Command): Promise<boolean> =>
  new Promise((done) => {
    const child = spawn(process.execPath, [`node_modules/${file}`, ...words], { cwd: ROOT });
    const said: Buffer[] = [];
    const hear = (part: Buffer): void => {
      said.push(part);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.on('close', (code) => {
      process.stdout.write(Buffer.concat(said));
      if (code !== 0) console.error(`${file} ${words.join(' ')} failed`);
      done(code === 0);
    });
  });

const rowPasses = async (commands: readonly Command[]): Promise<boolean> => {
  let isWell = true;
  for (const command of commands) isWell = (await passes(command)) && isWell;
  return isWell;
};

const check = async (): Promise<void> => {
  const rows = await Promise.all(ROWS.map(rowPasses));
  process.exitCode = rows.every(Boolean) ? 0 : 1;
};

void check();
