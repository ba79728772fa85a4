import { Button, FluentProvider } from '@fluentui/react-components';
import { lazy, Suspense, useEffect, useState, useSyncExternalStore } from 'react';
import type { Language, Messages } from '../app/messages/messages';
import type { PaneTexts } from '../app/messages/pane-texts';
import { paneTextsTh } from '../app/messages/pane-texts-th';
import type { Session } from '../app/session';
import { StartView, WorkingView } from './components/start-views';
import { LoadBoundary } from './connection-view';
import { PLAIN_SURFACE, type Surface } from './surface';
import { paneTheme, useSharedStyles } from './theme';

// What the first screen does not need is loaded once there is something to say.
const OutcomeView = lazy(async () => ({
  default: (await import('./components/outcome-view')).OutcomeView,
}));

/** The words of a language; the sentences in Thai come with the view that says them. */
type Words = { readonly texts: PaneTexts; readonly messages: Messages | null };

const THAI: Words = { texts: paneTextsTh, messages: null };

const wordsIn = async (language: Language): Promise<Words> => {
  if (language === 'th') return THAI;
  const [{ paneTextsEn }, { messagesEn }] = await Promise.all([
    import('../app/messages/pane-texts-en'),
    import('../app/messages/en'),
  ]);
  return { texts: paneTextsEn, messages: messagesEn };
};

const Content = ({ session, words }: { readonly session: Session; readonly words: Words }) => {
  const state = useSyncExternalStore(session.subscribe, session.state);
  const { texts, messages } = words;
  switch (state.step) {
    case 'idle':
      return <StartView texts={texts} onAnalyze={() => void session.analyze()} />;
    case 'reading':
      return <WorkingView label={texts.reading} />;
    case 'writing':
      return <WorkingView label={texts.writing} />;
    case 'undoing':
      return <WorkingView label={texts.undoing} />;
    case 'unread':
    case 'refused':
    case 'ready':
    case 'written':
    case 'undone':
      return <OutcomeView session={session} state={state} texts={texts} messages={messages} />;
  }
};

/** The pane over one workbook, in the language of its surface unless the officer asks for the other one. */
export const App = ({
  session,
  surface = PLAIN_SURFACE,
}: {
  readonly session: Session;
  readonly surface?: Surface;
}) => {
  const [language, setLanguage] = useState<Language>(surface.language);
  const [words, setWords] = useState(THAI);
  const shared = useSharedStyles();
  useEffect(() => {
    let isWanted = true;
    void wordsIn(language).then((loaded) => {
      // English takes time to load; who went back to Thai meanwhile keeps it.
      if (!isWanted) return;
      setWords(loaded);
      document.documentElement.lang = language;
    });
    return () => {
      isWanted = false;
    };
  }, [language]);
  return (
    <FluentProvider theme={paneTheme} className={shared.pane}>
      <nav className={shared.corner}>
        <Button
          appearance="transparent"
          size="small"
          onClick={() => {
            setLanguage(language === 'th' ? 'en' : 'th');
          }}
        >
          {words.texts.otherLanguage}
        </Button>
      </nav>
      <LoadBoundary sentence={words.texts.notLoaded} reload={words.texts.reload}>
        <Suspense fallback={<WorkingView label={words.texts.reading} />}>
          <Content session={session} words={words} />
        </Suspense>
      </LoadBoundary>
    </FluentProvider>
  );
};
