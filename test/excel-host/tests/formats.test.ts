/** @jest-environment ./test/support/browser-environment.ts */
import { codeOf, hostWith, onSheet } from './support';

test('a look that differs within a range is null, and is read cell by cell', async () => {
  await hostWith({ S: [['a', 'b']] });
  const found = await onSheet(async (sheet, context) => {
    sheet.getRange('A1').format.font.bold = true;
    sheet.getRange('A1:B1').format.fill.color = '#ffee00';
    const range = sheet.getRange('A1:B1').load('format/font/bold,format/fill/color,format/font/name');
    const cells = sheet.getRange('A1:B1').getCellProperties({
      address: true,
      format: { font: { bold: true }, fill: { color: true, pattern: true }, wrapText: true },
    });
    await context.sync();
    return [range.format.font.bold, range.format.fill.color, range.format.font.name, cells.value];
  });
  const fill = { color: '#FFEE00', pattern: 'Solid' };
  expect(found).toEqual([
    null,
    '#FFEE00',
    'Calibri',
    [
      [
        { address: 'S!A1', format: { font: { bold: true }, fill, wrapText: false } },
        { address: 'S!B1', format: { font: { bold: false }, fill, wrapText: false } },
      ],
    ],
  ]);
});

test('cell properties that were read can be set back, lines and fills too', async () => {
  const host = await hostWith({ S: [['a', 'b'], ['c']] });
  await onSheet((sheet, context) => {
    sheet.getRange('A1').format.fill.color = '#FFFFFF';
    sheet.getRange('B1').format.borders.getItem('EdgeBottom').style = 'Double';
    sheet.getRange('A2').format.horizontalAlignment = 'Right';
    return context.sync();
  });
  const before = host.snapshot();
  await onSheet(async (sheet, context) => {
    const range = sheet.getRange('A1:B2');
    const kept = range.getCellProperties({
      format: {
        fill: { color: true, pattern: true },
        font: { name: true, size: true, color: true },
        borders: { color: true, style: true, weight: true },
        horizontalAlignment: true,
      },
    });
    await context.sync();
    range.format.fill.color = '#00FF00';
    range.format.font.name = 'TH Sarabun New';
    range.format.horizontalAlignment = 'Center';
    for (const side of ['EdgeTop', 'EdgeLeft', 'InsideHorizontal', 'InsideVertical'] as const)
      range.format.borders.getItem(side).style = 'Continuous';
    await context.sync();
    expect(host.snapshot()).not.toEqual(before);
    range.setCellProperties(
      kept.value.map((line) =>
        line.map(({ format }) => {
          const { color = '', pattern } = format?.fill ?? {};
          const fill = pattern === 'Solid' ? { color } : { pattern: 'None' as const };
          return { format: { ...format, fill } };
        }),
      ),
    );
    await context.sync();
  });
  expect(host.snapshot()).toEqual(before);
});

test('two cells share the line between them', async () => {
  const host = await hostWith();
  const styles = await onSheet(async (sheet, context) => {
    const line = (address: string, side: 'EdgeTop' | 'EdgeBottom'): Excel.RangeBorder =>
      sheet.getRange(address).format.borders.getItem(side);
    line('A1', 'EdgeBottom').style = 'Continuous';
    const below = line('A2', 'EdgeTop').load('style');
    await context.sync();
    line('A2', 'EdgeTop').style = 'None';
    const above = line('A1', 'EdgeBottom').load('style');
    await context.sync();
    return [below.style, above.style];
  });
  expect(styles).toEqual(['Continuous', 'None']);
  expect(host.snapshot().sheets[0]?.looks.lines).toEqual({});
});

test('whole rows, columns and sheets have looks of their own', async () => {
  const host = await hostWith();
  const found = await onSheet(async (sheet, context) => {
    sheet.getRange('B2').format.font.size = 9;
    sheet.getRange('B:B').format.font.size = 14;
    sheet.getRange('3:3').format.font.size = 20;
    const sizes = ['A1', 'B2', 'B3', 'A3'].map((address) => sheet.getRange(address).load('format/font/size'));
    const column = sheet.getRange('B:B').load('format/font/size');
    await context.sync();
    sheet.getRange().format.font.size = 11;
    await context.sync();
    return [...sizes.map(({ format }) => format.font.size), column.format.font.size];
  });
  expect(found).toEqual([11, 14, 20, 20, null]);
  expect(host.snapshot().sheets[0]?.looks).toMatchObject({ cells: {}, rows: {}, columns: {}, sheet: {} });
});

test('widths, heights, hidden rows and columns', async () => {
  const host = await hostWith();
  const found = await onSheet(async (sheet, context) => {
    sheet.getRange('B:C').format.columnWidth = 100;
    sheet.getRange('2:2').format.rowHeight = 30;
    sheet.getRange('4:5').rowHidden = true;
    sheet.getRange('D:D').columnHidden = true;
    const rows = sheet.getRange('A3:A5').load('rowHidden,hidden');
    const properties = sheet
      .getRange('A1:A2')
      .getRowProperties({ rowIndex: true, format: { rowHeight: true } });
    await context.sync();
    sheet.getRange('A1:B1').setColumnProperties([{ columnHidden: true }, { format: { columnWidth: 48 } }]);
    await context.sync();
    return [rows.rowHidden, rows.hidden, properties.value];
  });
  expect(found).toEqual([
    null,
    null,
    [
      { rowIndex: 0, format: { rowHeight: 15 } },
      { rowIndex: 1, format: { rowHeight: 30 } },
    ],
  ]);
  expect(host.snapshot().sheets[0]).toMatchObject({
    columnWidths: { C: 100 },
    rowHeights: { 2: 30 },
    hiddenRows: [3, 4],
    hiddenColumns: [0, 3],
  });
});

test('what is set and cleared again leaves no trace', async () => {
  const host = await hostWith({ S: [['a']] });
  const before = host.snapshot();
  await onSheet((sheet, context) => {
    const { format } = sheet.getRange('A1');
    format.font.bold = true;
    format.font.bold = false;
    format.fill.color = '#FF0000';
    format.fill.clear();
    format.borders.getItem('EdgeTop').style = 'Continuous';
    format.borders.getItem('EdgeTop').style = 'None';
    sheet.getRange('A1').numberFormat = [['0.00']];
    sheet.getRange('A1').numberFormat = [['General']];
    return context.sync();
  });
  expect(host.snapshot()).toEqual(before);
});

test('clear takes contents, looks or links', async () => {
  const host = await hostWith({ S: [['a', 'b']] });
  await onSheet(async (sheet, context) => {
    const range = sheet.getRange('A1:B1');
    range.format.font.bold = true;
    sheet.getRange('A1').hyperlink = { documentReference: "'S'!A9", textToDisplay: 'ไป' };
    await context.sync();
    const before = host.snapshot().sheets[0];
    expect(before?.cells['A1']).toEqual({ value: 'ไป' });
    expect(before?.looks.cells['A1']).toMatchObject({ 'Font/Underline': 'Single' });
    range.clear('Contents');
    await context.sync();
    const emptied = host.snapshot().sheets[0];
    expect([emptied?.cells, emptied?.looks.cells['B1']]).toEqual([{}, { 'Font/Bold': true }]);
    range.clear();
    await context.sync();
  });
  expect(host.snapshot().sheets[0]).toMatchObject({ cells: {}, looks: { cells: {} }, links: {} });
});

test.each<[string, (sheet: Excel.Worksheet) => void, string]>([
  ['no colour', (sheet) => (sheet.getRange('A1').format.fill.color = '#12'), 'InvalidArgument'],
  ['a named colour', (sheet) => (sheet.getRange('A1').format.fill.color = 'red'), 'FakeHostNotImplemented'],
  [
    'a property of cells that is not kept',
    (sheet) => sheet.getRange('A1').getCellProperties({ format: { font: { tintAndShade: true } } }),
    'FakeHostNotImplemented',
  ],
])('%s is refused', async (_, job, code) => {
  await hostWith();
  await expect(
    codeOf((context) => {
      job(context.workbook.worksheets.getFirst());
    }),
  ).resolves.toBe(code);
});
