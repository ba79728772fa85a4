import type { Page } from 'playwright-core';
import { Host } from '../excel-host/host';
import { agencyList, AGENCIES, anyScore } from '../support/agency-lists';
import { indicatorSheet } from '../support/typed-workbooks';
import { snapshotOf, workbookOf } from '../support/workbook-of';
import { faultsOf, takePictures } from './pane-looks';
import { openPane, servedPages, until } from './pane-page';

const SCORES = [94.56, 88.13, 90.81, 88.09, 90.53, 96.03, 96.2, 94.74, 100, 100];
const SUMMARY = 'สรุปหลายหน่วยงาน';
const agencies = [...AGENCIES, ...Array.from({ length: 40 }, (_, index) => `อบต.ที่ ${index + 1}`)];
const list = workbookOf({
  คะแนน: agencyList(2567, (agency, subject) => (agency === 7 ? null : anyScore(agency, subject)), {
    agencies,
  }),
});

const pages = servedPages();

const paneOver = async (host: Host): Promise<Page> =>
  (await openPane(pages.browser, pages.address, host, { width: 320, height: 700 })).page;

const press = (page: Page, name: string | RegExp): Promise<void> =>
  page.getByRole('button', { name }).first().click();

const check = async (page: Page, name: string): Promise<void> => {
  await takePictures(page, name);
  expect(await faultsOf(page)).toEqual([]);
};

const sheetsOf = (host: Host): readonly string[] => host.book.snapshot().sheets.map(({ name }) => name);

test('a list of agencies: all at once, looked at, written, gone to and taken back', async () => {
  const host = new Host(snapshotOf(list));
  const page = await paneOver(host);
  await press(page, 'วิเคราะห์สมุดงานนี้');
  await page.getByText('แสดง 20 จาก 44 หน่วยงาน').waitFor();
  await check(page, 'many-question');
  await press(page, 'วิเคราะห์ทุกหน่วยงานพร้อมกัน');
  await page.getByRole('heading', { name: 'วิเคราะห์แล้ว 44 หน่วยงาน' }).waitFor();
  await page.getByText('จะเพิ่ม 3 แผ่นงาน · ไม่แก้เซลล์เดิม').waitFor();
  await check(page, 'many-planned');
  await page.getByRole('switch', { name: /ข้างแถวของรายการ/ }).click();
  await page.getByText('จะเพิ่ม 3 แผ่นงาน · เติมคอลัมน์ว่างข้างตาราง 1 ตาราง').waitFor();
  await check(page, 'many-beside');
  await page.getByRole('switch', { name: /ข้างแถวของรายการ/ }).click();
  await page.getByText('จะเพิ่ม 3 แผ่นงาน · ไม่แก้เซลล์เดิม').waitFor();
  await press(page, 'เขียนผลลงสมุดงาน');
  await page.getByText('เขียนแล้ว 3 แผ่นงาน').waitFor();
  expect(sheetsOf(host)).toEqual(['คะแนน', SUMMARY, 'รายหน่วยงาน 2567', 'ข้อสังเกตหลายหน่วยงาน']);
  await press(page, 'ไปที่ผล');
  await until(() => host.book.selection === `${SUMMARY}!A1`);
  expect(host.book.selection).toBe(`${SUMMARY}!A1`);
  await press(page, 'คืนค่าเดิม');
  await page.getByText('สมุดงานเป็นเหมือนก่อนเขียน').waitFor();
  expect(sheetsOf(host)).toEqual(['คะแนน']);
  await page.context().close();
}, 60_000);

test('files of many agencies into an empty workbook, in English', async () => {
  const host = new Host(snapshotOf(workbookOf({ a: [['x', 1]] })));
  const page = await paneOver(host);
  await press(page, 'English');
  await press(page, 'Analyse this workbook');
  const chooser = page.waitForEvent('filechooser');
  await press(page, 'Choose the agencies’ files');
  const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  await (
    await chooser
  ).setFiles(
    Object.entries({
      'a.xlsx': workbookOf({ ก: indicatorSheet('เทศบาลตำบลหนึ่ง', 2567, SCORES) }),
      'b.xlsx': new Uint8Array([1, 2, 3]),
      'c.xlsx': list,
    }).map(([name, bytes]) => ({ name, mimeType, buffer: Buffer.from(bytes) })),
  );
  await page.getByRole('heading', { name: '45 agencies analysed' }).waitFor({ timeout: 20_000 });
  await page.getByText(/^b\.xlsx/).waitFor();
  await check(page, 'many-collected');
  await press(page, 'Write into the workbook');
  await page.getByText('4 sheets written').waitFor();
  expect(sheetsOf(host)).toContain(SUMMARY);
  await press(page, 'Undo');
  await page.getByText('the workbook is as it was before writing').waitFor();
  expect(sheetsOf(host)).toEqual(['a']);
  await page.context().close();
}, 60_000);
