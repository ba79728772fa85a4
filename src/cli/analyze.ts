import { join, relative, resolve } from 'node:path';
import type { Messages } from '../app/messages/messages';
import { analyzeFile } from './analyze-file';
import { readArguments, readNewFormArguments, type Arguments, type NewFormArguments } from './arguments';
import { print, report, runCommand } from './command';
import { writeNewForm } from './new-form';

const ROOT = resolve(import.meta.dirname, '../..');
/** First word of the command that makes an empty score form. */
const NEW_FORM = 'new';
const SAMPLES = ['nakhon-pathom-2565.xlsx', 'bang-sak-2567.xlsx'];

const newForm = (asked: NewFormArguments, messages: Messages): number => {
  const outcome = writeNewForm(asked, messages);
  report(outcome, asked.json);
  return outcome.exitCode;
};

const analyze = ({ file, out, json, ...choices }: Arguments, messages: Messages): number => {
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

await runCommand(
  ({ usage }) => usage,
  (words, { messages, misused }) => {
    if (words[0] === NEW_FORM) {
      const asked = readNewFormArguments(words.slice(1), messages);
      return asked.ok ? newForm(asked.value, messages) : misused(asked.error);
    }
    const read = readArguments(words, messages);
    return read.ok ? analyze(read.value, messages) : misused(read.error);
  },
);
