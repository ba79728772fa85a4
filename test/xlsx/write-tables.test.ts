import type { ChangePlan } from '../../src/core/change-plan';
import { applied, columnOf, opened, planFor } from './plans';
import { MAIN, makeWorkbook, STYLES, type TestWorkbook } from './workbooks';
import { partText, unzipParts } from './zip-parts';

const data = (rows: string): string => `<sheetData>${rows}</sheetData>`;
const book: TestWorkbook = {
  sheets: [
    { name: 'ข้อมูล', xml: data('<row r="1"><c r="A1"><v>1</v></c></row>') },
    { name: 'S', xml: data('') },
  ],
  styles: STYLES,
  names: '<definedName name="เดิม">ข้อมูล!$A$1</definedName>',
};
const written = (source: Uint8Array, plan: ChangePlan): Uint8Array => {
  const out = applied(source, plan);
  expect(applied(out, plan)).toEqual(out);
  return out;
};
const range = (top: number, left: number, bottom: number, right: number) => ({ top, left, bottom, right });

test('a table moves with its range and keeps what is the user’s', () => {
  const table =
    `<table xmlns="${MAIN}" id="7" name="T" displayName="T" ref="A1:B2" totalsRowShown="0"><autoFilter ref="A1:B2"/><sortState ref="A2:B2"/>` +
    '<tableColumns count="2"><tableColumn id="1" name="a"/><tableColumn id="4" name="b" dataDxfId="0"/></tableColumns><tableStyleInfo name="Mine"/></table>';
  const cells = [...columnOf(['a', 1, 2]), ...columnOf(['b', 3, 4], 1)];
  const xml = data(
    '<row r="1"><c r="A1" t="inlineStr"><is><t>a</t></is></c><c r="B1" t="inlineStr"><is><t>b</t></is></c></row>',
  );
  const source = makeWorkbook({ sheets: [{ name: 'S', xml }], tables: { 0: [table] }, styles: STYLES });
  const planned = { name: 'T', columns: ['a', 'b'], style: 'TableStyleMedium2', hasFilter: true };
  const same = written(source, planFor('S', { cells, tables: [{ ...planned, range: range(0, 0, 1, 1) }] }));
  expect(unzipParts(same)['xl/tables/table1.xml']).toEqual(unzipParts(source)['xl/tables/table1.xml']);
  const longer = written(source, planFor('S', { cells, tables: [{ ...planned, range: range(0, 0, 2, 1) }] }));
  expect(partText(longer, 'xl/tables/table1.xml')).toContain(table.replaceAll('A1:B2', 'A1:B3'));
  const wider = written(
    source,
    planFor('S', {
      cells: [...cells, ...columnOf(['c'], 2)],
      tables: [{ ...planned, columns: ['a', 'b', 'c'], range: range(0, 0, 2, 2) }],
    }),
  );
  expect(partText(wider, 'xl/tables/table1.xml')).toContain(
    '<tableColumn id="4" name="b" dataDxfId="0"/><tableColumn id="5" name="c"/>',
  );
});

test.each([
  ['a table over another', 'S', { name: 'U', range: range(1, 1, 3, 3) }, 'tableOverlap'],
  ['a table of a name that a sheet has', 'ข้อมูล', { name: 't', range: range(0, 0, 1, 0) }, 'nameTaken'],
  ['a table of a name that is defined', 'ข้อมูล', { name: 'เดิม', range: range(0, 0, 1, 0) }, 'nameTaken'],
])('refuses %s', (_, name, table, code) => {
  const xml = `<table xmlns="${MAIN}" id="1" name="T" displayName="T" ref="A1:B2"><tableColumns count="2"><tableColumn id="1" name="a"/><tableColumn id="2" name="b"/></tableColumns></table>`;
  const source = makeWorkbook({ ...book, tables: { 1: [xml] } });
  const tables = [{ columns: ['x'], style: 'TableStyleMedium2', hasFilter: false, ...table }];
  expect(opened(source).apply(planFor(name, { tables }))).toMatchObject({ ok: false, error: { code } });
});

test('refuses to change the header of a table that is not planned', () => {
  const xml = `<table xmlns="${MAIN}" id="1" displayName="T" ref="A1:A2"><tableColumns count="1"><tableColumn id="1" name="a"/></tableColumns></table>`;
  const cells = data('<row r="1"><c r="A1" t="inlineStr"><is><t>a</t></is></c></row>');
  const source = makeWorkbook({ sheets: [{ name: 'S', xml: cells }], tables: { 0: [xml] } });
  const refusal = { ok: false, error: { code: 'tableHeader', cell: "'S'!A1" } };
  expect(opened(source).apply(planFor('S', { cells: columnOf(['b']) }))).toEqual(refusal);
  expect(opened(source).apply(planFor('S', { owned: range(0, 0, 9, 9) }))).toEqual(refusal);
  written(source, planFor('S', { cells: columnOf(['a', 1]) }));
});
