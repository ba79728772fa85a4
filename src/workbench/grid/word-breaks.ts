/** Where a line may end; nobody sees it. */
const BREAK = '\u200B';
const THAI = /[\u0E00-\u0E7F]{2,}/g;
/** Texts that are in sight are drawn again and again. */
const MAX_KNOWN = 5000;

const known = new Map<string, string>();
const words = new Intl.Segmenter('th', { granularity: 'word' });

/** A text with places to end a line between Thai words, which are written without blanks. */
export const withWordBreaks = (text: string): string => {
  const before = known.get(text);
  if (before !== undefined) return before;
  const broken = text.replace(THAI, (run) =>
    Array.from(words.segment(run), ({ segment }) => segment).join(BREAK),
  );
  if (known.size >= MAX_KNOWN) known.clear();
  known.set(text, broken);
  return broken;
};

/** The pieces between which a line may end. */
export const wordsOf = (text: string): readonly string[] => withWordBreaks(text).split(BREAK);

/** The text without such places: they must not come into a file by way of the clipboard. */
export const withoutWordBreaks = (text: string): string => text.replaceAll(BREAK, '');
