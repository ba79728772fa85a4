import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { makeExternal } from './external';
import type { Host } from './host';
import { readMetadata } from './metadata';

const ADDRESS = 'https://officejs.test/';
const DIST = join(dirname(require.resolve('@microsoft/office-js/package.json')), 'dist');

let current: Host | undefined;
let isBooted = false;

/** Runs a file of office.js in the test's own realm, where its errors and objects are those of the tests. */
const run = (file: string): void => {
  const indirectEval = eval;
  indirectEval(readFileSync(join(DIST, file), 'utf8'));
};

/**
 * Boots office.js in jsdom (once for each test file), or puts another workbook behind it. The test file needs the
 * environment jsdom.
 */
export const bootOffice = async (host: Host): Promise<void> => {
  current = host;
  if (!isBooted) {
    await boot(host);
    isBooted = true;
  }
  host.metadata = readMetadata(Excel);
};

const boot = async (host: Host): Promise<void> => {
  const external = makeExternal(
    (body) => {
      if (current === undefined) throw new Error('No workbook');
      return current.processQuery(body);
    },
    { requirements: { ExcelApi: host.apiLevel, SharedRuntime: '1.1' }, locale: 'en-US' },
  );
  Object.defineProperty(window, 'external', { configurable: true, writable: true, value: external });
  // jsdom loads no scripts; office.js adds those that it needs by tags.
  const append = document.head.appendChild.bind(document.head);
  document.head.appendChild = (node) => {
    const added = append(node);
    if (node instanceof HTMLScriptElement && node.src.startsWith(ADDRESS)) {
      setTimeout(() => {
        run(node.src.slice(ADDRESS.length));
        node.dispatchEvent(new Event('load'));
      });
    }
    return added;
  };
  const tag = document.createElement('script');
  tag.src = `${ADDRESS}office.debug.js`;
  append(tag);
  run('office.debug.js');
  await Office.onReady();
  document.head.appendChild = append;
};
