import {
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import type { Assessment, IndicatorResult } from '../../core/assess/assessment';
import type { CellRef } from '../../core/cell-address';
import type { TriageLevel } from '../../core/rule-set';
import { useSharedStyles } from '../theme';
import { useWords } from '../words';

const LEVELS: readonly TriageLevel[] = ['urgent', 'improve', 'maintain'];
const MARKS: Readonly<Record<TriageLevel, string>> = { urgent: '▼', improve: '◆', maintain: '●' };

const useStyles = makeStyles({
  row: {
    display: 'flex',
    justifyContent: 'space-between',
    alignItems: 'baseline',
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
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
    ':disabled': { cursor: 'default', textDecorationLine: 'none' },
  },
});

type Props = { readonly assessment: Assessment; readonly onShow: (cell: CellRef) => void };

const byScore = (a: IndicatorResult, b: IndicatorResult): number => (b.rank ?? 0) - (a.rank ?? 0);

/** Where the score of an indicator stands: its own cell, else the first of what it is made from. */
const cellOf = ({ id, given }: IndicatorResult, { ruleSet, items }: Assessment): CellRef | undefined =>
  given?.cell ??
  items.find(({ id: item, figure }) => {
    const rule = ruleSet.items.find((entry) => entry.id === item);
    return rule?.indicator === id && figure !== null;
  })?.figure?.cell;

const Group = ({
  level,
  indicators,
  assessment,
  onShow,
}: Props & { readonly level: TriageLevel; readonly indicators: readonly IndicatorResult[] }) => {
  const styles = useStyles();
  const shared = useSharedStyles();
  const { texts, results } = useWords();
  const nameOf = (id: number): string => {
    const rule = assessment.ruleSet.indicators.find((entry) => entry.id === id);
    return (texts.language === 'th' ? rule?.name : rule?.nameEn) ?? '';
  };
  return (
    <AccordionItem value={level}>
      <AccordionHeader as="h2">
        {MARKS[level]} {results.triage[level]} {results.count(indicators.length)}
      </AccordionHeader>
      <AccordionPanel>
        <ul className={shared.list}>
          {[...indicators].sort(byScore).map((indicator) => {
            const cell = cellOf(indicator, assessment);
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
                  <span>
                    {results.count(indicator.id)} {nameOf(indicator.id)}
                  </span>
                  <span className={shared.number}>
                    {results.score(indicator.score, assessment.ruleSet.scale.decimals)}
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

/** Indicators by triage, the weakest first; rows lead to their cells. Those without a score are named below. */
export const IndicatorGroups = (props: Props) => {
  const { indicators } = props.assessment;
  const { results } = useWords();
  const shared = useSharedStyles();
  const missing = indicators.filter(({ score }) => score === null);
  return (
    <>
      {LEVELS.map((level) => {
        const own = indicators.filter(({ triage }) => triage === level);
        return own.length === 0 ? null : <Group key={level} level={level} indicators={own} {...props} />;
      })}
      {missing.length > 0 && (
        <p className={shared.quiet}>
          {results.notScored}: {missing.map(({ id }) => results.count(id)).join(', ')}
        </p>
      )}
    </>
  );
};
