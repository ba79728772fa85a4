import type { Browser } from 'playwright-core';
import { bookWith } from '../excel-host/book/book-with';
import { attachHost, OFFICE_ADDRESS } from '../excel-host/boot-chromium';
import { strikes } from '../excel-host/faults';
import { Host } from '../excel-host/host';
import { launch } from './pane-page';

const PAGE = 'http://pane.test/';

let browser: Browser;

beforeAll(async () => {
  browser = await launch();
});

afterAll(async () => {
  await browser.close();
});

/** A page that loads office.js as it is published, over a workbook in this process. */
const open = async (host: Host) => {
  const page = await (await browser.newContext()).newPage();
  await attachHost(page, host);
  await page.route(PAGE, (route) =>
    route.fulfill({ contentType: 'text/html', body: `<script src="${OFFICE_ADDRESS}office.js"></script>` }),
  );
  await page.goto(PAGE);
  await page.evaluate(() => Office.onReady());
  return page;
};

test('a page in Chromium reads, writes and hears of changes; faults arrive there', async () => {
  const host = new Host(bookWith({ S: [[2, '=A1*21']] }));
  const page = await open(host);
  const read = await page.evaluate(() =>
    Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('S');
      sheet.load('id');
      const range = sheet.getRange('A1:B1').load('values');
      sheet.onChanged.add((event) => {
        document.title = event.address;
        return Promise.resolve();
      });
      await context.sync();
      sheet.getRange('A2').values = [['จากหน้า']];
      await context.sync();
      return range.values as unknown;
    }),
  );
  expect(read).toEqual([[2, 42]]);
  expect(host.snapshot().sheets[0]?.cells['A2']).toEqual({ value: 'จากหน้า' });
  host.user.edit('S!C9', [['typed']]);
  await page.waitForFunction(() => document.title === 'C9', null, { timeout: 5000 });
  host.faults = [{ batch: 0, persists: true, strike: strikes.requestTooLarge }];
  expect(
    await page.evaluate(() =>
      Excel.run(async (context) => {
        context.workbook.worksheets.add('T');
        await context.sync();
      }).catch((error: unknown) => (error as OfficeExtension.Error).code),
    ),
  ).toBe('RequestPayloadSizeLimitExceeded');
  expect(host.minApi()).toBe('1.7');
}, 60_000);
