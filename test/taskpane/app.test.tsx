/** @jest-environment ./test/support/browser-environment.ts */
import { cleanup, screen, within } from '@testing-library/react';
import { indicatorSheet } from '../support/typed-workbooks';
import { snapshotOf, workbookOf } from '../support/workbook-of';
import { analyzed, open, portOver, press, sampleOf, SCORES, seen, wordsOf } from './open-pane';

const sample = sampleOf('nakhon-pathom-2565.xlsx');

let complaints: jest.SpyInstance<void, unknown[]>;

beforeEach(() => {
  complaints = jest.spyOn(console, 'error').mockImplementation(() => undefined);
});

afterEach(() => {
  const words = wordsOf(document.body);
  const complained = [...complaints.mock.calls];
  complaints.mockRestore();
  cleanup();
  expect(words).not.toMatch(/undefined|NaN|\[object/);
  expect(complained).toEqual([]);
});

test('the first screen says what it does and has one button', () => {
  open(portOver(sample).port);
  seen(screen.getByRole('heading', { name: 'ITA สำหรับ Excel' }));
  seen(screen.getByText(/เซลล์เดิมไม่ถูกแก้ไข/));
  expect(screen.getAllByRole('button').map(({ textContent }) => textContent)).toEqual([
    'วิธีใช้',
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
  expect(within(summary).getAllByRole('listitem')).toHaveLength(3);
  for (const name of [
    'IIT ได้ 90.42 คะแนน น้ำหนัก 30 เป้า 85.00',
    'EIT ได้ 95.66 คะแนน น้ำหนัก 30 เป้า 85.00',
    'OIT ได้ 100.00 คะแนน น้ำหนัก 40 เป้า 85.00',
  ]) {
    seen(within(summary).getByRole('listitem', { name }));
  }
});

test('what is missing is said, and no grade is made up', async () => {
  const rows = indicatorSheet('เทศบาลตำบลหนึ่ง', 2565, SCORES.slice(0, 5));
  await analyzed(portOver(snapshotOf(workbookOf({ ก: rows }))).port);
  seen(await screen.findByText('คะแนนยังไม่ครบทั้งสามเครื่องมือ'));
  seen(screen.getByRole('listitem', { name: 'OIT ได้ – คะแนน น้ำหนัก 40 เป้า 85.00' }));
  seen(screen.getByText('ยังไม่มีคะแนน: 6, 7, 8, 9, 10'));
});

test('a level that is not settled says so', async () => {
  const rows = indicatorSheet('เทศบาลตำบลหนึ่ง', 2569, SCORES);
  await analyzed(portOver(snapshotOf(workbookOf({ ก: rows }))).port);
  seen(await screen.findByText(/ระดับยังไม่แน่นอน/));
});

test('what is urgent is open, the weakest first, and leads to its cell', async () => {
  const { port, calls } = portOver(sample);
  const user = await analyzed(port);
  const rows = await screen.findAllByRole('button', { name: /88\.\d\d$/ });
  expect(rows.map(({ textContent }) => textContent)).toEqual([
    '4 การใช้ทรัพย์สินของราชการ88.09',
    '2 การใช้งบประมาณ88.13',
  ]);
  expect(screen.getByRole('button', { name: /เร่งด่วน 2/, expanded: true })).toBeTruthy();
  await press(user, /การใช้งบประมาณ/);
  expect(calls.shown).toEqual(["'ตัวชี้วัด'!B7"]);
  await user.click(screen.getByRole('button', { name: /ควรพัฒนา 4/, expanded: false }));
  seen(screen.getByRole('button', { name: /90\.53$/ }));
});

test('findings say what does not add up, and lead to the cell', async () => {
  const { port, calls } = portOver(sample);
  const user = await analyzed(port);
  await press(user, 'ข้อสังเกต 2');
  seen(screen.getByText(/95\.65 แต่คำนวณได้ 95\.6567/));
  const [link] = screen.getAllByRole('button', { name: /^ไปที่ '/ });
  if (link === undefined) throw new Error('No link');
  await user.click(link);
  expect(calls.shown).toEqual(["'ถ่วงน้ำหนัก'!C5"]);
});

test('two scores of one indicator lead to both cells, even where they bear the same address', async () => {
  const other = SCORES.map((score, index) => (index === 0 ? 80 : score));
  const book = workbookOf({
    ก: indicatorSheet('เทศบาลตำบลหนึ่ง', 2565, SCORES),
    ข: indicatorSheet('เทศบาลตำบลหนึ่ง', 2565, other),
  });
  const { port, calls } = portOver(snapshotOf(book));
  const user = await analyzed(port);
  await press(user, /^ข้อสังเกต/);
  for (const cell of ["'ก'!C4", "'ข'!C4"]) await press(user, `ไปที่ ${cell}`);
  expect(calls.shown).toEqual(["'ก'!C4", "'ข'!C4"]);
});

test('what will be written is said, with the switch for columns beside the tables', async () => {
  const user = await analyzed(portOver(sample).port);
  seen(await screen.findByText('จะเพิ่ม 6 แผ่นงาน · ไม่แก้เซลล์เดิม'));
  await user.click(screen.getByRole('switch', { name: 'เขียนข้างตารางเดิมด้วย' }));
  seen(await screen.findByText('จะเพิ่ม 6 แผ่นงาน · เติมคอลัมน์ว่างข้างตาราง 2 ตาราง · ไม่แก้เซลล์เดิม'));
  await user.click(screen.getByRole('switch', { name: 'เขียนข้างตารางเดิมด้วย', checked: true }));
  seen(await screen.findByText('จะเพิ่ม 6 แผ่นงาน · ไม่แก้เซลล์เดิม'));
});

test('with columns beside the tables, the way to the result still leads to the result sheet', async () => {
  const { port, calls } = portOver(sample);
  const user = await analyzed(port);
  await user.click(await screen.findByRole('switch', { name: 'เขียนข้างตารางเดิมด้วย' }));
  await press(user, 'เขียนผลลงสมุดงาน');
  seen(await screen.findByText('เขียนแล้ว 6 แผ่นงาน'));
  expect(calls.tries.map(({ sheets }) => sheets.filter(({ frame }) => frame === null).length)).toEqual([2]);
  await press(user, 'ไปที่ผล');
  expect(calls.shown).toEqual(["'ผลวิเคราะห์ ITA'!A1"]);
});

test('writing, going to the result, and undo', async () => {
  const { port, calls } = portOver(sample);
  const user = await analyzed(port);
  await press(user, 'เขียนผลลงสมุดงาน');
  seen(await screen.findByText('เขียนแล้ว 6 แผ่นงาน'));
  expect(calls.tries.map(({ sheets }) => sheets.map(({ name }) => name))).toEqual([
    ['ผลวิเคราะห์ ITA', 'มาตรการ', 'พิมพ์ มาตรการ', 'ความพร้อมของเอกสาร', 'คลังมาตรการ', 'ตั้งค่า ITA'],
  ]);
  expect(calls.bases).toEqual([sample]);
  await press(user, 'ไปที่ผล');
  expect(calls.shown).toEqual(["'ผลวิเคราะห์ ITA'!A1"]);
  await press(user, 'คืนค่าเดิม');
  seen(await screen.findByText(/คืนค่าเดิมแล้ว สมุดงานเป็นเหมือนก่อนเขียน/));
  expect(calls.undone).toBe(1);
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
  await press(user, 'ใช้ เทศบาลตำบลสอง');
  seen(await screen.findByRole('heading', { name: 'เทศบาลตำบลสอง' }));
});

test('an unknown year is a question with every year that has rules', async () => {
  const rows = indicatorSheet('เทศบาลตำบลหนึ่ง', 2565, SCORES).slice(1);
  const user = await analyzed(portOver(snapshotOf(workbookOf({ ก: rows }))).port);
  seen(await screen.findByRole('heading', { name: /ไม่พบปีงบประมาณ/ }));
  expect(screen.getAllByRole('button', { name: /^ใช้ 25/ })).toHaveLength(8);
  await press(user, 'ใช้ 2565');
  seen(await screen.findByText('ปีงบประมาณ 2565'));
});

test('an older year is compared with those before it, and the way back stays', async () => {
  const book = workbookOf(
    Object.fromEntries(
      [2564, 2565, 2566].map((year, index) => [
        String(year),
        indicatorSheet(
          'เทศบาลตำบลหนึ่ง',
          year,
          SCORES.map((score) => score - 6 + index * 2),
        ),
      ]),
    ),
  );
  const user = await analyzed(portOver(snapshotOf(book)).port);
  seen(await screen.findByText(/จากปี 2565/));
  const years = screen.getByRole('combobox', { name: 'ปีงบประมาณที่แสดง' });
  await user.selectOptions(years, '2565');
  seen(await screen.findByText(/จากปี 2564/));
  await user.selectOptions(years, '2566');
  seen(await screen.findByText(/จากปี 2565/));
});
