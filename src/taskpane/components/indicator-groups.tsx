import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import type { Messages } from '../../app/messages/messages';
import type { PaneTexts } from '../../app/messages/pane-texts';
import type { Assessment, IndicatorResult } from '../../core/assess/assessment';
import { cellName, type CellRef } from '../../core/cell-address';
import type { TriageLevel } from '../../core/rule-set';
import { formatDecimal } from '../../core/text/numbers';
import { useSharedStyles } from '../theme';
import { CellLink } from './cell-link';

const LEVELS: readonly TriageLevel[] = ['urgent', 'improve', 'maintain'];
const MARKS: Readonly<Record<TriageLevel, string>> = { urgent: '▼', improve: '◆', maintain: '●' };

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  row: {
    display: 'flex',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalS,
    width: '100%',
    padding: `${tokens.spacingVerticalXS} 0`,
    border: 'none',
    backgroundColor: 'transparent',
    color: 'inherit',
    font: 'inherit',
    textAlign: 'left',
    cursor: 'pointer',
    ':hover': { textDecorationLine: 'underline' },
    ':disabled': { cursor: 'default', textDecorationLine: 'none' },
  },
  number: { fontVariantNumeric: 'tabular-nums' },
  finding: { padding: `${tokens.spacingVerticalXS} 0` },
});

type Props = {
  readonly assessment: Assessment;
  readonly texts: PaneTexts;
  readonly messages: Messages;
  readonly onShow: (cell: CellRef) => void;
};

const byScore = (a: IndicatorResult, b: IndicatorResult): number => (b.rank ?? 0) - (a.rank ?? 0);

const Group = ({
  level,
  indicators,
  assessment,
  texts,
  onShow,
}: Omit<Props, 'messages'> & {
  readonly level: TriageLevel;
  readonly indicators: readonly IndicatorResult[];
}) => {
  const styles = useStyles();
  const nameOf = (id: number): string => {
    const rule = assessment.ruleSet.indicators.find((entry) => entry.id === id);
    return (texts.language === 'th' ? rule?.name : rule?.nameEn) ?? '';
  };
  return (
    <AccordionItem value={level}>
      <AccordionHeader>
        {MARKS[level]} {texts.triage[level]} {indicators.length}
      </AccordionHeader>
      <AccordionPanel>
        <ul className={styles.list}>
          {[...indicators].sort(byScore).map((indicator) => {
            const cell = indicator.given?.cell;
            return (
              <li key={indicator.id}>
                <button
                  type="button"
                  className={styles.row}
                  disabled={cell === undefined}
                  onClick={() => {
                    if (cell !== undefined) onShow(cell);
                  }}
                >
                  <span>{texts.indicator(indicator, nameOf(indicator.id))}</span>
                  <span className={styles.number}>
                    {formatDecimal(indicator.score ?? 0, assessment.ruleSet.scale.decimals)}
                  </span>
                </button>
              </li>
            );
          })}
        </ul>
      </AccordionPanel>
    </AccordionItem>
  );
};

const Findings = ({ assessment, texts, messages, onShow }: Props) => {
  const styles = useStyles();
  const shared = useSharedStyles();
  const findings = assessment.findings.map((finding) => ({
    mark: finding.severity === 'warning' ? `⚠ ${texts.warning}` : texts.note,
    text: messages.finding(finding, assessment.ruleSet),
    cells: finding.cells,
  }));
  const issues = assessment.readingIssues.map((issue) => ({
    mark: `⚠ ${texts.warning}`,
    text: messages.readingIssue(issue),
    cells: [issue.cell],
  }));
  const all = [...issues, ...findings];
  return (
    <AccordionItem value="findings">
      <AccordionHeader>
        {texts.findings} {all.length}
      </AccordionHeader>
      <AccordionPanel>
        {all.length === 0 && <p className={shared.text}>{texts.noFindings}</p>}
        <ul className={styles.list}>
          {all.map(({ mark, text, cells }) => (
            <li key={text} className={styles.finding}>
              <strong>{mark}</strong> {text}{' '}
              {cells.slice(0, 3).map((cell) => (
                <CellLink key={cellName(cell)} cell={cell} texts={texts} onShow={onShow} />
              ))}
            </li>
          ))}
        </ul>
      </AccordionPanel>
    </AccordionItem>
  );
};

/** Indicators by triage, the weakest first, and below them what does not add up; rows lead to their cells. */
export const IndicatorGroups = (props: Props) => {
  const { assessment, texts } = props;
  const missing = assessment.indicators.filter(({ score }) => score === null);
  const shared = useSharedStyles();
  return (
    <>
      <Accordion multiple collapsible defaultOpenItems={['urgent']}>
        {LEVELS.map((level) => {
          const indicators = assessment.indicators.filter(({ triage }) => triage === level);
          return indicators.length === 0 ? null : (
            <Group key={level} level={level} indicators={indicators} {...props} />
          );
        })}
        <Findings {...props} />
      </Accordion>
      {missing.length > 0 && (
        <p className={shared.quiet}>
          {texts.notScored}: {missing.map(({ id }) => id).join(', ')}
        </p>
      )}
    </>
  );
};
