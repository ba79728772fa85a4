import { err, ok } from '../core/result';
import type { Receipt, UndoOutcome } from './workbook-port';

/**
 * One receipt for several things that were written after one another; the last is taken back first. Where one cannot be,
 * it is tried again with the next call, and what was taken back already stays so.
 */
export const joinReceipts = (receipts: readonly Receipt[]): Receipt => {
  const waiting = [...receipts];
  let left: UndoOutcome = { cells: [], sheets: [] };
  return {
    undo: async () => {
      for (let receipt = waiting.at(-1); receipt !== undefined; receipt = waiting.at(-1)) {
        const undone = await receipt.undo();
        if (!undone.ok) return err(undone.error);
        waiting.pop();
        left = {
          cells: [...new Set([...left.cells, ...undone.value.cells])],
          sheets: [...new Set([...left.sheets, ...undone.value.sheets])],
        };
      }
      return ok(left);
    },
  };
};
