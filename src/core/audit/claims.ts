import type { CellRef } from '../cell-address';
import { filledColumns, textAt } from '../read/sheet-text';
import { compact } from '../read/vocabulary';
import type { RuleSet } from '../rule-set';
import type { SheetSnapshot } from '../snapshot';
import { withArabicDigits, withPlainSpaces } from '../text/thai-digits';
import { yearsIn } from '../text/years';

/** What a text cell says of the scores, in the words of reports; scores 0–100. */
export type Claim =
  | { readonly kind: 'total'; readonly value: number; readonly cell: CellRef }
  | { readonly kind: 'score'; readonly indicator: number; readonly value: number; readonly cell: CellRef }
  | {
      readonly kind: 'highest' | 'lowest';
      readonly indicator: number;
      readonly value: number | null;
      readonly cell: CellRef;
    }
  /** Indicators that are said to be above a limit, each with the cell that lists it. */
  | {
      readonly kind: 'above';
      readonly limit: number;
      readonly listed: readonly { readonly indicator: number; readonly cell: CellRef }[];
      readonly cell: CellRef;
    }
  | {
      readonly kind: 'count';
      readonly count: number;
      readonly listed: readonly number[];
      readonly cell: CellRef;
    };

const LONGEST_NAME = 60;
const NUMBER = '(?<![\\d.])(\\d{1,3}(?:\\.\\d{1,2})?)(?!\\d|\\.\\d)';
const SCORE = `(?:ได้|มี)?\\s*(?:ค่า)?คะแนน(?:เฉลี่ย|รวม)?\\s*(?:เท่ากับ|อยู่ที่|คือ|=|:|ร้อยละ)?\\s*(?:ร้อยละ)?\\s*${NUMBER}`;

/** Indicator whose name a text begins with, after its number or not; the longest name that fits. */
const indicatorAt = (text: string, { indicators }: RuleSet): number | null => {
  const label = compact(text.slice(0, LONGEST_NAME)).replace(/^(?:ตัวชี้วัด)?(?:ที่)?\d{0,2}/, '');
  const fitting = indicators.flatMap(({ id, name, aliases }) =>
    [name, ...aliases]
      .map(compact)
      .flatMap((own) => (label.startsWith(own) ? [{ id, length: own.length }] : [])),
  );
  const [first] = fitting.sort((a, b) => b.length - a.length);
  return first?.id ?? null;
};

const matches = (
  text: string,
  pattern: RegExp,
): readonly { readonly start: number; readonly end: number; readonly groups: readonly string[] }[] =>
  [...text.matchAll(pattern)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    groups: match.slice(1).map((group: string | undefined) => group ?? ''),
  }));

const TOTAL = new RegExp(
  `(?:ผลการประเมิน|ผลคะแนน|คะแนนรวม|ITA)[^\\n]{0,160}?(?:มีค่าคะแนน|ได้คะแนนรวม|คะแนนรวม|มีคะแนนรวม|คะแนนเฉลี่ยรวม|ได้ผลคะแนน)\\s*(?:เฉลี่ย|รวม)?\\s*(?:เท่ากับ|อยู่ที่|คือ)?\\s*(?:ร้อยละ)?\\s*${NUMBER}`,
  'g',
);
// What a total must reach, could reach or is elsewhere is no claim of what it is.
const WORDS_BEFORE = 30;
const NO_RESULT = /เต็ม|เป้าหมาย|เกณฑ์|น้อยกว่า|อย่างน้อย|ประเทศ|จังหวัด(?=.*เฉลี่ย)|เฉลี่ยของ/;
/** Words between a name and its score; another indicator may not stand between them. */
const NAMED = new RegExp(`ตัวชี้วัด(?:ที่\\s*\\d{1,2})?\\s*([^\\d]{4,60}?)\\s*${SCORE}`, 'g');
const IS_HIGHEST = /^\s*(?:คะแนน)?\s*ซึ่ง(?:เป็น|ถือเป็น|มี)(?:คะแนน)?ที่?(?:สูง|มาก)(?:ที่)?สุด/;
const IS_LOWEST = /^\s*(?:คะแนน)?\s*ซึ่ง(?:เป็น|ถือเป็น|มี)(?:คะแนน)?ที่?(?:ต่ำ|น้อย)(?:ที่)?สุด/;
const EXTREME =
  /ตัวชี้วัดที่(?:ได้|มี)(?:ค่า)?คะแนน(?:เฉลี่ย)?\s*(?:ที่)?(สูง|มาก|ต่ำ|น้อย)(?:ที่)?สุด[^:]{0,40}?(?:คือ|ได้แก่)\s*/g;
const ABOVE = new RegExp(
  `(?:ตัวชี้วัดที่(?:ได้|มี)|ทุกตัวชี้วัด(?:ได้|มี)?|ทั้ง(?:สิบ|\\s*10\\s*)ตัวชี้วัด(?:ได้|มี)?)\\s*(?:ค่า)?(?:คะแนน)?\\s*(?:มากกว่า|สูงกว่า|เกินกว่า|เกิน)\\s*(?:ร้อยละ)?\\s*${NUMBER}`,
);
const ALL = /ทุกตัวชี้วัด|ทั้ง(?:สิบ|\s*10\s*)ตัวชี้วัด/;
const COUNT = /จำนวน\s*(\d{1,2})\s*ตัวชี้วัด\s*(?:ได้แก่|คือ|ดังนี้)\s*:?\s*(.*)$/;

/** Indicators that a sentence lists one after another; null where one of its pieces is none, for then it is no such list. */
const listedIn = (text: string, ruleSet: RuleSet): readonly number[] | null => {
  const pieces = text
    .split(/[,،;·•]|\s(?:และ|กับ)\s?|\s\d{1,2}[.)]\s|(?<=[ก-๙])\s+(?=ตัวชี้วัด)/)
    .map((piece) => piece.replace(/^\s*(?:\d{1,2}[.)]|และ)\s*/, '').trim())
    .filter((piece) => piece !== '');
  const ids = pieces.map((piece) => indicatorAt(piece, ruleSet));
  return ids.some((id) => id === null) ? null : ids.flatMap((id) => id ?? []);
};

const MOST_LISTED = 12;

/** Indicators that stand below a heading, one to a row, in its column. */
const listedBelow = (
  sheet: SheetSnapshot,
  { row, column }: CellRef,
  ruleSet: RuleSet,
): readonly { readonly indicator: number; readonly cell: CellRef }[] => {
  const listed: { indicator: number; cell: CellRef }[] = [];
  for (let at = row + 1; at <= row + MOST_LISTED && at < sheet.rows.length; at += 1) {
    const [first] = filledColumns(sheet, at);
    if (first === undefined || first > column + 1) break;
    const text = withArabicDigits(withPlainSpaces(textAt(sheet, { row: at, column: first })));
    const indicator = text.length > LONGEST_NAME * 2 ? null : indicatorAt(text, ruleSet);
    if (indicator === null) break;
    listed.push({ indicator, cell: { sheet: sheet.name, row: at, column: first } });
  }
  return listed;
};

const LONGEST_SECTION = 60;

/**
 * Indicators of a section in which each has a heading of its own with text below it: those that its headings name, down
 * to a table or to the next sentence that counts.
 */
const headingsBelow = (sheet: SheetSnapshot, { row }: CellRef, ruleSet: RuleSet): readonly number[] => {
  const ids = new Set<number>();
  for (let at = row + 1; at <= row + LONGEST_SECTION && at < sheet.rows.length; at += 1) {
    const [first, second] = filledColumns(sheet, at);
    if (second !== undefined) break;
    if (first === undefined) continue;
    const text = withArabicDigits(withPlainSpaces(textAt(sheet, { row: at, column: first })));
    if (COUNT.test(text)) break;
    const isHeading = text.length <= LONGEST_NAME * 2 && /^[\d.()\s]*ตัวชี้วัดที่/.test(text);
    const indicator = isHeading ? indicatorAt(text, ruleSet) : null;
    if (indicator !== null) ids.add(indicator);
  }
  return [...ids];
};

/** Indicators that a sentence counts: those it goes on with, else those below it. */
const countedIn = (
  sheet: SheetSnapshot,
  cell: CellRef,
  list: string,
  count: number,
  ruleSet: RuleSet,
): readonly number[] | null => {
  if (list !== '') return listedIn(list, ruleSet);
  const below = listedBelow(sheet, cell, ruleSet).map(({ indicator }) => indicator);
  return below.length > 0 && below.length < count ? headingsBelow(sheet, cell, ruleSet) : below;
};

const claimsOfCell = (
  sheet: SheetSnapshot,
  cell: CellRef,
  text: string,
  ruleSet: RuleSet,
): readonly Claim[] => {
  const totals = matches(text, TOTAL)
    .filter(({ start, end }) => !NO_RESULT.test(text.slice(Math.max(0, start - WORDS_BEFORE), end)))
    .map(({ groups }): Claim => ({ kind: 'total', value: Number(groups[0]), cell }));
  const named = matches(text, NAMED).flatMap(({ end, groups: [name = '', score = ''] }): readonly Claim[] => {
    const indicator = indicatorAt(name, ruleSet);
    if (indicator === null) return [];
    const value = Number(score);
    const rest = text.slice(end);
    const kind = IS_HIGHEST.test(rest) ? 'highest' : IS_LOWEST.test(rest) ? 'lowest' : 'score';
    return [{ kind, indicator, value, cell }];
  });
  const extremes = matches(text, EXTREME).flatMap(({ end, groups: [word = ''] }): readonly Claim[] => {
    const rest = text.slice(end).replace(/^[“"«\s]+/, '');
    const indicator = indicatorAt(rest, ruleSet);
    const kind = word === 'สูง' || word === 'มาก' ? 'highest' : 'lowest';
    const score = new RegExp(`^[^\\d]{0,80}?${NUMBER}\\s*คะแนน`).exec(
      rest.replace(/^ตัวชี้วัด(?:ที่)?\s*\d{0,2}/, ''),
    )?.[1];
    return indicator === null
      ? []
      : [{ kind, indicator, value: score === undefined ? null : Number(score), cell }];
  });
  const limit = ABOVE.exec(text)?.[1];
  const all = ruleSet.indicators.map(({ id }) => ({ indicator: id, cell }));
  const listed = ALL.test(text) ? all : listedBelow(sheet, cell, ruleSet);
  const above: readonly Claim[] =
    limit === undefined || listed.length === 0 ? [] : [{ kind: 'above', limit: Number(limit), listed, cell }];
  const [, count = '', list = ''] = COUNT.exec(text) ?? [];
  const counted = count === '' ? null : countedIn(sheet, cell, list, Number(count), ruleSet);
  const counts: readonly Claim[] =
    counted === null || counted.length === 0
      ? []
      : [{ kind: 'count', count: Number(count), listed: counted, cell }];
  return [...totals, ...named, ...extremes, ...above, ...counts];
};

const SIGN = /คะแนน|จำนวน.{1,6}ตัวชี้วัด/;

/** A sentence that also speaks of another year may be about that one. */
const isOfYear = (text: string, { fiscalYear }: RuleSet): boolean =>
  yearsIn(text).every(({ year }) => year === fiscalYear);

/** What the texts of sheets claim about the scores of the indicators and the total, from top to bottom. */
export const claimsIn = (sheets: readonly SheetSnapshot[], ruleSet: RuleSet): readonly Claim[] =>
  sheets.flatMap((sheet) =>
    sheet.rows.flatMap((cells, row) =>
      (cells ?? []).flatMap((content, column): readonly Claim[] => {
        const value = content?.value;
        if (typeof value !== 'string' || !SIGN.test(value)) return [];
        const text = withArabicDigits(withPlainSpaces(value));
        if (!isOfYear(text, ruleSet)) return [];
        return claimsOfCell(sheet, { sheet: sheet.name, row, column }, text, ruleSet);
      }),
    ),
  );
