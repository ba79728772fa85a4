/** @jest-environment ./test/support/browser-environment.ts */
import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { snapshotOf, workbookOf } from '../support/workbook-of';
import { indicatorSheet } from '../support/typed-workbooks';
import { analyzed, open, portOver, press, sampleOf, SCORES, seen, wordsOf } from './open-pane';

const sample = sampleOf('nakhon-pathom-2565.xlsx');

afterEach(cleanup);

/** No Thai but the name of the other language, names of agencies and cells, and what is quoted from the workbook. */
const isEnglish = (): void => {
  const words = wordsOf(document.body).replaceAll('ไทย', '');
  expect(words.replace(/เทศบาล[ก-๙]+|'[ก-๙]+'|“[ก-๙]+”/g, '')).not.toMatch(/[ก-๙]/);
  expect(words).not.toMatch(/undefined|NaN|\[object/);
};

const inEnglish = async (user: UserEvent): Promise<void> => {
  await press(user, 'English');
  await screen.findByRole('button', { name: 'ไทย' });
};

test('the first screen', async () => {
  const user = open(portOver(sample).port);
  await inEnglish(user);
  seen(screen.getByRole('button', { name: 'Analyse this workbook' }));
  isEnglish();
  expect(document.documentElement.lang).toBe('en');
  await press(user, 'ไทย');
  seen(await screen.findByRole('button', { name: 'วิเคราะห์สมุดงานนี้' }));
  expect(document.documentElement.lang).toBe('th');
});

test('the result with all that can be opened, what is written, and undo', async () => {
  const user = await analyzed(portOver(sample).port);
  await screen.findByRole('heading', { name: 'เทศบาลนครนครปฐม' });
  await inEnglish(user);
  for (const name of [/Improve 4/, /Maintain 4/, 'Findings 2']) await press(user, name);
  seen(screen.getByRole('listitem', { name: 'IIT 90.42 points, weight 30, target 85.00' }));
  isEnglish();
  await user.click(screen.getByRole('switch', { name: 'Write beside my tables too' }));
  seen(await screen.findByText(/empty columns beside 2 tables/));
  isEnglish();
  await press(user, 'Write into the workbook');
  seen(await screen.findByText('6 sheets written'));
  isEnglish();
  await press(user, 'Undo');
  await screen.findByText(/^Undone/);
  isEnglish();
});

test('a level that is not certain', async () => {
  const rows = indicatorSheet('เทศบาลตำบลหนึ่ง', 2569, SCORES);
  const user = await analyzed(portOver(snapshotOf(workbookOf({ a: rows }))).port);
  await screen.findByText('ปีงบประมาณ 2569');
  await inEnglish(user);
  seen(screen.getByText(/The grade is not certain/));
  isEnglish();
});

test('a refusal', async () => {
  const user = await analyzed(portOver(sample, { reading: [{ code: 'cellEditMode' }] }).port);
  await inEnglish(user);
  expect((await screen.findByRole('alert')).textContent).toMatch(/Press Enter or Esc/);
  isEnglish();
});

test('a question', async () => {
  const book = workbookOf({
    a: indicatorSheet('เทศบาลตำบลหนึ่ง', 2565, SCORES),
    b: indicatorSheet('เทศบาลตำบลสอง', 2565, SCORES),
  });
  const user = await analyzed(portOver(snapshotOf(book)).port);
  await inEnglish(user);
  seen(await screen.findByRole('button', { name: 'Use เทศบาลตำบลสอง' }));
  isEnglish();
});

test('whoever changes the mind at once gets the language asked for last', async () => {
  open(portOver(sample).port);
  const toggle = screen.getByRole('button', { name: 'English' });
  fireEvent.click(toggle);
  fireEvent.click(toggle);
  await act(() => new Promise((resolve) => setTimeout(resolve, 50)));
  seen(screen.getByRole('button', { name: 'วิเคราะห์สมุดงานนี้' }));
  expect(document.documentElement.lang).toBe('th');
});
