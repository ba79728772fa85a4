import type { WorkbookRefusal } from '../app/workbook-port';
import type { ChangePlan } from '../core/change-plan';
import type { Result } from '../core/result';
import type { Snapshot } from '../core/snapshot';
import { openWorkbookPackage } from './package/open-package';
import type { Packing } from './package/packing';
import { readSnapshot } from './read/read-snapshot';
import { refusable } from './refusal';
import { readWorkbook } from './workbook/read-workbook';
import { applyPlan } from './write/apply-plan';

/** A workbook file that was opened; applying a plan gives the bytes of a new file and leaves this one as it is. */
export type XlsxWorkbook = {
  readonly snapshot: () => Snapshot;
  readonly apply: (plan: ChangePlan) => Result<Uint8Array, WorkbookRefusal>;
};

const hasFormulas = ({ sheets }: Snapshot, name: string): boolean =>
  sheets
    .find((sheet) => sheet.name === name)
    ?.rows.some((row) => row?.some((cell) => cell?.formula != null)) ?? true;

/**
 * Opens the bytes of a workbook or template, with macros or without; what is written is of the same kind. Everything is
 * read at once, so that a damaged part shows here. With `packing` the machine's own way of it is used.
 */
export const openWorkbook = (bytes: Uint8Array, packing?: Packing): Result<XlsxWorkbook, WorkbookRefusal> =>
  refusable(() => {
    const source = openWorkbookPackage(bytes, undefined, packing);
    const snapshot = readSnapshot(source, readWorkbook(source));
    return {
      snapshot: () => snapshot,
      apply: (plan) =>
        refusable(() => {
          const draft = source.draft();
          applyPlan(draft, plan, undefined, (name) => hasFormulas(snapshot, name));
          return draft.save();
        }),
    };
  });
