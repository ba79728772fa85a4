import type { RuleSet } from '../rule-set';
import { itemId, readItemCode } from '../text/item-codes';
import { withArabicDigits } from '../text/thai-digits';
import type { FoundTable, KeyedRow } from './keyed-table';
import { itemIdIn, type LibraryEntry } from './library';
import { isSameSubject, type PointSubject } from './weak-points';

/** What can be suggested for a weak point, in the words of the library or of the agency's own rows. */
export type Suggestion = {
  readonly measure: string;
  readonly approach: string;
  readonly steps: string;
  readonly unit: string;
  readonly period: string;
  readonly followUp: string;
};

/** A row of the library for a fiscal year. */
export type LibraryRow = { readonly subject: PointSubject; readonly suggestion: Suggestion };

/** How the words of a suggestion are made: its period with the dates of a year, and its follow-up. */
export type SuggestionWords = {
  readonly period: (period: LibraryEntry['period']) => string;
  /** Follow-up that the layout asks for in the place of the library's; null where it asks for none. */
  readonly followUp: string | null;
};

const suggestionOf = (entry: LibraryEntry, words: SuggestionWords): Suggestion => ({
  measure: entry.measure,
  approach: entry.approach,
  steps: entry.steps.map((step, index) => `${index + 1}. ${step}`).join('\n'),
  unit: entry.unit,
  period: words.period(entry.period),
  followUp: words.followUp ?? entry.followUp,
});

/** The entries of the library that a year has a use for: its indicators, its items in their order, its issues. */
export const libraryRows = (
  library: readonly LibraryEntry[],
  { fiscalYear, indicators, items, issueGroups }: RuleSet,
  words: SuggestionWords,
): readonly LibraryRow[] => {
  const rowFor = (
    subject: PointSubject,
    isIts: (entry: LibraryEntry['subject']) => boolean,
  ): readonly LibraryRow[] => {
    const entry = library.find((one) => isIts(one.subject));
    return entry === undefined ? [] : [{ subject, suggestion: suggestionOf(entry, words) }];
  };
  return [
    ...indicators.flatMap(({ id }) =>
      rowFor({ kind: 'indicator', indicator: id }, (own) => own.kind === 'indicator' && own.indicator === id),
    ),
    ...items.flatMap(({ id }) =>
      rowFor({ kind: 'item', id }, (own) => own.kind === 'item' && itemIdIn(own.numbers, fiscalYear) === id),
    ),
    ...issueGroups.flatMap(({ id }) =>
      rowFor({ kind: 'issue', id }, (own) => own.kind === 'issue' && own.issue === id),
    ),
  ];
};

/** A subject as the library's codes name it, however it is typed: `o9`, `ข้อ ๐๙`, `ตัวชี้วัดที่ 9`, `ประเด็น 3`. */
export const subjectOfCode = (code: string): PointSubject | undefined => {
  const text = withArabicDigits(code).toLowerCase().replace(/\s+/g, '');
  const indicator = /^ตัวชี้วัด(?:ที่)?0?(\d{1,2})$/.exec(text)?.[1];
  if (indicator !== undefined) return { kind: 'indicator', indicator: Number(indicator) };
  const issue = /^ประเด็น(?:ที่)?(\d{1,2})$/.exec(text)?.[1];
  if (issue !== undefined) return { kind: 'issue', id: issue };
  const item = readItemCode(code, null).find(({ letter }) => letter === 'printed');
  return item === undefined ? undefined : { kind: 'item', id: itemId(item.instrument, item.number) };
};

/** Suggests for a weak point: the agency's own row first, then the row of ours as it stands on the sheet, then the library. */
export type Suggest = (subject: PointSubject) => Suggestion | undefined;

const suggestionOn = ({ texts }: KeyedRow): Suggestion => {
  const text = (role: string): string => texts.get(role) ?? '';
  return {
    measure: text('measure'),
    approach: text('approach'),
    steps: text('steps'),
    unit: text('responsible'),
    period: text('period'),
    followUp: text('followUp'),
  };
};

/** What is suggested in a workbook: by the rows of its library sheet where it has one, and by the library of ours. */
export const suggestIn = (found: FoundTable | undefined, rows: readonly LibraryRow[]): Suggest => {
  const named = (found?.rows ?? []).flatMap((row) => {
    const subject = subjectOfCode(row.texts.get('code') ?? '');
    return subject === undefined ? [] : [{ row, subject }];
  });
  return (wanted) => {
    const about = named.filter(({ subject }) => isSameSubject(subject, wanted));
    const [first] = [...about.filter(({ row }) => row.key === null), ...about];
    return first === undefined
      ? rows.find(({ subject }) => isSameSubject(subject, wanted))?.suggestion
      : suggestionOn(first.row);
  };
};
