import { cellName } from '../../src/core/cell-address';
import { readWorkbook } from '../../src/core/read/read-workbook';
import type { ReadingOptions, ReadingRefusal } from '../../src/core/read/reading-request';
import { subjectKey, type AgencyReading } from '../../src/core/read/reading';
import type { Snapshot } from '../../src/core/snapshot';
import { ruleSets } from '../../src/rules/rule-sets';
import { figuresOf } from './grid-reading';

// How the readings of officers' workbooks are compared.

/** What a reading is asked with; the file's name may tell the year where nothing in the workbook does. */
export type OfficerOptions = ReadingOptions & { readonly fileName?: string };

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
