import { readFileSync } from 'node:fs';
import { analyzeMany } from '../../src/app/many';
import { excelPort } from '../../src/excel/excel-port';
import { bootOffice } from '../excel-host/boot-jsdom';
import { Host } from '../excel-host/host';
import { becomeBrowser } from './browser-globals';
import type { CountryJob } from './country-job';
import { resultsIn, type AgencyResult } from './country-results';
import { countrySnapshot } from './country-sheet';
import { plannedResults } from '../support/planned-results';
import { measured, type Measurement } from './measured';
import { assessPlainly } from './plain-assessment';

/**
 * Our Excel port, also with the results that we planned in place of the engine's, which is too slow for a country; and an
 * add-in that writes cell by cell: each cell in a request of its own, or all in one.
 */
export type ExcelTask = 'ours' | 'ours-as-planned' | 'cell-by-cell' | 'cells-at-once';

/** What went between the add-in and Excel. */
export type Traffic = {
  readonly roundTrips: number;
  readonly bytes: number;
  readonly largestMessage: number;
};
export type ExcelMeasurement = Measurement & {
  readonly reading: Traffic;
  readonly writing: Traffic;
  readonly undoing: Traffic | null;
  /** By the row on the officer's sheet, as the host computes them. */
  readonly results: readonly (readonly [line: number, result: AgencyResult])[];
};

const trafficOf = (host: Host): Traffic => {
  const { roundTrips, bytesSent, bytesReceived, largestMessage } = host;
  host.resetCounters();
  return { roundTrips, bytes: bytesSent + bytesReceived, largestMessage };
};

type Done = {
  readonly reading: Traffic;
  readonly writing: Traffic;
  readonly undoing: Traffic | null;
  readonly agencies: number;
};

const ourJob = async (host: Host, isAsPlanned: boolean): Promise<Done> => {
  const read = await excelPort.snapshot();
  const reading = trafficOf(host);
  const analysis = read.ok ? analyzeMany(read.value) : read;
  if (!read.ok || !analysis.ok) throw new Error('Nothing was read');
  const { plan, years } = analysis.value;
  if (isAsPlanned) host.book.knownResults = plannedResults(plan);
  const applied = await excelPort.apply(plan, read.value);
  if (!applied.ok) throw new Error(applied.error.detail ?? applied.error.code);
  const agencies = years.reduce((sum, { rows }) => sum + rows.length, 0);
  const writing = trafficOf(host);
  if (!isAsPlanned) return { reading, writing, undoing: null, agencies };
  const undone = await applied.value.undo();
  if (!undone.ok || undone.value.sheets.length > 0) throw new Error('Not taken back');
  return { reading, writing, undoing: trafficOf(host), agencies };
};

/** Reads the sheet at once, and writes the results cell by cell. */
const naiveJob = (host: Host, job: CountryJob, isAtOnce: boolean): Promise<Done> =>
  Excel.run(async (context) => {
    const used = context.workbook.worksheets.getItem(job.sheet).getUsedRange().load('values');
    await context.sync();
    const reading = trafficOf(host);
    const sheet = context.workbook.worksheets.add(job.resultSheet);
    const values = used.values as readonly (readonly unknown[])[];
    const rows = values.slice(job.headRows).map((row) => assessPlainly((column) => row[column], job));
    for (const [index, row] of [job.heads, ...rows].entries())
      for (const [column, value] of row.entries()) {
        sheet.getCell(job.headRows - 1 + index, column).values = [[value]];
        if (!isAtOnce) await context.sync();
      }
    await context.sync();
    return { reading, writing: trafficOf(host), undoing: null, agencies: rows.length };
  });

const run = async (task: ExcelTask, agencies: number, job: CountryJob): Promise<ExcelMeasurement> => {
  becomeBrowser();
  const host = new Host(countrySnapshot(agencies));
  await bootOffice(host);
  let done: Done | undefined;
  const measurement = await measured(
    async () => {
      done = task.startsWith('ours')
        ? await ourJob(host, task === 'ours-as-planned')
        : await naiveJob(host, job, task === 'cells-at-once');
      return done.agencies;
    },
    (count) => count,
  );
  if (done === undefined) throw new Error('Nothing was done');
  const { reading, writing, undoing } = done;
  const results = task === 'ours-as-planned' ? [] : [...resultsIn(host.book.snapshot())];
  return { ...measurement, reading, writing, undoing, results };
};

const [task = '', agencies = '', jobFile = ''] = process.argv.slice(2);
void run(task as ExcelTask, Number(agencies), JSON.parse(readFileSync(jobFile, 'utf8')) as CountryJob).then(
  (measurement) => {
    process.stdout.write(JSON.stringify(measurement));
  },
);
