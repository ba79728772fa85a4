import { untouchedSheet, type SheetPlan } from '../../src/core/change-plan';
import { readWorkbook } from '../../src/core/read/read-workbook';
import { ruleSets } from '../../src/rules/rule-sets';
import type { XlsxWorkbook } from '../../src/xlsx/open-workbook';
import { loadExcelJs, readWithExcelJs } from './exceljs';
import { measured, type Measurement } from './measured';
import { filled, opened } from './opened';
import { scoreSheets } from './score-sheets';

/** What can be measured: nothing at all, our port reading and editing, the scores being found, and exceljs reading. */
export type Task = 'bare' | 'read' | 'edit' | 'scores' | 'exceljs';

/** Writes a column of numbers beside the table, and saves. */
const edited = (workbook: XlsxWorkbook): Uint8Array => {
  const [old] = workbook.snapshot().sheets;
  if (old === undefined) throw new Error('No sheet');
  const column = old.rows[0]?.length ?? 0;
  const sheet: SheetPlan = {
    ...untouchedSheet(old.name),
    cells: old.rows.map((_, row) => ({ row, column, value: row / 100, style: 'body' })),
  };
  const styles = { body: { font: 'TH Sarabun New', size: 16 } };
  const result = workbook.apply({ sources: [], sheets: [sheet], names: [], styles });
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
};

const scoresFound = (read: ReturnType<typeof readWorkbook>): number =>
  read.ok ? (read.value.readings[0]?.figures.length ?? 0) : 0;

const run = (task: Task, file: string, folder: string): Promise<Measurement> => {
  switch (task) {
    case 'bare':
      return measured(
        () => undefined,
        () => 0,
      );
    case 'read':
      return measured(
        () => opened(file),
        (workbook) => filled(workbook.snapshot()),
      );
    case 'edit': {
      const workbook = opened(file);
      return measured(
        () => edited(workbook),
        (bytes) => bytes.length,
      );
    }
    case 'scores': {
      const sheets = scoreSheets('different');
      return measured(() => readWorkbook({ sheets, names: [] }, ruleSets), scoresFound);
    }
    case 'exceljs':
      return readWithExcelJs(loadExcelJs(folder), file);
  }
};

const [task = 'bare', file = '', folder = ''] = process.argv.slice(2);
void run(task as Task, file, folder).then((measurement) => {
  process.stdout.write(JSON.stringify(measurement));
});
