import { isDeepStrictEqual } from 'node:util';
import type { Page } from 'playwright-core';
import { textAt } from '../../src/core/read/sheet-text';
import type { Host } from '../excel-host/host';
import { indicatorSheet } from '../support/typed-workbooks';
import { workbookOf } from '../support/workbook-of';
import { hostOf, openPane, openTab, press, servedPages, START, UNDO, until, WRITE } from './pane-page';

const SCORES = [94.56, 88.13, 90.81, 88.09, 90.53, 96.03, 96.2, 94.74, 100, 100];

/** Each document with the sheets on which it stands and what heads them. */
const DOCUMENTS: readonly (readonly [choice: string, sheets: readonly string[], heading: string])[] = [
  ['ตารางมาตรการ', ['มาตรการ', 'พิมพ์ มาตรการ'], 'มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน'],
  ['วิเคราะห์ทุกตัวชี้วัด', ['วิเคราะห์ตัวชี้วัด', 'พิมพ์ วิเคราะห์ตัวชี้วัด'], 'การวิเคราะห์ผลการประเมินรายตัวชี้วัด'],
  ['วิเคราะห์ตามประเด็น', ['วิเคราะห์ตามประเด็น', 'พิมพ์ วิเคราะห์ตามประเด็น'], 'การวิเคราะห์ผลการประเมินตามประเด็น'],
  ['สรุปคะแนน', ['พิมพ์ สรุปคะแนน'], 'ตารางสรุปผลการประเมินตามตัวชี้วัด'],
  ['ผู้รับผิดชอบ OIT', ['ผู้รับผิดชอบ OIT', 'พิมพ์ ผู้รับผิดชอบ OIT'], 'หน่วยงานที่รับผิดชอบแบบตรวจการเปิดเผยข้อมูลสาธารณะ (OIT)'],
  ['ปฏิทินงาน', ['ปฏิทินงาน', 'พิมพ์ ปฏิทินงาน'], 'ขั้นตอน ระยะเวลา และวิธีปฏิบัติ'],
  [
    'ข้อจำกัดและข้อเสนอแนะ',
    ['ข้อจำกัดและข้อเสนอแนะ', 'พิมพ์ ข้อจำกัด'],
    'ข้อจำกัดของหน่วยงานในการดำเนินการประเมิน และข้อเสนอแนะ',
  ],
  [
    'รายงานผลตามมาตรการ',
    ['รายงานผล', 'พิมพ์ รายงานผล'],
    'รายงานผลการดำเนินการเพื่อส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน',
  ],
  ['บันทึกข้อความ', ['บันทึกข้อความ', 'พิมพ์ บันทึกข้อความ'], 'บันทึกข้อความ'],
  ['ข้อเสนอแนะของผู้ประเมิน', ['ข้อเสนอแนะผู้ประเมิน'], 'ข้อเสนอแนะของผู้ประเมิน'],
];

const pages = servedPages();

const headingOf = (host: Host, name: string): string => {
  const sheet = host.book.snapshot().sheets.find((one) => one.name === name);
  return sheet === undefined ? 'no sheet' : textAt(sheet, { row: 0, column: 0 });
};

/** Ticks a document in the place of another one; what it is made from is made with it. */
const chooseInstead = async (page: Page, choice: string, before: string): Promise<void> => {
  const box = (name: string) => page.getByRole('checkbox', { name, exact: true });
  if (choice === before) return;
  await box(choice).click();
  await box(before).click();
};

test('each document is made by a tick and a press, and is taken back', async () => {
  const host = hostOf(workbookOf({ คะแนน: indicatorSheet('เทศบาลตำบลตัวอย่าง', 2567, SCORES) }));
  const before = host.snapshot();
  const { page } = await openPane(pages.browser, pages.address, host);
  // One click makes the measures, unless something else is asked for.
  let last = 'ตารางมาตรการ';
  for (const [choice, sheets, heading] of DOCUMENTS) {
    await press(page, START);
    await openTab(page, 'เอกสาร');
    await chooseInstead(page, choice, last);
    last = choice;
    await press(page, WRITE);
    await page.getByText(/^เขียนแล้ว/).waitFor({ timeout: 20_000 });
    expect(sheets.map((name) => headingOf(host, name))).toEqual(sheets.map(() => heading));
    await press(page, UNDO);
    await page.getByText('สมุดงานเป็นเหมือนก่อนเขียน').waitFor({ timeout: 20_000 });
    await until(() => isDeepStrictEqual(host.snapshot(), before));
    expect(host.book.sheets).toHaveLength(before.sheets.length);
  }
  expect(host.snapshot()).toEqual(before);
  await page.context().close();
}, 240_000);
