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
};

/** A grade as the workbook states it. */
export type ReadGrade = { readonly code: string; readonly cell: CellRef };

/** A cell that could not be read, or that was read with a doubt; the message table has a sentence for each code. */
export type ReadingIssue = {
  readonly code: 'unreadableScore' | 'errorInCell' | 'outOfRange' | 'scoreIsDate' | 'foreignItem';
  readonly cell: CellRef;
  readonly params: Readonly<Record<string, string>>;
};

/** Everything that one workbook says of one agency in one fiscal year. */
export type AgencyReading = {
  readonly agency: string | null;
  readonly fiscalYear: number;
  /** Cell that names the year, or null where the user gave it. */
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

export const readingIssue = (code: ReadingIssue['code'], cell: CellRef, text: string): ReadingIssue => ({
  code,
  cell,
  params: { cell: cellName(cell), text },
});
