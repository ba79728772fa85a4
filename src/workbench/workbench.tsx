import { FluentProvider, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { useEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import { ok } from '../core/result';
import { App } from '../taskpane/app';
import type { Surface } from '../taskpane/surface';
import { themes } from '../taskpane/theme';
import { CellLine } from './components/cell-line';
import { GridView } from './components/grid-view';
import { useWords } from './components/language';
import { NoticeBars } from './components/notice-bar';
import { SheetTabs } from './components/sheet-tabs';
import { TitleBar } from './components/title-bar';
import type { Desk } from './desk/desk';
import { checkDisk, saveTab } from './desk/saving';
import { readDropped } from './files/disk-file';
import { loadSample } from './load-sample';

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', height: '100vh' },
  body: { display: 'flex', flexGrow: 1, minHeight: 0 },
  sheet: { display: 'flex', flexDirection: 'column', flexGrow: 1, minWidth: 0 },
  pane: {
    width: '350px',
    flexShrink: 0,
    overflow: 'hidden',
    borderLeft: `1px solid ${tokens.colorNeutralStroke1}`,
  },
  opening: { padding: tokens.spacingVerticalS },
});

/** The whole page: workbooks above, the grid of one of them, and its pane beside it. */
export const Workbench = ({ desk }: { readonly desk: Desk }) => {
  const styles = useStyles();
  const words = useWords();
  const { texts } = words;
  const state = useSyncExternalStore(desk.subscribe, desk.state);
  const pane = useRef<HTMLDivElement>(null);
  const sheet = useRef<HTMLElement>(null);
  const tab = state.tabs.find(({ id }) => id === state.active);
  const surface = useMemo<Surface>(
    () => ({
      language: document.documentElement.lang === 'en' ? 'en' : 'th',
      look: 'light',
      openSample: async () => {
        await desk.open([await loadSample()]);
        return ok(null);
      },
      openCopy: async (bytes) => {
        const { openWorkbook } = await import('../xlsx/open-workbook');
        const opened = openWorkbook(bytes);
        return opened.ok ? ok(opened.value.snapshot()) : opened;
      },
    }),
    [desk],
  );
  usePageEvents(desk, () => {
    const isInPane = pane.current?.contains(document.activeElement) === true;
    const target = isInPane
      ? sheet.current?.querySelector<HTMLElement>('canvas')
      : pane.current?.querySelector<HTMLElement>('main button, button');
    target?.focus();
  });
  useEffect(() => {
    document.title = tab === undefined ? texts.title : `${tab.name} · ${texts.title}`;
  }, [tab, texts]);
  return (
    <FluentProvider theme={themes.light} className={styles.page}>
      <a
        href="#pane"
        className="skip"
        onClick={(event) => {
          event.preventDefault();
          pane.current?.querySelector<HTMLElement>('button')?.focus();
        }}
      >
        {texts.skipGrid}
      </a>
      <TitleBar desk={desk} state={state} texts={texts} />
      <NoticeBars desk={desk} words={words} notices={state.notices} />
      {state.opening !== null && (
        <Spinner className={styles.opening} size="tiny" label={texts.opening(state.opening)} />
      )}
      <div className={styles.body}>
        <section ref={sheet} className={styles.sheet} aria-label={texts.grid}>
          {tab !== undefined && <CellLine desk={desk} book={tab.book} cell={state.cell} texts={texts} />}
          <GridView desk={desk} tab={tab} texts={texts} />
          {tab !== undefined && <SheetTabs desk={desk} tab={tab} texts={texts} />}
        </section>
        <div ref={pane} id="pane" className={styles.pane}>
          {tab !== undefined && <App key={tab.id} session={tab.session} surface={surface} />}
        </div>
      </div>
    </FluentProvider>
  );
};

/** The list to pick from of the cell that is selected in the grid. */
const pickList = (from: EventTarget | null): HTMLElement | null =>
  from instanceof Element && from.closest('[data-grid]') !== null
    ? (from.closest('section')?.querySelector('select') ?? null)
    : null;

/** Files that are dropped, keys that everybody knows, and a look at the disk when the user comes back. */
const usePageEvents = (desk: Desk, onOther: () => void): void => {
  const other = useRef(onOther);
  other.current = onOther;
  useEffect(() => {
    const listening = new AbortController();
    const { signal } = listening;
    const onKey = (event: KeyboardEvent): void => {
      const { active } = desk.state();
      if (event.key === 'F6') {
        event.preventDefault();
        other.current();
      } else if (event.key === 'ArrowDown' && event.altKey) {
        // As in a spreadsheet; a cell without a list has nothing to open.
        pickList(event.target)?.focus();
      } else if (event.key.toLowerCase() === 's' && (event.ctrlKey || event.metaKey)) {
        event.preventDefault();
        if (active !== null) void saveTab(desk, active);
      }
    };
    window.addEventListener('keydown', onKey, { signal, capture: true });
    window.addEventListener(
      'dragover',
      (event) => {
        event.preventDefault();
      },
      { signal },
    );
    window.addEventListener(
      'drop',
      (event) => {
        event.preventDefault();
        if (event.dataTransfer !== null) void readDropped(event.dataTransfer).then(desk.open);
      },
      { signal },
    );
    window.addEventListener('focus', () => void checkDisk(desk), { signal });
    return () => {
      listening.abort();
    };
  }, [desk]);
};
