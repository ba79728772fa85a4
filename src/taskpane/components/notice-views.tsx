import { Button, mergeClasses, MessageBar, MessageBarBody } from '@fluentui/react-components';
import { cellName, type CellRef } from '../../core/cell-address';
import type { CandidateSample } from '../../core/read/reading-request';
import { Landing } from '../focus';
import { useSharedStyles } from '../theme';
import { useWords } from '../words';
import { CellLink } from './cell-link';

type Action = { readonly label: string; readonly run: () => void };

/** News in a box, read out when it comes. */
export const Sentence = ({
  intent,
  sentence,
}: {
  readonly intent: 'warning' | 'success';
  readonly sentence: string;
}) => {
  const shared = useSharedStyles();
  const { texts } = useWords();
  return (
    <>
      {/* Every page has a heading, also one that is nothing but a sentence. */}
      <h1 className={shared.unseen}>{texts.title}</h1>
      <MessageBar intent={intent} layout="multiline">
        <MessageBarBody>
          <Landing as="p" role="alert" className={shared.text}>
            {sentence}
          </Landing>
        </MessageBarBody>
      </MessageBar>
    </>
  );
};

/** What came of something that was asked for, or why it was not done, and the ways on. */
export const NoticeView = ({
  intent,
  sentence,
  actions,
}: {
  readonly intent: 'warning' | 'success';
  readonly sentence: string;
  readonly actions: readonly Action[];
}) => {
  const shared = useSharedStyles();
  return (
    <main className={mergeClasses(shared.middle, shared.column, shared.padded)}>
      {/* A further notice is news too, and is read out. */}
      <Sentence key={sentence} intent={intent} sentence={sentence} />
      {actions.map(({ label, run }, index) => (
        <Button key={label} appearance={index === 0 ? 'primary' : 'secondary'} onClick={run}>
          {label}
        </Button>
      ))}
    </main>
  );
};

/** A choice that only the officer can make, with a card for each answer. */
export const QuestionView = ({
  question,
  candidates,
  samples,
  onChoose,
  onShow,
}: {
  readonly question: string;
  readonly candidates: readonly string[];
  /** Scores by which the officer tells candidates that are tables apart. */
  readonly samples: readonly CandidateSample[];
  readonly onChoose: (candidate: string) => void;
  readonly onShow: (cell: CellRef) => void;
}) => {
  const shared = useSharedStyles();
  const { results } = useWords();
  return (
    <main className={mergeClasses(shared.middle, shared.column, shared.padded)}>
      <Landing as="h1" className={shared.heading}>
        {question}
      </Landing>
      {candidates.map((candidate) => {
        const cells = samples.find((sample) => sample.candidate === candidate)?.cells ?? [];
        const use = (
          <Button
            key={candidate}
            onClick={() => {
              onChoose(candidate);
            }}
          >
            {results.choose(candidate)}
          </Button>
        );
        return cells.length === 0 ? (
          use
        ) : (
          <section key={candidate} className={shared.card} aria-label={candidate}>
            <h2 className={shared.subheading}>{candidate}</h2>
            <ul className={shared.list} aria-label={results.sampleScores}>
              {cells.map(({ cell, value }) => (
                <li key={cellName(cell)} className={shared.line}>
                  {results.score(value, 2)} <CellLink cell={cell} onShow={onShow} />
                </li>
              ))}
            </ul>
            {use}
          </section>
        );
      })}
    </main>
  );
};
