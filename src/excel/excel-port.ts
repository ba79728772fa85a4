import type { WorkbookPort } from '../app/workbook-port';
import { applyPlan } from './apply-plan';
import { readSnapshot } from './read-snapshot';
import { runExcel } from './run-excel';

/** The workbook that is open in Excel. */
export const excelPort: WorkbookPort = {
  snapshot: () => runExcel(readSnapshot),
  apply: (plan) =>
    runExcel(async (context) => {
      await applyPlan(context, plan);
      return null;
    }),
  select: ({ sheet, row, column }) =>
    runExcel(async (context) => {
      const worksheet = context.workbook.worksheets.getItem(sheet);
      worksheet.activate();
      worksheet.getRangeByIndexes(row, column, 1, 1).select();
      await context.sync();
      return null;
    }),
};
