import { execFileSync } from 'node:child_process';
import type { Measurement } from './measured';

const PROCESS_TIMEOUT = 300_000;

/** What a program that measures itself printed. */
export const measurementOf = (command: string, args: readonly string[]): Measurement =>
  JSON.parse(
    execFileSync(command, args, {
      encoding: 'utf8',
      timeout: PROCESS_TIMEOUT,
      stdio: ['ignore', 'pipe', 'inherit'],
    }),
  ) as Measurement;

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** Medians of several runs. */
export type Medians = Measurement & {
  /**
   * By which limits are judged: the smaller of wall and processor time of each run. Other work makes the first longer,
   * helping threads the second.
   */
  readonly ms: number;
};

/** Runs tasks turn about, so that a machine that is busy for a while does not slow one of them alone. */
export const sideBySide = <Task extends string>(
  tasks: readonly Task[],
  runs: number,
  measure: (task: Task) => Measurement,
): ((task: Task) => Medians) => {
  const done = Array.from({ length: runs }, () => new Map(tasks.map((task) => [task, measure(task)])));
  return (task) => {
    const own = done.flatMap((run) => run.get(task) ?? []);
    const of = (figure: (measurement: Measurement) => number): number => median(own.map(figure));
    return {
      ms: of(({ wallMs, cpuMs }) => Math.min(wallMs, cpuMs)),
      wallMs: of(({ wallMs }) => wallMs),
      cpuMs: of(({ cpuMs }) => cpuMs),
      peakMb: of(({ peakMb }) => peakMb),
      count: of(({ count }) => count),
    };
  };
};

/** A figure held against its limit, as a line. */
export type Judged = { readonly line: string; readonly isGood: boolean };

export const judged = (
  name: string,
  value: number,
  side: 'at most' | 'at least' | 'more than',
  limit: number,
): Judged => {
  const isGood = side === 'at most' ? value <= limit : side === 'at least' ? value >= limit : value > limit;
  const figure = value.toFixed(value < 10 ? 2 : 0).padStart(8);
  return { line: `${name.padEnd(44)}${figure}   ${side} ${limit}   ${isGood ? 'ok' : 'FAILED'}`, isGood };
};

/** Prints lines below a heading, and tells whether every limit was kept. */
export const report = (heading: string, rows: readonly (Judged | string)[]): boolean => {
  const lines = rows.map((row) => (typeof row === 'string' ? row : row.line));
  process.stdout.write(`${[heading, ...lines].join('\n')}\n\n`);
  return rows.every((row) => typeof row === 'string' || row.isGood);
};

/** Times and memory of a task as a line. */
export const figuresOf = (name: string, { wallMs, cpuMs, peakMb }: Medians): string =>
  `${name.padEnd(44)}${wallMs.toFixed(0).padStart(8)} ms, processor ${cpuMs.toFixed(0)} ms, at most ${peakMb.toFixed(0)} MB`;
