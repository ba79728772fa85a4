import type { Receipt, UndoOutcome, WorkbookPort, WorkbookRefusal } from '../app/workbook-port';
import type { ChangePlan } from '../core/change-plan';
import { err, ok, type Result } from '../core/result';
import type { Snapshot } from '../core/snapshot';
import { applyPlan } from './apply-plan';
import { PLACE, placeOf } from './blocks';
import { readSnapshot } from './read-snapshot';
import { takeBack, type WorkbookReceipt } from './receipt';
import { runChange, runExcel } from './run-excel';

/** The workbook that is open in Excel. */
export const excelPort: WorkbookPort = {
  snapshot: () => runExcel(readSnapshot),
  apply: (plan, basis) => apply(plan, basis),
  select: ({ sheet, row, column }) =>
    runExcel(async (context) => {
      const worksheet = context.workbook.worksheets.getItem(sheet);
      worksheet.activate();
      worksheet.getRangeByIndexes(row, column, 1, 1).select();
      await context.sync();
      return null;
    }),
  selection: () =>
    runExcel(async (context) => {
      const range = context.workbook.getSelectedRange();
      range.load(PLACE);
      range.worksheet.load('name');
      await context.sync();
      return { sheet: range.worksheet.name, range: placeOf(range) };
    }),
};

const apply = async (plan: ChangePlan, basis: Snapshot): Promise<Result<Receipt, WorkbookRefusal>> => {
  const begun: { receipt?: WorkbookReceipt } = {};
  const applied = await runChange((context) =>
    applyPlan(context, plan, basis, (receipt) => {
      begun.receipt = receipt;
    }),
  );
  if (!applied.ok) return begun.receipt === undefined ? applied : takenBack(begun.receipt, applied.error);
  const { receipt, overtaken } = applied.value;
  return overtaken.length === 0
    ? ok(receiptFor(receipt))
    : takenBack(receipt, { code: 'changedSinceRead', cells: overtaken });
};

const undo = (
  receipt: WorkbookReceipt,
  hasJustFailed = false,
): Promise<Result<UndoOutcome, WorkbookRefusal>> =>
  runChange((context) => takeBack(context, receipt, hasJustFailed));

const receiptFor = (receipt: WorkbookReceipt): Receipt => ({ undo: () => undo(receipt) });

/** Takes back what was written before something failed; where that fails too, says so and keeps the receipt. */
const takenBack = async (
  receipt: WorkbookReceipt,
  refusal: WorkbookRefusal,
): Promise<Result<never, WorkbookRefusal>> => {
  const outcome = await undo(receipt, true);
  if (outcome.ok && outcome.value.cells.length + outcome.value.sheets.length === 0) return err(refusal);
  const sheets = receipt.sheets.map(({ plan }) => plan.name);
  return err({
    code: 'halfWritten',
    detail: refusal.detail ?? refusal.code,
    sheet: (outcome.ok ? outcome.value.sheets : sheets).join(', '),
    cells: outcome.ok ? outcome.value.cells : [],
    receipt: receiptFor(receipt),
  });
};
