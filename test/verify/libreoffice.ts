import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, extname, join } from 'node:path';
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

/** Opens a workbook in LibreOffice, recalculates it, and saves it in another format; gives the new file's path. */
export const convert = (file: string, format: 'xlsx' | 'pdf'): string => {
  const profile = profileOf();
  const folder = mkdtempSync(join(tmpdir(), 'ita-converted-'));
  const converted = join(folder, `${basename(file, extname(file))}.${format}`);
  // A new profile sometimes ends its first start without converting anything.
  for (let attempt = 1; attempt <= TRIES && !existsSync(converted); attempt += 1) {
    execFileSync(
      'soffice',
      [
        `-env:UserInstallation=${pathToFileURL(profile).href}`,
        '--headless',
        '--convert-to',
        format,
        '--outdir',
        folder,
        file,
      ],
      { stdio: 'ignore', timeout: 120_000 },
    );
  }
  return converted;
};

/** Bytes of a workbook after LibreOffice recalculated it. */
export const recalculated = (file: string): Uint8Array => new Uint8Array(readFileSync(convert(file, 'xlsx')));
