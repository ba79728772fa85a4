import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import type { ManySummary } from '../../app/many-outcome';
import type { UnreadSource } from '../../app/unread-source';
import { unreadHere } from '../../app/unread-source';
import { useSharedStyles } from '../theme';
import { useWords } from '../words';

/** All of them stand on the sheet of remarks. */
const MOST_UNREAD = 20;

const useStyles = makeStyles({
  score: { fontSize: tokens.fontSizeHero800, lineHeight: tokens.lineHeightHero800 },
  pairs: {
    display: 'grid',
    gridTemplateColumns: '1fr auto',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXS,
    margin: 0,
    '& dt': { margin: 0 },
    '& dd': { margin: 0 },
  },
});

/** Names on the left, each with a number on the right. */
const Pairs = ({
  title,
  pairs,
}: {
  readonly title: string;
  readonly pairs: readonly (readonly [name: string, value: string])[];
}) => {
  const styles = useStyles();
  const shared = useSharedStyles();
  return (
    <>
      <h3 className={shared.subheading}>{title}</h3>
      <dl className={styles.pairs}>
        {pairs.flatMap(([name, value], index) => [
          <dt key={`${index} name`}>{name}</dt>,
          <dd key={`${index} value`} className={shared.number}>
            {value}
          </dd>,
        ])}
      </dl>
    </>
  );
};

/** All agencies of a fiscal year in a few lines. */
export const YearOfMany = ({ summary }: { readonly summary: ManySummary }) => {
  const styles = useStyles();
  const shared = useSharedStyles();
  const { results, messages } = useWords();
  const { many } = messages;
  const heading = useId();
  const { fiscalYear, decimals, agencies, scored, mean, grades, ungraded, lowest, remarked } = summary;
  const counted = grades.filter((grade) => grade.agencies > 0);
  return (
    <section className={shared.column} aria-labelledby={heading}>
      <h2 id={heading} className={shared.subheading}>
        {many.ofYear(fiscalYear, agencies)}
      </h2>
      {mean === null ? (
        <p className={shared.text}>{many.noMean}</p>
      ) : (
        <div>
          <p className={shared.quiet}>{many.mean}</p>
          <p className={mergeClasses(shared.text, styles.score)}>{results.score(mean, decimals)}</p>
          <p className={shared.quiet}>{many.meanOf(scored, agencies)}</p>
        </div>
      )}
      <Pairs
        title={many.grades}
        pairs={[
          ...counted.map((grade) => [many.gradeName(grade), many.agencies(grade.agencies)] as const),
          ...(ungraded === 0 ? [] : [[many.ungraded, many.agencies(ungraded)] as const]),
        ]}
      />
      {lowest.length > 0 && (
        <Pairs
          title={many.lowest}
          pairs={lowest.map(({ agency, total }) => [
            agency === '' ? many.noAgency : agency,
            results.score(total, decimals),
          ])}
        />
      )}
      <p className={shared.text}>{remarked === 0 ? `✓ ${many.noRemarks}` : `⚠ ${many.remarked(remarked)}`}</p>
    </section>
  );
};

/** What could not be read, by the name of its file, with the reason. */
export const UnreadSources = ({ unread }: { readonly unread: readonly UnreadSource[] }) => {
  const shared = useSharedStyles();
  const { messages } = useWords();
  const { many } = messages;
  const heading = useId();
  const left = unread.length - MOST_UNREAD;
  if (unread.length === 0) return null;
  return (
    <section className={shared.tight} aria-labelledby={heading}>
      <h2 id={heading} className={shared.subheading}>
        ⚠ {many.unread(unread.length)}
      </h2>
      <ul className={shared.list}>
        {unread.slice(0, MOST_UNREAD).map(({ file, cause }, index) => (
          <li key={index} className={shared.line}>
            <strong>{file ?? many.thisWorkbook}</strong> {unreadHere(cause, messages)}
          </li>
        ))}
        {left > 0 && <li className={shared.line}>{many.more(left)}</li>}
      </ul>
    </section>
  );
};
