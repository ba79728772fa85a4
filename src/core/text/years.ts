import { withArabicDigits } from './thai-digits';

/** A year of the Buddhist era named in a text, whether it is said to be a fiscal year, and where it stands. */
export type YearMention = {
  readonly year: number;
  readonly isFiscal: boolean;
  readonly start: number;
  readonly end: number;
};

const MENTION = /(ปีงบประมาณ|ประจำปี|ปี|fy)\s*(?:ที่)?\s*(?:พ\s*\.*\s*ศ\s*\.*)?\s*:?\s*(25\d\d|20\d\d)(?!\d)/gi;

/** Years that a heading names, in order: `ประจำปีงบประมาณ พ.ศ. ๒๕๖๗`, `ปี 2567`, `FY2024` (2567). */
export const yearsIn = (text: string): readonly YearMention[] =>
  [...withArabicDigits(text).matchAll(MENTION)].map(({ 0: whole, 1: word = '', 2: digits = '', index }) => {
    const year = Number(digits);
    const isFiscal = /งบประมาณ|fy/i.test(word);
    return { year: year < 2400 ? year + 543 : year, isFiscal, start: index, end: index + whole.length };
  });
