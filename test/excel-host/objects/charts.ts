import type { CellRange } from '../../../src/core/cell-address';
import { addressOf, heightOf, isUnbounded, sheetPrefix, widthOf } from '../book/area';
import type { Book } from '../book/book';
import { columnWidthOf, rowHeightOf, type BookChart, type BookSeries, type BookSheet } from '../book/model';
import { hostErrors } from '../host-error';
import { collection, hostObject, isHostObject, type HostObject } from '../host-object';
import { chartPart } from './chart-parts';
import { guardSheet } from './guards';
import { isSameName } from './naming';
import { rangeArgument, rangeState, type RangeState } from './range-state';
import { newSeries, seriesCollection } from './series';
import type { SheetView } from './sheet-view';

/** Series of a chart over a block of cells: its first row and column name them where these are texts. */
const seriesOver = (
  { book, sheet, range }: RangeState,
  chartType: string,
  seriesBy: unknown,
): readonly BookSeries[] => {
  if (isUnbounded(range)) throw hostErrors.notEmulated('a chart over whole rows or columns');
  const byRows = seriesBy === 'Rows' || (seriesBy !== 'Columns' && widthOf(range) > heightOf(range));
  const { top, left, bottom, right } = range;
  const value = (row: number, column: number): unknown => book.valueAt(sheet, row, column);
  const span = (first: number, last: number): readonly number[] =>
    Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
  const isName = (cell: unknown): boolean => typeof cell === 'string' || cell === null;
  const hasRow = heightOf(range) > 1 && span(left + 1, right).every((column) => isName(value(top, column)));
  const hasColumn = widthOf(range) > 1 && span(top + 1, bottom).every((row) => isName(value(row, left)));
  const hasTop = widthOf(range) === 1 ? heightOf(range) > 1 && isName(value(top, left)) : hasRow;
  const first = { row: top + (hasTop ? 1 : 0), column: left + (hasColumn ? 1 : 0) };
  const source = (area: CellRange): string => `=${sheetPrefix(sheet.name)}${addressOf(area, true)}`;
  const lines = byRows ? span(first.row, bottom) : span(first.column, right);
  return lines.map((line, index) => {
    const area = byRows
      ? { top: line, bottom: line, left: first.column, right }
      : { top: first.row, bottom, left: line, right: line };
    const hasNames = byRows ? hasColumn : hasTop;
    const hasCategories = byRows ? hasTop : hasColumn;
    const name = byRows ? book.textAt(sheet, line, left) : book.textAt(sheet, top, line);
    const categories = byRows
      ? { top, bottom: top, left: first.column, right }
      : { top: first.row, bottom, left, right: left };
    return {
      ...newSeries(hasNames ? name : `Series${index + 1}`, chartType),
      values: source(area),
      categories: hasCategories ? source(categories) : null,
    };
  });
};

const sum = (count: number, size: (index: number) => number, first = 0): number =>
  Array.from({ length: count }, (_, index) => size(first + index)).reduce((total, part) => total + part, 0);

/** Place of a chart that covers a range, in points. */
const placeOver = (sheet: BookSheet, { top, left, bottom, right }: CellRange) => ({
  Top: sum(top, (row) => rowHeightOf(sheet, row)),
  Left: sum(left, (column) => columnWidthOf(sheet, column)),
  Height: sum(bottom - top + 1, (row) => rowHeightOf(sheet, row), top),
  Width: sum(right - left + 1, (column) => columnWidthOf(sheet, column), left),
});

const chartObject = (view: SheetView, sheet: BookSheet, chart: BookChart): HostObject => {
  const { book } = view;
  const guard = (): void => {
    guardSheet(sheet, 'Chart', 'allowEditObjects');
  };
  const { properties } = chart;
  const names = Object.keys(properties);
  const part = (name: string, type: string) => (): HostObject => chartPart(chart.parts, name, type, guard);
  return hostObject({
    type: 'Chart',
    identity: () => ({ Id: chart.id }),
    get: {
      Id: () => chart.id,
      Name: () => chart.name,
      ChartType: () => chart.chartType,
      ...Object.fromEntries(names.map((name) => [name, () => properties[name]])),
    },
    set: {
      Name: (value) => {
        guard();
        chart.name = String(value);
      },
      ChartType: (value) => {
        guard();
        chart.chartType = String(value);
        for (const series of chart.series) series.chartType = chart.chartType;
      },
      ...Object.fromEntries(
        names.map((name) => [
          name,
          (value: unknown) => {
            guard();
            properties[name] = value;
          },
        ]),
      ),
    },
    navigate: {
      Worksheet: () => view.sheet(sheet),
      Series: () => seriesCollection(book, chart, guard),
      Title: part('Title', 'ChartTitle'),
      Legend: part('Legend', 'ChartLegend'),
      Axes: part('Axes', 'ChartAxes'),
      DataLabels: part('DataLabels', 'ChartDataLabels'),
      Format: part('Format', 'ChartAreaFormat'),
      PlotArea: part('PlotArea', 'ChartPlotArea'),
    },
    call: {
      Delete: () => {
        guard();
        sheet.charts = sheet.charts.filter((other) => other !== chart);
      },
      Activate: () => {
        book.activate(sheet);
      },
      SetData: (source, seriesBy) => {
        guard();
        chart.series = [...seriesOver(sourceState(source, 'Chart.setData'), chart.chartType, seriesBy)];
      },
      SetPosition: (start, end) => {
        guard();
        const first = rangeArgument(start, 'Chart.setPosition', sheet);
        if (end === undefined || end === null) {
          const { Top, Left } = placeOver(sheet, first);
          Object.assign(properties, { Top, Left });
          return;
        }
        const { bottom, right } = rangeArgument(end, 'Chart.setPosition', sheet);
        Object.assign(properties, placeOver(sheet, { ...first, bottom, right }));
      },
    },
  });
};

const sourceState = (argument: unknown, location: string): RangeState => {
  const state = isHostObject(argument) ? rangeState(argument) : undefined;
  if (state === undefined) throw hostErrors.argument(location);
  return state;
};

const freeName = (book: Book): string => {
  const names = new Set(book.sheets.flatMap(({ charts }) => charts.map(({ name }) => name)));
  for (let count = 1; ; count++) if (!names.has(`Chart ${count}`)) return `Chart ${count}`;
};

/** Charts of a sheet. */
export const chartCollection = (view: SheetView, sheet: BookSheet): HostObject =>
  collection(
    'ChartCollection',
    () => sheet.charts.map((chart) => chartObject(view, sheet, chart)),
    (item, key) => isSameName(item.get?.['Name']?.(), key) || item.identity?.()['Id'] === key,
    () => hostErrors.notFound('ChartCollection.getItem'),
    {
      Add: (type, source, seriesBy) => {
        const location = 'ChartCollection.add';
        guardSheet(sheet, location, 'allowEditObjects');
        const state = sourceState(source, location);
        const chart: BookChart = {
          id: view.book.newId(),
          name: freeName(view.book),
          chartType: String(type),
          series: [...seriesOver(state, String(type), seriesBy)],
          properties: {
            Top: 0,
            Left: 0,
            Width: 360,
            Height: 216,
            PlotVisibleOnly: true,
            DisplayBlanksAs: 'NotPlotted',
            ShowDataLabelsOverMaximum: true,
            Style: 2,
          },
          parts: {},
        };
        sheet.charts.push(chart);
        return chartObject(view, sheet, chart);
      },
    },
  );
