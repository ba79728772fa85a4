import { useEffect, useState, useSyncExternalStore } from 'react';
import type { Messages } from '../../app/messages/messages';
import type { WorkbenchTexts } from '../../app/messages/workbench-texts';
import { workbenchTextsTh } from '../../app/messages/workbench-texts-th';

/** The words of the page in the language of the pane; sentences come a moment later. */
export type Words = { readonly texts: WorkbenchTexts; readonly messages: Messages | null };

/** The pane says its language where everybody can read it: on the document. */
const subscribe = (listener: () => void): (() => void) => {
  const observer = new MutationObserver(listener);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['lang'] });
  return () => {
    observer.disconnect();
  };
};

/** The words in the language that the pane shows. */
export const useWords = (): Words => {
  const language = useSyncExternalStore(subscribe, () => document.documentElement.lang);
  const [words, setWords] = useState<Words>({ texts: workbenchTextsTh, messages: null });
  useEffect(() => {
    let isWanted = true;
    void loadWords(language).then((loaded) => {
      if (isWanted) setWords(loaded);
    });
    return () => {
      isWanted = false;
    };
  }, [language]);
  return words;
};

const loadWords = async (language: string): Promise<Words> => {
  if (language !== 'en') {
    const { messagesTh } = await import('../../app/messages/th');
    return { texts: workbenchTextsTh, messages: messagesTh };
  }
  const [{ workbenchTextsEn }, { messagesEn }] = await Promise.all([
    import('../../app/messages/workbench-texts-en'),
    import('../../app/messages/en'),
  ]);
  return { texts: workbenchTextsEn, messages: messagesEn };
};
