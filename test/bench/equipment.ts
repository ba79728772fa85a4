import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { toJavaScript } from './to-javascript';

const INSTALL_TIMEOUT = 300_000;
const COMPILED = ['src/core', 'src/rules', 'src/app', 'src/xlsx', 'src/excel', 'src/cli', 'test'];

export const ROOT = resolve(fileURLToPath(import.meta.url), '../../..');

/** What the measurements need: folders that are removed at the end. */
export type Equipment = {
  /** For files of the measurements. */
  readonly folder: string;
  /** Where a program of this folder stands as plain JavaScript. */
  readonly program: (name: string) => string;
  /** Folder in which exceljs is installed. */
  readonly exceljs: () => string;
};

/** exceljs in a folder of its own; an old dependency of it cannot be installed without the override. */
const installExcelJs = (folder: string): void => {
  mkdirSync(folder);
  writeFileSync(
    join(folder, 'package.json'),
    JSON.stringify({
      private: true,
      dependencies: { exceljs: '4.4.0' },
      overrides: { 'typedarray.prototype.slice': '1.0.5' },
    }),
  );
  execFileSync('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error'], {
    cwd: folder,
    timeout: INSTALL_TIMEOUT,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
};

/** Compiles the project into a folder. */
export const equip = (folder: string): Equipment => {
  const compiled = join(folder, 'compiled');
  mkdirSync(compiled);
  toJavaScript(ROOT, COMPILED, compiled);
  const exceljs = join(folder, 'exceljs');
  let isInstalled = false;
  return {
    folder,
    program: (name) => join(compiled, 'test/bench', `${name}.js`),
    exceljs: () => {
      if (!isInstalled) installExcelJs(exceljs);
      isInstalled = true;
      return exceljs;
    },
  };
};
