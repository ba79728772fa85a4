/** @jest-environment ./test/support/browser-environment.ts */
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { WorkbookPort } from '../../src/app/workbook-port';
import { DOCUMENT_KINDS, type DocumentKind } from '../../src/core/measures/layouts';
import { DOCUMENT_NAMES } from '../../src/core/our-names';
import { textAt } from '../../src/core/read/sheet-text';
import type { Snapshot } from '../../src/core/snapshot';
import { analysed, KEY_HEADING, tableOf } from '../support/documents';
import { typing, type Typed } from '../support/workbook-of';
import { comparable, PORTS, snapshotFrom } from './ports';

const sample = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(join(__dirname, '../../assets/sample', name)));

const runJob = async (port: WorkbookPort, documents: readonly DocumentKind[]): Promise<Snapshot> => {
  const basis = await snapshotFrom(port);
  const applied = await port.apply(analysed(basis, { documents }).plan, basis);
  if (!applied.ok) throw new Error(JSON.stringify(applied.error));
  return snapshotFrom(port);
};

describe.each(['nakhon-pathom-2565.xlsx', 'bang-sak-2567.xlsx'])('%s', (file) => {
  test('both ports end with the same documents, and a second run changes nothing', async () => {
    const ends = [];
    for (const [, open] of PORTS) {
      const { port } = await open(sample(file));
      const once = comparable(await runJob(port, DOCUMENT_KINDS));
      ends.push(once);
      expect(comparable(await runJob(port, []))).toEqual(once);
    }
    expect(ends[1]).toEqual(ends[0]);
  }, 120_000);

  test.each(PORTS)(
    'undo through %s takes the documents back',
    async (_, open) => {
      const { port } = await open(sample(file));
      const before = await snapshotFrom(port);
      const applied = await port.apply(analysed(before, { documents: DOCUMENT_KINDS }).plan, before);
      if (!applied.ok) throw new Error(JSON.stringify(applied.error));
      const undone = await applied.value.undo();
      expect(undone).toEqual({ ok: true, value: { cells: [], sheets: [] } });
      expect(comparable(await snapshotFrom(port))).toEqual(comparable(before));
    },
    120_000,
  );
});

/** What an officer does to a table: writes into a cell, empties one, swaps two rows, raises or lowers a score. */
type Edit =
  | { readonly kind: 'type'; readonly row: number; readonly column: number; readonly text: string }
  | { readonly kind: 'swap'; readonly first: number; readonly second: number }
  | { readonly kind: 'score'; readonly indicator: number; readonly score: number };

const edits: fc.Arbitrary<readonly Edit[]> = fc.array(
  fc.oneof(
    fc.record({
      kind: fc.constant('type' as const),
      row: fc.nat(20),
      column: fc.nat(4),
      text: fc.constantFrom('', 'กองคลัง', 'ข้อความของหน่วยงาน', '1. ประชุม\n2. รายงาน', '=1+1', "'ข้อความ"),
    }),
    fc.record({ kind: fc.constant('swap' as const), first: fc.nat(20), second: fc.nat(20) }),
    fc.record({
      kind: fc.constant('score' as const),
      indicator: fc.nat(9),
      score: fc.constantFrom(60, 88, 93, 99),
    }),
  ),
  { minLength: 1, maxLength: 6 },
);

/** The rows of the measures as they stand: texts of the columns that officers write in, by key. */
const written = (snapshot: Snapshot): ReadonlyMap<string, string> => {
  const { sheet, table } = tableOf(snapshot, 'measures');
  const { top, left, bottom } = table.range;
  const key = left + table.columns.indexOf(KEY_HEADING);
  return new Map(
    Array.from({ length: bottom - top }, (_, index): readonly [string, string] => {
      const row = top + 1 + index;
      const texts = [0, 1, 2, 3, 4].map((column) => textAt(sheet, { row, column: left + column }));
      return [textAt(sheet, { row, column: key }), texts.join('|')];
    }),
  );
};

const edited = async (port: WorkbookPort, edit: Edit): Promise<void> => {
  const snapshot = await snapshotFrom(port);
  const { sheet, table } = tableOf(snapshot, 'measures');
  const { top, left, bottom, right } = table.range;
  const rows = bottom - top;
  const type = async (name: string, cells: readonly { row: number; column: number; value: Typed }[]) => {
    const plan = { sources: [], sheets: [typing(name, cells)], names: [], styles: {} };
    const applied = await port.apply(plan, snapshot);
    if (!applied.ok) throw new Error(JSON.stringify(applied.error));
  };
  switch (edit.kind) {
    case 'type': {
      const row = top + 1 + (edit.row % rows);
      return type(sheet.name, [
        { row, column: left + edit.column, value: edit.text === '' ? null : edit.text },
      ]);
    }
    case 'swap': {
      const [first, second] = [top + 1 + (edit.first % rows), top + 1 + (edit.second % rows)];
      const columns = Array.from({ length: right - left + 1 }, (_, index) => left + index);
      const moved = (from: number, to: number) =>
        columns.map((column) => {
          const text = textAt(sheet, { row: from, column });
          return { row: to, column, value: text === '' ? null : text };
        });
      return first === second
        ? undefined
        : type(sheet.name, [...moved(first, second), ...moved(second, first)]);
    }
    case 'score':
      return type('ตัวชี้วัด', [{ row: 5 + edit.indicator, column: 1, value: edit.score }]);
  }
};

describe.each(PORTS)('through %s', (_, open) => {
  test('whatever officers type, sort and score: nothing they wrote is lost, and no row is doubled', async () => {
    await fc.assert(
      fc.asyncProperty(edits, async (changes) => {
        const { port } = await open(sample('nakhon-pathom-2565.xlsx'));
        await runJob(port, ['measures']);
        for (const change of changes) await edited(port, change);
        const before = written(await snapshotFrom(port));
        const after = await runJob(port, []);
        for (const [key, texts] of before) expect(written(after).get(key)).toBe(texts);
        const { sheet, table } = tableOf(after, 'measures');
        const { top, left, bottom } = table.range;
        const column = left + table.columns.indexOf(KEY_HEADING);
        const keys = Array.from({ length: bottom - top }, (__, index) =>
          textAt(sheet, { row: top + 1 + index, column }),
        );
        expect(new Set(keys).size).toBe(keys.length);
        expect(after.names.map(({ name }) => name)).toContain(DOCUMENT_NAMES.measures.print);
      }),
      { numRuns: 8, seed: 2567 },
    );
  }, 240_000);
});
