import { makeStyles, Select, tokens } from '@fluentui/react-components';
import { useSyncExternalStore } from 'react';
import type { WorkbenchTexts } from '../../app/messages/workbench-texts';
import { a1, type CellRef } from '../../core/cell-address';
import { cellAt, isCellError, type Snapshot } from '../../core/snapshot';
import { shownFormula } from '../../xlsx/write/newer-functions';
import type { Desk } from '../desk/desk';
import type { Book } from '../files/book';
import { choicesFor } from '../files/choices';

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
  content: { flexGrow: 1, whiteSpace: 'nowrap', overflow: 'hidden', textOverflow: 'ellipsis' },
  note: {
    maxWidth: '40%',
    whiteSpace: 'nowrap',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    color: tokens.colorNeutralForeground2,
  },
  pick: { flexShrink: 0, maxWidth: '16rem' },
});

/** What the selected cell holds, as in the line above the cells of every spreadsheet, and what it can hold. */
export const CellLine = ({
  desk,
  book,
  cell,
  texts,
}: {
  readonly desk: Desk;
  readonly book: Book;
  readonly cell: CellRef | null;
  readonly texts: WorkbenchTexts;
}) => {
  const styles = useStyles();
  const { snapshot, looks } = useSyncExternalStore(book.subscribe, book.state);
  const look = looks.sheets[snapshot.sheets.findIndex(({ name }) => name === cell?.sheet)];
  const content = cell === null ? '' : contentOf(snapshot, cell);
  const choices = cell === null || look === undefined ? [] : choicesFor(look.pickLists, snapshot, cell);
  const note = cell === null ? undefined : look?.notes.find((entry) => entry.cell === a1(cell));
  return (
    <div className={styles.line}>
      <span className={styles.address} role="status" aria-label={texts.cell}>
        {cell === null ? '' : a1(cell)}
      </span>
      <span className={styles.content}>{content}</span>
      {note !== undefined && (
        <span className={styles.note} title={note.text}>
          {`${texts.note}: ${note.text}`}
        </span>
      )}
      {cell !== null && choices.length > 0 && (
        <Select
          size="small"
          className={styles.pick}
          aria-label={texts.pick}
          value={choices.includes(content) ? content : ''}
          onChange={(_, { value }) => {
            if (value !== '') desk.type(cell, value);
          }}
        >
          {!choices.includes(content) && <option value="">{texts.pick}</option>}
          {choices.map((choice) => (
            <option key={choice} value={choice}>
              {choice}
            </option>
          ))}
        </Select>
      )}
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
