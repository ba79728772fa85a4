import { makeStyles } from '@fluentui/react-components';
import { useSyncExternalStore } from 'react';
import type { WorkbenchTexts } from '../../app/messages/workbench-texts';
import { chartData } from '../charts/chart-data';
import { ChartDrawing } from '../charts/chart-drawing';
import type { DeskTab } from '../desk/desk-state';
import type { Grid } from '../grid/grid';
import { COLUMN_HEADER_HEIGHT, ROW_HEADER_WIDTH } from '../grid/grid-sizes';

const useStyles = makeStyles({
  layer: {
    position: 'absolute',
    top: `${COLUMN_HEADER_HEIGHT}px`,
    left: `${ROW_HEADER_WIDTH}px`,
    right: '10px',
    bottom: '10px',
    overflow: 'hidden',
    // The cells below take every click and every turn of the wheel.
    pointerEvents: 'none',
    zIndex: 20,
  },
  chart: { position: 'absolute' },
});

/** The charts of the open sheet at their places over the grid, which draws none itself. */
export const ChartLayer = ({
  grid,
  tab,
  moves,
  texts,
}: {
  readonly grid: Grid;
  readonly tab: DeskTab;
  /** Counts up whenever the cells have moved. */
  readonly moves: number;
  readonly texts: WorkbenchTexts;
}) => {
  const styles = useStyles();
  const { snapshot, looks } = useSyncExternalStore(tab.book.subscribe, tab.book.state);
  const index = snapshot.sheets.findIndex(({ name }) => name === tab.sheet);
  const charts = looks.sheets[index]?.charts ?? [];
  if (charts.length === 0) return null;
  return (
    <div className={styles.layer} data-moves={moves}>
      {charts.map((chart, place) => {
        const at = grid.places.placeOf(chart.place);
        if (at === null || at.height < 1 || at.width < 1) return null;
        return (
          <div key={place} className={styles.chart} style={{ left: at.left, top: at.top }}>
            <ChartDrawing
              data={chartData(chart, snapshot)}
              width={at.width}
              height={at.height}
              notDrawn={texts.notDrawn}
            />
          </div>
        );
      })}
    </div>
  );
};
