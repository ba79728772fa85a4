import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, extname, join, parse } from 'node:path';

const SUFFIX = '-ITA';

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
 * Name for an output that nobody named: the input's name with `-ITA` in a folder, and a counter where a file of that
 * name holds something else, because an officer may have worked in it since.
 */
export const freeOutputName = (input: string, folder: string, bytes: Uint8Array): string => {
  const { name } = parse(input);
  const stem = name.endsWith(SUFFIX) ? name : `${name}${SUFFIX}`;
  const same = (file: string): boolean => existsSync(file) && Buffer.from(bytes).equals(readFileSync(file));
  for (let counter = 1; ; counter += 1) {
    const file = join(folder, `${stem}${counter === 1 ? '' : ` (${counter})`}${extname(input)}`);
    if (!existsSync(file) || same(file)) return file;
  }
};
