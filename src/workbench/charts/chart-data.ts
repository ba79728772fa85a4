import { cellAt, isCellError, type Snapshot } from '../../core/snapshot';
import type { ChartView, PointsView, SeriesView } from '../../xlsx/looks/charts';

/** A chart with what its cells hold now. */
export type ChartData = {
  readonly title: string;
  readonly altText: string;
  readonly kind: 'bar' | 'column' | 'line' | 'radar' | null;
  readonly categories: readonly string[];
  readonly series: readonly DrawnSeries[];
  readonly min: number;
  readonly max: number;
};

export type DrawnSeries = Omit<SeriesView, 'values' | 'color'> & {
  readonly color: string;
  readonly values: readonly (number | null)[];
};

const COLORS = ['4472C4', 'ED7D31', 'A5A5A5', 'FFC000', '5B9BD5', '70AD47'];

/** Fills a chart with the values of a workbook; the points that the file remembers stand in for cells elsewhere. */
export const chartData = (chart: ChartView, snapshot: Snapshot): ChartData => {
  const series = chart.series.map(({ color, values, ...rest }, index) => ({
    ...rest,
    color: `#${color ?? COLORS[index % COLORS.length] ?? '4472C4'}`,
    values: pointsOf(values, snapshot).map((value) => (typeof value === 'number' ? value : null)),
  }));
  const numbers = series.flatMap(({ values }) => values.filter((value) => value !== null));
  return {
    title: chart.title,
    altText: chart.altText,
    kind: chart.series[0]?.kind ?? null,
    categories: pointsOf(chart.categories, snapshot).map((value) => String(value ?? '')),
    series,
    min: chart.min ?? Math.min(0, ...numbers),
    max: chart.max ?? niceMax(Math.max(0, ...numbers)),
  };
};

const pointsOf = ({ cells, points }: PointsView, { sheets }: Snapshot): PointsView['points'] => {
  const sheet = sheets.find(({ name }) => name === cells?.sheet);
  if (cells === undefined || sheet === undefined) return points;
  const { top, left, bottom, right } = cells.range;
  const found: (string | number | null)[] = [];
  for (let row = top; row <= bottom && found.length < points.length; row++) {
    for (let column = left; column <= right; column++) {
      const value = cellAt(sheet, { row, column })?.value ?? null;
      found.push(isCellError(value) || typeof value === 'boolean' ? null : value);
    }
  }
  return found;
};

/** The next round number above. */
const niceMax = (value: number): number => {
  if (value <= 0) return 1;
  const step = 10 ** Math.floor(Math.log10(value));
  return Math.ceil(value / step) * step;
};
