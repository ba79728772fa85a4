/** @jest-environment ./test/support/browser-environment.ts */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { analyze } from '../../src/app/analyze';
import type { DocumentKind } from '../../src/core/measures/layouts';
import type { Snapshot } from '../../src/core/snapshot';
import { openWorkbook } from '../../src/xlsx/open-workbook';
import { indicatorSheet } from '../support/typed-workbooks';
import { snapshotOf, workbookOf } from '../support/workbook-of';
import { analyzed, openTab, portOver, press, sampleOf, seen, wordsOf } from './open-pane';

const sample = sampleOf('nakhon-pathom-2565.xlsx');
const sample2567 = sampleOf('bang-sak-2567.xlsx');
const NAMES = [
  'ตารางมาตรการ',
  'วิเคราะห์ทุกตัวชี้วัด',
  'วิเคราะห์ตามประเด็น',
  'สรุปคะแนน',
  'ผู้รับผิดชอบ OIT',
  'ปฏิทินงาน',
  'ข้อจำกัดและข้อเสนอแนะ',
  'รายงานผลตามมาตรการ',
  'บันทึกข้อความ',
];

afterEach(() => {
  const words = wordsOf(document.body);
  cleanup();
  expect(words).not.toMatch(/undefined|NaN|\[object/);
});

const box = (name: string): Promise<HTMLInputElement> => screen.findByRole('checkbox', { name });

const boxes = (): readonly string[] =>
  screen
    .getAllByRole<HTMLInputElement>('checkbox')
    .flatMap(({ checked }, index) => (checked ? [NAMES[index] ?? ''] : []));

/** What a screen reader says of a box besides its name. */
const descriptionOf = (input: HTMLInputElement): string =>
  document.getElementById(input.getAttribute('aria-describedby') ?? '')?.textContent ?? '';

const opened = async (
  snapshot: Snapshot,
): Promise<{ readonly user: UserEvent } & ReturnType<typeof portOver>> => {
  const over = portOver(snapshot);
  const user = await analyzed(over.port);
  await openTab(user, 'เอกสาร');
  return { user, ...over };
};

const sheetsOf = ({ tries }: ReturnType<typeof portOver>['calls']): readonly string[] =>
  tries.at(-1)?.sheets.map(({ name }) => name) ?? [];

/** The workbook as it is once the documents are written into it. */
const writtenWith = (file: string, documents: readonly DocumentKind[]): Snapshot => {
  const book = openWorkbook(new Uint8Array(readFileSync(join(__dirname, '../../assets/sample', file))));
  if (!book.ok) throw new Error(book.error.code);
  const analysis = analyze(book.value.snapshot(), { documents });
  if (!analysis.ok) throw new Error(analysis.error.code);
  const applied = book.value.apply(analysis.value.plan);
  if (!applied.ok) throw new Error(applied.error.code);
  return snapshotOf(applied.value);
};

describe('which documents are made', () => {
  test('every document with what it is for, the measures chosen', async () => {
    await opened(sample);
    expect(screen.getAllByRole('checkbox')).toHaveLength(NAMES.length);
    for (const name of NAMES) {
      const input = await box(name);
      expect(descriptionOf(input)).not.toBe('');
      expect(input.disabled).toBe(false);
    }
    expect(boxes()).toEqual(['ตารางมาตรการ']);
    seen(screen.getByText('ขั้นตอนการทำงานตลอดปีจนถึงรายงานผล'));
  });

  test('a document that is ticked is planned and written, one that is cleared is not', async () => {
    const { user, calls } = await opened(sample);
    await user.click(await box('ผู้รับผิดชอบ OIT'));
    seen(await screen.findByText('จะเพิ่ม 8 แผ่นงาน · ไม่แก้เซลล์เดิม'));
    seen(screen.getByRole('heading', { name: 'เอกสารที่จะทำ 2' }));
    await user.click(await box('สรุปคะแนน'));
    seen(await screen.findByText('จะเพิ่ม 9 แผ่นงาน · ไม่แก้เซลล์เดิม'));
    await user.click(await box('ตารางมาตรการ'));
    seen(await screen.findByText('จะเพิ่ม 5 แผ่นงาน · ไม่แก้เซลล์เดิม'));
    expect(boxes()).toEqual(['สรุปคะแนน', 'ผู้รับผิดชอบ OIT']);
    expect(screen.queryByRole('button', { name: /^ความพร้อมของเอกสาร/ })).toBeNull();
    await press(user, 'เขียนผลลงสมุดงาน');
    await screen.findByText('เขียนแล้ว 5 แผ่นงาน');
    expect(sheetsOf(calls)).toEqual(expect.arrayContaining(['ผู้รับผิดชอบ OIT', 'พิมพ์ สรุปคะแนน']));
    expect(sheetsOf(calls)).not.toContain('มาตรการ');
  });

  test('one that the year or the scores do not give is said, and not made', async () => {
    const { user } = await opened(sample);
    await user.click(await box('วิเคราะห์ตามประเด็น'));
    seen(await screen.findByText(/ไม่สร้าง «วิเคราะห์ตามประเด็น» เพราะเกณฑ์ของปีนี้/));
    expect(boxes()).toEqual(['ตารางมาตรการ']);
    seen(screen.getByText('จะเพิ่ม 6 แผ่นงาน · ไม่แก้เซลล์เดิม'));
    await user.click(await box('ปฏิทินงาน'));
    seen(await screen.findByText('จะเพิ่ม 8 แผ่นงาน · ไม่แก้เซลล์เดิม'));
  });

  test('without weak points there is no measures table, and the pane says why', async () => {
    const rows = indicatorSheet('เทศบาลตำบลหนึ่ง', 2565, Array<number>(10).fill(100));
    await opened(snapshotOf(workbookOf({ ก: rows })));
    seen(screen.getByText(/ไม่สร้าง «ตารางมาตรการ» เพราะคะแนนไม่มีจุดอ่อน/));
    expect(boxes()).toEqual([]);
    expect(screen.queryByRole('button', { name: /^ความพร้อมของเอกสาร/ })).toBeNull();
  });

  test('what the workbook has stays chosen, and a screen reader says why', async () => {
    await opened(writtenWith('nakhon-pathom-2565.xlsx', ['measures', 'scores']));
    expect(boxes()).toEqual(['ตารางมาตรการ', 'สรุปคะแนน']);
    for (const name of ['ตารางมาตรการ', 'สรุปคะแนน']) {
      const input = await box(name);
      expect(input.disabled).toBe(true);
      expect(descriptionOf(input)).toMatch(/มีในสมุดงานแล้ว/);
    }
    expect((await box('ปฏิทินงาน')).disabled).toBe(false);
  });

  test('after writing, what was written is there, and a further choice reads the workbook again', async () => {
    const over = portOver(sample);
    let readings = 0;
    const user = await analyzed({
      ...over.port,
      snapshot: () => {
        readings += 1;
        return over.port.snapshot();
      },
    });
    await press(user, 'เขียนผลลงสมุดงาน');
    await openTab(user, 'เอกสาร');
    expect((await box('ตารางมาตรการ')).disabled).toBe(true);
    await user.click(await box('ปฏิทินงาน'));
    seen(await screen.findByRole('button', { name: 'เขียนผลลงสมุดงาน' }));
    expect(readings).toBe(2);
    seen(await box('ปฏิทินงาน'));
    expect(boxes()).toEqual(['ตารางมาตรการ', 'ปฏิทินงาน']);
  });
});

describe('whether the documents are ready', () => {
  test('what is missing leads to its cell once it is written', async () => {
    const { port, calls } = portOver(sample);
    const user = await analyzed(port);
    await openTab(user, 'เอกสาร');
    await press(user, 'ความพร้อมของเอกสาร 6');
    seen(screen.getByText(/\(ข้อ o42 ปี 2565\): ยังขาด 6 รายการ/));
    seen(screen.getByText('✗ ยังไม่พร้อม'));
    expect(screen.getAllByText('☐ ยังขาด')).toHaveLength(6);
    seen(screen.getByText('⚠ ควรตรวจ'));
    expect(screen.queryByRole('button', { name: /^ไปที่ 'มาตรการ'/ })).toBeNull();
    await press(user, 'เขียนผลลงสมุดงาน');
    await screen.findByText(/^เขียนแล้ว/);
    await press(user, "ไปที่ 'มาตรการ'!C6");
    expect(calls.shown).toEqual(["'มาตรการ'!C6"]);
  });

  test('in a workbook that has the table they lead there at once, eight of them', async () => {
    const { port, calls } = portOver(writtenWith('bang-sak-2567.xlsx', ['measures', 'issues']));
    const user = await analyzed(port);
    await openTab(user, 'เอกสาร');
    await press(user, 'ความพร้อมของเอกสาร 10');
    expect(screen.getAllByText('☐ ยังขาด')).toHaveLength(8);
    seen(screen.getByText('และอีก 2 รายการ'));
    await press(user, "ไปที่ 'มาตรการ'!C6");
    expect(calls.shown).toEqual(["'มาตรการ'!C6"]);
  });

  test('documents that are missing come first, with each demand on them', async () => {
    const { user } = await opened(sample2567);
    await press(user, /^ความพร้อมของเอกสาร/);
    const missing = (await screen.findAllByRole('listitem'))
      .map(({ textContent }) => textContent)
      .filter((line) => line.includes('ยังไม่มีเอกสาร'));
    expect(missing).toEqual([
      expect.stringMatching(/วิเคราะห์ครบทุกประเด็น.*«วิเคราะห์ตามประเด็น»/),
      expect.stringMatching(/ทุกข้อที่เป็นจุดอ่อน.*«วิเคราะห์ตามประเด็น»/),
      expect.stringMatching(/ระบุข้อจำกัด.*«ข้อจำกัดและข้อเสนอแนะ»/),
      expect.stringMatching(/ระบุข้อเสนอแนะ.*«ข้อจำกัดและข้อเสนอแนะ»/),
    ]);
    await user.click(await box('ข้อจำกัดและข้อเสนอแนะ'));
    await waitFor(() => {
      expect(screen.queryByText(/«ข้อจำกัดและข้อเสนอแนะ» สร้างได้/)).toBeNull();
    });
  });
});

test('all of it in English', async () => {
  const { user } = await opened(sample);
  await user.click(await box('วิเคราะห์ตามประเด็น'));
  await screen.findByText(/ไม่สร้าง/);
  await press(user, 'English');
  await press(user, /^Document readiness 6/);
  const main = screen.getByRole('main');
  seen(within(main).getByRole('checkbox', { name: 'OIT responsibilities' }));
  seen(screen.getByText(/“Analysis by issue” is not made/));
  seen(screen.getByText('✗ Not ready'));
  seen(screen.getByText(/6 things are missing/));
  await press(user, 'Write into the workbook');
  expect(descriptionOf(await box('Measures table'))).toMatch(/In the workbook already/);
  seen(screen.getByRole('button', { name: "Go to 'มาตรการ'!C6" }));
  const words = wordsOf(document.body).replaceAll('ไทย', '');
  expect(words.replace(/เทศบาล[ก-๙]+|'[ก-๙]+'|“[^”]*”/g, '')).not.toMatch(/[ก-๙]/);
});
