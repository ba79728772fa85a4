import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { cellName } from '../../core/cell-address';
import type { Desk } from '../desk/desk';
import { MAX_TABS } from '../desk/desk';
import type { Notice } from '../desk/desk-state';
import { openAnew, saveTab } from '../desk/saving';
import type { Words } from './language';

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXS,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    backgroundColor: tokens.colorNeutralBackground3,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  text: { margin: 0, flexGrow: 1, flexBasis: '20rem' },
});

type Props = { readonly desk: Desk; readonly words: Words };

/** What the page has to say, with what can be done about it. */
export const NoticeBars = ({ desk, words, notices }: Props & { readonly notices: readonly Notice[] }) => (
  <>
    {notices.map((notice) => (
      <NoticeBar key={notice.id} notice={notice} desk={desk} words={words} />
    ))}
  </>
);

const NoticeBar = ({ notice, desk, words }: Props & { readonly notice: Notice }) => {
  const styles = useStyles();
  const { texts } = words;
  const dismiss = (): void => {
    desk.dismiss(notice.id);
  };
  const then =
    (run: () => Promise<void>): (() => void) =>
    () => {
      dismiss();
      void run();
    };
  const button = (label: string, run: () => Promise<void>): ReactNode => (
    <Button size="small" onClick={then(run)}>
      {label}
    </Button>
  );
  return (
    <div className={styles.bar}>
      <p className={styles.text} role={notice.kind === 'saved' ? 'status' : 'alert'}>
        {sentenceOf(notice, words)}
      </p>
      {notice.kind === 'found' && button(texts.restore, () => desk.restore(notice.books))}
      {notice.kind === 'found' && button(texts.discard, () => desk.forget(notice.books))}
      {notice.kind === 'closing' && button(texts.save, () => saveTab(desk, notice.tab))}
      {notice.kind === 'closing' && button(texts.closeAnyway, () => desk.close(notice.tab, true))}
      {notice.kind === 'changedOnDisk' && button(texts.openAgain, () => openAnew(desk, notice.tab))}
      {(notice.kind === 'changedOnDisk' || notice.kind === 'notSaved') &&
        button(texts.saveAsOther, () => saveTab(desk, notice.tab, true))}
      {notice.kind !== 'found' && (
        <Button size="small" appearance="subtle" onClick={dismiss}>
          {notice.kind === 'closing' ? texts.keep : texts.dismiss}
        </Button>
      )}
    </div>
  );
};

const sentenceOf = (notice: Notice, { texts, messages }: Words): string => {
  switch (notice.kind) {
    case 'notOpened':
      return texts.notOpened(notice.file, messages?.workbookRefusal(notice.refusal) ?? '');
    case 'notTyped':
      return texts.notTyped(
        notice.cells.map(cellName).join(', '),
        messages?.workbookRefusal(notice.refusal) ?? '',
      );
    case 'found':
      return texts.found(notice.books.map(({ name }) => `«${name}»`).join(', '));
    case 'changedOnDisk':
      return texts.changedOnDisk(notice.file);
    case 'closing':
      return texts.notSavedYet(notice.file);
    case 'notSaved':
      return texts.notSaved(notice.file);
    case 'saved':
      return texts.saved(notice.file);
    case 'full':
      return texts.tooManyWorkbooks(MAX_TABS);
    case 'notRemembered':
      return texts.notRemembered;
  }
};
