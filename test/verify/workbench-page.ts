import { readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import type { Browser, BrowserContext, Download, Locator, Page } from 'playwright-core';

/** The workbench in a browser of its own, with everything that it asked for and complained of. */
export type OpenWorkbench = {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly requests: string[];
  readonly problems: string[];
};

const PATIENCE_MS = 40_000;

/** A screen on which offices work. */
export const LAPTOP = { width: 1366, height: 768 };

/** Opens a context in which saving is a download, because nobody is there to choose a place. */
export const newContext = async (browser: Browser, viewport = LAPTOP): Promise<BrowserContext> => {
  const context = await browser.newContext({ viewport });
  await context.addInitScript(() => {
    Object.assign(window, { showSaveFilePicker: undefined, showOpenFilePicker: undefined });
  });
  return context;
};

/** Opens the page and waits until it shows the sample with its result. */
export const openWorkbench = async (context: BrowserContext, address: string): Promise<OpenWorkbench> => {
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  const requests: string[] = [];
  const problems: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') problems.push(message.text());
  });
  page.on('pageerror', (error) => problems.push(error.message));
  await page.goto(`${address}/workbench/`);
  await ready(page);
  return { context, page, requests, problems };
};

/** Waits until the sample stands in the grid and its result in the pane. */
export const ready = async (page: Page): Promise<void> => {
  await page.locator('[data-grid] canvas[id^=univer-sheet]').waitFor();
  await total(page, '95.82');
};

/** Waits until the pane shows a total. */
export const total = (page: Page, text: string): Promise<void> =>
  page.locator('#pane').getByText(text, { exact: true }).first().waitFor();

/** Middle of the score of indicator 4 (B9) in the sample, from the corner of the grid. */
export const SCORE = { x: 404, y: 296 };
/** An empty cell below the sample's table (A17). */
export const BELOW = { x: 200, y: 532 };

/** A1 of a sheet without looks of its own. */
export const FIRST_CELL = { x: 70, y: 32 };

/** The first heading (A5) of the table of measures. */
export const HEADING = { x: 150, y: 184 };

/** Clicks a cell and types into it. */
export const typeInto = async (page: Page, place: typeof SCORE, text: string): Promise<void> => {
  await page.locator('[data-grid]').click({ position: place });
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
};

/** What the line above the cells says of the selected one. */
export const cellLine = (page: Page): Locator =>
  page.getByRole('region', { name: 'ตารางของสมุดงาน' }).locator('> div').first();

/** Opens files as by the button. */
export const openFiles = async (
  page: Page,
  files: readonly { readonly name: string; readonly bytes: Uint8Array }[],
): Promise<void> => {
  await page
    .locator('input[type=file][accept*=xltx]')
    .setInputFiles(files.map(({ name, bytes }) => ({ name, mimeType: '', buffer: Buffer.from(bytes) })));
};

/** Waits until the browser's own database holds what is not saved. */
export const kept = async (page: Page): Promise<void> => {
  await page.waitForFunction(
    () =>
      new Promise<boolean>((done) => {
        const request = indexedDB.open('ita-workbench');
        request.onsuccess = () => {
          const database = request.result;
          const count = database.transaction('unsaved').objectStore('unsaved').count();
          count.onsuccess = () => {
            database.close();
            done(count.result > 0);
          };
        };
      }),
  );
};

/** Saves the active workbook; gives the name and the bytes of the file. */
export const save = async (page: Page): Promise<{ readonly name: string; readonly bytes: Uint8Array }> => {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'บันทึก', exact: true }).click(),
  ]);
  return { name: file.suggestedFilename(), bytes: await bytesOf(file) };
};

const bytesOf = async (file: Download): Promise<Uint8Array> =>
  new Uint8Array(readFileSync(await file.path()));

/** Names of parts that differ between two files, or that only one of them has. */
export const differentParts = (one: Uint8Array, other: Uint8Array): readonly string[] => {
  const [first, second] = [unzipSync(one), unzipSync(other)];
  const names = [...new Set([...Object.keys(first), ...Object.keys(second)])].sort();
  return names.filter((name) => {
    const [a, b] = [first[name], second[name]];
    return a === undefined || b === undefined || Buffer.compare(a, b) !== 0;
  });
};

/** Seconds on the clock and of the page's own thread. */
export type Seconds = { readonly clock: number; readonly cpu: number };

/** Measures what a page does; what other programs take of a busy machine is not in `cpu`. */
export const timed = async (page: Page, run: () => Promise<void>): Promise<Seconds> => {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const cpu = async (): Promise<number> => {
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN;
  };
  const [began, before] = [performance.now(), await cpu()];
  await run();
  const seconds = { clock: (performance.now() - began) / 1000, cpu: (await cpu()) - before };
  await session.detach();
  return { clock: Number(seconds.clock.toFixed(2)), cpu: Number(seconds.cpu.toFixed(2)) };
};
