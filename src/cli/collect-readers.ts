import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
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
const MOST_SAID = 4000;

/**
 * A process that reads one file after the other. It is no thread of this process, because V8 ends the whole process
 * where a single object of a thread does not fit into memory.
 */
const startReader = async ({ module, timeoutMs, memoryMb }: Reading): Promise<Reader> => {
  const child = fork(module, [], {
    execArgv: ['--import', TSX, `--max-old-space-size=${memoryMb}`],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let said = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said = (said + text).slice(-MOST_SAID);
  });
  const gone = new Promise<null>((resolve) => {
    child.once('close', () => {
      resolve(null);
    });
    // What cannot be started, or is no longer there to be asked.
    child.on('error', () => {
      resolve(null);
    });
  });
  const nextText = async (): Promise<string | null> => {
    const answers = new AbortController();
    const message = once(child, 'message', { signal: answers.signal }).then(([text]) => String(text));
    try {
      return await Promise.race([message, gone]);
    } finally {
      message.catch(() => undefined);
      answers.abort();
    }
  };
  const stop = (): void => {
    child.kill('SIGKILL');
  };
  if ((await nextText()) === null) throw new Error(`A reader did not start. ${said}`);
  return {
    read: async (task) => {
      let isLate = false;
      const timer = setTimeout(() => {
        isLate = true;
        stop();
      }, timeoutMs);
      child.send(task);
      const text = await nextText();
      clearTimeout(timer);
      if (text !== null) return text;
      if (isLate) return { kind: 'tooSlow' };
      return { kind: /out of memory/i.test(said) ? 'outOfMemory' : 'died' };
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
  // The lanes take from one queue, so that none waits while another has work.
  const queue = tasks.entries();
  const lane = async (): Promise<void> => {
    let reader: Reader | null = null;
    const stop = (): void => reader?.stop();
    const read = async (task: ReadingTask): Promise<string | Death> => {
      reader ??= await startReader(reading);
      if (signal.aborted) return { kind: 'died' };
      const answer = await reader.read(task);
      if (typeof answer !== 'string') reader = null;
      return answer;
    };
    signal.addEventListener('abort', stop);
    try {
      for (const [index, task] of queue) {
        let answer = await read(task);
        const mayPass = typeof answer !== 'string' && answer.kind !== 'tooSlow';
        if (mayPass && !signal.aborted) answer = await read(task);
        if (signal.aborted) return;
        onAnswer(index, answer);
      }
    } catch (error) {
      failed.abort();
      throw error;
    } finally {
      signal.removeEventListener('abort', stop);
      stop();
    }
  };
  await Promise.all(Array.from({ length: Math.min(reading.count, tasks.length) }, lane));
};
