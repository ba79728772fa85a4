import { Button, mergeClasses, ProgressBar } from '@fluentui/react-components';
import type { PaneTexts } from '../../app/messages/pane-texts';
import { useSharedStyles } from '../theme';

/** What the product does, in two lines, and the one way on. */
export const StartView = ({
  texts,
  onAnalyze,
}: {
  readonly texts: PaneTexts;
  readonly onAnalyze: () => void;
}) => {
  const shared = useSharedStyles();
  return (
    <main className={mergeClasses(shared.middle, shared.column, shared.padded)}>
      <h1 className={shared.text}>{texts.title}</h1>
      <p className={shared.text}>{texts.start.what}</p>
      <p className={shared.text}>{texts.start.safe}</p>
      <Button appearance="primary" size="large" onClick={onAnalyze}>
        {texts.start.button}
      </Button>
    </main>
  );
};

/** The name of the step that is under way. */
export const WorkingView = ({ label }: { readonly label: string }) => {
  const shared = useSharedStyles();
  return (
    <main className={mergeClasses(shared.middle, shared.column, shared.padded)} aria-busy>
      <p className={shared.text} role="status">
        {label}
      </p>
      <ProgressBar aria-label={label} />
    </main>
  );
};
