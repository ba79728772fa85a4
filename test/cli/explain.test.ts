import { messagesEn } from '../../src/app/messages/en';
import { messagesTh } from '../../src/app/messages/th';
import { explainLines } from '../../src/cli/explain';
import { gridBook, gridSheet, onlyReading } from '../support/grid-reading';

const reading = onlyReading(
  gridBook(
    gridSheet('คะแนน', [
      ['เทศบาลตำบลตัวอย่าง', null, null],
      ['ผลการประเมิน ITA แบบตรวจ OIT ปีงบประมาณ 2567', null, null],
      ['ข้อ', 'คะแนน', 'หมายเหตุ'],
      ['ข้อ ๐๙', 0, null],
      ['ข้อ ๑๐', '๑๐๐', null],
      ['o11', null, null],
      ['o12', 'ไม่ประเมิน', null],
    ]),
  ),
);

test('every figure with its score, its cell and the reason, in Thai', () => {
  expect(explainLines([reading], messagesTh)).toEqual([
    "เทศบาลตำบลตัวอย่าง ('คะแนน'!A1) · ปีงบประมาณ 2567 ('คะแนน'!A2)",
    'รายการ  คะแนน   เซลล์        เหตุที่อ่านเช่นนั้น',
    "o9      0.00    'คะแนน'!B4  รหัส «ข้อ ๐๙» (A4) ตามเครื่องมือและลำดับของตาราง คอลัมน์ «คะแนน»",
    "o10     100.00  'คะแนน'!B5  รหัส «ข้อ ๑๐» (A5) ตามเครื่องมือและลำดับของตาราง คอลัมน์ «คะแนน»",
    "o11     –       'คะแนน'!B6  รหัส «o11» (A6) คอลัมน์ «คะแนน» · ยังไม่มีคะแนน",
    "o12     –       'คะแนน'!B7  รหัส «o12» (A7) คอลัมน์ «คะแนน» · ไม่ได้ประเมิน",
    '',
  ]);
});

test('the same in English', () => {
  const [head, heads, first] = explainLines([reading], messagesEn);
  expect(head).toBe("เทศบาลตำบลตัวอย่าง ('คะแนน'!A1) · fiscal year 2567 ('คะแนน'!A2)");
  expect(heads).toMatch(/^What +Score +Cell +Why$/);
  expect(first).toMatch(/^o9 +0\.00 +'คะแนน'!B4 +code “ข้อ ๐๙” \(A4\), by the instrument/);
});
