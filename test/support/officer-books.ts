import { cellName, columnLetters } from '../../src/core/cell-address';
import { readWorkbook, type ReadingOptions, type ReadingRefusal } from '../../src/core/read/read-workbook';
import { subjectKey, type AgencyReading } from '../../src/core/read/reading';
import type { SheetSnapshot, Snapshot, SnapshotCell } from '../../src/core/snapshot';
import { ruleSets } from '../../src/rules/rule-sets';
import { figuresOf, type GridValue } from './grid-reading';
import { snapshotOf, typeInto, typing, workbookOf } from './workbook-of';

// What the workbooks of officers are made of, and how their readings are compared.

export type Rows = readonly (readonly GridValue[])[];

/** What a reading is asked with; the file's name may tell the year where nothing in the workbook does. */
export type OfficerOptions = ReadingOptions & { readonly fileName?: string };

/** The ten indicators as the rules of 2562–2566 name them. */
export const TEN = [
  ...['การปฏิบัติหน้าที่', 'การใช้งบประมาณ', 'การใช้อำนาจ', 'การใช้ทรัพย์สินของราชการ', 'การแก้ไขปัญหาการทุจริต'],
  ...['คุณภาพการดำเนินงาน', 'ประสิทธิภาพการสื่อสาร', 'การปรับปรุงระบบการทำงาน'],
  ...['การเปิดเผยข้อมูล', 'การป้องกันการทุจริต'],
] as const;

/** The ten indicators as the rules from 2567 on name them. */
export const TEN_2567 = TEN.map((name) => (name === 'การปรับปรุงระบบการทำงาน' ? 'การปรับปรุงการทำงาน' : name));

export const TEN_EN = [
  ...['Bribery Fraud', 'Budget Misallocation', 'Power Distortion', 'Asset Misappropriation'],
  ...['Anti-Corruption Improvement', 'Service Quality', 'Communication Efficiency', 'Procedure Improvement'],
  ...['Open Data', 'Anti-Corruption Practice'],
] as const;

/** Ten scores that no two indicators share. */
export const SCORES = [94.56, 88.13, 90.81, 88.09, 90.53, 96.03, 96.2, 94.74, 99.25, 97.5] as const;
/** Ten other scores, for another year, another agency or an older version. */
export const OTHERS = [84.51, 78.1, 80.83, 78.04, 80.55, 86.06, 86.17, 84.78, 89.29, 87.3] as const;

export const IIT = 'แบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายใน (IIT)';
export const EIT = 'แบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายนอก (EIT)';
export const OIT = 'แบบตรวจการเปิดเผยข้อมูลสาธารณะ (OIT)';

/** Instrument beside the first indicator of its group only, as merged cells and exports leave it. */
export const GROUPED: readonly (string | null)[] = [IIT, null, null, null, null, EIT, null, null, OIT, null];

/** A number or text in Thai digits. */
export const thai = (text: number | string): string =>
  String(text).replace(/\d/g, (digit) => String.fromCharCode(0x0e50 + Number(digit)));

/** A score as it is printed, with two decimals. */
export const printed = (score: number): string => score.toFixed(2);

export const cell = (
  value: SnapshotCell['value'],
  format = 'General',
  formula: string | null = null,
): SnapshotCell => ({ value, format, formula });

/** Numbers from one to a last one. */
export const upTo = (last: number): readonly number[] =>
  Array.from({ length: last }, (_, index) => index + 1);

/** Ids of the first items of an instrument: i1, i2, … */
export const ids = (letter: 'i' | 'e' | 'o', last: number): readonly string[] =>
  upTo(last).map((number) => `${letter}${number}`);

const key = (subject: string | number): string => String(subject);

/** Expected figures that stand one below the other from a cell on, `down('ก', 'B', 4, …)`. */
export const down = (
  sheet: string,
  column: string,
  firstRow: number,
  subjects: readonly (string | number)[],
  values: readonly (number | null)[],
): readonly string[] =>
  subjects.flatMap((subject, index) => {
    const value = values[index] ?? null;
    return value === null ? [] : [`${key(subject)} ${value} '${sheet}'!${column}${firstRow + index}`];
  });

/** Expected figures that stand side by side from a column on, counted from 0. */
export const across = (
  sheet: string,
  firstColumn: number,
  row: number,
  subjects: readonly (string | number)[],
  values: readonly (number | null)[],
): readonly string[] =>
  subjects.flatMap((subject, index) => {
    const value = values[index] ?? null;
    return value === null
      ? []
      : [`${key(subject)} ${value} '${sheet}'!${columnLetters(firstColumn + index)}${row}`];
  });

/** Readings of a workbook, the newest year first; a refusal fails the test with its code and candidates. */
export const readingsOf = (book: Snapshot, options: OfficerOptions = {}): readonly AgencyReading[] => {
  const read = readWorkbook(book, ruleSets, options);
  if (!read.ok) throw new Error(`refused: ${read.error.code} ${read.error.candidates.join(' | ')}`);
  return read.value.readings;
};

/** Why a workbook is refused; a reading fails the test with its figures. */
export const refusalOf = (book: Snapshot, options: OfficerOptions = {}): ReadingRefusal => {
  const read = readWorkbook(book, ruleSets, options);
  if (read.ok) throw new Error(`read: ${read.value.readings.flatMap(figuresOf).join(', ')}`);
  return read.error;
};

/** Every score that a workbook gives, of all agencies and years; none where it is refused. */
export const scoresRead = (book: Snapshot, options: OfficerOptions = {}): readonly string[] => {
  const read = readWorkbook(book, ruleSets, options);
  return read.ok ? read.value.readings.flatMap(figuresOf) : [];
};

/** Figures that stand in no score: `e8 missing 'ก'!B4`. */
const unscoredOf = ({ figures }: AgencyReading): readonly string[] =>
  figures
    .filter(({ status, figure }) => status !== 'scored' && figure === 'score')
    .map(({ subject, status, cell: at }) => `${subjectKey(subject)} ${status} ${cellName(at)}`);

/** Issues as `code cell` where the cell is expected, as their code once where only that is. */
const issuesOf = ({ issues }: AgencyReading, expected: readonly string[]): readonly string[] => [
  ...new Set(
    issues.map(({ code, cell: at }) => {
      const full = `${code} ${cellName(at)}`;
      return expected.includes(full) || !expected.includes(code) ? full : code;
    }),
  ),
];

const sorted = (texts: readonly string[]): readonly string[] => [...texts].sort();

/** What a reading must be. Figures include ranks and weighted scores; their order does not count. */
export type ExpectedReading = {
  readonly agency?: string | null;
  readonly year: number;
  readonly figures: readonly string[];
  /** Figures without a score; left out, none of the figures with a status but «missing» may be there. */
  readonly unscored?: readonly string[];
  /** `code` or `code cell`; left out, there is none. */
  readonly issues?: readonly string[];
  readonly grade?: string | null;
};

/** Compares a reading as a whole: agency, year, every value with its cell, issues and, where given, the grade. */
export const expectReading = (reading: AgencyReading | undefined, expected: ExpectedReading): void => {
  if (reading === undefined) throw new Error('No such reading');
  const issues = expected.issues ?? [];
  const unscored = unscoredOf(reading);
  expect({
    agency: expected.agency === undefined ? undefined : reading.agency,
    year: reading.fiscalYear,
    figures: sorted(figuresOf(reading)),
    unscored: sorted(
      expected.unscored === undefined ? unscored.filter((text) => !text.includes(' missing ')) : unscored,
    ),
    issues: sorted(issuesOf(reading, issues)),
    grade: expected.grade === undefined ? undefined : (reading.grade?.code ?? null),
  }).toEqual({
    agency: expected.agency,
    year: expected.year,
    figures: sorted(expected.figures),
    unscored: sorted(expected.unscored ?? []),
    issues: sorted(issues),
    grade: expected.grade,
  });
};

/** A workbook that holds one reading and nothing else that could be one. */
export const expectOnly = (
  book: Snapshot,
  expected: ExpectedReading,
  options: OfficerOptions = {},
): AgencyReading => {
  const [first, ...rest] = readingsOf(book, options);
  expect(rest.map(({ agency, fiscalYear }) => [agency, fiscalYear])).toEqual([]);
  expectReading(first, expected);
  if (first === undefined) throw new Error('Nothing read');
  return first;
};

/** The same workbook after it was saved as a file and opened again; formulas, formats and hidden rows are not kept. */
export const saved = (...sheets: readonly SheetSnapshot[]): Snapshot => {
  const empty = workbookOf(Object.fromEntries(sheets.map(({ name }) => [name, []])));
  const cells = (sheet: SheetSnapshot) =>
    sheet.rows.flatMap((row, index) =>
      (row ?? []).flatMap((content, column) => {
        const value = content?.value ?? null;
        return value === null || typeof value === 'object' ? [] : [{ row: index, column, value }];
      }),
    );
  return snapshotOf(
    typeInto(
      empty,
      sheets.map((sheet) => typing(sheet.name, cells(sheet), sheet.merges)),
    ),
  );
};
