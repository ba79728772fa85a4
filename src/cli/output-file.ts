import { randomUUID } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, extname, join, parse } from 'node:path';

/** What the name of an analysed workbook ends with, and that of one into which copies were merged. */
export const SUFFIX = { analysed: '-ITA', merged: '-รวม' } as const;

/** Whether two paths lead to one file. */
export const isSameFile = (a: string, b: string): boolean =>
  existsSync(a) && existsSync(b) && realpathSync(a) === realpathSync(b);

/** Writes a file whole or not at all: to a temporary file beside it, which then takes its name. */
export const writeWhole = (file: string, bytes: Uint8Array): void => {
  mkdirSync(dirname(file), { recursive: true });
  const temporary = join(dirname(file), `.${randomUUID()}.tmp`);
  try {
    writeFileSync(temporary, bytes, { flag: 'wx' });
    renameSync(temporary, file);
  } finally {
    rmSync(temporary, { force: true });
  }
};

/**
 * Name for an output that nobody named: the input's name with a suffix in a folder, and a counter where a file of that
 * name holds something else, because an officer may have worked in it since.
 */
export const freeOutputName = (
  input: string,
  folder: string,
  bytes: Uint8Array,
  suffix: string = SUFFIX.analysed,
): string => {
  const { name } = parse(input);
  const stem = name.endsWith(suffix) ? name : `${name}${suffix}`;
  const same = (file: string): boolean => existsSync(file) && Buffer.from(bytes).equals(readFileSync(file));
  for (let counter = 1; ; counter += 1) {
    const file = join(folder, `${stem}${counter === 1 ? '' : ` (${counter})`}${extname(input)}`);
    if (!existsSync(file) || same(file)) return file;
  }
};
