import { makeStyles, tokens } from '@fluentui/react-components';
import { useSyncExternalStore } from 'react';
import type { WorkbenchTexts } from '../../app/messages/workbench-texts';
import { a1, type CellRef } from '../../core/cell-address';
import { cellAt, isCellError, type Snapshot } from '../../core/snapshot';
import { shownFormula } from '../../xlsx/write/newer-functions';
import type { Book } from '../files/book';

const useStyles = makeStyles({
  line: {
    display: 'flex',
    columnGap: tokens.spacingHorizontalM,
    minHeight: '28px',
    alignItems: 'center',
    padding: `0 ${tokens.spacingHorizontalM}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
  },
  address: { minWidth: '3.5rem', fontWeight: tokens.fontWeightSemibold },
  content: { whiteSpace: 'nowrap', overflow: 'hidden', textOverflow: 'ellipsis' },
});

/** What the selected cell holds, as in the line above the cells of every spreadsheet. */
export const CellLine = ({
  book,
  cell,
  texts,
}: {
  readonly book: Book;
  readonly cell: CellRef | null;
  readonly texts: WorkbenchTexts;
}) => {
  const styles = useStyles();
  const { snapshot } = useSyncExternalStore(book.subscribe, book.state);
  return (
    <div className={styles.line}>
      <span className={styles.address} role="status" aria-label={texts.cell}>
        {cell === null ? '' : a1(cell)}
      </span>
      <span className={styles.content}>{cell === null ? '' : contentOf(snapshot, cell)}</span>
    </div>
  );
};

const contentOf = (snapshot: Snapshot, cell: CellRef): string => {
  const sheet = snapshot.sheets.find(({ name }) => name === cell.sheet);
  const found = sheet && cellAt(sheet, cell);
  if (found === undefined) return '';
  if (found.formula !== null) return `=${shownFormula(found.formula)}`;
  return isCellError(found.value) ? found.value.error : String(found.value ?? '');
};
