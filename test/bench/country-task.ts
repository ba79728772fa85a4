import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { analyzeMany, type ManyAnalysis } from '../../src/app/many';
import type { Snapshot } from '../../src/core/snapshot';
import { openWorkbook, type XlsxWorkbook } from '../../src/xlsx/open-workbook';
import type { CountryJob } from './country-job';
import { countrySnapshot } from './country-sheet';
import { measured, type Measurement } from './measured';
import { assessPlainly } from './plain-assessment';

/** What is measured over the country's sheet in a Node process: we reading, computing and doing the job, and exceljs. */
export type CountryTask = 'read' | 'core' | 'job' | 'exceljs-read' | 'exceljs-job' | `grow-${number}`;

type ExcelJsSheet = {
  readonly rowCount: number;
  readonly eachRow: (visit: (row: { readonly actualCellCount: number }) => void) => void;
  readonly getRow: (row: number) => { readonly getCell: (column: number) => { readonly value: unknown } };
  readonly addRow: (values: readonly unknown[]) => unknown;
};
type ExcelJs = {
  readonly Workbook: new () => {
    readonly xlsx: {
      readonly readFile: (file: string) => Promise<unknown>;
      readonly writeFile: (file: string) => Promise<unknown>;
    };
    readonly worksheets: readonly ExcelJsSheet[];
    readonly addWorksheet: (name: string) => ExcelJsSheet;
  };
};

const opened = (file: string): XlsxWorkbook => {
  const result = openWorkbook(new Uint8Array(readFileSync(file)));
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
};

const analysed = (snapshot: Snapshot): ManyAnalysis => {
  const result = analyzeMany(snapshot);
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
};

const agenciesIn = ({ years }: ManyAnalysis): number => years.reduce((sum, { rows }) => sum + rows.length, 0);

const filled = ({ sheets }: Snapshot): number =>
  sheets
    .flatMap(({ rows }) => rows.map((row) => row?.filter((cell) => cell !== undefined).length ?? 0))
    .reduce((sum, cells) => sum + cells, 0);

const ourJob = (file: string, out: string): number => {
  const workbook = opened(file);
  const analysis = analysed(workbook.snapshot());
  const written = workbook.apply(analysis.plan);
  if (!written.ok) throw new Error(written.error.code);
  writeFileSync(out, written.value);
  return agenciesIn(analysis);
};

const loadExcelJs = (folder: string): ExcelJs =>
  createRequire(join(folder, 'package.json'))('exceljs') as ExcelJs;

const readWithExcelJs = ({ Workbook }: ExcelJs, file: string): Promise<Measurement> => {
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

/** Rows of the results stand where the agencies stand on the officer's sheet. */
const jobOfExcelJs = async (
  { Workbook }: ExcelJs,
  file: string,
  out: string,
  job: CountryJob,
): Promise<number> => {
  const workbook = new Workbook();
  await workbook.xlsx.readFile(file);
  const [sheet] = workbook.worksheets;
  if (sheet === undefined) throw new Error('No sheet');
  const results = workbook.addWorksheet(job.resultSheet);
  results.addRow([job.resultSheet]);
  results.addRow(job.heads);
  for (let number = job.headRows + 1; number <= sheet.rowCount; number += 1) {
    const row = sheet.getRow(number);
    results.addRow(assessPlainly((column) => row.getCell(column + 1).value, job));
  }
  await workbook.xlsx.writeFile(out);
  return sheet.rowCount - job.headRows;
};

const run = (
  task: CountryTask,
  file: string,
  out: string,
  folder: string,
  jobFile: string,
): Promise<Measurement> => {
  switch (task) {
    case 'read':
      return measured(() => opened(file).snapshot(), filled);
    case 'core': {
      const snapshot = opened(file).snapshot();
      return measured(() => analysed(snapshot), agenciesIn);
    }
    case 'job':
      return measured(
        () => ourJob(file, out),
        (agencies) => agencies,
      );
    case 'exceljs-read':
      return readWithExcelJs(loadExcelJs(folder), file);
    case 'exceljs-job': {
      const exceljs = loadExcelJs(folder);
      const job = JSON.parse(readFileSync(jobFile, 'utf8')) as CountryJob;
      return measured(
        () => jobOfExcelJs(exceljs, file, out, job),
        (agencies) => agencies,
      );
    }
    default: {
      const snapshot = countrySnapshot(Number(task.slice('grow-'.length)));
      return measured(() => analysed(snapshot), agenciesIn);
    }
  }
};

const [task = '', file = '', out = '', folder = '', jobFile = ''] = process.argv.slice(2);
void run(task as CountryTask, file, out, folder, jobFile).then((measurement) => {
  process.stdout.write(JSON.stringify(measurement));
});
