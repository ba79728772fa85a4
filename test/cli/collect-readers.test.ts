import { resolve } from 'node:path';
import { readFiles, type Reading } from '../../src/cli/collect-readers';

const MODULE = resolve(__dirname, '../support/failing-reader.ts');
const READING = { module: MODULE, count: 2, timeoutMs: 1500, memoryMb: 60 };

// Each reader is a process that is started anew.
const PATIENCE = 30_000;

const read = async (
  names: readonly string[],
  { signal = new AbortController().signal, ...more }: Partial<Reading> = {},
) => {
  const answers: Record<string, unknown> = {};
  const tasks = names.map((file) => ({ file, year: undefined }));
  await readFiles(tasks, { ...READING, ...more, signal }, (index, answer) => {
    const name = names[index] ?? '';
    answers[name] = typeof answer === 'string' ? (JSON.parse(answer) as { kind: string }).kind : answer.kind;
  });
  return answers;
};

test(
  'a reader that dies or hangs is replaced, and every other file is read',
  async () => {
    expect(await read(['a', 'dies', 'b', 'hangs', 'c'])).toEqual({
      a: 'refused',
      b: 'refused',
      c: 'refused',
      dies: 'died',
      hangs: 'tooSlow',
    });
  },
  PATIENCE,
);

test(
  'so is one that fills its memory',
  async () => {
    const answers = await read(['fills', 'a'], { count: 1, timeoutMs: PATIENCE });
    expect(answers).toEqual({ fills: 'outOfMemory', a: 'refused' });
  },
  PATIENCE,
);

test('a run that is stopped ends at once, without an answer for what was being read', async () => {
  const stop = new AbortController();
  setTimeout(() => {
    stop.abort();
  }, 700);
  expect(await read(['hangs'], { signal: stop.signal })).toEqual({});
});

test('a reader that cannot start ends the run with what it complained of', async () => {
  const reading = { ...READING, module: resolve(__dirname, 'none.ts'), signal: new AbortController().signal };
  await expect(readFiles([{ file: 'a', year: undefined }], reading, () => undefined)).rejects.toThrow(
    /none\.ts/,
  );
});
