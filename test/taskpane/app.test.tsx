/** @jest-environment ./test/support/browser-environment.ts */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { WorkbookPort, WorkbookRefusal } from '../../src/app/workbook-port';
import { startSession } from '../../src/app/session';
import { cellName } from '../../src/core/cell-address';
import type { ChangePlan } from '../../src/core/change-plan';
import { err, ok } from '../../src/core/result';
import type { Snapshot } from '../../src/core/snapshot';
import { App } from '../../src/taskpane/app';
import { indicatorSheet } from '../support/typed-workbooks';
import { snapshotOf, workbookOf } from '../support/workbook-of';

const sample = snapshotOf(
  new Uint8Array(readFileSync(join(__dirname, '../../assets/sample/nakhon-pathom-2565.xlsx'))),
);
const SCORES = [94.56, 88.13, 90.81, 88.09, 90.53, 96.03, 96.2, 94.74, 100, 100];

type Calls = { readonly plans: ChangePlan[]; readonly shown: string[]; undone: number };

/** A workbook that records what is done to it; `refusals` are answered to one writing after the other. */
const portOver = (
  snapshot: Snapshot,
  refusals: readonly WorkbookRefusal[] = [],
  left = { cells: [] as string[], sheets: [] as string[] },
): { readonly port: WorkbookPort; readonly calls: Calls } => {
  const calls: Calls = { plans: [], shown: [], undone: 0 };
  const waiting = [...refusals];
  const port: WorkbookPort = {
    snapshot: () => Promise.resolve(ok(snapshot)),
    apply: (plan) => {
      const refusal = waiting.shift();
      if (refusal !== undefined) return Promise.resolve(err(refusal));
      calls.plans.push(plan);
      const undo = () => {
        calls.undone += 1;
        return Promise.resolve(ok(left));
      };
      return Promise.resolve(ok({ undo }));
    },
    select: (cell) => {
      calls.shown.push(cellName(cell));
      return Promise.resolve(ok(null));
    },
  };
  return { port, calls };
};

/** On the screen: found, and not within what is hidden from it. */
const seen = (element: HTMLElement): void => {
  expect(element.closest('[hidden], [aria-hidden="true"] [hidden]')).toBeNull();
};

const open = (port: WorkbookPort) => {
  const user = userEvent.setup();
  render(<App session={startSession(port)} />);
  return user;
};

const analyzed = async (port: WorkbookPort) => {
  const user = open(port);
  await user.click(screen.getByRole('button', { name: 'วิเคราะห์สมุดงานนี้' }));
  return user;
};

afterEach(() => {
  expect(document.body.textContent).not.toMatch(/undefined|NaN|\[object/);
  cleanup();
});

test('the first screen says what it does and has one button', () => {
  open(portOver(sample).port);
  seen(screen.getByRole('heading', { name: 'ITA สำหรับ Excel' }));
  seen(screen.getByText(/เซลล์เดิมไม่ถูกแก้ไข/));
  expect(screen.getAllByRole('button').map(({ textContent }) => textContent)).toEqual([
    'English',
    'วิเคราะห์สมุดงานนี้',
  ]);
});

test('the result at a glance', async () => {
  await analyzed(portOver(sample).port);
  seen(await screen.findByRole('heading', { name: 'เทศบาลนครนครปฐม' }));
  seen(screen.getByText('ปีงบประมาณ 2565'));
  const summary = screen.getByRole('region', { name: 'คะแนนรวม' });
  seen(within(summary).getByText('95.82'));
  seen(within(summary).getByText('AA'));
  seen(within(summary).getByText('สูงกว่าเป้า 10.82'));
  expect(
    within(summary)
      .getAllByRole('listitem')
      .map((bar) => bar.getAttribute('aria-label')),
  ).toEqual(['IIT ได้ 90.42 คะแนน น้ำหนัก 30', 'EIT ได้ 95.66 คะแนน น้ำหนัก 30', 'OIT ได้ 100.00 คะแนน น้ำหนัก 40']);
});

test('what is urgent is open, the weakest first, and leads to its cell', async () => {
  const { port, calls } = portOver(sample);
  const user = await analyzed(port);
  const rows = await screen.findAllByRole('button', { name: /88\.\d\d$/ });
  expect(rows.map(({ textContent }) => textContent)).toEqual([
    '4 การใช้ทรัพย์สินของราชการ88.09',
    '2 การใช้งบประมาณ88.13',
  ]);
  await user.click(screen.getByRole('button', { name: /การใช้งบประมาณ/ }));
  expect(calls.shown).toEqual(["'ตัวชี้วัด'!B7"]);
  expect(screen.getByRole('button', { name: /ควรพัฒนา 4/ }).getAttribute('aria-expanded')).toBe('false');
});

test('findings say what does not add up, and lead to the cell', async () => {
  const { port, calls } = portOver(sample);
  const user = await analyzed(port);
  await user.click(await screen.findByRole('button', { name: 'ข้อสังเกต 2' }));
  seen(screen.getByText(/95\.65 แต่คำนวณได้ 95\.6567/));
  const [link] = screen.getAllByRole('button', { name: /^ไปที่ '/ });
  if (link === undefined) throw new Error('No link');
  await user.click(link);
  expect(calls.shown).toEqual(["'ถ่วงน้ำหนัก'!C5"]);
});

test('what will be written is said, with the switch for columns beside the tables', async () => {
  const user = await analyzed(portOver(sample).port);
  seen(await screen.findByText('จะเพิ่ม 2 แผ่นงาน · ไม่แก้เซลล์เดิม'));
  await user.click(screen.getByRole('switch', { name: 'เขียนข้างตารางเดิมด้วย' }));
  seen(await screen.findByText(/เติมคอลัมน์ว่างข้างตาราง 2 ตาราง/));
});

test('writing, going to the result, and undo', async () => {
  const { port, calls } = portOver(sample);
  const user = await analyzed(port);
  await user.click(await screen.findByRole('button', { name: 'เขียนผลลงสมุดงาน' }));
  seen(await screen.findByText('เขียนแล้ว 2 แผ่นงาน'));
  expect(calls.plans).toHaveLength(1);
  await user.click(screen.getByRole('button', { name: 'ไปที่ผล' }));
  expect(calls.shown).toEqual(["'ผลวิเคราะห์ ITA'!A1"]);
  await user.click(screen.getByRole('button', { name: 'คืนค่าเดิม' }));
  seen(await screen.findByText(/คืนค่าเดิมแล้ว สมุดงานเป็นเหมือนก่อนเขียน/));
  expect(calls.undone).toBe(1);
});

test('undo lists what somebody has edited since', async () => {
  const { port } = portOver(sample, [], { cells: ["'ก'!A1"], sheets: ['มาตรการ'] });
  const user = await analyzed(port);
  await user.click(await screen.findByRole('button', { name: 'เขียนผลลงสมุดงาน' }));
  await user.click(await screen.findByRole('button', { name: 'คืนค่าเดิม' }));
  seen(await screen.findByText(/ยกเว้นส่วนที่มีการแก้ไขหลังจากเขียน: มาตรการ, 'ก'!A1/));
});

test('a refusal says what to do, and what was asked for can be tried again', async () => {
  const { port, calls } = portOver(sample, [{ code: 'cellEditMode' }]);
  const user = await analyzed(port);
  await user.click(await screen.findByRole('button', { name: 'เขียนผลลงสมุดงาน' }));
  expect((await screen.findByRole('alert')).textContent).toMatch(/กด Enter หรือ Esc/);
  await user.click(screen.getByRole('button', { name: 'ลองอีกครั้ง' }));
  seen(await screen.findByText('เขียนแล้ว 2 แผ่นงาน'));
  expect(calls.plans).toHaveLength(1);
});

test('a workbook that has changed is read again, not written', async () => {
  const { port } = portOver(sample, [{ code: 'changedSinceRead', cells: ["'ก'!C5"] }]);
  const user = await analyzed(port);
  await user.click(await screen.findByRole('button', { name: 'เขียนผลลงสมุดงาน' }));
  expect((await screen.findByRole('alert')).textContent).toMatch(/'ก'!C5/);
  expect(screen.queryByRole('button', { name: 'ลองอีกครั้ง' })).toBeNull();
  await user.click(screen.getByRole('button', { name: 'วิเคราะห์สมุดงานนี้' }));
  seen(await screen.findByRole('button', { name: 'เขียนผลลงสมุดงาน' }));
});

test('what is half written can be taken back', async () => {
  const receipt = { undo: () => Promise.resolve(ok({ cells: [], sheets: [] })) };
  const { port } = portOver(sample, [
    { code: 'halfWritten', detail: 'GeneralException', sheet: 'มาตรการ', receipt },
  ]);
  const user = await analyzed(port);
  await user.click(await screen.findByRole('button', { name: 'เขียนผลลงสมุดงาน' }));
  expect((await screen.findByRole('alert')).textContent).toMatch(/มาตรการ/);
  await user.click(screen.getByRole('button', { name: 'คืนค่าเดิม' }));
  seen(await screen.findByText(/คืนค่าเดิมแล้ว/));
});

test('nothing found says where was looked', async () => {
  await analyzed(portOver(snapshotOf(workbookOf({ รายชื่อ: [['ชื่อ', 'โทรศัพท์']] }))).port);
  expect((await screen.findByRole('alert')).textContent).toMatch(/รายชื่อ/);
  seen(screen.getByRole('button', { name: 'ลองอีกครั้ง' }));
});

test('several agencies are a question with a card for each', async () => {
  const book = workbookOf({
    ก: indicatorSheet('เทศบาลตำบลหนึ่ง', 2565, SCORES),
    ข: indicatorSheet('เทศบาลตำบลสอง', 2565, SCORES),
  });
  const user = await analyzed(portOver(snapshotOf(book)).port);
  seen(await screen.findByRole('heading', { name: /หลายหน่วยงาน/ }));
  await user.click(screen.getByRole('button', { name: 'ใช้ เทศบาลตำบลสอง' }));
  seen(await screen.findByRole('heading', { name: 'เทศบาลตำบลสอง' }));
});

test('an unknown year is a question with every year that has rules', async () => {
  const rows = indicatorSheet('เทศบาลตำบลหนึ่ง', 2565, SCORES).slice(1);
  const user = await analyzed(portOver(snapshotOf(workbookOf({ ก: rows }))).port);
  seen(await screen.findByRole('heading', { name: /ไม่พบปีงบประมาณ/ }));
  expect(screen.getAllByRole('button', { name: /^ใช้ 25/ })).toHaveLength(8);
  await user.click(screen.getByRole('button', { name: 'ใช้ 2565' }));
  seen(await screen.findByText('ปีงบประมาณ 2565'));
});

test('in English no Thai words are left but the officer’s own', async () => {
  const user = await analyzed(portOver(sample).port);
  await screen.findByRole('heading', { name: 'เทศบาลนครนครปฐม' });
  await user.click(screen.getByRole('button', { name: 'English' }));
  await user.click(await screen.findByRole('button', { name: 'Findings 2' }));
  const text = document.body.textContent.replaceAll('เทศบาลนครนครปฐม', '').replaceAll('ไทย', '');
  expect(text.replace(/'[ก-๙]+'/g, '')).not.toMatch(/[ก-๙]/);
});

test('a fault of ours is shown, not waited for', async () => {
  const complaint = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  const { port } = portOver(sample);
  await analyzed({ ...port, snapshot: () => Promise.reject(new TypeError('x')) });
  expect((await screen.findByRole('alert')).textContent).toMatch(/รหัส TypeError/);
  expect(complaint).toHaveBeenCalled();
  complaint.mockRestore();
});
