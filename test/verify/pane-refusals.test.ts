import type { Page } from 'playwright-core';
import { changeFilters } from '../excel-host/book/filters';
import type { BookSheet, BookTable } from '../excel-host/book/model';
import { strikes } from '../excel-host/faults';
import type { Host } from '../excel-host/host';
import { AGAIN, openPane, press, sampleHost, servedPages, START, UNDO, WRITE } from './pane-page';

/** The request of a plan that writes: two before it ask what is there, and the next one takes back. */
const WRITING_BATCH = 2;

const pages = servedPages();

const measures = ({ book }: Host): BookSheet => book.sheet('มาตรการ');
const analysis = ({ book }: Host): BookSheet => book.sheet('ผลวิเคราะห์ ITA');

const tableOf = (host: Host): BookTable => {
  const [table] = measures(host).tables;
  if (table === undefined) throw new Error('No measures table');
  return table;
};

const CORNER = { top: 0, left: 0, bottom: 1, right: 1 };

/** Merges the title of the analysis up to a column. */
const mergeTitle = (host: Host, right: number): void => {
  const sheet = analysis(host);
  sheet.merges = sheet.merges.map((merge) => (merge.top === 0 ? { ...merge, right } : merge));
};

const filter = (host: Host, change: (criteria: BookTable['criteria']) => void): void => {
  changeFilters(host.book, measures(host), () => {
    change(tableOf(host).criteria);
  });
};

/** What stands in the way of writing, what the pane says of it, and how the officer mends it. */
type Case = {
  readonly what: string;
  readonly prepare: (host: Host) => void;
  readonly sentence: string;
  readonly mend: (host: Host) => void;
};

/** In the way before anything of ours is there. */
const AT_FIRST: readonly Case[] = [
  {
    what: 'a protected workbook',
    prepare: ({ user }) => {
      user.protectWorkbook();
    },
    sentence: 'โครงสร้างสมุดงานถูกป้องกันอยู่ จึงเพิ่มแผ่นงานไม่ได้ ยกเลิกที่ รีวิว › ป้องกันสมุดงาน',
    mend: ({ book }) => {
      book.isProtected = false;
    },
  },
  {
    what: 'a workbook that is read-only',
    prepare: ({ book }) => {
      book.isReadOnly = true;
    },
    sentence: 'สมุดงานเปิดแบบอ่านอย่างเดียว โปรดบันทึกเป็นสำเนา',
    mend: ({ book }) => {
      book.isReadOnly = false;
    },
  },
  {
    what: 'a cell that is being edited',
    prepare: ({ user }) => {
      user.startCellEdit();
    },
    sentence: 'โปรดกด Enter หรือ Esc ในเซลล์นั้นก่อน',
    mend: ({ user }) => {
      user.endCellEdit();
    },
  },
];

/** In the way on a sheet of ours. */
const LATER: readonly Case[] = [
  {
    what: 'a protected sheet',
    prepare: ({ user }) => {
      user.protect('มาตรการ');
    },
    sentence: 'แผ่นงาน «มาตรการ» ถูกป้องกันอยู่ โปรดยกเลิกการป้องกันที่ รีวิว › ยกเลิกการป้องกันแผ่นงาน',
    mend: (host) => {
      measures(host).protection.isOn = false;
    },
  },
  {
    what: 'filtered rows',
    prepare: (host) => {
      filter(host, (criteria) => criteria.set(0, { filterOn: 'Values', values: [] }));
    },
    sentence: 'แผ่นงาน «มาตรการ» กรองแถวอยู่ หากเขียนตอนนี้ข้อมูลอาจลงผิดแถว โปรดล้างตัวกรองที่ ข้อมูล › ล้าง',
    mend: (host) => {
      filter(host, (criteria) => {
        criteria.clear();
      });
    },
  },
  {
    what: 'a pivot table',
    prepare: (host) => {
      analysis(host).pivots.push({ id: host.book.newId(), name: 'สรุป', range: CORNER });
    },
    sentence: "ที่ 'ผลวิเคราะห์ ITA'!A1 มีตาราง Pivot อยู่ จึงเขียนไม่ได้ โปรดย้ายตาราง Pivot",
    mend: (host) => {
      analysis(host).pivots.pop();
    },
  },
  ...[
    {
      showHeaders: true,
      sentence: "เซลล์ 'ผลวิเคราะห์ ITA'!A1 เป็นหัวตารางของ Excel จึงไม่เขียนทับ โปรดย้ายตารางนั้น",
    },
    {
      showHeaders: false,
      sentence: "ตารางที่จะเขียนทับกับตารางอื่นที่ 'ผลวิเคราะห์ ITA'!A1 โปรดย้ายตารางนั้น",
    },
  ].map(({ showHeaders, sentence }): Case => ({
    what: 'a table of the officer',
    prepare: (host) => {
      const own = { id: host.book.newId(), name: 'ตาราง1', range: CORNER, showHeaders };
      analysis(host).tables.push({ ...tableOf(host), ...own });
    },
    sentence,
    mend: (host) => {
      analysis(host).tables.pop();
    },
  })),
  {
    what: 'merged cells',
    prepare: (host) => {
      mergeTitle(host, 99);
    },
    sentence: "เซลล์ 'ผลวิเคราะห์ ITA'!A1 อยู่ในเซลล์ที่ผสานไว้ จึงไม่เขียนทับ โปรดยกเลิกการผสาน",
    mend: (host) => {
      mergeTitle(host, 6);
    },
  },
];

/** Presses a button to write while something is in the way. */
const refused = async (
  page: Page,
  host: Host,
  button: string,
  { prepare, sentence }: Pick<Case, 'prepare' | 'sentence'>,
): Promise<void> => {
  await page.getByRole('button', { name: button }).first().waitFor();
  prepare(host);
  const before = host.snapshot();
  await press(page, button);
  await page.getByRole('alert').getByText(sentence).waitFor();
  expect(host.snapshot()).toEqual(before);
};

/** One thing after the other is in the way: each is mended, and the next try is stopped by the next one alone. */
const writtenAfter = async (page: Page, host: Host, cases: readonly Case[]): Promise<void> => {
  let button = WRITE;
  for (const each of cases) {
    await refused(page, host, button, each);
    each.mend(host);
    button = AGAIN;
  }
  await press(page, button);
  await page.getByText(/^เขียนแล้ว/).waitFor({ timeout: 20_000 });
};

test('what stands in the way is said with its place, nothing is written, and once it is mended it is', async () => {
  const host = sampleHost();
  const { page } = await openPane(pages.browser, pages.address, host);
  await press(page, START);
  await writtenAfter(page, host, AT_FIRST);
  await press(page, START);
  await writtenAfter(page, host, LATER);
  // What has changed is read again; trying the same plan once more would not help.
  await press(page, START);
  await refused(page, host, WRITE, {
    prepare: () => {
      host.user.edit("'ตัวชี้วัด'!B7", [[70]]);
    },
    sentence: "ข้อมูลในสมุดงานเปลี่ยนไปหลังจากที่อ่าน ('ตัวชี้วัด'!B7)",
  });
  expect(await page.getByRole('button', { name: AGAIN }).count()).toBe(0);
  await press(page, START);
  await writtenAfter(page, host, []);
  await page.context().close();
}, 120_000);

test('what could be written only in part is said, and can be taken back', async () => {
  const host = sampleHost();
  const before = host.snapshot();
  const { page } = await openPane(pages.browser, pages.address, host);
  await press(page, START);
  await page.getByRole('button', { name: WRITE }).waitFor();
  host.resetCounters();
  host.faults = [
    { batch: WRITING_BATCH, action: 900, strike: strikes.error('GeneralException') },
    { batch: WRITING_BATCH + 1, action: 3, strike: strikes.error('GeneralException') },
  ];
  await press(page, WRITE);
  await page.getByRole('alert').getByText('เขียนได้เพียงบางส่วน').waitFor();
  host.faults = [];
  await press(page, UNDO);
  await page.getByText('สมุดงานเป็นเหมือนก่อนเขียน').waitFor();
  expect(host.snapshot()).toEqual(before);
  await page.context().close();
}, 120_000);
