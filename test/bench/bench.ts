import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { measureCollect } from './collect';
import { measureCountry, measureGrowth } from './country';
import { equip, type Equipment } from './equipment';
import { measureExcel } from './excel';
import { measureOffice } from './office';
import { measureReading } from './reading';

/** What can be measured, by the word that chooses it; without a word everything is. */
const SUITES: Readonly<Record<string, (equipment: Equipment) => boolean | Promise<boolean>>> = {
  reading: measureReading,
  country: measureCountry,
  growth: measureGrowth,
  libreoffice: measureOffice,
  excel: measureExcel,
  collect: measureCollect,
};

const words = process.argv.slice(2);
const chosen = Object.entries(SUITES).filter(([word]) => words.length === 0 || words.includes(word));
if (words.some((word) => !(word in SUITES))) {
  process.stderr.write(`Choose from: ${Object.keys(SUITES).join(', ')}\n`);
  process.exit(2);
}

const load = (): string =>
  `load ${loadavg()
    .map((each) => each.toFixed(1))
    .join(' ')}`;
const folder = mkdtempSync(join(tmpdir(), 'ita-bench-'));
try {
  const [core] = cpus();
  process.stdout.write(
    `Node ${process.versions.node}, ${cpus().length} cores of ${core?.model ?? 'unknown kind'}, ${load()}\n\n`,
  );
  const equipment = equip(folder);
  for (const [, measure] of chosen) if (!(await measure(equipment))) process.exitCode = 1;
  process.stdout.write(`At the end ${load()}\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
