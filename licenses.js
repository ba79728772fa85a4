import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const ROOT = import.meta.dirname;
/** What an import may say of a package, in source text: `from 'x'`, `import('x')`, `new URL('x/y')`. */
const SPECIFIER =
  /(?:\bfrom|\bimport|\bURL\(|\bimport\()\s*\(?\s*['"]((?:@[\w.-]+\/)?[\w.-]+)(?:\/[^'"]*)?['"]/g;
/** Texts of licences by the names that packages give them. */
const TEXT = /^(?:licen[cs]e|copying)/i;

/** Folders whose code the add-in and the workbench are built from. */
export const BUILT_FROM = ['app', 'commands', 'core', 'excel', 'rules', 'taskpane', 'workbench', 'xlsx'];

/** What the build puts beside the code of ours. */
const BROUGHT = ['@fontsource/sarabun'];

/** Every package whose code or files can reach what is published, with its licence. */
export const publishedPackages = () => {
  const found = new Map();
  const visit = (name, from) => {
    const folder = folderOf(name, from);
    if (folder === undefined || found.has(folder)) return;
    const about = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const texts = readdirSync(folder).filter((file) => TEXT.test(file));
    found.set(folder, {
      name: about.name,
      version: about.version,
      license: about.license ?? null,
      text: texts.map((file) => readFileSync(join(folder, file), 'utf8').trim()).join('\n\n'),
    });
    const { dependencies = {}, peerDependencies = {} } = about;
    for (const next of Object.keys({ ...dependencies, ...peerDependencies })) visit(next, folder);
  };
  for (const name of [...importedPackages(), ...BROUGHT]) visit(name, ROOT);
  return [...found.values()].sort((a, b) => a.name.localeCompare(b.name));
};

/** The licences of what is published beside our own code, as one text; packages with the same one stand together. */
export const licensesText = () => {
  const rule = `\n\n${'-'.repeat(80)}\n\n`;
  const byText = new Map();
  for (const { name, version, license, text } of publishedPackages()) {
    const key = text === '' ? `${license}, as its package says; it brings no text of its own.` : text;
    byText.set(key, [...(byText.get(key) ?? []), `${name} ${version}`]);
  }
  const notices = Array.from(byText, ([text, names]) => `${names.join(', ')}\n\n${text}`);
  return `${['Third-party notices', ...notices].join(rule)}\n`;
};

const importedPackages = () => {
  const names = new Set();
  for (const folder of BUILT_FROM) {
    for (const file of readdirSync(join(ROOT, 'src', folder), { recursive: true, encoding: 'utf8' })) {
      if (!/\.tsx?$/.test(file)) continue;
      const text = readFileSync(join(ROOT, 'src', folder, file), 'utf8');
      for (const [, name] of text.matchAll(SPECIFIER)) names.add(name);
    }
  }
  return [...names].filter((name) => folderOf(name, ROOT) !== undefined);
};

/** Where a package lies that another one asks for; undefined where it is not installed, as optional ones. */
const folderOf = (name, from) => {
  for (let folder = from; ; folder = dirname(folder)) {
    const candidate = join(folder, 'node_modules', name);
    if (existsSync(join(candidate, 'package.json'))) return candidate;
    if (folder === ROOT || folder === dirname(folder)) return undefined;
  }
};
