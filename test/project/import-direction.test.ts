import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import ts from 'typescript';

const SRC = resolve(__dirname, '../../src');

/** Folders of `src` that each folder may import besides itself; packages are named by hand. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  core: [],
  rules: ['core'],
  app: ['core', 'rules'],
  xlsx: ['core', 'rules', 'app'],
  excel: ['core', 'rules', 'app'],
  taskpane: ['core', 'rules', 'app', 'excel', 'xlsx', 'commands'],
  commands: ['core', 'rules', 'app', 'excel', 'xlsx'],
  workbench: ['core', 'rules', 'app', 'excel', 'xlsx', 'taskpane'],
  cli: ['core', 'rules', 'app', 'excel', 'xlsx'],
};

const MAY_USE_PACKAGES = ['xlsx', 'excel', 'taskpane', 'commands', 'workbench', 'cli'];

type SourceFile = { readonly path: string; readonly text: string };

const importProblems = (files: readonly SourceFile[]): readonly string[] =>
  files.flatMap(({ path, text }) => {
    const folder = path.split('/')[0] ?? '';
    return ts.preProcessFile(text).importedFiles.flatMap(({ fileName }) => {
      if (!fileName.startsWith('.')) {
        return MAY_USE_PACKAGES.includes(folder) ? [] : [`${path} imports the package ${fileName}`];
      }
      const target = relative(SRC, resolve(SRC, dirname(path), fileName)).split('/')[0] ?? '';
      const allowed = target === folder || MAY_IMPORT[folder]?.includes(target) === true;
      return allowed ? [] : [`${path} imports ${fileName}`];
    });
  });

const sourceFiles = (): readonly SourceFile[] =>
  readdirSync(SRC, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => ({ path, text: readFileSync(join(SRC, path), 'utf8') }));

test('imports run one way: core, rules, app, ports, surfaces', () => {
  expect(sourceFiles().length).toBeGreaterThan(50);
  expect(importProblems(sourceFiles())).toEqual([]);
});

test.each([
  ['core/read/a.ts', "import { b } from '../../rules/b';"],
  ['core/a.ts', "import { readFileSync } from 'node:fs';"],
  ['rules/fy2570.ts', "import type { Messages } from '../app/messages/messages';"],
  ['app/a.ts', "import { openWorkbook } from '../xlsx/open-workbook';"],
  ['xlsx/a.ts', "import { main } from '../cli/analyze';"],
  ['xlsx/a.ts', "export { run } from '../excel/run';"],
  ['taskpane/a.tsx', "const page = await import('../workbench/page');"],
])('a wrong direction is found: %s with %s', (path, text) => {
  expect(importProblems([{ path, text }])).toHaveLength(1);
});

test('only the file port knows OOXML', () => {
  const knowing = sourceFiles().filter(({ text }) => /openxmlformats|inlineStr|cellXfs/.test(text));
  expect(knowing.filter(({ path }) => !path.startsWith('xlsx/')).map(({ path }) => path)).toEqual([]);
});
