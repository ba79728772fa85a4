/** @jest-environment ./test/support/browser-environment.ts */
import { act, cleanup, screen } from '@testing-library/react';
import type { WorkbookPort } from '../../src/app/workbook-port';
import { ok } from '../../src/core/result';
import type { Snapshot } from '../../src/core/snapshot';
import { indicatorSheet } from '../support/typed-workbooks';
import { snapshotOf, workbookOf } from '../support/workbook-of';
import { analyzed, portOver, press, sampleOf, SCORES, seen, wordsOf } from './open-pane';

const sample = sampleOf('nakhon-pathom-2565.xlsx');

let complaints: jest.SpyInstance<void, unknown[]>;

beforeEach(() => {
  complaints = jest.spyOn(console, 'error').mockImplementation(() => undefined);
});

afterEach(() => {
  const words = wordsOf(document.body);
  complaints.mockRestore();
  cleanup();
  expect(words).not.toMatch(/undefined|NaN|\[object/);
});

const refused = async (sentence: RegExp): Promise<void> => {
  const alert = await screen.findByText(sentence);
  seen(alert);
  expect(alert.closest('[role="alert"]')).not.toBeNull();
};

const buttons = (): readonly (string | null)[] =>
  screen.getAllByRole('button').map(({ textContent }) => textContent);

describe('what was refused is tried again, and nothing else', () => {
  test('reading', async () => {
    const user = await analyzed(portOver(sample, { reading: [{ code: 'cellEditMode' }] }).port);
    await refused(/กด Enter หรือ Esc/);
    await press(user, 'ลองอีกครั้ง');
    seen(await screen.findByText('95.82'));
  });

  test('writing', async () => {
    const { port, calls } = portOver(sample, { writing: [{ code: 'cellEditMode' }] });
    const user = await analyzed(port);
    await press(user, 'เขียนผลลงสมุดงาน');
    await refused(/กด Enter หรือ Esc/);
    await press(user, 'ลองอีกครั้ง');
    seen(await screen.findByText('เขียนแล้ว 6 แผ่นงาน'));
    expect(calls.tries).toHaveLength(2);
    expect(calls.tries[1]).toBe(calls.tries[0]);
  });

  test('going to a cell, without writing', async () => {
    const { port, calls } = portOver(sample, { showing: [{ code: 'cellEditMode' }] });
    const user = await analyzed(port);
    await press(user, /การใช้งบประมาณ/);
    await refused(/กด Enter หรือ Esc/);
    await press(user, 'ลองอีกครั้ง');
    seen(await screen.findByRole('button', { name: 'เขียนผลลงสมุดงาน' }));
    expect(calls.shown).toEqual(["'ตัวชี้วัด'!B7", "'ตัวชี้วัด'!B7"]);
    expect(calls.tries).toEqual([]);
  });

  test('going to the result, without writing twice', async () => {
    const twice = [{ code: 'cellEditMode' }, { code: 'cellEditMode' }] as const;
    const { port, calls } = portOver(sample, { showing: twice });
    const user = await analyzed(port);
    await press(user, 'เขียนผลลงสมุดงาน');
    await press(user, 'ไปที่ผล');
    await press(user, 'ลองอีกครั้ง');
    await press(user, 'ลองอีกครั้ง');
    seen(await screen.findByText('เขียนแล้ว 6 แผ่นงาน'));
    seen(screen.getByRole('button', { name: 'คืนค่าเดิม' }));
    expect(calls.shown).toHaveLength(3);
    expect(calls.tries).toHaveLength(1);
  });

  test('taking back, without writing', async () => {
    const { port, calls } = portOver(sample, { undoing: [{ code: 'cellEditMode' }] });
    const user = await analyzed(port);
    await press(user, 'เขียนผลลงสมุดงาน');
    await press(user, 'คืนค่าเดิม');
    await refused(/กด Enter หรือ Esc/);
    await press(user, 'ลองอีกครั้ง');
    seen(await screen.findByText(/สมุดงานเป็นเหมือนก่อนเขียน/));
    expect(calls.undone).toBe(2);
    expect(calls.tries).toHaveLength(1);
  });
});

test('a workbook that has changed is read again, not written', async () => {
  const { port } = portOver(sample, { writing: [{ code: 'changedSinceRead', cells: ["'ก'!C5"] }] });
  const user = await analyzed(port);
  await press(user, 'เขียนผลลงสมุดงาน');
  await refused(/'ก'!C5/);
  expect(buttons()).toEqual(['วิธีใช้', 'English', 'วิเคราะห์สมุดงานนี้']);
  await press(user, 'วิเคราะห์สมุดงานนี้');
  seen(await screen.findByRole('button', { name: 'เขียนผลลงสมุดงาน' }));
});

test('what is half written can be taken back', async () => {
  const receipt = { undo: () => Promise.resolve(ok({ cells: [], sheets: [] })) };
  const { port } = portOver(sample, {
    writing: [{ code: 'halfWritten', detail: 'GeneralException', sheet: 'มาตรการ', receipt }],
  });
  const user = await analyzed(port);
  await press(user, 'เขียนผลลงสมุดงาน');
  await refused(/มาตรการ/);
  expect(buttons()).toEqual(['วิธีใช้', 'English', 'คืนค่าเดิม', 'วิเคราะห์สมุดงานนี้']);
  await press(user, 'คืนค่าเดิม');
  seen(await screen.findByText(/คืนค่าเดิมแล้ว/));
});

test('undo lists what somebody has edited since', async () => {
  const { port } = portOver(sample, {}, { cells: ["'ก'!A1"], sheets: ['มาตรการ'] });
  const user = await analyzed(port);
  await press(user, 'เขียนผลลงสมุดงาน');
  await press(user, 'คืนค่าเดิม');
  seen(await screen.findByText(/ยกเว้นส่วนที่มีการแก้ไขหลังจากเขียน: มาตรการ, 'ก'!A1/));
});

test('what was chosen before does not stand in the way when the workbook has other agencies', async () => {
  const bookOf = (first: string, second: string): Snapshot =>
    snapshotOf(
      workbookOf({
        ก: indicatorSheet(`เทศบาลตำบล${first}`, 2565, SCORES),
        ข: indicatorSheet(`เทศบาลตำบล${second}`, 2565, SCORES),
      }),
    );
  let book = bookOf('หนึ่ง', 'สอง');
  const { port } = portOver(book, { writing: [{ code: 'changedSinceRead', cells: ["'ข'!A2"] }] });
  const user = await analyzed({ ...port, snapshot: () => Promise.resolve(ok(book)) });
  await press(user, 'ใช้ เทศบาลตำบลสอง');
  await press(user, 'เขียนผลลงสมุดงาน');
  book = bookOf('หนึ่ง', 'สาม');
  await press(user, 'วิเคราะห์สมุดงานนี้');
  await press(user, 'ใช้ เทศบาลตำบลสาม');
  seen(await screen.findByRole('heading', { name: 'เทศบาลตำบลสาม' }));
});

describe('a fault of ours is shown, not waited for', () => {
  const fail = (): Promise<never> => Promise.reject(new TypeError('x'));
  const throwing = (): never => {
    throw new TypeError('x');
  };
  const steps: Readonly<Record<keyof Omit<WorkbookPort, 'selection'>, readonly (string | RegExp)[]>> = {
    snapshot: [],
    apply: ['เขียนผลลงสมุดงาน'],
    select: [/การใช้งบประมาณ/],
  };
  test.each([
    ['snapshot', fail],
    ['snapshot', throwing],
    ['apply', fail],
    ['apply', throwing],
    ['select', fail],
    ['select', throwing],
  ] as const)('%s', async (member, fault) => {
    const user = await analyzed({ ...portOver(sample).port, [member]: fault });
    for (const name of steps[member]) await press(user, name);
    await refused(/รหัส TypeError/);
    expect(complaints.mock.calls.map(([error]) => String(error))).toEqual(['TypeError: x']);
  });
});

test('a cell that cannot be shown does not interrupt writing', async () => {
  const { port, calls } = portOver(sample);
  let answer: (() => void) | undefined;
  const waiting: WorkbookPort['select'] = () =>
    new Promise((resolve) => {
      answer = () => {
        resolve({ ok: false, error: { code: 'cellEditMode' } });
      };
    });
  const user = await analyzed({ ...port, select: waiting });
  await press(user, /การใช้งบประมาณ/);
  await press(user, 'เขียนผลลงสมุดงาน');
  seen(await screen.findByText('เขียนแล้ว 6 แผ่นงาน'));
  await act(async () => {
    answer?.();
    await new Promise((resolve) => setTimeout(resolve, 20));
  });
  seen(screen.getByText('เขียนแล้ว 6 แผ่นงาน'));
  expect(calls.tries).toHaveLength(1);
});
