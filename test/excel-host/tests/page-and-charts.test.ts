/** @jest-environment ./test/support/browser-environment.ts */
import { hostWith, onSheet } from './support';

test('page, panes, tab and grid lines', async () => {
  const host = await hostWith();
  const found = await onSheet(async (sheet, context) => {
    const page = sheet.pageLayout;
    page.orientation = 'Landscape';
    page.paperSize = 'A4';
    page.zoom = { horizontalFitToPages: 1 };
    page.setPrintMargins('Inches', { left: 0.5 });
    page.setPrintArea('A1:D20');
    page.setPrintTitleRows('$1:$2');
    page.headersFooters.defaultForAllPages.centerFooter = '&P';
    sheet.freezePanes.freezeAt('A1:B2');
    sheet.tabColor = '#1f4e79';
    sheet.showGridlines = false;
    const area = page.getPrintAreaOrNullObject().load('address');
    const panes = sheet.freezePanes.getLocationOrNullObject().load('address');
    page.load('orientation,leftMargin');
    await context.sync();
    return [area.address, panes.address, page.orientation, page.leftMargin];
  });
  expect(found).toEqual(['S!A1:D20', 'S!A1:B2', 'Landscape', 36]);
  expect(host.snapshot().sheets[0]).toMatchObject({
    tabColor: '#1F4E79',
    showGridlines: false,
    freeze: { rows: 2, columns: 2 },
    page: { printArea: ['A1:D20'], titleRows: '1:2', lines: { CenterFooter: '&P' } },
  });
});

test('charts take their series from cells and follow them', async () => {
  const host = await hostWith({
    S: [
      ['ตัวชี้วัด', 'คะแนน', 'เป้าหมาย'],
      ['หนึ่ง', 90, 95],
      ['สอง', 80, 95],
    ],
  });
  const found = await onSheet(async (sheet, context) => {
    const chart = sheet.charts.add('ColumnClustered', sheet.getRange('A1:C3'), 'Columns');
    chart.name = 'ITA_Chart';
    chart.title.text = 'คะแนนรายตัวชี้วัด';
    chart.axes.valueAxis.minimum = 0;
    chart.axes.valueAxis.maximum = 100;
    chart.legend.position = 'Bottom';
    chart.setPosition('E2', 'H12');
    chart.series.getItemAt(0).format.fill.setSolidColor('#1F4E79');
    const added = chart.series.add('ขีด');
    added.setValues(sheet.getRange('C2:C3'));
    added.setXAxisValues(sheet.getRange('A2:A3'));
    added.chartType = 'Line';
    const values = chart.series.getItemAt(0).getDimensionValues('Values');
    chart.series.load('items/name,items/chartType');
    chart.load('top,left,height,width');
    await context.sync();
    sheet.name = 'ผล';
    await context.sync();
    return [
      chart.series.items.map(({ name, chartType }) => [name, chartType]),
      values.value,
      [chart.left, chart.top, chart.width, chart.height],
    ];
  });
  expect(found).toEqual([
    [
      ['คะแนน', 'ColumnClustered'],
      ['เป้าหมาย', 'ColumnClustered'],
      ['ขีด', 'Line'],
    ],
    [90, 80],
    [192, 15, 192, 165],
  ]);
  expect(host.snapshot().sheets[0]?.charts).toMatchObject([
    {
      name: 'ITA_Chart',
      parts: { Title: { Text: 'คะแนนรายตัวชี้วัด' }, 'Axes/ValueAxis': { Minimum: 0, Maximum: 100 } },
      series: [
        {
          values: '=ผล!$B$2:$B$3',
          categories: '=ผล!$A$2:$A$3',
          parts: { 'Format/Fill': { SolidColor: '#1F4E79' } },
        },
        { values: '=ผล!$C$2:$C$3' },
        { values: '=ผล!$C$2:$C$3', categories: '=ผล!$A$2:$A$3' },
      ],
    },
  ]);
});
