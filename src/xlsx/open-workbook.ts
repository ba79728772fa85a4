import { err, ok, type Result } from '../core/result';
import type { ChangePlan } from '../core/change-plan';
import type { Snapshot } from '../core/snapshot';
import { CONTENT_TYPES } from './package/content-types';
import { readLooks, type WorkbookLooks } from './looks/workbook-looks';
import { openPackage, remembering } from './package/part-store';
import { readSnapshot } from './read/read-snapshot';
import type { WorkbookRefusal } from '../app/workbook-port';
import { RefusedError } from './refusal';
import { readWorkbook } from './workbook/read-workbook';
import { applyPlan } from './write/apply-plan';
import { planOfEdits, writeResults, type CellEdit, type CellResult } from './write/edit-cells';

/** A workbook file that was opened; applying a plan gives the bytes of a new file and leaves this one as it is. */
export type XlsxWorkbook = {
  readonly snapshot: () => Snapshot;
  readonly apply: (plan: ChangePlan) => Result<Uint8Array, WorkbookRefusal>;
  /** Writes what was typed into cells, and what formulas come to since. */
  readonly edit: (
    edits: readonly CellEdit[],
    results: readonly CellResult[],
  ) => Result<Uint8Array, WorkbookRefusal>;
  /** How it looks, for who shows it; read when first asked for. */
  readonly looks: () => WorkbookLooks;
};

/**
 * Opens the bytes of a workbook or template, with macros or without; what is written is of the same kind. Everything is
 * read at once, so that a damaged part shows here; with `isShown` its looks too, as long as its parts are unpacked.
 */
export const openWorkbook = (
  bytes: Uint8Array,
  { isShown = false }: { readonly isShown?: boolean } = {},
): Result<XlsxWorkbook, WorkbookRefusal> =>
  refusable(() => {
    // A copy, because the caller may reuse its buffer before the plan is applied.
    const source = openPackage(bytes.slice());
    if (!source.has(CONTENT_TYPES)) throw new RefusedError({ code: 'notWorkbook' });
    const reader = isShown ? remembering(source) : source;
    const model = readWorkbook(reader);
    const snapshot = readSnapshot(reader, model);
    let looks = isShown ? readLooks(reader, model) : undefined;
    return {
      snapshot: () => snapshot,
      apply: (plan) =>
        refusable(() => {
          const draft = source.draft();
          applyPlan(draft, plan);
          return draft.save();
        }),
      edit: (edits, results) =>
        refusable(() => {
          const draft = source.draft();
          applyPlan(draft, planOfEdits(edits));
          writeResults(draft, results);
          return draft.save();
        }),
      looks: () => (looks ??= readLooks(source, model)),
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
