import { readCollectArguments } from './arguments';
import { collectFiles } from './collect-files';
import { report, runCommand } from './command';
import { NO_PROGRESS, progressOn } from './progress';

const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => {
    stop.abort();
  });

await runCommand(
  ({ collect }) => collect.usage,
  async (words, { messages, misused }) => {
    const read = readCollectArguments(words, messages);
    if (!read.ok) return misused(read.error);
    const { json, ...asked } = read.value;
    const progress = json ? NO_PROGRESS : progressOn(process.stderr, messages);
    const outcome = await collectFiles(asked, messages, { signal: stop.signal, progress });
    report(outcome, json);
    return outcome.exitCode;
  },
);
