import { addressOf, areaOfAddress, cellsOf, sheetPrefix, splitAddress } from '../book/area';
import type { Book } from '../book/book';
import { soundLook } from '../book/look-names';
import type { BookChart, BookSeries } from '../book/model';
import { hostErrors } from '../host-error';
import { collection, hostObject, isHostObject, type HostObject } from '../host-object';
import { chartPart } from './chart-parts';
import { rangeState } from './range-state';

export const newSeries = (name: string, chartType: string): BookSeries => ({
  name,
  chartType,
  values: null,
  categories: null,
  parts: {},
});

const DEFAULTS = {
  HasDataLabels: false,
  MarkerStyle: 'Automatic',
  MarkerSize: 5,
  MarkerBackgroundColor: '',
  MarkerForegroundColor: '',
  Smooth: false,
  GapWidth: 150,
  Overlap: 0,
  AxisGroup: 'Primary',
  InvertIfNegative: false,
  VaryByCategories: false,
  ShowShadow: false,
} as const;

/** Formula of the cells that a range object stands for. */
const sourceOf = (argument: unknown, location: string): string => {
  const state = isHostObject(argument) ? rangeState(argument) : undefined;
  if (state === undefined) throw hostErrors.argument(location);
  return `=${sheetPrefix(state.sheet.name)}${addressOf(state.range, true)}`;
};

const valuesOf = (book: Book, source: string | null): readonly unknown[] => {
  const { sheet: name, address } = splitAddress(source ?? '');
  const sheet = name === undefined ? undefined : book.sheetNamed(name);
  const area = areaOfAddress(address);
  if (sheet === undefined || area === undefined) return [];
  return [...cellsOf(area)].map(([row, column]) => {
    const value = book.valueAt(sheet, row, column);
    return typeof value === 'object' && value !== null ? value.error : value;
  });
};

const seriesObject = (book: Book, chart: BookChart, series: BookSeries, guard: () => void): HostObject => {
  const own = (series.parts['Series'] ??= {});
  const names = Object.keys(DEFAULTS) as (keyof typeof DEFAULTS)[];
  const setSource = (field: 'values' | 'categories', location: string) => (argument: unknown) => {
    guard();
    series[field] = sourceOf(argument, location);
  };
  const dimension = (name: unknown): string | null => {
    if (name === 'Values' || name === 'YValues') return series.values;
    if (name === 'Categories' || name === 'XValues') return series.categories;
    throw hostErrors.notEmulated(`the dimension ${String(name)} of a series`);
  };
  return hostObject({
    type: 'ChartSeries',
    identity: () => ({ _Index: chart.series.indexOf(series) }),
    get: {
      Name: () => series.name,
      ChartType: () => series.chartType,
      PlotOrder: () => chart.series.indexOf(series),
      ...Object.fromEntries(names.map((name) => [name, () => own[name] ?? DEFAULTS[name]])),
    },
    set: {
      Name: (value) => {
        guard();
        series.name = String(value);
      },
      ChartType: (value) => {
        guard();
        series.chartType = String(value);
      },
      ...Object.fromEntries(
        names.map((name) => [
          name,
          (value: unknown) => {
            guard();
            own[name] = soundLook(name, value, `ChartSeries.${name}`);
          },
        ]),
      ),
    },
    navigate: {
      Format: () => chartPart(series.parts, 'Format', 'ChartSeriesFormat', guard),
      DataLabels: () => chartPart(series.parts, 'DataLabels', 'ChartDataLabels', guard),
    },
    call: {
      SetValues: setSource('values', 'ChartSeries.setValues'),
      SetXAxisValues: setSource('categories', 'ChartSeries.setXAxisValues'),
      GetDimensionValues: (name) => valuesOf(book, dimension(name)),
      GetDimensionDataSourceString: (name) => (dimension(name) ?? '').replace(/^=/, ''),
      Delete: () => {
        guard();
        chart.series = chart.series.filter((other) => other !== series);
      },
    },
  });
};

/** Series of a chart. */
export const seriesCollection = (book: Book, chart: BookChart, guard: () => void): HostObject =>
  collection(
    'ChartSeriesCollection',
    () => chart.series.map((series) => seriesObject(book, chart, series, guard)),
    () => false,
    () => hostErrors.argument('ChartSeriesCollection.getItemAt'),
    {
      Add: (name, index) => {
        guard();
        const series = newSeries(
          typeof name === 'string' ? name : `Series${chart.series.length + 1}`,
          chart.chartType,
        );
        chart.series.splice(typeof index === 'number' ? index : chart.series.length, 0, series);
        return seriesObject(book, chart, series, guard);
      },
    },
  );
