import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { messagesEn } from '../../src/app/messages/en';
import { messagesTh } from '../../src/app/messages/th';
import { analyzeFile } from '../../src/cli/analyze-file';
import { readNewFormArguments } from '../../src/cli/arguments';
import { writeNewForm } from '../../src/cli/new-form';
import { subjectKey, type AgencyReading } from '../../src/core/read/reading';
import { readWorkbook } from '../../src/core/read/read-workbook';
import { textAt } from '../../src/core/read/sheet-text';
import type { RuleSet } from '../../src/core/rule-set';
import type { SheetSnapshot } from '../../src/core/snapshot';
import { ruleSets } from '../../src/rules/rule-sets';
import { thai } from '../support/officer-books';
import { NOTHING_CHOSEN } from '../support/nothing-chosen';
import { snapshotOf, typeInto, typing, type Typed } from '../support/workbook-of';
import { structureProblems } from '../xlsx/check-structure';

const newFile = (name = 'ฟอร์ม.xlsx'): string => join(mkdtempSync(join(tmpdir(), 'ita-form-')), name);

const formOf = (year: number): Uint8Array => {
  const file = newFile();
  const outcome = writeNewForm({ file, year, json: false }, messagesTh);
  if (outcome.exitCode !== 0) throw new Error(outcome.errors.join());
  return new Uint8Array(readFileSync(file));
};

const sheetOf = (bytes: Uint8Array): SheetSnapshot => {
  const [sheet] = snapshotOf(bytes).sheets;
  if (sheet === undefined) throw new Error('No sheet');
  return sheet;
};

/** Rows of a form in which a score can be typed, by what they are about as the form prints it. */
const rowsOf = (bytes: Uint8Array): ReadonlyMap<string, number> => {
  const sheet = sheetOf(bytes);
  const rows = sheet.rows.flatMap((_, row): readonly (readonly [string, number])[] => {
    const [code, name] = [0, 1].map((column) => textAt(sheet, { row, column }));
    return name === undefined || name === '' ? [] : [[code === '' || code === undefined ? name : code, row]];
  });
  return new Map(rows);
};

/** The scores that a form gives once an officer typed into it, with their cells. */
const readBack = (
  bytes: Uint8Array,
  typed: ReadonlyMap<string, Typed>,
  agency: string | null = null,
): AgencyReading => {
  const rows = rowsOf(bytes);
  const cells = [...typed].map(([label, value]) => {
    const row = rows.get(label);
    if (row === undefined) throw new Error(`No row ${label}`);
    return { row, column: 2, value };
  });
  const agencyRow =
    rows.get('หน่วยงาน') ?? sheetOf(bytes).rows.findIndex((cells) => cells?.[0]?.value === 'หน่วยงาน');
  const filled = typeInto(bytes, [
    typing('คะแนน ITA', [
      ...cells,
      ...(agency === null ? [] : [{ row: agencyRow, column: 1, value: agency }]),
    ]),
  ]);
  const read = readWorkbook(snapshotOf(filled), ruleSets);
  if (!read.ok) throw new Error(read.error.code);
  const [only, ...others] = read.value.readings;
  if (only === undefined || others.length > 0) throw new Error(`${read.value.readings.length} readings`);
  return only;
};

const scoresOf = ({ figures }: AgencyReading): readonly string[] =>
  figures
    .filter(({ status }) => status === 'scored')
    .map(({ subject, value, cell }) => `${subjectKey(subject)} ${value} ${cell.row} ${cell.column}`)
    .sort();

const expected = (
  bytes: Uint8Array,
  typed: readonly (readonly [string, string, number])[],
): readonly string[] =>
  typed.map(([key, label, value]) => `${key} ${value} ${rowsOf(bytes).get(label)} 2`).sort();

const rulesOf = (year: number): RuleSet => {
  const rules = ruleSets.forYear(year);
  if (rules === undefined) throw new Error(`${year}`);
  return rules;
};

describe.each(ruleSets.supportedYears)('the form of %d', (year) => {
  const bytes = formOf(year);
  const { items, indicators, subIndicators, instruments } = rulesOf(year);

  test('is a sound workbook, has a row for everything that is scored, and bears no name of ours', () => {
    expect(structureProblems(bytes)).toEqual([]);
    expect(snapshotOf(bytes).names.filter(({ name }) => name.startsWith('ITA_'))).toEqual([]);
    const rows = rowsOf(bytes);
    for (const { id } of items) expect(rows.has(id)).toBe(true);
    for (const { id } of subIndicators) expect(rows.has(`ตัวชี้วัดย่อย ${id}`)).toBe(true);
    for (const { id } of indicators) expect(rows.has(`ตัวชี้วัดที่ ${id}`)).toBe(true);
    for (const { id } of instruments) expect(rows.has(id)).toBe(true);
  });

  test('says that it has no scores yet while it is empty', () => {
    const file = newFile();
    writeFileSync(file, bytes);
    const { exitCode, errors } = analyzeFile(file, NOTHING_CHOSEN, messagesTh);
    expect(exitCode).toBe(1);
    expect(errors[0]).toMatch(/'คะแนน ITA'!A\d+:C\d+ ยังไม่มีคะแนน/);
  });

  test('with every item typed gives them, without an issue', () => {
    const typed = items.map(({ id, allowedScores }, index): [string, string, number] => [
      id,
      id,
      allowedScores === null ? 60 + (index % 40) + 0.25 : index % 3 === 0 ? 0 : 100,
    ]);
    const reading = readBack(
      bytes,
      new Map(typed.map(([, label, value]) => [label, value])),
      'เทศบาลตำบลตัวอย่าง',
    );
    expect(scoresOf(reading)).toEqual(expected(bytes, typed));
    expect(reading).toMatchObject({ agency: 'เทศบาลตำบลตัวอย่าง', fiscalYear: year, issues: [] });
  });

  test('with indicators alone in Thai digits gives them', () => {
    const typed = indicators.map(({ id }): [string, string, number] => [
      String(id),
      `ตัวชี้วัดที่ ${id}`,
      80 + id + 0.5,
    ]);
    const texts = new Map(typed.map(([, label, value]) => [label, thai(value.toFixed(2))]));
    const reading = readBack(bytes, texts);
    expect(scoresOf(reading)).toEqual(expected(bytes, typed));
    expect(reading).toMatchObject({ fiscalYear: year, issues: [] });
  });

  test('with the summary alone, in percent signs, gives it', () => {
    const typed: [string, string, number][] = [
      ['total', 'คะแนนรวม', 91.25],
      ...instruments.map(({ id }, index): [string, string, number] => [id, id, 90 + index]),
    ];
    const reading = readBack(
      bytes,
      new Map(typed.map(([, label, value]) => [label, `${value.toFixed(2)}%`])),
    );
    expect(scoresOf(reading)).toEqual(expected(bytes, typed));
    expect(reading.issues).toEqual([]);
  });

  test('with sub-indicators alone gives them', () => {
    const typed = subIndicators.map(({ id }, index): [string, string, number] => [
      id,
      `ตัวชี้วัดย่อย ${id}`,
      70 + index,
    ]);
    const reading = readBack(bytes, new Map(typed.map(([, label, value]) => [label, value])));
    expect(scoresOf(reading)).toEqual(expected(bytes, typed));
  });
});

test('parts of an instrument are typed into their own rows', () => {
  const bytes = formOf(2567);
  const reading = readBack(
    bytes,
    new Map<string, Typed>([
      ['EIT ส่วนที่ 1', 94.62],
      ['EIT ส่วนที่ 2', '๘๐.๘๙'],
      ['IIT', 99.78],
    ]),
  );
  expect(scoresOf(reading).map((text) => text.split(' ').slice(0, 2).join(' '))).toEqual([
    'EIT.1 94.62',
    'EIT.2 80.89',
    'IIT 99.78',
  ]);
});

test('a file that is there already is kept', () => {
  const file = newFile();
  writeFileSync(file, 'ของเดิม');
  const outcome = writeNewForm({ file, year: 2568, json: false }, messagesTh);
  expect(outcome).toMatchObject({ exitCode: 1, json: { written: null, findings: [{ code: 'fileExists' }] } });
  expect(outcome.errors[0]).toContain('ไม่เขียนทับ');
  expect(readFileSync(file, 'utf8')).toBe('ของเดิม');
});

test('a year without rules is refused with the years that there are', () => {
  const outcome = writeNewForm({ file: newFile(), year: 2561, json: false }, messagesEn);
  expect(outcome).toMatchObject({
    exitCode: 1,
    json: { questions: [{ code: 'yearUnsupported', candidates: ruleSets.supportedYears.map(String) }] },
  });
});

test('a place that cannot be written is named', () => {
  const file = newFile();
  writeFileSync(file, '');
  const outcome = writeNewForm({ file: join(file, 'ใน.xlsx'), year: 2568, json: false }, messagesTh);
  expect(outcome).toMatchObject({ exitCode: 1, json: { findings: [{ code: 'notWritable' }] } });
});

test.each([
  ['no year', ['a.xlsx'], '--year 2568'],
  ['a year of the common era', ['--year', '2025', 'a.xlsx'], 'Buddhist era'],
  ['no file', ['--year', '2568'], 'name one file'],
  ['two files', ['--year', '2568', 'a.xlsx', 'b.xlsx'], 'name one file'],
  ['another kind of file', ['--year', '2568', 'a.xls'], 'a.xls'],
  ['an option of the analysis', ['--year', '2568', 'a.xlsx', '--in-place'], '--in-place'],
])('%s is wrong usage', (_, words, hint) => {
  const read = readNewFormArguments(words, messagesEn);
  expect(read.ok ? '' : read.error).toContain(hint);
});
