import { messagesEn } from '../app/messages/en';
import { messagesTh } from '../app/messages/th';
import { languageOf, readMergeArguments } from './arguments';
import { mergeFiles } from './merge-files';

// npm runs scripts in the project's folder; the files that a user names are meant from where the command was typed.
process.chdir(process.env['INIT_CWD'] ?? process.cwd());

const print = (lines: readonly string[], to: NodeJS.WriteStream): void => {
  for (const line of lines) to.write(`${line}\n`);
};

const main = (words: readonly string[]): number => {
  const language = languageOf(words);
  const messages = language === 'en' ? messagesEn : messagesTh;
  const misused = (detail: string): number => {
    print([messages.wrongUsage(detail), messages.merge.usage], process.stderr);
    return 2;
  };
  if (language === undefined) return misused(messages.badLanguage(words[words.indexOf('--lang') + 1] ?? ''));
  const read = readMergeArguments(words, messages);
  if (!read.ok) return misused(read.error);
  const { json, ...asked } = read.value;
  const outcome = mergeFiles(asked, messages);
  if (json && outcome.exitCode !== 2) print([JSON.stringify(outcome.json)], process.stdout);
  if (!json) print(outcome.lines, process.stdout);
  print(outcome.errors, process.stderr);
  return outcome.exitCode;
};

const words = process.argv.slice(2);
try {
  process.exitCode = main(words);
} catch (error) {
  const messages = languageOf(words) === 'en' ? messagesEn : messagesTh;
  print(
    [messages.unexpected, error instanceof Error ? (error.stack ?? error.message) : String(error)],
    process.stderr,
  );
  process.exitCode = 1;
}
