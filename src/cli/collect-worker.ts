import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { collectFrom } from '../app/collect';
import { openNatively } from './open-natively';
import { isCollection } from './collected-workbook';
import type { ReadingTask } from './collect-readers';
import { encodeAnswer, type FileAnswer } from './file-answer';

const bytesOf = (file: string): Uint8Array | null => {
  try {
    return new Uint8Array(readFileSync(file));
  } catch {
    return null;
  }
};

const answerTo = ({ file, year }: ReadingTask): FileAnswer => {
  const bytes = bytesOf(file);
  if (bytes === null) return { kind: 'notReadable' };
  const hash = createHash('sha256').update(bytes).digest('hex');
  const opened = openNatively(bytes);
  if (!opened.ok) return { kind: 'refused', hash, refusal: opened.error };
  const snapshot = opened.value.snapshot();
  if (isCollection(snapshot)) return { kind: 'ownOutput', hash };
  return { kind: 'read', hash, collected: collectFrom(snapshot, { year, fileName: basename(file) }) };
};

const faultless = (task: ReadingTask): FileAnswer => {
  try {
    return answerTo(task);
  } catch (error) {
    return { kind: 'fault', detail: error instanceof Error ? error.message : String(error) };
  }
};

const say = (text: string): void => {
  process.send?.(text);
};

process.on('message', (task: ReadingTask) => {
  say(encodeAnswer(faultless(task)));
});
// Ctrl-C reaches every process of the terminal; the command stops its readers itself.
process.on('SIGINT', () => undefined);
say('ready');
