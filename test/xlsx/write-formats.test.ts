import type { CellRange } from '../../src/core/cell-address';
import type { PlannedConditionalFormat } from '../../src/core/change-plan';
import { applied, planFor } from './plans';
import { makeWorkbook, STYLES } from './workbooks';
import { partText } from './zip-parts';

const PART = 'xl/worksheets/sheet1.xml';
const scores: CellRange = { top: 4, left: 2, bottom: 13, right: 2 };
const icons: PlannedConditionalFormat = {
  kind: 'icons',
  range: scores,
  icons: 'signs',
  limits: [90, "'ตั้งค่า ITA'!$B$3"],
  showsValue: true,
  isReversed: false,
};
const colors: PlannedConditionalFormat = {
  kind: 'colors',
  range: scores,
  stops: [
    { at: 80, color: 'f8696b' },
    { at: 90, color: 'FFEB84' },
    { at: '$B$1', color: '63BE7B' },
  ],
};
const formula: PlannedConditionalFormat = {
  kind: 'formula',
  range: scores,
  formula: 'C5<90',
  look: { fill: 'FFC7CE', color: '9C0006', bold: true },
};

const sheetWith = (xml: string): Uint8Array =>
  makeWorkbook({ sheets: [{ name: 'S', xml: `<sheetData/>${xml}` }], styles: STYLES });
const written = (
  source: Uint8Array,
  conditionalFormats: readonly PlannedConditionalFormat[],
  owned: CellRange | null = null,
) => {
  const plan = planFor('S', { conditionalFormats, owned, frame: null });
  const out = applied(source, plan);
  expect(applied(out, plan)).toEqual(out);
  return out;
};

test('three icons with our own limits, a number or a cell', () => {
  expect(partText(written(sheetWith(''), [icons]), PART)).toContain(
    '<conditionalFormatting sqref="C5:C14"><cfRule type="iconSet" priority="1"><iconSet iconSet="3Signs"><cfvo type="percent" val="0"/><cfvo type="num" val="90"/>' +
      `<cfvo type="formula" val="'ตั้งค่า ITA'!$B$3"/></iconSet></cfRule></conditionalFormatting>`,
  );
  const bare = partText(written(sheetWith(''), [{ ...icons, showsValue: false, isReversed: true }]), PART);
  expect(bare).toContain('<iconSet iconSet="3Signs" showValue="0" reverse="1">');
});

test('three colours with our own limits, and several formats on the same cells', () => {
  expect(partText(written(sheetWith(''), [icons, colors, formula]), PART)).toContain(
    '<cfRule type="colorScale" priority="2"><colorScale><cfvo type="num" val="80"/><cfvo type="num" val="90"/><cfvo type="formula" val="$B$1"/>' +
      '<color rgb="FFF8696B"/><color rgb="FFFFEB84"/><color rgb="FF63BE7B"/></colorScale></cfRule>' +
      '<cfRule type="expression" dxfId="0" priority="3"><formula>C5&lt;90</formula></cfRule></conditionalFormatting>',
  );
});

test('a slanted text is a look of its own', () => {
  const slanted = { ...formula, look: { italic: true, color: '595959' } };
  const out = written(sheetWith(''), [slanted, { ...formula, look: { color: '595959' } }]);
  expect(partText(out, 'xl/styles.xml')).toContain(
    '<dxfs count="2"><dxf><font><i/><color rgb="FF595959"/></font></dxf><dxf><font><color rgb="FF595959"/></font></dxf></dxfs>',
  );
  const again = partText(written(out, [slanted]), PART);
  expect(again).toContain(
    '<cfRule type="expression" dxfId="0" priority="1"><formula>C5&lt;90</formula></cfRule></',
  );
});

const rule = (sqref: string, content: string): string =>
  `<conditionalFormatting sqref="${sqref}">${content}</conditionalFormatting>`;
const SAME =
  '<cfRule type="iconSet" priority="7"><iconSet iconSet="3Signs" reverse="0" showValue="true"><cfvo type="percent" val="0"/><cfvo type="num" val="90"/>' +
  `<cfvo type="formula" val="'ตั้งค่า ITA'!$B$3" gte="1"/></iconSet></cfRule>`;
const FOREIGN =
  '<cfRule type="dataBar" priority="3"><dataBar><cfvo type="min"/><cfvo type="max"/><color rgb="FF638EC6"/></dataBar></cfRule>';

test.each<[string, string, RegExp]>([
  [
    'that says the same in other words stays as it is',
    rule('C5:C14', SAME),
    /<sheetData\/><conditionalFormatting sqref="C5:C14"><cfRule type="iconSet" priority="7">/,
  ],
  [
    'of an officer on the same cells stays',
    rule('C5:C14', FOREIGN),
    /priority="3"><dataBar>.*priority="4"><iconSet/,
  ],
  [
    'of ours from when the table was longer goes',
    rule('C5:C20', SAME),
    /<sheetData\/><conditionalFormatting sqref="C5:C14">/,
  ],
  [
    'of ours with another limit is replaced',
    rule('C5:C14', SAME.replace('"90"', '"80"')),
    /^(?!.*val="80").*val="90"/s,
  ],
])('a format %s', (_, old, expected) => {
  const xml = partText(written(sheetWith(old), [icons]), PART);
  expect(xml).toMatch(expected);
  expect(xml.match(/<iconSet /g)).toHaveLength(1);
});

const BARS =
  '<extLst><ext uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"><x14:conditionalFormattings><x14:conditionalFormatting xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main">' +
  '<x14:cfRule type="dataBar" id="{0}"><x14:dataBar><x14:cfvo type="autoMin"/><x14:cfvo type="autoMax"/></x14:dataBar></x14:cfRule><xm:sqref>C5:C14</xm:sqref></x14:conditionalFormatting></x14:conditionalFormattings></ext><ext uri="other"/></extLst>';

test('an area of ours holds only the planned formats, in both halves of the file', () => {
  const source = sheetWith(rule('C5:C14', FOREIGN) + rule('A1:Z99', FOREIGN.replace('3', '9')) + BARS);
  const xml = partText(written(source, [icons], { top: 0, left: 0, bottom: 30, right: 9 }), PART);
  expect(xml).not.toContain('x14:');
  expect(xml).toContain('<ext uri="other"/>');
  expect(xml.match(/sqref="[^"]*"/g)).toEqual(['sqref="A1:Z99"', 'sqref="C5:C14"']);
  expect(partText(written(source, [icons]), PART)).toContain(BARS);
});
