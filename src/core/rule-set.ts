/** How sure a group of numbers is; what is only inferred is shown to the user as such. */
export type Confidence = 'confirmed' | 'corroborated' | 'singleSource' | 'knowledge' | 'inferred' | 'unknown';

/** Where a group of numbers comes from: a document and, where known, its page or part. */
export type Sourced = { readonly confidence: Confidence; readonly source: string };

export type InstrumentId = 'IIT' | 'EIT' | 'OIT';

export type InstrumentRule = {
  readonly id: InstrumentId;
  readonly name: string;
  /** Share of the total, 0–1. */
  readonly weight: number;
  /** Parts that are collected apart and weigh the same inside the instrument; null where there are none. */
  readonly parts: readonly string[] | null;
};

export type IndicatorRule = {
  readonly id: number;
  readonly name: string;
  readonly nameEn: string;
  /** Other spellings in use, for reading. */
  readonly aliases: readonly string[];
  readonly instrument: InstrumentId;
  /** How the indicator is made from what stands below it. */
  readonly from:
    | { readonly kind: 'items'; readonly items: readonly string[] }
    | { readonly kind: 'subIndicators'; readonly subIndicators: readonly string[] }
    /** The items give one part only, so they can never give the whole indicator. */
    | { readonly kind: 'parts'; readonly part: string; readonly items: readonly string[] };
};

export type SubIndicatorRule = {
  readonly id: string;
  readonly name: string;
  readonly indicator: number;
  readonly items: readonly string[];
};

export type ItemRule = {
  readonly id: string;
  readonly name: string;
  readonly instrument: InstrumentId;
  readonly indicator: number;
  readonly subIndicator: string | null;
  /** The only scores that can be given, or null where any score on the scale can occur. */
  readonly allowedScores: readonly number[] | null;
};

/** What must reach a level's `every` limit besides the total; several may be admissible for a year. */
export type ConditionReading = 'instruments' | 'eitParts' | 'indicators';

export type GradeRule = {
  readonly code: string;
  readonly label: string;
  readonly labelEn: string;
  /** Least total, rounded half up to the scale's decimals. */
  readonly from: number;
  /** Least score of every figure that the reading names, or null where there is no such condition. */
  readonly every: number | null;
  /** Whether this level counts as passed. */
  readonly passes: boolean;
};

export type GradeScale = {
  /** Highest first; the last one begins at 0. */
  readonly grades: readonly GradeRule[];
  /** Admissible readings of the condition, the best one first; empty where no grade has a condition. */
  readonly readings: readonly ConditionReading[];
  /** False where the year's levels are not known for sure, so that no grade of it is certain. */
  readonly settled: boolean;
};

export type IssueGroup = { readonly id: string; readonly name: string; readonly items: readonly string[] };

export type TriageLevel = 'urgent' | 'improve' | 'maintain';

/** By fixed limits, by which figure is the lowest, or by the items. */
export type TriagePolicy = 'threshold' | 'lowest' | 'item';

/** The policy by which figures are grouped, and the limits of every policy; scores are compared as they are printed. */
export type TriageLimits = {
  readonly policy: TriagePolicy;
  /** By threshold: below the first urgent, below the second to improve, else to maintain. */
  readonly urgentBelow: number;
  readonly improveBelow: number;
  /** By the lowest: from here on a figure is to maintain even where it is the lowest. */
  readonly lowestMaintainFrom: number;
  /** By item: an OIT item up to here is urgent. */
  readonly itemUrgentUpTo: number;
  /** By item: an IIT or EIT item below is to improve. */
  readonly itemImproveBelow: number;
};

/** All weights, items and grades of one fiscal year of the Buddhist era. */
export type RuleSet = {
  readonly fiscalYear: number;
  /** Raised when a year's rules are corrected. */
  readonly revision: number;
  readonly scale: { readonly min: number; readonly max: number; readonly decimals: number };
  readonly instruments: readonly InstrumentRule[];
  readonly indicators: readonly IndicatorRule[];
  readonly subIndicators: readonly SubIndicatorRule[];
  /** Other admissible groupings where that of the items is only inferred: of each, the groups that differ. */
  readonly otherGroupings: readonly (readonly SubIndicatorRule[])[];
  readonly items: readonly ItemRule[];
  readonly gradeScale: GradeScale;
  /** Total that an agency must reach, 0–100. */
  readonly target: number;
  /** Default policy and limits of the triage; the user may set others. */
  readonly triageLimits: TriageLimits;
  /** Issues (ประเด็น) of the measures document that gather items of all instruments; empty where the year has none. */
  readonly issueGroups: readonly IssueGroup[];
  /** Items that ask for the measures document and for the report on it; null where the year asks for neither. */
  readonly measuresItem: string | null;
  readonly resultsItem: string | null;
  /** Items of this year by the item of the year before that they follow; a pair per counterpart, empty where unknown. */
  readonly crosswalk: readonly { readonly previous: string; readonly current: string }[];
  readonly evidence: {
    readonly weights: Sourced;
    readonly aggregation: Sourced;
    readonly oitItems: Sourced;
    readonly subIndicators: Sourced;
    readonly iitEitItems: Sourced;
    readonly grades: Sourced;
    readonly target: Sourced;
    readonly triageLimits: Sourced;
    readonly issueGroups: Sourced;
    readonly crosswalk: Sourced;
  };
};

/** A total that every agency shall reach by a fiscal year of the Buddhist era. */
export type LongTermTarget = { readonly score: number; readonly by: number };

/** The rule sets that a program knows; a year without one is refused by name. */
export type RuleSets = {
  readonly supportedYears: readonly number[];
  /** Years of which a total is accepted as history, never scored. */
  readonly historyYears: readonly number[];
  readonly forYear: (fiscalYear: number) => RuleSet | undefined;
};

/** The rules of the newest year; a program without any rules is a fault. */
export const newestRules = (ruleSets: RuleSets): RuleSet => {
  const rules = ruleSets.forYear(Math.max(...ruleSets.supportedYears));
  if (rules === undefined) throw new Error('No rules of any year');
  return rules;
};
