import type { Assessment } from '../../assess/assessment';

/** Columns right of the printed page, with the figures of the charts side by side as charts need them. */
export const DATA_COLUMN = { label: 8, score: 9, target: 10, improve: 11, urgent: 12, earlier: 13 } as const;
export const DATA_WIDTHS = [3, 30, 12, 12, 12, 12, 12] as const;

/** Rows of the charts: their heading, and where the bars and what stands below them begin; null where there is none. */
export type ChartRows = {
  readonly heading: number;
  readonly indicators: number | null;
  readonly below: number;
  readonly last: number;
};

/** Rows that charts cover; beside them stand the figures that they show, with a heading. */
export const CHART_ROWS = { indicators: 14, below: 12 } as const;

/** Where the charts stand, from a row on; null where nothing can be drawn. */
export const chartRows = (assessment: Assessment, years: number, heading: number): ChartRows | null => {
  const hasIndicators = hasAllIndicators(assessment);
  if (!hasIndicators && years === 0) return null;
  const first = heading + 1;
  const below = hasIndicators ? first + CHART_ROWS.indicators + 1 : first;
  const indicators = hasIndicators ? first : null;
  return { heading, indicators, below, last: below + CHART_ROWS.below - 1 };
};

/** Whether every indicator has a score, so that none would be missing in a chart. */
export const hasAllIndicators = ({ indicators }: Assessment): boolean =>
  indicators.every(({ score }) => score !== null);
