import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { DOCUMENT_NAMES, OUR_NAMES } from '../../src/core/our-names';
import { serveOffice } from '../excel-host/boot-chromium';
import { faultsOf, takePictures, tooWide } from './pane-looks';
import { DIST, named, openPane, sampleHost, servedPages, strangers, textsOf, until } from './pane-page';

const MAX_FIRST_LOAD = 130 * 1024;

const pages = servedPages();

test.each([
  ['nakhon-pathom-2565.xlsx', 95.82, 'AA', 'ตัวชี้วัดที่ 4 การใช้ทรัพย์สินของราชการ'],
  ['bang-sak-2567.xlsx', 94.66, 'ผ่าน', 'ข้อ e9 การเคยใช้บริการผ่านระบบ E-Service · เร่งด่วน'],
])(
  'the ribbon’s command analyses and writes %s in one click',
  async (file, total, grade, weak) => {
    const host = sampleHost(file);
    const { page, requests, problems } = await openPane(pages.browser, pages.address, host);
    await page.getByRole('button', { name: 'วิเคราะห์สมุดงานนี้' }).waitFor();
    // What the ribbon calls: the function that the pane registered under the manifest's name.
    await page.evaluate(
      () =>
        new Promise<void>((completed) => {
          const { _association: association } = Office.actions as unknown as {
            _association: { mappings: Record<string, (event: object) => void> };
          };
          const command = association.mappings['ANALYZEWORKBOOK'] ?? association.mappings['analyzeWorkbook'];
          if (command === undefined) throw new Error(Object.keys(association.mappings).join());
          command({ completed });
        }),
    );
    const snapshot = host.book.snapshot();
    expect(Number(Number(named(host, OUR_NAMES.total)).toFixed(2))).toBe(total);
    expect(named(host, OUR_NAMES.grade)).toBe(grade);
    expect(textsOf(host)).toEqual(expect.arrayContaining(['▼ เร่งด่วน', weak]));
    expect(snapshot.sheets.flatMap(({ tables }) => tables.map(({ name }) => name))).toEqual([
      DOCUMENT_NAMES.measures.table,
      OUR_NAMES.libraryTable,
    ]);
    expect(host.book.sheets.find(({ id }) => id === host.book.active)?.name).toBe('ผลวิเคราะห์ ITA');
    expect(strangers(requests, pages.address)).toEqual([]);
    expect(problems).toEqual([]);
    await page.close();
  },
  60_000,
);

test('the pane shows the result before it writes, and jumps to cells', async () => {
  const host = sampleHost('nakhon-pathom-2565.xlsx');
  const { page, requests, problems } = await openPane(pages.browser, pages.address, host);
  await page.getByRole('button', { name: 'วิเคราะห์สมุดงานนี้' }).click();
  await page.getByText('95.82').waitFor();
  expect(host.book.sheets).toHaveLength(3);
  await page.getByRole('button', { name: '4 การใช้ทรัพย์สินของราชการ' }).click();
  await page.getByText('95.82').waitFor();
  expect(host.book.selection).toBe('ตัวชี้วัด!B9');
  await page.getByRole('button', { name: 'เขียนผลลงสมุดงาน' }).click();
  await page.getByRole('button', { name: 'ไปที่ผล' }).waitFor();
  expect(host.book.sheets).toHaveLength(9);
  await page.getByRole('tab', { name: 'เอกสาร' }).click();
  await page.getByRole('button', { name: /^ความพร้อมของเอกสาร/ }).click();
  for (const width of [350, 320, 270]) {
    await page.setViewportSize({ width, height: 700 });
    expect(await tooWide(page)).toEqual([]);
  }
  await page.getByRole('button', { name: /^ไปที่ 'มาตรการ'!C6/ }).click();
  await until(() => host.book.selection === 'มาตรการ!C6');
  expect(host.book.selection).toBe('มาตรการ!C6');
  expect(strangers(requests, pages.address)).toEqual([]);
  expect(problems).toEqual([]);
  await page.close();
}, 60_000);

test('what the first screen loads of ours is at most 130 kB', () => {
  const page = readFileSync(join(DIST, 'taskpane.html'), 'utf8');
  const scripts = [...page.matchAll(/<script[^>]*\ssrc="?([^":>\s]+\.js)/g)].map(([, file]) => file ?? '');
  expect(scripts.length).toBeGreaterThan(0);
  const bytes = scripts.reduce(
    (sum, file) => sum + gzipSync(readFileSync(join(DIST, file)), { level: 9 }).length,
    0,
  );
  expect(bytes).toBeLessThanOrEqual(MAX_FIRST_LOAD);
  expect(readdirSync(DIST).filter((file) => file.endsWith('.js')).length).toBeGreaterThan(scripts.length);
});

test('where Excel never answers the pane says so, and can be loaded anew', async () => {
  const context = await pages.browser.newContext({ viewport: { width: 320, height: 700 } });
  const page = await context.newPage();
  await serveOffice(page);
  await page.goto(`${pages.address}/taskpane.html`);
  await page.getByText('Excel ยังไม่ตอบ').waitFor({ timeout: 15_000 });
  expect(await page.getByRole('button', { name: 'เปิดแผงงานใหม่' }).count()).toBe(1);
  await context.close();
}, 60_000);

test('a view that does not come through the line is said, not left blank', async () => {
  const host = sampleHost('nakhon-pathom-2565.xlsx');
  const { page } = await openPane(pages.browser, pages.address, host);
  await page.getByRole('button', { name: 'วิเคราะห์สมุดงานนี้' }).waitFor();
  await page.route(`${pages.address}/*.js`, (route) => route.abort());
  await page.getByRole('button', { name: 'วิเคราะห์สมุดงานนี้' }).click();
  await page
    .getByRole('button', { name: /เปิดแผงงานใหม่|ลองอีกครั้ง/ })
    .first()
    .waitFor();
  expect(host.book.sheets).toHaveLength(3);
  await page.context().close();
}, 60_000);

test('an older Excel gets a plain page without scripts, which leads to the workbench', async () => {
  const page = await (await pages.browser.newContext({ javaScriptEnabled: false })).newPage();
  await page.goto(`${pages.address}/older-excel.html`);
  expect(await page.getByText('Excel 2021 หรือใหม่กว่า').count()).toBe(1);
  expect(await page.locator('script').count()).toBe(0);
  const ways = await page.locator('a').evaluateAll((links) => links.map((link) => link.getAttribute('href')));
  expect(ways).toEqual(['workbench/index.html', 'workbench/index.html']);
  expect(existsSync(join(DIST, 'workbench/index.html'))).toBe(true);
  await page.context().close();
  // What looks for faults needs scripts; the page has none.
  const looked = await (await pages.browser.newContext()).newPage();
  await looked.goto(`${pages.address}/older-excel.html`);
  await takePictures(looked, 'older-excel');
  expect(await faultsOf(looked)).toEqual([]);
  await looked.context().close();
}, 60_000);
