import { axisFormat, CHART_LOOK, labelPlace } from '../core/chart-looks';
import type { PlannedChart, SheetRange } from '../core/change-plan';
import { rangeAt } from './blocks';
import { BAR_TYPES, type ChartContent, type SeriesContent, type SeriesLook } from './chart-state';

const LABEL_PLACES = { inside: 'InsideBase', outside: 'OutsideEnd', above: 'Top' } as const;
const TEXT_COLOR = `#${CHART_LOOK.textColor}`;
const AXIS_COLOR = `#${CHART_LOOK.axisColor}`;
const GRID_COLOR = `#${CHART_LOOK.gridColor}`;
const GROUND = `#${CHART_LOOK.groundColor}`;

const cellsAt = ({ worksheet }: Excel.Chart, { sheet, range }: SheetRange): Excel.Range =>
  rangeAt(worksheet.context.workbook.worksheets.getItem(sheet), range);

/** Adds a chart with one series; null where it is not known over which cells. */
export const addChart = (
  sheet: Excel.Worksheet,
  name: string,
  { series: [first] }: ChartContent,
): Excel.Chart | null => {
  if (first === undefined || first.values === null) return null;
  const { sheet: source, range } = first.values;
  const cells = rangeAt(sheet.context.workbook.worksheets.getItem(source), range);
  const by = range.left === range.right ? 'Columns' : 'Rows';
  const chart = sheet.charts.add(first.chartType, cells, by);
  chart.name = name;
  return chart;
};

/** Makes a chart show something; it has so many series already. */
export const drawContent = (
  chart: Excel.Chart,
  { title, hasLegend, min, max, series }: ChartContent,
  count: number,
): void => {
  for (let index = count - 1; index >= series.length; index -= 1) chart.series.getItemAt(index).delete();
  const [first] = series;
  if (first !== undefined) chart.chartType = first.chartType;
  chart.title.visible = title !== null;
  if (title !== null) chart.title.text = title;
  chart.legend.visible = hasLegend;
  if (min !== null) chart.axes.valueAxis.minimum = min;
  if (max !== null) chart.axes.valueAxis.maximum = max;
  series.forEach((content, index) => {
    const target = index < count ? chart.series.getItemAt(index) : chart.series.add(content.name);
    target.chartType = content.chartType;
    target.name = content.name;
    drawSources(chart, target, content);
    if (content.look !== null) drawLook(target, content.chartType, content.look);
  });
};

/** Points a series to its cells, where they are known. */
export const drawSources = (
  chart: Excel.Chart,
  series: Excel.ChartSeries,
  { values, categories }: SeriesContent,
): void => {
  if (values !== null) series.setValues(cellsAt(chart, values));
  if (categories !== null) series.setXAxisValues(cellsAt(chart, categories));
};

const drawLook = (
  series: Excel.ChartSeries,
  chartType: string,
  { color, lineStyle, weight, marker, hasLabels }: SeriesLook,
): void => {
  const { line, fill } = series.format;
  if (color !== '') {
    line.color = color;
    if (BAR_TYPES.includes(chartType)) fill.setSolidColor(color);
  }
  line.lineStyle = lineStyle;
  line.weight = weight;
  if (marker !== null) {
    series.markerStyle = marker.style;
    series.markerSize = marker.size;
    if (marker.background !== '') series.markerBackgroundColor = marker.background;
    if (marker.foreground !== '') series.markerForegroundColor = marker.foreground;
  }
  series.hasDataLabels = hasLabels;
};

/** Sets up fonts, ground, legend and axes of a chart that is new or has become one of another kind. */
export const drawFrame = (
  chart: Excel.Chart,
  chartType: SeriesContent['chartType'] | undefined,
  format: string | undefined,
): void => {
  // What has no font of its own follows this one, so it comes first.
  setFont(chart.format.font, CHART_LOOK.textSize, false);
  chart.format.fill.setSolidColor(GROUND);
  setFont(chart.title.format.font, CHART_LOOK.titleSize, true);
  chart.title.overlay = false;
  chart.legend.position = 'Bottom';
  chart.legend.overlay = false;
  // Rows that an officer hides are still part of the result, and what is missing is never drawn as 0.
  chart.plotVisibleOnly = false;
  chart.displayBlanksAs = 'NotPlotted';
  const { categoryAxis, valueAxis } = chart.axes;
  valueAxis.majorGridlines.visible = true;
  valueAxis.majorGridlines.format.line.color = GRID_COLOR;
  if (format !== undefined) {
    valueAxis.linkNumberFormat = false;
    valueAxis.numberFormat = axisFormat(format);
  }
  // A net has no line of categories.
  if (chartType === 'RadarMarkers') return;
  valueAxis.majorTickMark = 'None';
  valueAxis.format.line.color = AXIS_COLOR;
  categoryAxis.majorTickMark = 'None';
  categoryAxis.format.line.color = AXIS_COLOR;
  categoryAxis.tickLabelPosition = 'Low';
  if (BAR_TYPES.includes(chartType ?? '')) categoryAxis.tickLabelSpacing = 1;
  // Lying bars are read from the top, as the rows of their cells are; the axis of values stays at the bottom.
  categoryAxis.reversePlotOrder = chartType === 'BarClustered';
  categoryAxis.position = chartType === 'BarClustered' ? 'Maximum' : 'Automatic';
};

/** Places the figures and the bars of a chart that is new or has become one of another kind. */
export const drawPoints = (chart: Excel.Chart, planned: PlannedChart): void => {
  const first = chart.series.getItemAt(0);
  if (planned.kind === 'bar' || planned.kind === 'column') first.gapWidth = CHART_LOOK.gap;
  const place = labelPlace(planned);
  if (place === null) return;
  first.dataLabels.showValue = true;
  first.dataLabels.position = LABEL_PLACES[place];
  if (place === 'inside') first.dataLabels.format.fill.setSolidColor(GROUND);
};

const setFont = (font: Excel.ChartFont, size: number, bold: boolean): void => {
  font.name = CHART_LOOK.font;
  font.size = size;
  font.bold = bold;
  font.color = TEXT_COLOR;
};
