import type { Sourced } from '../rule-set';

/** What one OIT item must show, and the division that usually does it in a local agency. */
export type OitItemElements = {
  readonly id: string;
  /** Years are told relative to the assessed one. */
  readonly elements: readonly string[];
  readonly unit: string;
};

/** What the OIT items of one fiscal year must show; confidence and source are of the elements, units are drafts. */
export type OitElements = Sourced & {
  readonly fiscalYear: number;
  readonly items: readonly OitItemElements[];
};

/** What an indicator assesses, and a sentence each for a strong and a weak one. */
export type IndicatorAim = {
  readonly indicator: number;
  readonly assessed: string;
  readonly strength: string;
  /** What a low score can mean; never a claim about the agency. */
  readonly weakness: string;
};

/** A month of a plan; the offset counts calendar years from the fiscal year of the scores. */
export type CalendarMonth = {
  readonly month: 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12;
  readonly yearOffset: 0 | 1 | 2;
};

/** One row of the yearly work calendar; it runs through the whole plan year where it has no months. */
export type CalendarRow = {
  readonly id: string;
  readonly stage: string;
  readonly tasks: readonly string[];
} & (
  { readonly from: CalendarMonth; readonly to: CalendarMonth } | { readonly from: null; readonly to: null }
);

/** A limit that agencies often meet in carrying out the assessment, and what can be done about it. */
export type LimitSuggestion = { readonly id: string; readonly limit: string; readonly suggestion: string };
