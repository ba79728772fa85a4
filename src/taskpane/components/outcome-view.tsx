import type { Messages } from '../../app/messages/messages';
import type { PaneTexts } from '../../app/messages/pane-texts';
import { messagesTh } from '../../app/messages/th';
import type { Outcome, Session } from '../../app/session';
import type { CellRef } from '../../core/cell-address';
import { QuestionView, RefusalView } from './notice-views';
import { ResultView } from './result-view';

/** What the work on the workbook has come to. The sentences about it are heavy, and come with this view. */
export const OutcomeView = ({
  session,
  state,
  texts,
  messages: translated,
}: {
  readonly session: Session;
  readonly state: Outcome;
  readonly texts: PaneTexts;
  /** Null for those in Thai. */
  readonly messages: Messages | null;
}) => {
  const messages = translated ?? messagesTh;
  const analyze = (): void => void session.analyze();
  const write = (): void => void session.write();
  const undo = (): void => void session.undo();
  const show = (cell: CellRef): void => void session.show(cell);
  switch (state.step) {
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
          asked={session.options().documents ?? null}
          texts={texts}
          messages={messages}
          onShow={show}
          onWrite={write}
          onUndo={session.canUndo() ? undo : null}
          onAgain={analyze}
          onInPlace={(inPlace) => void session.choose({ inPlace })}
          onDocuments={(documents) => {
            // What was read is no longer what the workbook holds once it is written.
            void (state.step === 'written' ? session.analyze({ documents }) : session.choose({ documents }));
          }}
        />
      );
  }
};
