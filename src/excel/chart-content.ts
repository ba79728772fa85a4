import { CHART_DASHES, CHART_LOOK, CHART_MARKERS, inTurn, labelPlace } from '../core/chart-looks';
import type { ChartSeries, PlannedChart, SheetRange } from '../core/change-plan';
import type { ChartContent, SeriesContent, SeriesLook } from './chart-state';

const TYPES = {
  bar: 'BarClustered',
  column: 'ColumnClustered',
  line: 'LineMarkers',
  radar: 'RadarMarkers',
} as const;
const LIMIT_TYPES = { bar: 'Line', column: 'Line', line: 'Line', radar: 'Radar' } as const;
const MARKERS = {
  circle: 'Circle',
  square: 'Square',
  triangle: 'Triangle',
  diamond: 'Diamond',
  x: 'X',
  star: 'Star',
} as const;
const DASHES = { dash: 'Dash', dot: 'RoundDot', dashDot: 'DashDot' } as const;

const hex = (color: string): string => `#${color.toUpperCase()}`;

/** What a planned chart is to show. */
export const contentOf = (chart: PlannedChart): ChartContent => {
  const { kind, title, min, max, categories } = chart;
  const limits = chart.kind === 'bar' ? [] : chart.limits;
  const isBar = kind === 'bar' || kind === 'column';
  const hasLabels = labelPlace(chart) !== null;
  return {
    title,
    hasLegend: chart.series.length + limits.length > 1,
    min,
    max,
    series: [
      ...chart.series.map(({ name, values, color }, index): SeriesContent => ({
        name,
        chartType: TYPES[kind],
        values,
        categories,
        look: {
          color: hex(color),
          lineStyle: 'Continuous',
          weight: isBar ? CHART_LOOK.hairWeight : CHART_LOOK.lineWeight,
          marker: isBar ? null : markerOf(color, MARKERS[inTurn(CHART_MARKERS, index)]),
          hasLabels,
        },
      })),
      ...limits.map((limit, index) => limitOf(limit, index, kind, categories)),
    ],
  };
};

const limitOf = (
  { name, values, color }: ChartSeries,
  index: number,
  kind: PlannedChart['kind'],
  categories: SheetRange,
): SeriesContent => ({
  name,
  chartType: LIMIT_TYPES[kind],
  values,
  categories,
  look: {
    color: hex(color),
    lineStyle: DASHES[inTurn(CHART_DASHES, index)],
    weight: CHART_LOOK.lineWeight,
    marker: markerOf(color, 'None'),
    hasLabels: false,
  },
});

const markerOf = (color: string, style: Excel.ChartSeries['markerStyle']): SeriesLook['marker'] => ({
  style,
  size: CHART_LOOK.markerSize,
  background: hex(color),
  foreground: hex(color),
});

/** Whether a chart shows something else than it is to show; what is not known is taken for the same. */
export const showsOther = (state: ChartContent, planned: ChartContent): boolean =>
  state.title !== planned.title ||
  differs(state.min, planned.min) ||
  differs(state.max, planned.max) ||
  state.series.length !== planned.series.length ||
  planned.series.some((series, index) => isOtherSeries(state.series[index], series));

const differs = <Value>(now: Value | null, planned: Value | null): boolean =>
  now !== null && planned !== null && now !== planned;

const isOtherSeries = (now: SeriesContent | undefined, planned: SeriesContent): boolean =>
  now?.name !== planned.name ||
  now.chartType !== planned.chartType ||
  differs(now.look?.color.toUpperCase() ?? null, planned.look?.color ?? null) ||
  differs(sourceOf(now.values), sourceOf(planned.values)) ||
  differs(sourceOf(now.categories), sourceOf(planned.categories));

const sourceOf = (place: SheetRange | null): string | null =>
  place === null ? null : JSON.stringify([place.sheet, Object.entries(place.range).sort()]);

/** Whether a chart is of another kind than it is to be, so that its axes must be set up anew. */
export const isOfOtherKind = (state: ChartContent, planned: ChartContent): boolean =>
  state.series[0]?.chartType !== planned.series[0]?.chartType;
