import type { CellRef } from '../cell-address';
import type { SheetSnapshot } from '../snapshot';
import { withArabicDigits } from '../text/thai-digits';
import { yearsIn, yearsInName } from '../text/years';
import { filledColumns, holdsScore, textAt, textsMatching } from './sheet-text';

/** Something that a cell outside the scores says about them. */
export type Mention<Value> = { readonly value: Value; readonly cell: CellRef; readonly strength: number };

/** From this strength on a mention of a year is plain enough to stand for the scores below it. */
export const PLAIN = 2;

const LONGEST_HEADING = 300;

const KEY = /ปี|fy|ita/i;

const YEAR_LABEL = /^(ประจำ)?ปี(งบประมาณ)?[\s.พศ]*:?$/;
const COMPARES = /สูงกว่า|ต่ำกว่า|เทียบ|เพิ่มขึ้น|ลดลง|ที่ผ่านมา|ปีก่อน/;
const PLANS = /มาตรการ|แผน|เป้าหมาย|ยกระดับ|แนวทาง|เตรียม|ข้อเสนอ|ภายใน\s*$/;
const SCORES = /ผล|คะแนน|วิเคราะห์|ITA/i;

// «ปี 2565 ได้คะแนนรวม 90.11» tells a score of its own and heads no table.
const STATES_SCORE = /คะแนน.*\d\.\d/;
/** More than a plan's year, less than any title's. */
const STATEMENT = 1.5;

/** How plainly a year is said to be the scored one: a year compared with not at all, one of plans or of a sentence hardly. */
const strengthOf = (context: string, isFiscal: boolean): number => {
  if (COMPARES.test(context)) return 0;
  if (PLANS.test(context)) return 1;
  if (STATES_SCORE.test(withArabicDigits(context))) return STATEMENT;
  return (isFiscal ? 2 : 1) + (SCORES.test(context) ? 2 : 0);
};

/** Fiscal years that the headings of a sheet name; of several in one heading each counts by the words before it. */
export const yearMentions = (sheet: SheetSnapshot, rows?: number): readonly Mention<number>[] =>
  textsMatching(sheet, KEY, LONGEST_HEADING, rows).flatMap(({ text: own, row, column }) => {
    const cell = { sheet: sheet.name, row, column };
    const next = filledColumns(sheet, cell.row).find((column) => column > cell.column) ?? cell.column;
    const text = YEAR_LABEL.test(own) ? `${own} ${textAt(sheet, { row: cell.row, column: next })}` : own;
    const years = yearsIn(text);
    // What stands beside a score is about that score only.
    if (years.length === 0 || holdsScore(sheet, cell.row)) return [];
    return years.map(({ year, isFiscal, start }, index) => {
      const context = years.length === 1 ? text : text.slice(years[index - 1]?.end ?? 0, start);
      return { value: year, cell, strength: strengthOf(context, isFiscal) };
    });
  });

/** The one year that the name of a sheet contains, `2567` or `ITA ๒๕๖๗`, said by the sheet's first cell. */
export const yearOfSheetName = ({ name }: SheetSnapshot): Mention<number> | undefined => {
  const [year, ...others] = yearsInName(name);
  return year === undefined || others.length > 0
    ? undefined
    : { value: year, cell: { sheet: name, row: 0, column: 0 }, strength: PLAIN };
};

/** The strongest mention; of equally strong ones the first. */
export const strongest = <Value>(mentions: readonly Mention<Value>[]): Mention<Value> | undefined =>
  mentions.reduce<Mention<Value> | undefined>(
    (best, mention) => (best === undefined || mention.strength > best.strength ? mention : best),
    undefined,
  );
