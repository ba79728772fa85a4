import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';

const ROOT = resolve(__dirname, '../..');

const SOURCES = [
  'src',
  'assets/icons',
  'assets/sample',
  'webpack.config.js',
  'licenses.js',
  'manifest.xml',
  'package.json',
];

const newestIn = (path: string): number => {
  const status = statSync(path);
  return status.isDirectory()
    ? Math.max(0, ...readdirSync(path).map((name) => newestIn(join(path, name))))
    : status.mtimeMs;
};

const PAGES = { addin: 'taskpane.html', workbench: 'workbench/index.html' } as const;

/** Builds one half of what is published, unless nothing has changed since it was built. */
const build = (name: keyof typeof PAGES): void => {
  const page = join(ROOT, 'dist', PAGES[name]);
  const newest = Math.max(...SOURCES.map((path) => newestIn(join(ROOT, path))));
  if (existsSync(page) && statSync(page).mtimeMs > newest) return;
  execFileSync(
    process.execPath,
    [join(ROOT, 'node_modules/webpack/bin/webpack.js'), '--mode', 'production', '--config-name', name],
    {
      cwd: ROOT,
      stdio: 'pipe',
    },
  );
};

/** Builds what the suites open, once for all of them: they run side by side. */
const buildPages = (): void => {
  build('addin');
  build('workbench');
};

// eslint-disable-next-line no-restricted-syntax -- Jest calls what a setup exports by default.
export default buildPages;
