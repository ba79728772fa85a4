import type { CellRef } from '../cell-address';
import type { FigureStatus, ReadFigure, ReadGrade, ReadingIssue } from '../read/reading';
import type { ConditionReading, InstrumentId, RuleSet, TriageLevel, TriageLimits } from '../rule-set';

/** All scores here are 0–100 at full precision; null is missing, never zero. */
export type ItemResult = {
  readonly id: string;
  readonly score: number | null;
  readonly status: FigureStatus;
  readonly triage: TriageLevel | null;
  readonly figure: ReadFigure | null;
};

/** An issue of the measures document; an item may stand under several. */
export type IssueResult = {
  readonly id: string;
  readonly name: string;
  readonly items: readonly ItemResult[];
  /** The weakest group of its items; null where none has a score. */
  readonly level: TriageLevel | null;
  /** Items that pull it down: those with its lowest printed score, unless all of them are full. */
  readonly weakest: readonly string[];
};

/** The year's issues, and the items that stand under none, so that none is forgotten. */
export type IssueResults = {
  readonly groups: readonly IssueResult[];
  readonly rest: readonly ItemResult[];
};

export type SubIndicatorResult = {
  readonly id: string;
  readonly score: number | null;
  readonly from: 'items' | 'given' | null;
  readonly given: ReadFigure | null;
};

export type IndicatorResult = {
  readonly id: number;
  readonly score: number | null;
  /** `items` where every item is there, `parts` where the score is made of given sub-indicators, else `given`. */
  readonly from: 'items' | 'parts' | 'given' | null;
  /** 1 is the highest score; equal scores (to two decimals) go by indicator number. */
  readonly rank: number | null;
  readonly triage: TriageLevel | null;
  readonly given: ReadFigure | null;
};

export type PartResult = {
  readonly part: string;
  readonly score: number | null;
  readonly from: 'given' | 'items' | null;
  readonly given: ReadFigure | null;
};

export type InstrumentResult = {
  readonly id: InstrumentId;
  readonly score: number | null;
  readonly from: 'parts' | 'indicators' | 'given' | null;
  /** Share of the total, 0–1. */
  readonly weight: number;
  readonly weighted: number | null;
  readonly parts: readonly PartResult[];
  readonly given: ReadFigure | null;
  readonly givenWeighted: ReadFigure | null;
};

/** One way in which the year's condition can be read, and what it gives for this agency. */
export type GradeCase = {
  readonly reading: ConditionReading;
  /** `known` where every figure is there; else the case where the missing ones are as good, or as bad, as they can be. */
  readonly bound: 'known' | 'best' | 'worst';
  /** Least of the figures that the condition names. */
  readonly least: number;
  readonly code: string;
};

export type GradeResult = {
  readonly code: string;
  /** Whether no admissible reading, no missing part and no unsettled rule could change it. */
  readonly certain: boolean;
  readonly cases: readonly GradeCase[];
};

/** Something in the officer's numbers that does not add up, or that the reader should know of. */
export type Finding = {
  readonly code:
    | 'truncated'
    | 'roundedElsewhere'
    | 'differs'
    | 'conflict'
    | 'gradeDiffers'
    | 'rankDiffers'
    | 'itemsMissing'
    | 'scoreNotAllowed'
    | 'yearContradiction'
    /** A sentence gives another figure than the score tables. */
    | 'claimDiffers'
    /** An indicator is called the highest under the total, or the lowest over it. */
    | 'claimBeyondTotal'
    /** An indicator is called the highest or the lowest, and another one is further. */
    | 'claimNotExtreme'
    /** Indicators are said to be above a limit, and some are not. */
    | 'claimNotAbove'
    /** A number of indicators that is not that of those listed. */
    | 'claimCount'
    /** Another agency is named as the one that was scored. */
    | 'otherAgency'
    /** A year is called past that is the document's own. */
    | 'pastYear'
    | 'dateOutsideYear'
    | 'rowsRepeated'
    | 'numberingJumps'
    /** An entry of the settings sheet that is not used. */
    | 'settingIgnored'
    /** The policy of the triage asks for items that the workbook does not give. */
    | 'itemsNeeded';
  readonly severity: 'note' | 'warning';
  readonly cells: readonly CellRef[];
  /** Subject keys and numbers that the sentence needs. */
  readonly params: Readonly<Record<string, string>>;
};

/** Everything computed from one agency's scores of one fiscal year. */
export type Assessment = {
  readonly agency: string | null;
  readonly fiscalYear: number;
  readonly ruleSet: RuleSet;
  readonly limits: TriageLimits;
  readonly items: readonly ItemResult[];
  readonly subIndicators: readonly SubIndicatorResult[];
  readonly indicators: readonly IndicatorResult[];
  readonly instruments: readonly InstrumentResult[];
  /** Without groups and rest where the year has no issues. */
  readonly issues: IssueResults;
  readonly total: { readonly score: number | null; readonly given: ReadFigure | null };
  readonly grade: GradeResult | null;
  readonly reportedGrade: ReadGrade | null;
  readonly findings: readonly Finding[];
  readonly readingIssues: readonly ReadingIssue[];
};
