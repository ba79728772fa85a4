import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { SETTING_NAMES } from '../../src/core/settings/setting-names';
import { strikes } from '../excel-host/faults';
import type { Host } from '../excel-host/host';
import { base, copyWith, typed } from '../support/merging';
import { indicatorSheet } from '../support/typed-workbooks';
import { workbookOf } from '../support/workbook-of';
import { sample } from './analyze-command';
import { faultsOf, takePictures } from './pane-looks';
import {
  focused,
  hostOf,
  named,
  openPane,
  openTab,
  press,
  sampleHost,
  servedPages,
  START,
  strangers,
  textsOf,
  until,
  WRITE,
  type OpenPane,
} from './pane-page';

const SCORES = [94.56, 88.13, 90.81, 88.09, 90.53, 96.03, 96.2, 94.74, 100, 100];

const pages = servedPages();
const open: OpenPane[] = [];

afterEach(async () => {
  for (const { page, requests, problems } of open.splice(0)) {
    await page.context().close();
    expect(strangers(requests, pages.address)).toEqual([]);
    expect(problems).toEqual([]);
  }
});

const paneOver = async (host: Host): Promise<Page> => {
  const pane = await openPane(pages.browser, pages.address, host);
  open.push(pane);
  await pane.page.getByRole('button', { name: START }).waitFor();
  return pane.page;
};

/** A state that is there has no fault in any look or width; its pictures are taken on request. */
const check = async (page: Page, name: string): Promise<void> => {
  await takePictures(page, name);
  expect({ name, faults: await faultsOf(page) }).toEqual({ name, faults: [] });
};

test('the sample opens in a window of its own; where it does not come through, that is said and it can be tried again', async () => {
  const host = hostOf(workbookOf({ รายชื่อ: [['ชื่อ', 'โทรศัพท์']] }));
  const page = await paneOver(host);
  const before = host.snapshot();
  host.faults = [{ batch: 0, strike: strikes.error('GeneralException') }];
  await press(page, 'ลองกับตัวอย่าง');
  await page.getByRole('status').getByText('เปิดสมุดงานตัวอย่างไม่ได้').waitFor();
  await check(page, 'sample-failed');
  await press(page, 'ลองกับตัวอย่าง');
  await until(() => host.book.openedBeside.length > 0);
  await page.getByText('เปิดสมุดงานตัวอย่างไม่ได้').waitFor({ state: 'detached' });
  expect(await focused(page)).toBe('ลองกับตัวอย่าง');
  const [file = ''] = host.book.openedBeside;
  expect([...Buffer.from(file, 'base64')]).toEqual([...readFileSync(sample('nakhon-pathom-2565.xlsx'))]);
  expect(host.snapshot()).toEqual(before);
  // Also where nothing was found.
  await press(page, START);
  await page.getByRole('alert').waitFor();
  await press(page, 'ลองกับตัวอย่าง');
  await until(() => host.book.openedBeside.length > 1);
  expect(host.book.openedBeside).toEqual([file, file]);
}, 60_000);

test('first run, help, result, findings, what-if, preview, writing and undo', async () => {
  const host = sampleHost('nakhon-pathom-2565.xlsx');
  const before = host.snapshot();
  const page = await paneOver(host);
  await check(page, 'start');
  await press(page, 'วิธีใช้');
  await page.getByRole('heading', { name: 'วิธีใช้' }).waitFor();
  await check(page, 'help');
  await page.keyboard.press('Escape');
  await press(page, START);
  await page.getByText('95.82').waitFor();
  await check(page, 'result');
  await press(page, /ข้อสังเกต/);
  await press(page, /เร่งด่วน/);
  await check(page, 'findings');
  await press(page, /ข้อสังเกต/);
  await press(page, /แก้อะไรก่อน/);
  const field = page.getByRole('textbox').first();
  await field.fill('๑๐๐');
  await page.getByText('คะแนนรวมจะเป็น').scrollIntoViewIfNeeded();
  await check(page, 'what-if');
  await press(page, /แก้อะไรก่อน/);
  await press(page, /อ่านจากไหน/);
  await page.getByRole('table').scrollIntoViewIfNeeded();
  await check(page, 'read-from');
  await press(page, /ดูรายการที่จะเขียน/);
  await page.getByText('แผ่นงานใหม่').first().waitFor();
  await check(page, 'preview');
  expect(host.snapshot()).toEqual(before);
  await press(page, WRITE);
  await page.getByText('เขียนแล้ว 6 แผ่นงาน').waitFor();
  expect(await focused(page)).toBe('เขียนแล้ว 6 แผ่นงาน');
  await check(page, 'written');
  await press(page, 'คืนค่าเดิม');
  await page.getByText('สมุดงานเป็นเหมือนก่อนเขียน').waitFor();
  expect(await focused(page)).toMatch(/^คืนค่าเดิมแล้ว/);
  await check(page, 'undone');
  expect(host.book.sheets).toHaveLength(3);
}, 180_000);

test('documents, their readiness, settings and digits', async () => {
  const host = sampleHost('bang-sak-2567.xlsx');
  const page = await paneOver(host);
  await press(page, START);
  await page.getByText('94.66').waitFor();
  await check(page, 'result-items');
  await openTab(page, 'เอกสาร');
  for (const name of [
    'วิเคราะห์ตามประเด็น',
    'รายงานผลตามมาตรการ',
    'บันทึกข้อความ',
    'ปฏิทินงาน',
    'ข้อเสนอแนะของผู้ประเมิน',
  ])
    await page.getByRole('checkbox', { name }).click();
  await page.getByRole('heading', { name: 'เอกสารที่จะทำ 6' }).waitFor();
  await check(page, 'documents');
  await press(page, WRITE);
  await page.getByText(/^เขียนแล้ว/).waitFor();
  await press(page, /ความพร้อมของเอกสาร/);
  await check(page, 'readiness');
  await press(page, /^รายงานผลตามมาตรการ/);
  await check(page, 'results-readiness');
  host.user.edit("'ข้อเสนอแนะผู้ประเมิน'!B6:B7", [['o9 ควรเผยแพร่ให้ครบทุกหัวข้อ'], ['ควรปรับปรุงการประชาสัมพันธ์']]);
  await press(page, START);
  await press(page, /^ข้อเสนอแนะของผู้ประเมิน 1/);
  await page.getByText(/จับคู่กับข้อได้ 1 รายการ/).scrollIntoViewIfNeeded();
  await check(page, 'advice');
  await openTab(page, 'ตั้งค่า');
  await page.getByRole('combobox', { name: 'ตัวเลข' }).selectOption('thai');
  await page.getByRole('textbox', { name: 'เป้าหมายของคะแนนรวม' }).fill('90');
  await page.keyboard.press('Enter');
  await page.getByRole('textbox', { name: 'ส่วนราชการภายใน' }).fill('สำนักปลัด\nกองคลัง\nกองช่าง');
  await page.keyboard.press('Tab');
  await page.getByRole('button', { name: WRITE }).waitFor();
  await check(page, 'settings');
  await press(page, /ดูรายการที่จะเขียน/);
  await check(page, 'preview-replaced');
  await openTab(page, 'ผล');
  await page.getByText('๙๔.๖๖').waitFor();
  await page.getByText('สูงกว่าเป้า ๔.๖๖').waitFor();
  await check(page, 'thai-digits');
  await press(page, WRITE);
  await page.getByText(/^เขียนแล้ว/).waitFor();
  expect(textsOf(host)).toEqual(expect.arrayContaining(['กองช่าง', 'เลขไทย (๐ ๑ ๒ ๓)']));
  // The reading of the grade's condition is settled, and opened again.
  const reading = page.getByRole('combobox', { name: 'เงื่อนไขของระดับ' });
  await openTab(page, 'ตั้งค่า');
  for (const [choice, kept] of [
    ['indicators', 'ทุกตัวชี้วัด'],
    ['open', 'ยังไม่กำหนด'],
  ] as const) {
    await reading.selectOption(choice);
    await press(page, WRITE);
    await page.getByText(/^เขียนแล้ว/).waitFor();
    expect(named(host, SETTING_NAMES.reading)).toBe(kept);
  }
}, 180_000);

test('several tables, several agencies, no year: each is a question with cards', async () => {
  const other = SCORES.map((score) => score - 1);
  const books = {
    'question-tables': workbookOf({
      ก: indicatorSheet('เทศบาลตำบลหนึ่ง', 2565, SCORES),
      ข: indicatorSheet('เทศบาลตำบลหนึ่ง', 2565, other),
    }),
    'question-agencies': workbookOf({
      ก: indicatorSheet('เทศบาลตำบลหนึ่ง', 2565, SCORES),
      ข: indicatorSheet('เทศบาลตำบลสอง', 2565, SCORES),
    }),
    'question-year': workbookOf({ ก: indicatorSheet('เทศบาลตำบลหนึ่ง', 2565, SCORES).slice(1) }),
  };
  for (const [name, bytes] of Object.entries(books)) {
    const host = hostOf(bytes);
    const page = await paneOver(host);
    await press(page, START);
    const answer = page.getByRole('button', { name: /^ใช้ / }).first();
    await answer.waitFor();
    expect(await focused(page)).toBe(await page.getByRole('heading', { level: 1 }).textContent());
    await check(page, name);
    if (name === 'question-tables') {
      await press(page, /^ไปที่/);
    }
    await answer.click();
    await page.getByRole('button', { name: WRITE }).waitFor();
    expect(await focused(page)).toBe('เทศบาลตำบลหนึ่ง');
  }
}, 180_000);

test('nothing found: an empty form is added, filled in and analysed', async () => {
  const host = hostOf(workbookOf({ รายชื่อ: [['ชื่อ', 'โทรศัพท์']] }));
  const page = await paneOver(host);
  await press(page, START);
  await page.getByRole('alert').waitFor();
  await check(page, 'nothing-found');
  await page.getByRole('combobox', { name: 'ปีงบประมาณของแบบฟอร์ม' }).selectOption('2568');
  await press(page, 'เพิ่มแบบฟอร์มคะแนน');
  await page.getByText('โปรดพิมพ์คะแนนในช่องสีเหลือง').waitFor();
  await check(page, 'form-added');
  await press(page, START);
  await page.getByText('ยังไม่มีคะแนน').waitFor();
  await press(page, 'ลองอีกครั้ง');
  await page.getByText('ยังไม่มีคะแนน').waitFor();
}, 120_000);

test('a table that is not found is pointed to; what is in the way there is said with its cell', async () => {
  const names = indicatorSheet('ก', 2565, SCORES).slice(-SCORES.length);
  const host = hostOf(
    workbookOf({
      ผลงาน: [['เรื่อง', 'ผลลัพธ์', 55], ...names.map((row) => [row[1] ?? null, row[2] ?? null, null])],
      รายชื่อ: [
        ['ชื่อ', 'คะแนน'],
        ['สมชาย', 88],
      ],
    }),
  );
  const page = await paneOver(host);
  await press(page, START);
  await page.getByRole('alert').getByText('ไม่พบตารางคะแนน ITA').waitFor();
  host.faults = [{ batch: host.roundTrips, strike: strikes.error('InvalidSelection') }];
  await press(page, 'ใช้ตารางที่เลือก');
  await page.getByText('โปรดเลือกเซลล์ของตารางเป็นช่วงเดียว').waitFor();
  host.user.select("'รายชื่อ'!A1:B2");
  await press(page, 'ลองอีกครั้ง');
  await page.getByRole('alert').getByText("'รายชื่อ'!A2 «สมชาย» ไม่ใช่ชื่อตัวชี้วัด").waitFor();
  await check(page, 'pointed-unread');
  await press(page, "ไปที่ 'รายชื่อ'!A2");
  await until(() => host.book.selection === 'รายชื่อ!A2');
  host.user.select("'ผลงาน'!A1:B11");
  await press(page, 'ใช้ตารางที่เลือก');
  await press(page, 'ใช้ 2565');
  await page.getByText('95.82').waitFor();
  await press(page, /อ่านจากไหน/);
  await page.getByText("อ่านเฉพาะ 'ผลงาน'!A1:B11 ตามที่เลือก").scrollIntoViewIfNeeded();
  await check(page, 'pointed');
  await press(page, WRITE);
  await page.getByText(/^เขียนแล้ว/).waitFor();
  await press(page, 'อ่านทั้งสมุดงาน');
  await page.getByRole('alert').getByText('ไม่พบตารางคะแนน ITA').waitFor();
}, 60_000);

const pick = async (page: Page, files: Readonly<Record<string, Uint8Array>>): Promise<void> => {
  const chooser = page.waitForEvent('filechooser');
  await press(page, 'เลือกไฟล์ที่จะรวม');
  await (
    await chooser
  ).setFiles(
    Object.entries(files).map(([name, bytes]) => ({
      name,
      mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      buffer: Buffer.from(bytes),
    })),
  );
};

test('copies that came back are looked at, merged, and taken back', async () => {
  const host = hostOf(base);
  const page = await paneOver(host);
  await press(page, START);
  await openTab(page, 'เอกสาร');
  await pick(page, { 'เสีย.xlsx': new Uint8Array([1, 2, 3]), 'กองคลัง.xlsx': base });
  await page.getByText(/เสีย\.xlsx: ไฟล์นี้/).waitFor();
  await check(page, 'merge-refused');
  await pick(page, {
    'กองคลัง.xlsx': copyWith(typed(2, 'กองคลัง'), typed(1, 'จัดอบรมเรื่องการใช้ทรัพย์สินของราชการให้บุคลากรทุกคน')),
    'กองช่าง.xlsx': copyWith(typed(1, 'ติดป้ายแจ้งขั้นตอนการยืมพัสดุ'), typed(2, 'กองช่าง', 1)),
  });
  await page.getByRole('heading', { name: 'ตรวจก่อนรวม' }).waitFor();
  expect(await focused(page)).toBe('ตรวจก่อนรวม');
  await page.getByText('ข้อความที่ขัดกัน 1 ช่อง').waitFor();
  await check(page, 'merge-planned');
  const sheets = host.book.sheets.length;
  await press(page, 'รวมเข้ากับสมุดงานนี้');
  await page.getByRole('heading', { name: /^รวมแล้ว/ }).waitFor({ timeout: 20_000 });
  await check(page, 'merged');
  expect(textsOf(host)).toEqual(expect.arrayContaining(['กองคลัง', 'กองช่าง']));
  await press(page, 'คืนค่าเดิม');
  await page.getByText('สมุดงานเป็นเหมือนก่อนเขียน').waitFor();
  expect(host.book.sheets).toHaveLength(sheets);
}, 120_000);
