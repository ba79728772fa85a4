import { Button, mergeClasses, ProgressBar } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { PaneTexts } from '../../app/messages/pane-texts';
import { Landing, landIfLost } from '../focus';
import type { Surface } from '../surface';
import { useSharedStyles } from '../theme';

/** Opens the sample, and says so where it does not open. */
export const SampleButton = ({
  texts,
  openSample,
}: {
  readonly texts: PaneTexts;
  readonly openSample: Surface['openSample'];
}) => {
  const shared = useSharedStyles();
  const [hasFailed, setHasFailed] = useState(false);
  if (openSample === null) return null;
  return (
    <>
      <Button
        onClick={() => {
          setHasFailed(false);
          void openSample().then(({ ok }) => {
            setHasFailed(!ok);
          });
        }}
      >
        {texts.start.sample}
      </Button>
      <p role="status" className={shared.text}>
        {hasFailed ? texts.sampleFailed : ''}
      </p>
    </>
  );
};

/** What the product does, in two lines, and the ways on. */
export const StartView = ({
  texts,
  openSample,
  onAnalyze,
}: {
  readonly texts: PaneTexts;
  readonly openSample: Surface['openSample'];
  readonly onAnalyze: () => void;
}) => {
  const shared = useSharedStyles();
  return (
    <main className={mergeClasses(shared.middle, shared.column, shared.padded)}>
      <Landing as="h1" className={shared.heading}>
        {texts.title}
      </Landing>
      <p className={shared.text}>{texts.start.what}</p>
      <p className={shared.text}>{texts.start.safe}</p>
      <Button appearance="primary" size="large" onClick={onAnalyze}>
        {texts.start.button}
      </Button>
      <SampleButton texts={texts} openSample={openSample} />
    </main>
  );
};

/** The name of the step that is under way, and the way to give it up while nothing is written. */
export const Progress = ({
  label,
  part,
  cancel,
  onCancel,
}: {
  readonly label: string;
  /** How much of it is done; null where nobody can tell. */
  readonly part: { readonly done: number; readonly total: number; readonly text: string } | null;
  readonly cancel: string;
  /** Null once it writes. */
  readonly onCancel: (() => void) | null;
}) => {
  const shared = useSharedStyles();
  useEffect(
    () => () => {
      // Who was on the button is led to what came of the work.
      setTimeout(landIfLost);
    },
    [],
  );
  return (
    <section aria-label={label} className={mergeClasses(shared.column, shared.padded)}>
      <p className={shared.text}>{label}</p>
      <ProgressBar
        aria-label={label}
        {...(part === null ? {} : { value: part.done, max: part.total, 'aria-valuetext': part.text })}
      />
      {part !== null && <p className={shared.quiet}>{part.text}</p>}
      {onCancel !== null && (
        <Button size="small" onClick={onCancel}>
          {cancel}
        </Button>
      )}
    </section>
  );
};
