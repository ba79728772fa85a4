import { lazy } from 'react';
import type { PaneTexts } from '../../app/messages/pane-texts';
import type { Outcome, Session } from '../../app/session-state';
import type { Surface } from '../surface';
import { useWords, WordsProvider, type Sentences } from '../words';
import { AgencyQuestion } from './agency-question';
import { CollectAgencies } from './collect-agencies';
import { ManyView, NothingCollectedView } from './many-view';
import { MergePlanView } from './merge-views';
import { NoticeView, QuestionView } from './notice-views';
import { ResultView } from './result-view';

// It knows the years that have rules, and the rules are heavy.
const NothingFoundView = lazy(async () => ({
  default: (await import('./nothing-found')).NothingFoundView,
}));

type Props = {
  readonly session: Session;
  readonly state: Outcome;
  readonly surface: Surface;
  readonly isBusy: boolean;
};

/** Codes of refusals after which what was read no longer holds. */
const READ_AGAIN: readonly string[] = ['changedSinceRead', 'changedMeanwhile', 'halfWritten'];

const Unread = ({
  session,
  refusal,
  surface,
}: Pick<Props, 'session' | 'surface'> & {
  readonly refusal: Extract<Outcome, { readonly step: 'unread' }>['refusal'];
}) => {
  const { results, messages } = useWords();
  const { code, candidates, samples } = refusal;
  const isYear = code === 'yearUnknown' || code === 'yearNotFound';
  // What was chosen before may be gone from the workbook; then it is to be chosen anew.
  const isTable = code === 'severalTables';
  if (code === 'severalAgencies' || code === 'agencyNotFound') {
    return (
      <AgencyQuestion
        question={code === 'severalAgencies' ? results.question[code] : messages.readingRefusal(refusal)}
        agencies={candidates}
        onAll={() => void session.planMany()}
        onChoose={(agency) => void session.choose({ agency })}
      />
    );
  }
  if (isYear || isTable) {
    const isAsked = isTable || code === 'yearUnknown';
    return (
      <QuestionView
        question={isAsked ? results.question[code] : messages.readingRefusal(refusal)}
        candidates={candidates}
        samples={samples}
        onChoose={(candidate) => {
          void session.choose(isYear ? { year: Number(candidate) } : { sheet: candidate });
        }}
        onShow={(cell) => void session.show(cell)}
      />
    );
  }
  return (
    <NothingFoundView
      sentence={messages.readingRefusal(refusal)}
      openSample={surface.openSample}
      session={session}
      cell={refusal.cell ?? null}
      // A form would not help where scores were found that follow other rules.
      hasForm={code === 'noScores' || code === 'areaUnread'}
      onAgain={() => void session.analyze()}
      onForm={(year) => void session.addForm(year)}
    >
      {surface.openCopy !== null && <CollectAgencies session={session} openCopy={surface.openCopy} />}
    </NothingFoundView>
  );
};

const View = ({ session, state, surface, isBusy }: Props) => {
  const { texts, results, messages } = useWords();
  const analyze = (): void => void session.analyze();
  const undo = (): void => void session.undo();
  const undoAction = session.canUndo() ? [{ label: results.undo, run: undo }] : [];
  switch (state.step) {
    case 'undone': {
      const left = [...state.left.sheets, ...state.left.cells].join(', ');
      return (
        <NoticeView
          intent={left === '' ? 'success' : 'warning'}
          sentence={left === '' ? results.undone : results.undoneExcept(left)}
          actions={[{ label: texts.start.button, run: analyze }]}
        />
      );
    }
    case 'formAdded':
      return (
        <NoticeView
          intent="success"
          sentence={results.nothing.formAdded(state.sheet, state.fiscalYear)}
          actions={[{ label: texts.start.button, run: analyze }, ...undoAction]}
        />
      );
    case 'unread':
      return <Unread session={session} refusal={state.refusal} surface={surface} />;
    case 'refused': {
      const { refusal, again, analysis } = state;
      const mustReadAgain = READ_AGAIN.includes(refusal.code);
      return (
        <NoticeView
          sentence={messages.workbookRefusal(refusal)}
          intent="warning"
          actions={[
            ...(refusal.code === 'halfWritten' ? [{ label: results.undo, run: undo }] : []),
            ...(mustReadAgain ? [] : [{ label: results.again, run: () => void again() }]),
            // Where the reading itself was refused, it is what is tried again.
            ...(again === session.analyze && !mustReadAgain
              ? []
              : [
                  {
                    label: mustReadAgain && analysis === null ? results.again : texts.start.button,
                    run: analyze,
                  },
                ]),
          ]}
        />
      );
    }
    case 'mergePlanned':
    case 'merged':
      return (
        <MergePlanView
          step={state.step}
          merge={state.merge}
          isBusy={isBusy}
          onMerge={() => void session.merge()}
          onBack={session.leavePlan}
          onAgain={analyze}
          onUndo={session.canUndo() ? undo : null}
          onShow={(cell) => void session.show(cell)}
        />
      );
    case 'manyPlanned':
    case 'manyWritten':
      return <ManyView session={session} many={state.many} step={state.step} isBusy={isBusy} />;
    case 'nothingCollected':
      return <NothingCollectedView unread={state.unread} onBack={session.leavePlan} />;
    case 'ready':
    case 'written':
      return (
        <ResultView
          session={session}
          analysis={state.analysis}
          step={state.step}
          openCopy={surface.openCopy}
          isBusy={isBusy}
        />
      );
  }
};

/** What the work on the workbook has come to. The sentences about it are heavy, and come with this view. */
export const OutcomeView = ({
  texts,
  sentences,
  ...props
}: Props & {
  readonly texts: PaneTexts;
  /** Null for those in Thai. */
  readonly sentences: Sentences | null;
}) => {
  const { state } = props;
  const digits = ('analysis' in state ? state.analysis?.settings.values.digits : undefined) ?? 'arabic';
  return (
    <WordsProvider texts={texts} sentences={sentences} digits={digits}>
      <View {...props} />
    </WordsProvider>
  );
};
