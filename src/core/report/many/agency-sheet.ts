import { absoluteA1, columnLetters, quotedSheet, type CellRange } from '../../cell-address';
import type { PlannedCell, PlannedFill, PlannedName, SheetPlan } from '../../change-plan';
import { resultOf, type ManyRow, type ManyYear } from '../../many/assess-many';
import { manyNames } from '../../our-names';
import type { Snapshot } from '../../snapshot';
import { ownSheet } from '../sheet-name';
import { agencyColumns, type AgencyColumn, type ColumnOptions } from './agency-columns';
import { FIRST, HEADER, lastRowOf, listFrame, listHeights } from './list-sheet';
import { GROUP_KINDS, type GroupKind } from './many-texts';
import { ROW } from './row-references';

const HEADER_POINTS = 81;
const TAB = '1F4E79';
const TABLE_STYLE = 'TableStyleLight9';

/** A year's sheet of agencies that another one refers to. */
export type AgencySheet = {
  readonly sheet: SheetPlan;
  readonly names: readonly PlannedName[];
  readonly year: ManyYear;
  /** Cells of a column, absolute and with the sheet's name; null where the sheet has no such column. */
  readonly cellsOf: (column: string) => string | null;
  /** Column of a key with its head and what it shows of an agency; undefined where the sheet has none. */
  readonly column: (key: string) => AgencyColumn | undefined;
  /** Groups by which this sheet ranks, with their names in order. */
  readonly groups: ReadonlyMap<GroupKind, readonly string[]>;
};

const byAlphabet = new Intl.Collator('th').compare;

const groupsOf = ({ rows }: ManyYear): ReadonlyMap<GroupKind, readonly string[]> =>
  new Map(
    GROUP_KINDS.flatMap((kind) => {
      const names = [...new Set(rows.map(({ agency }) => agency[kind]))].filter((name) => name !== '');
      return names.length < 2 ? [] : [[kind, names.sort(byAlphabet)] as const];
    }),
  );

const earlierOf = (earlier: AgencySheet | null): ColumnOptions['earlier'] => {
  const [totals, numbers] = [earlier?.cellsOf('total') ?? null, earlier?.cellsOf('id') ?? null];
  if (earlier === null || totals === null || numbers === null) return null;
  const byKey = new Map<string, number | null>();
  // Of two rows of one agency the upper one is found.
  for (const row of earlier.year.rows) if (!byKey.has(row.key)) byKey.set(row.key, resultOf(row, 'total'));
  const { fiscalYear } = earlier.year.ruleSet;
  return { fiscalYear, totals, numbers, totalOf: ({ key }) => byKey.get(key) ?? null };
};

type Options = Pick<ColumnOptions, 'texts' | 'limits' | 'limitCells' | 'numberOf'> & {
  readonly snapshot: Snapshot;
  readonly freeSheetName: (title: string, counter: number) => string;
  /** The year before, where there is one. */
  readonly earlier: AgencySheet | null;
};

/** Plans the sheet with a row for each agency of a year: results live over the scores that were read. */
export const planAgencySheet = (year: ManyYear, options: Options): AgencySheet => {
  const { ruleSet, rows, block } = year;
  const { texts } = options;
  const words = texts.agencies;
  const groups = groupsOf(year);
  const last = lastRowOf(rows.length);
  const columns = agencyColumns(year, {
    ...options,
    groups,
    earlier: earlierOf(options.earlier),
    headRow: HEADER + 1,
    firstRow: FIRST + 1,
    lastRow: last + 1,
  });
  const lineColumn = columns.findIndex(({ key }) => key === 'line');
  const source = quotedSheet(block.place.sheet);
  const lineOf = (row: ManyRow): number => block.place.rows[row.at] ?? 0;
  const cells: readonly PlannedCell[] = [
    { row: 0, column: 0, value: words.title(ruleSet.fiscalYear), style: 'title' },
    { row: 1, column: 0, value: words.hint, style: 'note' },
    ...columns.map(({ header }, column) => ({ row: HEADER, column, value: header, style: 'header' })),
    // The number of a row follows when rows are put in above it, and stays with its agency when this table is sorted.
    ...rows.map((row, index): PlannedCell => {
      const formula = `ROW(${source}!${absoluteA1({ row: lineOf(row), column: 0 })})`;
      return { row: FIRST + index, column: lineColumn, value: lineOf(row) + 1, formula, style: 'rank' };
    }),
  ];
  const fills = columns.flatMap(({ key, formula, value, style }, column): readonly PlannedFill[] =>
    key === 'line'
      ? []
      : [
          {
            column,
            first: FIRST,
            formula: formula === null ? null : formula.split(ROW),
            values: rows.map((row) => (formula === null ? value(row) : (value(row) ?? ''))),
            style,
          },
        ],
  );
  const place = new Map(columns.map(({ key }, index) => [key, index]));
  const right = columns.length - 1;
  const lastShown = place.get('remarks') ?? right;
  const names = manyNames(ruleSet.fiscalYear);
  const { sheet, name } = ownSheet(
    options.snapshot,
    names.sheet,
    words.sheet(ruleSet.fiscalYear),
    { top: 0, left: 0, bottom: last, right },
    options.freeSheetName,
  );
  const range: CellRange = { top: HEADER, left: 0, bottom: last, right };
  const prefix = `${quotedSheet(sheet.name)}!`;
  return {
    year,
    groups,
    names: [name],
    column: (key) => columns.find((each) => each.key === key),
    cellsOf: (key) => {
      const column = place.get(key);
      if (column === undefined) return null;
      const letters = columnLetters(column);
      return `${prefix}$${letters}$${FIRST + 1}:$${letters}$${last + 1}`;
    },
    sheet: {
      ...sheet,
      cells,
      fills,
      columnWidths: columns.map(({ width }) => width),
      rowHeights: listHeights(rows.length, HEADER_POINTS),
      merges: [{ top: 1, left: 0, bottom: 1, right: lastShown }],
      tables: [
        {
          name: names.table,
          range,
          columns: columns.map(({ header }) => header),
          style: TABLE_STYLE,
          hasFilter: true,
        },
      ],
      frame: listFrame(
        (place.get('agency') ?? 0) + 1,
        { top: 0, left: 0, bottom: last, right: lastShown },
        { footer: texts.footer, tabColor: TAB },
      ),
    },
  };
};
