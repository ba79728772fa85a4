import fc from 'fast-check';
import { cellAt } from '../../src/core/snapshot';
import { applied, planFor, sheetOf } from './plans';
import { makeWorkbook, STYLES } from './workbooks';

test('cells outside the plan never change', () => {
  const position = fc.record({ row: fc.nat(12), column: fc.nat(8) });
  const existing = fc.uniqueArray(fc.record({ at: position, kind: fc.nat(4), style: fc.nat(3) }), {
    selector: ({ at }) => `${at.row},${at.column}`,
    maxLength: 40,
  });
  const planned = fc.uniqueArray(
    fc.record({
      at: position,
      value: fc.oneof(
        fc.string(),
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        fc.boolean(),
        fc.constant(null),
      ),
      isFormula: fc.boolean(),
    }),
    { selector: ({ at }) => `${at.row},${at.column}`, maxLength: 25 },
  );
  fc.assert(
    fc.property(existing, planned, fc.boolean(), (cells, plan, hasReferences) => {
      const xml = `<sheetData>${rowsXml(cells, hasReferences)}</sheetData>`;
      const source = makeWorkbook({ sheets: [{ name: 'S', xml }], strings: ['<t>หัวข้อ</t>'], styles: STYLES });
      const changes = planFor('S', {
        cells: plan.map(({ at, value, isFormula }) => ({
          ...at,
          value,
          style: 'body',
          ...(isFormula ? { formula: 'Z1' } : {}),
        })),
        rowHeights: new Map([[3, 20]]),
      });
      const out = applied(source, changes);
      expect(applied(out, changes)).toEqual(out);
      const [before, after] = [sheetOf(source, 'S'), sheetOf(out, 'S')];
      const names = new Set(plan.map(({ at }) => `${at.row},${at.column}`));
      for (let row = 0; row < 14; row++) {
        for (let column = 0; column < 10; column++) {
          if (names.has(`${row},${column}`)) continue;
          expect(cellAt(after, { row, column })).toEqual(cellAt(before, { row, column }));
        }
      }
    }),
    { numRuns: 150 },
  );
});

type Existing = {
  readonly at: { readonly row: number; readonly column: number };
  readonly kind: number;
  readonly style: number;
};

const rowsXml = (cells: readonly Existing[], hasReferences: boolean): string => {
  const rows = new Map<number, Existing[]>();
  for (const item of cells) rows.set(item.at.row, [...(rows.get(item.at.row) ?? []), item]);
  return [...rows]
    .sort(([a], [b]) => a - b)
    .map(([row, items]) => {
      const sorted = items.sort((a, b) => a.at.column - b.at.column);
      const body = sorted.map(({ at, kind, style }, i) => {
        // A reference may be left out where the cell follows the one before it.
        const follows = (sorted[i - 1]?.at.column ?? -1) + 1 === at.column;
        const name = !hasReferences && follows ? '' : ` r="${String.fromCharCode(65 + at.column)}${row + 1}"`;
        return [
          `<c${name} s="${style}"><v>${row}.5</v></c>`,
          `<c${name} t="s"><v>0</v></c>`,
          `<c${name} t="inlineStr"><is><r><t>a</t></r><r><t xml:space="preserve"> b</t></r></is></c>`,
          `<c${name} s="${style}"/>`,
          `<c${name} t="str"><f>"x"</f><v>x</v></c>`,
        ][kind];
      });
      return `<row r="${row + 1}">${body.join('')}</row>`;
    })
    .join('\n');
};
