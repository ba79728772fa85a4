import type { ChangePlan } from '../core/change-plan';
import type { Result } from '../core/result';
import type { Snapshot } from '../core/snapshot';

/** Why a workbook is not read or a plan not applied; the message tables have a sentence for each code. */
export type WorkbookRefusal = {
  readonly code:
    /** The bytes are no ZIP archive, or hold no workbook at all. */
    | 'notZip'
    | 'encrypted'
    | 'oldXls'
    | 'unsupportedZip'
    | 'notWorkbook'
    | 'damaged'
    | 'protectedSheet'
    | 'protectedWorkbook'
    /** A cell that may not be changed alone. */
    | 'arrayFormula'
    | 'sharedFormula'
    | 'mergedCell'
    | 'tableHeader'
    | 'textTooLong'
    /** A name that something else in the workbook bears already. */
    | 'sheetNameTaken'
    | 'nameTaken'
    | 'tableOverlap';
  /** Part of the file, as a path in it. */
  readonly part?: string;
  readonly sheet?: string;
  /** Cell concerned, `'Sheet'!C5`. */
  readonly cell?: string;
};

/** A workbook that can be read, and to which a plan can be applied whole or not at all. */
export type WorkbookPort<Applied> = {
  readonly snapshot: () => Snapshot;
  readonly apply: (plan: ChangePlan) => Result<Applied, WorkbookRefusal>;
};
