import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Page } from 'playwright-core';
import { makeExternal } from './external';
import type { Host } from './host';
import { readMetadata } from './metadata';

const DIST = join(dirname(require.resolve('@microsoft/office-js/package.json')), 'dist');
/** Where pages load office.js from, as Microsoft serves it. */
export const OFFICE_ADDRESS = 'https://appsforoffice.microsoft.com/lib/1/hosted/';

/** Puts a workbook behind a page, before it is loaded; office.js comes from the package, the workbook stays here. */
export const attachHost = async (page: Page, host: Host): Promise<void> => {
  await page.route(`${OFFICE_ADDRESS}**`, (route) => {
    const file = route.request().url().slice(OFFICE_ADDRESS.length).split('?')[0] ?? '';
    return route.fulfill({ contentType: 'text/javascript', body: readFileSync(join(DIST, file)) });
  });
  await page.exposeFunction('processQuery', async (body: string) => {
    if (Object.keys(host.metadata).length === 0)
      host.metadata = (await page.evaluate(`(${readMetadata.toString()})(Excel)`)) as Host['metadata'];
    return host.processQuery(body);
  });
  const settings = { requirements: { ExcelApi: host.apiLevel, SharedRuntime: '1.1' }, locale: 'th-TH' };
  await page.addInitScript({
    content: `Object.defineProperty(window, 'external', { configurable: true, writable: true,
      value: (${makeExternal.toString()})((body) => window.processQuery(body), ${JSON.stringify(settings)}) });`,
  });
};
