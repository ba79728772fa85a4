const MOST_REMEMBERED = 20_000;

/**
 * The same function of a text, which remembers its answers: sheets repeat few words in many cells. What is remembered
 * is bounded, so that a workbook of nothing but different texts does not fill the memory.
 */
export const remember = <Answer>(of: (text: string) => Answer): ((text: string) => Answer) => {
  const known = new Map<string, Answer>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined || known.has(text)) return before as Answer;
    const answer = of(text);
    if (known.size >= MOST_REMEMBERED) known.clear();
    known.set(text, answer);
    return answer;
  };
};
