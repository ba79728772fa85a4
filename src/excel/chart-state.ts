import { parseSheetRange } from '../core/cell-address';
import type { SheetRange } from '../core/change-plan';

/** How a series is drawn; colours are #RRGGBB, or empty where Excel chooses. */
export type SeriesLook = {
  readonly color: string;
  readonly lineStyle: Excel.ChartSeries['format']['line']['lineStyle'];
  readonly weight: number;
  /** Null for bars. */
  readonly marker: {
    readonly style: Excel.ChartSeries['markerStyle'];
    readonly size: number;
    readonly background: string;
    readonly foreground: string;
  } | null;
  readonly hasLabels: boolean;
};

export type SeriesContent = {
  readonly name: string;
  readonly chartType: Excel.ChartSeries['chartType'];
  /** Null where this Excel does not tell. */
  readonly values: SheetRange | null;
  readonly categories: SheetRange | null;
  /** Null for a kind of chart that we do not make, whose looks are left alone. */
  readonly look: SeriesLook | null;
};

/** What a chart shows. */
export type ChartContent = {
  /** Null for a chart without one. */
  readonly title: string | null;
  readonly hasLegend: boolean;
  /** Ends of the axis of values; null where they do not matter or are not known. */
  readonly min: number | null;
  readonly max: number | null;
  readonly series: readonly SeriesContent[];
};

/** A chart of ours as it was, with its place in points. */
export type ChartState = ChartContent & {
  readonly name: string;
  readonly place: {
    readonly top: number;
    readonly left: number;
    readonly width: number;
    readonly height: number;
  };
};

/** Kinds of series that we make. */
export const BAR_TYPES: readonly string[] = ['BarClustered', 'ColumnClustered'];
const LINE_TYPES: readonly string[] = ['Line', 'LineMarkers', 'Radar', 'RadarMarkers'];

/** From here on Excel tells from which cells a series comes. */
const SOURCES = '1.15';

/** Asks whether charts of these names are there, and what is in them; it is known after the next answer. */
export const lookUpCharts = (sheet: Excel.Worksheet, names: readonly string[]): readonly Excel.Chart[] =>
  names.map((name) => {
    const chart = sheet.charts.getItemOrNullObject(name);
    chart.load(
      'name,top,left,width,height,title/visible,legend/visible,series/items/name,series/items/chartType',
    );
    return chart;
  });

/** Asks for all of a chart of ours that we change; it is there after the next answer. */
export const loadChart = (chart: Excel.Chart): (() => ChartState) => {
  // A question that does not suit a kind of chart fails the whole request, so only our own kinds are asked.
  const isKnown = chart.series.items.every(({ chartType }) =>
    [...BAR_TYPES, ...LINE_TYPES].includes(chartType),
  );
  const hasTitle = chart.title.visible;
  if (hasTitle) chart.title.load('text');
  const axis = chart.axes.valueAxis;
  if (isKnown) axis.load('minimum,maximum');
  const series = chart.series.items.map((item) => loadSeries(item, isKnown));
  return () => ({
    name: chart.name,
    title: hasTitle ? chart.title.text : null,
    hasLegend: chart.legend.visible,
    min: isKnown ? numberOrNull(axis.minimum) : null,
    max: isKnown ? numberOrNull(axis.maximum) : null,
    place: { top: chart.top, left: chart.left, width: chart.width, height: chart.height },
    series: series.map((content) => content()),
  });
};

const numberOrNull = (value: unknown): number | null => (typeof value === 'number' ? value : null);

const loadSeries = (series: Excel.ChartSeries, isKnown: boolean): (() => SeriesContent) => {
  const { name, chartType } = series;
  if (!isKnown) return () => ({ name, chartType, values: null, categories: null, look: null });
  const hasMarkers = LINE_TYPES.includes(chartType);
  series.load('hasDataLabels,format/line/color,format/line/lineStyle,format/line/weight');
  if (hasMarkers) series.load('markerStyle,markerSize,markerBackgroundColor,markerForegroundColor');
  const hasSources = Office.context.requirements.isSetSupported('ExcelApi', SOURCES);
  const [values, categories] = (['Values', 'Categories'] as const).map((dimension) =>
    hasSources ? series.getDimensionDataSourceString(dimension) : null,
  );
  return () => ({
    name,
    chartType,
    values: parseSheetRange(values?.value ?? '') ?? null,
    categories: parseSheetRange(categories?.value ?? '') ?? null,
    look: {
      color: series.format.line.color,
      lineStyle: series.format.line.lineStyle,
      weight: series.format.line.weight,
      marker: hasMarkers
        ? {
            style: series.markerStyle,
            size: series.markerSize,
            background: series.markerBackgroundColor,
            foreground: series.markerForegroundColor,
          }
        : null,
      hasLabels: series.hasDataLabels,
    },
  });
};
