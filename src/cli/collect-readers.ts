import { fork } from 'node:child_process';
import { once, setMaxListeners } from 'node:events';
import { createRequire } from 'node:module';
import { setTimeout } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import type { FileAnswer } from './file-answer';

/** A file that a reader is asked to read; `year` is the one that the user gives. */
export type ReadingTask = { readonly file: string; readonly year: number | undefined };

/** How files are read. */
export type Reading = {
  /** Module of the process that reads. */
  readonly module: string;
  /** How many of these processes run side by side. */
  readonly count: number;
  /** How long one file may take. */
  readonly timeoutMs: number;
  /** How much memory of its own a reader may take for its objects. */
  readonly memoryMb: number;
  readonly signal: AbortSignal;
};

type Death = Extract<FileAnswer, { readonly kind: 'tooSlow' | 'outOfMemory' | 'died' }>;

type Reader = {
  /** Text of the answer, or how the reader ended over the file. */
  readonly read: (task: ReadingTask) => Promise<string | Death>;
  readonly stop: () => void;
};

const TSX = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
const TOO_SLOW: Death = { kind: 'tooSlow' };
const LONGEST_COMPLAINT = 4000;

/**
 * A process that reads one file after the other. It is no thread of this process, because V8 ends the whole process
 * where a single object of a thread does not fit into memory.
 */
const startReader = async ({ module, timeoutMs, memoryMb, signal }: Reading): Promise<Reader> => {
  const child = fork(module, [], {
    execArgv: ['--import', TSX, `--max-old-space-size=${memoryMb}`],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    signal,
    killSignal: 'SIGKILL',
  });
  let complaint = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    complaint = (complaint + text).slice(-LONGEST_COMPLAINT);
  });
  const gone = new Promise<null>((resolve) => {
    child.once('close', () => {
      resolve(null);
    });
    // It cannot be started, is no longer there to be asked, or the run was stopped.
    child.on('error', () => {
      resolve(null);
    });
  });
  const nextText = async (): Promise<string | null> => {
    const waiting = new AbortController();
    const text = once(child, 'message', { signal: waiting.signal }).then(
      ([message]) => String(message),
      () => null,
    );
    try {
      return await Promise.race([text, gone]);
    } finally {
      waiting.abort();
    }
  };
  const stop = (): void => {
    child.kill('SIGKILL');
  };
  if ((await nextText()) === null) throw new Error(`A reader did not start. ${complaint}`);
  return {
    read: async (task) => {
      const clock = new AbortController();
      const late = setTimeout(timeoutMs, TOO_SLOW, { signal: clock.signal });
      late.catch(() => undefined);
      child.send(task);
      const said = await Promise.race([nextText(), late]);
      clock.abort();
      if (said === TOO_SLOW) stop();
      return said ?? { kind: /out of memory/i.test(complaint) ? 'outOfMemory' : 'died' };
    },
    stop,
  };
};

/**
 * Reads files in several processes, each of which holds one file at a time. A reader that ends over a file is replaced;
 * what it left behind in memory may be the reason, so a new one tries the file once more.
 */
export const readFiles = async (
  tasks: readonly ReadingTask[],
  reading: Reading,
  onAnswer: (index: number, answer: string | Death) => void,
): Promise<void> => {
  const failed = new AbortController();
  const signal = AbortSignal.any([reading.signal, failed.signal]);
  setMaxListeners(0, signal);
  // The lanes take from one queue, so that none waits while another has work.
  const queue = tasks.entries();
  const lane = async (): Promise<void> => {
    let reader = null as Reader | null;
    const read = async (task: ReadingTask): Promise<string | Death> => {
      signal.throwIfAborted();
      reader ??= await startReader({ ...reading, signal });
      const answer = await reader.read(task);
      if (typeof answer === 'string') return answer;
      signal.throwIfAborted();
      reader = null;
      return answer;
    };
    try {
      for (const [index, task] of queue) {
        let answer = await read(task);
        if (typeof answer !== 'string' && answer !== TOO_SLOW) answer = await read(task);
        onAnswer(index, answer);
      }
      reader?.stop();
    } catch (error) {
      // Readers that end because the run does are no fault.
      if (signal.aborted) return;
      failed.abort();
      throw error;
    }
  };
  await Promise.all(Array.from({ length: Math.min(reading.count, tasks.length) }, lane));
};
