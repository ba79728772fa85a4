import type { CellRef } from '../cell-address';
import { err, type Result } from '../result';
import type { PointedArea } from './pointed-area';

/** What of a workbook is to be read, and as what. */
export type ReadingOptions = {
  /** Year of the Buddhist era that the user gives or chooses. */
  readonly year?: number | undefined;
  readonly agency?: string | undefined;
  /** A sheet's name, or one of the ranges that a question offered: `'Sheet1'!A3:C13`. */
  readonly sheet?: string | undefined;
  /** Cells to which the user points: nothing else is read, and what stands there counts as scores of the assessment. */
  readonly area?: PointedArea | undefined;
  /** Name of the workbook's file, which may say a year or an agency that no sheet says. */
  readonly fileName?: string | undefined;
};

/** Where one of several candidates stands, with some of its scores, so that the user can tell them apart. */
export type CandidateSample = {
  readonly candidate: string;
  readonly cells: readonly { readonly cell: CellRef; readonly value: number }[];
};

/** Why nothing can be assessed; the message table has a sentence for each code. */
export type ReadingRefusal = {
  readonly code:
    | 'sheetNotFound'
    | 'noScores'
    | 'areaUnread'
    | 'otherFramework'
    | 'yearUnknown'
    | 'yearNotFound'
    | 'yearUnsupported'
    | 'yearHistory'
    | 'agencyNotFound'
    | 'severalAgencies'
    | 'severalTables';
  readonly params: Readonly<Record<string, string>>;
  /** What the user can choose from. */
  readonly candidates: readonly string[];
  /** Scores of the candidates, where these are tables. */
  readonly samples: readonly CandidateSample[];
  /** Cell at which it is seen why a pointed area cannot be read. */
  readonly cell?: CellRef;
};

/** A refusal with what it needs for its sentence. */
export const refusal = (
  code: ReadingRefusal['code'],
  params: Readonly<Record<string, string>> = {},
  candidates: readonly string[] = [],
  samples: readonly CandidateSample[] = [],
): Result<never, ReadingRefusal> => err({ code, params, candidates, samples });
