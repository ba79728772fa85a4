import { withArabicDigits, withPlainSpaces } from '../text/thai-digits';

const MEMBER = /([ieo])\.?\s?0*(\d{1,3})(?:\s?(?:[-–—]|ถึง)\s?([ieo]?)\.?\s?0*(\d{1,3}))?/g;
const SEPARATORS = /^(?:[\s,;·/]|และ|ข้อ)*$/;

/** Items of a list such as `o1–o4, o9 และ e๓`, in its order and each once; undefined for anything else. */
export const readItemList = (text: string): readonly string[] | undefined => {
  const plain = withPlainSpaces(withArabicDigits(text)).toLowerCase();
  const members = [...plain.matchAll(MEMBER)];
  if (members.length === 0 || !SEPARATORS.test(plain.replace(MEMBER, ''))) return undefined;
  const ids = members.flatMap(([, letter = '', from = '', endLetter = '', to = from]) => {
    const [first, last] = [Number(from), Number(to)];
    if (first < 1 || last < first || (endLetter !== '' && endLetter !== letter)) return [undefined];
    return Array.from({ length: last - first + 1 }, (_, index) => `${letter}${first + index}`);
  });
  return ids.some((id) => id === undefined) ? undefined : [...new Set(ids.flatMap((id) => id ?? []))];
};

/** The list in words, neighbours as a range: `o1–o4 o9`. */
export const itemListText = (ids: readonly string[]): string => {
  const runs: { letter: string; first: number; last: number }[] = [];
  for (const id of ids) {
    const [letter, number] = [id.charAt(0), Number(id.slice(1))];
    const run = runs.at(-1);
    if (run?.letter === letter && run.last === number - 1) run.last = number;
    else runs.push({ letter, first: number, last: number });
  }
  return runs
    .map(({ letter, first, last }) =>
      first === last ? `${letter}${first}` : `${letter}${first}–${letter}${last}`,
    )
    .join(' ');
};
