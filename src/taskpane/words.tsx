import { createContext, useContext, useMemo, type ReactNode } from 'react';
import { tableInDigits } from '../app/messages/digits';
import type { Messages } from '../app/messages/messages';
import type { PaneTexts } from '../app/messages/pane-texts';
import type { ResultTexts } from '../app/messages/result-texts';
import { resultTextsTh } from '../app/messages/result-texts-th';
import { messagesTh } from '../app/messages/th';
import type { Digits } from '../core/settings/settings';

/** The sentences of a language that come with the views which say them. */
export type Sentences = { readonly results: ResultTexts; readonly messages: Messages };

/** Everything that the pane says, in one language and in the digits of the settings. */
export type Words = Sentences & { readonly texts: PaneTexts };

const WordsContext = createContext<Words | null>(null);

/** The words for everything below; sentences that are null are those in Thai. */
export const WordsProvider = ({
  texts,
  sentences,
  digits,
  children,
}: {
  readonly texts: PaneTexts;
  readonly sentences: Sentences | null;
  readonly digits: Digits;
  readonly children: ReactNode;
}) => {
  const words = useMemo((): Words => {
    const { results, messages } = sentences ?? { results: resultTextsTh, messages: messagesTh };
    // Thai digits belong to Thai; in English they would only be a riddle.
    const shown = texts.language === 'th' ? digits : 'arabic';
    return {
      texts: tableInDigits(texts, shown),
      results: tableInDigits(results, shown),
      messages: tableInDigits(messages, shown),
    };
  }, [texts, sentences, digits]);
  return <WordsContext.Provider value={words}>{children}</WordsContext.Provider>;
};

/** The words in force here. */
export const useWords = (): Words => {
  const words = useContext(WordsContext);
  if (words === null) throw new Error('No words here');
  return words;
};
