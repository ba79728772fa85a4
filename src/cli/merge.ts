import { readMergeArguments } from './arguments';
import { report, runCommand } from './command';
import { mergeFiles } from './merge-files';

await runCommand(
  ({ merge }) => merge.usage,
  (words, { messages, misused }) => {
    const read = readMergeArguments(words, messages);
    if (!read.ok) return misused(read.error);
    const { json, ...asked } = read.value;
    const outcome = mergeFiles(asked, messages);
    report(outcome, json);
    return outcome.exitCode;
  },
);
