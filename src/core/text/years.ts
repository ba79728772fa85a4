import { withArabicDigits } from './thai-digits';

/** A year of the Buddhist era named in a text, and how plainly it is said to be the fiscal year. */
export type YearMention = { readonly year: number; readonly isFiscal: boolean };

const MENTION = /(ปีงบประมาณ|ประจำปี|ปี|fy)\s*(?:ที่)?\s*(?:พ\s*\.*\s*ศ\s*\.*)?\s*:?\s*(25\d\d|20\d\d)(?!\d)/gi;

/** Years that a heading names, in order: `ประจำปีงบประมาณ พ.ศ. ๒๕๖๗`, `ปี 2567`, `FY2024` (2567). */
export const yearsIn = (text: string): readonly YearMention[] =>
  [...withArabicDigits(text).matchAll(MENTION)].map(([, word = '', digits = '']) => {
    const year = Number(digits);
    return { year: year < 2400 ? year + 543 : year, isFiscal: /งบประมาณ|fy/i.test(word) };
  });
