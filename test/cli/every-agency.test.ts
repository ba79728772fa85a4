import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { messagesEn } from '../../src/app/messages/en';
import { messagesTh } from '../../src/app/messages/th';
import { analyzeFile } from '../../src/cli/analyze-file';
import { readArguments } from '../../src/cli/arguments';
import { columnLetters } from '../../src/core/cell-address';
import { agencyList, AGENCIES, anyScore } from '../support/agency-lists';
import { NOTHING_CHOSEN } from '../support/nothing-chosen';
import { snapshotOf, workbookOf, type Typed } from '../support/workbook-of';

type Answer = {
  readonly schema: number;
  readonly written: string | null;
  readonly years: readonly {
    readonly fiscalYear: number;
    readonly agencies: number;
    readonly scored: number;
    readonly mean: number | null;
    readonly grades: Readonly<Record<string, number>>;
    readonly ungraded: number;
    readonly remarked: number;
  }[];
  readonly agencies: readonly {
    readonly name: string | null;
    readonly province: string;
    readonly cell: string;
    readonly total: number | null;
    readonly grade: { readonly code: string; readonly certain: boolean } | null;
    readonly results: Readonly<Record<string, number | null>>;
    readonly scores: Readonly<Record<string, number>>;
    readonly readingIssues: readonly { readonly code: string; readonly cell: string }[];
  }[];
  readonly failures: readonly { readonly code: string }[];
  readonly questions: readonly { readonly code: string }[];
  readonly findings: readonly { readonly code: string }[];
  readonly beside: readonly string[];
};

const fileOf = (sheets: Readonly<Record<string, readonly (readonly Typed[])[]>>): string => {
  const file = join(mkdtempSync(join(tmpdir(), 'ita-every-')), 'จังหวัด.xlsx');
  writeFileSync(file, workbookOf(sheets));
  return file;
};

const run = (file: string, options: object = {}, messages = messagesTh) => {
  const outcome = analyzeFile(
    file,
    { ...NOTHING_CHOSEN, everyAgency: true, out: null, folder: null, ...options },
    messages,
  );
  return { ...outcome, answer: outcome.json as Answer };
};

const list = {
  คะแนน: agencyList(
    2567,
    (agency, subject) => {
      if (agency === 3) return null;
      return agency === 1 && subject === 'i2' ? 'สูง' : anyScore(agency, subject);
    },
    { more: [['จังหวัด', 'ตรัง', 'ตรัง', 'นครปฐม', 'พิษณุโลก', 'นครปฐม']] },
  ),
};

test('all agencies of a workbook go into a copy, and the command says what they come to', () => {
  const file = fileOf(list);
  const before = readFileSync(file);
  const { exitCode, lines, errors, answer } = run(file);
  expect([exitCode, errors]).toEqual([0, []]);
  expect(readFileSync(file)).toEqual(before);
  expect(readdirSync(join(file, '..')).sort()).toEqual(['จังหวัด-ITA.xlsx', 'จังหวัด.xlsx']);
  const names = snapshotOf(readFileSync(answer.written ?? '')).sheets.map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(['สรุปหลายหน่วยงาน', 'รายหน่วยงาน 2567']));
  expect(lines[0]).toBe('ปีงบประมาณ 2567 · 5 หน่วยงาน');
  expect(lines[1]).toMatch(/^คะแนนรวมเฉลี่ย \d\d\.\d\d จาก 3 หน่วยงานที่มีคะแนนรวม อีก 2 หน่วยงานยังไม่มี$/);
  expect(lines.join('\n')).toMatch(/มีข้อสังเกต \d หน่วยงาน/);
  expect(lines.at(-1)).toContain('จังหวัด-ITA.xlsx');
});

test('the public answer has every agency with its cell, results, grade and remarks', () => {
  const { answer } = run(fileOf(list));
  expect(answer).toMatchObject({ schema: 1, failures: [], questions: [], findings: [] });
  const [year] = answer.years;
  expect(year).toMatchObject({ fiscalYear: 2567, agencies: 5, scored: 3, ungraded: 2 });
  const totals = answer.agencies.flatMap(({ total }) => total ?? []);
  expect(totals).toEqual([...totals].sort((a, b) => b - a));
  expect(year?.mean).toBeCloseTo(totals.reduce((sum, total) => sum + total, 0) / totals.length, 9);
  expect(Object.values(year?.grades ?? {}).reduce((sum, count) => sum + count, 0)).toBe(3);
  expect(answer.agencies.map(({ name }) => name).sort()).toEqual([...AGENCIES].sort());
  const first = answer.agencies.find(({ name }) => name === AGENCIES[0]);
  expect(first).toMatchObject({ cell: "'คะแนน'!B3", province: 'ตรัง' });
  expect(first?.grade?.code).toEqual(expect.any(String));
  expect(first?.results['total']).toBe(first?.total);
  expect(first?.scores['i1']).toBe(anyScore(0, 'i1'));
  const typed = answer.agencies.find(({ name }) => name === AGENCIES[1]);
  expect(typed?.readingIssues.map(({ code, cell }) => [code, cell])).toEqual([
    ['unreadableScore', "'คะแนน'!E4"],
  ]);
});

test('results stand beside the rows where that is asked for', () => {
  const file = fileOf(list);
  const { answer } = run(file, { inPlace: true });
  expect(answer.findings).toEqual([]);
  const width = list.คะแนน[1]?.length ?? 0;
  const letters = columnLetters(width);
  expect(answer.beside).toEqual([expect.stringMatching(new RegExp(`^'คะแนน'!${letters}2:`))]);
  const sheet = snapshotOf(readFileSync(answer.written ?? '')).sheets.find(({ name }) => name === 'คะแนน');
  expect(sheet?.rows[1]?.[width]?.value).toBe('คะแนนรวม');
  const [best] = answer.agencies;
  const row = Number(/\d+$/.exec(best?.cell ?? '')?.[0]) - 1;
  expect(sheet?.rows[row]?.[width]?.value).toBeCloseTo(best?.total ?? 0, 9);
  expect(run(file).answer.beside).toEqual([]);
});

test('rows beside which nothing can stand are named, and the rest is written', () => {
  const percents = agencyList(2567, (agency, subject) => `${anyScore(agency, subject)}%`);
  const { answer, lines, exitCode } = run(fileOf({ ร้อยละ: percents }), { inPlace: true });
  expect([exitCode, answer.beside]).toEqual([0, []]);
  expect(answer.findings.map(({ code }) => code)).toEqual(['besideBlocked']);
  expect(lines.join('\n')).toContain('ไม่ได้เขียนผลข้างแถวของแผ่นงาน «ร้อยละ»');
});

test('in English', () => {
  const { lines } = run(fileOf(list), {}, messagesEn);
  expect(lines[0]).toBe('Fiscal year 2567 · 5 agencies');
  expect(lines[1]).toMatch(/^Mean total \d\d\.\d\d of 3 agencies with a total; 2 without$/);
});

test('a workbook in which nobody can be read is refused as ever, and nothing is written', () => {
  const file = fileOf({ เงิน: [['งบประมาณ', 1]] });
  const { exitCode, answer } = run(file);
  expect([exitCode, answer.written]).toEqual([1, null]);
  expect(answer.findings.map(({ code }) => code)).toEqual(['noScores']);
  expect(readdirSync(join(file, '..'))).toEqual(['จังหวัด.xlsx']);
});

test.each([
  [messagesTh, 'th'],
  [messagesEn, 'en'],
])('the question which agency is meant names the way to all of them', (messages) => {
  const { errors } = run(fileOf(list), { everyAgency: false }, messages);
  expect(errors[0]).toContain('--every-agency');
});

test.each([
  ['--agency', 'อบต.บางสัก'],
  ['--sheet', 'คะแนน'],
  ['--policy', 'lowest'],
  ['--target', '90'],
  ['--documents', 'oit'],
  ['--what-if', 'o1=100'],
  ['--explain'],
])('%s asks for one agency, and does not go with all of them', (option, ...values) => {
  const read = readArguments(['a.xlsx', '--every-agency', option, ...values], messagesTh);
  expect(read).toEqual({ ok: false, error: messagesTh.many.notWith(option) });
});

test('the option is read, with the year and the file to write', () => {
  const words = ['a.xlsx', '--every-agency', '--year', '2567', '--out', 'b.xlsx', '--json'];
  const read = readArguments(words, messagesTh);
  expect(read.ok && read.value).toMatchObject({ everyAgency: true, year: 2567, out: 'b.xlsx', json: true });
});
