import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { OUR_NAMES, ourSheets, placeOfName } from '../../src/core/our-names';
import { rowsOf, tableOf, textRows, typeUnder } from '../support/documents';
import { base, copyWith, files, run, typed } from '../support/merging';
import { snapshotOf, typeInto, typing } from '../support/workbook-of';

const hash = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('hex');

test('what was taken, added and contradicted is told with its cell, and the inputs stay as they are', () => {
  const input = files(base, {
    'ก.xlsx': copyWith(typed(2, 'กองคลัง'), typed(1, 'ทำ ก', 1), {
      kind: 'own',
      texts: ['เพิ่มเอง', 'ทำเอง'],
    }),
    'ข.xlsx': copyWith(typed(1, 'ทำ ข', 1)),
  });
  const before = [input.main, ...input.copies].map(hash);
  const { exitCode, answer, lines, bytes } = run(input);
  const [first, second] = input.copies;
  const [key, other] = rowsOf(base, 'measures').map(({ texts }) => texts['รหัสแถว']);
  expect(exitCode).toBe(0);
  expect(answer).toEqual({
    schema: 1,
    file: input.main,
    written: join(input.folder, 'หลัก-รวม.xlsx'),
    merged: [
      { file: first, ok: true },
      { file: second, ok: true },
    ],
    taken: [
      {
        document: 'measures',
        key,
        column: 'responsible',
        cell: "'มาตรการ'!C6",
        file: first,
        text: 'กองคลัง',
      },
    ],
    added: [
      {
        document: 'measures',
        key: null,
        file: first,
        cell: `'มาตรการ'!A${tableOf(snapshotOf(base), 'measures').table.range.bottom + 2}`,
      },
    ],
    conflicts: [
      {
        document: 'measures',
        key: other,
        column: 'steps',
        cell: "'มาตรการ'!B7",
        values: [
          { file: first, text: 'ทำ ก', cell: "'มาตรการ'!B7" },
          { file: second, text: 'ทำ ข', cell: "'มาตรการ'!B7" },
        ],
      },
    ],
    findings: [],
  });
  expect(lines.join('\n')).toContain('ก.xlsx: รับข้อความ 1 ช่อง เพิ่ม 1 แถว');
  expect(lines.join('\n')).toMatch(/'มาตรการ'!B7 .*«ทำ ก» \(ก\.xlsx\) · «ทำ ข» \(ข\.xlsx\)/);
  expect([input.main, ...input.copies].map(hash)).toEqual(before);
  // What is printed follows in the same run.
  expect(textRows(snapshotOf(bytes), 'พิมพ์ มาตรการ').flat()).toEqual(
    expect.arrayContaining(['กองคลัง', 'เพิ่มเอง']),
  );
});

test('contradictions stand on a sheet of ours, which says so once there are none', () => {
  const copies = { 'ก.xlsx': copyWith(typed(1, 'ทำ ก')), 'ข.xlsx': copyWith(typed(1, 'ทำ ข')) };
  const { bytes } = run(files(base, copies));
  const snapshot = snapshotOf(bytes);
  expect(placeOfName(snapshot, OUR_NAMES.conflicts)?.sheet).toBe('ข้อความที่ขัดกัน');
  expect(ourSheets(snapshot).has('ข้อความที่ขัดกัน')).toBe(true);
  expect(textRows(snapshot, 'ข้อความที่ขัดกัน').at(-1)).toEqual([
    'มาตรการ',
    rowsOf(base, 'measures')[0]?.texts['ที่มา'],
    rowsOfHeading(1),
    "'มาตรการ'!B6",
    'ทำ ก\n— ก.xlsx',
    'ทำ ข\n— ข.xlsx',
  ]);
  const agreed = typeInto(bytes, [typing('มาตรการ', [{ row: 5, column: 1, value: 'ทำ ก' }])]);
  const settled = run(files(agreed, { 'ก.xlsx': copies['ก.xlsx'] }));
  expect(textRows(snapshotOf(settled.bytes), 'ข้อความที่ขัดกัน').at(-1)).toEqual(['ไม่มีข้อความที่ขัดกัน']);
  const without = run(files(base, { 'ก.xlsx': copies['ก.xlsx'] }));
  expect(placeOfName(snapshotOf(without.bytes), OUR_NAMES.conflicts)).toBeUndefined();
});

const rowsOfHeading = (column: number): string =>
  tableOf(snapshotOf(base), 'measures').table.columns[column] ?? '';

test('a file that holds something else is never replaced, and nothing is written where nothing changes', () => {
  const input = files(base, { 'ก.xlsx': copyWith(typed(2, 'กองคลัง')) });
  const taken = join(input.folder, 'หลัก-รวม.xlsx');
  writeFileSync(taken, 'ของเดิม');
  const { answer, bytes } = run(input);
  expect(basename(answer.written ?? '')).toBe('หลัก-รวม (2).xlsx');
  expect(readFileSync(taken, 'utf8')).toBe('ของเดิม');
  writeFileSync(taken, bytes);
  expect(run({ main: taken, copies: input.copies }).answer.written).toBe(taken);
});

test('what somebody wrote in the main workbook stays where a copy says something else', () => {
  const main = typeUnder(base, 'measures', 5, 'ผู้รับผิดชอบ', 'ปลัด');
  const { answer, bytes } = run(files(main, { 'ก.xlsx': copyWith(typed(2, 'กองคลัง')) }));
  expect(answer.conflicts[0]?.values.map(({ text }) => text)).toEqual(['ปลัด', 'กองคลัง']);
  expect(rowsOf(bytes, 'measures')[0]?.texts['ผู้รับผิดชอบ']).toBe('ปลัด');
  expect(textRows(snapshotOf(bytes), 'ข้อความที่ขัดกัน').flat()).toContain('ปลัด\n— ฉบับหลัก');
});
