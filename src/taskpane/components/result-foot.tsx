import { Button, makeStyles, MessageBar, MessageBarBody, Switch, tokens } from '@fluentui/react-components';
import type { PlainAnalysis } from '../../app/analyst';
import type { PlanCounts } from '../../app/messages/result-texts';
import type { Session } from '../../app/session-state';
import type { CellRef } from '../../core/cell-address';
import { Landing } from '../focus';
import { useSharedStyles } from '../theme';
import { useWords } from '../words';
import { PlanPreview } from './plan-preview';

/** Looks of the foot of a view: what is done there stays in sight. */
export const useFootStyles = makeStyles({
  foot: {
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    backgroundColor: tokens.colorNeutralBackground1,
    borderTop: `1px solid ${tokens.colorNeutralStroke1}`,
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalS,
    flexShrink: 0,
    maxHeight: '65%',
    overflowY: 'auto',
    '@media (max-height: 479px)': { maxHeight: 'none' },
  },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

type Props = {
  readonly session: Session;
  readonly analysis: PlainAnalysis;
  readonly step: 'ready' | 'written';
  readonly isBusy: boolean;
};

/** What stays unwritten, and why. */
export const FootNotes = ({ notes }: { readonly notes: readonly string[] }) =>
  notes.map((note) => (
    <MessageBar key={note} intent="warning" layout="multiline">
      <MessageBarBody>{note}</MessageBarBody>
    </MessageBar>
  ));

/** What the plan does, told from the plan itself. */
export const countsOf = ({
  plan,
  beside,
}: Pick<PlainAnalysis, 'plan'> & {
  readonly beside: Pick<NonNullable<PlainAnalysis['beside']>, 'written'> | null;
}): PlanCounts => {
  const ours = plan.sheets.filter(({ frame, owned }) => frame !== null || owned !== null);
  return {
    added: ours.filter(({ exists }) => !exists).length,
    updated: ours.filter(({ exists }) => exists).length,
    beside: beside?.written.length ?? 0,
  };
};

/** What was written, and the ways on: to the first sheet of it, back, or to another analysis. */
export const WrittenFoot = ({
  session,
  plan,
  isBusy,
}: Pick<Props, 'session' | 'isBusy'> & Pick<PlainAnalysis, 'plan'>) => {
  const styles = useFootStyles();
  const shared = useSharedStyles();
  const { texts, results } = useWords();
  const { added, updated } = countsOf({ plan, beside: null });
  return (
    <>
      <Landing as="p" className={shared.text}>
        {results.written(added + updated)}
      </Landing>
      <div className={styles.buttons}>
        <Button
          appearance="primary"
          onClick={() => void session.show({ sheet: plan.sheets[0]?.name ?? '', row: 0, column: 0 })}
        >
          {results.goToResult}
        </Button>
        {session.canUndo() && (
          <Button disabledFocusable={isBusy} onClick={() => void session.undo()}>
            {results.undo}
          </Button>
        )}
        <Button appearance="subtle" disabledFocusable={isBusy} onClick={() => void session.analyze()}>
          {texts.start.button}
        </Button>
      </div>
    </>
  );
};

/** What will be written, in one sentence and as a list, and the one primary button; afterwards the ways on. */
export const ResultFoot = ({ session, analysis, step, isBusy }: Props) => {
  const styles = useFootStyles();
  const shared = useSharedStyles();
  const { results, messages } = useWords();
  const notes = [
    ...analysis.documents.obstacles.map(messages.documents.obstacle),
    ...(analysis.beside?.obstacles ?? []).map(messages.besideObstacle),
  ];
  const counts = countsOf(analysis);
  const snapshot = session.snapshot();
  const show = (cell: CellRef): void => void session.show(cell);
  return (
    <footer className={styles.foot}>
      <FootNotes notes={notes} />
      {step === 'written' ? (
        <WrittenFoot session={session} plan={analysis.plan} isBusy={isBusy} />
      ) : (
        <>
          <p className={shared.quiet}>{results.plan(counts)}</p>
          {snapshot !== null && <PlanPreview plan={analysis.plan} snapshot={snapshot} onShow={show} />}
          <Switch
            label={results.inPlace}
            checked={session.options().inPlace ?? false}
            onChange={(_, { checked }) => void session.choose({ inPlace: checked })}
          />
          <Button
            appearance="primary"
            size="large"
            disabledFocusable={isBusy}
            onClick={() => void session.write()}
          >
            {results.write}
          </Button>
        </>
      )}
    </footer>
  );
};
