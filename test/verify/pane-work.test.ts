import type { Page } from 'playwright-core';
import { strikes, type Strike } from '../excel-host/faults';
import type { Host } from '../excel-host/host';
import { indicatorSheet } from '../support/typed-workbooks';
import { workbookOf, type Typed } from '../support/workbook-of';
import { faultsOf, takePictures } from './pane-looks';
import { focused, hostOf, openPane, press, sampleHost, servedPages, START, until, WRITE } from './pane-page';

const SCORES = [94.56, 88.13, 90.81, 88.09, 90.53, 96.03, 96.2, 94.74, 100, 100];
const LONGEST_TASK_MS = 100;
/** The request of a plan that writes: two before it ask what is there. */
const WRITING_BATCH = 2;

const pages = servedPages();

const paneOver = async (host: Host): Promise<Page> => {
  const { page } = await openPane(pages.browser, pages.address, host);
  await page.getByRole('button', { name: START }).waitFor();
  return page;
};

test('each refusal of Excel is said, leaves the workbook as it was, and can be tried again', async () => {
  const host = sampleHost();
  const page = await paneOver(host);
  const before = host.snapshot();
  const refusals: readonly (readonly [Strike, RegExp])[] = [
    [strikes.cellEdit, /กด Enter หรือ Esc/],
    [strikes.accessDenied, /Excel ไม่อนุญาต/],
    [strikes.error('MemoryLimitReached'), /หน่วยความจำ/],
    [strikes.error('RequestPayloadSizeLimitExceeded'), /ใหญ่เกินกว่าที่ Excel รับได้/],
    [strikes.error('ItemNotFound'), /สมุดงานเปลี่ยนไประหว่างทำงาน/],
    [strikes.error('ApiNotFound'), /Excel รุ่นนี้ยังทำงานนี้ไม่ได้/],
    [strikes.error('GeneralException'), /รหัส GeneralException/],
  ];
  for (const [index, [strike, sentence]] of refusals.entries()) {
    host.resetCounters();
    host.faults = [{ batch: 0, persists: true, strike }];
    await press(page, index === 0 ? START : 'ลองอีกครั้ง');
    await page.getByText(sentence).waitFor();
    // A button that stays keeps the keyboard; the sentence is read out as an alert.
    expect(await focused(page)).toMatch(index === 0 ? sentence : /^ลองอีกครั้ง$/);
    if (index === 0) {
      await takePictures(page, 'refused');
      expect(await faultsOf(page)).toEqual([]);
    }
  }
  host.faults = [];
  await press(page, 'ลองอีกครั้ง');
  await page.getByText('95.82').waitFor();
  // While it is written, in the middle of a request and after it.
  for (const action of [40, 'answered'] as const) {
    host.faults = [];
    if (action === 'answered') await press(page, START);
    await page.getByRole('button', { name: WRITE }).waitFor();
    host.resetCounters();
    host.faults = [{ batch: WRITING_BATCH, action, strike: strikes.error('GeneralException') }];
    await press(page, WRITE);
    await page.getByText(/รหัส GeneralException/).waitFor();
    host.faults = [];
    expect(host.snapshot()).toEqual(before);
  }
  await page.context().close();
}, 120_000);

test('slow work shows its step, and is given up until something is written', async () => {
  const host = sampleHost();
  const page = await paneOver(host);
  let answer = (): void => undefined;
  const waits = new Promise<undefined>((resolve) => {
    answer = () => {
      resolve(undefined);
    };
  });
  host.faults = [{ batch: 0, strike: () => waits }];
  await press(page, START);
  await page.getByRole('progressbar', { name: 'กำลังอ่านสมุดงาน' }).waitFor();
  await takePictures(page, 'working');
  expect(await faultsOf(page)).toEqual([]);
  await press(page, 'ยกเลิก');
  answer();
  await page.getByRole('progressbar').waitFor({ state: 'detached' });
  await page.waitForFunction(() => document.activeElement?.tagName === 'H1');
  host.faults = [];
  await press(page, START);
  await page.getByText('95.82').waitFor();
  host.resetCounters();
  host.faults = [{ batch: 0, strike: strikes.slow(800) }];
  await press(page, WRITE);
  await page.getByRole('progressbar', { name: 'กำลังเขียนลงสมุดงาน' }).waitFor();
  expect(await page.getByRole('button', { name: 'ยกเลิก' }).count()).toBe(0);
  await page.getByText(/^เขียนแล้ว/).waitFor();
  await page.context().close();
}, 120_000);

test('forty sheets are read and analysed without the pane standing still', async () => {
  const filler = (sheet: number): readonly (readonly Typed[])[] =>
    Array.from({ length: 120 }, (_, row) =>
      Array.from({ length: 14 }, (__, column) =>
        column % 3 === 0 ? `รายการ ${sheet} ${row} ${column}` : ((row * 31 + column * 17) % 977) / 7,
      ),
    );
  const sheets = Object.fromEntries(
    Array.from({ length: 40 }, (_, number) => [
      `แผ่น ${number + 1}`,
      number === 0 ? indicatorSheet('เทศบาลตำบลหนึ่ง', 2565, SCORES) : filler(number),
    ]),
  );
  const host = hostOf(workbookOf(sheets));
  const page = await paneOver(host);
  // A machine that is busy with something else makes tasks long that are not: the best of three tries counts.
  let longest = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 3 && longest > LONGEST_TASK_MS; round += 1) {
    await page.reload();
    await page.getByRole('button', { name: START }).waitFor();
    await page.evaluate(() => {
      const tasks: number[] = [];
      Object.assign(window, { tasks });
      new PerformanceObserver((list) => {
        tasks.push(...list.getEntries().map(({ duration }) => duration));
      }).observe({ type: 'longtask' });
    });
    await press(page, START);
    await page.getByText('95.82').waitFor({ timeout: 60_000 });
    const tasks = await page.evaluate(() => (window as unknown as { tasks: number[] }).tasks);
    longest = Math.max(0, ...tasks);
  }
  console.info(`Longest task with forty sheets: ${longest.toFixed(0)} ms`);
  expect(longest).toBeLessThanOrEqual(LONGEST_TASK_MS);
  // The observer sees a task that is too long.
  await page.evaluate(() => {
    setTimeout(() => {
      const end = performance.now() + 150;
      while (performance.now() < end);
    });
  });
  await page.waitForFunction(() => (window as unknown as { tasks: number[] }).tasks.some((one) => one > 100));
  await page.context().close();
}, 180_000);

/** Presses Tab until something of this name has the keyboard. */
const tabTo = async (page: Page, name: string | RegExp): Promise<void> => {
  for (let presses = 0; presses < 60; presses += 1) {
    const own = await page.evaluate(() => {
      const active = document.activeElement;
      if (active === document.body) return '';
      return `${active?.getAttribute('aria-label') ?? ''} ${active?.textContent ?? ''}`;
    });
    if (typeof name === 'string' ? own.includes(name) : name.test(own)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`No way to ${String(name)} with the keyboard`);
};

test('the whole job with the keyboard alone', async () => {
  const host = sampleHost();
  const page = await paneOver(host);
  const key = (name: string): Promise<void> => page.keyboard.press(name);
  await tabTo(page, START);
  await key('Enter');
  await page.getByText('95.82').waitFor();
  expect(await focused(page)).toBe('เทศบาลนครนครปฐม');
  await tabTo(page, /การใช้ทรัพย์สินของราชการ/);
  await key('Enter');
  await until(() => host.book.selection === 'ตัวชี้วัด!B9');
  expect(host.book.selection).toBe('ตัวชี้วัด!B9');
  expect(await focused(page)).toMatch(/การใช้ทรัพย์สินของราชการ/);
  await tabTo(page, 'แก้อะไรก่อน');
  await key('Enter');
  await tabTo(page, /^ถ้าได้ /);
  await page.keyboard.type('100');
  await page.getByText('คะแนนรวมจะเป็น').waitFor();
  await page.getByRole('tab', { name: 'ผล' }).focus();
  await key('ArrowRight');
  expect(await focused(page)).toBe('เอกสาร');
  await key('Tab');
  await key('Tab');
  await key('Space');
  await page.getByRole('heading', { name: 'เอกสารที่จะทำ 2' }).waitFor();
  await page.getByRole('tab', { name: 'เอกสาร' }).focus();
  await key('End');
  await page.getByRole('combobox', { name: 'วิธีจัดกลุ่ม' }).waitFor();
  await key('Home');
  await tabTo(page, WRITE);
  await key('Enter');
  await page.getByText(/^เขียนแล้ว/).waitFor({ timeout: 20_000 });
  expect(await focused(page)).toMatch(/^เขียนแล้ว/);
  await tabTo(page, 'คืนค่าเดิม');
  await key('Enter');
  await page.getByText('สมุดงานเป็นเหมือนก่อนเขียน').waitFor();
  expect(await focused(page)).toMatch(/^คืนค่าเดิมแล้ว/);
  expect(host.book.sheets).toHaveLength(3);
  await page.context().close();
}, 120_000);

test('all of it in English, without a Thai word but those of the workbook, and where there is little height', async () => {
  const page = await paneOver(sampleHost());
  await press(page, 'English');
  await press(page, 'Analyse this workbook');
  await page.getByText('95.82').waitFor();
  for (const name of ['Findings 2', 'What to fix first', 'Where it was read']) await press(page, name);
  await takePictures(page, 'english');
  expect(await faultsOf(page)).toEqual([]);
  const words = async (): Promise<string> =>
    (await page.evaluate(() => document.body.innerText))
      .replace(/ไทย|เทศบาลนครนครปฐม|'[^']*'![A-Z]+\d+|“[^”]*”|\n.*Input\.placeholder/g, '')
      .split('\n')
      .filter((line) => /[ก-๙]/.test(line))
      .join('\n');
  expect(await words()).toBe('');
  for (const name of ['Documents', 'Settings']) {
    await page.getByRole('tab', { name }).click();
    expect((await words()).replace(/.*[๐-๙].*/g, '')).toBe('');
  }
  // A laptop at 200 %: the whole pane scrolls, and the button is reached.
  await page.setViewportSize({ width: 320, height: 330 });
  await press(page, 'Write into the workbook');
  await page.getByText('6 sheets written').waitFor();
  await page.context().close();
}, 120_000);
