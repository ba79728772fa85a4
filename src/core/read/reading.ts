import type { CellRef } from '../cell-address';
import { cellName } from '../cell-address';
import type { InstrumentId } from '../rule-set';

/** What a figure in a workbook is about. */
export type Subject =
  | { readonly kind: 'total' }
  | { readonly kind: 'instrument'; readonly instrument: InstrumentId }
  | { readonly kind: 'part'; readonly instrument: InstrumentId; readonly part: string }
  | { readonly kind: 'indicator'; readonly indicator: number }
  | { readonly kind: 'subIndicator'; readonly id: string }
  | { readonly kind: 'item'; readonly id: string };

/** Which figure of the subject: its score (0–100), its weighted score, or its rank. */
export type Figure = 'score' | 'weighted' | 'rank';

/** Blank, not assessed and unreadable are three different things, and none of them is zero. */
export type FigureStatus = 'scored' | 'missing' | 'notAssessed' | 'unreadable';

/**
 * How it was recognised what a figure is about: by a code with its letter, by a number that the table around it made a
 * code, by an official name or one like it, by a number alone, by an instrument's or a total's word, by standing beside
 * a group of rows, or by a text that states name and figure together.
 */
export type Recognised =
  'code' | 'codeInContext' | 'name' | 'similarName' | 'number' | 'instrument' | 'total' | 'group' | 'stated';

/** Why a figure was read as what it is: the label that says so, where it stands, and the head of the figure's column. */
export type Evidence = {
  readonly by: Recognised;
  readonly label: string;
  readonly cell: CellRef;
  readonly header: string;
};

export type ReadFigure = {
  readonly subject: Subject;
  readonly figure: Figure;
  readonly status: FigureStatus;
  /** On the scale of the rule set; null unless scored. */
  readonly value: number | null;
  readonly cell: CellRef;
  /** What the cell's own number is multiplied by to give the value (100 for a percent); null where the cell is text. */
  readonly factor: number | null;
  /** Number of the table in reading order. */
  readonly table: number;
  readonly why: Evidence;
};

/** A grade as the workbook states it. */
export type ReadGrade = { readonly code: string; readonly cell: CellRef };

/** What keeps a cell from being read. */
export type UnreadCode = 'unreadableScore' | 'errorInCell' | 'outOfRange' | 'scoreIsDate' | 'foreignItem';

/** What the user should know of what was read. */
export type RemarkCode = 'hiddenSheet' | 'hiddenRows' | 'otherTable' | 'fractions';

/** A cell that could not be read, or a remark on what was; the message table has a sentence for each code. */
export type ReadingIssue = {
  readonly code: UnreadCode | RemarkCode;
  readonly cell: CellRef;
  readonly params: Readonly<Record<string, string>>;
};

/** Everything that one workbook says of one agency in one fiscal year. */
export type AgencyReading = {
  readonly agency: string | null;
  /** Cell that names the agency, or null where the user, a file's or a sheet's name gave it. */
  readonly agencyCell: CellRef | null;
  readonly fiscalYear: number;
  /** Cell that names the year, or null where the user, a file's or a sheet's name gave it. */
  readonly yearCell: CellRef | null;
  readonly figures: readonly ReadFigure[];
  readonly grade: ReadGrade | null;
  readonly issues: readonly ReadingIssue[];
};

export const subjectKey = (subject: Subject): string => {
  switch (subject.kind) {
    case 'total':
      return 'total';
    case 'instrument':
      return subject.instrument;
    case 'part':
      return `${subject.instrument}.${subject.part}`;
    case 'indicator':
      return String(subject.indicator);
    case 'subIndicator':
    case 'item':
      return subject.id;
  }
};

const INSTRUMENTS = ['IIT', 'EIT', 'OIT'] as const satisfies readonly InstrumentId[];

/** What a key of `subjectKey` is about, in capitals or small letters; undefined for any other text. */
export const subjectOfKey = (key: string): Subject | undefined => {
  if (key === 'total') return { kind: 'total' };
  if (/^[ieo]\d+$/i.test(key)) return { kind: 'item', id: key.toLowerCase() };
  if (/^\d+\.\d+$/.test(key)) return { kind: 'subIndicator', id: key };
  if (/^\d+$/.test(key)) return { kind: 'indicator', indicator: Number(key) };
  const [name = '', part] = key.toUpperCase().split('.');
  const instrument = INSTRUMENTS.find((known) => known === name);
  if (instrument === undefined) return undefined;
  return part === undefined ? { kind: 'instrument', instrument } : { kind: 'part', instrument, part };
};

const REMARKS: readonly ReadingIssue['code'][] = ['hiddenSheet', 'hiddenRows', 'otherTable', 'fractions'];

/** Whether an issue only says how something was read, and nothing is left unread. */
export const isRemark = ({ code }: ReadingIssue): boolean => REMARKS.includes(code);

export const readingIssue = (code: ReadingIssue['code'], cell: CellRef, text: string): ReadingIssue => ({
  code,
  cell,
  params: { cell: cellName(cell), text },
});
