import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { messagesTh } from '../../src/app/messages/th';
import type { Messages } from '../../src/app/messages/messages';
import type { CollectArguments } from '../../src/cli/arguments';
import { collectFiles } from '../../src/cli/collect-files';
import type { Outcome } from '../../src/cli/command';

/** A new folder with these files in it. */
export const folderOf = (files: Readonly<Record<string, Uint8Array | string>>): string => {
  const folder = mkdtempSync(join(tmpdir(), 'ita รวม-'));
  for (const [name, content] of Object.entries(files)) {
    const file = join(folder, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  return folder;
};

/** The public answer as far as tests look at it. */
export type Answer = {
  readonly folder: string | null;
  readonly written: string | null;
  readonly files: number;
  readonly years: readonly { readonly fiscalYear: number; readonly agencies: number }[];
  readonly agencies: readonly {
    readonly name: string | null;
    readonly fiscalYear: number;
    readonly file: string;
    readonly cell: string;
    readonly total: number | null;
    readonly scores: Readonly<Record<string, number>>;
    readonly findings: readonly object[];
    readonly readingIssues: readonly object[];
  }[];
  readonly failures: readonly {
    readonly file: string;
    readonly code: string;
    readonly cell: string | null;
    readonly text: string;
  }[];
  readonly copies: readonly { readonly file: string; readonly of: string }[];
  readonly ownOutputs: readonly string[];
  readonly otherFiles: Readonly<Record<string, number>>;
  readonly findings: readonly { readonly code: string }[];
};

/** Runs the command in this process; one reader is enough for a few files. */
export const collect = async (
  asked: Partial<Omit<CollectArguments, 'json'>> & Pick<CollectArguments, 'inputs'>,
  surroundings: Parameters<typeof collectFiles>[2] = {},
  messages: Messages = messagesTh,
): Promise<Outcome & { readonly answer: Answer }> => {
  const outcome = await collectFiles({ out: null, year: undefined, ...asked }, messages, {
    count: 1,
    ...surroundings,
  });
  const { exitCode, json, lines, errors } = outcome;
  return { exitCode, json, lines, errors, answer: json as Answer };
};
