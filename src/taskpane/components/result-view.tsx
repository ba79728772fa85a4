import {
  Button,
  makeStyles,
  mergeClasses,
  MessageBar,
  MessageBarBody,
  Switch,
  tokens,
} from '@fluentui/react-components';
import type { Analysis } from '../../app/analyze';
import type { Messages } from '../../app/messages/messages';
import type { PaneTexts, PlanCounts } from '../../app/messages/pane-texts';
import type { CellRef } from '../../core/cell-address';
import type { DocumentKind } from '../../core/measures/layouts';
import { useSharedStyles } from '../theme';
import { DocumentSections } from './document-sections';
import { IndicatorGroups } from './indicator-groups';
import { ScoreSummary } from './score-summary';

const useStyles = makeStyles({
  agency: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
  },
  foot: {
    padding: tokens.spacingHorizontalM,
    backgroundColor: tokens.colorNeutralBackground1,
    borderTop: `1px solid ${tokens.colorNeutralStroke1}`,
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalS,
  },
});

type Props = {
  readonly analysis: Analysis;
  readonly step: 'ready' | 'written';
  readonly inPlace: boolean;
  /** Documents chosen in this session; null where none were. */
  readonly asked: readonly DocumentKind[] | null;
  readonly texts: PaneTexts;
  readonly messages: Messages;
  readonly onShow: (cell: CellRef) => void;
  readonly onWrite: () => void;
  readonly onAgain: () => void;
  /** Null where nothing can be taken back. */
  readonly onUndo: (() => void) | null;
  readonly onInPlace: (inPlace: boolean) => void;
  readonly onDocuments: (documents: readonly DocumentKind[]) => void;
};

/** What the plan does, told from the plan itself. */
const countsOf = ({ plan, beside }: Analysis): PlanCounts => {
  const ours = plan.sheets.filter(({ frame }) => frame !== null);
  return {
    added: ours.filter(({ exists }) => !exists).length,
    updated: ours.filter(({ exists }) => exists).length,
    beside: beside?.written.length ?? 0,
  };
};

/** The assessment, what will be written of it, and the one primary button. */
export const ResultView = (props: Props) => {
  const { analysis, step, inPlace, texts, messages, onShow, onWrite, onAgain, onUndo, onInPlace } = props;
  const styles = useStyles();
  const shared = useSharedStyles();
  const [assessment] = analysis.assessments;
  const result = analysis.plan.sheets[0]?.name ?? '';
  const notes = [
    ...analysis.documents.obstacles.map(messages.documents.obstacle),
    ...(analysis.beside?.obstacles ?? []).map(messages.besideObstacle),
  ];
  const counts = countsOf(analysis);
  return (
    <>
      <main className={mergeClasses(shared.middle, shared.column, shared.padded)}>
        <header>
          <h1 className={styles.agency}>{assessment.agency ?? texts.noAgency}</h1>
          <p className={shared.text}>{texts.fiscalYear(assessment.fiscalYear)}</p>
        </header>
        <ScoreSummary assessment={assessment} texts={texts} />
        <IndicatorGroups assessment={assessment} texts={texts} messages={messages} onShow={onShow} />
        <DocumentSections {...props} />
      </main>
      <footer className={styles.foot}>
        {notes.map((note) => (
          <MessageBar key={note} intent="warning" layout="multiline">
            <MessageBarBody>{note}</MessageBarBody>
          </MessageBar>
        ))}
        {step === 'written' ? (
          <>
            <p className={shared.text} role="status">
              {texts.written(counts.added + counts.updated)}
            </p>
            <Button
              appearance="primary"
              onClick={() => {
                onShow({ sheet: result, row: 0, column: 0 });
              }}
            >
              {texts.goToResult}
            </Button>
            {onUndo !== null && <Button onClick={onUndo}>{texts.undo}</Button>}
            <Button appearance="subtle" onClick={onAgain}>
              {texts.start.button}
            </Button>
          </>
        ) : (
          <>
            <p className={shared.quiet}>{texts.plan(counts)}</p>
            <Switch
              label={texts.inPlace}
              checked={inPlace}
              onChange={(_, { checked }) => {
                onInPlace(checked);
              }}
            />
            <Button appearance="primary" size="large" onClick={onWrite}>
              {texts.write}
            </Button>
          </>
        )}
      </footer>
    </>
  );
};
