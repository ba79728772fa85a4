import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { messagesEn } from '../../src/app/messages/en';
import { messagesTh } from '../../src/app/messages/th';
import { readMergeArguments } from '../../src/cli/arguments';
import { tableOf, withDocuments } from '../support/documents';
import { editedCopy } from '../support/mailed-copies';
import { AGENCY, base, book, copyWith, files, run, SCORES, typed } from '../support/merging';
import { indicatorSheet } from '../support/typed-workbooks';
import { snapshotOf, typeInto, typing, workbookOf } from '../support/workbook-of';

describe.each([
  [
    'Thai',
    messagesTh,
    { year: 'ปีงบประมาณ 2566', agency: 'เทศบาลตำบลบ้านใหม่', tables: 'ไม่พบตาราง', open: /[ก-๙]/ },
  ],
  [
    'English',
    messagesEn,
    { year: 'fiscal year 2566', agency: 'เทศบาลตำบลบ้านใหม่', tables: 'none of the tables', open: /^[^ก-๙]*$/ },
  ],
])('in %s', (_, messages, hints) => {
  const refusals = {
    'ปีอื่น.xlsx': book(AGENCY, 2566),
    'อื่น.xlsx': book('เทศบาลตำบลบ้านใหม่'),
    'ไม่มี.xlsx': workbookOf({ ก: [['ข้อความ']] }),
    'เสีย.xlsx': 'ไม่ใช่สมุดงาน',
  };

  test('files that cannot be merged are named with the reason, and the others are merged', () => {
    const input = files(base, { ...refusals, 'ก.xlsx': copyWith(typed(2, 'กองคลัง')) });
    const missing = join(input.folder, 'หาย.xlsx');
    const { exitCode, answer, lines } = run(
      { main: input.main, copies: [...input.copies, missing, input.main, input.copies[4] ?? ''] },
      join(input.folder, 'ผล.xlsx'),
      messages,
    );
    expect(exitCode).toBe(0);
    expect(answer.merged.map(({ ok, code }) => (ok ? 'ok' : code))).toEqual([
      'otherYear',
      'otherAgency',
      'noTables',
      'notZip',
      'ok',
      'fileNotFound',
      'isMain',
      'namedTwice',
    ]);
    const text = lines.join('\n');
    for (const hint of [hints.year, hints.agency, hints.tables]) expect(text).toContain(hint);
    expect(lines.find((line) => line.includes('เสีย.xlsx'))?.split('.xlsx: ')[1]).toMatch(hints.open);
  });

  test('a copy under the short name of the agency is its own', () => {
    const main = withDocuments(
      workbookOf({ คะแนน: indicatorSheet('องค์การบริหารส่วนตำบลบางสัก', 2565, SCORES) }),
    );
    const short = withDocuments(workbookOf({ คะแนน: indicatorSheet('อบต.บางสัก', 2565, SCORES) }));
    const input = files(withDocuments(main, 'measures'), { 'ก.xlsx': withDocuments(short, 'measures') });
    const { answer } = run(input, join(input.folder, 'ผล.xlsx'), messages);
    expect(answer.merged.map(({ code }) => code)).not.toContain('otherAgency');
  });

  test('where nothing could be merged nothing is written', () => {
    const input = files(base, refusals);
    const out = join(input.folder, 'ผล.xlsx');
    const { exitCode, answer, errors } = run(input, out, messages);
    expect(exitCode).toBe(1);
    expect(answer).toMatchObject({ written: null, findings: [{ code: 'nothingMerged' }] });
    expect(answer.merged.every(({ ok }) => !ok)).toBe(true);
    expect(errors).toEqual([messages.merge.nothingMerged, messages.nothingWritten]);
    expect(existsSync(out)).toBe(false);
  });

  test('text below the table keeps the merge out of it, and is named', () => {
    const { range } = tableOf(snapshotOf(base), 'measures').table;
    const main = typeInto(base, [typing('มาตรการ', [{ row: range.bottom + 1, column: 0, value: 'ลงชื่อ' }])]);
    const input = files(main, {
      'ก.xlsx': copyWith(typed(2, 'กองคลัง'), { kind: 'own', texts: ['เพิ่มเอง', 'ทำเอง'] }),
    });
    const { exitCode, lines } = run(input, null, messages);
    expect(exitCode).toBe(1);
    expect(lines.join('\n')).toContain(`'มาตรการ'!A${range.bottom + 2}`);
    const calendar = editedCopy(base, 'calendar', typed(0, 'ขั้นของหน่วยงาน'));
    const both = run({
      main: input.main,
      copies: [...input.copies, ...files(base, { 'ข.xlsx': calendar }).copies],
    });
    expect(both.answer.taken.map(({ document }) => document)).toEqual(['calendar']);
    expect(both.answer.findings.map(({ code }) => code)).toEqual(['blocked']);
  });

  test('a copy whose table has lost its keys is left out and named', () => {
    const { sheet, table } = tableOf(snapshotOf(base), 'measures');
    const column = table.columns.indexOf('รหัสแถว');
    const copy = typeInto(copyWith(typed(2, 'กองคลัง')), [
      {
        ...typing(sheet.name, [{ row: table.range.top, column, value: 'อื่น' }]),
        tables: [
          {
            name: table.name,
            range: table.range,
            columns: table.columns.map((heading, index) => (index === column ? 'อื่น' : heading)),
            style: 'TableStyleLight1',
            hasFilter: true,
          },
        ],
      },
    ]);
    const { answer } = run(files(base, { 'ก.xlsx': copy }), null, messages);
    expect(answer).toMatchObject({ taken: [], added: [] });
    expect(answer.findings.map(({ code }) => code)).toEqual(['nothingMerged', 'copyWithoutKeys']);
    expect(answer.findings[1]?.text).toContain('ก.xlsx');
  });

  test('a main workbook without scores or documents is refused', () => {
    const bare = workbookOf({ คะแนน: indicatorSheet(AGENCY, 2565, SCORES) });
    const none = run(files(bare, { 'ก.xlsx': base }), null, messages);
    expect(none).toMatchObject({ exitCode: 1, answer: { findings: [{ code: 'noDocuments' }] } });
    const empty = run(files(workbookOf({ ก: [['ข้อความ']] }), { 'ก.xlsx': base }), null, messages);
    expect(empty).toMatchObject({ exitCode: 1, answer: { findings: [{ code: 'noScores' }] } });
  });

  test('an output over an input is wrong usage', () => {
    const input = files(base, { 'ก.xlsx': base });
    for (const out of [input.main, ...input.copies]) {
      expect(run(input, out, messages)).toMatchObject({ exitCode: 2, errors: [messages.merge.outIsInput] });
    }
    expect(run(input, join(dirname(input.main), 'ผล.xlsm'), messages).exitCode).toBe(2);
  });

  test('words that ask for no merge are wrong usage', () => {
    for (const words of [[], ['a.xlsx'], ['a.xlsx', 'b.xlsx', '--year', '2565']]) {
      expect(readMergeArguments(words, messages).ok).toBe(false);
    }
    expect(readMergeArguments(['a.xlsx', 'b.xlsx', '--json'], messages)).toEqual({
      ok: true,
      value: { main: 'a.xlsx', copies: ['b.xlsx'], out: null, json: true },
    });
  });
});
