import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { makeExternal, type External } from './external';
import type { Host } from './host';
import { readMetadata, type Metadata } from './metadata';

const ADDRESS = 'https://officejs.test/';
const DIST = join(dirname(require.resolve('@microsoft/office-js/package.json')), 'dist');

let current: Host | undefined;
let external: External | undefined;
let metadata: Metadata | undefined;

/** Runs a file of office.js in the test's own realm, where its errors and objects are those of the tests. */
const run = (file: string): void => {
  const indirectEval = eval;
  indirectEval(readFileSync(join(DIST, file), 'utf8'));
};

/**
 * Boots office.js in jsdom (once for each test file), or puts another workbook behind it. The test file needs the
 * environment jsdom. What `isSetSupported` says stays that of the first host; members are refused by each host's own.
 */
export const bootOffice = async (host: Host): Promise<void> => {
  current = host;
  external ??= await boot(host);
  const { raiseMessage } = external;
  host.metadata = metadata ??= readMetadata(Excel);
  host.raise = (...message) => {
    // A workbook that was put away has nothing to tell.
    if (current === host) raiseMessage(...message);
  };
};

const boot = async (host: Host): Promise<External> => {
  const made = makeExternal(
    (body, flags) => {
      if (current === undefined) throw new Error('No workbook');
      return current.processQuery(body, flags);
    },
    { requirements: host.requirements, locale: 'en-US' },
  );
  Object.defineProperty(window, 'external', { configurable: true, writable: true, value: made });
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
  return made;
};
