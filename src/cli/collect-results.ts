import type { TableOfFile } from '../app/collection';
import type { CollectedCounts } from '../app/messages/collect-messages';
import { causesIn, type UnreadSource } from '../app/unread-source';
import type { AgencyRow } from '../core/many/agency-table';
import { agencyKey } from '../core/read/agencies';
import { isRemark } from '../core/read/reading';
import type { FileAnswer } from './file-answer';

/** A file that gave nothing, and why. */
export type Unread = UnreadSource & { readonly file: string };

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
