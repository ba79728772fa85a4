import { withArabicDigits } from './thai-digits';

/** A year of the Buddhist era named in a text, whether it is said to be a fiscal year, and where it stands. */
export type YearMention = {
  readonly year: number;
  readonly isFiscal: boolean;
  readonly start: number;
  readonly end: number;
};

const ERA = 543;
const CENTURY = 2500;

// Titles are spaced out at times, «๒ ๕ ๖ ๗». พ.ศ. alone dates laws and letters too, so it names a year only after one of the words before it.
const WORD = 'ปีงบ(?:ประมาณ)?|ประจำปี|ปี|fy|ita\\)?';
const MENTION = new RegExp(
  `(${WORD})\\s*(?:ที่)?\\s*(?:พ\\s*\\.*\\s*ศ\\s*\\.*)?\\s*[:_-]?\\s*(25\\d\\d|2 5 \\d \\d|20\\d\\d|\\d\\d)(?!\\d|[.,]\\d)`,
  'gi',
);

/** Year of the Buddhist era that digits after a word mean, `2567`, `67` or the common era's `2024`; null for no year. */
const yearOf = (digits: string, word: string): number | null => {
  const number = Number(digits.replaceAll(' ', ''));
  if (number >= CENTURY) return number;
  if (number >= 2000) return number + ERA;
  if (number >= 60 && number <= 79) return number + CENTURY;
  return /fy/i.test(word) && number >= 17 && number <= 36 ? number + 2000 + ERA : null;
};

/** Years that a heading names, in order: `ประจำปีงบประมาณ พ.ศ. ๒๕๖๗`, `ปี ๖๗`, `FY2024` (2567). */
export const yearsIn = (text: string): readonly YearMention[] =>
  [...withArabicDigits(text).matchAll(MENTION)].flatMap(
    ({ 0: whole, 1: word = '', 2: digits = '', index }) => {
      const year = yearOf(digits, word);
      if (year === null) return [];
      return [{ year, isFiscal: /งบ|fy/i.test(word), start: index, end: index + whole.length }];
    },
  );

const ALONE = /^(?:พ\s*\.?\s*ศ\s*\.?\s*)?(25\d\d|20\d\d)$/;

/** Year that a text consists of, as the heads of columns and rows do: `2567`, `พ.ศ. ๒๕๖๗`, `ปี 67`; null for another text. */
export const wholeYear = (text: string): number | null => {
  const plain = withArabicDigits(text).trim();
  const [, digits] = ALONE.exec(plain) ?? [];
  if (digits !== undefined) return yearOf(digits, '');
  const [mention, ...others] = yearsIn(plain);
  if (mention === undefined || others.length > 0 || mention.start > 0) return null;
  return mention.end === plain.length && !/^ita/i.test(plain) ? mention.year : null;
};

const IN_NAME = /(?<!\d)25\d\d(?!\d)/g;

/** Years in the name of a sheet or a file, where they need no word before them. */
export const yearsInName = (name: string): readonly number[] => {
  const bare = [...withArabicDigits(name).matchAll(IN_NAME)].map(([digits]) => Number(digits));
  return [...new Set([...bare, ...yearsIn(name).map(({ year }) => year)])];
};
