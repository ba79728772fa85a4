import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BUILT_FROM, licensesText, publishedPackages } from '../../licenses';

/** Licences under which an agency may use and pass on what it gets, fonts included. */
const FREE = ['MIT', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'ISC', '0BSD', 'OFL-1.1'];
/** Packages that name no licence and bring the text of one. */
const BY_TEXT: Readonly<Record<string, RegExp>> = {
  '@univerjs/telemetry': /^\s*Apache License\s+Version 2\.0/,
};

const packages = publishedPackages();

test('everything that reaches what is published is free', () => {
  const others = packages.filter(({ license }) => license === null || !FREE.includes(license));
  const unknown = others.filter(({ name, text }) => BY_TEXT[name]?.test(text) !== true);
  expect(unknown.map(({ name, license }) => [name, license])).toEqual([]);
});

test('what the sources import is found, with what that needs, and nothing that the tests alone use', () => {
  const names = packages.map(({ name }) => name);
  expect(names).toEqual(
    expect.arrayContaining([
      'react',
      '@univerjs/core',
      '@univerjs/engine-render',
      'rxjs',
      'fflate',
      'numfmt',
    ]),
  );
  expect(names).toContain('@fontsource/sarabun');
  expect(names.filter((name) => /ironcalc|playwright|jest|univerjs-pro/.test(name))).toEqual([]);
  expect(BUILT_FROM).not.toContain('cli');
});

test('the notices name each of them with its text', () => {
  const text = licensesText();
  for (const { name, version } of packages) expect(text).toContain(`${name} ${version}`);
  expect(text).toContain('SIL OPEN FONT LICENSE');
  const lock = readFileSync(join(__dirname, '../../package-lock.json'), 'utf8');
  expect(lock).not.toContain('@univerjs-pro/');
});
