import { Button, mergeClasses, MessageBar, MessageBarBody } from '@fluentui/react-components';
import type { PaneTexts } from '../../app/messages/pane-texts';
import { useSharedStyles } from '../theme';

/** What came of something that was asked for, or why it was not done, and the ways on. */
export const RefusalView = ({
  intent,
  sentence,
  actions,
}: {
  readonly intent: 'warning' | 'success';
  readonly sentence: string;
  readonly actions: readonly { readonly label: string; readonly run: () => void }[];
}) => {
  const shared = useSharedStyles();
  return (
    <main className={mergeClasses(shared.middle, shared.column, shared.padded)}>
      <MessageBar intent={intent} layout="multiline" role="alert">
        <MessageBarBody>{sentence}</MessageBarBody>
      </MessageBar>
      {actions.map(({ label, run }, index) => (
        <Button key={label} appearance={index === 0 ? 'primary' : 'secondary'} onClick={run}>
          {label}
        </Button>
      ))}
    </main>
  );
};

/** A choice that only the officer can make. */
export const QuestionView = ({
  question,
  candidates,
  texts,
  onChoose,
}: {
  readonly question: string;
  readonly candidates: readonly string[];
  readonly texts: PaneTexts;
  readonly onChoose: (candidate: string) => void;
}) => {
  const shared = useSharedStyles();
  return (
    <main className={mergeClasses(shared.middle, shared.column, shared.padded)}>
      <h1 className={shared.text}>{question}</h1>
      {candidates.map((candidate) => (
        <Button
          key={candidate}
          onClick={() => {
            onChoose(candidate);
          }}
        >
          {texts.choose(candidate)}
        </Button>
      ))}
    </main>
  );
};
