const MOST_REMEMBERED = 20_000;

/**
 * The same function of a text, which remembers its answers: sheets repeat few words in many cells, and most often that of
 * the cell before. What is remembered is bounded, so that a workbook of nothing but different texts does not fill the
 * memory.
 */
export const remember = <Answer>(of: (text: string) => Answer): ((text: string) => Answer) => {
  const known = new Map<string, Answer>();
  let last: { readonly text: string; readonly answer: Answer } | null = null;
  const answerTo = (text: string): Answer => {
    const before = known.get(text);
    if (before !== undefined || known.has(text)) return before as Answer;
    const answer = of(text);
    if (known.size >= MOST_REMEMBERED) known.clear();
    known.set(text, answer);
    return answer;
  };
  return (text) => {
    if (last?.text !== text) last = { text, answer: answerTo(text) };
    return last.answer;
  };
};
