import { soundLook } from '../book/look-names';
import { hostObject, type HostObject } from '../host-object';

type Parts = Record<string, Record<string, unknown>>;
type PartClass = {
  readonly defaults: Readonly<Record<string, unknown>>;
  readonly navigate?: Readonly<Record<string, string>>;
  /** Property that `setSolidColor` sets and `clear` takes away. */
  readonly fill?: string;
};

const FORMAT = { Font: 'ChartFont', Fill: 'ChartFill' } as const;

/** Parts of charts that are kept as they are set; a property that is not here is not emulated. */
const CLASSES: Readonly<Record<string, PartClass>> = {
  ChartTitle: {
    defaults: { Visible: true, Text: '', Overlay: false, Position: 'Automatic', ShowShadow: false },
    navigate: { Format: 'ChartTitleFormat' },
  },
  ChartTitleFormat: { defaults: {}, navigate: FORMAT },
  ChartLegend: {
    defaults: { Visible: true, Position: 'Right', Overlay: false, ShowShadow: false },
    navigate: { Format: 'ChartLegendFormat' },
  },
  ChartLegendFormat: { defaults: {}, navigate: FORMAT },
  ChartAxes: { defaults: {}, navigate: { CategoryAxis: 'ChartAxis', ValueAxis: 'ChartAxis' } },
  ChartAxis: {
    defaults: {
      Visible: true,
      Minimum: '',
      Maximum: '',
      MajorUnit: '',
      MinorUnit: '',
      NumberFormat: 'General',
      LinkNumberFormat: true,
      ReversePlotOrder: false,
      TickLabelPosition: 'NextToAxis',
      TickLabelSpacing: '',
      MajorTickMark: 'Outside',
      MinorTickMark: 'None',
      Position: 'Automatic',
      IsBetweenCategories: true,
      TextOrientation: 0,
    },
    navigate: {
      Title: 'ChartAxisTitle',
      MajorGridlines: 'ChartGridlines',
      MinorGridlines: 'ChartGridlines',
      Format: 'ChartAxisFormat',
    },
  },
  ChartAxisTitle: {
    defaults: { Visible: false, Text: '', TextOrientation: 0 },
    navigate: { Format: 'ChartAxisTitleFormat' },
  },
  ChartAxisTitleFormat: { defaults: {}, navigate: FORMAT },
  ChartAxisFormat: { defaults: {}, navigate: { ...FORMAT, Line: 'ChartLineFormat' } },
  ChartGridlines: { defaults: { Visible: true }, navigate: { Format: 'ChartGridlinesFormat' } },
  ChartGridlinesFormat: { defaults: {}, navigate: { Line: 'ChartLineFormat' } },
  ChartAreaFormat: { defaults: { RoundedCorners: false }, navigate: FORMAT },
  ChartPlotArea: { defaults: { Position: 'Automatic' }, navigate: { Format: 'ChartPlotAreaFormat' } },
  ChartPlotAreaFormat: { defaults: {}, navigate: { Fill: 'ChartFill' } },
  ChartDataLabels: {
    defaults: {
      Position: 'Invalid',
      ShowValue: false,
      ShowSeriesName: false,
      ShowCategoryName: false,
      ShowLegendKey: false,
      ShowPercentage: false,
      NumberFormat: 'General',
      LinkNumberFormat: true,
      Separator: ',',
    },
    navigate: { Format: 'ChartDataLabelFormat' },
  },
  ChartDataLabelFormat: { defaults: {}, navigate: FORMAT },
  ChartSeriesFormat: { defaults: {}, navigate: { Fill: 'ChartFill', Line: 'ChartLineFormat' } },
  ChartFont: {
    defaults: {
      Name: 'Calibri',
      Size: 10,
      Bold: false,
      Italic: false,
      Underline: 'None',
      Color: '#595959',
    },
  },
  ChartFill: { defaults: {}, fill: 'SolidColor' },
  ChartLineFormat: { defaults: { Color: '', LineStyle: 'Automatic', Weight: '' }, fill: 'Color' },
};

/** A part of a chart by its path, such as `Axes/ValueAxis`; `guard` refuses changes. */
export const chartPart = (parts: Parts, path: string, type: string, guard: () => void): HostObject => {
  const { defaults, navigate = {}, fill } = CLASSES[type] ?? { defaults: {} };
  const names = Object.keys(defaults);
  const put = (name: string, value: unknown): void => {
    guard();
    (parts[path] ??= {})[name] = value;
  };
  return hostObject({
    type,
    get: Object.fromEntries(names.map((name) => [name, () => parts[path]?.[name] ?? defaults[name]])),
    set: Object.fromEntries(
      names.map((name) => [
        name,
        (value: unknown) => {
          put(name, value === '' ? value : soundLook(name, value, `${type}.${name}`));
        },
      ]),
    ),
    navigate: Object.fromEntries(
      Object.entries(navigate).map(([name, inner]) => [
        name,
        () => chartPart(parts, `${path}/${name}`, inner, guard),
      ]),
    ),
    call: {
      ...(fill === undefined
        ? {}
        : {
            SetSolidColor: (color) => {
              put(fill, soundLook('Color', color, `${type}.setSolidColor`));
            },
            Clear: () => {
              put(fill, 'None');
            },
          }),
    },
  });
};
