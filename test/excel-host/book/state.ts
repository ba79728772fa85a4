import { a1, columnLetters, rangeA1, type CellRange } from '../../../src/core/cell-address';
import { addressOf } from './area';
import { plainLines } from './borders';
import type { Book } from './book';
import { plainLooks } from './looks';
import { positionOf, STANDARD, type BookSheet, type BookTable, type Look } from './model';
import type { CellValue } from '../../../src/core/snapshot';

/** The same cells as rectangles that only depend on which cells they are: bands of rows, each of runs of columns. */
const canonicalAreas = (ranges: readonly CellRange[]): readonly string[] => {
  const cuts = [...new Set(ranges.flatMap(({ top, bottom }) => [top, bottom + 1]))].sort((a, b) => a - b);
  const bands = cuts.slice(0, -1).map((top, index) => {
    const columns = ranges
      .filter((range) => range.top <= top && range.bottom >= top)
      .sort((a, b) => a.left - b.left);
    const runs: { left: number; right: number }[] = [];
    for (const { left, right } of columns) {
      const last = runs.at(-1);
      if (last !== undefined && left <= last.right + 1) last.right = Math.max(last.right, right);
      else runs.push({ left, right });
    }
    return { top, bottom: (cuts[index + 1] ?? top + 1) - 1, runs };
  });
  const joined: typeof bands = [];
  for (const band of bands) {
    const last = joined.at(-1);
    if (last !== undefined && JSON.stringify(last.runs) === JSON.stringify(band.runs))
      last.bottom = band.bottom;
    else joined.push({ ...band });
  }
  return joined.flatMap(({ top, bottom, runs }) =>
    runs.map(({ left, right }) => addressOf({ top, left, bottom, right })),
  );
};

const byText = (a: object, b: object): number => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);

const withoutEmpty = <Value extends object>(parts: Readonly<Record<string, Value>>) =>
  Object.fromEntries(Object.entries(parts).filter(([, part]) => Object.keys(part).length > 0));

type CellState = { readonly value: CellValue; readonly formula?: string };

const cellsOfSheet = (book: Book, sheet: BookSheet): Readonly<Record<string, CellState>> =>
  Object.fromEntries(
    [...sheet.cells].map(([key, { formula }]) => {
      const [row, column] = positionOf(key);
      const value = book.valueAt(sheet, row, column);
      return [a1({ row, column }), formula === undefined ? { value } : { value, formula }];
    }),
  );

/** Looks of cells by address; borders are told apart, because two cells share each line. */
const looksOf = (sheet: BookSheet) => {
  const { cells, ...whole } = plainLooks(sheet);
  const entries = [...cells].flatMap(([key, look]) => {
    const kept: Look = Object.fromEntries(
      Object.entries(look).filter(([path]) => !path.startsWith('Borders/')),
    );
    const [row, column] = positionOf(key);
    return Object.keys(kept).length === 0 ? [] : [[a1({ row, column }), kept] as const];
  });
  return { cells: Object.fromEntries(entries), ...whole, lines: plainLines(sheet) };
};

/** Sizes other than the standard one; one that is set to it looks as if it had never been set. */
const sizesOf = (sizes: ReadonlyMap<number, number>, standard: number, nameOf: (index: number) => string) =>
  Object.fromEntries(
    [...sizes].flatMap(([index, size]) => (size === standard ? [] : [[nameOf(index), size] as const])),
  );

const tableState = (book: Book, sheet: BookSheet, table: BookTable) => ({
  name: table.name,
  range: rangeA1(table.range),
  columns: book.headersOf(sheet, table),
  style: table.style,
  showHeaders: table.showHeaders,
  showTotals: table.showTotals,
  showFilterButton: table.showFilterButton,
  showBandedRows: table.showBandedRows,
  showBandedColumns: table.showBandedColumns,
  highlightFirstColumn: table.highlightFirstColumn,
  highlightLastColumn: table.highlightLastColumn,
  criteria: Object.fromEntries(table.criteria),
});

const sheetState = (book: Book, sheet: BookSheet) => ({
  name: sheet.name,
  visibility: sheet.visibility,
  tabColor: sheet.tabColor,
  showGridlines: sheet.showGridlines,
  showHeadings: sheet.showHeadings,
  freeze: sheet.freeze,
  protection: sheet.protection.isOn ? { ...sheet.protection.options } : null,
  cells: cellsOfSheet(book, sheet),
  looks: looksOf(sheet),
  links: Object.fromEntries(
    [...sheet.links].map(([key, link]) => {
      const [row, column] = positionOf(key);
      return [a1({ row, column }), link];
    }),
  ),
  columnWidths: sizesOf(sheet.columnWidths, STANDARD.columnWidth, columnLetters),
  rowHeights: sizesOf(sheet.rowHeights, STANDARD.rowHeight, (row) => String(row + 1)),
  hiddenRows: [...sheet.hiddenRows].sort((a, b) => a - b),
  hiddenColumns: [...sheet.hiddenColumns].sort((a, b) => a - b),
  merges: sheet.merges.map(rangeA1).sort(),
  tables: sheet.tables.map((table) => tableState(book, sheet, table)).sort(byText),
  /** The strongest first. */
  conditionalFormats: sheet.formats.map(({ type, ranges, stopIfTrue, parts }) => ({
    type,
    ranges: canonicalAreas(ranges),
    stopIfTrue,
    parts: parts,
  })),
  validations: validationState(sheet),
  charts: sheet.charts
    .map(({ name, chartType, series, properties, parts }) => ({
      name,
      chartType,
      properties: properties,
      parts: withoutEmpty(parts),
      series: series.map((entry) => ({ ...entry, parts: withoutEmpty(entry.parts) })),
    }))
    .sort(byText),
  comments: sheet.comments.map(({ cell, content }) => ({ cell, content })).sort(byText),
  pivots: sheet.pivots.map(({ name, range }) => ({ name, range: rangeA1(range) })).sort(byText),
  filter:
    sheet.filter === null
      ? null
      : { range: rangeA1(sheet.filter.range), criteria: Object.fromEntries(sheet.filter.criteria) },
  page: {
    settings: sheet.page.settings,
    lines: sheet.page.lines,
    printArea: sheet.page.printArea.map((area) => addressOf(area)),
    titleRows: sheet.page.titleRows === null ? null : addressOf(sheet.page.titleRows),
    titleColumns: sheet.page.titleColumns === null ? null : addressOf(sheet.page.titleColumns),
  },
});

/** Validations by their settings, whichever pieces their cells are kept in. */
const validationState = (sheet: BookSheet) => {
  const bySettings = new Map<string, CellRange[]>();
  for (const { ranges, settings } of sheet.validations) {
    const key = JSON.stringify(Object.entries(settings).sort(([a], [b]) => (a < b ? -1 : 1)));
    bySettings.set(key, [...(bySettings.get(key) ?? []), ...ranges]);
  }
  return [...bySettings]
    .map(([settings, ranges]) => ({
      ranges: canonicalAreas(ranges),
      settings: Object.fromEntries(JSON.parse(settings) as [string, unknown][]),
    }))
    .sort(byText);
};

const copied = <Value>(value: Value): Value => {
  if (Array.isArray(value)) return value.map((item: unknown) => copied(item)) as Value;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]: [string, unknown]) => [name, copied(item)]),
  ) as Value;
};

/**
 * Everything of a workbook as plain data: two workbooks are the same for their users where these are deeply equal.
 * What is in front and selected stands apart under `view`.
 */
export const stateOf = (book: Book) =>
  copied({
    isProtected: book.isProtected,
    calculationMode: book.calculationMode,
    names: book.names
      .map(({ name, formula, comment, isVisible, scope }) => ({
        name,
        formula,
        comment,
        isVisible,
        scope: scope === null ? null : book.sheet(scope).name,
      }))
      .sort(byText),
    sheets: book.sheets.map((sheet) => sheetState(book, sheet)),
    view: {
      active: book.activeSheet.name,
      selections: Object.fromEntries(book.sheets.map(({ name, selection }) => [name, rangeA1(selection)])),
    },
  });

export type BookState = ReturnType<typeof stateOf>;
