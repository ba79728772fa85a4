import type { Assessment } from '../assess/assessment';
import type { CellRef } from '../cell-address';
import { itemNamed, readLabel } from '../read/labels';
import type { RuleSet } from '../rule-set';
import { itemId, readItemCode } from '../text/item-codes';
import { withArabicDigits } from '../text/thai-digits';
import type { KeyedRow } from './keyed-table';
import { indicatorOfSubject, isSameSubject, type PointSubject } from './weak-points';

/** What the assessor recommends about an item or an indicator, in the words of the row where it was pasted. */
export type Advice = {
  readonly subject: PointSubject;
  readonly text: string;
  readonly row: KeyedRow;
  /** Whether it is all that its cell holds, with the code in a cell of its own. */
  readonly isWhole: boolean;
};

/** The recommendations in a table: those whose item is known, and rows or parts of rows that name none. */
export type ReadAdvice = { readonly matched: readonly Advice[]; readonly unmatched: readonly KeyedRow[] };

/** The recommendations as they are told to others, each with its cell; and the cells of what names nothing known. */
export type AdviceState = {
  readonly matched: readonly (Pick<Advice, 'subject' | 'text'> & { readonly cell: CellRef })[];
  readonly unmatched: readonly CellRef[];
};

type Begun = { readonly subject: PointSubject; readonly rest: string };

const BULLET = /^[\s•●▪*–-]+/;
const INDICATOR = /^ตัวชี้วัด(?:ที่)?\s*(\d{1,2})(?!\d|\.\d)[\s.:)\]–-]*/;
/** A code before its text; a copy out of a PDF makes `๐43` of o43 and `120` of I20. */
const CODE =
  /^(?:ข้อ(?:คำถาม)?(?:ที่)?\s*)?[([]?\s*((?:[ieol|]|ไอ|อี|โอ)\s*[-._]?\s*\d{1,2}|0\d{1,2}|1\d{2})(?!\d|\.\d)[\s.:)\]–-]*/i;

const itemOf = (code: string, whole: string, { items }: RuleSet): PointSubject | undefined => {
  const isLettered = !/^\d/.test(code);
  // With its text behind it a range or a list of codes is told from a single one.
  const readings = readItemCode(isLettered ? whole : code, null);
  const ids = readings.map(({ instrument, number }) => itemId(instrument, number));
  const id = ids.find((one) => items.some((item) => item.id === one));
  return id === undefined ? undefined : { kind: 'item', id };
};

const indicatorOf = (number: number, { indicators }: RuleSet): PointSubject | undefined =>
  indicators.some(({ id }) => id === number) ? { kind: 'indicator', indicator: number } : undefined;

/** What a line begins with: the item or indicator that it is about, and the text after it. */
const begunBy = (line: string, ruleSet: RuleSet): Begun | undefined => {
  const plain = line.replace(BULLET, '');
  const text = withArabicDigits(plain);
  const [head = '', number] = INDICATOR.exec(text) ?? [];
  const [code = '', item] = CODE.exec(text) ?? [];
  const subject =
    number === undefined
      ? item === undefined
        ? undefined
        : itemOf(item, text, ruleSet)
      : indicatorOf(Number(number), ruleSet);
  return subject === undefined
    ? undefined
    : { subject, rest: plain.slice(Math.max(head.length, code.length)) };
};

/** What the column of codes names: a code, the name of an indicator, or that of an item of one instrument only. */
const namedBy = (text: string, ruleSet: RuleSet): PointSubject | undefined => {
  const begun = begunBy(text, ruleSet);
  if (begun !== undefined) return begun.subject;
  const label = readLabel(text, ruleSet, null);
  if (label?.kind === 'subject' && label.subject.kind === 'indicator')
    return { kind: 'indicator', indicator: label.subject.indicator };
  const named = ruleSet.instruments.flatMap(({ id }) => itemNamed(text, ruleSet, id) ?? []);
  const [id, ...others] = named;
  return id === undefined || others.length > 0 ? undefined : { kind: 'item', id };
};

const adviceIn = (row: KeyedRow, ruleSet: RuleSet): ReadAdvice => {
  const [code = '', advice = ''] = ['code', 'advice'].map((role) => (row.texts.get(role) ?? '').trim());
  const none = { matched: [], unmatched: [row] };
  if (code !== '' && advice !== '') {
    const subject = namedBy(code, ruleSet);
    return subject === undefined
      ? none
      : { matched: [{ subject, text: advice, row, isWhole: true }], unmatched: [] };
  }
  const text = code === '' ? advice : code;
  if (text === '') return { matched: [], unmatched: [] };
  // A whole list may have been pasted into one cell; lines without a code go on with what stands above them.
  const parts: { subject: PointSubject | undefined; lines: string[] }[] = [];
  for (const line of text.split(/\r?\n/)) {
    const begun = begunBy(line, ruleSet);
    const last = parts.at(-1);
    if (begun !== undefined) parts.push({ subject: begun.subject, lines: [begun.rest] });
    else if (last === undefined) parts.push({ subject: undefined, lines: [line] });
    else last.lines.push(line);
  }
  const matched = parts.flatMap(({ subject, lines }): readonly Advice[] => {
    const own = lines.join('\n').trim();
    return subject === undefined || own === '' ? [] : [{ subject, text: own, row, isWhole: false }];
  });
  return { matched, unmatched: parts.every(({ subject }) => subject !== undefined) ? [] : [row] };
};

/** Reads the recommendations in rows of a table: with the code in a column of its own, or before the text in its cell. */
export const readAdvice = (rows: readonly KeyedRow[], ruleSet: RuleSet): ReadAdvice => {
  const read = rows.map((row) => adviceIn(row, ruleSet));
  return {
    matched: read.flatMap(({ matched }) => matched),
    unmatched: read.flatMap(({ unmatched }) => unmatched),
  };
};

/**
 * What is recommended for each of the subjects of a document: what is about the very subject, and for the first subject
 * of an indicator also what is about an item of it that has no place of its own.
 */
export const adviceBySubject = <Point extends { readonly subject: PointSubject }>(
  points: readonly Point[],
  advice: readonly Advice[],
  assessment: Assessment,
): { readonly of: ReadonlyMap<Point, readonly Advice[]>; readonly rest: readonly Advice[] } => {
  const placed = advice.map((entry) => {
    const indicator = indicatorOfSubject(entry.subject, assessment);
    const own = points.find(({ subject }) => isSameSubject(subject, entry.subject));
    const ofIndicator = points.find(
      ({ subject }) => indicator !== undefined && indicatorOfSubject(subject, assessment) === indicator,
    );
    return { entry, point: own ?? ofIndicator };
  });
  return {
    of: new Map(
      points.map((point) => [point, placed.filter((one) => one.point === point).map(({ entry }) => entry)]),
    ),
    rest: placed.filter(({ point }) => point === undefined).map(({ entry }) => entry),
  };
};
