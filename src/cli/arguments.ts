import { parseArgs } from 'node:util';
import type { Language, Messages } from '../app/messages/messages';
import { err, ok, type Result } from '../core/result';

/** What the command was asked to do; `file` is null for the sample workbooks. */
export type Arguments = {
  readonly file: string | null;
  readonly out: string | null;
  readonly year: number | undefined;
  readonly agency: string | undefined;
  readonly sheet: string | undefined;
  /** Whether results are also written beside the officer's own tables. */
  readonly inPlace: boolean;
  /** Whether the reading is printed too: every score with its cell and why. */
  readonly explain: boolean;
  readonly json: boolean;
};

const OPTIONS = {
  out: { type: 'string' },
  year: { type: 'string' },
  agency: { type: 'string' },
  sheet: { type: 'string' },
  'in-place': { type: 'boolean' },
  explain: { type: 'boolean' },
  json: { type: 'boolean' },
  lang: { type: 'string' },
} as const;

/** Language that the words ask for, read first so that what is wrong with them can be said in it; undefined for an unknown one. */
export const languageOf = (words: readonly string[]): Language | undefined => {
  const at = words.findIndex((word) => word === '--lang' || word.startsWith('--lang='));
  const language = at < 0 ? 'th' : (words[at]?.split('=')[1] ?? words[at + 1]);
  return language === 'th' || language === 'en' ? language : undefined;
};

/** Reads the words of the command line; what is wrong with them comes back as a sentence. */
export const readArguments = (words: readonly string[], messages: Messages): Result<Arguments, string> => {
  const parsed = parse(words);
  if (parsed === null) {
    const unknown = words.find(
      (word) => word.startsWith('--') && !(word.slice(2).split('=')[0] ?? '' in OPTIONS),
    );
    return err(messages.unknownOption(unknown ?? words.find((word) => word.startsWith('-')) ?? ''));
  }
  const { values, positionals } = parsed;
  if (positionals.length > 1) return err(messages.oneFileOnly);
  if (values.year !== undefined && !/^2[45]\d\d$/.test(values.year))
    return err(messages.badYear(values.year));
  const file = positionals[0] ?? null;
  if (file === null && values.out !== undefined) return err(messages.outNeedsFile);
  return ok({
    file,
    out: values.out ?? null,
    year: values.year === undefined ? undefined : Number(values.year),
    agency: values.agency,
    sheet: values.sheet,
    inPlace: values['in-place'] === true,
    explain: values.explain === true,
    json: values.json === true,
  });
};

const parse = (words: readonly string[]) => {
  try {
    return parseArgs({ args: [...words], options: OPTIONS, allowPositionals: true, strict: true });
  } catch {
    return null;
  }
};
