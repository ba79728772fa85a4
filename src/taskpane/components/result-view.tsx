import { Accordion, makeStyles, mergeClasses, Select, tokens } from '@fluentui/react-components';
import { useId, useState, type ReactNode } from 'react';
import type { PlainAnalysis } from '../../app/analyst';
import type { AnalysisOptions } from '../../app/analyze';
import type { Session } from '../../app/session-state';
import type { CellRef } from '../../core/cell-address';
import { Landing } from '../focus';
import type { Surface } from '../surface';
import { useSharedStyles } from '../theme';
import { useWords } from '../words';
import { CollectAgencies } from './collect-agencies';
import { DocumentChoice } from './document-choice';
import { AdviceFound, DocumentReadiness, ResultsReadiness } from './document-readiness';
import { Findings } from './findings';
import { FixFirst } from './fix-first';
import { IndicatorGroups } from './indicator-groups';
import { MergeFiles } from './merge-files';
import { ReadFrom } from './read-from';
import { ResultFoot } from './result-foot';
import { ScoreSummary } from './score-summary';
import { SettingsTab } from './settings-tab';
import { Tabs } from './tabs';

const TABS = ['result', 'documents', 'settings'] as const;
type TabName = (typeof TABS)[number];

const useStyles = makeStyles({
  head: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalXS,
    flexShrink: 0,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
});

type Props = {
  readonly session: Session;
  readonly analysis: PlainAnalysis;
  readonly step: 'ready' | 'written';
  readonly openCopy: Surface['openCopy'];
  readonly isBusy: boolean;
};

/** The agency, and the year that is shown; several can be chosen from where the workbook has several. */
const Head = ({
  session,
  analysis,
  children,
}: Pick<Props, 'session' | 'analysis'> & { readonly children: ReactNode }) => {
  const styles = useStyles();
  const shared = useSharedStyles();
  const { results } = useWords();
  const [{ agency, fiscalYear }] = analysis.assessments;
  const found = analysis.assessments.map((assessment) => assessment.fiscalYear);
  // With an older year alone the others are not read; they are still there to go back to.
  const [seen, setSeen] = useState<readonly number[]>([]);
  const years = [...new Set([...seen, ...found])].sort((a, b) => b - a);
  return (
    <header className={mergeClasses(styles.head, shared.sides)}>
      <Landing as="h1" className={shared.heading}>
        {agency ?? results.noAgency}
      </Landing>
      {years.length < 2 ? (
        <p className={shared.text}>{results.fiscalYear(fiscalYear)}</p>
      ) : (
        <Select
          className={shared.field}
          aria-label={results.chooseYear}
          value={fiscalYear}
          onChange={(_, { value }) => {
            setSeen(years);
            const year = Number(value);
            void session.choose({ year: year === years[0] ? undefined : year });
          }}
        >
          {years.map((year) => (
            <option key={year} value={year}>
              {results.fiscalYear(year)}
            </option>
          ))}
        </Select>
      )}
      {children}
    </header>
  );
};

const ResultTab = ({
  session,
  analysis,
  onShow,
}: Pick<Props, 'session' | 'analysis'> & { readonly onShow: (cell: CellRef) => void }) => {
  const [assessment] = analysis.assessments;
  return (
    <>
      <ScoreSummary assessment={assessment} years={analysis.years} />
      <Accordion multiple collapsible defaultOpenItems={['urgent']}>
        <IndicatorGroups assessment={assessment} onShow={onShow} />
        <Findings assessment={assessment} onShow={onShow} />
        <FixFirst assessment={assessment} />
        <ReadFrom session={session} analysis={analysis} onShow={onShow} />
      </Accordion>
    </>
  );
};

/** The assessment in at most three parts, and below them what will be written. */
export const ResultView = ({ session, analysis, step, openCopy, isBusy }: Props) => {
  const shared = useSharedStyles();
  const { results } = useWords();
  const id = useId();
  const [tab, setTab] = useState<TabName>('result');
  const show = (cell: CellRef): void => void session.show(cell);
  const { readiness, results: report, advice } = analysis.documents;
  const choose = (choice: AnalysisOptions): void => {
    // What was read is no longer what the workbook holds once it is written.
    void (step === 'written' ? session.analyze(choice) : session.choose(choice));
  };
  return (
    <>
      <Head session={session} analysis={analysis}>
        <Tabs
          label={results.tabList}
          names={TABS}
          textOf={results.tabs}
          selected={tab}
          idOf={(name) => `${id}${name}`}
          panel={`${id}panel`}
          onSelect={setTab}
        />
      </Head>
      <main className={mergeClasses(shared.middle, shared.padded)} aria-busy={isBusy}>
        <div role="tabpanel" id={`${id}panel`} aria-labelledby={`${id}${tab}`} className={shared.column}>
          {tab === 'result' && <ResultTab session={session} analysis={analysis} onShow={show} />}
          {tab === 'documents' && (
            <>
              <DocumentChoice
                analysis={analysis}
                step={step}
                asked={session.options().documents ?? null}
                isBusy={isBusy}
                onDocuments={(documents) => {
                  choose({ documents });
                }}
              />
              <Accordion multiple collapsible>
                {readiness !== null && (
                  <DocumentReadiness readiness={readiness} analysis={analysis} step={step} onShow={show} />
                )}
                {report !== null && (
                  <ResultsReadiness state={report} analysis={analysis} step={step} onShow={show} />
                )}
                {advice !== null && <AdviceFound advice={advice} onShow={show} />}
              </Accordion>
              {openCopy !== null && (
                <MergeFiles
                  openCopy={openCopy}
                  hasDocuments={
                    (step === 'written' ? analysis.documents.kinds : analysis.documents.there).length > 0
                  }
                  onCopies={(copies) => void session.planMerge(copies)}
                />
              )}
              {openCopy !== null && <CollectAgencies session={session} openCopy={openCopy} />}
            </>
          )}
          {tab === 'settings' && (
            <SettingsTab
              analysis={analysis}
              pendingUnits={isBusy ? session.options().units : undefined}
              pending={isBusy ? (session.options().settings ?? {}) : {}}
              onSettings={(settings) => {
                choose({ settings: { ...session.options().settings, ...settings } });
              }}
              onUnits={(units) => {
                choose({ units });
              }}
            />
          )}
        </div>
      </main>
      <ResultFoot session={session} analysis={analysis} step={step} isBusy={isBusy} />
    </>
  );
};
