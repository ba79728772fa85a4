/** @jest-environment ./test/support/browser-environment.ts */
import { cleanup, render, screen } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import { startSession } from '../../src/app/session';
import type { WorkbookPort } from '../../src/app/workbook-port';
import { ok } from '../../src/core/result';
import { App } from '../../src/taskpane/app';
import { PLAIN_SURFACE, type Surface } from '../../src/taskpane/surface';
import { openWorkbook } from '../../src/xlsx/open-workbook';
import { agencyList, AGENCIES, anyScore } from '../support/agency-lists';
import { indicatorSheet } from '../support/typed-workbooks';
import { snapshotOf, workbookOf } from '../support/workbook-of';
import { analyzed, openTab, portOver, press, sampleOf, SCORES, seen, wordsOf } from './open-pane';

const bookOf = (agencies: readonly string[]): Uint8Array =>
  workbookOf({ คะแนน: agencyList(2567, anyScore, { agencies }) });
const list = bookOf(AGENCIES);
const empty = workbookOf({ บันทึก: [['งบประมาณ', 1]] });
const ALL = 'วิเคราะห์ทุกหน่วยงานพร้อมกัน';

afterEach(() => {
  const words = wordsOf(document.body);
  cleanup();
  expect(words).not.toMatch(/undefined|NaN|\[object/);
});

const openCopy: Surface['openCopy'] = (bytes) => {
  const opened = openWorkbook(bytes);
  return Promise.resolve(opened.ok ? ok(opened.value.snapshot()) : opened);
};

/** The pane where files can be picked, over a workbook that was analysed. */
const withFiles = async (port: WorkbookPort): Promise<UserEvent> => {
  const user = userEvent.setup();
  render(<App session={startSession(port)} surface={{ ...PLAIN_SURFACE, openCopy }} />);
  await press(user, 'วิเคราะห์สมุดงานนี้');
  return user;
};

/** A file as browsers have it; in jsdom nobody can read one. */
const fileOf = (name: string, bytes: Uint8Array): File =>
  Object.assign(new File([], name), { arrayBuffer: () => Promise.resolve(new Uint8Array(bytes).buffer) });

const pick = async (user: UserEvent, files: Readonly<Record<string, Uint8Array>>): Promise<void> => {
  await user.upload(
    await screen.findByLabelText('เลือกไฟล์ของหน่วยงาน', { selector: 'input' }),
    Object.entries(files).map(([name, bytes]) => fileOf(name, bytes)),
  );
};

test('all agencies at once: offered first, summed up, written and taken back', async () => {
  const { port, calls } = portOver(snapshotOf(list));
  const user = await analyzed(port);
  seen(await screen.findByRole('heading', { name: 'พบคะแนนของหลายหน่วยงานในสมุดงานนี้' }));
  const answers = screen.getAllByRole('button').map(({ textContent }) => textContent);
  expect(answers.slice(2)).toEqual([ALL, ...AGENCIES.map((agency) => `ใช้ ${agency}`)]);
  await press(user, ALL);
  seen(await screen.findByRole('heading', { name: 'วิเคราะห์แล้ว 5 หน่วยงาน' }));
  seen(screen.getByRole('heading', { name: 'ปีงบประมาณ 2567 · 5 หน่วยงาน' }));
  seen(screen.getByText('จากทั้ง 5 หน่วยงาน'));
  expect(screen.getAllByRole('term').map(({ textContent }) => textContent)).toEqual(
    expect.arrayContaining([...AGENCIES]),
  );
  // A grade is called by its name, never by the code that the program has for it.
  expect(
    screen
      .getAllByRole('term')
      .map(({ textContent }) => textContent)
      .join(' '),
  ).not.toMatch(/[A-Za-z]/);
  seen(screen.getByText('จะเพิ่ม 3 แผ่นงาน · ไม่แก้เซลล์เดิม'));
  await press(user, 'ดูรายการที่จะเขียน');
  seen(await screen.findByText(/สรุปหลายหน่วยงาน/));
  expect(calls.tries).toEqual([]);
  await press(user, 'เขียนผลลงสมุดงาน');
  seen(await screen.findByText('เขียนแล้ว 3 แผ่นงาน'));
  await press(user, 'ไปที่ผล');
  expect(calls.shown).toEqual(["'สรุปหลายหน่วยงาน'!A1"]);
  await press(user, 'คืนค่าเดิม');
  seen(await screen.findByText(/สมุดงานเป็นเหมือนก่อนเขียน/));
  expect(calls.undone).toBe(1);
});

test('of hundreds of agencies the first are shown, and the others found by name', async () => {
  const agencies = Array.from({ length: 240 }, (_, index) => `เทศบาลตำบลที่ ${index + 1}`);
  const user = await analyzed(portOver(snapshotOf(bookOf(agencies))).port);
  seen(await screen.findByText('แสดง 20 จาก 240 หน่วยงาน'));
  expect(screen.getAllByRole('button', { name: /^ใช้ / })).toHaveLength(20);
  await user.type(screen.getByRole('searchbox', { name: 'ค้นหาชื่อหน่วยงาน' }), 'ตำบลที่239');
  seen(await screen.findByText('แสดง 1 จาก 1 หน่วยงาน'));
  await press(user, 'ใช้ เทศบาลตำบลที่ 239');
  seen(await screen.findByRole('heading', { name: 'เทศบาลตำบลที่ 239' }));
});

test('who chose one agency has a way back to all of them', async () => {
  const user = await withFiles(portOver(snapshotOf(list)).port);
  await press(user, `ใช้ ${AGENCIES[1]}`);
  await openTab(user, 'เอกสาร');
  await press(user, ALL);
  seen(await screen.findByRole('heading', { name: 'วิเคราะห์แล้ว 5 หน่วยงาน' }));
  await press(user, 'ย้อนกลับ');
  seen(await screen.findByRole('heading', { name: AGENCIES[1] }));
});

test('files of many agencies are read from an empty workbook, and what fails is named', async () => {
  const { port, calls } = portOver(snapshotOf(empty));
  const user = await withFiles(port);
  seen(await screen.findByRole('heading', { name: 'รวมหลายหน่วยงาน' }));
  await pick(user, {
    'หนึ่ง.xlsx': workbookOf({ คะแนน: indicatorSheet('เทศบาลตำบลหนึ่ง', 2567, SCORES) }),
    'เสีย.xlsx': new Uint8Array([1, 2, 3]),
    'ไม่มีปี.xlsx': workbookOf({
      คะแนน: [
        ['ตัวชี้วัด', 'คะแนน'],
        ['การใช้อำนาจ', 90],
      ],
    }),
    'จังหวัด.xlsx': list,
  });
  seen(await screen.findByRole('heading', { name: 'วิเคราะห์แล้ว 6 หน่วยงาน' }));
  seen(screen.getByRole('heading', { name: '⚠ อ่านไม่ได้ 2 รายการ' }));
  const unread = screen.getAllByRole('listitem').map(({ textContent }) => textContent);
  expect(unread[0]).toMatch(/^เสีย\.xlsx ไฟล์นี้ไม่ได้อยู่ในรูปแบบ \.xlsx/);
  expect(unread[1]).toMatch(/^ไม่มีปี\.xlsx ไม่พบปีงบประมาณ/);
  expect(unread[1]).not.toContain('--');
  await press(user, 'เขียนผลลงสมุดงาน');
  seen(await screen.findByText('เขียนแล้ว 4 แผ่นงาน'));
  expect(calls.tries[0]?.sheets.every(({ exists }) => !exists)).toBe(true);
});

test('files from the documents of a workbook that was analysed; nothing in them leads back to it', async () => {
  const { port, calls } = portOver(sampleOf('nakhon-pathom-2565.xlsx'));
  const user = await withFiles(port);
  await openTab(user, 'เอกสาร');
  await pick(user, { 'งบ.xlsx': empty });
  seen(await screen.findByRole('heading', { name: /^ไม่ได้คะแนนของหน่วยงานใด/ }));
  seen(screen.getByText('งบ.xlsx'));
  await press(user, 'ย้อนกลับ');
  seen(await screen.findByRole('heading', { name: 'เทศบาลนครนครปฐม' }));
  expect(calls.tries).toEqual([]);
});

test('slow files show how many are read, and can be given up', async () => {
  const user = userEvent.setup();
  const waiting: Surface['openCopy'] = () => new Promise(() => undefined);
  const session = startSession(portOver(snapshotOf(empty)).port);
  render(<App session={session} surface={{ ...PLAIN_SURFACE, openCopy: waiting }} />);
  await press(user, 'วิเคราะห์สมุดงานนี้');
  await pick(user, { 'ก.xlsx': list, 'ข.xlsx': list });
  seen(await screen.findByText('อ่านแล้ว 0 จาก 2 ไฟล์'));
  await press(user, 'ยกเลิก');
  seen(await screen.findByRole('heading', { name: 'รวมหลายหน่วยงาน' }));
  expect(session.state().step).toBe('unread');
});

test('a write that is refused is tried again, as the plan of all agencies', async () => {
  const { port, calls } = portOver(snapshotOf(list), { writing: [{ code: 'cellEditMode' }] });
  const user = await analyzed(port);
  await press(user, ALL);
  await press(user, 'เขียนผลลงสมุดงาน');
  await screen.findByText(/กด Enter หรือ Esc/);
  await press(user, 'ลองอีกครั้ง');
  seen(await screen.findByText('เขียนแล้ว 3 แผ่นงาน'));
  expect(calls.tries[1]).toBe(calls.tries[0]);
});

test('all of it in English', async () => {
  const user = await withFiles(portOver(snapshotOf(list)).port);
  await screen.findByRole('button', { name: ALL });
  await press(user, 'English');
  await screen.findByRole('button', { name: 'ไทย' });
  const isEnglish = (): void => {
    const words = AGENCIES.reduce((text, agency) => text.replaceAll(agency, ''), wordsOf(document.body));
    expect(words.replace(/ไทย|“[^”]*”/g, '')).not.toMatch(/[ก-๙]/);
  };
  await screen.findByRole('button', { name: 'Analyse all agencies at once' });
  isEnglish();
  await press(user, 'Analyse all agencies at once');
  seen(await screen.findByRole('heading', { name: '5 agencies analysed' }));
  isEnglish();
  await press(user, 'Write into the workbook');
  seen(await screen.findByText('3 sheets written'));
  isEnglish();
});
