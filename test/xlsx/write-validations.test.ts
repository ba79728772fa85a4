import type { CellRange } from '../../src/core/cell-address';
import type { PlannedValidation } from '../../src/core/change-plan';
import { applied, opened, planFor } from './plans';
import { makeWorkbook, prefixed, workbookParts } from './workbooks';
import { partText, zipParts } from './zip-parts';

const PART = 'xl/worksheets/sheet1.xml';
const range = (top: number, left: number, bottom: number, right: number): CellRange => ({
  top,
  left,
  bottom,
  right,
});
const triage: PlannedValidation = {
  range: range(4, 2, 9, 2),
  source: { kind: 'values', values: ['เร่งด่วน', 'พัฒนา', 'รักษา"มาตรฐาน"'] },
  allowBlank: true,
  prompt: { title: 'การจัดกลุ่ม', text: 'เลือกหนึ่งค่า\nจากรายการ' },
  error: { title: 'ไม่อยู่ในรายการ', text: 'โปรดเลือกจากรายการ' },
};
const people: PlannedValidation = {
  range: range(4, 3, 9, 3),
  source: { kind: 'formula', formula: "'ตั้งค่า ITA'!$A$2:$A$9" },
  allowBlank: false,
  prompt: null,
  error: null,
};

const sheetWith = (xml: string): Uint8Array =>
  makeWorkbook({ sheets: [{ name: 'S', xml: `<sheetData/>${xml}` }] });
const written = (
  source: Uint8Array,
  validations: readonly PlannedValidation[],
  owned: CellRange | null = null,
) => {
  const plan = planFor('S', { validations, owned, frame: null });
  const out = applied(source, plan);
  expect(applied(out, plan)).toEqual(out);
  return partText(out, PART);
};

test('a cell takes one of a list of values, or of cells of another sheet', () => {
  expect(written(sheetWith(''), [triage, people])).toContain(
    '<dataValidations count="2">' +
      '<dataValidation type="list" allowBlank="1" showInputMessage="1" showErrorMessage="1" errorTitle="ไม่อยู่ในรายการ" error="โปรดเลือกจากรายการ" promptTitle="การจัดกลุ่ม" prompt="เลือกหนึ่งค่า&#10;จากรายการ" sqref="C5:C10"><formula1>"เร่งด่วน,พัฒนา,รักษา""มาตรฐาน"""</formula1></dataValidation>' +
      `<dataValidation type="list" sqref="D5:D10"><formula1>'ตั้งค่า ITA'!$A$2:$A$9</formula1></dataValidation></dataValidations>`,
  );
});

test('a cell takes a number between two ends', () => {
  const limit: PlannedValidation = { ...people, source: { kind: 'decimal', min: 0, max: 100 } };
  const node =
    '<dataValidation type="decimal" sqref="D5:D10"><formula1>0</formula1><formula2>100</formula2></dataValidation>';
  expect(written(sheetWith(''), [limit])).toContain(node);
  // The same with another comparison is another rule.
  const other = node.replace(' sqref', ' operator="notBetween" sqref');
  expect(written(sheetWith(list(other)), [limit])).toContain(`<dataValidations count="1">${node}`);
});

const OTHER = (sqref: string, formula = '1'): string =>
  `<dataValidation type="whole" allowBlank="1" sqref="${sqref}"><formula1>${formula}</formula1></dataValidation>`;
const list = (...nodes: readonly string[]): string =>
  `<dataValidations count="${nodes.length}">${nodes.join('')}</dataValidations>`;

test.each<[string, string, readonly string[]]>([
  ['elsewhere stays', OTHER('A1:A9 F1'), [OTHER('A1:A9 F1')]],
  ['on the planned cells goes', OTHER('C5:C10'), []],
  ['around the planned cells keeps the others', OTHER('B4:D12'), [OTHER('B4:D4 B5:B10 D5:D10 B11:D12')]],
  ['whose formula would move keeps its cells', OTHER('C5:C20', 'A5&gt;1'), [OTHER('C5:C20', 'A5&gt;1')]],
])('a validation of the officer’s %s', (_, old, kept) => {
  const xml = written(sheetWith(list(old)), [triage]);
  for (const node of kept) expect(xml).toContain(node);
  expect(xml).toContain(`<dataValidations count="${kept.length + 1}">`);
});

test('an own validation follows its table when that grows or shrinks', () => {
  const once = applied(sheetWith(''), planFor('S', { validations: [triage], frame: null }));
  const xml = written(once, [{ ...triage, range: range(4, 2, 12, 2) }]);
  expect(xml.match(/sqref="[^"]*"/g)).toEqual(['sqref="C5:C13"']);
});

test('an area of ours holds only the planned validations', () => {
  const xml = written(sheetWith(list(OTHER('A1:A9'), OTHER('A1:A99'))), [triage], range(0, 0, 20, 9));
  expect(xml.match(/sqref="[^"]*"/g)).toEqual(['sqref="A1:A99"', 'sqref="C5:C10"']);
  expect(written(sheetWith(list(OTHER('A1:A9'))), [], range(0, 0, 20, 9))).not.toContain('dataValidation');
});

const EXTENDED = (sqref: string, formula: string): string =>
  '<extLst><ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"><x14:dataValidations xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main" count="1">' +
  `<x14:dataValidation type="list"><x14:formula1><xm:f>${formula}</xm:f></x14:formula1><xm:sqref>${sqref}</xm:sqref></x14:dataValidation></x14:dataValidations></ext></extLst>`;

test('a validation that Excel moved to an extension is known again, another there gives way', () => {
  const same = EXTENDED('D5:D10', "'ตั้งค่า ITA'!$A$2:$A$9");
  expect(written(sheetWith(same), [people])).toContain(`<sheetData/>${same}`);
  const other = written(sheetWith(EXTENDED('D5:D10', 'X!$A$1')), [people]);
  expect(other).not.toContain('extLst');
  expect(other).toContain('<dataValidations count="1"><dataValidation type="list" sqref="D5:D10">');
  const wider = written(sheetWith(EXTENDED('D4:D20 F1', 'X!$A$1')), [people]);
  expect(wider).toContain('<xm:sqref>D4 D11:D20 F1</xm:sqref></x14:dataValidation></x14:dataValidations>');
});

test('a file with prefixes gets validations with prefixes', () => {
  const source = zipParts(prefixed(workbookParts({ sheets: [{ name: 'S', xml: '<sheetData/>' }] })));
  expect(written(source, [people])).toContain('<x:dataValidations count="1"><x:dataValidation type="list"');
});

test.each<[string, Partial<PlannedValidation>]>([
  ['a value with a comma', { source: { kind: 'values', values: ['ก,ข'] } }],
  ['values that are too long together', { source: { kind: 'values', values: ['ก'.repeat(256)] } }],
  ['a title that is too long', { prompt: { title: 'ก'.repeat(33), text: '' } }],
  ['a message that is too long', { error: { title: '', text: 'ก'.repeat(226) } }],
])('%s is a mistake of ours', (_, wrong) => {
  expect(() =>
    opened(sheetWith('')).apply(planFor('S', { validations: [{ ...triage, ...wrong }] })),
  ).toThrow();
});

test('refuses to change the validations of a protected sheet', () => {
  const locked = sheetWith('<sheetProtection sheet="1"/>');
  expect(opened(locked).apply(planFor('S', { validations: [triage], frame: null }))).toMatchObject({
    ok: false,
    error: { code: 'protectedSheet' },
  });
});
