import { join, relative, resolve } from 'node:path';
import { messagesEn } from '../app/messages/en';
import { messagesTh } from '../app/messages/th';
import { analyzeFile, type Outcome } from './analyze-file';
import { languageOf, readArguments, readNewFormArguments } from './arguments';
import { writeNewForm } from './new-form';

const ROOT = resolve(import.meta.dirname, '../..');
/** First word of the command that makes an empty score form. */
const NEW_FORM = 'new';
const SAMPLES = ['nakhon-pathom-2565.xlsx', 'bang-sak-2567.xlsx'];

// npm runs scripts in the project's folder; the files that a user names are meant from where the command was typed.
process.chdir(process.env['INIT_CWD'] ?? process.cwd());

const print = (lines: readonly string[], to: NodeJS.WriteStream): void => {
  for (const line of lines) to.write(`${line}\n`);
};

const report = (outcome: Outcome, asJson: boolean): void => {
  if (asJson && outcome.exitCode !== 2) print([JSON.stringify(outcome.json)], process.stdout);
  if (!asJson) print(outcome.lines, process.stdout);
  print(outcome.errors, process.stderr);
};

const main = (words: readonly string[]): number => {
  const language = languageOf(words);
  const messages = language === 'en' ? messagesEn : messagesTh;
  const misused = (detail: string): number => {
    print([messages.wrongUsage(detail), messages.usage], process.stderr);
    return 2;
  };
  if (language === undefined) return misused(messages.badLanguage(words[words.indexOf('--lang') + 1] ?? ''));
  if (words[0] === NEW_FORM) {
    const asked = readNewFormArguments(words.slice(1), messages);
    if (!asked.ok) return misused(asked.error);
    const outcome = writeNewForm(asked.value, messages);
    report(outcome, asked.value.json);
    return outcome.exitCode;
  }
  const read = readArguments(words, messages);
  if (!read.ok) return misused(read.error);
  const { file, out, json, ...choices } = read.value;
  const inputs =
    file === null ? SAMPLES.map((name) => relative('.', join(ROOT, 'assets/sample', name))) : [file];
  const folder = file === null ? relative('.', join(ROOT, 'dist/sample')) : null;
  const outcomes = inputs.map((input, index) => {
    const outcome = analyzeFile(input, { ...choices, out, folder }, messages);
    if (index > 0 && !json) print([''], process.stdout);
    report(outcome, json);
    return outcome;
  });
  return Math.max(...outcomes.map(({ exitCode }) => exitCode));
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
