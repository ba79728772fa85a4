import { createHash } from 'node:crypto';
import {
  closeSync,
  createReadStream,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { InputFile } from './collect-inputs';

/** Answers that are kept on disk until the output was written, so that a stopped run can be taken up again. */
export type Journal = {
  readonly keep: (file: InputFile, answer: string) => void;
  /** Closes it; where the run was finished, nothing is left to take up, and it is removed. */
  readonly close: (isFinished: boolean) => void;
};

type Line = { readonly file: string; readonly stamp: string; readonly answer: unknown };

const SOURCES = fileURLToPath(new URL('..', import.meta.url));
/** Folders whose code and rules decide what an answer is. */
const DECIDING = ['core', 'rules', 'app', 'xlsx', 'cli'];

/** Changes with the program and its rules, so that no answer of another version is taken for one of this. */
const programVersion = (): string => {
  const hash = createHash('sha256');
  for (const folder of DECIDING) {
    const names = readdirSync(join(SOURCES, folder), { recursive: true, encoding: 'utf8' });
    for (const name of names.filter((path) => path.endsWith('.ts')).sort())
      hash.update(readFileSync(join(SOURCES, folder, name)));
  }
  return hash.digest('hex');
};

const checksum = (version: string, text: string): string =>
  createHash('sha256').update(version).update(text).digest('base64url').slice(0, 22);

/** Where the journal of an output stands: hidden beside it. */
export const journalOf = (output: string): string => join(dirname(output), `.${basename(output)}.collect`);

/** Answers of a journal for files that have not changed since; damaged lines and those of another version are ignored. */
const readJournal = async (
  journal: string,
  files: readonly InputFile[],
  version: string,
  onAnswer: (index: number, answer: string) => void,
): Promise<void> => {
  const indices = new Map(files.map(({ path }, index) => [path, index]));
  for await (const line of createInterface({ input: createReadStream(journal), crlfDelay: Infinity })) {
    const space = line.indexOf(' ');
    const text = line.slice(space + 1);
    if (line.slice(0, space) !== checksum(version, text)) continue;
    const { file, stamp, answer } = JSON.parse(text) as Line;
    const index = indices.get(file);
    if (index === undefined || files[index]?.stamp !== stamp) continue;
    onAnswer(index, JSON.stringify(answer));
  }
};

/**
 * Opens the journal of an output and gives what it holds already; throws where none can be written. `basis` names what
 * the answers depend on besides the files.
 */
export const openJournal = async (
  output: string,
  files: readonly InputFile[],
  basis: string,
  onAnswer: (index: number, answer: string) => void,
): Promise<Journal> => {
  const journal = journalOf(output);
  const version = `${programVersion()} ${basis}`;
  mkdirSync(dirname(journal), { recursive: true });
  if (existsSync(journal)) await readJournal(journal, files, version, onAnswer);
  const handle = openSync(journal, 'a');
  // A run that was killed may have left half a line.
  writeSync(handle, '\n');
  return {
    keep: ({ path, stamp }, answer) => {
      const text = `{"file":${JSON.stringify(path)},"stamp":${JSON.stringify(stamp)},"answer":${answer}}`;
      try {
        writeSync(handle, `${checksum(version, text)} ${text}\n`);
      } catch {
        // A full disk costs the way back to here, not the run.
      }
    },
    close: (isFinished) => {
      closeSync(handle);
      if (isFinished) rmSync(journal, { force: true });
    },
  };
};
