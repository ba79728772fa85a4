import { LOOK_DEFAULTS } from '../excel-host/format-objects';
import type { Host } from '../excel-host/host';

const sorted = (map: ReadonlyMap<unknown, unknown>): readonly (readonly [string, unknown])[] =>
  [...map].map(([key, value]) => [String(key), value] as const).sort(([a], [b]) => (a < b ? -1 : 1));

/** Everything that a workbook behind office.js holds, in a form that is equal for equal workbooks. */
export const stateOf = ({ book }: Host): object => ({
  names: book.names.map(({ name, formula }) => `${name} ${formula}`).sort(),
  sheets: book.sheets.map((sheet) => ({
    name: sheet.name,
    cells: sorted(sheet.cells),
    looks: sorted(sheet.looks).flatMap(([key, look]) => {
      const own = Object.entries(look as object).filter(([path, value]) => LOOK_DEFAULTS[path] !== value);
      return own.length === 0 ? [] : [[key, own.map((entry) => JSON.stringify(entry)).sort()]];
    }),
    links: sorted(sheet.links),
    // A size that is set to the standard one looks as if it had never been set.
    widths: sorted(sheet.columnWidths).filter(([, points]) => points !== 48),
    heights: sorted(sheet.rowHeights).filter(([, points]) => points !== 15),
    merges: sheet.merges.map((merge) => JSON.stringify(merge)).sort(),
    tables: sheet.tables.map(({ name, range, style }) => ({ name, range, style })),
    formats: sheet.formats.map(({ type, range, parts }) => ({ type, range, parts })),
    validations: sheet.validations,
    freeze: sheet.freeze,
    printArea: sheet.page['PrintArea'],
  })),
});
