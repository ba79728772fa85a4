import type { PlannedChart } from './change-plan';

/** How our charts look through either port; sizes are points, colours RRGGBB. */
export const CHART_LOOK = {
  /** A font that every office of the state has, with Thai letters and Latin ones of one size. */
  font: 'TH Sarabun New',
  textSize: 14,
  titleSize: 18,
  textColor: '262626',
  axisColor: '8C8C8C',
  gridColor: 'D9D9D9',
  groundColor: 'FFFFFF',
  hairWeight: 0.75,
  lineWeight: 2.25,
  markerSize: 7,
  /** Space between groups of bars, in percent of a bar's width. */
  gap: 60,
} as const;

/** Markers and dashes by which lines can be told apart in grey and by the colour-blind, in the order of the series. */
export const CHART_MARKERS = ['circle', 'square', 'triangle', 'diamond', 'x', 'star'] as const;
export const CHART_DASHES = ['dash', 'dot', 'dashDot'] as const;

/**
 * Where the figure of each point stands: within the bar where others would cover it there, or no room is left behind
 * it; null where figures of several series, or of a net, would cover each other.
 */
export const labelPlace = (chart: PlannedChart): 'inside' | 'outside' | 'above' | null => {
  const { kind, series } = chart;
  if (series.length > 1 || kind === 'radar') return null;
  if (kind === 'line') return 'above';
  return kind === 'bar' || chart.limits.length > 0 ? 'inside' : 'outside';
};

/** Entry of a list that starts again at its end. */
export const inTurn = <Value>(list: readonly [Value, ...Value[]], index: number): Value =>
  list[index % list.length] ?? list[0];

/** Number format of an axis: digits as in the cells, without their decimals. */
export const axisFormat = (format: string): string => format.replace(/\.[0#]+/g, '');
