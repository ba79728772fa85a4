import { cellName } from '../core/cell-address';
import type { ChangePlan } from '../core/change-plan';
import type { AgencyTable } from '../core/many/agency-table';
import type { ManyRow, ManyYear } from '../core/many/assess-many';
import { planMany } from '../core/report/many/plan-many';
import type { RemarkLine } from '../core/report/many/remark-sheet';
import { joinTables, planScoreSheet } from '../core/report/many/score-sheet';
import { isRemark } from '../core/read/reading';
import type { RuleSet } from '../core/rule-set';
import type { Snapshot } from '../core/snapshot';
import { ruleSets } from '../rules/rule-sets';
import { manyTextsTh } from './messages/many-texts-th';
import { reportTextsTh } from './messages/report-texts-th';
import { messagesTh } from './messages/th';

/** A table of agencies with the file that it was read from. */
export type TableOfFile = { readonly file: string; readonly table: AgencyTable };

/** What a collection comes to, and the plan that writes it. */
export type Collection = {
  /** The newest year first; in each the agencies stand in the order of the tables that were given. */
  readonly years: readonly ManyYear[];
  readonly plan: ChangePlan;
};

/** What could not be read: the file, the sentence that says why and what to do, and the cell where one is concerned. */
export type UnreadFile = { readonly file: string; readonly reason: string; readonly cell: string | null };

export const EMPTY_WORKBOOK: Snapshot = { sheets: [], names: [] };

const { freeSheetName } = reportTextsTh;

type Remarked = { readonly row: ManyRow; readonly sentences: readonly string[] };

const remarkedRows = ({ rows, ruleSet }: ManyYear): readonly Remarked[] => {
  const times = new Map<string, number>();
  for (const { key } of rows) times.set(key, (times.get(key) ?? 0) + 1);
  return rows.flatMap((row): readonly Remarked[] => {
    const { agency, findings, key } = row;
    const isTwice = (times.get(key) ?? 0) > 1;
    if (!isTwice && findings.length === 0 && agency.issues.length === 0) return [];
    const sentences = [
      ...(isTwice ? [manyTextsTh.remarks.twice(agency.agency)] : []),
      ...messagesTh.findingLines(findings, ruleSet),
      ...agency.issues.filter((issue) => !isRemark(issue)).map((issue) => messagesTh.readingIssue(issue)),
    ];
    return sentences.length === 0 ? [] : [{ row, sentences }];
  });
};

/** How many agencies of a year have remarks. */
export const remarkedIn = (year: ManyYear): number => remarkedRows(year).length;

/** Sentences on the agencies of a year whose figures do not add up, or that stand in it twice. */
export const remarksOf = (year: ManyYear): readonly RemarkLine[] =>
  remarkedRows(year).flatMap(({ row: { agency, at }, sentences }) => {
    const subject = `${agency.agency} · ${year.ruleSet.fiscalYear}`;
    const place = year.block.sources[at] ?? '';
    return sentences.map((sentence): RemarkLine => [subject, place, sentence]);
  });

const rulesOf = (fiscalYear: number): RuleSet => {
  const rules = ruleSets.forYear(fiscalYear);
  if (rules === undefined) throw new Error(`A table of a year without rules: ${fiscalYear}`);
  return rules;
};

/**
 * Plans the sheets of a workbook that holds what many workbooks gave: the scores of every agency, the results over
 * them, a summary, and what could not be read. `snapshot` is the workbook that they are added to.
 */
export const planCollection = (
  tables: readonly TableOfFile[],
  unread: readonly UnreadFile[],
  snapshot: Snapshot = EMPTY_WORKBOOK,
): Collection => {
  const years = [...new Set(tables.map(({ table }) => table.fiscalYear))].sort((a, b) => b - a);
  const gathered = years.map((fiscalYear) => {
    const ruleSet = rulesOf(fiscalYear);
    const own = tables.filter(({ table }) => table.fiscalYear === fiscalYear);
    const sources = own.flatMap(({ file, table }) =>
      table.rows.map(({ cell }) => `${file} · ${cellName(cell)}`),
    );
    const table = joinTables(
      own.map((each) => each.table),
      ruleSet,
    );
    const options = { snapshot, texts: manyTextsTh, freeSheetName };
    return { ruleSet, ...planScoreSheet({ table, sources, originOf: null }, ruleSet, options) };
  });
  const lines = unread.map(({ file, cell, reason }): RemarkLine => [file, cell ?? '', reason]);
  const [first, ...rest] = gathered.map(({ ruleSet, block }) => ({ ruleSet, block }));
  if (first === undefined) throw new Error('A collection without any agency');
  const { plan, years: assessed } = planMany(snapshot, [first, ...rest], lines, manyTextsTh, {
    freeSheetName,
    remarksOf,
    beside: [],
  });
  return {
    years: assessed,
    plan: { ...plan, sources: [], sheets: [...plan.sheets, ...gathered.map(({ sheet }) => sheet)] },
  };
};
