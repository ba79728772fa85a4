import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Page } from 'playwright-core';
import { makeExternal, type External } from './external';
import type { Host } from './host';
import { readMetadata } from './metadata';

const DIST = join(dirname(require.resolve('@microsoft/office-js/package.json')), 'dist');
/** Where pages load office.js from, as Microsoft serves it. */
export const OFFICE_ADDRESS = 'https://appsforoffice.microsoft.com/lib/1/hosted/';

/** The library that pages load is minified; what it knows is told by the other one, on a page of its own. */
const metadataIn = async (page: Page): Promise<Host['metadata']> => {
  const other = await page.context().newPage();
  await serveOffice(other);
  await other.addInitScript({ content: externalScript({ ExcelApi: '1.15' }, 'Promise.reject()') });
  await other.route('http://metadata.test/', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<script src="${OFFICE_ADDRESS}office.debug.js"></script>`,
    }),
  );
  await other.goto('http://metadata.test/');
  const metadata: unknown = await other.evaluate(
    `Office.onReady().then(() => (${readMetadata.toString()})(Excel))`,
  );
  await other.close();
  return metadata as Host['metadata'];
};

/** Serves office.js from the package where Microsoft would. */
export const serveOffice = async (page: Page): Promise<void> => {
  await page.route(`${OFFICE_ADDRESS}**`, (route) => {
    const file = route.request().url().slice(OFFICE_ADDRESS.length).split('?')[0] ?? '';
    return route.fulfill({ contentType: 'text/javascript', body: readFileSync(join(DIST, file)) });
  });
};

const externalScript = (requirements: Readonly<Record<string, string>>, answer: string): string => {
  const settings = JSON.stringify({ requirements, locale: 'th-TH' });
  return `Object.defineProperty(window, 'external', { configurable: true, writable: true,
    value: (${makeExternal.toString()})((body, flags) => ${answer}, ${settings}) });`;
};

/** Puts a workbook behind a page, before it is loaded; office.js comes from the package, the workbook stays here. */
export const attachHost = async (page: Page, host: Host): Promise<void> => {
  await serveOffice(page);
  host.metadata = await metadataIn(page);
  await page.exposeFunction('processQuery', host.processQuery);
  await page.addInitScript({
    content: externalScript(host.requirements, 'window.processQuery(body, flags)'),
  });
  host.raise = (...message) => {
    page
      .evaluate(([type, target, details]) => {
        (window as unknown as { readonly external: External }).external.raiseMessage(type, target, details);
      }, message)
      // A pane that was closed hears nothing.
      .catch(() => undefined);
  };
};
