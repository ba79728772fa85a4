import { Button, mergeClasses, Switch } from '@fluentui/react-components';
import type { ManyOutcome } from '../../app/many-outcome';
import type { Session } from '../../app/session-state';
import type { UnreadSource } from '../../app/unread-source';
import type { CellRef } from '../../core/cell-address';
import { Landing } from '../focus';
import { useSharedStyles } from '../theme';
import { useWords } from '../words';
import { UnreadSources, YearOfMany } from './many-summary';
import { PlanPreview } from './plan-preview';
import { countsOf, FootNotes, useFootStyles, WrittenFoot } from './result-foot';

type Props = {
  readonly session: Session;
  readonly many: ManyOutcome;
  readonly step: 'manyPlanned' | 'manyWritten';
  readonly isBusy: boolean;
};

const Planned = ({ session, many, isBusy }: Omit<Props, 'step'>) => {
  const styles = useFootStyles();
  const shared = useSharedStyles();
  const { results, messages } = useWords();
  const { beside, plan } = many;
  const snapshot = session.snapshot();
  const show = (cell: CellRef): void => void session.show(cell);
  return (
    <>
      <FootNotes
        notes={[
          ...(beside?.obstacles ?? []).map(messages.besideObstacle),
          ...(beside?.left ?? []).map(messages.many.notBeside),
        ]}
      />
      <p className={shared.quiet}>{results.plan(countsOf({ plan, beside }))}</p>
      {snapshot !== null && <PlanPreview plan={plan} snapshot={snapshot} onShow={show} />}
      {beside !== null && (
        <Switch
          label={messages.many.inPlace}
          checked={session.options().inPlace ?? false}
          onChange={(_, { checked }) => void session.planMany({ inPlace: checked })}
        />
      )}
      <div className={styles.buttons}>
        <Button
          appearance="primary"
          size="large"
          disabledFocusable={isBusy}
          onClick={() => void session.writeMany()}
        >
          {results.write}
        </Button>
        <Button disabledFocusable={isBusy} onClick={session.leavePlan}>
          {results.back}
        </Button>
      </div>
    </>
  );
};

/** Many agencies together: what was found, and below it what will be written; afterwards the ways on. */
export const ManyView = ({ session, many, step, isBusy }: Props) => {
  const styles = useFootStyles();
  const shared = useSharedStyles();
  const words = useWords().messages.many;
  return (
    <>
      {/* What scrolls must be reached with the keyboard, and nothing in it leads anywhere. */}
      <main
        tabIndex={0}
        className={mergeClasses(shared.middle, shared.column, shared.padded)}
        aria-busy={isBusy}
      >
        <Landing as="h1" className={shared.heading}>
          {words.analysed(many.agencies)}
        </Landing>
        {many.years.map((summary) => (
          <YearOfMany key={summary.fiscalYear} summary={summary} />
        ))}
        <UnreadSources unread={many.unread} />
      </main>
      <footer className={styles.foot}>
        {step === 'manyWritten' ? (
          <WrittenFoot session={session} plan={many.plan} isBusy={isBusy} />
        ) : (
          <Planned session={session} many={many} isBusy={isBusy} />
        )}
      </footer>
    </>
  );
};

/** None of the picked files gave an agency: which they were, and why. */
export const NothingCollectedView = ({
  unread,
  onBack,
}: {
  readonly unread: readonly UnreadSource[];
  readonly onBack: () => void;
}) => {
  const shared = useSharedStyles();
  const { results, messages } = useWords();
  return (
    <main tabIndex={0} className={mergeClasses(shared.middle, shared.column, shared.padded)}>
      <Landing as="h1" className={shared.heading}>
        {messages.many.files.nothing}
      </Landing>
      <UnreadSources unread={unread} />
      <Button appearance="primary" onClick={onBack}>
        {results.back}
      </Button>
    </main>
  );
};
