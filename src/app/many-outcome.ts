import type { ChangePlan } from '../core/change-plan';
import { resultOf, type ManyYear } from '../core/many/assess-many';
import type { ReadingRefusal } from '../core/read/reading-request';
import type { Result } from '../core/result';
import type { Snapshot } from '../core/snapshot';
import { mean } from '../core/text/numbers';
import type { ManyOptions } from './analyst';
import type { Gathered } from './collect-job';
import { planCollection, remarkedIn } from './collection';
import { analyzeMany, type BesideLists } from './many';
import { messagesTh } from './messages/th';
import { unreadCell, unreadHere, type UnreadSource } from './unread-source';

/** How many agencies have a grade, and what it is called. */
export type GradeCount = {
  readonly code: string;
  readonly label: string;
  readonly labelEn: string;
  readonly agencies: number;
};

/** What there is to say of all agencies of one fiscal year. */
export type ManySummary = {
  readonly fiscalYear: number;
  readonly decimals: number;
  readonly agencies: number;
  /** Those that have a total; the mean is theirs. */
  readonly scored: number;
  readonly mean: number | null;
  /** The highest grade first. */
  readonly grades: readonly GradeCount[];
  /** Agencies to which no grade can be given. */
  readonly ungraded: number;
  /** Agencies with the lowest totals, the lowest first. */
  readonly lowest: readonly { readonly agency: string; readonly total: number }[];
  /** Agencies whose figures do not add up, or that stand in the year twice. */
  readonly remarked: number;
};

/** What an analysis of many agencies comes to, as data alone, so that another thread can hand it over. */
export type ManyOutcome = {
  /** Each counted once, in however many years it stands. */
  readonly agencies: number;
  /** The newest year first. */
  readonly years: readonly ManySummary[];
  readonly unread: readonly UnreadSource[];
  readonly plan: ChangePlan;
  /** What stands beside the rows of lists; null where the agencies stand in other files. */
  readonly beside: BesideLists | null;
};

const LOWEST = 5;

/** Sums up the agencies of a year. */
export const summaryOf = (year: ManyYear): ManySummary => {
  const { ruleSet, block, rows } = year;
  const totals = rows.flatMap((row) => resultOf(row, 'total') ?? []);
  const codes = rows.map(({ at }) => block.grades[at]?.code);
  return {
    fiscalYear: ruleSet.fiscalYear,
    decimals: ruleSet.scale.decimals,
    agencies: rows.length,
    scored: totals.length,
    mean: mean(totals),
    grades: ruleSet.gradeScale.grades.map(({ code, label, labelEn }) => ({
      code,
      label,
      labelEn,
      agencies: codes.filter((own) => own === code).length,
    })),
    ungraded: codes.filter((code) => code === undefined).length,
    lowest: rows
      .flatMap(({ agency, printed }) => (printed === null ? [] : [{ agency: agency.agency, total: printed }]))
      .slice(-LOWEST)
      .reverse(),
    remarked: remarkedIn(year),
  };
};

const outcomeOf = (
  years: readonly ManyYear[],
  rest: Pick<ManyOutcome, 'unread' | 'plan' | 'beside'>,
): ManyOutcome => ({
  agencies: new Set(
    years.flatMap(({ rows, ruleSet }) =>
      rows.map(({ agency, key, at }) => (agency.agency === '' ? `${ruleSet.fiscalYear}/${at}` : key)),
    ),
  ).size,
  years: years.map(summaryOf),
  ...rest,
});

/** What an analysis of every agency of a workbook comes to. */
export const outcomeOfWorkbook = (
  snapshot: Snapshot,
  options: ManyOptions,
): Result<ManyOutcome, ReadingRefusal> => {
  const many = analyzeMany(snapshot, options);
  if (!many.ok) return many;
  const { years, refusals, plan, beside } = many.value;
  const unread = refusals.map((refusal): UnreadSource => ({
    file: null,
    cause: { kind: 'reading', refusal },
  }));
  return { ok: true, value: outcomeOf(years, { unread, plan, beside }) };
};

/** What many files come to in a workbook. */
export const outcomeOfFiles = (snapshot: Snapshot, { tables, unread }: Gathered): ManyOutcome => {
  const lines = unread.map(({ file, cause }) => ({
    file: file ?? '',
    cell: unreadCell(cause),
    // The sheets are Thai in either language.
    reason: unreadHere(cause, messagesTh),
  }));
  const { years, plan } = planCollection(tables, lines, snapshot);
  return outcomeOf(years, { unread, plan, beside: null });
};
