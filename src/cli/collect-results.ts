import type { Collected } from '../app/collect';
import type { TableOfFile } from '../app/collection';
import type { CollectedCounts } from '../app/messages/collect-messages';
import type { Messages } from '../app/messages/messages';
import type { AgencyRow } from '../core/many/agency-table';
import { agencyKey } from '../core/read/agencies';
import { isRemark } from '../core/read/reading';
import type { FileAnswer } from './file-answer';

type Refusal = Collected['refusals'][number];

/** Why a file, or a part of it, gives nothing. */
export type UnreadCause =
  | Exclude<FileAnswer, { readonly kind: 'read' | 'ownOutput' }>
  | { readonly kind: 'reading'; readonly refusal: Refusal }
  | { readonly kind: 'nothing' };

export type Unread = { readonly file: string; readonly cause: UnreadCause };

/** What all files gave. */
export type Results = {
  readonly tables: readonly TableOfFile[];
  readonly unread: readonly Unread[];
  /** Files whose contents are byte for byte those of another one that counts. */
  readonly copies: readonly { readonly file: string; readonly of: string }[];
  /** Workbooks that the command wrote before. */
  readonly ownOutputs: readonly string[];
  readonly counts: CollectedCounts;
};

const countsOf = (files: number, tables: readonly TableOfFile[]): CollectedCounts => {
  const byYear = new Map<number, Set<string>>();
  const all = new Set<string>();
  for (const { file, table } of tables) {
    const ofYear = byYear.get(table.fiscalYear) ?? new Set();
    byYear.set(table.fiscalYear, ofYear);
    table.rows.forEach(({ agency }, row) => {
      const key = agency === '' ? `${file}/${row}` : agencyKey(agency);
      ofYear.add(key);
      all.add(key);
    });
  }
  return {
    files,
    agencies: all.size,
    years: [...byYear]
      .map(([fiscalYear, ofYear]) => ({ fiscalYear, agencies: ofYear.size }))
      .sort((a, b) => b.fiscalYear - a.fiscalYear),
  };
};

const causesIn = ({ tables, refusals }: Collected): readonly UnreadCause[] => {
  if (refusals.length > 0) return refusals.map((refusal) => ({ kind: 'reading', refusal }));
  return tables.every(({ rows }) => rows.length === 0) ? [{ kind: 'nothing' }] : [];
};

/** Sets the answers together, in the order of the files; of equal files that give something the first counts. */
export const resultsOf = (
  answers: readonly { readonly file: string; readonly answer: FileAnswer }[],
): Results => {
  const firsts = new Map<string, string>();
  const tables: TableOfFile[] = [];
  const unread: Unread[] = [];
  const copies: { file: string; of: string }[] = [];
  const ownOutputs: string[] = [];
  for (const { file, answer } of answers) {
    if (answer.kind === 'ownOutput') ownOutputs.push(file);
    else if (answer.kind !== 'read') unread.push({ file, cause: answer });
    else {
      const first = firsts.get(answer.hash);
      const filled = answer.collected.tables.filter(({ rows }) => rows.length > 0);
      if (first !== undefined) copies.push({ file, of: first });
      else {
        if (filled.length > 0) firsts.set(answer.hash, file);
        tables.push(...filled.map((table) => ({ file, table })));
        unread.push(...causesIn(answer.collected).map((cause) => ({ file, cause })));
      }
    }
  }
  return { tables, unread, copies, ownOutputs, counts: countsOf(answers.length - ownOutputs.length, tables) };
};

/** Code of a cause, for programs. */
export const unreadCode = (cause: UnreadCause): string =>
  cause.kind === 'refused' || cause.kind === 'reading' ? cause.refusal.code : cause.kind;

/** Cell or range that is in the way; null where the whole file is. */
export const unreadCell = (cause: UnreadCause): string | null => {
  if (cause.kind === 'refused') return cause.refusal.cell ?? null;
  if (cause.kind !== 'reading') return null;
  const { params } = cause.refusal;
  return params['cell'] ?? params['blank'] ?? null;
};

/** Why a file gives nothing, and what to do, in a sentence. */
export const unreadText = (cause: UnreadCause, messages: Messages): string => {
  const { unread } = messages.collect;
  switch (cause.kind) {
    case 'refused':
      return messages.workbookRefusal(cause.refusal);
    case 'reading': {
      const { code, params, candidates } = cause.refusal;
      // The command offers no choice among the tables and agencies of one of many files.
      if (code === 'severalTables') return unread.severalTables(params['year'] ?? '', candidates.join(', '));
      if (code === 'severalAgencies') return unread.severalAgencies(candidates.join(', '));
      return messages.readingRefusal(cause.refusal);
    }
    case 'fault':
      return unread.fault(cause.detail);
    case 'nothing':
    case 'notFound':
    case 'notReadable':
    case 'tooSlow':
    case 'outOfMemory':
    case 'died':
      return unread[cause.kind];
  }
};

/** How many warnings and how many notes there are on an agency. */
export const remarksOn = ({
  findings,
  issues,
}: AgencyRow): { readonly warnings: number; readonly notes: number } => {
  const warnings =
    findings.filter(({ severity }) => severity === 'warning').length +
    issues.filter((issue) => !isRemark(issue)).length;
  return { warnings, notes: findings.length + issues.length - warnings };
};
