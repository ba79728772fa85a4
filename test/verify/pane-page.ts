import { createServer, type Server } from 'node:http';
import { existsSync, readFileSync } from 'node:fs';
import { extname, join, resolve } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { attachHost, OFFICE_ADDRESS } from '../excel-host/boot-chromium';
import { placeOfName } from '../../src/core/our-names';
import { cellAt, type CellValue } from '../../src/core/snapshot';
import { Host } from '../excel-host/host';
import { snapshotOf } from '../support/workbook-of';
import { sample } from './analyze-command';

export const ROOT = resolve(__dirname, '../..');
export const DIST = join(ROOT, 'dist');

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.png': 'image/png',
};

/** Serves the built files. */
const serve = (): Promise<{ readonly server: Server; readonly address: string }> => {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://x');
    const file = join(DIST, pathname.endsWith('/') ? `${pathname}index.html` : pathname);
    if (!file.startsWith(DIST) || !existsSync(file)) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { 'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream' });
    response.end(readFileSync(file));
  });
  return new Promise((done) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      if (typeof address !== 'object' || address === null) throw new Error('No address');
      done({ server, address: `http://127.0.0.1:${address.port}` });
    });
  });
};

export const launch = (): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox'],
  });

/** The built pages, served, and a browser for them, as long as a suite runs. */
export const servedPages = (): { readonly browser: Browser; readonly address: string } => {
  let browser: Browser | null = null;
  let served: Awaited<ReturnType<typeof serve>> | null = null;
  beforeAll(async () => {
    served = await serve();
    browser = await launch();
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    served?.server.close();
  });
  const there = <Value>(value: Value | null): Value => {
    if (value === null) throw new Error('The suite has not begun');
    return value;
  };
  return {
    get browser() {
      return there(browser);
    },
    get address() {
      return there(served).address;
    },
  };
};

/** A pane over a workbook, with everything that it asked for and complained of. */
export type OpenPane = {
  readonly page: Page;
  readonly requests: string[];
  readonly problems: string[];
};

/** Opens the built pane as wide as Excel shows it. */
export const openPane = async (
  browser: Browser,
  address: string,
  host: Host,
  viewport = { width: 320, height: 700 },
): Promise<OpenPane> => {
  const context = await browser.newContext({ viewport });
  const page = await context.newPage();
  const requests: string[] = [];
  const problems: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') problems.push(message.text());
  });
  page.on('pageerror', (error) => problems.push(error.message));
  await attachHost(page, host);
  await page.goto(`${address}/taskpane.html`);
  return { page, requests, problems };
};

/** Addresses that are neither the pane's own nor those of office.js. */
export const strangers = (requests: readonly string[], address: string): readonly string[] =>
  requests.filter((url) => !url.startsWith(`${address}/`) && !url.startsWith(OFFICE_ADDRESS));

/** Waits until something holds of the workbook behind a pane, ten seconds at most. */
export const until = async (holds: () => boolean): Promise<void> => {
  for (let tries = 0; tries < 200 && !holds(); tries += 1)
    await new Promise((resolve) => setTimeout(resolve, 50));
};

/** Texts of the buttons that every suite presses. */
export const START = 'วิเคราะห์สมุดงานนี้';
export const WRITE = 'เขียนผลลงสมุดงาน';
export const AGAIN = 'ลองอีกครั้ง';
export const UNDO = 'คืนค่าเดิม';

/** A workbook in the fake Excel with what a file holds. */
export const hostOf = (bytes: Uint8Array): Host => new Host(snapshotOf(bytes));

/** A workbook in the fake Excel with one of the published samples. */
export const sampleHost = (file = 'nakhon-pathom-2565.xlsx'): Host =>
  hostOf(new Uint8Array(readFileSync(sample(file))));

export const press = (page: Page, name: string | RegExp): Promise<void> =>
  page.getByRole('button', { name }).first().click();

/** Opens one of the three parts of a result. */
export const openTab = (page: Page, name: string): Promise<void> => page.getByRole('tab', { name }).click();

/** Text of what has the keyboard. */
export const focused = (page: Page): Promise<string | null> =>
  page.evaluate(() => document.activeElement?.textContent ?? null);

/** Texts of all cells of the workbook behind a pane. */
export const textsOf = (host: Host): readonly CellValue[] =>
  host.book
    .snapshot()
    .sheets.flatMap(({ rows }) => rows.flatMap((cells) => (cells ?? []).map((cell) => cell?.value ?? null)));

/** What the cell holds to which a name of the workbook behind a pane points. */
export const named = (host: Host, name: string): CellValue => {
  const snapshot = host.book.snapshot();
  const place = placeOfName(snapshot, name);
  const sheet = snapshot.sheets.find((entry) => entry.name === place?.sheet);
  if (place === undefined || sheet === undefined) throw new Error(name);
  return cellAt(sheet, { row: place.range.top, column: place.range.left })?.value ?? null;
};
