import type { CellValue, SheetSnapshot, Snapshot } from '../../src/core/snapshot';
import { choicesFor } from '../../src/workbench/files/choices';
import type { PickList } from '../../src/xlsx/looks/cell-extras';

const sheet = (name: string, rows: readonly (readonly CellValue[])[]): SheetSnapshot => ({
  name,
  visibility: 'visible',
  rows: rows.map((cells) => cells.map((value) => ({ value, formula: null, format: 'General' }))),
  merges: [],
  hiddenRows: new Set(),
  tables: [],
  isProtected: false,
  isFiltered: false,
});

const snapshot: Snapshot = {
  sheets: [sheet('S', [['ก'], ['ข']]), sheet("ตั้ง'ค่า", [['กองคลัง'], [null], ['กองช่าง'], ['กองคลัง'], [2568]])],
  names: [{ name: 'Units', refersTo: "'ตั้ง''ค่า'!$A$1:$A$5", scope: null }],
};

const list = (source: PickList['source']): readonly PickList[] => [
  { ranges: [{ top: 0, left: 1, bottom: 5, right: 1 }], source },
];

test.each([
  ['the values themselves', list({ kind: 'values', values: ['x', 'y'] }), ['x', 'y']],
  ['a name, in any letter case', list({ kind: 'formula', formula: 'UNITS' }), ['กองคลัง', 'กองช่าง', '2568']],
  ['cells of the same sheet', list({ kind: 'formula', formula: '$A$1:$A$2' }), ['ก', 'ข']],
  ['a formula that nobody works out here', list({ kind: 'formula', formula: 'INDIRECT("A1")' }), []],
  ['no list', [], []],
])('the choices of a cell: %s', (_, lists, choices) => {
  expect(choicesFor(lists, snapshot, { sheet: 'S', row: 2, column: 1 })).toEqual(choices);
});
