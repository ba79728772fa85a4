import { extname } from 'node:path';
import { parseArgs, type ParseArgsConfig } from 'node:util';
import type { Language, Messages } from '../app/messages/messages';
import type { ScoreChange } from '../core/assess/what-if';
import { DOCUMENT_KINDS, type DocumentKind } from '../core/measures/layouts';
import { err, ok, type Result } from '../core/result';
import type { TriagePolicy } from '../core/rule-set';
import { readWhatIf } from './what-if-words';

/** What the command was asked to do; `file` is null for the sample workbooks. */
export type Arguments = {
  readonly file: string | null;
  readonly out: string | null;
  readonly year: number | undefined;
  readonly agency: string | undefined;
  readonly sheet: string | undefined;
  /** What holds instead of the settings sheet, and is written there. */
  readonly policy: TriagePolicy | undefined;
  readonly target: number | undefined;
  /** Whether results are also written beside the officer's own tables. */
  readonly inPlace: boolean;
  /** Whether all agencies of the workbook are analysed together, and none is chosen. */
  readonly everyAgency: boolean;
  /** Documents to make or keep up to date; undefined for the usual ones. */
  readonly documents: readonly DocumentKind[] | undefined;
  /** Scores that are supposed to be others, to see what they would give. */
  readonly whatIf: readonly ScoreChange[];
  /** Whether the reading is printed too: every score with its cell and why. */
  readonly explain: boolean;
  readonly json: boolean;
};

/** A score form that is to be made: its file, and the fiscal year of the Buddhist era. */
export type NewFormArguments = {
  readonly file: string;
  readonly year: number;
  readonly json: boolean;
};

/** A merge that is asked for: the workbook into which everything comes, and the copies of it that came back. */
export type MergeArguments = {
  readonly main: string;
  readonly copies: readonly string[];
  readonly out: string | null;
  readonly json: boolean;
};

/** Workbooks of many agencies that are to be collected into one. */
export type CollectArguments = {
  /** Folders, and files by name. */
  readonly inputs: readonly string[];
  readonly out: string | null;
  readonly year: number | undefined;
  readonly json: boolean;
};

const COLLECT_OPTIONS = {
  out: { type: 'string' },
  year: { type: 'string' },
  json: { type: 'boolean' },
  lang: { type: 'string' },
} as const;

const MERGE_OPTIONS = {
  out: { type: 'string' },
  json: { type: 'boolean' },
  lang: { type: 'string' },
} as const;

const NEW_FORM_OPTIONS = {
  year: { type: 'string' },
  json: { type: 'boolean' },
  lang: { type: 'string' },
} as const;

const OPTIONS = {
  out: { type: 'string' },
  year: { type: 'string' },
  agency: { type: 'string' },
  'every-agency': { type: 'boolean' },
  sheet: { type: 'string' },
  policy: { type: 'string' },
  target: { type: 'string' },
  'in-place': { type: 'boolean' },
  documents: { type: 'string' },
  'what-if': { type: 'string' },
  explain: { type: 'boolean' },
  json: { type: 'boolean' },
  lang: { type: 'string' },
} as const;

/** Options about one agency, or about what is made for one. */
const OF_ONE_AGENCY = ['agency', 'sheet', 'policy', 'target', 'documents', 'what-if', 'explain'] as const;

const POLICIES = ['threshold', 'lowest', 'item'] as const satisfies readonly TriagePolicy[];

/** Language that the words ask for, read first so that what is wrong with them can be said in it; undefined for an unknown one. */
export const languageOf = (words: readonly string[]): Language | undefined => {
  const at = words.findIndex((word) => word === '--lang' || word.startsWith('--lang='));
  const language = at < 0 ? 'th' : (words[at]?.split('=')[1] ?? words[at + 1]);
  return language === 'th' || language === 'en' ? language : undefined;
};

const unknownOption = (words: readonly string[], options: object, messages: Messages): string => {
  const unknown = words.find(
    (word) => word.startsWith('--') && !((word.slice(2).split('=')[0] ?? '') in options),
  );
  return messages.unknownOption(unknown ?? words.find((word) => word.startsWith('-')) ?? '');
};

const isYear = (text: string): boolean => /^2[45]\d\d$/.test(text);

/** Reads the words after `new`, which ask for a score form; what is wrong with them comes back as a sentence. */
export const readNewFormArguments = (
  words: readonly string[],
  messages: Messages,
): Result<NewFormArguments, string> => {
  const parsed = parse(words, NEW_FORM_OPTIONS);
  if (parsed === null) return err(unknownOption(words, NEW_FORM_OPTIONS, messages));
  const { values, positionals } = parsed;
  const [file, ...others] = positionals;
  if (values.year === undefined) return err(messages.newNeedsYear);
  if (!isYear(values.year)) return err(messages.badYear(values.year));
  if (file === undefined || others.length > 0) return err(messages.newNeedsFile);
  if (extname(file).toLowerCase() !== '.xlsx') return err(messages.newNotXlsx(file));
  return ok({ file, year: Number(values.year), json: values.json === true });
};

/** Reads the words that ask for a merge; what is wrong with them comes back as a sentence. */
export const readMergeArguments = (
  words: readonly string[],
  messages: Messages,
): Result<MergeArguments, string> => {
  const parsed = parse(words, MERGE_OPTIONS);
  if (parsed === null) return err(unknownOption(words, MERGE_OPTIONS, messages));
  const { values, positionals } = parsed;
  const [main, ...copies] = positionals;
  if (main === undefined || copies.length === 0) return err(messages.merge.needsFiles);
  return ok({ main, copies, out: values.out ?? null, json: values.json === true });
};

/** Reads the words that ask for a collection; what is wrong with them comes back as a sentence. */
export const readCollectArguments = (
  words: readonly string[],
  messages: Messages,
): Result<CollectArguments, string> => {
  const parsed = parse(words, COLLECT_OPTIONS);
  if (parsed === null) return err(unknownOption(words, COLLECT_OPTIONS, messages));
  const { values, positionals } = parsed;
  if (positionals.length === 0) return err(messages.collect.needsFiles);
  if (values.year !== undefined && !isYear(values.year)) return err(messages.badYear(values.year));
  if (values.out !== undefined && extname(values.out).toLowerCase() !== '.xlsx')
    return err(messages.collect.outNotXlsx(values.out));
  return ok({
    inputs: positionals,
    out: values.out ?? null,
    year: values.year === undefined ? undefined : Number(values.year),
    json: values.json === true,
  });
};

/** Reads the words of the command line; what is wrong with them comes back as a sentence. */
export const readArguments = (words: readonly string[], messages: Messages): Result<Arguments, string> => {
  const parsed = parse(words, OPTIONS);
  if (parsed === null) return err(unknownOption(words, OPTIONS, messages));
  const { values, positionals } = parsed;
  if (positionals.length > 1) return err(messages.oneFileOnly);
  if (values.year !== undefined && !isYear(values.year)) return err(messages.badYear(values.year));
  const everyAgency = values['every-agency'] === true;
  const foreign = everyAgency ? OF_ONE_AGENCY.find((option) => values[option] !== undefined) : undefined;
  if (foreign !== undefined) return err(messages.many.notWith(`--${foreign}`));
  const policy = POLICIES.find((known) => known === values.policy);
  if (values.policy !== undefined && policy === undefined) return err(messages.badPolicy(values.policy));
  const target = values.target === undefined ? undefined : readTarget(values.target);
  if (values.target !== undefined && target === undefined) return err(messages.badTarget(values.target));
  const supposed = values['what-if'];
  const whatIf = supposed === undefined ? [] : readWhatIf(supposed);
  if (whatIf === undefined) return err(messages.outlook.badWhatIf(supposed ?? ''));
  const documents = values.documents === undefined ? undefined : readDocuments(values.documents);
  if (typeof documents === 'string') return err(messages.documents.badDocuments(documents, DOCUMENT_KINDS));
  const file = positionals[0] ?? null;
  if (file === null && values.out !== undefined) return err(messages.outNeedsFile);
  return ok({
    file,
    out: values.out ?? null,
    year: values.year === undefined ? undefined : Number(values.year),
    agency: values.agency,
    everyAgency,
    sheet: values.sheet,
    policy,
    target,
    inPlace: values['in-place'] === true,
    documents,
    whatIf,
    explain: values.explain === true,
    json: values.json === true,
  });
};

/** Documents of a list such as `measures,oit`; a word that names none comes back as it is. */
const readDocuments = (text: string): readonly DocumentKind[] | string => {
  const words = text
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');
  const kinds = words.map((word) => DOCUMENT_KINDS.find((kind) => kind === word));
  const unknown = words[kinds.indexOf(undefined)];
  if (unknown !== undefined || words.length === 0) return unknown ?? text;
  return kinds.flatMap((kind) => kind ?? []);
};

const readTarget = (text: string): number | undefined => {
  const target = /^\d{1,3}(\.\d{1,2})?$/.test(text) ? Number(text) : Number.NaN;
  return target <= 100 ? target : undefined;
};

const parse = <Options extends NonNullable<ParseArgsConfig['options']>>(
  words: readonly string[],
  options: Options,
) => {
  try {
    return parseArgs({ args: [...words], options, allowPositionals: true, strict: true });
  } catch {
    return null;
  }
};
