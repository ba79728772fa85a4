import { messagesEn } from '../app/messages/en';
import type { Messages } from '../app/messages/messages';
import { messagesTh } from '../app/messages/th';
import { languageOf } from './arguments';

/** What a command says of its work: an exit code, the public answer, and lines for people. */
export type Outcome = {
  /** 130 is what a shell takes for a run that was stopped by Ctrl-C. */
  readonly exitCode: 0 | 1 | 2 | 130;
  readonly json: object;
  readonly lines: readonly string[];
  readonly errors: readonly string[];
};

/** What the work of a command needs from the terminal. */
export type Terminal = {
  readonly messages: Messages;
  /** Says what is wrong with the words, and how they are meant; gives the exit code. */
  readonly misused: (detail: string) => number;
};

type Work = (words: readonly string[], terminal: Terminal) => number | Promise<number>;

/** Writes lines to an output of the process. */
export const print = (lines: readonly string[], to: NodeJS.WriteStream): void => {
  for (const line of lines) to.write(`${line}\n`);
};

/** Says an outcome: the public answer or the lines for people, and what is wrong. */
export const report = ({ exitCode, json, lines, errors }: Outcome, asJson: boolean): void => {
  if (asJson && exitCode < 2) print([JSON.stringify(json)], process.stdout);
  if (!asJson) print(lines, process.stdout);
  print(errors, process.stderr);
};

const run = async (
  words: readonly string[],
  usageOf: (messages: Messages) => string,
  work: Work,
): Promise<number> => {
  const language = languageOf(words);
  const messages = language === 'en' ? messagesEn : messagesTh;
  const misused = (detail: string): number => {
    print([messages.wrongUsage(detail), usageOf(messages)], process.stderr);
    return 2;
  };
  if (language === undefined) return misused(messages.badLanguage(words[words.indexOf('--lang') + 1] ?? ''));
  try {
    return await work(words, { messages, misused });
  } catch (error) {
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
    print([messages.unexpected, detail], process.stderr);
    return 1;
  }
};

/** Runs a command on the words of this process; what nobody foresaw is a sentence and an exit code too. */
export const runCommand = async (usageOf: (messages: Messages) => string, work: Work): Promise<void> => {
  // Who reads only the first lines of an answer closes it; the rest is not wanted, and that is no fault.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });
  // npm runs scripts in the project's folder; the files that a user names are meant from where the command was typed.
  process.chdir(process.env['INIT_CWD'] ?? process.cwd());
  process.exitCode = await run(process.argv.slice(2), usageOf, work);
};
