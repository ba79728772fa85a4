import { axisFormat, CHART_LOOK } from '../../../core/chart-looks';
import type { PlannedChart } from '../../../core/change-plan';
import { XML_DECLARATION } from '../../workbook/flavour';
import { makeElement } from '../../xml/xml-node';
import type { XmlDocument, XmlNode } from '../../xml/parse-xml';
import { axisLook, chartLook, gridLines, richText, setting, textLook } from './chart-looks';
import type { PointReader } from './chart-points';
import { seriesXml, type SeriesXml } from './chart-series';
import type { DrawingNamespaces } from './namespaces';

const CATEGORY_AXIS = 1;
const VALUE_AXIS = 2;

/** The chart part of a planned chart. */
export const chartXml = (
  chart: PlannedChart,
  read: PointReader,
  { main, chart: chartSpace, relationships }: DrawingNamespaces,
): XmlDocument => {
  const all = seriesXml(chart, read);
  const hasLegend = all.series.length + all.limits.length > 1;
  const spaces = { 'xmlns:c': chartSpace, 'xmlns:a': main, 'xmlns:r': relationships };
  const root = makeElement('c:chartSpace', spaces, [
    setting('roundedCorners', 0),
    makeElement('c:chart', {}, [
      makeElement('c:title', {}, [richText(chart.title), setting('overlay', 0)]),
      setting('autoTitleDeleted', 0),
      makeElement('c:plotArea', {}, [
        makeElement('c:layout', {}),
        ...plotsXml(chart, all),
        categoryAxis(chart),
        valueAxis(chart, all.format),
      ]),
      ...(hasLegend ? [makeElement('c:legend', {}, [setting('legendPos', 'b'), setting('overlay', 0)])] : []),
      // Rows that an officer hides are still part of the result.
      setting('plotVisOnly', 0),
      setting('dispBlanksAs', 'gap'),
    ]),
    chartLook(),
    textLook(),
  ]);
  return { before: XML_DECLARATION, root, after: '' };
};

const axes = (): readonly XmlNode[] => [CATEGORY_AXIS, VALUE_AXIS].map((id) => setting('axId', id));

const plotsXml = ({ kind }: PlannedChart, { series, limits }: SeriesXml): readonly XmlNode[] => {
  switch (kind) {
    case 'bar':
    case 'column':
      return [
        makeElement('c:barChart', {}, [
          setting('barDir', kind === 'bar' ? 'bar' : 'col'),
          setting('grouping', 'clustered'),
          setting('varyColors', 0),
          ...series,
          setting('gapWidth', CHART_LOOK.gap),
          ...axes(),
        ]),
        ...(limits.length === 0 ? [] : [linesXml(limits)]),
      ];
    case 'line':
      return [linesXml([...series, ...limits])];
    case 'radar':
      return [
        makeElement('c:radarChart', {}, [
          setting('radarStyle', 'marker'),
          setting('varyColors', 0),
          ...series,
          ...limits,
          ...axes(),
        ]),
      ];
  }
};

const linesXml = (series: readonly XmlNode[]): XmlNode =>
  makeElement('c:lineChart', {}, [
    setting('grouping', 'standard'),
    setting('varyColors', 0),
    ...series,
    setting('marker', 1),
    ...axes(),
  ]);

const categoryAxis = ({ kind }: PlannedChart): XmlNode =>
  makeElement('c:catAx', {}, [
    setting('axId', CATEGORY_AXIS),
    // Lying bars are read from the top, as the rows of their cells are.
    makeElement('c:scaling', {}, [setting('orientation', kind === 'bar' ? 'maxMin' : 'minMax')]),
    setting('delete', 0),
    setting('axPos', kind === 'bar' ? 'l' : 'b'),
    ...(kind === 'radar' ? [gridLines()] : []),
    makeElement('c:numFmt', { formatCode: 'General', sourceLinked: 1 }),
    setting('majorTickMark', 'none'),
    setting('minorTickMark', 'none'),
    setting('tickLblPos', 'low'),
    axisLook(),
    setting('crossAx', VALUE_AXIS),
    setting('crosses', 'autoZero'),
    setting('auto', 1),
    setting('lblAlgn', 'ctr'),
    setting('lblOffset', 100),
    ...(kind === 'bar' ? [setting('tickLblSkip', 1)] : []),
    setting('noMultiLvlLbl', 0),
  ]);

const valueAxis = ({ kind, min, max }: PlannedChart, format: string): XmlNode =>
  makeElement('c:valAx', {}, [
    setting('axId', VALUE_AXIS),
    makeElement('c:scaling', {}, [
      setting('orientation', 'minMax'),
      ...(max === null ? [] : [setting('max', max)]),
      ...(min === null ? [] : [setting('min', min)]),
    ]),
    setting('delete', 0),
    setting('axPos', kind === 'bar' ? 'b' : 'l'),
    gridLines(),
    makeElement('c:numFmt', { formatCode: axisFormat(format), sourceLinked: 0 }),
    setting('majorTickMark', 'none'),
    setting('minorTickMark', 'none'),
    setting('tickLblPos', 'nextTo'),
    axisLook(),
    setting('crossAx', CATEGORY_AXIS),
    // With the categories turned round, their far end is at the bottom.
    setting('crosses', kind === 'bar' ? 'max' : 'autoZero'),
    setting('crossBetween', 'between'),
  ]);
