import { err, ok, type Result } from '../core/result';
import type { ChangePlan } from '../core/change-plan';
import type { Snapshot } from '../core/snapshot';
import { CONTENT_TYPES } from './package/content-types';
import { openPackage } from './package/part-store';
import { readSnapshot } from './read/read-snapshot';
import type { WorkbookRefusal } from '../app/workbook-port';
import { RefusedError } from './refusal';
import { readWorkbook } from './workbook/read-workbook';
import { applyPlan } from './write/apply-plan';

/** A workbook file that was opened; applying a plan gives the bytes of a new file and leaves this one as it is. */
export type XlsxWorkbook = {
  readonly snapshot: () => Snapshot;
  readonly apply: (plan: ChangePlan) => Result<Uint8Array, WorkbookRefusal>;
};

/**
 * Opens the bytes of a workbook or template, with macros or without; what is written is of the same kind. Everything is
 * read at once, so that a damaged part shows here.
 */
export const openWorkbook = (bytes: Uint8Array): Result<XlsxWorkbook, WorkbookRefusal> =>
  refusable(() => {
    // A copy, because the caller may reuse its buffer before the plan is applied.
    const source = openPackage(bytes.slice());
    if (!source.has(CONTENT_TYPES)) throw new RefusedError({ code: 'notWorkbook' });
    const model = readWorkbook(source);
    const snapshot = readSnapshot(source, model);
    return {
      snapshot: () => snapshot,
      apply: (plan) => refusable(() => applyPlan(source.draft(), plan)),
    };
  });

const refusable = <Value>(run: () => Value): Result<Value, WorkbookRefusal> => {
  try {
    return ok(run());
  } catch (error) {
    if (error instanceof RefusedError) return err(error.refusal);
    throw error;
  }
};
