/** Numbers that a question has had: `from` and `to` are fiscal years of the Buddhist era, both within. */
export type ItemNumber = { readonly from: number; readonly to: number; readonly id: string };

/** What a suggestion is for: an indicator of every year, a question by the numbers it has had, or an issue. */
export type LibrarySubject =
  | { readonly kind: 'indicator'; readonly indicator: number }
  | { readonly kind: 'item'; readonly numbers: readonly ItemNumber[] }
  | { readonly kind: 'issue'; readonly issue: string };

/** Time in which a measure is usually carried out; the report has words with the dates of the year for each. */
export type UsualPeriod =
  | 'wholeYear'
  /** First and second half of the fiscal year. */
  | 'firstHalf'
  | 'secondHalf'
  /** From its beginning until the documents of OIT are handed in. */
  | 'untilOit'
  /** The first quarter, when plans and announcements are due. */
  | 'firstQuarter';

/** What an agency can do about one weak point, as a draft that an officer edits. */
export type LibraryEntry = {
  readonly subject: LibrarySubject;
  readonly measure: string;
  /** What is to be reached by it, for layouts that ask for a way (แนวทาง) besides the measure. */
  readonly approach: string;
  readonly steps: readonly string[];
  /** Division that usually does it, as local agencies call theirs. */
  readonly unit: string;
  readonly period: UsualPeriod;
  readonly followUp: string;
};

/** A fiscal year's number of a question; undefined where the year has no such question. */
export const itemIdIn = (numbers: readonly ItemNumber[], fiscalYear: number): string | undefined =>
  numbers.find(({ from, to }) => fiscalYear >= from && fiscalYear <= to)?.id;
