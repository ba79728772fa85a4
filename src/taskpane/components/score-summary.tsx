import { makeStyles, tokens } from '@fluentui/react-components';
import type { PaneTexts } from '../../app/messages/pane-texts';
import type { Assessment, InstrumentResult } from '../../core/assess/assessment';
import { formatDecimal } from '../../core/text/numbers';
import { useSharedStyles } from '../theme';

const useStyles = makeStyles({
  top: { display: 'flex', alignItems: 'baseline', columnGap: tokens.spacingHorizontalM, flexWrap: 'wrap' },
  total: {
    fontSize: '40px',
    lineHeight: '48px',
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorBrandForeground1,
    fontVariantNumeric: 'tabular-nums',
  },
  grade: { fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500 },
  bars: {
    display: 'grid',
    gridTemplateColumns: 'auto 1fr auto auto',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    rowGap: tokens.spacingVerticalXS,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  row: { display: 'contents' },
  track: {
    position: 'relative',
    height: '12px',
    backgroundColor: tokens.colorNeutralBackground5,
    borderRadius: tokens.borderRadiusSmall,
    overflow: 'hidden',
  },
  filled: { height: '100%', backgroundColor: '#1F4E79' },
  target: { position: 'absolute', top: 0, bottom: 0, width: '2px', backgroundColor: '#B45F06' },
  number: { textAlign: 'right', fontVariantNumeric: 'tabular-nums' },
});

type Props = { readonly assessment: Assessment; readonly texts: PaneTexts };

const scoreText = (score: number | null, decimals: number): string =>
  score === null ? '–' : formatDecimal(score, decimals);

const Bar = ({ instrument, assessment, texts }: Props & { readonly instrument: InstrumentResult }) => {
  const styles = useStyles();
  const { ruleSet } = assessment;
  const { id, score, weight } = instrument;
  const { min, max, decimals } = ruleSet.scale;
  const share = (value: number): string => `${((value - min) / (max - min)) * 100}%`;
  const printed = scoreText(score, decimals);
  const percent = formatDecimal(weight * 100, 0);
  return (
    <li className={styles.row} aria-label={texts.bar(id, printed, percent)}>
      <span aria-hidden>{id}</span>
      <span aria-hidden className={styles.track}>
        <span className={styles.filled} style={{ display: 'block', width: share(score ?? min) }} />
        <span className={styles.target} style={{ left: share(ruleSet.target) }} />
      </span>
      <span aria-hidden className={styles.number}>
        {printed}
      </span>
      <span aria-hidden className={styles.number}>
        × {percent}
      </span>
    </li>
  );
};

/** Total, grade in words, distance to the target and the three instruments on one scale, the target as a tick. */
export const ScoreSummary = ({ assessment, texts }: Props) => {
  const styles = useStyles();
  const shared = useSharedStyles();
  const { total, grade, ruleSet, instruments } = assessment;
  const { decimals } = ruleSet.scale;
  const label = ruleSet.gradeScale.grades.find(({ code }) => code === grade?.code);
  const gap = total.score === null ? null : total.score - ruleSet.target;
  const points = gap === null ? '' : formatDecimal(Math.abs(gap), decimals);
  return (
    <section className={shared.column} aria-label={texts.total}>
      <div className={styles.top}>
        <span className={styles.total}>{scoreText(total.score, decimals)}</span>
        <span className={styles.grade}>
          {(texts.language === 'th' ? label?.label : label?.labelEn) ?? ''}
        </span>
      </div>
      <p className={shared.text}>
        {gap === null ? texts.noTotal : gap < 0 ? texts.belowTarget(points) : texts.aboveTarget(points)}
      </p>
      {grade !== null && !grade.certain && <p className={shared.text}>⚠ {texts.uncertain}</p>}
      <ul className={styles.bars}>
        {instruments.map((instrument) => (
          <Bar key={instrument.id} instrument={instrument} assessment={assessment} texts={texts} />
        ))}
      </ul>
    </section>
  );
};
