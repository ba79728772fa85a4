import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { signed } from '../../app/messages/outlook-messages';
import type { Assessment, InstrumentResult } from '../../core/assess/assessment';
import type { YearComparison } from '../../core/assess/compare-years';
import { formatDecimal } from '../../core/text/numbers';
import { useSharedStyles } from '../theme';
import { useWords } from '../words';

const useStyles = makeStyles({
  top: { display: 'flex', alignItems: 'baseline', columnGap: tokens.spacingHorizontalM, flexWrap: 'wrap' },
  total: {
    fontSize: '40px',
    lineHeight: '52px',
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorBrandForeground1,
    fontVariantNumeric: 'tabular-nums',
  },
  grade: { fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500 },
  bars: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(40px, 1fr) auto auto',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    rowGap: tokens.spacingVerticalXS,
  },
  row: { display: 'contents' },
  track: {
    position: 'relative',
    height: '12px',
    backgroundColor: tokens.colorNeutralBackground5,
    outline: `1px solid ${tokens.colorNeutralStroke1}`,
  },
  filled: {
    display: 'block',
    height: '100%',
    backgroundColor: tokens.colorCompoundBrandBackground,
    // Where the system chooses the colours, a bar would have that of its ground.
    '@media (forced-colors: active)': { forcedColorAdjust: 'none', backgroundColor: 'Highlight' },
  },
  /** Longer than the bar is high, so that it is seen whatever the bar's colour. */
  tick: {
    position: 'absolute',
    top: '-4px',
    bottom: '-4px',
    width: '3px',
    marginLeft: '-1px',
    backgroundColor: tokens.colorNeutralForeground1,
    outline: `1px solid ${tokens.colorNeutralBackground1}`,
    '@media (forced-colors: active)': { forcedColorAdjust: 'none', backgroundColor: 'CanvasText' },
  },
});

const Bar = ({
  instrument: { id, score, weight },
  ruleSet,
}: Pick<Assessment, 'ruleSet'> & { readonly instrument: InstrumentResult }) => {
  const styles = useStyles();
  const shared = useSharedStyles();
  const { results } = useWords();
  const { min, max, decimals } = ruleSet.scale;
  const share = (value: number): string => `${((value - min) / (max - min)) * 100}%`;
  const printed = results.score(score, decimals);
  const percent = results.score(weight * 100, 0);
  return (
    <li
      className={styles.row}
      aria-label={results.bar(id, printed, percent, results.score(ruleSet.target, decimals))}
    >
      <span aria-hidden className={shared.whole}>
        {id}
      </span>
      <span aria-hidden className={styles.track}>
        <span className={styles.filled} style={{ width: share(score ?? min) }} />
        <span className={styles.tick} style={{ left: share(ruleSet.target) }} />
      </span>
      <span aria-hidden className={shared.number}>
        {printed}
      </span>
      <span aria-hidden className={shared.number}>
        × {percent}
      </span>
    </li>
  );
};

/** Total, grade in words, distance to the target, change on last year, and the instruments on one scale with the target as a tick. */
export const ScoreSummary = ({
  assessment,
  years,
}: {
  readonly assessment: Assessment;
  readonly years: YearComparison;
}) => {
  const styles = useStyles();
  const shared = useSharedStyles();
  const { texts, results } = useWords();
  const { total, grade, ruleSet, instruments, fiscalYear } = assessment;
  const { decimals } = ruleSet.scale;
  const label = ruleSet.gradeScale.grades.find(({ code }) => code === grade?.code);
  const gap = total.score === null ? null : total.score - ruleSet.target;
  const points = gap === null ? '' : formatDecimal(Math.abs(gap), decimals);
  const last = years.changes.find((change) => change.fiscalYear === fiscalYear);
  const change = last?.total.change ?? null;
  return (
    <section className={shared.column} aria-label={results.total}>
      <div className={styles.top}>
        <span className={styles.total}>{results.score(total.score, decimals)}</span>
        <span className={styles.grade}>
          {(texts.language === 'th' ? label?.label : label?.labelEn) ?? ''}
        </span>
      </div>
      <div className={shared.tight}>
        <p className={shared.text}>
          {gap === null
            ? results.noTotal
            : gap < 0
              ? results.belowTarget(points)
              : results.aboveTarget(points)}
        </p>
        {last !== undefined && change !== null && (
          <p className={shared.text}>
            <span aria-hidden>{change > 0 ? '▲ ' : change < 0 ? '▼ ' : ''}</span>
            {results.change(signed(change), last.previousYear)}
          </p>
        )}
        {grade !== null && !grade.certain && <p className={shared.text}>⚠ {results.uncertain}</p>}
      </div>
      <ul className={mergeClasses(shared.list, styles.bars)}>
        {instruments.map((instrument) => (
          <Bar key={instrument.id} instrument={instrument} ruleSet={ruleSet} />
        ))}
      </ul>
      <p aria-hidden className={shared.quiet}>
        {results.tick(results.score(ruleSet.target, decimals))}
      </p>
    </section>
  );
};
