import { isDateFormat, isPercentFormat } from '../text/number-formats';
import type { CellRef } from '../cell-address';
import { isCellError, type SnapshotCell } from '../snapshot';
import { readNumberText } from '../text/numbers';
import { withArabicDigits } from '../text/thai-digits';
import { readingIssue, type FigureStatus, type ReadingIssue } from './reading';

export type ScoreInCell = {
  readonly status: FigureStatus;
  readonly value: number | null;
  readonly factor: number | null;
  readonly issue?: ReadingIssue;
};

const NOTHING: ScoreInCell = { status: 'missing', value: null, factor: null };

const unreadable = (code: ReadingIssue['code'], cell: CellRef, text: string): ScoreInCell => ({
  status: 'unreadable',
  value: null,
  factor: null,
  issue: readingIssue(code, cell, text),
});

const inRange = (
  value: number,
  factor: number | null,
  scale: { readonly min: number; readonly max: number },
  cell: CellRef,
): ScoreInCell =>
  value < scale.min || value > scale.max
    ? unreadable('outOfRange', cell, String(value))
    : { status: 'scored', value, factor };

// A total is often typed with its grade behind it.
const WITH_GRADE = /^([^()]*\d)\s*(คะแนน)?\s*\(?\s*(ระดับ|เกรด|grade).*$/i;

/** Text of a total without the grade that is typed behind it, `94.82 (ระดับ A)`. */
const withoutGrade = (text: string): string => withArabicDigits(text).trim().replace(WITH_GRADE, '$1');

/** Reads the score in a cell; what is no score on the scale is an issue that names the cell, never a zero. */
export const readScore = (
  content: SnapshotCell | undefined,
  cell: CellRef,
  scale: { readonly min: number; readonly max: number },
): ScoreInCell => {
  const value = content?.value ?? null;
  if (content === undefined || value === null) return NOTHING;
  if (isCellError(value)) return unreadable('errorInCell', cell, value.error);
  if (typeof value === 'number') {
    if (isDateFormat(content.format)) return unreadable('scoreIsDate', cell, String(value));
    const factor = isPercentFormat(content.format) ? 100 : 1;
    return inRange(value * factor, factor, scale, cell);
  }
  const read = readNumberText(String(value));
  if (read.kind === 'number') return inRange(read.value, null, scale, cell);
  if (read.kind === 'blank') return NOTHING;
  return read.kind === 'notAssessed'
    ? { status: 'notAssessed', value: null, factor: null }
    : unreadable('unreadableScore', cell, String(value));
};

/** Reads the score in a cell, as `readScore`, and also where a grade is typed behind it, as totals have it. */
export const readTotal: typeof readScore = (content, cell, scale) => {
  const value = content?.value;
  return typeof value === 'string' && content !== undefined
    ? readScore({ ...content, value: withoutGrade(value) }, cell, scale)
    : readScore(content, cell, scale);
};
