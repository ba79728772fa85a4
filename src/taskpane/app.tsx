import { Button, FluentProvider } from '@fluentui/react-components';
import { lazy, Suspense, useEffect, useState, useSyncExternalStore } from 'react';
import type { Language, Messages } from '../app/messages/messages';
import type { PaneTexts } from '../app/messages/pane-texts';
import { paneTextsTh } from '../app/messages/pane-texts-th';
import { messagesTh } from '../app/messages/th';
import type { Session } from '../app/session';
import type { CellRef } from '../core/cell-address';
import { StartView, WorkingView } from './components/start-views';
import { LoadBoundary } from './connection-view';
import { paneTheme, useSharedStyles } from './theme';

// What the first screen does not need is loaded while the workbook is read.
const ResultView = lazy(async () => ({
  default: (await import('./components/result-view')).ResultView,
}));
const RefusalView = lazy(async () => ({
  default: (await import('./components/notice-views')).RefusalView,
}));
const QuestionView = lazy(async () => ({
  default: (await import('./components/notice-views')).QuestionView,
}));

type Words = { readonly texts: PaneTexts; readonly messages: Messages };

const THAI: Words = { texts: paneTextsTh, messages: messagesTh };

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
  const analyze = (): void => void session.analyze();
  const write = (): void => void session.write();
  const undo = (): void => void session.undo();
  const show = (cell: CellRef): void => void session.show(cell);
  switch (state.step) {
    case 'idle':
      return <StartView texts={texts} onAnalyze={analyze} />;
    case 'reading':
      return <WorkingView label={texts.reading} />;
    case 'writing':
      return <WorkingView label={texts.writing} />;
    case 'undoing':
      return <WorkingView label={texts.undoing} />;
    case 'undone': {
      const left = [...state.left.sheets, ...state.left.cells].join(', ');
      return (
        <RefusalView
          intent={left === '' ? 'success' : 'warning'}
          sentence={left === '' ? texts.undone : texts.undoneExcept(left)}
          actions={[{ label: texts.start.button, run: analyze }]}
        />
      );
    }
    case 'unread': {
      const { code, candidates, samples } = state.refusal;
      const isYear = code === 'yearUnknown' || code === 'yearNotFound';
      // What was chosen before may be gone from the workbook; then it is to be chosen anew.
      const isTable = code === 'severalTables';
      if (isYear || isTable || code === 'severalAgencies' || code === 'agencyNotFound') {
        const isAsked = isTable || code === 'severalAgencies' || code === 'yearUnknown';
        return (
          <QuestionView
            question={isAsked ? texts.question[code] : messages.readingRefusal(state.refusal)}
            candidates={candidates}
            samples={samples}
            texts={texts}
            onChoose={(candidate) => {
              const choice = isTable ? { sheet: candidate } : { agency: candidate };
              void session.choose(isYear ? { year: Number(candidate) } : choice);
            }}
            onShow={show}
          />
        );
      }
      return (
        <RefusalView
          intent="warning"
          sentence={messages.readingRefusal(state.refusal)}
          actions={[{ label: texts.again, run: analyze }]}
        />
      );
    }
    case 'refused': {
      const { analysis, refusal, again } = state;
      const mustReadAgain = ['changedSinceRead', 'changedMeanwhile', 'halfWritten'].includes(refusal.code);
      return (
        <RefusalView
          sentence={messages.workbookRefusal(refusal)}
          intent="warning"
          actions={[
            ...(refusal.code === 'halfWritten' ? [{ label: texts.undo, run: undo }] : []),
            ...(mustReadAgain || analysis === null ? [] : [{ label: texts.again, run: () => void again() }]),
            { label: analysis === null ? texts.again : texts.start.button, run: analyze },
          ]}
        />
      );
    }
    case 'ready':
    case 'written':
      return (
        <ResultView
          analysis={state.analysis}
          step={state.step}
          inPlace={session.options().inPlace ?? false}
          texts={texts}
          messages={messages}
          onShow={show}
          onWrite={write}
          onUndo={session.canUndo() ? undo : null}
          onAgain={analyze}
          onInPlace={(inPlace) => void session.choose({ inPlace })}
        />
      );
  }
};

/** The pane over one workbook, in Thai unless the officer asks for English. */
export const App = ({ session }: { readonly session: Session }) => {
  const [language, setLanguage] = useState<Language>('th');
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
