import { existsSync, readFileSync, statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { planCollection } from '../app/collection';
import { unreadCell, unreadText } from '../app/unread-source';
import type { Messages } from '../app/messages/messages';
import type { ManyYear } from '../core/many/assess-many';
import { messagesTh } from '../app/messages/th';
import { openNatively } from './open-natively';
import type { CollectArguments } from './arguments';
import { findInputs, type Inputs } from './collect-inputs';
import { openJournal, type Journal } from './collect-journal';
import { collectJson, collectRefusalJson } from './collect-json';
import { readFiles, type Reading } from './collect-readers';
import { collectReport } from './collect-report';
import { resultsOf, type Results } from './collect-results';
import { collectedWorkbook, isCollection } from './collected-workbook';
import type { Outcome } from './command';
import { answerDecoder, isLasting, type FileAnswer } from './file-answer';
import { freeOutputName, isSameFile, writeWhole } from './output-file';
import { NO_PROGRESS, type Progress } from './progress';

/** Name of the workbook where nobody named one. */
const OUTPUT = 'รวมหน่วยงาน.xlsx';

const READING: Omit<Reading, 'signal'> = {
  module: fileURLToPath(new URL('./collect-worker.ts', import.meta.url)),
  count: availableParallelism(),
  timeoutMs: 60_000,
  memoryMb: 1024,
};

type Surroundings = Partial<Omit<Reading, 'signal'>> & {
  readonly progress?: Progress;
  /** Stops the run; what was read is kept for the next one. */
  readonly signal?: AbortSignal;
};

const isFolder = (path: string): boolean => existsSync(path) && statSync(path).isDirectory();

const isOwnOutput = (path: string): boolean => {
  const opened = isFolder(path) ? null : openNatively(new Uint8Array(readFileSync(path)));
  return opened?.ok === true && isCollection(opened.value.snapshot());
};

const refused = (code: string, text: string, exitCode: 1 | 2 | 130 = 1): Outcome => ({
  exitCode,
  json: collectRefusalJson(code, text),
  lines: [],
  errors: [text],
});

type Run = {
  readonly asked: Omit<CollectArguments, 'json'>;
  readonly inputs: Inputs;
  /** Where the workbook comes, unless a file that holds something else stands there. */
  readonly place: string;
  readonly messages: Messages;
  readonly progress: Progress;
  readonly reading: Reading;
  /** By file; undefined where none is known yet. */
  readonly answers: (FileAnswer | undefined)[];
  readonly decode: (text: string) => FileAnswer;
};

const isUnread = (answer: FileAnswer | undefined): boolean =>
  answer !== undefined && answer.kind !== 'read' && answer.kind !== 'ownOutput';

/** Reads the files of which no answer is known, and keeps what they give. */
const readUnknown = async (run: Run, journal: Journal): Promise<void> => {
  const { answers, asked, inputs, messages, progress, reading } = run;
  const unknown = inputs.files.flatMap((file, index) =>
    answers[index] === undefined ? [{ index, file }] : [],
  );
  const total = answers.length;
  const resumed = answers.filter((answer) => answer !== undefined && isLasting(answer)).length;
  let [done, unread] = [total - unknown.length, answers.filter(isUnread).length];
  if (resumed > 0) progress.say(messages.collect.resumed(resumed));
  progress.show({ done, total, unread, resumed });
  const tasks = unknown.map(({ file }) => ({ file: file.path, year: asked.year }));
  await readFiles(tasks, reading, (at, said) => {
    const asked = unknown[at];
    if (asked === undefined) return;
    const answer = typeof said === 'string' ? run.decode(said) : said;
    if (typeof said === 'string' && isLasting(answer)) journal.keep(asked.file, said);
    answers[asked.index] = answer;
    done += 1;
    if (isUnread(answer)) unread += 1;
    progress.show({ done, total, unread, resumed });
  });
};

/** Writes the workbook of what was read, and says what there is to say of it. */
const write = ({ asked, inputs, place, messages }: Run, results: Results): Outcome => {
  const lines = collectReport(results, inputs.others, messages);
  const outcome = (
    exitCode: 0 | 1,
    out: string | null,
    errors: readonly string[],
    years: readonly ManyYear[] = [],
  ): Outcome => ({
    exitCode,
    lines: out === null ? lines : [...lines, messages.written(out)],
    errors,
    // The answer for thousands of agencies is large, and made only where it is printed.
    get json() {
      return collectJson(inputs, out, results, years, messages);
    },
  });
  if (results.tables.length === 0) return outcome(1, null, [messages.collect.nothingCollected]);
  const { plan, years } = planCollection(
    results.tables,
    // The sheets are Thai in either language.
    results.unread.map(({ file, cause }) => ({
      file,
      reason: unreadText(cause, messagesTh),
      cell: unreadCell(cause),
    })),
  );
  const made = collectedWorkbook(plan);
  if (!made.ok) return refused(made.error.code, messages.workbookRefusal(made.error));
  const out = asked.out ?? freeOutputName(place, dirname(place), made.value, '');
  try {
    writeWhole(out, made.value);
  } catch {
    return refused('notWritable', messages.notWritable(out));
  }
  return outcome(0, out, [], years);
};

const readAndWrite = async (run: Run, journal: Journal): Promise<Outcome> => {
  const { answers, inputs, messages, progress, reading } = run;
  let isFinished = false;
  try {
    await readUnknown(run, journal);
    // Lets a Ctrl-C be heard that was pressed meanwhile.
    await setImmediate();
    const known = inputs.files.flatMap(({ name }, index) => {
      const answer = answers[index];
      return answer === undefined ? [] : [{ file: name, answer }];
    });
    if (reading.signal.aborted)
      return refused('stopped', messages.collect.stopped(known.length, inputs.files.length), 130);
    progress.doing(messages.collect.writing);
    const results = resultsOf(known);
    const outcome = write(run, results);
    isFinished = outcome.exitCode === 0 || results.tables.length === 0;
    return outcome;
  } finally {
    progress.end();
    journal.close(isFinished);
  }
};

/** Collects the agencies of many workbooks into one; no file that is read is touched. */
export const collectFiles = async (
  asked: Omit<CollectArguments, 'json'>,
  messages: Messages,
  { progress = NO_PROGRESS, ...surroundings }: Surroundings = {},
): Promise<Outcome> => {
  const { inputs: given, out, year } = asked;
  const [first = '.'] = given;
  const place = out ?? join(isFolder(first) ? first : dirname(first), OUTPUT);
  if (out !== null && existsSync(out) && !isOwnOutput(out))
    return refused('usage', messages.collect.outIsOther(out), 2);
  const inputs = findInputs(given, (path) => out !== null && isSameFile(path, out));
  const { files } = inputs;
  if (files.length === 0) return refused('noWorkbooks', messages.collect.noWorkbooks(given.join(', ')));
  const decode = answerDecoder();
  const answers = files.map(({ stamp }): FileAnswer | undefined =>
    stamp === null ? { kind: 'notFound' } : undefined,
  );
  let journal: Journal;
  try {
    journal = await openJournal(resolve(place), files, String(year ?? ''), (index, answer) => {
      answers[index] = decode(answer);
    });
  } catch {
    return refused('notWritable', messages.notWritable(place));
  }
  const reading = { ...READING, signal: new AbortController().signal, ...surroundings };
  return readAndWrite({ asked, inputs, place, messages, progress, reading, answers, decode }, journal);
};
