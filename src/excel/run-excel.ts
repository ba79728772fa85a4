import type { WorkbookRefusal } from '../app/workbook-port';
import { err, ok, type Result } from '../core/result';

/** Codes of Excel's errors by the refusal that they mean (Excel.ErrorCodes and the table of API errors). */
const REFUSALS: Readonly<Record<string, WorkbookRefusal['code']>> = {
  InvalidOperationInCellEditMode: 'cellEditMode',
  AccessDenied: 'accessDenied',
  Unauthenticated: 'accessDenied',
  RequestPayloadSizeLimitExceeded: 'payloadTooLarge',
  ResponsePayloadSizeLimitExceeded: 'payloadTooLarge',
  OperationCellsExceedLimit: 'payloadTooLarge',
  MemoryLimitReached: 'outOfMemory',
  ItemNotFound: 'changedMeanwhile',
  InactiveWorkbook: 'changedMeanwhile',
  ItemAlreadyExists: 'nameTaken',
  MergedRangeConflict: 'mergedCell',
  ApiNotFound: 'olderExcel',
  InvalidSelection: 'noSelection',
};

/** A refusal on its way out of a batch. */
export class ExcelRefusal extends Error {
  readonly refusal: WorkbookRefusal;

  constructor(refusal: WorkbookRefusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

const codeOf = (error: unknown): string | undefined =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string'
    ? error.code
    : undefined;

/** Whether Excel refused a batch because it was too large to send or to answer. */
export const isTooLarge = (error: unknown): boolean => REFUSALS[codeOf(error) ?? ''] === 'payloadTooLarge';

type Job<Value> = (context: Excel.RequestContext) => Promise<Value>;

/** Since then one press of Ctrl+Z takes back all that one job did; before, what add-ins do cannot be undone there. */
const UNDO_GROUPS = '1.20';

/** Runs a job that changes the workbook, as one step for Excel's own undo where it knows such steps. */
export const runChange = <Value>(job: Job<Value>): Promise<Result<Value, WorkbookRefusal>> =>
  answered(
    Office.context.requirements.isSetSupported('ExcelApi', UNDO_GROUPS)
      ? () => Excel.run({ mergeUndoGroup: true }, job)
      : () => Excel.run(job),
  );

/** Runs a job in Excel. Its errors come back as codes of ours; their messages are not made for users. */
export const runExcel = <Value>(job: Job<Value>): Promise<Result<Value, WorkbookRefusal>> =>
  answered(() => Excel.run(job));

/** What a request gives, or the refusal that its error means. */
export const answered = async <Value>(run: () => Promise<Value>): Promise<Result<Value, WorkbookRefusal>> => {
  try {
    return ok(await run());
  } catch (error) {
    if (error instanceof ExcelRefusal) return err(error.refusal);
    const code = codeOf(error);
    if (code === undefined) throw error;
    return err({ code: REFUSALS[code] ?? 'unexpected', detail: code });
  }
};
