import { readFileSync, writeFileSync } from 'node:fs';
import { analyzeMany, type ManyAnalysis } from '../../src/app/many';
import type { Snapshot } from '../../src/core/snapshot';
import type { CountryJob } from './country-job';
import { countrySnapshot } from './country-sheet';
import { loadExcelJs, readWithExcelJs, type ExcelJs } from './exceljs';
import { measured, type Measurement } from './measured';
import { filled, opened } from './opened';
import { assessPlainly } from './plain-assessment';

/** What is measured over the country's sheet in a Node process: we reading, computing and doing the job, and exceljs. */
export type CountryTask = 'read' | 'core' | 'job' | 'exceljs-read' | 'exceljs-job' | `grow-${number}`;

const analysed = (snapshot: Snapshot): ManyAnalysis => {
  const result = analyzeMany(snapshot);
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
};

const agenciesIn = ({ years }: ManyAnalysis): number => years.reduce((sum, { rows }) => sum + rows.length, 0);

const ourJob = (file: string, out: string): number => {
  const workbook = opened(file);
  const analysis = analysed(workbook.snapshot());
  const written = workbook.apply(analysis.plan);
  if (!written.ok) throw new Error(written.error.code);
  writeFileSync(out, written.value);
  return agenciesIn(analysis);
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
