import {
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Button,
  makeStyles,
  mergeClasses,
  tokens,
} from '@fluentui/react-components';
import { useState } from 'react';
import type { PlainAnalysis } from '../../app/analyst';
import type { Session } from '../../app/session-state';
import { cellName, type CellRef } from '../../core/cell-address';
import { useSharedStyles } from '../theme';
import { useWords } from '../words';
import { CellLink } from './cell-link';
import { PointedTable } from './pointed-table';

const MOST_ROWS = 30;

const useStyles = makeStyles({
  elsewhere: { marginTop: tokens.spacingVerticalM },
  table: { width: '100%', borderCollapse: 'collapse' },
  head: {
    textAlign: 'left',
    fontWeight: tokens.fontWeightSemibold,
    padding: `0 ${tokens.spacingHorizontalS} 0 0`,
    ':last-child': { paddingRight: 0 },
  },
  cell: {
    padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalS} 0 0`,
    verticalAlign: 'top',
    ':last-child': { paddingRight: 0 },
  },
});

/** Every figure that the result was made from, with its cell. */
export const ReadFrom = ({
  session,
  analysis: { readings, assessments },
  onShow,
}: {
  readonly session: Session;
  readonly analysis: PlainAnalysis;
  readonly onShow: (cell: CellRef) => void;
}) => {
  const styles = useStyles();
  const shared = useSharedStyles();
  const { results, messages } = useWords();
  const [isWhole, setIsWhole] = useState(false);
  const { readFrom, score } = results;
  const figures = readings[0]?.figures ?? [];
  const sheets = new Set(figures.map(({ cell }) => cell.sheet));
  const shown = isWhole ? figures : figures.slice(0, MOST_ROWS);
  const left = figures.length - shown.length;
  const [what, points, where] = readFrom.heads;
  return (
    <AccordionItem value="readFrom">
      <AccordionHeader as="h2">{readFrom.title}</AccordionHeader>
      <AccordionPanel>
        <p className={shared.text}>{readFrom.sum(figures.length, sheets.size)}</p>
        <table className={styles.table}>
          <thead>
            <tr>
              <th className={styles.head}>{what}</th>
              <th className={mergeClasses(styles.head, shared.number)}>{points}</th>
              <th className={styles.head}>{where}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((figure) => (
              <tr key={`${cellName(figure.cell)} ${figure.figure}`}>
                <td className={styles.cell}>{messages.figureRead(figure).what}</td>
                <td className={mergeClasses(styles.cell, shared.number)}>
                  {score(figure.value, figure.figure === 'rank' ? 0 : assessments[0].ruleSet.scale.decimals)}
                </td>
                <td className={styles.cell}>
                  <CellLink isShort cell={figure.cell} onShow={onShow} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        {left > 0 && (
          <Button
            appearance="subtle"
            onClick={() => {
              setIsWhole(true);
            }}
          >
            {readFrom.more(left)}
          </Button>
        )}
        <div className={styles.elsewhere}>
          <PointedTable session={session} hint={readFrom.elsewhere} />
        </div>
      </AccordionPanel>
    </AccordionItem>
  );
};
