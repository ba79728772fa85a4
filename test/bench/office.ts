import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { snapshotOf } from '../support/workbook-of';
import { disagreements, formulaCells } from '../verify/formula-results';
import { convert } from '../verify/libreoffice';
import { AGENCIES } from './country-list';
import { countryWorkbook } from './country-sheet';
import type { Equipment } from './equipment';
import { judged, measurementOf, report } from './side-by-side';

const OWN_STAT = '/proc/self/stat';
const SHOWN = 5;

/** Milliseconds of processor time of all ended processes that this one started; NaN where Linux does not tell. */
const usedByOthers = (): number => {
  if (!existsSync(OWN_STAT)) return Number.NaN;
  const ticks = Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }));
  // Behind the name in brackets: user and system time of what was waited for are the 16th and 17th of all fields.
  const fields = readFileSync(OWN_STAT, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
  return ((Number(fields[13]) + Number(fields[14])) / ticks) * 1000;
};

/** LibreOffice opens what we wrote of the whole country and recalculates every formula, whose results must be ours. */
export const measureOffice = ({ folder, program }: Equipment): boolean => {
  if (spawnSync('soffice', ['--version']).status !== 0)
    return report('LibreOffice is not compared: there is no soffice (Debian: libreoffice-calc)', []);
  const given = join(folder, 'office-given.xlsx');
  const written = join(folder, 'office-written.xlsx');
  writeFileSync(given, countryWorkbook());
  const own = measurementOf(process.execPath, [program('country-task'), 'job', given, written]);
  const bytes = new Uint8Array(readFileSync(written));
  const begun = performance.now();
  const used = usedByOthers();
  const recalculated = convert({ country: bytes }, 'xlsx').of('country');
  const wallMs = performance.now() - begun;
  const cpuMs = usedByOthers() - used;
  const wrong = disagreements(bytes, recalculated);
  return report(
    `LibreOffice recalculates ${formulaCells(snapshotOf(bytes)).length} formulas of ${AGENCIES} agencies`,
    [
      judged('formulas with another result than ours', wrong.length, 'at most', 0),
      ...wrong.slice(0, SHOWN),
      judged('LibreOffice, times as long', cpuMs / Math.min(own.wallMs, own.cpuMs), 'more than', 1),
      `LibreOffice: ${(wallMs / 1000).toFixed(0)} s, processor ${(cpuMs / 1000).toFixed(0)} s; our job: ${(own.wallMs / 1000).toFixed(1)} s, processor ${(own.cpuMs / 1000).toFixed(1)} s`,
    ],
  );
};
