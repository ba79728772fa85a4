/** @jest-environment ./test/support/browser-environment.ts */
import { codeOf, hostWith, onSheet } from './support';

test('conditional formats of four kinds, the newest first', async () => {
  const host = await hostWith();
  const types = await onSheet(async (sheet, context) => {
    const formats = sheet.getRange('A1:A9').conditionalFormats;
    const { custom } = formats.add('Custom');
    custom.rule.formula = '=A1>$B$1';
    custom.format.font.color = '#9C0006';
    const value = formats.add('CellValue').cellValue;
    value.format.fill.color = '#FBE3E4';
    value.rule = { formula1: '=90', operator: 'LessThan' };
    const icons = formats.add('IconSet').iconSet;
    icons.style = 'ThreeTrafficLights1';
    icons.criteria = [
      { type: 'Invalid', operator: 'Invalid', formula: '' },
      { type: 'Number', operator: 'GreaterThanOrEqual', formula: '=90' },
      { type: 'Number', operator: 'GreaterThanOrEqual', formula: '=95' },
    ];
    const scale = formats.add('ColorScale').colorScale;
    scale.criteria = {
      minimum: { type: 'LowestValue', color: '#FF0000' },
      maximum: { type: 'HighestValue', color: '#00FF00' },
    };
    formats.load('items/type,items/priority,items/customOrNullObject/rule/formula');
    await context.sync();
    return formats.items.map(({ type, priority, customOrNullObject }) => [
      type,
      priority,
      customOrNullObject.isNullObject ? null : customOrNullObject.rule.formula,
    ]);
  });
  expect(types).toEqual([
    ['ColorScale', 0, null],
    ['IconSet', 1, null],
    ['CellValue', 2, null],
    ['Custom', 3, '=A1>$B$1'],
  ]);
  expect(host.snapshot().sheets[0]?.conditionalFormats[2]).toMatchObject({
    ranges: ['A1:A9'],
    parts: { cellValue: { Rule: { formula1: '=90' } }, fill: { Color: '#FBE3E4' } },
  });
});

test('reading conditional formats changes nothing; a cleared part is cut out', async () => {
  const host = await hostWith();
  await onSheet(async (sheet, context) => {
    sheet.getRange('A1:B9').conditionalFormats.add('Custom').custom.rule.formula = '=TRUE';
    await context.sync();
    const before = host.snapshot();
    const formats = sheet.getRange('A1').conditionalFormats;
    formats.load('items/customOrNullObject/format/font/bold,items/customOrNullObject/format/fill/color');
    await context.sync();
    expect(host.snapshot()).toEqual(before);
    sheet.getRange('A3:A4').conditionalFormats.clearAll();
    await context.sync();
  });
  expect(host.snapshot().sheets[0]?.conditionalFormats[0]?.ranges).toEqual(['A1:B2', 'B3:B4', 'A5:B9']);
});

test('validations hold for cells, however they were set', async () => {
  const host = await hostWith();
  const list = { list: { inCellDropDown: true, source: 'ใช่,ไม่' } };
  await onSheet(async (sheet, context) => {
    const whole = sheet.getRange('A1:A9').dataValidation;
    whole.rule = list;
    whole.prompt = { showPrompt: true, title: 'หัว', message: 'ข้อความ' };
    const mixed = sheet.getRange('A9:A10').dataValidation.load('type,rule');
    const part = sheet.getRange('A2').dataValidation.load('type,rule,prompt');
    await context.sync();
    expect([mixed.type, part.type, part.rule, part.prompt.title]).toEqual([
      'Inconsistent',
      'List',
      list,
      'หัว',
    ]);
  });
  const once = host.snapshot();
  await onSheet(async (sheet, context) => {
    sheet.getRange('A4').dataValidation.clear();
    await context.sync();
    expect(host.snapshot().sheets[0]?.validations[0]?.ranges).toEqual(['A1:A3', 'A5:A9']);
    const { dataValidation } = sheet.getRange('A4');
    dataValidation.rule = list;
    dataValidation.prompt = { showPrompt: true, title: 'หัว', message: 'ข้อความ' };
    await context.sync();
  });
  expect(host.snapshot()).toEqual(once);
});

test('rules may use names that are there, of cells of another sheet too', async () => {
  const host = await hostWith({ S: [], T: [['ก']] });
  const listOf = (source: string) => ({ list: { inCellDropDown: true, source } });
  const rules: readonly ((range: Excel.Range) => unknown)[] = [
    (range) => (range.dataValidation.rule = listOf('=ITA_Units')),
    (range) =>
      (range.conditionalFormats.add('Custom').custom.rule.formula = '=SUMPRODUCT(--(ITA_Units=A1))>0'),
  ];
  for (const rule of rules)
    await expect(
      codeOf((context) => rule(context.workbook.worksheets.getItem('S').getRange('A1:A9'))),
    ).resolves.toBe('InvalidArgument');
  await Excel.run(async (context) => {
    const { names, worksheets } = context.workbook;
    names.add('ITA_Units', worksheets.getItem('T').getRange('A1:A3'));
    for (const rule of rules) rule(worksheets.getItem('S').getRange('A1:A9'));
    await context.sync();
  });
  expect(host.snapshot().sheets[0]).toMatchObject({
    conditionalFormats: [{ parts: { rule: { Formula: '=SUMPRODUCT(--(ITA_Units=A1))>0' } } }, {}],
    validations: [{ settings: { Rule: listOf('=ITA_Units') } }],
  });
});

test.each<[string, (validation: Excel.DataValidation) => void]>([
  [
    'two rules at once',
    (validation) =>
      (validation.rule = { custom: { formula: '=1' }, list: { inCellDropDown: true, source: 'a' } }),
  ],
  [
    'a list of more than 255 characters',
    (validation) => (validation.rule = { list: { inCellDropDown: true, source: 'x'.repeat(256) } }),
  ],
  [
    'a title of more than 32 characters',
    (validation) => (validation.prompt = { showPrompt: true, title: 'x'.repeat(33), message: '' }),
  ],
])('%s is refused', async (_, job) => {
  await hostWith();
  await expect(
    codeOf((context) => {
      job(context.workbook.worksheets.getFirst().getRange('A1').dataValidation);
    }),
  ).resolves.toBe('InvalidArgument');
});
