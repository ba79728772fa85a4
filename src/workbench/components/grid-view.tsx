import { Button, makeStyles, Spinner } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import type { WorkbenchTexts } from '../../app/messages/workbench-texts';
import type { Desk } from '../desk/desk';
import type { DeskTab } from '../desk/desk-state';
import type { Grid } from '../grid/grid';
import { loadGrid, preloadGrid } from '../grid/load-grid';
import { ChartLayer } from './chart-layer';

const useStyles = makeStyles({
  place: { position: 'relative', flexGrow: 1, minHeight: 0, overflow: 'hidden' },
  grid: { position: 'absolute', inset: 0 },
  wait: { position: 'absolute', inset: 0, display: 'flex', flexDirection: 'column', gap: '12px' },
  middle: { alignItems: 'center', justifyContent: 'center', padding: '24px' },
});

/** The grid of the active workbook. */
export const GridView = ({
  desk,
  tab,
  texts,
}: {
  readonly desk: Desk;
  readonly tab: DeskTab | undefined;
  readonly texts: WorkbenchTexts;
}) => {
  const styles = useStyles();
  const container = useRef<HTMLDivElement>(null);
  const [grid, setGrid] = useState<Grid | null>(null);
  const [hasFailed, setHasFailed] = useState(false);
  const [moves, setMoves] = useState(0);
  const isStarted = useRef(false);
  const hasTab = tab !== undefined;
  useEffect(() => {
    preloadGrid().catch(() => undefined);
  }, []);
  useEffect(() => {
    const element = container.current;
    // The grid shows itself only with a workbook in it from the start.
    if (element === null || !hasTab || isStarted.current) return;
    isStarted.current = true;
    const onMoved = (): void => {
      setMoves((count) => count + 1);
    };
    const { onTyped, onSelected, onSheet } = desk;
    loadGrid(element, texts.gridWords, { onTyped, onSelected, onSheet, onMoved })
      .then((started) => {
        desk.attach(started);
        setGrid(started);
      })
      .catch((error: unknown) => {
        console.error(error);
        setHasFailed(true);
      });
  }, [desk, hasTab, texts]);
  return (
    <div className={styles.place}>
      <div ref={container} className={styles.grid} data-grid hidden={!hasTab} />
      {grid !== null && tab !== undefined && <ChartLayer grid={grid} tab={tab} moves={moves} texts={texts} />}
      {grid === null && (
        <div className={`${styles.wait} ${styles.middle}`}>
          {hasFailed ? (
            <>
              <p role="alert">{texts.noGrid}</p>
              <Button
                onClick={() => {
                  window.location.reload();
                }}
              >
                {texts.reload}
              </Button>
            </>
          ) : (
            <Spinner label={texts.loading} />
          )}
        </div>
      )}
    </div>
  );
};
