import type { SheetPlan } from '../../src/core/change-plan';
import { applied, columnOf, planFor } from './plans';
import { makeWorkbook, STYLES, type TestWorkbook } from './workbooks';
import { partText } from './zip-parts';

const cellWith = (formula: string): string =>
  `<sheetData><row r="1"><c r="A1"><f>${formula}</f><v>1</v></c></row></sheetData>`;
const bookWith = (formula: string, more: Partial<TestWorkbook> = {}): Uint8Array =>
  makeWorkbook({
    sheets: [
      { name: 'ข้อมูล', xml: cellWith(formula) },
      { name: 'ผล &amp; ITA', xml: '<sheetData/>' },
    ],
    styles: STYLES,
    ...more,
  });

const OURS: Partial<SheetPlan> = { owned: { top: 0, left: 0, bottom: 99, right: 9 }, frame: null };
const recalculates = (bytes: Uint8Array): boolean =>
  partText(bytes, 'xl/workbook.xml').includes('fullCalcOnLoad="1"');

test.each<[string, string, Partial<TestWorkbook>, boolean]>([
  ['looks at our sheet', "'ผล &amp; ITA'!A1*2", {}, true],
  [
    'looks at it through a name',
    'คะแนนรวม',
    { names: `<definedName name="คะแนนรวม">'ผล &amp; ITA'!$A$1</definedName>` },
    true,
  ],
  ['looks at a planned name', 'ITA_Total', {}, true],
  ['looks at a planned table', 'SUM(itascores[x])', {}, true],
  ['does not', 'B1+1', { names: '<definedName name="อื่น">ข้อมูล!$A$1</definedName>' }, false],
])('formulas are computed anew where one of the officer’s %s', (_, formula, more, expected) => {
  const plan = planFor(
    'ผล & ITA',
    {
      ...OURS,
      cells: columnOf(['x', 5]),
      tables: [
        {
          name: 'ItaScores',
          range: { top: 0, left: 0, bottom: 1, right: 0 },
          columns: ['x'],
          style: '',
          hasFilter: false,
        },
      ],
    },
    { names: [{ name: 'ITA_Total', refersTo: "'ผล & ITA'!$A$2" }] },
  );
  const out = applied(bookWith(formula, more), plan);
  expect(recalculates(out)).toBe(expected);
  expect(applied(out, plan)).toEqual(out);
});

test('formulas are computed anew where a value among the officer’s own cells changed, and only then', () => {
  const source = bookWith('B1+1');
  const typed = planFor('ข้อมูล', { cells: [{ row: 0, column: 1, value: 9 }], frame: null });
  const out = applied(source, typed);
  expect(recalculates(out)).toBe(true);
  expect(applied(out, typed)).toEqual(out);
  const looks = planFor('ข้อมูล', {
    cells: [{ row: 0, column: 0, value: 1, formula: 'B1+1', style: 'body' }],
    frame: null,
  });
  expect(recalculates(applied(source, looks))).toBe(false);
});

test('a new sheet that nothing looks at needs no recalculation, and the setting stays where it stands', () => {
  const plan = planFor('ใหม่', { exists: false, cells: columnOf([1]) });
  expect(recalculates(applied(bookWith('B1+1'), plan))).toBe(false);
  const out = applied(bookWith("INDIRECT(&quot;'ใหม่'!A1&quot;)"), plan);
  expect(partText(out, 'xl/workbook.xml')).toContain('<calcPr calcId="191029" fullCalcOnLoad="1"/>');
});
