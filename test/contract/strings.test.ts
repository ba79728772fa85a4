/** @jest-environment ./test/support/browser-environment.ts */
import fc from 'fast-check';
import { untouchedSheet, type ChangePlan, type SheetPlan } from '../../src/core/change-plan';
import { cellAt, type Snapshot } from '../../src/core/snapshot';
import { workbookOf } from '../support/workbook-of';
import { PORTS, snapshotFrom } from './ports';

const TEMPLATES: readonly ((body: string) => string)[] = [
  (body) => `=${body}`,
  (body) => `+${body}`,
  (body) => `-${body}`,
  (body) => `@${body}`,
  (body) => `'${body}`,
  (body) => `''${body}`,
  (body) => `\t${body}`,
  (body) => ` ${body} `,
  (body) => `${body}\n${body}`,
  (body) => `"${body}"`,
  (body) => `${body}'s`,
  (body) => `\u200f${body}\u202e`,
  (body) => `😀${body}👩‍👩‍👧`,
  (body) => `<${body}>&amp;`,
  (body) => `_x0041_${body}`,
  (body) => `#${body}`,
];
const BODIES = [
  'SUM(A1:A9)',
  '1+1',
  'cmd|calc!A0',
  'HYPERLINK("http://x","y")',
  '๙๙.๗๘',
  '99.78',
  '1/2',
  '9.5',
  '1 ม.ค. 2567',
  'TRUE',
  'ผู้ที่รู้',
  'e',
  '12%',
  '1e5',
  'N/A',
];
const STRINGS = [
  ...TEMPLATES.flatMap((template) => BODIES.map(template)),
  ...BODIES,
  'ก'.repeat(32_766),
  `=${'x'.repeat(32_000)}`,
  'จริง',
  'true',
  '0012',
  '-',
  "'",
  '=',
];
const NAMES = ["กอง 'คลัง' ๑", 'a"b', 'A&B <1>', 'ผล=สรุป', '1+1', 'R1C1', 'ข้อ ๑'];

const sheetPlan = (name: string, exists: boolean, strings: readonly string[]): SheetPlan => ({
  ...untouchedSheet(name),
  exists,
  cells: strings.map((value, row) => ({ row, column: 0, value, style: 'text' })),
});

const planOf = (...sheets: readonly SheetPlan[]): ChangePlan => ({
  sources: [],
  sheets,
  names: [],
  styles: { text: { font: 'TH Sarabun New', size: 16 } },
});

const readBack = (snapshot: Snapshot, name: string, count: number) => {
  const sheet = snapshot.sheets.find((entry) => entry.name === name);
  return Array.from({ length: count }, (_, row) => {
    const cell = sheet === undefined ? undefined : cellAt(sheet, { row, column: 0 });
    return [cell?.value, cell?.formula ?? null];
  });
};

test('there are at least 200 of them', () => {
  expect(new Set(STRINGS).size).toBeGreaterThanOrEqual(200);
});

test.each(PORTS)('through %s every text is written as a text and read back equal', async (_, open) => {
  const { port } = await open(workbookOf({ S: [['ก']] }));
  const applied = await port.apply(planOf(sheetPlan('ข้อความ', false, STRINGS)), await snapshotFrom(port));
  expect(applied).toMatchObject({ ok: true });
  const read = readBack(await snapshotFrom(port), 'ข้อความ', STRINGS.length);
  expect(read).toEqual(STRINGS.map((text) => [text, null]));
});

test.each(PORTS)('through %s sheets may have any name that Excel takes', async (_, open) => {
  const { port } = await open(workbookOf({ S: [['ก']] }));
  const plan = planOf(...NAMES.map((name) => sheetPlan(name, false, [name])));
  expect(await port.apply(plan, await snapshotFrom(port))).toMatchObject({ ok: true });
  const snapshot = await snapshotFrom(port);
  expect(snapshot.sheets.map(({ name }) => name)).toEqual(['S', ...NAMES]);
  for (const name of NAMES) expect(readBack(snapshot, name, 1)).toEqual([[name, null]]);
});

const value = fc.oneof(
  fc.constantFrom(...STRINGS.slice(0, 60)),
  fc.double({ min: -1e6, max: 1e6, noNaN: true }),
  fc.constant(null),
);
const place = fc.record({ row: fc.nat(12), column: fc.nat(5) });

test.each(PORTS)(
  'through %s cells outside a plan never change',
  async (_, open) => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(place, value), { maxLength: 25 }),
        fc.uniqueArray(fc.tuple(place, value), {
          minLength: 1,
          maxLength: 10,
          selector: ([{ row, column }]) => `${row}:${column}`,
        }),
        async (typed, written) => {
          const rows = Array.from({ length: 13 }, () => Array<string | number | null>(6).fill(null));
          for (const [{ row, column }, content] of typed) (rows[row] ?? [])[column] = content;
          const { port } = await open(workbookOf({ S: rows, อื่น: rows }));
          const before = await snapshotFrom(port);
          const plan = {
            ...sheetPlan('S', true, []),
            cells: written.map(([at, content]) => ({ ...at, value: content, style: 'text' })),
          };
          expect(await port.apply(planOf(plan), before)).toMatchObject({ ok: true });
          const after = await snapshotFrom(port);
          expect(after.sheets[1]).toEqual(before.sheets[1]);
          const isPlanned = (row: number, column: number): boolean =>
            written.some(([at]) => at.row === row && at.column === column);
          for (let row = 0; row < 14; row++) {
            for (let column = 0; column < 7; column++) {
              const [old, now] = [before, after].map(({ sheets: [sheet] }) =>
                sheet === undefined ? undefined : cellAt(sheet, { row, column }),
              );
              if (!isPlanned(row, column)) expect(now).toEqual(old);
            }
          }
        },
      ),
      { numRuns: 40 },
    );
  },
  60_000,
);
