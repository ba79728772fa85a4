import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const RECALCULATE_ALWAYS = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>`;

const TRIES = 3;

let ownProfile: string | null = null;

/**
 * A LibreOffice profile of this process that recalculates every formula on loading instead of trusting cached results;
 * making one costs more than a conversion.
 */
const profileOf = (): string => {
  if (ownProfile !== null) return ownProfile;
  const profile = mkdtempSync(join(tmpdir(), 'ita-office-'));
  mkdirSync(join(profile, 'user'));
  writeFileSync(join(profile, 'user', 'registrymodifications.xcu'), RECALCULATE_ALWAYS);
  ownProfile = profile;
  return profile;
};

/** What `convert` gives for each workbook, under the same name. */
export type Converted = { readonly of: (name: string) => Uint8Array };

/**
 * Opens workbooks in LibreOffice, recalculates them, and saves each in another format. All are taken in one start,
 * which costs far more than what follows it.
 */
export const convert = (
  workbooks: Readonly<Record<string, Uint8Array>>,
  format: 'xlsx' | 'pdf',
): Converted => {
  const folder = mkdtempSync(join(tmpdir(), 'ita-converted-'));
  const [given, taken] = [join(folder, 'given'), join(folder, 'taken')];
  mkdirSync(given);
  const files = new Map(
    Object.entries(workbooks).map(([name, bytes], index) => {
      writeFileSync(join(given, `${index}.xlsx`), bytes);
      return [name, { from: join(given, `${index}.xlsx`), to: join(taken, `${index}.${format}`) }];
    }),
  );
  const missing = (): readonly string[] =>
    [...files.values()].flatMap(({ from, to }) => (existsSync(to) ? [] : [from]));
  // A new profile sometimes ends its first start without converting anything.
  for (let attempt = 1; attempt <= TRIES && missing().length > 0; attempt += 1)
    start(missing(), format, taken);
  return {
    of: (name) => {
      const file = files.get(name);
      if (file === undefined) throw new Error(`Nothing was converted under ${name}`);
      return new Uint8Array(readFileSync(file.to));
    },
  };
};

const start = (files: readonly string[], format: string, folder: string): void => {
  execFileSync(
    'soffice',
    [
      `-env:UserInstallation=${pathToFileURL(profileOf()).href}`,
      '--headless',
      '--convert-to',
      format,
      '--outdir',
      folder,
      ...files,
    ],
    { stdio: 'ignore', timeout: 240_000 },
  );
};
