import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useRef } from 'react';
import type { WorkbenchTexts } from '../../app/messages/workbench-texts';
import type { Desk } from '../desk/desk';
import type { DeskState } from '../desk/desk-state';
import { saveTab } from '../desk/saving';
import { ACCEPTED, canPick, pickFiles, readFile } from '../files/disk-file';

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    minHeight: '44px',
    padding: `0 ${tokens.spacingHorizontalM}`,
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
  },
  title: { fontWeight: tokens.fontWeightSemibold, whiteSpace: 'nowrap' },
  books: {
    display: 'flex',
    flexGrow: 1,
    minWidth: 0,
    overflowX: 'auto',
    columnGap: tokens.spacingHorizontalXS,
  },
  book: { display: 'flex', alignItems: 'center', flexShrink: 0 },
  open: { maxWidth: '18rem', minWidth: 0, fontWeight: tokens.fontWeightRegular },
  close: { minWidth: '28px', padding: 0 },
  quiet: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, whiteSpace: 'nowrap' },
  hidden: { display: 'none' },
});

/** Opens, saves and closes workbooks, and shows which are open. */
export const TitleBar = ({
  desk,
  state,
  texts,
}: {
  readonly desk: Desk;
  readonly state: DeskState;
  readonly texts: WorkbenchTexts;
}) => {
  const styles = useStyles();
  const input = useRef<HTMLInputElement>(null);
  const open = (): void => {
    if (canPick()) void pickFiles().then(desk.open);
    else input.current?.click();
  };
  return (
    <section className={styles.bar} aria-label={texts.title}>
      <span className={styles.title}>{texts.title}</span>
      <Button onClick={open}>{texts.open}</Button>
      <input
        ref={input}
        className={styles.hidden}
        type="file"
        accept={ACCEPTED}
        multiple
        onChange={({ currentTarget }) => {
          const files = Array.from(currentTarget.files ?? []);
          currentTarget.value = '';
          void Promise.all(files.map(readFile)).then(desk.open);
        }}
      />
      <Button
        appearance="primary"
        disabled={state.active === null}
        onClick={() => {
          if (state.active !== null) void saveTab(desk, state.active);
        }}
      >
        {texts.save}
      </Button>
      <nav className={styles.books} aria-label={texts.workbooks}>
        {state.tabs.map((tab) => (
          <span key={tab.id} className={styles.book}>
            <Button
              appearance={tab.id === state.active ? 'outline' : 'subtle'}
              className={styles.open}
              aria-current={tab.id === state.active ? 'page' : undefined}
              onClick={() => void desk.activate(tab.id)}
            >
              {tab.isUnsaved ? `${tab.name} · ${texts.unsaved}` : tab.name}
            </Button>
            <Button
              appearance="subtle"
              size="small"
              className={styles.close}
              aria-label={texts.close(tab.name)}
              title={texts.close(tab.name)}
              onClick={() => void desk.close(tab.id)}
            >
              ×
            </Button>
          </span>
        ))}
      </nav>
      <span className={styles.quiet}>{texts.promise}</span>
    </section>
  );
};
