import type { ChangePlan } from '../core/change-plan';
import type { ReadingRefusal } from '../core/read/reading-request';
import { err, ok, type Result } from '../core/result';
import type { Snapshot } from '../core/snapshot';
import type { Analyst, PlainAnalysis } from './analyst';
import type { AnalysisOptions } from './analyze';
import type { Merge, MergeSource } from './merge';
import { joinReceipts } from './receipts';
import type { Receipt, WorkbookPort, WorkbookRefusal } from './workbook-port';

/** A merge that was written, the workbook afterwards, and what takes all of it back. */
export type MergeDone = {
  readonly merge: Merge;
  readonly analysis: PlainAnalysis;
  readonly snapshot: Snapshot;
  readonly receipt: Receipt;
};

/** Why nothing was merged: the workbook's refusal, or what the reader says of it. */
export type MergeRefusal =
  | { readonly kind: 'workbook'; readonly refusal: WorkbookRefusal }
  | { readonly kind: 'reading'; readonly refusal: ReadingRefusal };

/** Only what the workbook has is kept up to date; a merge makes no document. */
const keeping = (options: AnalysisOptions): AnalysisOptions => ({ ...options, documents: [] });

/**
 * Brings the workbook up to date, takes over what the copies hold, and brings it up to date again. Where a step fails
 * what was written before is taken back; where that fails too, the refusal says so and holds the receipt.
 */
export const runMerge = async (
  port: WorkbookPort,
  analyst: Analyst,
  copies: readonly MergeSource[],
  choices: AnalysisOptions,
): Promise<Result<MergeDone, MergeRefusal>> => {
  const options = keeping(choices);
  const receipts: Receipt[] = [];

  const write = async (plan: ChangePlan, basis: Snapshot): Promise<WorkbookRefusal | null> => {
    const applied = await port.apply(plan, basis);
    const receipt = applied.ok ? applied.value : applied.error.receipt;
    if (receipt !== undefined) receipts.push(receipt);
    return applied.ok ? null : applied.error;
  };

  const update = async (): Promise<
    Result<{ readonly analysis: PlainAnalysis; readonly snapshot: Snapshot }, MergeRefusal>
  > => {
    const read = await port.snapshot();
    if (!read.ok) return err({ kind: 'workbook', refusal: read.error });
    const analysis = await analyst.analyze(read.value, options);
    if (!analysis.ok) return err({ kind: 'reading', refusal: analysis.error });
    const refusal = await write(analysis.value.plan, read.value);
    return refusal === null
      ? ok({ analysis: analysis.value, snapshot: read.value })
      : err({ kind: 'workbook', refusal });
  };

  const takeOver = async (): Promise<Result<MergeDone, MergeRefusal>> => {
    const current = await update();
    if (!current.ok) return current;
    const read = await port.snapshot();
    if (!read.ok) return err({ kind: 'workbook', refusal: read.error });
    const merge = await analyst.planMerge(read.value, copies, options);
    if (!merge.ok) return err({ kind: 'reading', refusal: merge.error });
    const refusal = await write(merge.value.plan, read.value);
    if (refusal !== null) return err({ kind: 'workbook', refusal });
    const last = await update();
    return last.ok ? ok({ ...last.value, merge: merge.value, receipt: joinReceipts(receipts) }) : last;
  };

  /** What failed, once the workbook is as it was; else that it is not. */
  const takenBack = async (refused: MergeRefusal): Promise<MergeRefusal> => {
    if (receipts.length === 0) return refused;
    const receipt = joinReceipts(receipts);
    const undone = await receipt.undo();
    if (undone.ok && undone.value.cells.length + undone.value.sheets.length === 0) {
      if (refused.kind === 'reading') return refused;
      // The receipt of a half-written step is among those that were just taken back.
      return { kind: 'workbook', refusal: { ...refused.refusal, receipt: undefined } };
    }
    return {
      kind: 'workbook',
      refusal: {
        code: 'halfWritten',
        detail:
          refused.kind === 'workbook'
            ? (refused.refusal.detail ?? refused.refusal.code)
            : refused.refusal.code,
        ...(undone.ok ? { sheet: undone.value.sheets.join(', '), cells: undone.value.cells } : {}),
        receipt,
      },
    };
  };

  // Also a fault of ours must not leave a part behind.
  const done = await takeOver().catch((error: unknown): Result<MergeDone, MergeRefusal> => {
    console.error(error);
    const detail = error instanceof Error ? error.name : String(error);
    return err({ kind: 'workbook', refusal: { code: 'unexpected', detail } });
  });
  return done.ok ? done : err(await takenBack(done.error));
};
