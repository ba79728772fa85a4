import { strToU8 } from 'fflate';
import { a1, parseRange, rangeA1, type CellRange } from '../../src/core/cell-address';
import type { ChangePlan } from '../../src/core/change-plan';
import type { SheetSnapshot } from '../../src/core/snapshot';
import { structureProblems } from './check-structure';
import { opened, planFor, sheetOf, snapshotOf } from './plans';
import { EXCEL } from './producers/excel';
import { LIBRARIES } from './producers/libraries';
import { OFFICES } from './producers/offices';
import { BARE, PACKAGINGS } from './producers/packagings';
import type { Producer, ShownCell, ShownSheet } from './producers/producer';
import { unzipParts, zipParts } from './zip-parts';

const PRODUCERS: readonly Producer[] = [...EXCEL, ...OFFICES, ...LIBRARIES, ...PACKAGINGS, BARE];

const cellsOf = ({ rows }: SheetSnapshot): Record<string, ShownCell> =>
  Object.fromEntries(
    rows.flatMap((cells, row) =>
      (cells ?? []).flatMap((cell, column) =>
        cell === undefined ? [] : [[a1({ row, column }), [cell.value, cell.formula, cell.format]] as const],
      ),
    ),
  );

/** What a sheet shows, in the words of the tables of producers. */
const shown = (sheet: SheetSnapshot): Required<ShownSheet> => ({
  name: sheet.name,
  visibility: sheet.visibility,
  cells: cellsOf(sheet),
  merges: sheet.merges.map(rangeA1),
  hiddenRows: [...sheet.hiddenRows].map((row) => row + 1),
  tables: sheet.tables.map(({ name, range, columns }) => ({ name, range: rangeA1(range), columns })),
});

const complete = (sheet: ShownSheet): Required<ShownSheet> => ({
  visibility: 'visible',
  merges: [],
  hiddenRows: [],
  tables: [],
  ...sheet,
  cells: Object.fromEntries(
    Object.entries(sheet.cells).map(([name, [value, formula = null, format = 'General']]) => [
      name,
      [value, formula, format],
    ]),
  ),
});

const isSame = (a: string | Uint8Array = '', b: Uint8Array = new Uint8Array()): boolean =>
  Buffer.from(typeof a === 'string' ? strToU8(a) : a).equals(b);

const written = (bytes: Uint8Array, plan: ChangePlan): Uint8Array => {
  const result = opened(bytes).apply(plan);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};

const range = (name: string): CellRange => {
  const found = parseRange(name);
  if (found === undefined) throw new Error(name);
  return found;
};

/** A text, a number and a formula right of everything, and a merged area below it. */
const typed = [
  { row: 0, column: 20, value: 'ตรวจแล้ว', style: 'body' },
  { row: 2, column: 20, value: 1.5, style: 'body' },
  { row: 30, column: 0, value: 3, formula: 'U3*2', style: 'body' },
] as const;

describe.each(PRODUCERS.map((producer) => [producer.name, producer] as const))('%s', (_, producer) => {
  const { bytes, parts, sheets, names = [], changes, isOdd = false } = producer;

  test('is read', () => {
    const snapshot = snapshotOf(bytes);
    expect(snapshot.sheets.map(shown)).toEqual(sheets.map(complete));
    expect(snapshot.names).toEqual(names);
  });

  test('is written without a loss', () => {
    const [first] = sheets;
    if (first === undefined) throw new Error('No sheet');
    const plan = planFor(first.name, { cells: typed, merges: [range('U5:V6')], frame: null });
    const out = written(bytes, plan);
    const known = structureProblems(zipParts(parts));
    expect(isOdd || known.length === 0).toBe(true);
    expect(structureProblems(out).filter((problem) => !known.includes(problem))).toEqual([]);

    const after = unzipParts(out);
    const changed = Object.keys(parts).filter((name) => !isSame(parts[name], after[name]));
    const added = Object.keys(after).filter((name) => !(name in parts));
    expect([...changed, ...added.map((name) => `+${name}`)].sort()).toEqual([...changes].sort());

    const { cells, merges, ...rest } = shown(sheetOf(out, first.name));
    const old = complete(first);
    const news = Object.fromEntries(
      typed.map((cell) => [a1(cell), [cell.value, 'formula' in cell ? cell.formula : null, 'General']]),
    );
    expect(cells).toEqual({ ...old.cells, ...news });
    expect([...merges].sort()).toEqual([...old.merges, 'U5:V6'].sort());
    expect({ ...rest, cells: old.cells, merges: old.merges }).toEqual(old);
    expect(snapshotOf(out).sheets.slice(1).map(shown)).toEqual(sheets.slice(1).map(complete));
    expect(written(out, plan)).toEqual(out);
  });
});
