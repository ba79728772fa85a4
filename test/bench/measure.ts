import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { untouchedSheet, type SheetPlan } from '../../src/core/change-plan';
import { readWorkbook } from '../../src/core/read/read-workbook';
import { ruleSets } from '../../src/rules/rule-sets';
import { openWorkbook, type XlsxWorkbook } from '../../src/xlsx/open-workbook';
import { measured, type Measurement } from './measured';
import { scoreSheets } from './score-sheets';

/** What can be measured: nothing at all, our port reading and editing, the scores being found, and exceljs reading. */
export type Task = 'bare' | 'read' | 'edit' | 'scores' | 'exceljs';

type ExcelJs = {
  readonly Workbook: new () => {
    readonly xlsx: { readonly readFile: (file: string) => Promise<unknown> };
    readonly worksheets: readonly {
      readonly eachRow: (visit: (row: { readonly actualCellCount: number }) => void) => void;
    }[];
  };
};

const opened = (file: string): XlsxWorkbook => {
  const result = openWorkbook(new Uint8Array(readFileSync(file)));
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
};

const countCells = (workbook: XlsxWorkbook): number =>
  workbook
    .snapshot()
    .sheets.flatMap(({ rows }) => rows.map((row) => row?.filter((cell) => cell !== undefined).length ?? 0))
    .reduce((sum, cells) => sum + cells, 0);

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

const readWithExcelJs = (file: string, folder: string): Promise<Measurement> => {
  const { Workbook } = createRequire(join(folder, 'package.json'))('exceljs') as ExcelJs;
  const workbook = new Workbook();
  return measured(
    () => workbook.xlsx.readFile(file),
    () => {
      let cells = 0;
      for (const sheet of workbook.worksheets) sheet.eachRow((row) => (cells += row.actualCellCount));
      return cells;
    },
  );
};

const run = (task: Task, file: string, folder: string): Promise<Measurement> => {
  switch (task) {
    case 'bare':
      return measured(
        () => undefined,
        () => 0,
      );
    case 'read':
      return measured(() => opened(file), countCells);
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
      return readWithExcelJs(file, folder);
  }
};

const [task = 'bare', file = '', folder = ''] = process.argv.slice(2);
void run(task as Task, file, folder).then((measurement) => {
  process.stdout.write(JSON.stringify(measurement));
});
