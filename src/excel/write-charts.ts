import type { ChangePlan, SheetPlan, SheetRange } from '../core/change-plan';
import type { Batch } from './batch';
import { rangeAt } from './blocks';
import { contentOf, isOfOtherKind, showsOther } from './chart-content';
import type { ChartState } from './chart-state';
import { addChart, drawContent, drawFrame, drawPoints, drawSources } from './draw-chart';

/** About what a new chart takes of a request. */
const BYTES_OF_CHART = 15_000;

/** Names of all charts with which a plan has to do on a sheet. */
export const chartsOf = ({ charts, removedCharts }: SheetPlan): readonly string[] => [
  ...charts.map(({ name }) => name),
  ...removedCharts,
];

/**
 * Makes the planned charts of a sheet or brings those that are there up to date, and removes those that are to go. What
 * an officer did to the looks of a chart stays until something of what it shows changes. All cells must be written.
 */
export const writeCharts = async (
  sheet: Excel.Worksheet,
  { charts, removedCharts }: SheetPlan,
  plan: ChangePlan,
  before: readonly ChartState[],
  batch: Batch,
): Promise<void> => {
  for (const planned of charts) {
    await batch.room(BYTES_OF_CHART);
    const content = contentOf(planned);
    const state = before.find(({ name }) => name === planned.name);
    const chart =
      state === undefined ? addChart(sheet, planned.name, content) : sheet.charts.getItem(planned.name);
    if (chart === null) throw new Error(`A chart without series: ${planned.name}`);
    const isSetUp = state !== undefined && !isOfOtherKind(state, content);
    if (!isSetUp) drawFrame(chart, content.series[0]?.chartType, formatOf(plan, planned.series[0]?.values));
    if (state === undefined) drawContent(chart, content, 1);
    else if (showsOther(state, content)) drawContent(chart, content, state.series.length);
    // An older Excel does not tell from which cells a series comes.
    else
      content.series.forEach((series, index) => {
        drawSources(chart, chart.series.getItemAt(index), series);
      });
    if (!isSetUp) drawPoints(chart, planned);
    const { top, left, bottom, right } = planned.place;
    chart.setPosition(
      rangeAt(sheet, { top, left, bottom: top, right: left }),
      rangeAt(sheet, { top: bottom, left: right, bottom, right }),
    );
  }
  for (const name of removedCharts)
    if (before.some((state) => state.name === name)) sheet.charts.getItem(name).delete();
};

/** Number format of the first cell of a range, where the plan writes it. */
const formatOf = ({ sheets, styles }: ChangePlan, place: SheetRange | undefined): string | undefined => {
  const cell = sheets
    .find(({ name }) => name === place?.sheet)
    ?.cells.find(({ row, column }) => row === place?.range.top && column === place.range.left);
  return styles[cell?.style ?? '']?.numberFormat;
};

/** A chart of the plan as it is now; it may be gone. */
export type ChartNow = { readonly name: string; readonly chart: Excel.Chart };

/** Asks for the charts of a plan as they are now; they are there after the next answer. */
export const loadChartsNow = (sheet: Excel.Worksheet, plan: SheetPlan): readonly ChartNow[] =>
  chartsOf(plan).map((name) => {
    const chart = sheet.charts.getItemOrNullObject(name);
    chart.load('name,series/items/name');
    return { name, chart };
  });

/**
 * Takes back what was done to the charts of a sheet: those that were not there go, the others show again what they did.
 * A chart that was removed can be made again only where Excel told over which cells it was.
 */
export const restoreCharts = (
  sheet: Excel.Worksheet,
  now: readonly ChartNow[],
  before: readonly ChartState[],
): void => {
  for (const { name, chart } of now) {
    const state = before.find((entry) => entry.name === name);
    if (state === undefined) {
      if (!chart.isNullObject) chart.delete();
      continue;
    }
    const target = chart.isNullObject ? addChart(sheet, name, state) : chart;
    if (target === null) continue;
    if (chart.isNullObject) drawFrame(target, state.series[0]?.chartType, undefined);
    drawContent(target, state, chart.isNullObject ? 1 : chart.series.items.length);
    const { top, left, width, height } = state.place;
    target.top = top;
    target.left = left;
    target.width = width;
    target.height = height;
  }
};
