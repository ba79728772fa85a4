import { Button, FluentProvider, mergeClasses } from '@fluentui/react-components';
import { lazy, Suspense, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { Language } from '../app/messages/messages';
import type { PaneTexts } from '../app/messages/pane-texts';
import { paneTextsEn } from '../app/messages/pane-texts-en';
import { paneTextsTh } from '../app/messages/pane-texts-th';
import { isWorking, type Outcome, type Session, type SessionState } from '../app/session-state';
import { Progress, StartView } from './components/start-views';
import { LoadBoundary } from './connection-view';
import { useFocusKept } from './focus';
import { PLAIN_SURFACE, type Surface } from './surface';
import { themes, useSharedStyles } from './theme';
import type { Sentences } from './words';

// What the first screen does not need is loaded once there is something to say.
const OutcomeView = lazy(async () => ({
  default: (await import('./components/outcome-view')).OutcomeView,
}));
const HelpView = lazy(async () => ({ default: (await import('./components/help-view')).HelpView }));

/** The words of a language; the sentences in Thai come with the view that says them. */
type Loaded = { readonly texts: PaneTexts; readonly sentences: Sentences | null };

const THAI: Loaded = { texts: paneTextsTh, sentences: null };

const wordsIn = async (language: Language): Promise<Loaded> => {
  if (language === 'th') return THAI;
  const [{ resultTextsEn }, { messagesEn }] = await Promise.all([
    import('../app/messages/result-texts-en'),
    import('../app/messages/en'),
  ]);
  return { texts: paneTextsEn, sentences: { results: resultTextsEn, messages: messagesEn } };
};

type WorkingStep = keyof PaneTexts['working'];
type Settled = Outcome | { readonly step: 'idle' };

const isSettled = (state: SessionState): state is Settled => !isWorking(state);

/** Work that is done sooner is not worth a flicker. */
const PATIENCE_MS = 300;

/** What the work came to last, which stays in sight while more is under way, and the name of a step that takes long. */
const useSettled = (
  session: Session,
): {
  readonly outcome: Settled;
  readonly step: WorkingStep | null;
  /** How many of the picked files are done. */
  readonly files: { readonly done: number; readonly total: number } | null;
  readonly isBusy: boolean;
} => {
  const state = useSyncExternalStore(session.subscribe, session.state);
  const settled = useRef<Settled>({ step: 'idle' });
  if (isSettled(state)) settled.current = state;
  const isBusy = !isSettled(state);
  const [isSlow, setIsSlow] = useState(false);
  useEffect(() => {
    if (!isBusy) return undefined;
    const timer = setTimeout(() => {
      setIsSlow(true);
    }, PATIENCE_MS);
    return () => {
      clearTimeout(timer);
      setIsSlow(false);
    };
  }, [isBusy]);
  const step = isBusy && isSlow ? (state.step as WorkingStep) : null;
  const files = state.step === 'collecting' ? state : null;
  return { outcome: settled.current, step, files, isBusy };
};

const Content = ({
  session,
  surface,
  words: { texts, sentences },
}: {
  readonly session: Session;
  readonly surface: Surface;
  readonly words: Loaded;
}) => {
  const { outcome, step, files, isBusy } = useSettled(session);
  const shared = useSharedStyles();
  const canCancel = step === 'reading' || step === 'assessing' || step === 'collecting';
  return (
    <>
      <p role="status" className={shared.unseen}>
        {step === null ? '' : texts.working[step]}
      </p>
      {step !== null && (
        <Progress
          label={texts.working[step]}
          part={files && { ...files, text: texts.filesRead(files.done, files.total) }}
          cancel={texts.cancel}
          onCancel={canCancel ? session.cancel : null}
        />
      )}
      <Suspense fallback={null}>
        {outcome.step === 'idle' ? (
          <StartView texts={texts} openSample={surface.openSample} onAnalyze={() => void session.analyze()} />
        ) : (
          <OutcomeView
            session={session}
            state={outcome}
            surface={surface}
            texts={texts}
            sentences={sentences}
            isBusy={isBusy}
          />
        )}
      </Suspense>
    </>
  );
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
  const [isHelpOpen, setIsHelpOpen] = useState(false);
  const helpButton = useRef<HTMLButtonElement>(null);
  const shared = useSharedStyles();
  useFocusKept();
  useEffect(() => {
    let isWanted = true;
    void wordsIn(language).then(
      (loaded) => {
        // English takes time to load; who went back to Thai meanwhile keeps it.
        if (!isWanted) return;
        setWords(loaded);
        document.documentElement.lang = language;
      },
      () => {
        setLanguage('th');
      },
    );
    return () => {
      isWanted = false;
    };
  }, [language]);
  const { texts } = words;
  return (
    <FluentProvider theme={themes[surface.look]} className={shared.pane}>
      <nav className={shared.bar} aria-label={texts.menu}>
        <Button
          ref={helpButton}
          appearance="transparent"
          size="small"
          aria-expanded={isHelpOpen}
          onClick={() => {
            setIsHelpOpen(!isHelpOpen);
          }}
        >
          {texts.help}
        </Button>
        <Button
          appearance="transparent"
          size="small"
          lang={language === 'th' ? 'en' : 'th'}
          onClick={() => {
            setLanguage(language === 'th' ? 'en' : 'th');
          }}
        >
          {texts.otherLanguage}
        </Button>
      </nav>
      <LoadBoundary sentence={texts.notLoaded} reload={texts.reload}>
        {isHelpOpen && (
          <Suspense fallback={null}>
            <HelpView
              language={texts.language}
              onClose={() => {
                setIsHelpOpen(false);
                helpButton.current?.focus();
              }}
            />
          </Suspense>
        )}
        <div className={mergeClasses(shared.place)} hidden={isHelpOpen}>
          <Content session={session} surface={surface} words={words} />
        </div>
      </LoadBoundary>
    </FluentProvider>
  );
};
