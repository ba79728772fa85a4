import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { countryJob } from './country-job';
import { AGENCIES } from './country-list';
import { mustAgree } from './country-results';
import type { Equipment } from './equipment';
import type { ExcelMeasurement, ExcelTask, Traffic } from './excel-task';
import { judged, measurementOf, report, type Judged } from './side-by-side';

const FEW = 200;
const MB = 2 ** 20;
const LIMITS = { messageMb: 5, roundTrips: 3, mbOfRoundTrip: 4 };

const mb = (bytes: number): string => (bytes / MB).toFixed(2);

const figuresOf = (name: string, { wallMs, cpuMs, reading, writing, undoing }: ExcelMeasurement): string => {
  const of = ({ roundTrips, bytes, largestMessage }: Traffic): string =>
    `${roundTrips} round trips, ${mb(bytes)} MB, ${mb(bytes / roundTrips)} each, at most ${mb(largestMessage)}`;
  return `${name}: ${wallMs.toFixed(0)} ms, processor ${cpuMs.toFixed(0)} ms\n  reading ${of(reading)}\n  writing ${of(writing)}${undoing === null ? '' : `\n  taking back ${of(undoing)}`}`;
};

const trafficLimits = (way: string, traffic: Traffic | null): readonly Judged[] => {
  if (traffic === null) return [];
  const { roundTrips, bytes, largestMessage } = traffic;
  const most = LIMITS.roundTrips + Math.ceil(bytes / MB / LIMITS.mbOfRoundTrip);
  return [
    judged(`${way}, round trips`, roundTrips, 'at most', most),
    judged(`${way}, MB of the largest message`, largestMessage / MB, 'at most', LIMITS.messageMb),
  ];
};

/**
 * Our Excel port against an add-in that writes cell by cell, through the real office.js. The fake host answers at once
 * and computes slowly, so the times are its own; what an add-in costs in Excel are the round trips and bytes.
 */
export const measureExcel = ({ folder, program }: Equipment): boolean => {
  const job = join(folder, 'excel-job.json');
  writeFileSync(job, JSON.stringify(countryJob()));
  const measure = (task: ExcelTask, agencies: number): ExcelMeasurement =>
    measurementOf(process.execPath, [program('excel-task'), task, String(agencies), job]) as ExcelMeasurement;
  const [ours, each, once] = (['ours', 'cell-by-cell', 'cells-at-once'] as const).map((task) =>
    measure(task, FEW),
  );
  if (ours === undefined || each === undefined || once === undefined) throw new Error('Nothing was measured');
  for (const other of [each, once])
    mustAgree('cell by cell', new Map(ours.results), new Map(other.results), FEW);
  const country = measure('ours-as-planned', AGENCIES);
  return report('Excel through the fake host; every total and grade agrees', [
    judged(
      'cell by cell, times as many round trips',
      each.writing.roundTrips / ours.writing.roundTrips,
      'more than',
      1,
    ),
    ...trafficLimits('the country, reading', country.reading),
    ...trafficLimits('the country, writing', country.writing),
    ...trafficLimits('the country, taking back', country.undoing),
    figuresOf(`ours, ${FEW} agencies, all sheets as formulas`, ours),
    figuresOf(`results cell by cell, ${FEW} agencies`, each),
    figuresOf(`results as cells of one request, ${FEW} agencies`, once),
    figuresOf(`ours, ${AGENCIES} agencies, with the results that we planned`, country),
  ]);
};
